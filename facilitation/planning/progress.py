"""How far the checklist is, per owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_days, is_overdue


@dataclass(frozen=True, slots=True)
class OwnerProgress:
    """One owner's tasks: a named person or office, else the role of the instrument."""

    owner: Text
    done: int
    open: int
    late: int

    @property
    def total(self) -> int:
        """All tasks of this owner."""
        return self.done + self.open + self.late


def owner_of(task: Task) -> Text:
    """Who answers for a task: the person or office named, else the role."""
    return Text(sq=task.owner, en=task.owner) if task.owner else task.owner_role


def owner_progress(tasks: Iterable[Task], event: Event, today: date) -> tuple[OwnerProgress, ...]:
    """Done, open and late tasks per owner, in the order in which owners first appear."""
    counts: dict[Text, list[int]] = {}
    listed = tuple(tasks)
    days = due_days(listed, event)
    for task in listed:
        row = counts.setdefault(owner_of(task), [0, 0, 0])
        place = 0 if task.status is TaskStatus.DONE else 2 if is_overdue(task, days[task.id], today) else 1
        row[place] += 1
    return tuple(OwnerProgress(owner, *row) for owner, row in counts.items())
