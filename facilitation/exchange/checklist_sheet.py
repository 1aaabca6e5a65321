"""The checklist as a workbook people can go on working with, and that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.exchange.checklist_cells import CELLS, PRINTED, checklist_cells
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    FONT,
    HEADER_ROW,
    CellValue,
    SheetColumn,
    SheetText,
    add_hidden_rows,
    add_table,
    colour_rows,
    day_style,
    formula_text,
    mark_cells,
    new_book,
    workbook_bytes,
    write_cell,
)
from facilitation.exchange.task_words import FIELD_NAMES, answer_label, counted_label
from facilitation.i18n.formats import day_span_text, short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator

LATE = PatternFill("solid", bgColor="F4C7C3")
SENT = "tryeza"
"""The hidden sheet with the rows as they were sent: what is changed is told by them."""
SENT_FIELDS = ("event", "language", "starts_on", "day_count", *CELLS)
WIDTHS = {
    **{"no": 5, "due": 13, "lead": 9, "title": 44, "owner_role": 18, "owner": 20, "deputy": 16, "status": 13},
    **{"benchmark": 24, "note": 24, "counted": 18, "waits": 30, "blocked_by": 22, "reached": 11, "proof": 26},
    **{"done_on": 12, "comments": 11},
}
OPEN = ("owner", "deputy", "counted")
"""Columns that offer names and take any other."""
GUIDE_WIDTH = 110


def checklist_xlsx(record: EventRecord, _: Translator, today: date, *, version: str = "") -> bytes:
    """The checklist in a workbook of its own, with a second sheet that says how to use it."""
    book = new_book()
    sheet = add_checklist(book, record, _, today, version=version)
    _add_guide(book, record.tasks, _)
    return workbook_bytes(book, title=f"{sheet.title}: {record.event.title.said_in(_.language)}", language=_.language)


def add_checklist(book: Workbook, record: EventRecord, _: Translator, today: date, *, version: str = "") -> Worksheet:
    """All tasks by due day (undated ones last); late ones are marked by the day the workbook is looked at.

    Columns A and B are hidden and hold the id and the version of each task.
    """
    event = record.event
    text = SheetText(
        name=_("Checklist"),
        title=event.title.said_in(_.language),
        subtitle=_subtitle(event, _, today),
        refusal=_("Choose one of the values in the list."),
        version=_("Version {version}").format(version=version) if version else "",
    )
    rows = checklist_cells(record.tasks, event, _)
    sheet = add_table(book, text, _columns(record.tasks, _), [[row[field] for field in CELLS] for row in rows])
    sheet.freeze_panes = f"{_letter('owner_role')}{FIRST_ROW}"
    sheet.print_area = f"A1:{_letter(PRINTED[-1])}{HEADER_ROW + max(len(rows), 1)}"
    _mark_rows(sheet, _)
    sent: list[list[CellValue]] = [
        [event.id, _.language, event.starts_on, event.day_count, *(row[field] for field in CELLS)] for row in rows
    ]
    add_hidden_rows(book, SENT, [list(SENT_FIELDS), *sent])
    return sheet


def _letter(field: str) -> str:
    return get_column_letter(CELLS.index(field) + 1)


def _mark_rows(sheet: Worksheet, _: Translator) -> None:
    """Done rows grey; late ones bold on red, with a sign after the day that shows without colours too."""
    status, due = f"${_letter('status')}{FIRST_ROW}", f"${_letter('due')}{FIRST_ROW}"
    done = formula_text(status_label(TaskStatus.DONE, _))
    late = f'AND({due}<>"",{due}<TODAY(),{status}<>{done})'
    font = Font(bold=True, color="8C1D18")
    mark_cells(sheet, late, _letter("due"), day_style('dd.mm.yyyy" !"', font=font, fill=LATE))
    colour_rows(sheet, f"{status}={done}", len(CELLS), font=Font(color="6B6B6B"), fill=None)
    colour_rows(sheet, late, len(CELLS), font=font, fill=LATE)


def _subtitle(event: Event, _: Translator, today: date) -> str:
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    where = ", ".join(part for part in (span, event.place) if part)
    return _("{where}. As of {day}.").format(where=where, day=short_day_text(today, _.language))


def _columns(tasks: Sequence[Task], _: Translator) -> list[SheetColumn]:
    hidden = {name: SheetColumn(name, 6, is_hidden=True) for name in ("id", "version")}
    names = {"no": _("No."), "comments": _("Comments")} | {name: _(words) for name, words in FIELD_NAMES.items()}
    choices = {
        "owner": _owners(tasks),
        "deputy": _owners(tasks),
        "status": tuple(status_label(status, _) for status in TaskStatus),
        "counted": _counted(_),
        "reached": (answer_label(True, _), answer_label(False, _)),
    }
    columns = hidden | {
        name: SheetColumn(names[name], width, choices.get(name, ()), is_open=name in OPEN)
        for name, width in WIDTHS.items()
    }
    return [columns[field] for field in CELLS]


def _owners(tasks: Sequence[Task]) -> tuple[str, ...]:
    """Everybody the checklist names already; a new name may be typed all the same."""
    return tuple(sorted({name for task in tasks for name in (task.owner, task.deputy) if name}))


def _counted(_: Translator) -> tuple[str, ...]:
    return tuple(
        counted_label(each, _) for each in (CountedFrom.FIRST_DAY, CountedFrom.LAST_DAY, CountedFrom.HALF_YEAR)
    )


def _add_guide(book: Workbook, tasks: Sequence[Task], _: Translator) -> None:
    """How to fill the checklist so that it can be taken back, and the words it knows."""
    sheet = cast(Worksheet, book.create_sheet(_("How to use this"), 1))
    sheet.column_dimensions["A"].width = GUIDE_WIDTH
    sheet.page_setup.paperSize, sheet.page_setup.orientation = int(sheet.PAPERSIZE_A4), sheet.ORIENTATION_LANDSCAPE
    row = 0
    for heading, lines in _guide(tasks, _):
        for place, words in enumerate((heading, *lines, "")):
            row += 1
            cell = cast(Cell, sheet.cell(row, 1))
            write_cell(cell, words)
            cell.font = Font(name=FONT, size=12 if place == 0 else 11, bold=place == 0)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _guide(tasks: Sequence[Task], _: Translator) -> list[tuple[str, Sequence[str]]]:
    how = (
        _("Change what you like in the first sheet, add rows at the end, delete rows that are no longer needed."),
        _("Sort and filter as you like: rows are known by a hidden number, not by their place."),
        _("Dates: 31.12.2026. Lead times: D-30 is 30 days before the event, D+14 is 14 days after it."),
        _("When you change a lead time, leave the date as it is: it is counted anew when the list is taken back."),
        _("Waits for: the number of the other task, or its title; one on each line."),
        _("Save as an Excel workbook (.xlsx) and send it back. Every change is shown before it is saved."),
    )
    lists = [(_("Status"), tuple(status_label(status, _) for status in TaskStatus)), (_("Counted from"), _counted(_))]
    owners = _owners(tasks)
    return [(_("How to use this"), how), *lists, *([(_("Responsible person"), owners)] if owners else [])]
