"""How much work each owner has in each week: the days of open tasks, laid on the working days before they are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_days
from facilitation.planning.progress import owner_of
from facilitation.planning.working_days import is_working_day

MOST_WORK_DAYS = 5
"""A week has no more working days."""
MOST_DUE = 10
"""Tasks that may fall due in one week: two a day (ours)."""
ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """What one owner has in the week from ``monday``: days of work, and the tasks they belong to.

    ``due`` are the tasks that fall due in it; those that are late already count in the week of today.
    """

    owner: Text
    monday: date
    work_days: int
    tasks: tuple[Task, ...]
    due: tuple[Task, ...]

    @property
    def is_too_much_work(self) -> bool:
        """Whether the work does not fit into a week of one person."""
        return self.work_days > MOST_WORK_DAYS

    @property
    def is_overload(self) -> bool:
        """Whether there is too much work, or too much falls due."""
        return self.is_too_much_work or len(self.due) > MOST_DUE

    @property
    def friday(self) -> date:
        """The last day one works in the week."""
        return self.monday + timedelta(days=4)


def week_loads(tasks: Sequence[Task], event: Event, today: date) -> tuple[WeekLoad, ...]:
    """The load of every owner and week with work in it, by week, then in the order of the owners in the checklist.

    What was to be done before today and is still open has to be done from today on: it counts in the week of today.
    """
    days = due_days(tasks, event)
    worked: dict[tuple[date, Text], list[Task]] = {}
    due: dict[tuple[date, Text], list[Task]] = {}
    for task in tasks:
        due_on = days.get(task.id)
        if due_on is None or task.status is TaskStatus.DONE or not owner_of(task):
            continue
        for day in _days_of_work(task, due_on, event, today):
            worked.setdefault((monday_of(day), owner_of(task)), []).append(task)
        due.setdefault((monday_of(max(due_on, today)), owner_of(task)), []).append(task)
    places = {owner: place for place, owner in enumerate(dict.fromkeys(owner_of(task) for task in tasks))}
    keys = sorted({*worked, *due}, key=lambda key: (key[0], places[key[1]]))
    return tuple(_load(key, worked.get(key, []), due.get(key, [])) for key in keys)


def _load(key: tuple[date, Text], worked: Sequence[Task], due: Sequence[Task]) -> WeekLoad:
    monday, owner = key
    return WeekLoad(owner, monday, len(worked), _each_once((*worked, *due)), tuple(due))


def _each_once(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple({task.id: task for task in tasks}.values())


def _days_of_work(task: Task, due_on: date, event: Event, today: date) -> Iterator[date]:
    """The working days a task takes, the last of them the day it is due; none lies before today."""
    day = due_on
    for _number in range(max(task.work_days, 1)):
        yield max(day, today)
        day -= ONE_DAY
        while day > today and not is_working_day(day, event.country):
            day -= ONE_DAY


def monday_of(day: date) -> date:
    """The Monday of the ISO week of a day."""
    return day - timedelta(days=day.weekday())


def overloads(loads: Iterable[WeekLoad]) -> tuple[WeekLoad, ...]:
    """The weeks in which somebody has too much, the heaviest first."""
    found = [load for load in loads if load.is_overload]
    return tuple(sorted(found, key=lambda load: (-load.work_days, -len(load.due), load.monday)))
