"""The small checklist inside a task: its points added, changed, moved and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitation.domain.task import Task, TaskPoint
from facilitation.errors import InvalidInput, NotFound, mark

EMPTY = mark("The point is empty. Write in a few words what is to be done.")
GONE = mark("This point was removed in the meantime.")


def with_point_added(task: Task, point: TaskPoint) -> Task:
    """The task with one more point at the end. Raises InvalidInput where it says nothing."""
    return replace(task, points=(*task.points, _with_words(point)))


def with_point_changed(task: Task, point_id: str, **facts: Any) -> Task:
    """The task with some fields of one point set. Raises NotFound, and InvalidInput where it would say nothing."""
    place = _place(task, point_id)
    changed = _with_words(replace(task.points[place], **facts))
    return replace(task, points=(*task.points[:place], changed, *task.points[place + 1 :]))


def with_point_moved(task: Task, point_id: str, *, by: int) -> Task:
    """The task with one point so many places later, or earlier below zero; at the ends it stays. Raises NotFound."""
    place = _place(task, point_id)
    points = list(task.points)
    point = points.pop(place)
    points.insert(min(max(place + by, 0), len(points)), point)
    return replace(task, points=tuple(points))


def without_point(task: Task, point_id: str) -> Task:
    """The task without one point. Raises NotFound."""
    place = _place(task, point_id)
    return replace(task, points=(*task.points[:place], *task.points[place + 1 :]))


def points_done(task: Task) -> int:
    """How many points of a task are ticked."""
    return sum(point.is_done for point in task.points)


def _place(task: Task, point_id: str) -> int:
    for place, point in enumerate(task.points):
        if point.id == point_id:
            return place
    raise NotFound(GONE)


def _with_words(point: TaskPoint) -> TaskPoint:
    if not point.text.strip():
        raise InvalidInput(EMPTY)
    return replace(point, text=point.text.strip())
