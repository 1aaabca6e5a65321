"""How long the guides of twelve facilitators take: in one file, one by one, and with the papers beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from statistics import median
from time import perf_counter

from docx import Document

from benchmarks.made_event import made_record
from benchmarks.one_line import say
from facilitation.documents.facilitator_guides_word import facilitator_guide_docx, facilitator_guides_docx
from facilitation.documents.guide_word import guide_docx
from facilitation.documents.pocket_cards_word import pocket_cards_docx
from facilitation.documents.run_of_show_word import run_of_show_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.agenda import NOTED_KINDS, Agenda, AgendaDay, AgendaItem, Contributor
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.library.loader import load_library
from facilitation.planning.facilitator_guide import facilitators_of, own_sessions
from facilitation.planning.guide_outline import timed_steps
from facilitation.settings import ROOT

RUNS = 7
FACILITATORS = 12
TARGETS = {"all_guides_seconds": 1.0, "one_by_one_seconds": 1.5, "whole_guide_seconds": 0.5}
STAMP = Stamp("1", date(2027, 5, 11))
ALBANIAN = Translator("sq")
TEAM = tuple(Contributor(f"Lehtësuese {number}, Qendra e Trajnimit") for number in range(1, FACILITATORS + 1))


def main() -> None:
    """Three days, sixty sessions, every working session led by two of twelve; print the line."""
    record = _record()
    people = facilitators_of(record)
    assert len(people) == FACILITATORS
    pages = sum(len(own_sessions(record, who)) for who, _name in people)
    ways: dict[str, Callable[[], object]] = {
        "all_guides_seconds": lambda: facilitator_guides_docx(record, ALBANIAN, STAMP),
        "one_by_one_seconds": lambda: [facilitator_guide_docx(record, ALBANIAN, STAMP, who) for who, _name in people],
        "whole_guide_seconds": lambda: guide_docx(record, ALBANIAN, STAMP),
        "run_of_show_seconds": lambda: run_of_show_docx(record, ALBANIAN, STAMP),
        "pocket_cards_seconds": lambda: pocket_cards_docx(record, ALBANIAN, STAMP),
    }
    figures = {name: round(_seconds(way), 3) for name, way in ways.items()}
    naive = _seconds(lambda: _naive(record), runs=1)
    say(
        "guides",
        figures=figures,
        targets=TARGETS,
        facilitators=FACILITATORS,
        session_pages=pages,
        runs=RUNS,
        naive={
            "what": "only the tables of the steps of all twelve, with python-docx table.cell(row, column)",
            "seconds": round(naive, 3),
            "times_slower": round(naive / figures["all_guides_seconds"], 1),
        },
    )


def _record() -> EventRecord:
    record = made_record(load_library(ROOT / "agendas"))
    days = tuple(AgendaDay(day.starts_at, tuple(map(_led, day.items, range(60)))) for day in record.agenda.days)
    return replace(record, agenda=Agenda(record.event.id, days))


def _led(item: AgendaItem, number: int) -> AgendaItem:
    if item.kind not in NOTED_KINDS:
        return replace(item, facilitators=())
    return replace(item, facilitators=(TEAM[number % FACILITATORS], TEAM[(number + 5) % FACILITATORS]))


def _seconds(run: Callable[[], object], runs: int = RUNS) -> float:
    """The median of several runs; the first, which imports and draws, is left out where there are several."""
    if runs > 1:
        run()
    times = []
    for _run in range(runs):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)


def _naive(record: EventRecord) -> bytes:
    """What a first attempt with python-docx looks like, with a small part of the guide."""
    document = Document()
    for who, _name in facilitators_of(record):
        for session in own_sessions(record, who):
            steps = timed_steps(record.guide.sheet(session.entry.item.id), session.entry)
            document.add_heading(session.entry.item.title.sq, 1)
            table = document.add_table(rows=len(steps), cols=5)
            for row, timed in enumerate(steps):
                step = timed.step
                words = (f"{timed.starts_at:%H:%M}", f"{step.minutes} min", step.what.sq, step.words.sq, step.who.sq)
                for column, text in enumerate(words):
                    table.cell(row, column).text = text
    data = BytesIO()
    document.save(data)
    return data.getvalue()


if __name__ == "__main__":
    main()
