"""Due days counted from the event, moved off weekends and public holidays, and what moves when the event moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text

COUNTRIES = ("AL", "XK", "MK", "ME", "RS", "BA")
"""Countries whose public holidays are known (all six by library ``holidays``; BA: those of the whole state)."""
SATURDAY = 5
ONE_DAY = timedelta(days=1)


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


@dataclass(frozen=True, slots=True)
class TaskMove:
    """What moving the event does to one task. ``kept`` says why it stays: "done", "pinned", "undated" or "" (moves)."""

    task: Task
    before: date | None
    after: date | None
    kept: str


def deadline(offset_days: int, event: Event) -> Deadline:
    """The due day ``offset_days`` before the first day (0 or less) or after the last day (more than 0).

    Before the event it moves backwards, after it forwards, as often as needed. Day 0 is the event itself and stays.
    """
    counted_on = (event.ends_on if offset_days > 0 else event.starts_on) + timedelta(days=offset_days)
    if offset_days == 0:
        return Deadline(counted_on, counted_on, is_moved=False, holiday="")
    step = ONE_DAY if offset_days > 0 else -ONE_DAY
    due_on, holiday = counted_on, ""
    while not is_working_day(due_on, event.country):
        holiday = holiday or holiday_name(due_on, event.country).sq
        due_on += step
    return Deadline(due_on, counted_on, is_moved=due_on != counted_on, holiday=holiday)


def due_day(task: Task, event: Event) -> date | None:
    """The day a task is due: its pinned day, else counted from the event; ``None`` = no deadline yet."""
    if task.pinned_on is not None:
        return task.pinned_on
    return None if task.offset_days is None else deadline(task.offset_days, event).due_on


def is_late(task: Task, event: Event, today: date) -> bool:
    """Whether a task is still open after its due day."""
    due_on = due_day(task, event)
    return task.status is not TaskStatus.DONE and due_on is not None and due_on < today


def task_moves(tasks: Iterable[Task], event: Event, moved_event: Event) -> tuple[TaskMove, ...]:
    """For every task what moving the event would do: done, pinned and undated ones stay."""
    return tuple(_task_move(task, event, moved_event) for task in tasks)


def _task_move(task: Task, event: Event, moved_event: Event) -> TaskMove:
    before, kept = due_day(task, event), _kept(task)
    return TaskMove(task, before, before if kept else due_day(task, moved_event), kept)


def _kept(task: Task) -> str:
    """Why a task stays where it is; "" if it moves with the event."""
    if task.status is TaskStatus.DONE:
        return "done"
    if task.pinned_on is not None:
        return "pinned"
    return "undated" if task.offset_days is None else ""


def tasks_after_move(tasks: Iterable[Task], event: Event, moved_event: Event) -> tuple[Task, ...]:
    """The tasks as they are to be saved with the moved event: done ones are pinned to their old day."""
    moves = task_moves(tasks, event, moved_event)
    return tuple(replace(move.task, pinned_on=move.before) if move.kept == "done" else move.task for move in moves)


def is_working_day(day: date, country: str) -> bool:
    """Whether people work on a day: no Saturday, Sunday or public holiday of ``country`` (an ISO 3166 code)."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year, country)


def holiday_name(day: date, country: str) -> Text:
    """The public holiday on a day: ``sq`` in the language of the country, ``en`` in English; empty on other days."""
    return _holidays(day.year, country).get(day, Text())


@cache
def _holidays(year: int, country: str) -> dict[date, Text]:
    """The public holidays of a year; none for a country we do not know."""
    if country not in COUNTRIES:
        return {}
    local = country_holidays(country, years=year, language=_language_of(country))
    english = country_holidays(country, years=year, language="en_US")
    return {day: Text(sq=name, en=english.get(day, name)) for day, name in local.items()}


def _language_of(country: str) -> str:
    """The language the library names a country's holidays in by default; without it the machine's would decide."""
    return str(country_holidays(country).default_language)
