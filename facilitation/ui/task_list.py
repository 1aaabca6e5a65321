"""The tasks as a list in groups: late, the next two weeks, later, without a date, done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.i18n.due_words import row_words
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import owner_of
from facilitation.planning.task_minima import minimum_of
from facilitation.services.overview import SOON, DatedTask
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, RowEdits, row_list
from facilitation.ui.task_form import progress_words, set_status
from facilitation.ui.task_status import waiting_words
from facilitation.ui.task_view import CHOSEN_TASK, PICKED_TASKS, TaskView


def _group(row: DatedTask, view: TaskView) -> int:
    if row.task.status is TaskStatus.DONE:
        return 4
    if row.is_late:
        return 0
    if row.due_on is None:
        return 3
    return 1 if row.due_on <= view.today + SOON else 2


@lru_cache(maxsize=2000)
def due_words(day: date, language: str) -> str:
    """The day of a row: three hundred of them are said on every run."""
    return day_text(day, language, with_weekday=False)


def task_remark(row: DatedTask, view: TaskView, _: Translator) -> tuple[str, str]:
    """Where a task stands in a word or two, and how much that weighs; nothing for one that is planned and in time."""
    if row.task.status is TaskStatus.DONE:
        return _("done"), "done"
    if row.is_late and row.due_on:
        days = (view.today - row.due_on).days
        return _.plural("{count} day late", "{count} days late", days).format(count=days), "block"
    if row.task.status is TaskStatus.PLANNED:
        return "", ""
    return status_label(row.task.status, _), "warn" if row.task.status is TaskStatus.BLOCKED else "hint"


def blocked_words(task: Task, view: TaskView, _: Translator) -> str:
    """What blocks a task that is blocked, in a sentence ("" = it is not, or nobody wrote it)."""
    if task.status is not TaskStatus.BLOCKED:
        return ""
    by = _("Blocked: {reason}").format(reason=task.blocked_by) if task.blocked_by else ""
    waits = waiting_words(task, view.tasks, _) if task.waits_for else ""
    return " · ".join(words for words in (by, waits) if words)


def _row(row: DatedTask, page: EventScreen, view: TaskView, heading: str) -> Row:
    _, task = page._, row.task
    remark, level = task_remark(row, view, _)
    minimum = _("minimum") if minimum_of(task) else ""
    owner = owner_of(task).said_in(page.language)
    lead, counted = row_words(task, _counted_title(task, view), _)
    facts = (counted, owner, progress_words(task, _), task.benchmark.said_in(page.language), minimum)
    return Row(
        id=task.id,
        lead=due_words(row.due_on, page.language) if row.due_on else "—",
        title=task.title.said_in(page.language),
        facts=" · ".join(part for part in facts if part),
        trail=lead,
        remark=remark,
        below=blocked_words(task, view, _),
        level=level,
        heading=heading,
        is_quiet=task.status is TaskStatus.DONE,
        is_fixed=task.pinned_on is not None,
        is_checked=task.status is TaskStatus.DONE,
    )


def _counted_title(task: Task, view: TaskView) -> Text:
    """The title of the task that a task counts from; empty where it counts from something else."""
    if task.counted_from is not CountedFrom.TASK:
        return Text()
    return next((other.title for other in view.tasks if other.id == task.counted_from_id), Text())


def _tick(page: EventScreen, view: TaskView, task_id: str, on: bool) -> None:
    task = next((task for task in view.tasks if task.id == task_id), None)
    if task is not None:
        set_status(page, task, TaskStatus.DONE if on else TaskStatus.PLANNED)


def task_list(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """The list; the tick box finishes a task, Enter or a click opens it, Ctrl or Shift selects several."""
    _ = page._
    if not rows:
        nothing_shown(page, view)
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
        on_chosen=partial(state.choose, CHOSEN_TASK),
        on_ticked=partial(_tick, page, view),
        edits=RowEdits(
            on_picked=partial(state.pick, PICKED_TASKS),
            picked=view.picked_of(rows),
            is_picking=view.is_picking,
            words={
                "help": _(
                    "Enter opens a task and Esc closes it, the space bar ticks it, Ctrl with the space bar or Shift"
                    " with the arrows selects several."
                )
            },
        ),
    )


def nothing_shown(page: EventScreen, view: TaskView) -> None:
    """Why there is no task to be seen."""
    _ = page._
    st.write(_("No task fits the filters.") if view.rows else _("The checklist is empty. Add the first task above."))
