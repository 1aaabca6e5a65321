"""What the cells of the checklist say of each task, for the workbook and for telling what was changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task
from facilitation.exchange.due_text import lead_text
from facilitation.exchange.spreadsheet import CellValue
from facilitation.exchange.task_words import answer_label, counted_label
from facilitation.i18n.due_words import span_words
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_days

PRINTED = ("no", "due", "lead", "title", "owner_role", "owner", "deputy", "status", "benchmark", "note")
FURTHER = ("counted", "waits", "blocked_by", "reached", "proof", "done_on", "comments")
CELLS = ("id", "version", *PRINTED, *FURTHER)
"""The columns of the workbook in their order; the first two are hidden."""
ONLY_SHOWN = frozenset({"id", "version", "no", "comments"})
"""Cells that are not taken back."""


def checklist_cells(tasks: Iterable[Task], event: Event, _: Translator) -> tuple[dict[str, CellValue], ...]:
    """One row for each task by its field, in the order of the due days; undated tasks last."""
    days = due_days(known := tuple(tasks), event)
    ordered = sorted(known, key=lambda task: (days[task.id] or date.max, task.position))
    numbered = {task.id: f"{number} {task.title.said_in(_.language)}" for number, task in enumerate(ordered, start=1)}
    return tuple(
        {"no": number, "due": days[task.id], "waits": _waits_text(task, numbered)}
        | _plan_cells(task, numbered, _)
        | _text_cells(task, _)
        for number, task in enumerate(ordered, start=1)
    )


def _plan_cells(task: Task, numbered: Mapping[str, str], _: Translator) -> dict[str, CellValue]:
    return {
        "id": task.id,
        "version": task.version,
        "lead": _lead_cell(task, _),
        "counted": _counted_text(task, numbered, _),
        "status": status_label(task.status, _),
        "reached": answer_label(task.is_reached, _),
        "done_on": task.done_on,
        "comments": len(task.comments) or None,
    }


def _text_cells(task: Task, _: Translator) -> dict[str, CellValue]:
    return {
        "title": task.title.said_in(_.language),
        "owner_role": task.owner_role.said_in(_.language),
        "owner": task.owner,
        "deputy": task.deputy,
        "benchmark": task.benchmark.said_in(_.language),
        "note": task.note,
        "blocked_by": task.blocked_by,
        "proof": task.proof,
    }


def _lead_cell(task: Task, _: Translator) -> str:
    """As days before or after where a task counts from something else than the event: "D-30" would mislead."""
    offset = task.offset_days
    if offset is None or task.counted_from is CountedFrom.EVENT:
        return lead_cell(offset, _, is_working_days=task.is_working_days)
    span = span_words(abs(offset), _, is_working_days=task.is_working_days)
    return (_("{span} before") if offset < 0 else _("{span} after")).format(span=span)


def lead_cell(offset_days: int | None, _: Translator, *, is_working_days: bool) -> str:
    """ "D-30" or "D-10 working days"."""
    lead, unit = lead_text(offset_days), _("working days")
    return f"{lead} {unit}" if lead and is_working_days else lead


def _counted_text(task: Task, numbered: Mapping[str, str], _: Translator) -> str:
    """Nothing where it is the event, as for most tasks."""
    if task.counted_from is CountedFrom.EVENT:
        return ""
    if task.counted_from is CountedFrom.TASK:
        return numbered.get(task.counted_from_id, "")
    return counted_label(task.counted_from, _)


def _waits_text(task: Task, numbered: Mapping[str, str]) -> str:
    """Number and title of each task waited for, a line each, with the days between them."""
    return "\n".join(
        numbered[link.task_id] + (f" ({link.lag_days:+d})" if link.lag_days else "")
        for link in task.waits_for
        if link.task_id in numbered
    )
