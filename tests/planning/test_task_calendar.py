"""Which deadlines a calendar shows, and which it calls off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from facilitation.domain.task import CountedFrom, Dependency, Task
from facilitation.planning.task_calendar import PlannedTasks, Revision, due_tasks, owner_names
from tests.builders import EVENT_ID, a_task, a_text, an_event

FIRST = Revision(0, datetime(2027, 1, 1))
HOST = "Përfaqësuese, Zyra e Punësimit"
OTHER = "Drejtues, Bashkia Elbasan"


def a_plan(*tasks: Task, earlier: Mapping[str, tuple[Task, ...]] = {}, changed: Mapping[str, int] = {}) -> PlannedTasks:
    """A plan whose things changed last with these numbers: ``changed={"task-1": 4}``."""
    moments = {thing: Revision(number, datetime(2027, 1, number)) for thing, number in changed.items()}
    return PlannedTasks(an_event(), tasks, earlier, moments, FIRST)


def shown(plan: PlannedTasks, owner: str = "") -> list[tuple[str, str, bool]]:
    return [(entry.task.id, entry.due_on.isoformat(), entry.is_called_off) for entry in due_tasks(plan, owner)]


TASKS = (
    a_task("late", offset_days=-3, owner=HOST),
    a_task("early", offset_days=-20, owner=OTHER, deputy=HOST),
    a_task("undated", offset_days=None, owner=HOST),
    a_task("role", pinned_on=date(2027, 4, 1)),
)


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("", ["role", "early", "late"]),
        (HOST, ["early", "late"]),
        (f"  {HOST.upper()} ", ["early", "late"]),
        (OTHER, ["early"]),
        ("Coordinator (sq)", ["role"]),
        ("Coordinator (en)", ["role"]),
        ("nobody", []),
    ],
)
def test_an_owner_sees_what_is_theirs_and_whom_they_stand_in_for_by_day(owner: str, expected: list[str]) -> None:
    assert [entry.task.id for entry in due_tasks(a_plan(*TASKS), owner)] == expected


def test_owners_and_deputies_are_offered_once_and_roles_where_nobody_is_named() -> None:
    tasks = (*TASKS, a_task("again", owner=f"{HOST.lower()} "))

    assert owner_names(tasks, "en") == (HOST, OTHER, "Coordinator (en)")


@pytest.mark.parametrize(
    ("now", "owner"),
    [
        ((), ""),
        ((a_task(offset_days=None, owner=HOST),), ""),
        ((a_task(owner=OTHER),), HOST),
        ((a_task(owner=""),), HOST),
    ],
)
def test_what_was_removed_lost_its_day_or_went_to_somebody_else_is_called_off(
    now: tuple[Task, ...], owner: str
) -> None:
    plan = a_plan(
        *now, earlier={"task-1": (a_task(owner=HOST), a_task(owner=HOST, offset_days=-99))}, changed={"task-1": 7}
    )

    (entry,) = due_tasks(plan, owner)

    assert (entry.task, entry.due_on, entry.is_called_off) == (a_task(owner=HOST), date(2027, 5, 7), True)
    assert entry.revision.number == 7


def test_what_never_had_a_day_or_never_was_theirs_is_not_called_off() -> None:
    plan = a_plan(earlier={"a": (a_task("a", offset_days=None, owner=HOST),), "b": (a_task("b", owner=OTHER),)})

    assert shown(plan, HOST) == []


def test_a_task_taken_back_by_its_owner_is_an_entry_again() -> None:
    plan = a_plan(a_task(owner=HOST), earlier={"task-1": (a_task(owner=OTHER), a_task(owner=HOST))})

    assert shown(plan, HOST) == [("task-1", "2027-05-07", False)]
    assert shown(plan, OTHER) == [("task-1", "2027-05-07", True)]


def test_the_number_of_an_entry_grows_with_all_its_day_and_words_follow_from() -> None:
    task = a_task("task-1", waits_for=(Dependency("task-2"),))
    others = (a_task("task-2", title="Hall"), a_task("task-3"))

    numbers = {
        thing: due_tasks(a_plan(task, *others, changed={thing: 9}))[0].revision.number
        for thing in ("task-1", "task-2", "task-3", EVENT_ID)
    }

    assert numbers == {"task-1": 9, "task-2": 9, "task-3": 0, EVENT_ID: 9}


def test_an_entry_counted_from_others_follows_their_changes_and_a_ring_of_them_ends() -> None:
    first = a_task("task-1", counted_from=CountedFrom.TASK, counted_from_id="task-2", pinned_on=date(2027, 3, 1))
    second = replace(first, id="task-2", counted_from_id="task-3")
    third = replace(first, id="task-3", counted_from_id="task-1")

    assert due_tasks(a_plan(first, second, third, changed={"task-3": 5}))[0].revision.number == 5


def test_an_entry_names_what_it_waits_for_as_far_as_that_is_there() -> None:
    task = a_task("task-1", waits_for=(Dependency("task-2"), Dependency("gone")))

    assert due_tasks(a_plan(task, a_task("task-2", title="Hall")))[0].waits_for == (a_text("Hall"),)


def test_a_task_whose_ground_is_gone_is_called_off_on_the_day_it_had() -> None:
    follower = a_task("task-1", counted_from=CountedFrom.TASK, counted_from_id="task-2", offset_days=1)
    ground = a_task("task-2", pinned_on=date(2027, 5, 5))

    assert shown(a_plan(follower, ground)) == [("task-2", "2027-05-05", False), ("task-1", "2027-05-06", False)]
    assert shown(a_plan(follower, earlier={"task-2": (ground,)}, changed={"task-2": 3})) == [
        ("task-2", "2027-05-05", True),
        ("task-1", "2027-05-06", True),
    ]
