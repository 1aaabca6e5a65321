"""What the checklist screen reads once per run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.domain.task import Task
from facilitation.services.overview import DatedTask, dated_tasks
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen

CHOSEN_TASK = "task"
PICKED_TASKS = "tasks"
PICKING = "picking_tasks"


@dataclass(frozen=True, slots=True)
class TaskView:
    """All tasks with their days; ``chosen`` is the task of the side panel.

    ``picked`` are the ids of those selected to be changed together, ``is_picking`` whether the boxes select.
    """

    rows: tuple[DatedTask, ...]
    today: date
    chosen: Task | None
    picked: tuple[str, ...] = ()
    is_picking: bool = False

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks alone."""
        return tuple(row.task for row in self.rows)

    def picked_of(self, rows: Sequence[DatedTask]) -> tuple[str, ...]:
        """The selected tasks among those shown: what is out of sight is never changed with them."""
        return tuple(row.task.id for row in rows if row.task.id in self.picked)


def task_view(page: EventScreen) -> TaskView:
    """Read the tasks and work out their days."""
    tasks, today = page.app.tasks.list_for(page.event_id), page.app.overviews.today()
    wanted = state.chosen(CHOSEN_TASK)
    return TaskView(
        rows=dated_tasks(tasks, page.event, today),
        today=today,
        chosen=next((task for task in tasks if task.id == wanted), None),
        picked=state.picked(PICKED_TASKS),
        is_picking=state.chosen(PICKING) != "",
    )
