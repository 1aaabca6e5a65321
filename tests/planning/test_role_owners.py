"""Roles get people, and tasks change hands."""

from __future__ import annotations

from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.role_owners import (
    HandOver,
    RoleOwner,
    given_to,
    handed_over,
    role_owners,
    with_role_deputy,
    with_role_owner,
)
from tests.builders import a_task, a_text


def the_role(*tasks: Task) -> RoleOwner:
    (role,) = role_owners(tasks)
    return role


def owners(tasks: tuple[Task, ...]) -> dict[str, tuple[str, str]]:
    return {task.id: (task.owner, task.deputy) for task in tasks}


def test_every_role_has_its_tasks_and_tasks_without_a_role_have_none() -> None:
    tasks = (a_task("t1"), a_task("t2", owner_role=a_text("Host")), a_task("t3"), a_task("t4", owner_role=Text()))

    found = [(role.role, role.count, [task.id for task in role.open]) for role in role_owners(tasks)]

    assert found == [(a_text("Coordinator"), 2, ["t1", "t3"]), (a_text("Host"), 1, ["t2"])]


def test_the_person_of_a_role_is_who_has_more_than_half_of_its_open_tasks() -> None:
    most = the_role(a_task("t1", owner="Zyra A"), a_task("t2", owner="zyra a", deputy="Zyra D"), a_task("t3"))
    half = the_role(a_task("t1", owner="Zyra A"), a_task("t2"))

    assert (most.owner, most.deputy, half.owner) == ("Zyra A", "", "")


def test_a_role_fills_the_tasks_of_nobody_and_leaves_done_ones_and_those_given_by_hand() -> None:
    role = the_role(
        a_task("t1"),
        a_task("t2"),
        a_task("by-hand", owner="Zyra B"),
        a_task("done", status=TaskStatus.DONE),
    )

    assert owners(with_role_owner(role, "Zyra A")) == {"t1": ("Zyra A", ""), "t2": ("Zyra A", "")}
    assert [task.id for task in role.given] == ["by-hand"]


def test_another_person_takes_the_tasks_of_the_one_before_and_not_those_given_by_hand() -> None:
    role = the_role(
        a_task("t1", owner="Zyra A"), a_task("t2", owner="Zyra A"), a_task("t3"), a_task("by-hand", owner="Zyra B")
    )

    # two of four are not more than half: nobody has the role, so Zyra A's tasks count as given by hand
    assert owners(with_role_owner(role, "Zyra C")) == {"t3": ("Zyra C", "")}

    role = the_role(a_task("t1", owner="Zyra A"), a_task("t2", owner="Zyra A"), a_task("by-hand", owner="Zyra B"))

    assert owners(with_role_owner(role, "Zyra C")) == {"t1": ("Zyra C", ""), "t2": ("Zyra C", "")}


def test_a_role_can_be_taken_back() -> None:
    role = the_role(a_task("t1", owner="Zyra A"), a_task("t2", owner="Zyra A"))

    assert owners(with_role_owner(role, "")) == {"t1": ("", ""), "t2": ("", "")}


def test_nothing_changes_where_everything_is_so_already() -> None:
    assert with_role_owner(the_role(a_task(owner="Zyra A")), "Zyra A") == ()


def test_a_deputy_of_a_role_leaves_those_chosen_by_hand_and_nobody_stands_in_for_themselves() -> None:
    role = the_role(
        a_task("t1", owner="Zyra A"),
        a_task("own", owner="Zyra D"),
        a_task("by-hand", owner="Zyra A", deputy="Zyra E"),
    )

    assert owners(with_role_deputy(role, "Zyra D")) == {"t1": ("Zyra A", "Zyra D")}


def test_who_was_the_deputy_and_gets_the_task_has_no_deputy_any_more() -> None:
    assert owners(given_to((a_task(owner="Zyra A", deputy="Zyra B"),), "Zyra B")) == {"task-1": ("Zyra B", "")}


def test_who_leaves_hands_over_own_tasks_and_those_they_stood_in_for() -> None:
    tasks = (
        a_task("own", owner="Zyra A", deputy="Zyra D"),
        a_task("stood-in", owner="Zyra B", deputy="Zyra A"),
        a_task("of-the-taker", owner="Zyra C", deputy="Zyra A"),
        a_task("done", owner="Zyra A", status=TaskStatus.DONE),
        a_task("other", owner="Zyra B"),
    )

    assert owners(handed_over(tasks, HandOver("Zyra A", "Zyra C"))) == {
        "own": ("Zyra C", "Zyra D"),
        "stood-in": ("Zyra B", "Zyra C"),
        "of-the-taker": ("Zyra C", ""),
    }


def test_only_the_chosen_tasks_are_handed_over() -> None:
    tasks = (a_task("t1", owner="Zyra A"), a_task("t2", owner="Zyra A"))

    assert owners(handed_over(tasks, HandOver("Zyra A", "Zyra B", {"t2"}))) == {"t2": ("Zyra B", "")}
