"""The months of a wall calendar: which days, and what stands on each of them."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_days
from facilitation.planning.working_days import holiday_name

MOST_MONTHS = 24
"""Beyond two years only months with something in them get a page: a slip in a year must not print a thousand."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: its open deadlines in their order, its public holiday, and which day of the event it is (0 = none)."""

    day: date
    tasks: tuple[Task, ...] = ()
    holiday: Text = Text()
    event_day: int = 0

    @property
    def is_free(self) -> bool:
        """Whether people are off work: a weekend or a public holiday."""
        return self.day.weekday() >= 5 or bool(self.holiday)


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month in weeks from Monday; ``None`` stands for days of the months beside it."""

    first: date
    weeks: tuple[tuple[CalendarDay | None, ...], ...]

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The days of the month."""
        return tuple(day for week in self.weeks for day in week if day)

    @property
    def has_content(self) -> bool:
        """Whether a deadline or the event lies in it."""
        return any(day.tasks or day.event_day for day in self.days)


def wall_calendar(tasks: Iterable[Task], event: Event) -> tuple[CalendarMonth, ...]:
    """The months from the first open deadline (or the event) to the last one."""
    tasks = tuple(tasks)
    due = due_days(tasks, event)
    by_day: dict[date, list[Task]] = {}
    for task in tasks:
        day = due[task.id]
        if day is not None and task.status is not TaskStatus.DONE:
            by_day.setdefault(day, []).append(task)
    days = (*by_day, event.starts_on, event.ends_on)
    months = tuple(_month(first, by_day, event) for first in _months(min(days), max(days)))
    return months if len(months) <= MOST_MONTHS else tuple(month for month in months if month.has_content)


def undated(tasks: Iterable[Task], event: Event) -> tuple[Task, ...]:
    """Open tasks that stand on no day."""
    tasks = tuple(tasks)
    due = due_days(tasks, event)
    return tuple(task for task in tasks if due[task.id] is None and task.status is not TaskStatus.DONE)


def _months(first: date, last: date) -> Iterable[date]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def _month(first: date, by_day: Mapping[date, Sequence[Task]], event: Event) -> CalendarMonth:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return CalendarMonth(
        first,
        tuple(tuple(_day(day, by_day, event) if day.month == first.month else None for day in week) for week in weeks),
    )


def _day(day: date, by_day: Mapping[date, Sequence[Task]], event: Event) -> CalendarDay:
    is_event = event.starts_on <= day <= event.ends_on
    tasks = sorted(by_day.get(day, ()), key=lambda task: task.position)
    return CalendarDay(
        day, tuple(tasks), holiday_name(day, event.country), (day - event.starts_on).days + 1 if is_event else 0
    )
