"""A list somebody sends – CSV or .xlsx – as one header and its rows, whatever stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.people_words import COLUMNS as PEOPLE_COLUMNS
from facilitation.exchange.table_csv import csv_rows
from facilitation.exchange.table_grid import Grid, filled_down
from facilitation.exchange.table_header import header_of
from facilitation.exchange.table_xlsx import Workbook, xlsx_workbook
from facilitation.exchange.task_words import COLUMNS as TASK_COLUMNS
from facilitation.exchange.words import folded
from facilitation.exchange.workbook_guard import DAMAGED_WORKBOOK

MAXIMUM_BYTES = 20_000_000
MAXIMUM_ROWS = 20_000
HEADER_WITHIN = 60
OWN_SHEETS = frozenset({"lists", "tryeza"})
"""Hidden sheets of our own workbooks."""
OLE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def _spellings(*lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(folded(name) for columns in lists for names in columns.values() for name in names.split(","))


KNOWN_COLUMNS = _spellings(PEOPLE_COLUMNS, TASK_COLUMNS)

EMPTY = mark("The file “{file}” is empty. Choose the file with the list.")
TOO_LARGE = mark(
    "The file “{file}” is larger than {megabytes} MB. Keep only the list in it, without pictures, and choose it again."
)
TOO_MANY_ROWS = mark("The file “{file}” has more than {rows} rows. Divide it into several files.")
ALL_HIDDEN = mark(
    "All filled sheets of “{file}” are hidden: {sheets}. Show the sheet with the list (right click on a tab, Unhide),"
    " save the file and choose it again."
)
HIDDEN_SHEETS = mark("Hidden sheets were not read: {sheets}. Choose one above if it is the list.")
MACROS_LEFT = mark("The workbook brings programs of its own (macros). They were not run; only the list was read.")
LINKS_LEFT = mark("The workbook takes values from other files. Only what it had saved of them was read.")
NO_ROWS = mark("The file “{file}” has column names and no rows below them. Choose the file with the list.")
PROTECTED = mark(
    "The file “{file}” is protected by a password. Open it, save it without the password and choose it again."
)
OLD_EXCEL = mark("The file “{file}” is in the old Excel format (.xls). Open it in Excel and save it as .xlsx.")
BINARY_EXCEL = mark("The file “{file}” is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx.")
LIBREOFFICE = mark("The file “{file}” is an OpenDocument file. Open it in LibreOffice and save it as .xlsx.")
PDF = mark("The file “{file}” is a PDF, which holds no table to read. Ask for the list as .xlsx or CSV.")
WORD = mark("The file “{file}” is a Word document. Copy its table into a spreadsheet and save that as .xlsx.")
WEB_PAGE = mark("The file “{file}” is a web page, whatever its name says. Open it in Excel and save it as .xlsx.")
NOT_A_TABLE = mark("The file “{file}” is not a list. Choose an .xlsx or CSV file.")


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as text. ``number`` counts from 1 in the file; as many ``cells`` as the header has."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """The header and the rows that are not empty. ``format`` is "csv" or "xlsx"."""

    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    format: str = "csv"


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One filled sheet of a workbook under its name ("" = a file of text), with the table in it."""

    name: str
    table: RawTable
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class RawFile:
    """Every filled sheet of a file, ``best`` = the name of the visible one with most of the wanted columns.

    ``remarks`` say what was left aside: hidden sheets, macros, links to other files.
    """

    sheets: tuple[RawSheet, ...]
    best: str
    remarks: tuple[ImportRemark, ...] = ()

    @property
    def choosable(self) -> tuple[RawSheet, ...]:
        """The sheets somebody may mean: all but the hidden ones of our own workbooks."""
        return tuple(sheet for sheet in self.sheets if sheet.name not in OWN_SHEETS)

    def sheet(self, name: str) -> RawTable:
        """The table of a sheet; that of the best one for a name that is not there."""
        tables = {sheet.name: sheet.table for sheet in self.sheets}
        return tables.get(name, tables[self.best])


def read_table(data: bytes, file_name: str, columns: Mapping[str, str] | None = None) -> RawTable:
    """The list in a file; ``InvalidInput`` says what to do with any other file.

    ``columns`` = the column names (by field) of the list that is wanted, where a workbook may hold several.
    """
    file = read_file(data, file_name, columns)
    return file.sheet(file.best)


