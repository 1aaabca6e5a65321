"""Reads the files of a sample and says everything in them that does not fit together."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from pydantic import ValidationError

from facilitation.domain.instrument import Instrument
from facilitation.errors import InvalidInput, LibraryProblem, mark
from facilitation.library.file_format import text_of
from facilitation.library.loader import Library, Reading, Shape
from facilitation.library.problems import shape_problems
from facilitation.library.sample_agenda import instrument_row
from facilitation.library.sample_format import (
    PersonRow,
    SampleAgendaFile,
    SampleCafeFile,
    SampleEventFile,
    SampleItemFile,
    SampleNotesFile,
    SampleProceedingsFile,
    SampleTasksFile,
)


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """Everything in a sample's folder; café, notes and proceedings may be missing there."""

    event: SampleEventFile
    agenda: SampleAgendaFile
    tasks: SampleTasksFile
    people: tuple[PersonRow, ...]
    notes: tuple[SampleNotesFile, ...]
    cafe: SampleCafeFile | None
    proceedings: SampleProceedingsFile | None


def read_sample(folder: Path, name: str, library: Library) -> SampleFiles:
    """The files of ``folder/samples/name``; raises ``LibraryProblem`` with every problem of every file."""
    reading = Reading(folder)
    root = folder / "samples" / name
    event = reading.file(root / "event.toml", SampleEventFile)
    agenda = reading.file(root / "agenda.toml", SampleAgendaFile)
    tasks = reading.file(root / "tasks.toml", SampleTasksFile)
    people = tuple(_people(reading, root / "people.csv"))
    notes = tuple(reading.file(path, SampleNotesFile) for path in sorted((root / "notes").glob("*.toml")))
    cafe = _optional(reading, root / "cafe.toml", SampleCafeFile)
    proceedings = _optional(reading, root / "proceedings.toml", SampleProceedingsFile)
    if reading.problems or event is None or agenda is None or tasks is None:
        raise _problem(reading.problems)
    files = SampleFiles(
        event=event,
        agenda=agenda,
        tasks=tasks,
        people=people,
        notes=tuple(file for file in notes if file),
        cafe=cafe,
        proceedings=proceedings,
    )
    if problems := list(sample_problems(files, reading.shown(root), library)):
        raise _problem(problems)
    return files


def _problem(problems: list[InvalidInput]) -> LibraryProblem:
    return LibraryProblem(tuple(str(problem) for problem in problems), tuple(problems))


def _optional(reading: Reading, path: Path, shape: type[Shape]) -> Shape | None:
    return reading.file(path, shape) if path.exists() else None


