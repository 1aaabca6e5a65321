"""The minima that practice has shown, and the changes of a task that would break one (seed 002; domain.md 9.1)."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task

DAYS_BEFORE = {"guide": 1, "training": 1}
"""Rules of the seed that name no number of days: the guide is final and the facilitators are trained before the event
(seed 002, R3.7 and R3.8). 90 days for design and 30 for invitations stand in the tasks themselves (R3.1, R3.10)."""


@dataclass(frozen=True, slots=True)
class BrokenMinimum:
    """Why a change of a task would break its minimum of so many ``days`` before the event.

    ``case``: "removed" (the task itself), "unmarked" (its minimum or its rule), "undated" (it would have no day),
    "linked" (its day would follow another task or a half-year) or "late" (it would be due ``left`` days before).
    """

    task: Task
    days: int
    case: str
    left: int = 0


def minimum_of(task: Task) -> int | None:
    """The days before the event by which a task must be done; ``None`` = it has no minimum."""
    return task.minimum_days or DAYS_BEFORE.get(task.rule)


def broken_minimum(before: Task, after: Task | None, event: Event) -> BrokenMinimum | None:
    """What a change (``after`` None = removing) would do to the minimum of a task; ``None`` where it is kept.

    A change that leaves things as they are is never asked about, even where the minimum is broken already.
    """
    days = minimum_of(before)
    if days is None:
        return None
    if after is None:
        return BrokenMinimum(before, days, "removed")
    if (minimum_of(after) or 0) < days:
        return BrokenMinimum(before, days, "unmarked")
    if _when(before) == _when(after):
        return None
    return _late(before, after, event, days)


def _when(task: Task) -> tuple[object, ...]:
    """The fields a due day follows from."""
    counting = (task.counted_from, task.counted_from_id, task.is_working_days)
    return task.pinned_on, *((task.offset_days, *counting) if task.pinned_on is None else ())


def _late(before: Task, after: Task, event: Event, days: int) -> BrokenMinimum | None:
    if after.pinned_on is None and after.offset_days is None:
        return BrokenMinimum(before, days, "undated")
    left = days_before(after, event)
    if left is None:
        return BrokenMinimum(before, days, "linked")
    return BrokenMinimum(before, days, "late", left) if left < days else None


def days_before(task: Task, event: Event) -> int | None:
    """How many days before the first day a task is due, as counted; less than 0 = after it, ``None`` = cannot be said.

    Working days are counted as days: they only lie further before the event.
    """
    if task.pinned_on is not None:
        return (event.starts_on - task.pinned_on).days
    if task.offset_days is None or task.counted_from in (CountedFrom.HALF_YEAR, CountedFrom.TASK):
        return None
    is_from_last = task.counted_from is CountedFrom.LAST_DAY
    is_after = task.counted_from is CountedFrom.EVENT and task.offset_days > 0
    return -task.offset_days - ((event.ends_on - event.starts_on).days if is_from_last or is_after else 0)
