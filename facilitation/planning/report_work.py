"""What reports say of the work: tasks by status, what is open, who answers for what, problems, measures and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from facilitation.domain.budget import Currency
from facilitation.domain.note import NoteKind
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.budget_sums import BudgetSums, budget_sums
from facilitation.planning.deadlines import due_days
from facilitation.planning.progress import owner_of
from facilitation.planning.report_sources import ReportSources, public_notes


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: what, who answers for it, its day, and how it stands (``days_late`` 0 = in time)."""

    title: Text
    owner: Text
    due_on: date | None
    status: TaskStatus
    done_on: date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class Activities:
    """All tasks by day, and how many of them are done, under way, planned, blocked and late."""

    rows: tuple[TaskRow, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)

    def count(self, status: TaskStatus) -> int:
        """How many tasks stand so."""
        return sum(row.status is status for row in self.rows)

    @property
    def late(self) -> int:
        """How many open tasks are past their day."""
        return sum(bool(row.days_late) for row in self.rows)


def activities(sources: ReportSources) -> Activities:
    """The checklist as others may read it: no notes, no comments."""
    return Activities(tuple(_task_rows(sources)))


def open_tasks(sources: ReportSources) -> tuple[TaskRow, ...]:
    """What is not done yet, the first due first."""
    return tuple(row for row in _task_rows(sources) if row.status is not TaskStatus.DONE)


def _task_rows(sources: ReportSources) -> Iterator[TaskRow]:
    days = due_days(sources.record.tasks, sources.event)
    for task in sorted(sources.record.tasks, key=lambda task: (days[task.id] or date.max, task.position)):
        yield _task_row(sources, task, days[task.id])


def _task_row(sources: ReportSources, task: Task, due_on: date | None) -> TaskRow:
    is_open = task.status is not TaskStatus.DONE
    late = max(0, (sources.today - due_on).days) if due_on and is_open else 0
    title, owner = sources.hidden(task.title), sources.hidden(owner_of(task))
    return TaskRow(title, owner, due_on, task.status, task.done_on, late)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """Who answers for what: an office or role and the titles of its tasks."""

    owner: Text
    tasks: tuple[Text, ...]


def roles(sources: ReportSources) -> tuple[RoleRow, ...]:
    """The tasks by who answers for them, in the order in which each first appears."""
    grouped: dict[Text, list[Text]] = {}
    for row in _task_rows(sources):
        if row.owner:
            grouped.setdefault(row.owner, []).append(row.title)
    return tuple(RoleRow(owner, tuple(titles)) for owner, titles in grouped.items())


MOST_LATE = 5
"""Late tasks that are named among the problems; the table of activities has all of them."""


class ProblemKind(StrEnum):
    """What can go wrong so that the record knows it; ``MORE_LATE`` = as many tasks as ``days`` says are late too."""

    BLOCKED = "blocked"
    LATE = "late"
    MORE_LATE = "more_late"
    GAP = "gap"
    OVER = "over"
    NO_SESSION = "no_session"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: a task blocked (``why``) or late (``days``), money that is missing or spent beyond the plan
    (``amount`` in ``currency``), an objective that no session serves."""

    kind: ProblemKind
    what: Text = Text()
    why: str = ""
    days: int = 0
    amount: Decimal = Decimal(0)
    currency: Currency = Currency.ALL


def problems(sources: ReportSources) -> tuple[Problem, ...]:
    """What the record knows of problems; what is done about them somebody writes."""
    return (*_task_problems(sources), *_money_problems(sources), *_goal_problems(sources))


def _task_problems(sources: ReportSources) -> Iterator[Problem]:
    blocked = [task for task in sources.record.tasks if task.status is TaskStatus.BLOCKED]
    for task in blocked:
        yield Problem(ProblemKind.BLOCKED, sources.hidden(task.title), why=sources.hide(task.blocked_by.strip()))
    late = [row for row in _task_rows(sources) if row.days_late and row.status is not TaskStatus.BLOCKED]
    for row in late[:MOST_LATE]:
        yield Problem(ProblemKind.LATE, row.title, days=row.days_late)
    if len(late) > MOST_LATE:
        yield Problem(ProblemKind.MORE_LATE, days=len(late) - MOST_LATE)


def _money_problems(sources: ReportSources) -> Iterator[Problem]:
    sums = money(sources)
    if sums is None:
        return
    if sums.gap > 0:
        yield Problem(ProblemKind.GAP, amount=sums.gap, currency=sums.currency)
    if sums.total.difference > 0:
        yield Problem(ProblemKind.OVER, amount=sums.total.difference, currency=sums.currency)


def _goal_problems(sources: ReportSources) -> Iterator[Problem]:
    for trace in sources.volume.background.objectives:
        if not trace.session_titles:
            yield Problem(ProblemKind.NO_SESSION, trace.text)


def money(sources: ReportSources) -> BudgetSums | None:
    """The sums of the budget; ``None`` where it has no lines."""
    return budget_sums(sources.record.budget) if sources.record.budget.lines else None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what, which institution, by when, and when it was carried out (``None`` = open)."""

    number: int
    text: str
    institution: str
    due_on: date | None
    done_on: date | None
    is_overdue: bool


def measures(sources: ReportSources) -> tuple[Measure, ...]:
    """The commitments of the public sessions: an institution that takes something on has adopted a measure."""
    kept = [note for note in public_notes(sources.record) if note.kind is NoteKind.COMMITMENT]
    return tuple(
        Measure(
            number=number,
            text=note.text,
            institution=note.owner,
            due_on=note.due_on,
            done_on=note.done_on,
            is_overdue=note.done_on is None and note.due_on is not None and note.due_on < sources.today,
        )
        for number, note in enumerate(kept, start=1)
    )


@dataclass(frozen=True, slots=True)
class Results:
    """What is expected, in words, and what is counted afterwards (the indicators of the instrument)."""

    expected: Text
    indicators: tuple[Text, ...]

    def __bool__(self) -> bool:
        return bool(self.expected)


def results(sources: ReportSources) -> Results:
    """The expected results of the event."""
    return Results(sources.event.expected_results, sources.indicators)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file kept with the event: its name, the kind of thing it belongs to ("task", "note", …), and its day."""

    name: str
    subject: str
    belongs_to: Text
    added_on: date


def files(sources: ReportSources) -> tuple[FileRow, ...]:
    """The files kept with the event, the newest first."""
    titles = {task.id: sources.hidden(task.title) for task in sources.record.tasks}
    found = sorted(sources.record.attachments, key=lambda file: file.added_at, reverse=True)
    return tuple(
        FileRow(sources.hide(file.name), file.subject, titles.get(file.subject_id, Text()), file.added_at.date())
        for file in found
    )
