"""The thirty days within which the written volume is finished (domain.md 3.3, D+30; the seed says "in time")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.planning.deadlines import due_days
from facilitation.planning.volume_status import final_on, is_final

DAYS = 30
"""Days after the last day of the event."""
NEAR_DAYS = 10
"""From so many days before the limit on it is said."""
RULE = "proceedings"
"""The rule of the tasks that stand for the volume."""


@dataclass(frozen=True, slots=True)
class VolumeClock:
    """Where a volume stands against its day; ``days_left`` is negative once it is late."""

    due_on: date
    days_left: int
    has_begun: bool
    final_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether the day has passed without a final volume."""
        return self.has_begun and self.final_on is None and self.days_left < 0

    @property
    def is_near(self) -> bool:
        """Whether few days are left."""
        return self.has_begun and self.final_on is None and 0 <= self.days_left <= NEAR_DAYS

    @property
    def days_late(self) -> int:
        """How many days too late a final volume is (0 = in time)."""
        return max(0, (self.final_on - self.due_on).days) if self.final_on else 0


def volume_due(event: Event, tasks: Iterable[Task]) -> date:
    """The due day of the volume as the checklist has it, else thirty days after the last day."""
    tasks = tuple(tasks)
    due = due_days(tasks, event)
    days = [day for task in tasks if task.rule == RULE and (day := due.get(task.id))]
    return max(days, default=event.ends_on + timedelta(days=DAYS))


def volume_clock(record: EventRecord, today: date) -> VolumeClock:
    """The clock of an event's volume on a day; it runs from the day after the last one until the volume is final.

    Nobody waits for the volume of a sample.
    """
    due_on = volume_due(record.event, record.tasks)
    has_begun = today > record.event.ends_on and not record.event.is_sample
    return VolumeClock(due_on, (due_on - today).days, has_begun, final_on(record.proceedings))


def has_volume(record: EventRecord) -> bool:
    """Whether a volume is to be expected: a task asks for it, somebody began it, or there are notes to be printed."""
    plan = record.proceedings
    is_asked = any(task.rule == RULE for task in record.tasks)
    return is_asked or bool(plan.stages or plan.texts or record.notes)


def volume_findings(record: EventRecord, today: date) -> Iterator[Finding]:
    """A volume that is late, or soon will be; events with a task for it have the rule of that task instead."""
    if is_final(record.proceedings) or any(task.rule == RULE for task in record.tasks) or not has_volume(record):
        return
    clock = volume_clock(record, today)
    if clock.is_late:
        yield finding("late_volume", Severity.WARN, RULE, limit_on=clock.due_on.isoformat())
    elif clock.is_near:
        yield finding("late_volume", Severity.HINT, RULE, case="near", limit_on=clock.due_on.isoformat())
