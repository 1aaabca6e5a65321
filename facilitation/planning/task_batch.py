"""Several tasks changed in one stroke: their days moved and pinned, and what a stroke changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitation.domain.task import Task
from facilitation.errors import InvalidInput, mark

FARTHEST = 3650
TOO_FAR = mark(
    "With {days} days, the task “{title}” would be more than ten years from the event. Move it by fewer days."
)


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What a stroke did to one task; ``after`` is None where it was removed."""

    before: Task
    after: Task | None


def shifted(task: Task, days: int) -> Task:
    """The task so many days later, or earlier below zero; an undated one stays.

    A pinned day moves in calendar days, a counted one in those it is counted in. Raises InvalidInput.
    """
    if task.pinned_on is not None:
        return replace(task, pinned_on=_moved(task, task.pinned_on, days))
    if task.offset_days is None:
        return task
    offset = task.offset_days + days
    if abs(offset) > FARTHEST:
        raise InvalidInput(TOO_FAR, days=days, title=task.title)
    return replace(task, offset_days=offset)


def _moved(task: Task, day: date, days: int) -> date:
    if abs(days) > FARTHEST:
        raise InvalidInput(TOO_FAR, days=days, title=task.title)
    return day + timedelta(days=days)


def pinned(task: Task, due_on: date | None) -> Task:
    """The task fixed to the day it is due now; one without a day stays as it is."""
    return task if due_on is None else replace(task, pinned_on=due_on)
