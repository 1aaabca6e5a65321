"""What waits for what: earliest and latest days of every open task, its slack and the critical path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task
from facilitation.planning.deadlines import DueDay, due_reasons
from facilitation.planning.task_work import Work, Worklist
from facilitation.planning.working_days import numbered_working_day


@dataclass(frozen=True, slots=True)
class TaskTimes:
    """When an open task can be finished at the earliest and must be at the latest, in whole working days.

    ``latest_on`` heeds its own due day and what waits for it; ``begin_by`` is the last day to begin. ``slack`` =
    working days between the two; below 0 it holds up itself or what waits for it. ``held_by`` is the open task that
    decides ``earliest_on`` ("" = none does). ``is_too_late`` = its own due day cannot be kept any more.
    """

    earliest_on: date
    latest_on: date | None = None
    begin_by: date | None = None
    slack: int | None = None
    held_by: str = ""
    is_too_late: bool = False


@dataclass(frozen=True, slots=True)
class TaskNetwork:
    """The open tasks of an event on a day; ``days`` has all tasks.

    ``critical`` is the chain of tasks waiting for one another that takes longest, ``critical_days`` its working days.
    """

    tasks: Mapping[str, Task]
    days: Mapping[str, DueDay]
    times: Mapping[str, TaskTimes]
    critical: tuple[Task, ...]
    critical_days: int

    def chain(self, task_id: str) -> tuple[Task, ...]:
        """The open tasks that decide when a task can be finished, the first one first, the task itself last."""
        path = [task_id]
        while held_by := self.times[path[-1]].held_by:
            path.append(held_by)
        return tuple(self.tasks[step] for step in reversed(path))

    def too_late(self) -> tuple[Task, ...]:
        """The open tasks that cannot be done by their day any more, in their order."""
        return tuple(task for task in self.tasks.values() if task.id in self.times and self.times[task.id].is_too_late)


def task_network(tasks: Iterable[Task], event: Event, today: date) -> TaskNetwork:
    """Work out all open tasks. Where tasks wait for one another in a circle, what they wait for is left out."""
    known = {task.id: task for task in tasks}
    days = due_reasons(known.values(), event)
    order = Worklist(event, today, known, days).in_order()
    earliest, held_by = _earliest(order)
    latest = _latest(order)
    times = {}
    for work in order:
        task_id = work.task.id
        found = _Numbers(earliest[task_id], latest.get(task_id), held_by[task_id])
        times[task_id] = _times(work, found, days[task_id].due_on, event.country)
    critical, length = _longest(order)
    return TaskNetwork(known, days, times, critical, length)


def _earliest(order: Sequence[Work]) -> tuple[dict[str, int], dict[str, str]]:
    """By task the number of the first working day by which it can be finished, and the task it has to wait for."""
    finished: dict[str, int] = {}
    held_by: dict[str, str] = {}
    for work in order:
        start, holder = work.not_before, ""
        for link in () if work.is_begun else work.waits_for:
            free = finished[link.task_id] + link.lag_days + 1 if link.task_id in finished else start
            if free > start:
                start, holder = free, link.task_id
        finished[work.task.id], held_by[work.task.id] = _finish(work, start), holder
    return finished, held_by


def _finish(work: Work, start: int) -> int:
    """The last working day of some work; what is under way is taken to be on time."""
    finish = start + work.length - 1
    return min(finish, max(work.by, start)) if work.is_begun and work.by is not None else finish


def _latest(order: Sequence[Work]) -> dict[str, int]:
    """By task the number of the last working day it must be finished by; no entry where nothing asks for one."""
    latest = {work.task.id: work.by for work in order if work.by is not None}
    for work in reversed(order):
        by = latest.get(work.task.id)
        if by is None or work.is_begun:
            continue
        for link in work.waits_for:
            before = by - work.length - link.lag_days
            latest[link.task_id] = min(before, latest.get(link.task_id, before))
    return latest


@dataclass(frozen=True, slots=True)
class _Numbers:
    earliest: int
    latest: int | None
    held_by: str


def _times(work: Work, found: _Numbers, due_on: date | None, country: str) -> TaskTimes:
    """The numbers as days; the number of the due day is that day, also where it is a day off."""

    def day(number: int) -> date:
        return due_on if due_on is not None and number == work.by else numbered_working_day(number, country)

    if found.latest is None:
        return TaskTimes(day(found.earliest), held_by=found.held_by)
    return TaskTimes(
        earliest_on=day(found.earliest),
        latest_on=day(found.latest),
        begin_by=day(found.latest - work.length + 1) if work.length else day(found.latest),
        slack=found.latest - found.earliest,
        held_by=found.held_by,
        is_too_late=work.by is not None and found.earliest > work.by,
    )


def _longest(order: Sequence[Work]) -> tuple[tuple[Task, ...], int]:
    """The chain of tasks waiting for one another that takes the most working days, pauses between them included."""
    taken: dict[str, int] = {}
    before: dict[str, str] = {}
    for work in order:
        open_links = [link for link in work.waits_for if link.task_id in taken]
        ends = [(taken[link.task_id] + link.lag_days, link.task_id) for link in open_links]
        length, holder = max(ends, default=(0, ""))
        taken[work.task.id], before[work.task.id] = max(length, 0) + work.length, holder if length > 0 else ""
    if not taken:
        return (), 0
    works = {work.task.id: work.task for work in order}
    path = [max(taken, key=lambda task_id: taken[task_id])]
    while before[path[-1]]:
        path.append(before[path[-1]])
    return tuple(works[task_id] for task_id in reversed(path)), taken[path[0]]
