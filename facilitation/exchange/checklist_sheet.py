"""The checklist as a workbook people can go on working with."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.exchange.due_text import lead_text
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    CellValue,
    SheetColumn,
    SheetText,
    add_table,
    colour_rows,
    formula_text,
    new_book,
    workbook_bytes,
)
from facilitation.i18n.formats import day_span_text, short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_days

LATE = PatternFill("solid", bgColor="F4C7C3")


def checklist_xlsx(record: EventRecord, _: Translator, today: date) -> bytes:
    """The checklist in a workbook of its own."""
    book = new_book()
    sheet = add_checklist(book, record, _, today)
    return workbook_bytes(book, title=f"{sheet.title}: {record.event.title.said_in(_.language)}", language=_.language)


def add_checklist(book: Workbook, record: EventRecord, _: Translator, today: date) -> Worksheet:
    """All tasks by due day (undated ones last); late ones are coloured by the day the workbook is looked at.

    Column A is hidden and holds the task's id.
    """
    event = record.event
    text = SheetText(
        name=_("Checklist"),
        title=event.title.said_in(_.language),
        subtitle=_subtitle(event, _, today),
        refusal=_("Choose one of the statuses in the list."),
    )
    days = due_days(record.tasks, event)
    tasks = sorted(record.tasks, key=lambda task: (days[task.id] or date.max, task.position))
    columns = _columns(_)
    sheet = add_table(book, text, columns, [_row(task, days[task.id], _) for task in tasks])
    done = formula_text(status_label(TaskStatus.DONE, _))
    colour_rows(sheet, f"$H{FIRST_ROW}={done}", len(columns), font=Font(color="6B6B6B"), fill=None)
    late = f'AND($B{FIRST_ROW}<>"",$B{FIRST_ROW}<TODAY())'
    colour_rows(sheet, late, len(columns), font=Font(bold=True, color="8C1D18"), fill=LATE)
    return sheet


def _subtitle(event: Event, _: Translator, today: date) -> str:
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    where = ", ".join(part for part in (span, event.place) if part)
    return _("{where}. As of {day}.").format(where=where, day=short_day_text(today, _.language))


def _columns(_: Translator) -> list[SheetColumn]:
    statuses = tuple(status_label(status, _) for status in TaskStatus)
    return [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("Due date"), 11),
        SheetColumn(_("Lead time"), 8),
        SheetColumn(_("Task"), 46),
        SheetColumn(_("Owner role"), 18),
        SheetColumn(_("Responsible person"), 20),
        SheetColumn(_("Benchmark"), 26),
        SheetColumn(_("Status"), 13, choices=statuses),
        SheetColumn(_("Done on"), 11),
        SheetColumn(_("Note"), 26),
    ]


def _row(task: Task, due_on: date | None, _: Translator) -> list[CellValue]:
    return [
        task.id,
        due_on,
        lead_text(task.offset_days),
        task.title.said_in(_.language),
        task.owner_role.said_in(_.language),
        task.owner,
        task.benchmark.said_in(_.language),
        status_label(task.status, _),
        task.done_on,
        task.note,
    ]
