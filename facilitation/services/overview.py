"""What stands first on the home screen: days to go, tasks that wait, findings, who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.finding import Finding
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.library.loader import Library
from facilitation.planning.accepted import SettledFinding
from facilitation.planning.composition import PeopleCount, SectorRow, people_count, sector_rows
from facilitation.planning.deadlines import NO_DAY, DueDay, due_reasons, is_overdue
from facilitation.planning.overview import event_findings, judged_findings
from facilitation.services.desk import Desk
from facilitation.services.syntheses import consulted

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task with its computed day; ``why`` says how it was counted."""

    task: Task
    due_on: date | None
    is_late: bool
    why: DueDay = NO_DAY


@dataclass(frozen=True, slots=True)
class Overview:
    """One event at a glance. ``days_to_go`` is negative after the first day.

    ``findings`` are those nobody has accepted, ``settled`` the accepted ones with their reason.
    """

    event: Event
    record: EventRecord
    days_to_go: int
    late: tuple[DatedTask, ...]
    soon: tuple[DatedTask, ...]
    later_count: int
    done_count: int
    findings: tuple[Finding, ...]
    settled: tuple[SettledFinding, ...]
    sectors: tuple[SectorRow, ...]
    people: PeopleCount


def dated_tasks(tasks: tuple[Task, ...], event: Event, today: date) -> tuple[DatedTask, ...]:
    """All tasks with their days, the earliest first; undated ones last."""
    reasons = due_reasons(tasks, event)
    dated = (_dated(task, reasons[task.id], today) for task in tasks)
    return tuple(sorted(dated, key=lambda row: (row.due_on or date.max, row.task.position)))


def _dated(task: Task, why: DueDay, today: date) -> DatedTask:
    return DatedTask(task, why.due_on, is_overdue(task, why.due_on, today), why)


@dataclass(frozen=True, slots=True)
class Overviews:
    """Reads what the home screen needs in one go."""

    desk: Desk
    library: Library

    def today(self) -> date:
        """The day it is."""
        return self.desk.today()

    def get(self, event_id: str) -> Overview:
        """The overview of one event."""
        with self.desk.reading() as work:
            record = consulted(work, work.record(event_id))
        today, event = self.desk.today(), record.event
        dated = dated_tasks(record.tasks, event, today)
        waiting = [row for row in dated if row.task.status is not TaskStatus.DONE]
        soon = tuple(row for row in waiting if not row.is_late and row.due_on and row.due_on <= today + SOON)
        late = tuple(row for row in waiting if row.is_late)
        found = judged_findings(record, today, self.library.methods)
        return Overview(
            event=event,
            record=record,
            days_to_go=(event.starts_on - today).days,
            late=late,
            soon=soon,
            later_count=len(waiting) - len(late) - len(soon),
            done_count=len(dated) - len(waiting),
            findings=found.open,
            settled=found.settled,
            sectors=sector_rows(record.participations, event),
            people=people_count(record.participations),
        )

    def findings(self, event_id: str) -> tuple[Finding, ...]:
        """The findings of one event that nobody has accepted, blocking ones first."""
        with self.desk.reading() as work:
            record = consulted(work, work.record(event_id))
        return event_findings(record, self.desk.today(), self.library.methods)
