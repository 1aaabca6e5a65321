"""The small checklist inside a task."""

from __future__ import annotations

import pytest

from facilitation.domain.task import Task, TaskPoint
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.task_points import (
    points_done,
    with_point_added,
    with_point_changed,
    with_point_moved,
    without_point,
)
from tests.builders import a_task


def a_list(*ids: str) -> Task:
    return a_task(points=tuple(TaskPoint(name, f"point {name}") for name in ids))


def ids(task: Task) -> str:
    return "".join(point.id for point in task.points)


def test_a_point_comes_last_without_spaces_around_it() -> None:
    assert with_point_added(a_list("a"), TaskPoint("b", " ask the hall ")).points[-1] == TaskPoint("b", "ask the hall")


def test_a_point_is_ticked_and_counted() -> None:
    task = with_point_changed(a_list("a", "b"), "b", is_done=True)

    assert (task.points[1], points_done(task)) == (TaskPoint("b", "point b", is_done=True), 1)


@pytest.mark.parametrize(
    ("point", "by", "expected"), [("a", 1, "bac"), ("c", -1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("a", 9, "bca")]
)
def test_a_point_moves_and_stays_at_the_ends(point: str, by: int, expected: str) -> None:
    assert ids(with_point_moved(a_list("a", "b", "c"), point, by=by)) == expected


def test_a_point_is_removed() -> None:
    assert ids(without_point(a_list("a", "b", "c"), "b")) == "ac"


def test_an_empty_point_is_refused() -> None:
    with pytest.raises(InvalidInput):
        with_point_added(a_task(), TaskPoint("a", "  "))
    with pytest.raises(InvalidInput):
        with_point_changed(a_list("a"), "a", text="")


def test_a_point_that_is_gone_is_named() -> None:
    with pytest.raises(NotFound):
        without_point(a_list("a"), "b")
