"""The checklist: add, edit, finish and remove tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, mark
from facilitation.services.commitments import keep_commitment
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.services.task_circles import refuse_circles


@dataclass(frozen=True, slots=True)
class Tasks:
    """What people do with the tasks of an event."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Task, ...]:
        """All tasks in their order."""
        with self.desk.reading() as work:
            return work.tasks.list_for(event_id)

    def get(self, task_id: str) -> Task:
        """One task."""
        with self.desk.reading() as work:
            return work.tasks.get(task_id)

    def add(self, event_id: str, title: Text, *, offset_days: int | None = None, owner: str = "") -> Task:
        """Add a task at the end of the list."""
        _refuse_untitled(title)
        with self.desk.work() as work:
            position = 1 + max((task.position for task in work.tasks.list_for(event_id)), default=0)
            task = Task(self.desk.new_id(), event_id, title, offset_days, owner=owner.strip(), position=position)
            saved = work.tasks.save(task)
            self.desk.note_change(work, "add_task", event_id, after=saved)
            work.commit()
        return saved

    def add_many(self, tasks: Iterable[Task]) -> int:
        """Add imported tasks after the existing ones; answers how many."""
        count = 0
        with self.desk.work() as work:
            for count, task in enumerate(tasks, start=1):
                if count == 1:
                    last = max((known.position for known in work.tasks.list_for(task.event_id)), default=0)
                saved = work.tasks.save(replace(task, position=last + count))
                self.desk.note_change(work, "import_tasks", task.event_id, after=saved)
            work.commit()
        return count

    def edit(self, seen: Task, wanted: Task) -> Task:
        """Change a task; finishing it writes the day, opening it again clears it."""
        _refuse_untitled(wanted.title)
        with self.desk.work() as work:
            stored = work.tasks.get(seen.id)
            after = self._with_done_day(merged(seen, wanted, stored, subject=seen.id))
            if after == stored:
                return stored
            refuse_circles(work.tasks.list_for(seen.event_id), stored, after)
            saved = work.tasks.save(after)
            self.desk.note_change(work, "edit_task", seen.event_id, before=stored, after=saved)
            keep_commitment(self.desk, work, stored, saved)
            work.commit()
        return saved

    def set_status(self, task_id: str, status: TaskStatus) -> Task:
        """Set where a task stands."""
        task = self.get(task_id)
        return self.edit(task, replace(task, status=status))

    def _with_done_day(self, task: Task) -> Task:
        if task.status is TaskStatus.DONE:
            return task if task.done_on else replace(task, done_on=self.desk.today())
        return replace(task, done_on=None)

    def remove(self, task_id: str) -> None:
        """Remove a task; undo brings it back."""
        with self.desk.work() as work:
            task = work.tasks.get(task_id)
            work.tasks.remove(task_id)
            self.desk.note_change(work, "remove_task", task.event_id, before=task)
            work.commit()


def _refuse_untitled(title: Text) -> None:
    if not title:
        raise InvalidInput(mark("The task has no title. Write what is to be done."))
