"""Which deadlines a calendar shows: those of everybody or of one owner, and those that are called off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_days
from facilitation.planning.progress import owner_of


@dataclass(frozen=True, slots=True)
class Revision:
    """The last change of a thing: its number among all changes of the plan, and its moment."""

    number: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PlannedTasks:
    """The tasks of an event as they are, and what the history tells of them.

    ``earlier`` = the states each task had before, the newest first, also of tasks that were removed; ``revisions`` =
    the last change of each task and of the event, by id; ``first`` stands for what never changed.
    """

    event: Event
    tasks: tuple[Task, ...]
    earlier: Mapping[str, tuple[Task, ...]]
    revisions: Mapping[str, Revision]
    first: Revision


@dataclass(frozen=True, slots=True)
class DueTask:
    """A deadline in a calendar. ``waits_for`` = the titles of what must be finished before the work begins."""

    task: Task
    due_on: date
    revision: Revision
    waits_for: tuple[Text, ...] = ()
    is_called_off: bool = False


def due_tasks(plan: PlannedTasks, owner: str = "") -> tuple[DueTask, ...]:
    """The deadlines of everybody, or of one owner and of whom they stand in for; the earliest first.

    Those that were there once and are no more follow as called off: removed, without a day or given to somebody else.
    """
    known = _Known(plan, _last_dated(plan), {task.id: task.title for task in plan.tasks})
    days = due_days(plan.tasks, plan.event)
    shown = [_due(task, day, known) for task in plan.tasks if concerns(task, owner) and (day := days[task.id])]
    return (*_by_day(shown), *_by_day(_called_off(known, owner, {entry.task.id for entry in shown})))


def concerns(task: Task, owner: str) -> bool:
    """Whether a task is somebody's, or they stand in for its owner; "" asks for everybody."""
    return not owner or folded(owner) in {folded(name) for name in _names(task)}


def owner_names(tasks: Iterable[Task], language: str) -> tuple[str, ...]:
    """Everybody a calendar of deadlines can be for, each once: owners (who is named, else the role) and deputies."""
    names: dict[str, str] = {}
    for task in tasks:
        for name in (owner_of(task).said_in(language), task.deputy):
            if name.strip():
                names.setdefault(folded(name), " ".join(name.split()))
    return tuple(names.values())


def folded(name: str) -> str:
    """A name as it is compared: spaces and capitals make no other person."""
    return " ".join(name.split()).casefold()


def _names(task: Task) -> tuple[str, ...]:
    owner = owner_of(task)
    return tuple(name for name in (owner.sq, owner.en, task.deputy) if name.strip())


def _by_day(entries: Iterable[DueTask]) -> list[DueTask]:
    return sorted(entries, key=lambda entry: (entry.due_on, entry.task.position, entry.task.id))


@dataclass(frozen=True, slots=True)
class _Known:
    """A plan; ``ever`` = every task there ever was, as it is or as it was when it last had a day."""

    plan: PlannedTasks
    ever: Mapping[str, Task]
    titles: Mapping[str, Text]


def _due(task: Task, due_on: date, known: _Known, *, is_called_off: bool = False) -> DueTask:
    waits_for = tuple(known.titles[wait.task_id] for wait in task.waits_for if wait.task_id in known.titles)
    return DueTask(task, due_on, _revision(task, known), waits_for, is_called_off)


def _revision(task: Task, known: _Known) -> Revision:
    """The last change of all an entry follows from: the task, the event, what it counts from and what it waits for."""
    things = {known.plan.event.id, task.id, *(wait.task_id for wait in task.waits_for), *_counted_from(task, known)}
    revisions = (known.plan.revisions[thing] for thing in things if thing in known.plan.revisions)
    return max((known.plan.first, *revisions), key=lambda revision: revision.number)


def _counted_from(task: Task, known: _Known) -> tuple[str, ...]:
    """The tasks whose days a day follows from, one behind the other; also those that are gone."""
    chain: list[str] = []
    while task.counted_from is CountedFrom.TASK and task.counted_from_id not in chain:
        chain.append(task.counted_from_id)
        task = known.ever.get(task.counted_from_id, task)
    return tuple(chain)


def _has_day(task: Task) -> bool:
    return task.pinned_on is not None or task.offset_days is not None


def _last_dated(plan: PlannedTasks) -> dict[str, Task]:
    now = {task.id: task for task in plan.tasks}
    states = {task_id: _states(task_id, now, plan) for task_id in {**now, **plan.earlier}}
    return {task_id: next((state for state in found if _has_day(state)), found[0]) for task_id, found in states.items()}


def _states(task_id: str, now: Mapping[str, Task], plan: PlannedTasks) -> tuple[Task, ...]:
    """All states of a task, the present one first."""
    return (*((now[task_id],) if task_id in now else ()), *plan.earlier.get(task_id, ()))


def _called_off(known: _Known, owner: str, shown: set[str]) -> Iterator[DueTask]:
    """What the calendar had at some time and has no more, each as it stood there last."""
    plan, now = known.plan, {task.id: task for task in known.plan.tasks}
    for task_id in known.ever.keys() - shown:
        states = (state for state in _states(task_id, now, plan) if concerns(state, owner) and _has_day(state))
        dated = ((state, _day_then(state, known)) for state in states)
        yield from ([_due(state, day, known, is_called_off=True) for state, day in dated if day][:1])


def _day_then(state: Task, known: _Known) -> date | None:
    """The day of an earlier state, counted from the event as it is now and from tasks as they last had a day."""
    chain = [known.ever[task_id] for task_id in _counted_from(state, known) if task_id in known.ever]
    return due_days([state, *(task for task in chain if task.id != state.id)], known.plan.event).get(state.id)
