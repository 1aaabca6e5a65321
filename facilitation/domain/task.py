"""Tasks: what must be done, by when counted from the event, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from facilitation.domain.text import Text


class TaskStatus(StrEnum):
    """Where a task stands. "Late" is computed from the day, never stored."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    BLOCKED = "blocked"


class CountedFrom(StrEnum):
    """What ``Task.offset_days`` counts from.

    ``EVENT``: the first day where the offset is 0 or less, else the last one; ``HALF_YEAR``: the end of the half-year
    the event falls into (30 June or 31 December); ``TASK``: the due day of another task.
    """

    EVENT = "event"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    HALF_YEAR = "half_year"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A task begins after another one (``task_id``) is finished, and ``lag_days`` working days later."""

    task_id: str
    lag_days: int = 0


@dataclass(frozen=True, slots=True)
class TaskPoint:
    """One line of the small checklist inside a task."""

    id: str
    text: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a task, and when."""

    id: str
    author: str
    written_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    ``offset_days`` counts from what ``counted_from`` names (``counted_from_id`` = the other task), in calendar days or
    in working days (``is_working_days``); ``None`` = no deadline yet. The due day follows from it
    (``planning.deadlines``) unless ``pinned_on`` fixes it.
    ``work_days`` = working days the work itself takes (the due day is the last of them); ``waits_for`` = what must be
    finished before it begins.
    ``owner`` is a person or office, ``owner_role`` what the instrument calls for; ``deputy`` stands in.
    ``blocked_by`` says what blocks; ``is_reached`` whether the benchmark was reached (``None`` = not judged yet);
    ``proof`` is a link. Files are kept as ``Attachment``. ``from_note_id`` = the commitment of an earlier event this
    task carries over.
    ``minimum_days`` marks a minimum of the seed (90 for the start of design, 30 for invitations).
    ``rule`` links the task to a lead-time rule: "design", "invitations", "guide", "training", "proceedings" or "".
    """

    id: str
    event_id: str
    title: Text
    offset_days: int | None
    owner_role: Text = Text()
    owner: str = ""
    benchmark: Text = Text()
    status: TaskStatus = TaskStatus.PLANNED
    note: str = ""
    pinned_on: date | None = None
    done_on: date | None = None
    rule: str = ""
    minimum_days: int | None = None
    is_from_seed: bool = False
    position: int = 0
    counted_from: CountedFrom = CountedFrom.EVENT
    counted_from_id: str = ""
    is_working_days: bool = False
    work_days: int = 1
    waits_for: tuple[Dependency, ...] = ()
    deputy: str = ""
    blocked_by: str = ""
    is_reached: bool | None = None
    proof: str = ""
    points: tuple[TaskPoint, ...] = ()
    comments: tuple[Comment, ...] = ()
    from_note_id: str = ""
    version: int = 0
