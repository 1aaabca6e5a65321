"""Workbooks (.xlsx) as rows of plain text: values as they were last computed, never formulas."""

from __future__ import annotations

import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLSyntaxError, _Element, iterparse
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.table_grid import Area, Grid
from facilitation.exchange.workbook_guard import DAMAGED_WORKBOOK, SHEETS, guarded_workbook

MAXIMUM_COLUMNS, MAXIMUM_SHEET_ROWS = 200, 100_000
"""What lies further out is a stray cell: a list of 20 000 rows fits in many times."""
LONGEST_CELL, MOST_MERGED = 32_767, 20_000
"""As many signs as Excel itself allows; merged areas that are looked at."""
MERGED = re.compile(rb"<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
FORMULA = re.compile(rb"<(\w+:)?f[ />]")
MACROS, EXTERNAL = "xl/vbaProject.bin", "xl/externalLinks/"

NO_SAVED_VALUE = mark(
    "In “{file}”, cell {cell} holds a formula without a saved result. Open the file in Excel or LibreOffice, save it"
    " and choose it again."
)
UNREADABLE = (
    InvalidFileException,
    BadZipFile,
    ParseError,
    XMLSyntaxError,
    zlib.error,
    struct.error,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
"""What openpyxl lets out of a file that is not what it says it is."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every sheet of a workbook; whether it brings programs (macros) and values of other files along."""

    grids: tuple[Grid, ...]
    has_macros: bool = False
    has_external_links: bool = False


def xlsx_grids(data: bytes, file_name: str) -> list[Grid]:
    """Every visible sheet under its name, with the cells that are merged."""
    return [grid for grid in xlsx_workbook(data, file_name).grids if not grid.is_hidden]


def xlsx_workbook(data: bytes, file_name: str) -> Workbook:
    """All sheets, also hidden ones; ``InvalidInput`` when the workbook cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
        slim = guarded_workbook(data, file_name)
        _refuse_uncomputed(slim, file_name)
        grids = tuple(_read(slim))
    except UNREADABLE as error:
        raise InvalidInput(DAMAGED_WORKBOOK, file=file_name) from error
    return Workbook(grids, MACROS in names, any(name.startswith(EXTERNAL) for name in names))


def _refuse_uncomputed(data: bytes, file_name: str) -> None:
    """Refuse formulas nobody ever computed."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith(SHEETS) and (cell := _uncomputed_cell(archive.read(name))):
                raise InvalidInput(NO_SAVED_VALUE, file=file_name, cell=cell)


def _uncomputed_cell(sheet: bytes) -> str:
    """The name of the first cell whose formula has no saved result; "" if there is none.

    A result that is an empty text counts as saved; programs that cannot compute leave out the type as well.
    """
    if not FORMULA.search(sheet):
        return ""
    for _event, cell in iterparse(BytesIO(sheet), tag=("{*}c", "{*}row"), resolve_entities=False):
        if cell.tag.endswith("row"):
            _forget(cell)
            continue
        has_result = cell.get("t") == "str" or bool(cell.findtext("{*}v"))
        if cell.find("{*}f") is not None and not has_result:
            return cell.get("r") or "?"
    return ""


def _forget(row: _Element) -> None:
    """Free a row that was looked at, and the empty shells of those before it."""
    row.clear()
    table = row.getparent()
    while table is not None and row.getprevious() is not None:
        del table[0]


def _read(data: bytes) -> list[Grid]:
    """The rows of each sheet, trailing empty cells and rows cut off."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decorations it cannot keep; nothing is written back
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return [_grid(sheet) for sheet in book.worksheets]
        finally:
            book.close()


def _grid(sheet: Any) -> Grid:
    rows = [[cell_text(value) for value in row] for row in _rows(sheet)]
    with sheet._get_source() as source:  # read-only sheets do not tell which cells are merged
        content = source.read()
    merged = islice(MERGED.finditer(content, max(content.rfind(b"sheetData"), 0)), MOST_MERGED)
    is_hidden = sheet.sheet_state != "visible"
    return Grid((str(sheet.title),), rows, tuple(_area(match) for match in merged), is_hidden=is_hidden)


def _area(match: re.Match[bytes]) -> Area:
    """Column and row of the first and of the last cell, from 0."""
    first, top, last, bottom = (part.decode() for part in match.groups())
    return Area(column_index_from_string(first) - 1, int(top) - 1, column_index_from_string(last) - 1, int(bottom) - 1)


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    sheet.reset_dimensions()
    rows: list[tuple[Any, ...]] = []
    filled = 0
    for row in sheet.iter_rows(max_col=MAXIMUM_COLUMNS, max_row=MAXIMUM_SHEET_ROWS, values_only=True):
        rows.append(_cut(row))
        filled = len(rows) if rows[-1] else filled
    return rows[:filled]


def _cut(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row without the empty cells at its end."""
    if row.count(None) == len(row):
        return ()
    values = list(row)
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def cell_text(value: Any) -> str:
    """A value as a person would type it; dates as 2026-12-31, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:LONGEST_CELL]
