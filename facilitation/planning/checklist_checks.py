"""The rules a checklist is checked by: late tasks, tasks that never could be in time, tasks nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.planning.deadlines import due_days, is_overdue


@dataclass(frozen=True, slots=True)
class ChecklistUnderCheck:
    """The tasks of an event on one day; ``planned_from`` is the first day on which anything could be done."""

    record: EventRecord
    today: date
    planned_from: date

    def late(self) -> Iterator[tuple[Task, date]]:
        """Open tasks whose day has passed, with that day."""
        days = due_days(self.record.tasks, self.record.event)
        for task in self.record.tasks:
            due_on = days[task.id]
            if due_on is not None and is_overdue(task, due_on, self.today):
                yield task, due_on


def checklist_findings(record: EventRecord, today: date) -> tuple[Finding, ...]:
    """What the rules say about the checklist on a day."""
    checked = ChecklistUnderCheck(record, today, planned_from(record, today))
    return tuple(remark for check in CHECKS for remark in check(checked))


def planned_from(record: EventRecord, today: date) -> date:
    """The first day work on the event is known of: the start of the design or the first task done; else today."""
    known = (record.event.design_started_on, *(task.done_on for task in record.tasks))
    return min((day for day in known if day is not None), default=today)


def check_late_tasks(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """A task is done by its day."""
    for task, due_on in checked.late():
        if due_on >= checked.planned_from:
            yield finding("task_late", Severity.WARN, task.id, title=task.title, due_on=due_on.isoformat())


def check_impossible_tasks(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """A task was not due before the planning began: such a one cannot be done in time any more."""
    for task, due_on in checked.late():
        if due_on < checked.planned_from:
            yield finding("task_due_in_past", Severity.WARN, task.id, title=task.title, due_on=due_on.isoformat())


def check_owners(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """Somebody does every task (domain.md 9.6). One remark for the whole list, about the one that is due first."""
    nobodys = [task for task in checked.record.tasks if _is_nobodys(task)]
    if nobodys:
        days = due_days(checked.record.tasks, checked.record.event)
        first = min(nobodys, key=lambda task: days[task.id] or date.max)
        yield finding("no_owner", Severity.HINT, first.id, count=len(nobodys), title=first.title)


def _is_nobodys(task: Task) -> bool:
    """Whether an open task has no person; a role alone does no work."""
    return task.status is not TaskStatus.DONE and not task.owner.strip()


CHECKS: tuple[Callable[[ChecklistUnderCheck], Iterator[Finding]], ...] = (
    check_late_tasks,
    check_impossible_tasks,
    check_owners,
)