def read_file(data: bytes, file_name: str, columns: Mapping[str, str] | None = None) -> RawFile:
    """All lists in a file, as ``read_table`` reads the best of them."""
    wanted = _spellings(columns) if columns else KNOWN_COLUMNS
    if not data.strip(b"\0 \t\r\n"):
        raise InvalidInput(EMPTY, file=file_name)
    if len(data) > MAXIMUM_BYTES:
        raise InvalidInput(TOO_LARGE, file=file_name, megabytes=MAXIMUM_BYTES // 1_000_000)
    if not data.startswith(b"PK"):
        _refuse_other_files(data, file_name)
        return _file(Workbook((Grid(("",), csv_rows(data, file_name)),)), "csv", file_name, wanted)
    _refuse_other_packages(data, file_name)
    return _file(xlsx_workbook(data, file_name), "xlsx", file_name, wanted)


def _refuse_other_packages(data: bytes, file_name: str) -> None:
    """A zip that is no .xlsx workbook."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InvalidInput(DAMAGED_WORKBOOK, file=file_name) from error
    for member, template in (
        ("xl/workbook.bin", BINARY_EXCEL),
        ("word/document.xml", WORD),
        ("content.xml", LIBREOFFICE),
    ):
        if member in names:
            raise InvalidInput(template, file=file_name)
    if not any(name.startswith("xl/") for name in names):
        raise InvalidInput(NOT_A_TABLE, file=file_name)


def _refuse_other_files(data: bytes, file_name: str) -> None:
    """Known formats that are neither a workbook nor text."""
    if data.startswith(OLE_FILE):
        raise InvalidInput(PROTECTED if ENCRYPTED in data else OLD_EXCEL, file=file_name)
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise InvalidInput(PDF, file=file_name)
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        raise InvalidInput(WEB_PAGE, file=file_name)
    if start.startswith((b"{\\rtf", b"<?xml", b"{", b"[{")):
        raise InvalidInput(NOT_A_TABLE, file=file_name)


def _file(book: Workbook, file_format: str, file_name: str, wanted: frozenset[str]) -> RawFile:
    """The filled sheets; the best is the visible one with most of the wanted columns, the first of equals."""
    filled = [grid for grid in book.grids if any(_is_filled(row) for row in grid.rows)]
    sheets = [RawSheet(grid.above[0], grid_table(grid, file_format), grid.is_hidden) for grid in filled]
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    if not visible:
        hidden = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        raise InvalidInput(ALL_HIDDEN if sheets else EMPTY, file=file_name, sheets=hidden)
    best = max(visible, key=lambda sheet: _names_among(wanted, sheet.table.header))
    if len(best.table.rows) > MAXIMUM_ROWS:
        raise InvalidInput(TOO_MANY_ROWS, file=file_name, rows=MAXIMUM_ROWS)
    if not best.table.rows:
        raise InvalidInput(NO_ROWS, file=file_name)
    usable = tuple(sheet for sheet in sheets if 0 < len(sheet.table.rows) <= MAXIMUM_ROWS)
    return RawFile(usable, best.name, tuple(_left_aside(book, sheets)))


def _left_aside(book: Workbook, sheets: Iterable[RawSheet]) -> Iterator[ImportRemark]:
    """What a person should know of the workbook as a whole; our own hidden sheets are no news."""
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden and sheet.name not in OWN_SHEETS]
    if hidden:
        yield ImportRemark(HIDDEN_SHEETS, {"sheets": ", ".join(f"“{name}”" for name in hidden)})
    if book.has_macros:
        yield ImportRemark(MACROS_LEFT)
    if book.has_external_links:
        yield ImportRemark(LINKS_LEFT)


def grid_table(grid: Grid, file_format: str) -> RawTable:
    """The header of a sheet, of one row or two, and the filled rows below it; merged cells repeat their text."""
    position = _header_position(grid.rows)
    header, last = header_of(grid, position)
    rows, _joined = filled_down(replace(grid, merged=tuple(area for area in grid.merged if area.top > last)))
    body = [(number, row) for number, row in enumerate(rows, start=1) if number > last + 1 and _is_filled(row)]
    width = max((len(row) for _, row in body), default=0)
    header = _padded(header, max(width, len(header)))
    return RawTable(
        tuple(header), tuple(RawRow(number, tuple(_padded(row, len(header)))) for number, row in body), file_format
    )


def _padded(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))


def _header_position(rows: list[list[str]]) -> int:
    """Where the column names stand: the row with the most known names, else the first that is wide enough."""
    top = [position for position in range(min(len(rows), HEADER_WITHIN)) if _is_filled(rows[position])]
    if not top:
        return next(position for position, row in enumerate(rows) if _is_filled(row))
    best = max(top, key=lambda position: (_known_names(rows[position]), -position))
    if _known_names(rows[best]):
        return best
    widest = max(_filled_cells(rows[position]) for position in top)
    return next(position for position in top if _filled_cells(rows[position]) * 2 > widest)


def _known_names(row: list[str]) -> int:
    return _names_among(KNOWN_COLUMNS, row)


def _names_among(spellings: frozenset[str], row: Iterable[str]) -> int:
    return sum(folded(cell) in spellings for cell in row)


def _filled_cells(row: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _is_filled(row: list[str]) -> bool:
    return any(cell.strip() for cell in row)
