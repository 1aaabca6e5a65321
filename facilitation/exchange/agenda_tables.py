"""Finds the tables of an agenda in sheets and documents, whatever stands around them, and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_session import MAXIMUM_SESSIONS, AgendaTable
from facilitation.exchange.agenda_words import COLUMNS
from facilitation.exchange.clock_text import clock_of, span_of
from facilitation.exchange.table_file import RawRow
from facilitation.exchange.table_grid import Grid, Place, filled_down
from facilitation.exchange.words import cleaned, folded, guessed_columns

HEADER_WITHIN = 30
LONGEST_NAME = 60
LEAST_TIMES, LEAST_SHARE = 2, 0.5
"""A table without column names is an agenda when this many cells of a column, and this part of it, are times."""
TIME_FIELDS = frozenset({"starts", "ends", "length"})
KNOWN = frozenset(folded(name) for names in COLUMNS.values() for name in names.split(","))

NO_TABLE = mark(
    "In “{file}” no table with an agenda was found. Expected is a row of column names such as Koha, Kohëzgjatja,"
    " Seanca, Salla (Time, Duration, Session, Room) above the sessions."
)
TOO_MANY_ROWS = mark("The agenda in “{file}” has more than {rows} rows. Divide it into several files.")


def agenda_tables(grids: Iterable[Grid], file_name: str) -> tuple[AgendaTable, ...]:
    """Every table of sessions, in the order of the file; ``InvalidInput`` where there is none."""
    tables = [table for grid in grids for table in _tables(grid)]
    tables = [table for table in tables if table.rows]
    if not tables:
        raise InvalidInput(NO_TABLE, file=file_name)
    if sum(len(table.rows) for table in tables) > MAXIMUM_SESSIONS:
        raise InvalidInput(TOO_MANY_ROWS, file=file_name, rows=MAXIMUM_SESSIONS)
    return tuple(tables)


def guessed_mapping(table: AgendaTable) -> dict[str, int]:
    """Field to column position: by the column names, where there are none by what stands in the columns."""
    mapping = guessed_columns(table.header, COLUMNS)
    return mapping if mapping or any(table.header) else _mapping_by_content(table.rows)


def mappings(tables: Sequence[AgendaTable], chosen: Mapping[str, int] | None) -> Iterator[Mapping[str, int]]:
    """The mapping of each table: the chosen one for all that have the column names of the first."""
    for table in tables:
        is_alike = [folded(name) for name in table.header] == [folded(name) for name in tables[0].header]
        yield chosen if chosen is not None and is_alike else guessed_mapping(table)


def _tables(grid: Grid) -> Iterator[AgendaTable]:
    """The parts of a grid below each row of column names; without one the grid itself, if it has times."""
    rows, joined = filled_down(grid)
    starts = _header_positions(rows)
    if not starts:
        table = _table(Part(rows, joined, grid.first_row), -1, len(rows), grid.above)
        yield from [table] if _mapping_by_content(table.rows) else []
        return
    above = (*grid.above, *_texts(rows[: starts[0]]))
    for position, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield _table(Part(rows, joined, grid.first_row), position, end, above)
        above = ()


def _header_positions(rows: Sequence[Sequence[str]]) -> list[int]:
    """Where the column names stand: once near the top, and again wherever they are repeated or changed."""
    found = [position for position, row in enumerate(rows) if is_header(row)]
    return found if found and found[0] < HEADER_WITHIN else []


def is_header(row: Sequence[str]) -> bool:
    """Whether a row holds the names of columns: one of time, and a title or at least three in all."""
    if sum(folded(cell) in KNOWN for cell in row if cell) == 0 or len({cell for cell in row if cell.strip()}) < 2:
        return False
    if any(len(cell) > LONGEST_NAME or _is_time(cell) for cell in row):
        return False
    fields = set(guessed_columns(row, COLUMNS))
    return bool(fields & TIME_FIELDS) and ("title" in fields or len(fields) >= 3)


def _is_time(cell: str) -> bool:
    text = cleaned(cell)
    return any(sign.isdigit() for sign in text) and (clock_of(text) is not None or span_of(text) is not None)


def _texts(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(cleaned(cell) for row in rows for cell in dict.fromkeys(row) if cell.strip())


@dataclass(frozen=True, slots=True)
class Part:
    """The filled rows of a grid, the places of joined cells and the number of the first row."""

    rows: Sequence[Sequence[str]]
    joined: frozenset[Place]
    first_row: int


def _table(part: Part, header: int, end: int, above: tuple[str, ...]) -> AgendaTable:
    """What lies between the row of column names (-1 = there is none) and ``end``, without the empty rows."""
    filled = [place for place in range(header + 1, end) if any(cell.strip() for cell in part.rows[place])]
    names = [cleaned(name) for name in part.rows[header]] if header >= 0 else []
    width = max([len(names), *(len(part.rows[place]) for place in filled)])
    return AgendaTable(
        above,
        tuple(_padded(names, width)),
        tuple(RawRow(place + part.first_row, tuple(_padded(part.rows[place], width))) for place in filled),
        frozenset((place + part.first_row, column) for place, column in part.joined if header < place < end),
    )


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _mapping_by_content(rows: Sequence[RawRow]) -> dict[str, int]:
    """Times in the column that has them, the title in the wordiest of the others; nothing without times."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[cell for row in rows if (cell := cleaned(row.cells[column]))] for column in range(width)]
    times = next((column for column, cells in enumerate(columns) if _are_times(cells)), -1)
    words = {column: sum(map(len, cells)) for column, cells in enumerate(columns) if column != times}
    if times < 0 or not any(words.values()):
        return {}
    return {"starts": times, "title": max(words, key=lambda column: words[column])}


def _are_times(cells: Sequence[str]) -> bool:
    """Whether most cells are clearly times: bare numbers may be anything."""
    count = sum(_is_time(cell) and not cell.isdigit() for cell in cells)
    return count >= LEAST_TIMES and count >= len(cells) * LEAST_SHARE
