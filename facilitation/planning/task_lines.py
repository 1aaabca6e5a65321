"""Between the lines of an instrument's checklist, which name one another by keys, and tasks, which do so by ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from facilitation.domain.instrument import InstrumentTask, TaskLink
from facilitation.domain.task import CountedFrom, Dependency, Task


def tasks_of_lines(lines: Sequence[InstrumentTask], event_id: str, new_id: Callable[[], str]) -> tuple[Task, ...]:
    """A task for each line, in their order; what a line names that is not there is left out."""
    ids = [new_id() for _line in lines]
    by_key = {line.key: task_id for line, task_id in zip(lines, ids, strict=True) if line.key}
    return tuple(
        Task(
            id=task_id,
            event_id=event_id,
            title=line.title,
            offset_days=line.offset_days,
            owner_role=line.owner_role,
            benchmark=line.benchmark,
            rule=line.rule,
            minimum_days=line.minimum_days,
            is_from_seed=line.is_from_seed,
            position=position,
            counted_from=line.counted_from,
            counted_from_id=by_key.get(line.after, ""),
            is_working_days=line.is_working_days,
            work_days=line.work_days,
            waits_for=tuple(
                Dependency(by_key[link.key], link.lag_days) for link in line.waits_for if link.key in by_key
            ),
        )
        for position, (line, task_id) in enumerate(zip(lines, ids, strict=True))
    )


def task_lines(tasks: Iterable[Task]) -> tuple[InstrumentTask, ...]:
    """The lines tasks would have in a template of one's own.

    Tasks without a day stay behind, and with them those that count from one of them. Only what is named gets a key.
    """
    kept = _countable(tuple(tasks))
    named = {task.counted_from_id for task in kept} | {link.task_id for task in kept for link in task.waits_for}
    keys = {task.id: f"task_{number}" for number, task in enumerate(kept, start=1) if task.id in named}
    return tuple(
        InstrumentTask(
            title=task.title,
            offset_days=task.offset_days or 0,
            owner_role=task.owner_role,
            benchmark=task.benchmark,
            rule=task.rule,
            minimum_days=task.minimum_days,
            is_from_seed=task.is_from_seed,
            key=keys.get(task.id, ""),
            counted_from=task.counted_from,
            after=keys.get(task.counted_from_id, "") if task.counted_from is CountedFrom.TASK else "",
            is_working_days=task.is_working_days,
            work_days=task.work_days,
            waits_for=tuple(
                TaskLink(keys[link.task_id], link.lag_days) for link in task.waits_for if link.task_id in keys
            ),
        )
        for task in kept
    )


def _countable(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks that count a day, from the event or from another one of them."""
    kept = {task.id: task for task in tasks if task.offset_days is not None}
    while True:
        adrift = [task.id for task in kept.values() if _counts_from_none_of(task, kept.keys())]
        if not adrift:
            return tuple(kept.values())
        for task_id in adrift:
            del kept[task_id]


def _counts_from_none_of(task: Task, ids: Iterable[str]) -> bool:
    return task.counted_from is CountedFrom.TASK and task.counted_from_id not in ids
