"""What tasks were before: the history read backwards from how they are now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from facilitation.domain.history import REDO, UNDO, Change
from facilitation.domain.task import Task
from facilitation.errors import InvalidInput
from facilitation.storage.history import made_again, undone


def earlier_tasks(
    tasks: Iterable[Task], changes: Iterable[Change], fields: frozenset[str], *, since: datetime | None = None
) -> dict[str, tuple[Task, ...]]:
    """The states of each task before the changes (the newest change first), as far as ``fields`` tell them apart.

    Other fields of an earlier state may be those of a later one. ``since`` = only what was changed from then on.
    """
    changes = tuple(changes)
    by_id = {change.id: change for change in changes}
    now: dict[str, Task | None] = {task.id: task for task in tasks}
    states: dict[str, tuple[Task, ...]] = {}
    for change in changes:
        if since is not None and change.happened_at.timestamp() < since.timestamp():
            break
        if change.subject != "task" or not _touches(by_id.get(change.after, change), fields):
            continue
        before = _before(now.get(change.subject_id), change, by_id)
        now[change.subject_id] = before
        if before is not None:
            states[change.subject_id] = (*states.get(change.subject_id, ()), before)
    return states


def _touches(change: Change, fields: frozenset[str]) -> bool:
    """Whether a change made or removed a task, or changed one of the fields."""
    return not (change.before and change.after) or not fields.isdisjoint(json.loads(change.before))


def _before(task: Task | None, change: Change, by_id: Mapping[str, Change]) -> Task | None:
    """The task before a change; as it is where the history does not reach further back."""
    target = by_id.get(change.after) if change.verb in (UNDO, REDO) else change
    if target is None:
        return task
    try:
        found = made_again(task, target) if change.verb == UNDO else undone(task, target)
    except InvalidInput:
        return task
    return found if isinstance(found, Task) else None
