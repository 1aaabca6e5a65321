"""Open tasks as work in numbered working days, each after what it waits for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.planning.deadlines import DueDay
from facilitation.planning.working_days import days_later, is_working_day, working_day_number

FROM_EVENT = (CountedFrom.EVENT, CountedFrom.FIRST_DAY, CountedFrom.LAST_DAY)


@dataclass(frozen=True, slots=True)
class Work:
    """An open task in numbers of working days: ``by`` is that of its due day, ``not_before`` the first to begin on.

    ``length`` is a day less where the due day is a day off: that day, such as the Sunday of the event, has no number.
    """

    task: Task
    length: int
    by: int | None
    not_before: int
    waits_for: tuple[Dependency, ...]

    @property
    def is_begun(self) -> bool:
        """Whether it is under way: then it waits for nothing any more."""
        return self.task.status is TaskStatus.IN_PROGRESS


@dataclass(frozen=True, slots=True)
class Worklist:
    """The tasks of an event on a day; ``days`` are their due days."""

    event: Event
    today: date
    tasks: Mapping[str, Task]
    days: Mapping[str, DueDay]

    def in_order(self) -> list[Work]:
        """The open tasks, each after what it waits for; in a circle nothing is waited for."""
        now = self.slot(self.today)
        works = {task.id: self._work(task, now) for task in self.tasks.values() if task.status is not TaskStatus.DONE}
        ready = _ready(works)
        free = set(ready)
        caught = [_freed(work, free) for task_id, work in works.items() if task_id not in free]
        return [works[task_id] for task_id in ready] + caught

    def slot(self, day: date) -> int:
        """The number of a working day, or of the first one after a day off."""
        return working_day_number(days_later(day, -1), self.event.country) + 1

    def _work(self, task: Task, now: int) -> Work:
        due_on, country = self.days[task.id].due_on, self.event.country
        length = max(1, task.work_days)
        if due_on is None:
            return Work(task, length, None, self._after_done(task, now), task.waits_for)
        length -= not is_working_day(due_on, country)
        by = working_day_number(due_on, country)
        not_before = max(now, self._release(task, by - length + 1, now))
        return Work(task, length, by, self._after_done(task, not_before), task.waits_for)

    def _release(self, task: Task, last_start: int, now: int) -> int:
        """What follows the event does not begin before it, unless its own day asks for that."""
        if task.pinned_on or task.counted_from not in FROM_EVENT or (task.offset_days or 0) < 0:
            return now
        return min(last_start, self.slot(self.event.ends_on if task.offset_days else self.event.starts_on))

    def _after_done(self, task: Task, not_before: int) -> int:
        """What is done lets the next task begin on the same day, or as many working days later as agreed."""
        for link in task.waits_for:
            other = self.tasks.get(link.task_id)
            if other is not None and other.status is TaskStatus.DONE and other.done_on is not None:
                done = working_day_number(other.done_on, self.event.country)
                not_before = max(not_before, done + link.lag_days)
        return not_before


def followers(works: Iterable[Work]) -> dict[str, list[Work]]:
    """What waits for each task, by its id."""
    found: dict[str, list[Work]] = {}
    for work in works:
        for link in work.waits_for:
            found.setdefault(link.task_id, []).append(work)
    return found


def _ready(works: Mapping[str, Work]) -> list[str]:
    """The ids of the works that some order allows, in such an order."""
    left = {task_id: sum(link.task_id in works for link in work.waits_for) for task_id, work in works.items()}
    waiting = followers(works.values())
    ready = [task_id for task_id, count in left.items() if not count]
    for task_id in ready:
        for follower in waiting.get(task_id, ()):
            left[follower.task.id] -= 1
            if not left[follower.task.id]:
                ready.append(follower.task.id)
    return ready


def _freed(work: Work, known: Collection[str]) -> Work:
    return replace(work, waits_for=tuple(link for link in work.waits_for if link.task_id in known))
