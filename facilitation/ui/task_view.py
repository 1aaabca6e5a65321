"""What the checklist screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitation.domain.task import Task
from facilitation.services.overview import DatedTask, dated_tasks
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen

CHOSEN_TASK = "task"


@dataclass(frozen=True, slots=True)
class TaskView:
    """All tasks with their days; ``chosen`` is the task of the side panel."""

    rows: tuple[DatedTask, ...]
    today: date
    chosen: Task | None

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks alone."""
        return tuple(row.task for row in self.rows)


def task_view(page: EventScreen) -> TaskView:
    """Read the tasks and work out their days."""
    tasks, today = page.app.tasks.list_for(page.event_id), page.app.overviews.today()
    wanted = state.chosen(CHOSEN_TASK)
    return TaskView(
        rows=dated_tasks(tasks, page.event, today),
        today=today,
        chosen=next((task for task in tasks if task.id == wanted), None),
    )
