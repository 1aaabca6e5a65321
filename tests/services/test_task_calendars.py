"""Deadlines for calendars: a file, and a link per owner that follows the checklist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from facilitation.domain.event import Event
from facilitation.domain.feed import FeedScope
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, Revoked
from facilitation.services.application import Application
from facilitation.services.events import NewEvent

HOST = "Përfaqësuese, Zyra e Punësimit"
OTHER = "Drejtues, Bashkia Elbasan"
TASKS = [FeedScope.TASKS, FeedScope.TODOS]


@pytest.fixture
def event(app: Application) -> Event:
    """An event whose checklist is empty."""
    made = app.events.create(NewEvent("regional-group", Text(sq="Takimi", en="Meeting"), date(2027, 5, 20)))
    for task in app.tasks.list_for(made.id):
        app.tasks.remove(task.id)
    return made


def a_task(app: Application, event: Event, title: str = "Ftesat", owner: str = HOST) -> Task:
    return app.tasks.add(event.id, Text(sq=title, en=title), offset_days=-30, owner=owner)


def entries(data: bytes) -> list[tuple[str, str]]:
    calendar: Any = Calendar.from_ical(data)
    found = (*calendar.walk("VEVENT"), *calendar.walk("VTODO"))
    return [(str(entry["SUMMARY"]), str(entry["STATUS"])) for entry in found]


def numbers(data: bytes) -> dict[str, int]:
    calendar: Any = Calendar.from_ical(data)
    return {str(entry["SUMMARY"]): int(entry["SEQUENCE"]) for entry in calendar.walk("VEVENT")}


def the_file(app: Application, event: Event, **choices: Any) -> bytes:
    """The file without what was removed before the test began."""
    return app.task_calendars.make(event.id, "sq", **{"has_called_off": False} | choices)


def test_the_file_holds_everybody_or_one_owner_as_days_or_as_things_to_do(app: Application, event: Event) -> None:
    a_task(app, event)
    a_task(app, event, "Salla", OTHER)

    assert entries(the_file(app, event)) == [("Ftesat", "CONFIRMED"), ("Salla", "CONFIRMED")]
    assert entries(the_file(app, event, owner=HOST)) == [("Ftesat", "CONFIRMED")]
    assert entries(the_file(app, event, owner=OTHER, is_todo=True)) == [("Salla", "NEEDS-ACTION")]
    assert app.task_calendars.owners(event.id, "sq") == (HOST, OTHER)


def test_the_file_is_named_after_the_event_and_its_owner(app: Application, event: Event) -> None:
    a_task(app, event)

    names = [
        str(Calendar.from_ical(app.task_calendars.make(event.id, language, owner=owner))["X-WR-CALNAME"])
        for language, owner in (("sq", ""), ("en", HOST))
    ]

    assert names == ["Afatet: Takimi", f"Deadlines: Meeting – {HOST}"]


def test_the_same_plan_gives_the_same_bytes(app: Application, event: Event) -> None:
    a_task(app, event)

    assert app.task_calendars.make(event.id, "sq") == app.task_calendars.make(event.id, "sq")


def test_a_removed_task_is_called_off_in_the_file(app: Application, event: Event) -> None:
    task = a_task(app, event)
    app.tasks.remove(task.id)

    assert ("Ftesat", "CANCELLED") in entries(app.task_calendars.make(event.id, "sq"))
    assert entries(the_file(app, event)) == []


def test_a_file_for_nobody_is_refused(app: Application, event: Event) -> None:
    with pytest.raises(InvalidInput):
        app.task_calendars.make(event.id, "sq", owner="nobody")


@pytest.mark.parametrize("scope", TASKS)
@pytest.mark.parametrize("subject", ["", "nobody"])
def test_a_link_to_deadlines_is_always_somebodys(
    app: Application, event: Event, scope: FeedScope, subject: str
) -> None:
    a_task(app, event)

    with pytest.raises(InvalidInput):
        app.feeds.create(event.id, scope, subject=subject)


@pytest.mark.parametrize("scope", TASKS)
def test_a_link_shows_the_tasks_of_its_owner_and_of_whom_they_stand_in_for(
    app: Application, event: Event, scope: FeedScope
) -> None:
    a_task(app, event)
    deputised = a_task(app, event, "Salla", OTHER)
    app.tasks.edit(deputised, replace(deputised, deputy=HOST))
    a_task(app, event, "Udhërrëfyesi", OTHER)

    feed = app.feeds.create(event.id, scope, subject=HOST)

    assert [title for title, _status in entries(app.feeds.calendar(feed.token))] == ["Ftesat", "Salla"]
    assert feed == app.feeds.create(event.id, scope, subject=HOST)
    app.feeds.revoke(feed.token)
    with pytest.raises(Revoked):
        app.feeds.calendar(feed.token)


def removed(app: Application, task: Task) -> None:
    app.tasks.remove(task.id)


def handed_over(app: Application, task: Task) -> None:
    app.tasks.edit(task, replace(task, owner=OTHER))


def without_a_day(app: Application, task: Task) -> None:
    app.tasks.edit(task, replace(task, offset_days=None))


@pytest.mark.parametrize("change", [removed, handed_over, without_a_day])
@pytest.mark.parametrize("scope", TASKS)
def test_what_is_gone_since_the_link_was_made_is_called_off_and_undo_brings_it_back(
    app: Application, event: Event, scope: FeedScope, change: Callable[[Application, Task], None]
) -> None:
    task = a_task(app, event)
    feed = app.feeds.create(event.id, scope, subject=HOST)

    change(app, task)
    gone = app.feeds.calendar(feed.token)
    app.history.undo(event.id, "task")
    back = app.feeds.calendar(feed.token)

    assert entries(gone) == [("Ftesat", "CANCELLED")]
    assert [status for _title, status in entries(back)] == ["CONFIRMED" if scope is FeedScope.TASKS else "NEEDS-ACTION"]


def test_a_link_made_afterwards_says_nothing_of_what_it_never_showed(app: Application, event: Event) -> None:
    removed(app, a_task(app, event))
    a_task(app, event, "Salla")

    feed = app.feeds.create(event.id, FeedScope.TASKS, subject=HOST)

    assert entries(app.feeds.calendar(feed.token)) == [("Salla", "CONFIRMED")]


def test_the_new_owner_of_a_task_has_it_and_the_old_one_loses_it(app: Application, event: Event) -> None:
    task = a_task(app, event)
    a_task(app, event, "Salla", OTHER)
    old, new = (app.feeds.create(event.id, FeedScope.TASKS, subject=name) for name in (HOST, OTHER))

    handed_over(app, task)

    assert entries(app.feeds.calendar(old.token)) == [("Ftesat", "CANCELLED")]
    assert entries(app.feeds.calendar(new.token)) == [("Ftesat", "CONFIRMED"), ("Salla", "CONFIRMED")]


def test_the_number_of_an_entry_grows_with_every_change_also_back_and_forth(app: Application, event: Event) -> None:
    task = a_task(app, event)
    feed = app.feeds.create(event.id, FeedScope.TASKS, subject=HOST)
    seen = [numbers(app.feeds.calendar(feed.token))["Ftesat"]]

    steps: list[Callable[[], object]] = [
        lambda: app.tasks.set_status(task.id, TaskStatus.IN_PROGRESS),
        lambda: app.history.undo(event.id, "task"),
        lambda: app.tasks.remove(task.id),
        lambda: app.history.undo(event.id, "task"),
        lambda: app.history.redo(event.id, "task"),
        lambda: app.history.undo(event.id, "task"),
        lambda: app.events.move(event.id, date(2027, 6, 17)),
    ]
    for step in steps:
        step()
        seen.append(numbers(app.feeds.calendar(feed.token))["Ftesat"])

    assert seen == sorted(set(seen))


def test_another_task_leaves_the_number_alone(app: Application, event: Event) -> None:
    a_task(app, event)
    before = numbers(the_file(app, event))["Ftesat"]

    a_task(app, event, "Salla")

    assert numbers(the_file(app, event))["Ftesat"] == before
