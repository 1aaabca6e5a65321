"""Rules of a café from files: looked at row by row first, taken on yes; all kinds the command line takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.domain.cafe import Cafe
from facilitation.domain.person import Participation
from facilitation.errors import InvalidInput, mark
from facilitation.services.cafe_rule_rows import OF_TABLES, CafePeople, Cells, RuleFile, cafe_people, with_row

__all__ = ["RuleFile", "RulePreview", "RuleRow", "read_rules"]

MOST_ROWS = 20_000
TOO_MANY_ROWS = mark("The file “{file}” has more than {rows} rows. Divide it into several files.")
NO_ROWS = mark("The file “{file}” is empty. Choose the file with the rules.")
BROKEN = mark("The file “{file}” cannot be read as rows of cells. Save it as CSV anew.")
SEPARATORS = (";", "\t")
"""Stand between cells where the first row has one; else a comma does, and names with a comma stand in quotes."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of the file (from 1): taken, refused for a reason, or the heading."""

    number: int
    cells: tuple[str, ...]
    refusal: InvalidInput | None = None
    is_heading: bool = False

    @property
    def is_taken(self) -> bool:
        """Whether the café would have what the row says."""
        return self.refusal is None and not self.is_heading


@dataclass(frozen=True, slots=True)
class RulePreview:
    """A file as understood: its rows, and the café with all that are taken. Nothing is saved yet."""

    rows: tuple[RuleRow, ...]
    cafe: Cafe

    @property
    def taken(self) -> int:
        """How many rows are taken."""
        return sum(row.is_taken for row in self.rows)

    @property
    def refused(self) -> int:
        """How many rows are refused."""
        return sum(row.refusal is not None for row in self.rows)


def read_rules(
    cafe: Cafe, people: Sequence[Participation], kind: RuleFile, data: bytes, *, file_name: str = ""
) -> RulePreview:
    """What a file of this kind would change. Raises InvalidInput where it is no list at all."""
    known, rows = cafe_people(people), list[RuleRow]()
    for number, cells in _rows(data, file_name):
        if not rows and _is_heading(kind, cells, known):
            rows.append(RuleRow(number, cells, is_heading=True))
            continue
        try:
            cafe = with_row(kind, cafe, known, cells)
            rows.append(RuleRow(number, cells))
        except InvalidInput as refusal:
            rows.append(RuleRow(number, cells, refusal))
    return RulePreview(tuple(rows), cafe)


def _is_heading(kind: RuleFile, cells: Cells, people: CafePeople) -> bool:
    """Whether the first row names columns: no table, or nobody of the list and no number in it."""
    if kind in OF_TABLES:
        return not cells[0].isdigit()
    return not any(people.is_known(cell) or cell.isdigit() for cell in cells)


def _rows(data: bytes, file_name: str) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that have something in them, with their numbers. Raises InvalidInput."""
    rows = _workbook_rows(data, file_name) if data.startswith(b"PK") else _text_rows(data, file_name)
    found = [(number, row) for number, row in rows if any(row)]
    if not found:
        raise InvalidInput(NO_ROWS, file=file_name)
    if len(found) > MOST_ROWS:
        raise InvalidInput(TOO_MANY_ROWS, file=file_name, rows=MOST_ROWS)
    return found


def _workbook_rows(data: bytes, file_name: str) -> list[tuple[int, tuple[str, ...]]]:
    from facilitation.exchange.table_file import read_table  # slow to import

    table = read_table(data, file_name)
    head = (table.rows[0].number - 1, table.header)
    return [head, *((row.number, tuple(cell.strip() for cell in row.cells)) for row in table.rows)]


def _text_rows(data: bytes, file_name: str) -> list[tuple[int, tuple[str, ...]]]:
    from facilitation.exchange.table_csv import decoded  # slow to import

    text = decoded(data, file_name).replace("\x00", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((sign for sign in SEPARATORS if sign in first), ",")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InvalidInput(BROKEN, file=file_name) from error
    return [(number, tuple(cell.strip() for cell in row)) for number, row in enumerate(rows, start=1)]
