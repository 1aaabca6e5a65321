"""Tasks get owners and change hands, each time in one stroke that can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.event import Event
from facilitation.domain.person import EventRole, Person
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.role_owners import HandOver
from facilitation.services.application import Application

OFFICE, OTHER = "Zyra e Prefektit, Durrës", "Bashkia Korçë"


@pytest.fixture
def role(app: Application, conference: Event) -> Text:
    """The role with the most tasks."""
    roles = [task.owner_role for task in app.tasks.list_for(conference.id)]
    return max(roles, key=roles.count)


def of_role(app: Application, event: Event, role: Text) -> list[Task]:
    return [task for task in app.tasks.list_for(event.id) if task.owner_role == role]


def owners(app: Application, event: Event, role: Text) -> list[str]:
    return [task.owner for task in of_role(app, event, role)]


def test_a_role_given_to_an_office_fills_its_open_tasks_in_one_stroke(
    app: Application, conference: Event, role: Text
) -> None:
    by_hand, done, *rest = of_role(app, conference, role)
    app.tasks.edit(by_hand, replace(by_hand, owner=OTHER))
    app.tasks.set_status(done.id, TaskStatus.DONE)

    changed = app.task_owners.give_role(conference.id, role, f" {OFFICE} ")

    assert changed == len(rest) > 1
    assert owners(app, conference, role) == [OTHER, "", *[OFFICE] * len(rest)]

    app.history.undo(conference.id, "task")

    assert owners(app, conference, role) == [OTHER, "", *[""] * len(rest)]


def test_a_role_changes_hands_without_touching_other_roles(app: Application, conference: Event, role: Text) -> None:
    app.task_owners.give_role(conference.id, role, OFFICE)
    app.task_owners.give_role_deputy(conference.id, role, "Zyra D")

    app.task_owners.give_role(conference.id, role, OTHER)

    tasks = app.tasks.list_for(conference.id)
    assert {(task.owner, task.deputy) for task in tasks if task.owner_role == role} == {(OTHER, "Zyra D")}
    assert {(task.owner, task.deputy) for task in tasks if task.owner_role != role} == {("", "")}


def test_tasks_given_by_hand_change_only_when_they_are_named(app: Application, conference: Event, role: Text) -> None:
    by_hand, *_rest = of_role(app, conference, role)
    app.tasks.edit(by_hand, replace(by_hand, owner=OTHER))

    assert app.task_owners.give(conference.id, [by_hand.id], OFFICE) == 1

    assert app.tasks.get(by_hand.id).owner == OFFICE
    assert app.history.list_for(conference.id)[0].verb == "give_tasks"


def test_a_role_nobody_has_any_more_is_said(app: Application, conference: Event) -> None:
    with pytest.raises(NotFound, match="No task has this role"):
        app.task_owners.give_role(conference.id, Text(en="Piper"), OFFICE)


def test_all_open_tasks_of_a_person_are_handed_over_and_undone_together(
    app: Application, conference: Event, role: Text
) -> None:
    app.task_owners.give_role(conference.id, role, OFFICE)
    count = len(of_role(app, conference, role))

    changed = app.task_owners.hand_over(conference.id, HandOver(OFFICE, OTHER))

    assert changed == count
    assert set(owners(app, conference, role)) == {OTHER}

    app.history.undo(conference.id, "task")

    assert set(owners(app, conference, role)) == {OFFICE}


@pytest.mark.parametrize(("taker", "said"), [("  ", "Nobody takes"), ("zyra e prefektit,  durrës", "already")])
def test_a_hand_over_needs_somebody_else(app: Application, conference: Event, taker: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        app.task_owners.hand_over(conference.id, HandOver(OFFICE, taker))


def test_names_are_those_of_the_event(app: Application, conference: Event) -> None:
    first = app.tasks.list_for(conference.id)[0]
    app.tasks.edit(first, replace(first, owner=OFFICE, deputy=OTHER))
    app.people.add(conference.id, Person("", "Folësja"))
    app.people.add(conference.id, Person("", "Organizatorja"), role=EventRole.ORGANISER)

    assert app.task_owners.names(conference.id) == (OFFICE, OTHER, "Organizatorja", "Folësja")


def test_who_sits_at_this_computer_is_remembered(app: Application) -> None:
    assert app.preferences.own_name() == ""

    app.preferences.choose_own_name("  Zyra  A ")

    assert app.preferences.own_name() == "Zyra A"
