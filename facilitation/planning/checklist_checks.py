"""The rules a checklist is checked by: late tasks, tasks that cannot be in time, circles, tasks nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from facilitation.domain.finding import Finding, FindingValue, Severity, finding
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.planning.deadlines import is_overdue
from facilitation.planning.event_earliest import EarliestEvent
from facilitation.planning.task_circles import chain_text, counting_circle, waiting_circle
from facilitation.planning.task_network import TaskNetwork, task_network


@dataclass(frozen=True, slots=True)
class ChecklistUnderCheck:
    """The tasks of an event on one day; ``planned_from`` is the first day on which anything could be done."""

    record: EventRecord
    today: date
    planned_from: date
    network: TaskNetwork

    def late(self) -> Iterator[tuple[Task, date]]:
        """Open tasks whose day has passed, with that day."""
        for task in self.record.tasks:
            due_on = self.network.days[task.id].due_on
            if due_on is not None and is_overdue(task, due_on, self.today):
                yield task, due_on

    def cause(self, task: Task) -> dict[str, FindingValue]:
        """What a late task waits for, when it can be done and when the event could be; the case of its sentence."""
        chain = self.network.chain(task.id)
        values: dict[str, FindingValue] = {"chain": chain_text(chain)} if len(chain) > 1 else {}
        values["earliest_on"] = self.network.times[task.id].earliest_on.isoformat()
        event = self.record.event
        has_begun = self.today > event.starts_on
        event_on = None if has_begun else EarliestEvent(event, self.network).day_for([task])
        if event_on is not None:
            values["event_on"] = event_on.isoformat()
        case = "_".join(name for name in ("chain", "event") if name in values or f"{name}_on" in values)
        return values | ({"case": case} if case else {})


def checklist_findings(record: EventRecord, today: date) -> tuple[Finding, ...]:
    """What the rules say about the checklist on a day."""
    network = task_network(record.tasks, record.event, today)
    checked = ChecklistUnderCheck(record, today, planned_from(record, today), network)
    return tuple(remark for check in CHECKS for remark in check(checked))


def planned_from(record: EventRecord, today: date) -> date:
    """The first day work on the event is known of: the start of the design or the first task done; else today."""
    known = (record.event.design_started_on, *(task.done_on for task in record.tasks))
    return min((day for day in known if day is not None), default=today)


def check_late_tasks(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """A task is done by its day."""
    for task, due_on in checked.late():
        if due_on >= checked.planned_from:
            is_held_up = len(checked.network.chain(task.id)) > 1
            cause = checked.cause(task) if is_held_up else {}
            yield finding("task_late", Severity.WARN, task.id, title=task.title, due_on=due_on.isoformat(), **cause)


def check_impossible_tasks(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """A task was not due before the planning began: such a one cannot be done in time any more."""
    for task, due_on in checked.late():
        if due_on < checked.planned_from:
            yield finding("task_due_in_past", Severity.WARN, task.id, title=task.title, due_on=due_on.isoformat())


def check_hopeless_tasks(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """A task that is not due yet has the working days it needs, with all it waits for.

    Of a chain only the last task that comes too late is named: its chain names the others.
    """
    late = {task.id for task, _ in checked.late()}
    hopeless = [task for task in checked.network.too_late() if task.id not in late]
    covered = {before.id for task in hopeless for before in checked.network.chain(task.id)[:-1]}
    for task in hopeless:
        due_on = checked.network.days[task.id].due_on
        if task.id not in covered and due_on is not None:
            yield finding(
                "task_cannot_be_in_time",
                Severity.WARN,
                task.id,
                title=task.title,
                due_on=due_on.isoformat(),
                **checked.cause(task),
            )


def check_circles(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """Tasks do not wait for one another, or count from one another, in a circle."""
    for case, circle in (
        ("", waiting_circle(checked.record.tasks)),
        ("counting", counting_circle(checked.record.tasks)),
    ):
        if circle:
            values: dict[str, FindingValue] = {"case": case} if case else {}
            chain = chain_text((*circle, circle[0]))
            yield finding("task_circle", Severity.WARN, circle[0].id, **values, chain=chain)


def check_owners(checked: ChecklistUnderCheck) -> Iterator[Finding]:
    """Somebody does every task (domain.md 9.6). One remark for the whole list, about the one that is due first."""
    nobodys = [task for task in checked.record.tasks if _is_nobodys(task)]
    if nobodys:
        days = checked.network.days
        first = min(nobodys, key=lambda task: days[task.id].due_on or date.max)
        yield finding("no_owner", Severity.HINT, first.id, count=len(nobodys), title=first.title)


def _is_nobodys(task: Task) -> bool:
    """Whether an open task has no person; a role alone does no work."""
    return task.status is not TaskStatus.DONE and not task.owner.strip()


CHECKS: tuple[Callable[[ChecklistUnderCheck], Iterator[Finding]], ...] = (
    check_late_tasks,
    check_impossible_tasks,
    check_hopeless_tasks,
    check_circles,
    check_owners,
)
