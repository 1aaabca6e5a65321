"""The tasks as a list in groups: late, the next two weeks, later, without a date, done."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import status_label
from facilitation.planning.progress import owner_of
from facilitation.planning.task_minima import minimum_of
from facilitation.services.overview import SOON, DatedTask
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.task_view import CHOSEN_TASK, TaskView


def _group(row: DatedTask, view: TaskView) -> int:
    if row.task.status is TaskStatus.DONE:
        return 4
    if row.is_late:
        return 0
    if row.due_on is None:
        return 3
    return 1 if row.due_on <= view.today + SOON else 2


def _remark(row: DatedTask, page: EventScreen, view: TaskView) -> tuple[str, str]:
    _ = page._
    if row.task.status is TaskStatus.DONE:
        return _("done"), "done"
    if row.is_late and row.due_on:
        days = (view.today - row.due_on).days
        return _.plural("{count} day late", "{count} days late", days).format(count=days), "block"
    if row.task.status is TaskStatus.PLANNED:
        return "", ""
    return status_label(row.task.status, _), "warn" if row.task.status is TaskStatus.BLOCKED else "hint"


def _row(row: DatedTask, page: EventScreen, view: TaskView, heading: str) -> Row:
    task = row.task
    remark, level = _remark(row, page, view)
    minimum = page._("minimum") if minimum_of(task) else ""
    owner = owner_of(task).said_in(page.language)
    return Row(
        id=task.id,
        lead=day_text(row.due_on, page.language, with_weekday=False) if row.due_on else "—",
        title=task.title.said_in(page.language),
        facts=" · ".join(part for part in (owner, task.benchmark.said_in(page.language), minimum) if part),
        trail=f"D{task.offset_days:+d}".replace("-", "−") if task.offset_days is not None else "",
        remark=remark,
        level=level,
        heading=heading,
        is_quiet=task.status is TaskStatus.DONE,
        is_fixed=task.pinned_on is not None,
        is_checked=task.status is TaskStatus.DONE,
    )


def _tick(page: EventScreen, task_id: str, on: bool) -> None:
    status = TaskStatus.DONE if on else TaskStatus.PLANNED
    attempt(page.app.tasks.set_status, task_id, status, done=page._("Saved."))


def task_list(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """The list; the tick box finishes a task, Enter or a click opens it."""
    _ = page._
    if not rows:
        st.write(
            _("No task fits the filters.") if view.rows else _("The checklist is empty. Add the first task above.")
        )
        return
    names = (_("Late"), _("Next 14 days"), _("Later"), _("Without a date"), _("Done tasks"))
    groups = [[row for row in rows if _group(row, view) == number] for number in range(len(names))]
    shown = [
        _row(row, page, view, f"{names[number]} · {len(group)}" if place == 0 else "")
        for number, group in enumerate(groups)
        for place, row in enumerate(group)
    ]
    row_list(
        shown,
        key=state.widget_key("task_rows", page.event_id),
        label=_("Tasks"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=lambda task_id: state.choose(CHOSEN_TASK, task_id),
        on_ticked=lambda task_id, on: _tick(page, task_id, on),
    )
