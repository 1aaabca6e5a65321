"""Circles of tasks are found, whatever stands around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.task import CountedFrom, Dependency, Task
from facilitation.planning.task_circles import counting_circle, waiting_circle
from tests.builders import a_task


def waiting(task_id: str, *others: str) -> Task:
    return a_task(task_id, waits_for=tuple(Dependency(other) for other in others))


def ids(circle: tuple[Task, ...]) -> list[str]:
    return [task.id for task in circle]


def test_a_circle_is_named_from_its_first_task_on() -> None:
    tasks = (waiting("a", "gone", "b"), waiting("b", "c"), waiting("c", "d"), waiting("d", "b"))

    assert ids(waiting_circle(tasks)) == ["b", "c", "d"]


def test_a_task_that_waits_for_itself_is_a_circle() -> None:
    assert ids(waiting_circle([waiting("a", "a")])) == ["a"]


def test_two_ways_to_the_same_task_are_no_circle() -> None:
    assert waiting_circle((waiting("a", "b", "c"), waiting("b", "d"), waiting("c", "d"), waiting("d"))) == ()


def test_counting_in_a_circle_is_found_and_other_anchors_are_not_looked_at() -> None:
    a = a_task("a", counted_from=CountedFrom.TASK, counted_from_id="b")
    b = a_task("b", counted_from=CountedFrom.TASK, counted_from_id="a")

    assert ids(counting_circle((a, b))) == ["a", "b"]
    assert counting_circle((a, a_task("b", counted_from_id="a"))) == ()


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=25))
def test_a_circle_is_found_exactly_where_one_can_come_back(pairs: list[tuple[int, int]]) -> None:
    others = {n: [b for a, b in pairs if a == n] for n in range(13)}
    tasks = [waiting(str(n), *map(str, found)) for n, found in others.items()]

    circle = ids(waiting_circle(tasks))

    assert bool(circle) is any(n in _reached(n, others) for n in others)
    assert all(int(after) in others[int(one)] for one, after in zip(circle, circle[1:] + circle[:1], strict=True))


def _reached(start: int, others: dict[int, list[int]]) -> set[int]:
    """Everything that can be reached from a task in one step or more."""
    found: set[int] = set()
    waiting_list = list(others[start])
    while waiting_list:
        one = waiting_list.pop()
        if one not in found:
            found.add(one)
            waiting_list += others[one]
    return found
