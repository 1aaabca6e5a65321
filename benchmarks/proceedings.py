"""What a large volume costs in a process of its own, beside a plain python-docx writer and a docxtpl template."""

from __future__ import annotations

import json
import pickle
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.made_event import SENTENCES, made_people, made_record
from benchmarks.one_line import say
from facilitation.domain.agenda import NOTED_KINDS
from facilitation.domain.attachment import Attachment
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.photo import PeopleShown, Photo
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.library.loader import load_library
from facilitation.settings import ROOT

RUNS, PLAIN_RUNS = 5, 3
NOTES, PEOPLE, PICTURES, TIMES = 4000, 300, 20, 10
PIXELS = (400, 150)
"""A picture of noise, which nothing can make smaller: about as many bytes as a photo that was made ready to be sent."""


def main() -> None:
    """Measure each writer in fresh processes, and print a line for each promise."""
    with TemporaryDirectory() as folder:
        usual, large = Path(folder) / "usual.pickle", Path(folder) / "large.pickle"
        usual.write_bytes(pickle.dumps(large_volume(1)))
        large.write_bytes(pickle.dumps(large_volume(TIMES)))
        ours, drawn = measured("ours", usual, RUNS), measured("with_charts", usual, RUNS)
        ours |= {"seconds_with_charts": drawn["seconds"], "peak_mb_with_charts": drawn["peak_mb"]}
        facts = {"notes": NOTES, "people": PEOPLE, "pictures": PICTURES, "runs": RUNS}
        say("proceedings", figures=ours, targets={"seconds": 0.7, "peak_mb": 80.0}, **facts)
        figures = measured("ours", large, RUNS) | {"times_the_notes": float(TIMES)}
        figures["times_the_seconds"] = round(figures["seconds"] / ours["seconds"], 1)
        say(
            "proceedings_large", figures=figures, targets={"seconds": 2.5, "times_the_seconds": float(TIMES)}, runs=RUNS
        )
        plain, template = measured("plain", usual, PLAIN_RUNS), measured("template", usual, RUNS)
    shares = {
        "of_plain": round(ours["seconds"] / plain["seconds"], 3),
        "of_template": round(ours["seconds"] / template["seconds"], 2),
    }
    naive = {
        "what": "the same content by python-docx as its manual shows (fewer features); and by a docxtpl template",
        "plain": plain,
        "template": template,
        "plain_times_slower": round(plain["seconds"] / ours["seconds"], 1),
    }
    say("proceedings_writers", figures=shares, targets={"of_plain": 1 / 8, "of_template": 1.2}, naive=naive, runs=RUNS)


def measured(writer: str, record: Path, runs: int) -> dict[str, float]:
    """The median seconds (imports included, reading the record not) and megabytes at most of fresh processes."""
    command = [sys.executable, "-m", "benchmarks.volume_writers", writer, str(record)]
    found = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for _run in range(runs)
    ]
    return {name: round(median(entry[name] for entry in found), 3) for name in found[0]}


def large_volume(times: int) -> EventRecord:
    """The made event of sixty sessions with so many times the notes and people, and twenty pictures."""
    record = made_record(load_library(ROOT / "agendas"))
    return replace(
        record,
        participations=tuple(islice(made_people(), PEOPLE * times)),
        notes=tuple(_notes(record, NOTES * times)),
        photos=tuple(_photos(record)),
    )


def _notes(record: EventRecord, amount: int) -> Iterator[Note]:
    """Notes of every kind in every working session; those of the cafés by round and table."""
    items = [item.id for _day, item in record.agenda.items() if item.kind in NOTED_KINDS]
    kinds = (*[NoteKind.KEY_POINT] * 8, *NoteKind)
    rows = zip(range(amount), cycle(items), cycle(SENTENCES), strict=False)
    for number, item_id, words in rows:
        kind = kinds[number // len(items) % len(kinds)]
        is_harvest = kind is NoteKind.HARVEST
        yield Note(
            f"note-{number}",
            record.event.id,
            item_id,
            kind,
            words,
            speaker_role="Përfaqësuese",
            quote_consent=True,
            owner=("Bashkia", "Ministria", "Prefektura")[number % 3] if number % 7 else "",
            due_on=date(2027, 9, 30),
            round=1 + number % 3 if is_harvest else None,
            table=1 + number % 10 if is_harvest else None,
            position=number,
        )


def _photos(record: EventRecord) -> Iterator[Photo]:
    items = [item.id for _day, item in record.agenda.items() if item.kind in NOTED_KINDS]
    for number, item_id in enumerate(islice(cycle(items), PICTURES)):
        name, data = f"{number}.png", noise_png(number)
        facts = (record.event.id, "photo", item_id, name, "image/png", len(data), datetime(2027, 5, 20), "benchmark")
        caption = Text(sq=f"Fleta e tryezës {number}", en=f"The sheet of table {number}")
        attachment = Attachment(f"photo-{number}", *facts)
        yield Photo(attachment, item_id, caption=caption, people=PeopleShown.NOBODY, data=data)


def noise_png(seed: int) -> bytes:
    """A picture of noise."""
    wide, high = PIXELS
    chance = Random(seed)
    rows = b"".join(b"\0" + chance.randbytes(3 * wide) for _row in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


if __name__ == "__main__":
    main()
