"""Stores the tasks of the checklist."""

from __future__ import annotations

from facilitation.domain.task import Task
from facilitation.errors import mark
from facilitation.storage.listed_store import ListedStore
from facilitation.storage.rows import TaskRow


class TaskStore(ListedStore[Task]):
    """The tasks of all events."""

    kind = Task
    row_type = TaskRow
    missing = mark("This task does not exist any more. Choose another one from the checklist.")

    def carrying(self, note_id: str) -> tuple[Task, ...]:
        """The tasks of all events that carry a commitment."""
        return self._read(self._table.c.from_note_id, note_id) if note_id else ()

    order = ("position", "number", "id")
