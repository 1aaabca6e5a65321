"""How our workbooks look: title lines, a frozen head with filters, text that stays text, A4 landscape on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, time
from io import BytesIO
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.exchange.workbook_package import orderly_package

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
SPARE_ROWS = 200
"""Rows below the last one where choices and colours still work, for what people add by hand."""
DATE_FORMAT, CLOCK_FORMAT = "dd.mm.yyyy", "hh:mm"
FIRST_OWN_FORMAT = 164
"""The numbers below belong to the formats of the standard."""
LINE_HEIGHT, HIGHEST_ROW, SIGN_WIDTH = 13.5, 400, 0.95
FONT = "Calibri"
LISTS = "lists"
GREY, LINE = "D9E2E7", "9AA5AB"
FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\']")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CellValue = str | int | date | time | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its name, its width in signs, and the only values a cell may have (any, if there are none).

    ``is_open`` = the choices are offered, and anything else may be typed.
    """

    header: str
    width: float
    choices: tuple[str, ...] = ()
    is_hidden: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SheetText:
    """What stands around the table. ``refusal`` is said when a value is not among a column's choices.

    ``version`` stands in the head of every printed page ("" = none).
    """

    name: str
    title: str
    subtitle: str
    refusal: str
    version: str = ""


def new_book() -> Workbook:
    """A workbook without a sheet."""
    book = Workbook()
    book.remove(cast(Worksheet, book.active))
    return book


def add_table(
    book: Workbook, text: SheetText, columns: Sequence[SheetColumn], rows: Sequence[Sequence[CellValue]]
) -> Worksheet:
    """One more sheet in a workbook: title in row 1, subtitle in row 2, column names in row 4, then the rows."""
    place = len([name for name in book.sheetnames if book[name].sheet_state == "visible"])
    sheet = cast(Worksheet, book.create_sheet(FORBIDDEN_IN_TITLE.sub(" ", text.name)[:31], place))
    _title_lines(sheet, text, columns)
    for position, column in enumerate(columns, start=1):
        _head(sheet, position, column)
    sheet.row_dimensions[HEADER_ROW].height = _height([column.header for column in columns], columns)
    styles: dict[tuple[object, ...], StyleArray] = {}
    for number, row in enumerate(rows, start=FIRST_ROW):
        for position, value in enumerate(row, start=1):
            _fill(cast(Cell, sheet.cell(number, position)), value, styles)
        sheet.row_dimensions[number].height = _height(row, columns)
    last = FIRST_ROW + max(len(rows), 1) - 1
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(columns))}{last}"
    _offer_choices(sheet, columns, last, text.refusal)
    _set_up_paper(sheet, text)
    return sheet


def workbook_bytes(book: Workbook, *, title: str, language: str) -> bytes:
    """The workbook as a file, with our properties instead of the library's."""
    book.properties.creator = "Tryeza"
    book.properties.title = writable(title)
    book.properties.language = language
    content = BytesIO()
    book.save(content)
    return orderly_package(content.getvalue())


def colour_rows(sheet: Worksheet, formula: str, last_column: int, *, font: Font, fill: PatternFill | None) -> None:
    """Colour whole rows where ``formula`` (written for the first row) holds; bold or grey letters show it in print."""
    area = f"A{FIRST_ROW}:{get_column_letter(last_column)}{sheet.max_row + SPARE_ROWS}"
    style = DifferentialStyle(font=font, fill=fill)
    rule = Rule(type="expression", dxf=style, formula=[formula], stopIfTrue=True)
    sheet.conditional_formatting.add(area, rule)


def mark_cells(sheet: Worksheet, formula: str, letter: str, style: DifferentialStyle) -> None:
    """Show the cells of one column in another way where ``formula`` (written for the first row) holds."""
    rule = Rule(type="expression", dxf=style, formula=[formula], stopIfTrue=True)
    sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{sheet.max_row + SPARE_ROWS}", rule)


def day_style(date_format: str, *, font: Font, fill: PatternFill) -> DifferentialStyle:
    """How a condition shows a day: its form, letters and ground."""
    form = NumberFormat(numFmtId=FIRST_OWN_FORMAT, formatCode=date_format)
    return DifferentialStyle(numFmt=form, font=font, fill=fill)


def add_hidden_rows(book: Workbook, name: str, rows: Sequence[Sequence[CellValue]]) -> None:
    """A hidden sheet of bare values at the end of a workbook, for reading them back."""
    sheet = cast(Worksheet, book.create_sheet(name))
    sheet.sheet_state = "hidden"
    for number, row in enumerate(rows, start=1):
        for position, value in enumerate(row, start=1):
            if value is not None and value != "":
                write_cell(cast(Cell, sheet.cell(number, position)), value)


