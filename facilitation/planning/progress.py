"""Who answers for the tasks of an event, and how far each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.person import EventRole, Participation
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_days, is_overdue

ORGANISING = (EventRole.ORGANISER, EventRole.HOST, EventRole.FACILITATOR)
"""Whoever has one of these parts is offered first as an owner."""


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


def same_name(one: str, other: str) -> bool:
    """Whether two names as people type them mean the same one: letter case and spaces do not count."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.split()).casefold()


def is_mine(task: Task, me: str) -> bool:
    """Whether a task is this person's own, or one they stand in for; nobody's tasks are nobody's."""
    return bool(name_key(me)) and name_key(me) in (name_key(task.owner), name_key(task.deputy))


def known_names(tasks: Iterable[Task], participations: Iterable[Participation] = ()) -> tuple[str, ...]:
    """Everybody a task can be given to, each once: who has tasks already, then who organises, then who takes part."""
    parts = sorted(participations, key=lambda part: part.role not in ORGANISING)
    names = [name for task in tasks for name in (task.owner, task.deputy)]
    names += [part.person.name for part in parts]
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(name_key(name), " ".join(name.split()))
    return tuple(found.values())
