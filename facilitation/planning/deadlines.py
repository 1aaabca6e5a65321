"""Due days counted backwards and forwards, moved off weekends and public holidays, and why each is what it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.working_days import days_later, holiday_name, working_day_from, working_days_later

JUNE, DECEMBER = 6, 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day counted from the event: ``counted_on`` as counted, ``due_on`` after moving it to a working day.

    ``holiday`` is the name of the public holiday it was moved off, in the language of the country (Albanian for AL
    and XK); "" where it was moved off a plain weekend, or not moved. ``holiday_name`` gives it in both languages.
    """

    due_on: date
    counted_on: date
    is_moved: bool
    holiday: str


class DueState(StrEnum):
    """How a task came to its due day, or why it has none.

    ``COUNTED`` and ``PINNED`` have a day. ``UNDATED``: nobody counted one; ``CIRCULAR``: the tasks count from one
    another in a circle; ``ADRIFT``: the task it counts from is gone or has no day itself.
    """

    COUNTED = "counted"
    PINNED = "pinned"
    UNDATED = "undated"
    CIRCULAR = "circular"
    ADRIFT = "adrift"


@dataclass(frozen=True, slots=True)
class DueDay:
    """Why a task is due when it is: ``anchor_on`` is the day it was counted from, ``counted_on`` the day as counted.

    ``due_on`` differs from ``counted_on`` where that is a day off; ``holiday`` names the first public holiday it was
    moved off and is empty for a plain weekend.
    """

    state: DueState
    due_on: date | None = None
    anchor_on: date | None = None
    counted_on: date | None = None
    holiday: Text = Text()

    @property
    def is_moved(self) -> bool:
        """Whether the counted day was a day off."""
        return self.counted_on is not None and self.due_on != self.counted_on


NO_DAY = DueDay(DueState.UNDATED)


def deadline(offset_days: int, event: Event) -> Deadline:
    """The due day ``offset_days`` before the first day (0 or less) or after the last day (more than 0).

    Before the event it moves backwards, after it forwards, as often as needed. Day 0 is the event itself and stays.
    """
    found = _counted(Task("", event.id, Text(), offset_days), _event_day(CountedFrom.EVENT, offset_days, event), event)
    due_on, counted_on = found.due_on or event.starts_on, found.counted_on or event.starts_on
    return Deadline(due_on, counted_on, is_moved=found.is_moved, holiday=found.holiday.sq)


def due_day(task: Task, event: Event) -> date | None:
    """The day a task is due that does not count from another one; ``None`` = no deadline yet, or not known alone."""
    return _due(task, event, {}).due_on


def due_days(tasks: Iterable[Task], event: Event) -> Mapping[str, date | None]:
    """The day each task is due, by its id: pinned, or counted from the event, its half-year or another task."""
    return {task_id: found.due_on for task_id, found in due_reasons(tasks, event).items()}


def due_reasons(tasks: Iterable[Task], event: Event) -> Mapping[str, DueDay]:
    """Why each task is due when it is, by its id. Tasks that count from one another in a circle have no day."""
    known = {task.id: task for task in tasks}
    found: dict[str, DueDay] = {}
    for task in known.values():
        path, closing = _path(task, known, found)
        if closing:
            circle = path[[link.id for link in path].index(closing) :]
            found.update((link.id, DueDay(DueState.CIRCULAR)) for link in circle)
        for link in reversed(path):
            if link.id not in found:
                found[link.id] = _due(link, event, found)
    return found


def _path(task: Task, known: Mapping[str, Task], found: Mapping[str, DueDay]) -> tuple[list[Task], str]:
    """The task, the one it counts from and so on up to one that is worked out; and the id that closes a circle."""
    path: dict[str, Task] = {}
    link: Task | None = task
    while link is not None and link.id not in found:
        if link.id in path:
            return list(path.values()), link.id
        path[link.id] = link
        link = known.get(link.counted_from_id) if counts_from_task(link) else None
    return list(path.values()), ""


def counts_from_task(task: Task) -> bool:
    """Whether a task's day follows from another task's."""
    return task.counted_from is CountedFrom.TASK and task.offset_days is not None and task.pinned_on is None


def _due(task: Task, event: Event, found: Mapping[str, DueDay]) -> DueDay:
    """The due day of a task where ``found`` knows the one it counts from."""
    if task.pinned_on is not None:
        return DueDay(DueState.PINNED, task.pinned_on)
    if task.offset_days is None:
        return NO_DAY
    if task.counted_from is not CountedFrom.TASK:
        return _counted(task, _event_day(task.counted_from, task.offset_days, event), event)
    anchor = found.get(task.counted_from_id)
    if anchor is None or anchor.due_on is None:
        return DueDay(DueState.ADRIFT)
    return _counted(task, anchor.due_on, event)


def _event_day(counted_from: CountedFrom, offset_days: int, event: Event) -> date:
    """The day of the event, or the end of its half-year, that a task counts from."""
    if counted_from is CountedFrom.HALF_YEAR:
        return half_year_end(event.starts_on)
    is_last = counted_from is CountedFrom.LAST_DAY or (counted_from is CountedFrom.EVENT and offset_days > 0)
    return event.ends_on if is_last else event.starts_on


def half_year_end(day: date) -> date:
    """30 June or 31 December, whichever comes next."""
    return date(day.year, JUNE, 30) if day.month <= JUNE else date(day.year, DECEMBER, 31)


def _counted(task: Task, anchor_on: date, event: Event) -> DueDay:
    """So many days from the anchor; off days off, backwards for what precedes it and forwards for what follows.

    The days of the event itself are worked on whatever day they are, and so is the day another task is due.
    """
    offset = task.offset_days or 0
    if task.is_working_days and offset:
        counted_on = working_days_later(anchor_on, offset, event.country)
        return DueDay(DueState.COUNTED, counted_on, anchor_on, counted_on)
    counted_on = days_later(anchor_on, offset)
    if event.starts_on <= counted_on <= event.ends_on or (not offset and task.counted_from is CountedFrom.TASK):
        return DueDay(DueState.COUNTED, counted_on, anchor_on, counted_on)
    due_on = working_day_from(counted_on, event.country, is_forwards=offset > 0)
    return DueDay(DueState.COUNTED, due_on, anchor_on, counted_on, _first_holiday(counted_on, due_on, event.country))


def _first_holiday(counted_on: date, due_on: date, country: str) -> Text:
    """The first public holiday on the way from the counted day to the due day."""
    step = 1 if due_on > counted_on else -1
    on_the_way = range(0, (due_on - counted_on).days, step)
    names = (holiday_name(days_later(counted_on, days), country) for days in on_the_way)
    return next((name for name in names if name), Text())


def is_late(task: Task, event: Event, today: date) -> bool:
    """Whether a task that does not count from another one is still open after its due day."""
    return is_overdue(task, due_day(task, event), today)


def is_overdue(task: Task, due_on: date | None, today: date) -> bool:
    """Whether a task due on a day is still open after it."""
    return task.status is not TaskStatus.DONE and due_on is not None and due_on < today
