"""What moving the event does to its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.planning.deadlines import NO_DAY, DueDay, due_reasons


@dataclass(frozen=True, slots=True)
class TaskMove:
    """What moving the event does to one task.

    ``kept`` says why it stays: "done", "pinned", "undated", "half_year" (it counts from a half-year that stays the
    same), "task" (it counts from a task that stays) or "" (it follows the event, even where that is the same day).
    ``old`` and ``new`` say how its day was and will be counted.
    """

    task: Task
    before: date | None
    after: date | None
    kept: str
    old: DueDay = field(default=NO_DAY, compare=False)
    new: DueDay = field(default=NO_DAY, compare=False)


def task_moves(tasks: Iterable[Task], event: Event, moved_event: Event) -> tuple[TaskMove, ...]:
    """For every task what moving the event would do: done, pinned and undated ones stay, and what counts from them."""
    before = tuple(tasks)
    old = due_reasons(before, event)
    new = due_reasons(_with_done_pinned(before, old), moved_event)
    return tuple(_task_move(task, old[task.id], new[task.id]) for task in before)


def _task_move(task: Task, old: DueDay, new: DueDay) -> TaskMove:
    kept = _kept(task, old, new)
    return TaskMove(task, old.due_on, old.due_on if kept == "done" else new.due_on, kept, old, new)


def _kept(task: Task, old: DueDay, new: DueDay) -> str:
    """Why a task stays where it is; "" if it moves with the event."""
    if task.status is TaskStatus.DONE:
        return "done"
    if task.pinned_on is not None:
        return "pinned"
    if new.due_on is None:
        return "undated"
    if task.counted_from in (CountedFrom.HALF_YEAR, CountedFrom.TASK) and old.anchor_on == new.anchor_on:
        return task.counted_from.value
    return ""


def tasks_after_move(tasks: Iterable[Task], event: Event, moved_event: Event) -> tuple[Task, ...]:
    """The tasks as they are to be saved with the moved event: done ones are pinned to their old day."""
    moves = task_moves(tasks, event, moved_event)
    return tuple(replace(move.task, pinned_on=move.before) if move.kept == "done" else move.task for move in moves)


def _with_done_pinned(tasks: Iterable[Task], old: Mapping[str, DueDay]) -> tuple[Task, ...]:
    return tuple(
        replace(task, pinned_on=old[task.id].due_on) if task.status is TaskStatus.DONE else task for task in tasks
    )
