"""Tasks: what must be done, by when counted from the event, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitation.domain.text import Text


class TaskStatus(StrEnum):
    """Where a task stands. "Late" is computed from the day, never stored."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    ``offset_days`` counts from the event: 0 or less from the first day, more than 0 from the last day; ``None`` = no
    deadline yet. The due day follows from it (``planning.deadlines.due_day``) unless ``pinned_on`` fixes it.
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
    version: int = 0