def _people(reading: Reading, path: Path) -> Iterator[PersonRow]:
    """The rows of a table separated by commas, or by semicolons as Excel writes it in Albanian."""
    text = reading.text(path)
    header = text.partition("\n")[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    for number, row in enumerate(csv.DictReader(StringIO(text), delimiter=separator), start=2):
        try:
            yield PersonRow.model_validate(row)
        except ValidationError as error:
            reading.problems += shape_problems(f"{reading.shown(path)}:{number}", error)


def sample_problems(files: SampleFiles, folder: str, library: Library) -> Iterator[InvalidInput]:
    """What the files of a sample say against each other and against the library."""
    instrument = library.instruments.get(files.event.instrument)
    if instrument is None:
        template = mark("{file}: there is no instrument “{key}”. Choose one of: {known}.")
        known = ", ".join(library.instruments)
        yield InvalidInput(template, file=f"{folder}/event.toml", key=files.event.instrument, known=known)
        return
    yield from _twice(f"{folder}/people.csv", (row.key for row in files.people))
    yield from _twice(f"{folder}/agenda.toml", (item.key for item in files.agenda.items))
    yield from _agenda_problems(f"{folder}/agenda.toml", files, instrument, library)
    yield from _unknown_people(files, folder)
    yield from _unknown_sessions(files, folder)
    yield from _task_problems(f"{folder}/tasks.toml", files, instrument)
    if files.cafe:
        yield from _cafe_problems(f"{folder}/cafe.toml", files.cafe)


def _twice(file: str, keys: Iterable[str]) -> Iterator[InvalidInput]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield InvalidInput(
                mark("{file}: the key “{key}” is used twice. Give one of them another."), file=file, key=key
            )


def _agenda_problems(file: str, files: SampleFiles, instrument: Instrument, library: Library) -> Iterator[InvalidInput]:
    objectives = {entry.key for entry in files.event.objectives or instrument.objectives}
    for number, day in enumerate(files.agenda.days, start=1):
        for item in day.items:
            yield from _row_problems(file, item, number, instrument)
            if item.method and item.method not in library.methods:
                template = mark("{file}: the session “{key}” names the method “{method}”, which does not exist.")
                yield InvalidInput(template, file=file, key=item.key, method=item.method)
            for key in set(item.objectives or ()) - objectives:
                template = mark("{file}: the session “{key}” names the objective “{objective}”, which does not exist.")
                yield InvalidInput(template, file=file, key=item.key, objective=key)


def _row_problems(file: str, item: SampleItemFile, day: int, instrument: Instrument) -> Iterator[InvalidInput]:
    row = instrument_row(instrument, day, item.row)
    if item.row is None and not (item.kind and item.title and item.minutes):
        template = mark(
            "{file}: the session “{key}” has no row of the instrument, so it needs kind, title and minutes."
        )
        yield InvalidInput(template, file=file, key=item.key)
    elif item.row and row is None:
        template = mark("{file}: the session “{key}” names row {row}, which day {day} of the instrument does not have.")
        yield InvalidInput(template, file=file, key=item.key, row=item.row, day=day)
    elif row and item.kind and item.kind is not row.kind:
        template = mark("{file}: the session “{key}” is “{kind}”, but row {row} of the instrument is “{other}”.")
        yield InvalidInput(template, file=file, key=item.key, kind=item.kind.value, row=item.row, other=row.kind.value)


def _unknown_people(files: SampleFiles, folder: str) -> Iterator[InvalidInput]:
    """Everybody named anywhere stands in people.csv."""
    known = {row.key for row in files.people}
    named = {
        "agenda.toml": [key for item in files.agenda.items for key in item.people],
        "tasks.toml": [entry.person for entry in files.tasks.owners],
        "cafe.toml": files.cafe.hosts if files.cafe else [],
        "notes": [note.by for file in files.notes for entry in file.sessions for note in entry.notes if note.by],
    }
    for file, keys in named.items():
        for key in dict.fromkeys(key for key in keys if key not in known):
            template = mark("{file}: “{key}” is not in people.csv. Add a line there or correct the key.")
            yield InvalidInput(template, file=f"{folder}/{file}", key=key)


def _unknown_sessions(files: SampleFiles, folder: str) -> Iterator[InvalidInput]:
    """Notes and café belong to sessions of the agenda."""
    known = {item.key for item in files.agenda.items}
    named = {
        "notes": [entry.item for file in files.notes for entry in file.sessions],
        "cafe.toml": [files.cafe.item] if files.cafe else [],
    }
    for file, keys in named.items():
        for key in dict.fromkeys(key for key in keys if key not in known):
            template = mark("{file}: there is no session “{key}” in agenda.toml. Correct the key.")
            yield InvalidInput(template, file=f"{folder}/{file}", key=key)


def _task_problems(file: str, files: SampleFiles, instrument: Instrument) -> Iterator[InvalidInput]:
    left = Counter(entry.day for entry in files.tasks.changes)
    left.subtract(task.offset_days for task in instrument.tasks)
    for day in (day for day, count in left.items() if count > 0):
        template = mark("{file}: a change is for day {day}, but the instrument has no (further) task of that day.")
        yield InvalidInput(template, file=file, day=day)
    roles = {task.owner_role.en for task in instrument.tasks} | {text_of(task.owner).en for task in files.tasks.extra}
    for owner in files.tasks.owners:
        if owner.role not in roles:
            template = mark("{file}: no task belongs to the role “{role}”.")
            yield InvalidInput(template, file=file, role=owner.role)


def _cafe_problems(file: str, cafe: SampleCafeFile) -> Iterator[InvalidInput]:
    yield from _twice(file, cafe.hosts)
    if len(cafe.hosts) > cafe.table_count:
        template = mark("{file}: there are {hosts} hosts for {tables} tables. Name at most one per table.")
        yield InvalidInput(template, file=file, hosts=len(cafe.hosts), tables=cafe.table_count)
    for harvest in cafe.harvest:
        if harvest.round > len(cafe.questions) or harvest.table > cafe.table_count:
            template = mark("{file}: the harvest of round {round}, table {table} belongs to no round and table.")
            yield InvalidInput(template, file=file, round=harvest.round, table=harvest.table)
