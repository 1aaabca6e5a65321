"""Grouping from files: people, pair lists and absences in, a plan out (command line ``cafe``)."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from facilitation.cafe.engine import group
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.tables import table_sizes_for
from facilitation.errors import InvalidInput, mark

YES = frozenset({"1", "x", "yes", "po", "true", "host", "mikpritës", "mikpritëse", "✓"})


@dataclass(frozen=True, slots=True)
class CafeOrder:
    """What the command was asked for; files as bytes, exactly one of ``tables``, ``size`` and ``sizes``."""

    people: bytes
    round_count: int
    tables: int | None
    size: int | None
    sizes: str
    host_column: str
    balanced_by: tuple[str, ...]
    apart: bytes
    together: bytes
    absent: bytes
    seconds: float
    seed: int


def _rows(data: bytes, what: str) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(mark("The {what} file is not UTF-8. Save it as “CSV UTF-8”."), what=what) from error
    return [
        [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)
    ]


def _people(order: CafeOrder) -> tuple[list[str], list[dict[str, str]]]:
    rows = _rows(order.people, "PEOPLE")
    if not rows:
        raise InvalidInput(mark("The people file is empty. It needs a header row with the column “name”."))
    header = [name.casefold() for name in rows[0]]
    if "name" not in header:
        raise InvalidInput(mark("The people file has no column “name”; found: {found}."), found=", ".join(rows[0]))
    people = [dict(zip(header, row, strict=False)) for row in rows[1:]]
    for name in (*order.balanced_by, *([order.host_column] if order.host_column else [])):
        if name.casefold() not in header:
            raise InvalidInput(
                mark("The people file has no column “{column}”; found: {found}."), column=name, found=", ".join(rows[0])
            )
    ids = [person.get("id") or person.get("name", "") for person in people]
    for number, identity in enumerate(ids, start=2):
        if not identity:
            raise InvalidInput(mark("Row {row} of the people file has neither a name nor an id."), row=number)
    return ids, people


def _known(identity: str, known: set[str], what: str) -> str:
    if identity not in known:
        raise InvalidInput(mark("“{person}” in the {what} file is not in the people file."), person=identity, what=what)
    return identity


def read_pairs(data: bytes, what: str, known: set[str]) -> tuple[tuple[str, str], ...]:
    """Two people per row, a header row or none; ``known`` is what people may be called."""
    pairs = []
    for number, row in enumerate(_rows(data, what), start=1):
        if number == 1 and not set(row) & known:
            continue  # a header row
        if len(row) < 2:
            raise InvalidInput(mark("Row {row} of the {what} file needs two columns."), row=number, what=what)
        pairs.append((_known(row[0], known, what), _known(row[1], known, what)))
    return tuple(pairs)


def read_absences(data: bytes, known: set[str], round_count: int) -> tuple[tuple[str, int], ...]:
    """A person and a round (from 1) per row, a header row or none."""
    absences = []
    for number, row in enumerate(_rows(data, "absent"), start=1):
        if number == 1 and row[0] not in known and not row[-1].isdigit():
            continue  # a header row
        if len(row) < 2 or not row[1].isdigit() or not 1 <= int(row[1]) <= round_count:
            raise InvalidInput(
                mark("Row {row} of the absent file needs a person and a round from 1 to {rounds}."),
                row=number,
                rounds=round_count,
            )
        absences.append((_known(row[0], known, "absent"), int(row[1])))
    return tuple(absences)


def _sizes(order: CafeOrder, count: int) -> tuple[int, ...]:
    if not order.sizes:
        return table_sizes_for(count, tables=order.tables, size=order.size)
    parts = [part.strip() for part in order.sizes.split(",")]
    if not all(part.isdigit() and int(part) > 0 for part in parts):
        raise InvalidInput(mark("“{sizes}” is not a list of table sizes. Write it as 10,10,9."), sizes=order.sizes)
    return tuple(int(part) for part in parts)


def grouped_file(order: CafeOrder) -> tuple[bytes, dict[str, Any]]:
    """The plan as CSV (person,round,table) and its figures by name."""
    ids, people = _people(order)
    known = set(ids)
    host_column = order.host_column.casefold()
    problem = CafeProblem(
        people=tuple(
            CafePerson(identity, tuple((name, person.get(name.casefold(), "")) for name in order.balanced_by))
            for identity, person in zip(ids, people, strict=True)
        ),
        round_count=order.round_count,
        table_sizes=_sizes(order, len(ids)),
        hosts=tuple(i for i, p in zip(ids, people, strict=True) if p.get(host_column, "").casefold() in YES),
        balanced_by=order.balanced_by,
        apart=read_pairs(order.apart, "apart", known) if order.apart else (),
        together=read_pairs(order.together, "together", known) if order.together else (),
        absent=read_absences(order.absent, known, order.round_count) if order.absent else (),
    )
    grouping = group(problem, seed=order.seed, seconds=order.seconds)
    return _plan(grouping.rounds), grouping.figures.as_dict()


def _plan(rounds: tuple[tuple[tuple[str, ...], ...], ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("person", "round", "table"))
    for round_number, tables in enumerate(rounds, start=1):
        for table_number, people in enumerate(tables, start=1):
            writer.writerows((person, round_number, table_number) for person in people)
    return out.getvalue().encode("utf-8")
