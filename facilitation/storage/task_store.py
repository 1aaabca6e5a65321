"""Stores the tasks of checklists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.task import Task
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import (
    columns,
    field_names,
    fill,
    next_number,
    row_to_write,
    saved,
    table_of,
    write_out,
)
from facilitation.storage.rows import TaskRow

_FIELDS = field_names(Task, without=("version",))
_TASKS = table_of(TaskRow)
_EVERY = select(*columns(_TASKS, (*_FIELDS, "version"))).order_by(_TASKS.c.position, _TASKS.c.number, _TASKS.c.id)
_ONE = _EVERY.where(_TASKS.c.id == bindparam("id"))
_OF_EVENT = _EVERY.where(_TASKS.c.event_id == bindparam("event_id"))


class TaskStore:
    """The tasks of all events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, task_id: str) -> Task:
        """The task; NotFound if there is none with this id."""
        row = self._session.execute(_ONE, {"id": task_id}).one_or_none()
        if row is None:
            raise NotFound(mark("This task does not exist any more. Choose another one from the checklist."))
        return _to_domain(row)

    def list_for(self, event_id: str) -> tuple[Task, ...]:
        """The tasks of an event by position; equal positions in the order they came."""
        return tuple(_to_domain(row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def save(self, task: Task) -> Task:
        """Save and return the task with its next version; ChangedElsewhere if somebody else was faster."""
        row, is_new = row_to_write(self._session, TaskRow, task.id, task, stored=lambda: self.get(task.id))
        if is_new:
            row.number = next_number(TaskRow, task.event_id)
        _fill(row, task)
        write_out(self._session, [row])
        return saved(task)

    def remove(self, task_id: str) -> None:
        """Remove the task, if it is there."""
        self._session.execute(delete(_TASKS).where(_TASKS.c.id == task_id))


def _to_domain(row: Sequence[Any]) -> Task:
    return Task(*row)


def _fill(row: TaskRow, task: Task) -> None:
    fill(row, task, _FIELDS)
