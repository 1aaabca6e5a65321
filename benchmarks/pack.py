"""How long a whole pack of documents takes and how much memory, for the sample and for a made large event."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from docx import Document

from benchmarks.made_event import prepared_application, stored_event
from benchmarks.one_line import say
from facilitation.documents.people_word import expected, sign_in_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.record import EventRecord
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.paper_names import papers_of

RUNS = 5
SAMPLE = "national-conference-2008"
TARGETS = {"sample_seconds": 2.0, "made_seconds": 4.0, "sample_megabytes": 200.0, "made_megabytes": 200.0}
COLUMNS = 8


def main() -> None:
    """Store both events, pack each in fresh processes, write one table the plain way, print the line."""
    with TemporaryDirectory() as folder:
        application = prepared_application(Path(folder) / "tryeza.db")
        sample = application.events.load_sample(SAMPLE, "sq").id
        events = {"sample": sample, "made": stored_event(application)}
        figures: dict[str, float] = {}
        for name, event_id in events.items():
            runs = [_in_fresh_process(Path(folder), event_id) for _ in range(RUNS)]
            figures[f"{name}_seconds"] = round(median(run["seconds"] for run in runs), 3)
            figures[f"{name}_command_seconds"] = round(median(run["command_seconds"] for run in runs), 3)
            figures[f"{name}_megabytes"] = round(max(run["megabytes"] for run in runs), 1)
        naive = _naive_comparison(application, sample)
    say(
        "pack",
        figures=figures,
        targets=TARGETS,
        files=len(papers_of(application.events.record(sample))),
        runs=RUNS,
        naive=naive,
    )


def _in_fresh_process(folder: Path, event_id: str) -> dict[str, float]:
    """One pack in a process of its own; ``command_seconds`` includes starting Python and opening the database."""
    start = perf_counter()
    command = [sys.executable, "-m", "benchmarks.pack", str(folder), event_id]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {**json.loads(answer), "command_seconds": perf_counter() - start}


def _pack_once(folder: Path, event_id: str) -> None:
    """Make every document of an event and print seconds and the most memory this process ever had."""
    application = prepared_application(folder / "tryeza.db")
    start = perf_counter()
    files = application.papers.pack(event_id, folder / "pack", "sq")
    seconds = perf_counter() - start
    assert len(files) == len(papers_of(application.events.record(event_id)))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


def _naive_comparison(application: Application, event_id: str) -> dict[str, float | str]:
    """The sign-in sheet of the sample's first day, ours and with ``table.cell(row, column)`` for every cell."""
    record, translator = application.events.record(event_id), Translator("sq")
    record = replace(record, event=replace(record.event, day_count=1))
    stamp = Stamp(version="1", printed_on=record.event.starts_on)
    sign_in_docx(record, translator, stamp)
    start = perf_counter()
    sign_in_docx(record, translator, stamp)
    ours = perf_counter() - start
    start = perf_counter()
    _naive_sign_in(record, translator)
    naive = perf_counter() - start
    return {
        "what": "sign-in sheet of one day with python-docx table.cell(row, column)",
        "seconds": round(naive, 3),
        "ours_seconds": round(ours, 3),
        "times_slower": round(naive / ours, 1),
    }


def _naive_sign_in(record: EventRecord, _: Translator) -> bytes:
    """What a first attempt with python-docx looks like."""
    people = expected(record, _.language)
    document = Document()
    table = document.add_table(rows=len(people) + 1, cols=COLUMNS)
    for column, title in enumerate(("Nr.", "Emri", "Organizata", "Sektori", "Qarku", "Foto", "Lista", "Nënshkrimi")):
        table.cell(0, column).text = title
    for row, entry in enumerate(people, start=1):
        person = entry.person
        district = district_label(person.district, _) if person.district else ""
        facts = (str(row), person.name, person.organisation, sector_label(person.sector, _), district, "☐", "☐", "")
        for column, fact in enumerate(facts):
            table.cell(row, column).text = fact
    data = BytesIO()
    document.save(data)
    return data.getvalue()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _pack_once(Path(sys.argv[1]), sys.argv[2])
    else:
        main()
