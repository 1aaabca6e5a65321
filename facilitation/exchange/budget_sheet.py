"""The budget as a workbook that goes on adding up: lines, who bears what, by category and by source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, Currency, FundingKind
from facilitation.domain.record import EventRecord
from facilitation.exchange.budget_formulas import Book
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    FONT,
    CellValue,
    SheetColumn,
    SheetText,
    add_table,
    colour_rows,
    new_book,
    workbook_bytes,
)
from facilitation.i18n.budget_words import category_label, currency_label, funding_label
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_sums import budget_sums
from facilitation.planning.composition import people_count

MONEY, PLAIN = "#,##0.00", "General"
OVER = PatternFill("solid", bgColor="F4C7C3")
SUM_NAMES = ("planned", "cash", "in_kind", "missing", "actual", "open", "difference")


def budget_xlsx(record: EventRecord, _: Translator) -> bytes:
    """Four sheets with formulas; the rate stands in one cell and can be changed."""
    book = new_book()
    sums = budget_sums(record.budget)
    names = Book.of(record.budget, _)
    lines = _add_lines(book, record, names, _)
    parts = _add_parts(book, record, names, _)
    _fill_lines(lines, record.budget, names, _)
    _fill_parts(parts, record.budget, names)
    categories = [category_label(category, _) for category in BudgetCategory]
    by_category = _add_groups(book, record, (_("By category"), _("Category"), categories), names, _)
    _add_groups(book, record, (_("By source"), _("Source"), [group.name for group in sums.sources]), names, _)
    _add_people(by_category, record, FIRST_ROW + len(categories) + 2, names, _)
    title = f"{lines.title}: {record.event.title.said_in(_.language)}"
    return workbook_bytes(book, title=title, language=_.language)


def _text(record: EventRecord, name: str, _: Translator) -> SheetText:
    event = record.event
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    currency = _("sums in {currency}").format(currency=currency_label(record.budget.currency, _))
    mark = _("FOR STAFF ONLY · do not hand out or put up")
    return SheetText(
        name=name,
        title=f"{name}: {event.title.said_in(_.language)}",
        subtitle=" · ".join(part for part in (span, event.place, currency, mark) if part),
        refusal=_("Choose one of the values in the list."),
    )


def _add_lines(book: Workbook, record: EventRecord, names: Book, _: Translator) -> Worksheet:
    currency = currency_label(record.budget.currency, _)
    columns = [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("Category"), 17, choices=tuple(category_label(each, _) for each in BudgetCategory)),
        SheetColumn(_("What"), 34),
        SheetColumn(_("Quantity"), 9),
        SheetColumn(_("Unit price"), 12),
        SheetColumn(_("Currency"), 9, choices=tuple(currency_label(each, _) for each in Currency)),
        SheetColumn(_("Quantity × price"), 13),
        SheetColumn(_("Plan in {currency}").format(currency=currency), 14),
        SheetColumn(_("Spent"), 12),
        SheetColumn(_("Spent in {currency}").format(currency=currency), 14),
        SheetColumn(_("Over (+) or under (−) plan"), 13),
        SheetColumn(_("Source"), 20),
        SheetColumn(_("How"), 9, choices=tuple(funding_label(each, _) for each in FundingKind)),
        SheetColumn(_("Parts of others"), 12),
        SheetColumn(_("Missing"), 12),
        SheetColumn(_("Note"), 24),
    ]
    rows = [_line_row(line, _) for line in record.budget.lines]
    return add_table(book, _text(record, names.lines.name, _), columns, rows)


def _line_row(line: BudgetLine, _: Translator) -> list[CellValue]:
    """The texts of a line; its numbers and formulas are filled in afterwards."""
    row: list[CellValue] = [line.id, category_label(line.category, _), line.what, None, None]
    row += [currency_label(line.currency, _), None, None, None, None, None]
    return [*row, _one_line(line.source), funding_label(line.kind, _), None, None, line.note]


def _one_line(source: str) -> str:
    """A source as it is compared: without spaces around it or twice inside."""
    return " ".join(source.split())


def _fill_lines(sheet: Worksheet, budget: Budget, names: Book, _: Translator) -> None:
    _write(sheet, "C3", _("Lek for one euro"), bold=True)
    _write(sheet, "D3", budget.rate, PLAIN)
    for row, line in enumerate(budget.lines, start=FIRST_ROW):
        for column, value in zip("DEI", (line.quantity, line.unit_price, line.actual), strict=True):
            _write(sheet, f"{column}{row}", value, PLAIN if column == "D" else MONEY)
        for column, formula in names.line_formulas(row).items():
            _write(sheet, f"{column}{row}", formula, MONEY)
    last = FIRST_ROW + max(len(budget.lines), 1) - 1
    _write(sheet, f"C{last + 1}", _("In all"), bold=True)
    for column in "HJKNO":
        _write(sheet, f"{column}{last + 1}", f"=SUM({column}{FIRST_ROW}:{column}{last})", MONEY, bold=True)
    sheet.print_area = f"B1:P{last + 1}"
    over = f"AND(ISNUMBER($K{FIRST_ROW}),$K{FIRST_ROW}>0)"
    colour_rows(sheet, over, 16, font=Font(bold=True, color="8C1D18"), fill=OVER)


def _add_parts(book: Workbook, record: EventRecord, names: Book, _: Translator) -> Worksheet:
    columns = [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("Category"), 20),
        SheetColumn(_("What"), 40),
        SheetColumn(_("Source"), 28),
        SheetColumn(_("How"), 10),
        SheetColumn(_("Promised"), 13),
        SheetColumn(_("Plan"), 14),
        SheetColumn(_("Spent"), 14),
        SheetColumn(_("Still open"), 14),
    ]
    rows: list[list[CellValue]] = []
    for line in record.budget.lines:
        for share in line.shares:
            rows.append(
                [line.id, None, None, _one_line(share.source), funding_label(share.kind, _), None, None, None, None]
            )
        rows.append([line.id, *[None] * 8])
    return add_table(book, _text(record, names.parts.name, _), columns, rows)


def _fill_parts(sheet: Worksheet, budget: Budget, names: Book) -> None:
    row = FIRST_ROW
    for line in budget.lines:
        first = row
        for share in line.shares:
            _write(sheet, f"F{row}", share.amount, MONEY)
            _write_all(sheet, row, names.share_formulas(row, first))
            row += 1
        _write_all(sheet, row, names.rest_formulas(row, first))
        row += 1


def _add_groups(
    book: Workbook, record: EventRecord, table: tuple[str, str, Sequence[str]], names: Book, _: Translator
) -> Worksheet:
    """One row for each group, what nobody bears (by source), and the sum of everything."""
    name, head, groups = table
    is_by_source = head == _("Source")
    titles = (_("Plan"), _("In cash"), _("In kind"), _("Missing"), _("Spent"), _("Still open"))
    columns = [SheetColumn(head, 36), *(SheetColumn(title, 15) for title in (*titles, _("Over (+) or under (−) plan")))]
    rows: list[list[CellValue]] = [[group, *[None] * len(SUM_NAMES)] for group in groups]
    if is_by_source:
        rows.append([_("Nobody yet"), *[None] * len(SUM_NAMES)])
    rows.append([_("In all"), *[None] * len(SUM_NAMES)])
    sheet = add_table(book, _text(record, name, _), columns, rows)
    last = FIRST_ROW + len(rows) - 1
    for row in range(FIRST_ROW, last):
        is_nobody = is_by_source and row == last - 1
        _write_all(sheet, row, names.group_formulas(row, "D" if is_by_source else "B", is_nobody=is_nobody))
    for column in "BCDEFGH":
        formula = f"=SUM({column}{FIRST_ROW}:{column}{last - 1})"
        _write(sheet, f"{column}{last}", formula, MONEY, bold=True)
    sheet[f"A{last}"].font = Font(name=FONT, size=10, bold=True)
    sheet.auto_filter.ref = None
    return sheet


def _add_people(sheet: Worksheet, record: EventRecord, row: int, names: Book, _: Translator) -> None:
    """Per participant and the gap, under the table of categories."""
    total = FIRST_ROW + len(BudgetCategory)
    lines = names.lines
    facts: tuple[tuple[str, Any, str], ...] = (
        (_("Participants expected"), record.event.expected_people, "0"),
        (_("Planned per participant"), f'=IF(B{row}=0,"",ROUND(B{total}/B{row},2))', MONEY),
        (_("Participants who came"), people_count(record.participations).attended, "0"),
        (_("Spent per participant"), f'=IF(B{row + 2}=0,"",ROUND(F{total}/B{row + 2},2))', MONEY),
        (_("Missing in all"), f'=SUMIF({lines.column("O")},">0")', MONEY),
        (_("Promised beyond need"), f'=-SUMIF({lines.column("O")},"<0")', MONEY),
    )
    for place, (label, value, shape) in enumerate(facts, start=row):
        _write(sheet, f"A{place}", label)
        _write(sheet, f"B{place}", value, shape, bold=True)


def _write_all(sheet: Worksheet, row: int, formulas: Mapping[str, str]) -> None:
    for column, formula in formulas.items():
        _write(sheet, f"{column}{row}", formula, MONEY)


def _write(
    sheet: Worksheet, place: str, value: str | int | Decimal | None, shape: str = "", *, bold: bool = False
) -> None:
    """A number, a label of ours or a formula of ours; never what a person typed."""
    cell = cast(Any, sheet[place])
    cell.value = value
    if shape:
        cell.number_format = shape
        cell.alignment = Alignment(vertical="top")
    if bold or not cell.has_style:
        cell.font = Font(name=FONT, size=10, bold=bold)
