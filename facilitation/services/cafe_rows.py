"""Reads the files of the ``cafe`` command: people, pairs, seats, themes, a plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

from facilitation.cafe.broken import Rounds
from facilitation.errors import InvalidInput, mark

Numbers = TypeVar("Numbers", tuple[int], tuple[int, int])
"""A round, or a round and a table."""
YES = frozenset({"1", "x", "yes", "po", "true", "host", "mikpritës", "mikpritëse", "✓"})


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The people of a file: ids in the given order, and the cells of each by column."""

    ids: tuple[str, ...]
    cells: tuple[dict[str, str], ...]

    def column(self, name: str) -> list[str]:
        """The cells of a column. Raises InvalidInput where the file has none of that name."""
        if self.cells and name.casefold() not in self.cells[0]:
            raise InvalidInput(
                mark("The people file has no column “{column}”; found: {found}."),
                column=name,
                found=", ".join(self.cells[0]),
            )
        return [person.get(name.casefold(), "") for person in self.cells]

    def marked(self, name: str) -> tuple[str, ...]:
        """Who has yes, po, x or 1 in a column; nobody where no column is named."""
        cells = self.column(name) if name else []
        return tuple(one for one, cell in zip(self.ids, cells, strict=False) if cell.casefold() in YES)


def rows_of(data: bytes, what: str) -> list[list[str]]:
    """The rows of a CSV file that have something in them."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(mark("The {what} file is not UTF-8. Save it as “CSV UTF-8”."), what=what) from error
    return [
        [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)
    ]


def people_of(data: bytes) -> PeopleFile:
    """The people file: a header with ``name``; ``id`` and other columns as wanted."""
    rows = rows_of(data, "PEOPLE")
    if not rows:
        raise InvalidInput(mark("The people file is empty. It needs a header row with the column “name”."))
    header = [name.casefold() for name in rows[0]]
    if "name" not in header:
        raise InvalidInput(mark("The people file has no column “name”; found: {found}."), found=", ".join(rows[0]))
    people = tuple({**dict.fromkeys(header, ""), **dict(zip(header, row, strict=False))} for row in rows[1:])
    ids = tuple(person.get("id") or person.get("name", "") for person in people)
    for number, identity in enumerate(ids, start=2):
        if not identity:
            raise InvalidInput(mark("Row {row} of the people file has neither a name nor an id."), row=number)
    return PeopleFile(ids, people)


def _with_known(data: bytes, what: str, known: set[str], columns: int) -> Iterator[tuple[int, list[str]]]:
    """Rows that begin with a known person, with their numbers; a header row is passed over."""
    for number, row in enumerate(rows_of(data, what), start=1):
        if number == 1 and not set(row) & known and not row[-1].isdigit():
            continue  # a header row
        if len(row) < columns:
            raise InvalidInput(
                mark("Row {row} of the {what} file needs {columns} columns."), row=number, what=what, columns=columns
            )
        _know(row[0], known, what)
        yield number, row


def _know(identity: str, known: set[str], what: str) -> str:
    if identity not in known:
        raise InvalidInput(mark("“{person}” in the {what} file is not in the people file."), person=identity, what=what)
    return identity


def pairs_of(data: bytes, what: str, known: set[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of people; a row of more than two is a group, joined person by person."""
    pairs: list[tuple[str, str]] = []
    for _, row in _with_known(data, what, known, 2):
        people = [_know(one, known, what) for one in row if one]
        pairs += [(people[0], other) for other in people[1:]]
    return tuple(pairs)


def themes_of(data: bytes, what: str, known: set[str]) -> tuple[tuple[str, str], ...]:
    """A person and a theme per row."""
    return tuple((row[0], row[1]) for _, row in _with_known(data, what, known, 2))


def numbers_of(data: bytes, what: str, known: set[str], most: Numbers) -> tuple[tuple[str, Numbers], ...]:
    """A person and as many numbers as ``most`` has, each from 1 to that: a round, or a round and a table."""
    found = []
    for number, row in _with_known(data, what, known, 1 + len(most)):
        cells = row[1 : 1 + len(most)]
        if not all(cell.isdigit() and 1 <= int(cell) <= limit for cell, limit in zip(cells, most, strict=True)):
            raise InvalidInput(_NUMBERS[len(most)], row=number, what=what, rounds=most[0], tables=most[-1])
        found.append((row[0], cast("Numbers", tuple(int(cell) for cell in cells))))
    return tuple(found)


_NUMBERS = {
    1: mark("Row {row} of the {what} file needs a person and a round from 1 to {rounds}."),
    2: mark("Row {row} of the {what} file needs a person, a round from 1 to {rounds} and a table from 1 to {tables}."),
}


def table_themes_of(data: bytes, tables: int) -> tuple[str, ...]:
    """The theme of each table from rows of table and theme; "" where none is given."""
    sentence = mark("Row {row} of the themes file needs a table from 1 to {tables} and a theme.")
    return _words_of_tables(rows_of(data, "themes"), tables, sentence)


def table_languages_of(data: bytes, tables: int) -> tuple[str, ...]:
    """The language of each table from rows of table and language; "" where it is free."""
    sentence = mark("Row {row} of the languages file needs a table from 1 to {tables} and a language.")
    return _words_of_tables(rows_of(data, "languages"), tables, sentence)


def _words_of_tables(rows: list[list[str]], tables: int, sentence: str) -> tuple[str, ...]:
    words = [""] * tables
    for number, row in enumerate(rows, start=1):
        if number == 1 and not row[0].isdigit():
            continue  # a header row
        if len(row) < 2 or not row[0].isdigit() or not 1 <= int(row[0]) <= tables:
            raise InvalidInput(sentence, row=number, tables=tables)
        words[int(row[0]) - 1] = row[1]
    return tuple(words)


def plan_of(data: bytes, known: set[str], rounds: int, tables: int) -> Rounds:
    """A plan file (person,round,table) as people at tables."""
    plan: list[list[list[str]]] = [[[] for _ in range(tables)] for _ in range(rounds)]
    for person, (number, table) in numbers_of(data, "plan", known, (rounds, tables)):
        plan[number - 1][table - 1].append(person)
    return tuple(tuple(map(tuple, of_round)) for of_round in plan)


def plan_file(rounds: Rounds) -> bytes:
    """A plan as CSV: person,round,table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("person", "round", "table"))
    for round_number, tables in enumerate(rounds, start=1):
        for table_number, people in enumerate(tables, start=1):
            writer.writerows((person, round_number, table_number) for person in people)
    return out.getvalue().encode("utf-8")
