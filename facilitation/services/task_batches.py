"""What people do with several tasks at once; each verb is one stroke for the undo and answers what it changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.task import Task, TaskStatus
from facilitation.planning.task_batch import TaskChange, pinned, shifted
from facilitation.planning.task_status import with_status_kept
from facilitation.services.commitments import keep_commitment
from facilitation.services.desk import Desk
from facilitation.services.overview import dated_tasks

Ids = Collection[str]
Changes = tuple[TaskChange, ...]


@dataclass(frozen=True, slots=True)
class TaskBatches:
    """What people do with the tasks they selected. A task that is gone by now is passed over."""

    desk: Desk

    def set_status(self, event_id: str, task_ids: Ids, status: TaskStatus) -> Changes:
        """Set where the tasks stand."""
        return self._set(event_id, task_ids, status=status)

    def set_owner(self, event_id: str, task_ids: Ids, owner: str) -> Changes:
        """Say who answers for the tasks ("" = nobody yet)."""
        return self._set(event_id, task_ids, owner=owner.strip())

    def set_deputy(self, event_id: str, task_ids: Ids, deputy: str) -> Changes:
        """Say who stands in ("" = nobody)."""
        return self._set(event_id, task_ids, deputy=deputy.strip())

    def shift(self, event_id: str, task_ids: Ids, *, days: int) -> Changes:
        """Move the tasks so many days later, or earlier below zero; undated ones stay."""
        return self._change(event_id, task_ids, lambda task: shifted(task, days))

    def pin(self, event_id: str, task_ids: Ids) -> Changes:
        """Fix the tasks to the days they are due now: they stay when the event moves."""
        with self.desk.reading() as work:
            event, tasks = work.events.get(event_id), work.tasks.list_for(event_id)
        days = {row.task.id: row.due_on for row in dated_tasks(tasks, event, self.desk.today())}
        return self._change(event_id, task_ids, lambda task: pinned(task, days.get(task.id)))

    def unpin(self, event_id: str, task_ids: Ids) -> Changes:
        """Let the days of the tasks be counted again."""
        return self._set(event_id, task_ids, pinned_on=None)

    def remove(self, event_id: str, task_ids: Ids) -> Changes:
        """Remove the tasks; undo brings them back, with their files."""
        with self.desk.work() as work:
            gone = [task for task in work.tasks.list_for(event_id) if task.id in task_ids]
            for task in gone:
                work.tasks.remove(task.id)
                self.desk.note_change(work, "remove_tasks", event_id, before=task)
            work.commit()
        return tuple(TaskChange(task, None) for task in gone)

    def _set(self, event_id: str, task_ids: Ids, **facts: Any) -> Changes:
        return self._change(event_id, task_ids, lambda task: replace(task, **facts))

    def _change(self, event_id: str, task_ids: Ids, changed: Callable[[Task], Task]) -> Changes:
        """Change the tasks as they are stored now, in one stroke."""
        today, made = self.desk.today(), []
        with self.desk.work() as work:
            for task in work.tasks.list_for(event_id):
                after = with_status_kept(changed(task), today) if task.id in task_ids else task
                if after != task:
                    saved = work.tasks.save(after)
                    self.desk.note_change(work, "edit_tasks", event_id, before=task, after=saved)
                    keep_commitment(self.desk, work, task, saved)
                    made.append(TaskChange(task, saved))
            work.commit()
        return tuple(made)
