"""What the parts of a task's side panel share: the task, the keys of its fields and how they are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.translator import Translator
from facilitation.planning.task_points import points_done
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_minimum import confirm_minimum
from facilitation.ui.task_view import TaskView


@dataclass(frozen=True, slots=True)
class TaskForm:
    """The chosen task as it is edited in the side panel."""

    page: EventScreen
    view: TaskView
    task: Task

    def key(self, field: str) -> str:
        """The key of a field of this task."""
        return state.widget_key("task", self.task.id, field)

    def save(self, field: str) -> Callable[[Any], Any]:
        """A callback that saves one field."""
        return lambda value: self.keep(replace(self.task, **{field: value}))

    def keep(self, wanted: Task) -> Any:
        """Save the task as it is wanted; where that breaks a minimum, the person is asked first."""
        if confirm_minimum(self.page, self.task, wanted):
            return attempt(self.page.app.tasks.edit, self.task, wanted)
        return None


def set_status(page: EventScreen, task: Task, status: TaskStatus) -> None:
    """Say where a task stands, and what is still open in one that is finished (inside callbacks)."""
    done = finished_words(task, page._) if status is TaskStatus.DONE else page._("Saved.")
    attempt(page.app.tasks.edit, task, replace(task, status=status), done=done)


def finished_words(task: Task, _: Translator) -> str:
    """What to say where a task is finished: that points of it are still open, where some are."""
    return open_points_words(task, _) or _("Saved.")


def open_points_words(task: Task, _: Translator) -> str:
    """That points of a finished task are still open ("" = none is)."""
    count = len(task.points) - points_done(task)
    if not count:
        return ""
    sentence = _.plural(
        "Finished, though {count} point is still open.", "Finished, though {count} points are open.", count
    )
    return sentence.format(count=count)


def progress_words(task: Task, _: Translator) -> str:
    """ "2 of 5" points ("" = the task has none)."""
    if not task.points:
        return ""
    return _("{done} of {total}").format(done=points_done(task), total=len(task.points))
