"""The tasks as cards in columns by status; moving a card says where the task stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import owner_of
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.card_board import Card, card_board
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_form import progress_words, set_status
from facilitation.ui.task_list import blocked_words, nothing_shown, task_remark
from facilitation.ui.task_view import CHOSEN_TASK, TaskView

COLUMNS = (TaskStatus.PLANNED, TaskStatus.IN_PROGRESS, TaskStatus.BLOCKED, TaskStatus.DONE)


def task_board(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """The board. What is moved to "blocked" opens, so that one says what blocks it."""
    _ = page._
    if not rows:
        nothing_shown(page, view)
        return
    card_board(
        {status.value: status_label(status, _) for status in COLUMNS},
        [_card(row, page, view) for row in rows],
        key=state.widget_key("task_board", page.event_id),
        label=_("Tasks by status"),
        words=_words(_),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=partial(state.choose, CHOSEN_TASK),
        on_moved=partial(_move, page, view),
    )


def _words(_: Translator) -> dict[str, str]:
    return {
        "menu": _("Move"),
        "to": _("To “{column}”").format(column="%c"),
        "moved": _("{title}: now “{column}”").format(title="%t", column="%c"),
        "none": _("No task."),
        "help": _("Enter opens a task and Esc closes it, Alt with the arrows moves it, M opens the menu of places."),
    }


def _card(row: DatedTask, page: EventScreen, view: TaskView) -> Card:
    _, task = page._, row.task
    remark, level = _remark(row, view, _)
    facts = (owner_of(task).said_in(page.language), progress_words(task, _))
    return Card(
        id=task.id,
        column=task.status.value,
        title=task.title.said_in(page.language),
        lead=day_text(row.due_on, page.language, with_weekday=False) if row.due_on else "",
        facts=" · ".join(part for part in facts if part),
        remark=remark,
        level=level,
    )


def _remark(row: DatedTask, view: TaskView, _: Translator) -> tuple[str, str]:
    """What the column does not say: how late a task is and what blocks it."""
    late, level = task_remark(row, view, _) if row.is_late else ("", "")
    blocked = blocked_words(row.task, view, _)
    level = level or ("warn" if blocked else "done" if row.task.status is TaskStatus.DONE else "")
    return " · ".join(words for words in (late, blocked) if words), level


def _move(page: EventScreen, view: TaskView, task_id: str, column: str) -> None:
    task = next((task for task in view.tasks if task.id == task_id), None)
    if task is None:
        return
    set_status(page, task, TaskStatus(column))
    if TaskStatus(column) is TaskStatus.BLOCKED:
        state.choose(CHOSEN_TASK, task_id)