def formula_text(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def _title_lines(sheet: Worksheet, text: SheetText, columns: Sequence[SheetColumn]) -> None:
    """Title and subtitle in the first column people see."""
    position = next(number for number, column in enumerate(columns, start=1) if not column.is_hidden)
    for row, words, font in (
        (1, text.title, Font(name=FONT, size=14, bold=True)),
        (2, text.subtitle, Font(name=FONT, size=10)),
    ):
        cell = cast(Cell, sheet.cell(row, position))
        write_cell(cell, words)
        cell.font = font


def _head(sheet: Worksheet, position: int, column: SheetColumn) -> None:
    cell = cast(Cell, sheet.cell(HEADER_ROW, position))
    write_cell(cell, column.header)
    cell.font = Font(name=FONT, size=10, bold=True)
    cell.fill = PatternFill("solid", fgColor=GREY)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.border = _border()
    dimension = sheet.column_dimensions[get_column_letter(position)]
    dimension.width = column.width
    dimension.hidden = column.is_hidden


def _fill(cell: Cell, value: CellValue, styles: dict[tuple[object, ...], StyleArray]) -> None:
    """Value and looks; ``styles`` keeps the looks worked out so far, as openpyxl is slow to compare them anew."""
    write_cell(cell, value)
    look = (isinstance(value, str), cell.number_format, cell.quotePrefix)
    if look not in styles:
        cell.font = Font(name=FONT, size=10)
        across = "left" if isinstance(value, date | int) else None
        cell.alignment = Alignment(wrap_text=isinstance(value, str), vertical="top", horizontal=across)
        cell.border = _border()
        styles[look] = copy(cast(Any, cell)._style)
    cast(Any, cell)._style = copy(styles[look])


def _height(row: Sequence[CellValue], columns: Sequence[SheetColumn]) -> float:
    """High enough for the longest of the wrapped texts: not every program works that out when it opens a file."""
    lines = (
        sum(1 + int(len(line) * SIGN_WIDTH // column.width) for line in value.split("\n"))
        for value, column in zip(row, columns, strict=True)
        if isinstance(value, str) and not column.is_hidden
    )
    return min(LINE_HEIGHT * max(lines, default=1), HIGHEST_ROW)


def write_cell(cell: Cell, value: CellValue) -> None:
    """Put a value into a cell. Text stays text: nothing typed becomes a formula, not even when it is edited again."""
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = DATE_FORMAT
        elif isinstance(value, time):
            cell.number_format = CLOCK_FORMAT
        return
    words = writable(value)
    if not words:
        return
    cell.value = words
    cell.data_type = "s"
    if words.startswith(STARTS_FORMULA):
        cell.quotePrefix = True


def writable(text: str) -> str:
    """The text without the characters that XML, and with it a workbook, cannot carry."""
    return FORBIDDEN.sub("", text)


def _border() -> Border:
    return Border(bottom=Side(style="thin", color=LINE))


def _offer_choices(sheet: Worksheet, columns: Sequence[SheetColumn], last: int, refusal: str) -> None:
    """A list to choose from in every column that has choices.

    The lists stand on a hidden sheet: written into the rule itself they may have 255 signs and no comma.
    """
    lists, used = _lists(cast(Workbook, sheet.parent))
    for position, column in enumerate(columns, start=1):
        if column.choices:
            letter, place = get_column_letter(position), get_column_letter(used + position)
            for row, choice in enumerate(column.choices, start=1):
                write_cell(cast(Cell, lists.cell(row, used + position)), choice)
            source = f"{LISTS}!${place}$1:${place}${len(column.choices)}"
            choices = DataValidation(
                type="list", formula1=source, allow_blank=True, showErrorMessage=not column.is_open
            )
            choices.errorTitle, choices.error = column.header[:32], refusal[:225]
            choices.add(f"{letter}{FIRST_ROW}:{letter}{last + SPARE_ROWS}")
            sheet.add_data_validation(choices)


def _lists(book: Workbook) -> tuple[Worksheet, int]:
    """The hidden sheet of lists, and how many of its columns other sheets use."""
    if LISTS in book.sheetnames:
        lists = cast(Worksheet, book[LISTS])
        return lists, lists.max_column
    lists = cast(Worksheet, book.create_sheet(LISTS))
    lists.sheet_state = "hidden"
    return lists, 0


def _set_up_paper(sheet: Worksheet, text: SheetText) -> None:
    """A4 landscape, all columns on one width, the head on every page, page X of Y and the day of printing below."""
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    title = text.title[:100].replace("&", "&&")
    for part, words in (("left", title), ("center", "&P / &N"), ("right", "&D")):
        getattr(sheet.oddFooter, part).text = words
    for part, words in (("left", text.name), ("right", text.version)):
        getattr(sheet.oddHeader, part).text = words.replace("&", "&&")
