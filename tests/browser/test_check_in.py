"""The desk at the door, by keyboard alone: letters, badge, going out, somebody unexpected, another desk."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, expect

from facilitation.domain.event import Event
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.domain.text import Text
from facilitation.services.events import NewEvent
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor
from tests.builders import some_participations

OFFICES = ("Zyra e Punësimit", "Qendra Çelësi", "Bashkia Përmet")
LETTERS = 200.0
"""Milliseconds for three letters in a list of 300, on a computer busy with other work."""


def _event(tryeza: RunningApp, people: int = 30) -> Event:
    new = NewEvent("national-conference", Text(sq="Konferenca"), date.today(), place="Korçë", expected_people=30)
    with tryeza.services() as app:
        event = app.events.create(new)
        app.preferences.choose_event(event.id)
        parts = some_participations(people, name="Përfaqësuese", organisation="Zyra")
        parts = tuple(
            replace(part, event_id=event.id, person=replace(part.person, organisation=f"{OFFICES[n % 3]} {n}"))
            for n, part in enumerate(parts)
        )
        app.people.save_import(event.id, parts)
        app.phone_links.make_all(event.id)
    return event


def _stored(tryeza: RunningApp, event: Event) -> dict[str, Participation]:
    with tryeza.services() as app:
        return {part.person.name: part for part in app.people.list_for(event.id)}


def _desk(visitor: Visitor) -> Locator:
    visitor.open("/people")
    visitor.switch_to(visitor._("Check-in"))
    field = visitor.page.get_by_role("combobox", name=visitor._("Name, office or badge"))
    expect(field).to_be_focused()
    return field


def _picture(visitor: Visitor, name: str) -> None:
    if folder := os.environ.get("TRYEZA_PICTURES"):
        visitor.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_a_whole_door_by_keyboard(tryeza: RunningApp, visit: Visit) -> None:
    event = _event(tryeza)
    visitor = visit()
    field, page = _desk(visitor), visitor.page
    options = page.get_by_role("listbox", name=visitor._("Found")).get_by_role("option")

    page.keyboard.type("celesi 22")
    expect(options).to_have_count(1)
    _picture(visitor, "desk-found")
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    visitor.wait()
    expect(page.get_by_role("status").filter(has_text="Përfaqësuese 23")).to_be_visible()
    assert _stored(tryeza, event)["Përfaqësuese 23"].days_attended == (1,)

    expect(field).to_be_focused()
    page.keyboard.type("permet")
    expect(options).to_have_count(8)
    page.keyboard.press("Enter")
    expect(options).to_have_count(8)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    visitor.wait()
    assert sum(bool(part.check_ins) for part in _stored(tryeza, event).values()) == 2

    page.keyboard.type("celesi 22")
    page.keyboard.press("Enter")
    visitor.wait()
    expect(page.get_by_role("status").filter(has_text=":")).to_contain_text("Përfaqësuese 23")
    assert len(_stored(tryeza, event)["Përfaqësuese 23"].check_ins) == 1

    with tryeza.services() as app:
        link = app.phone_links.list_for(event.id)[4]
    page.keyboard.type(f"http://192.168.1.10:8501/p/{link.token}")
    page.keyboard.press("Enter")
    visitor.wait()
    scanned = next(part for part in _stored(tryeza, event).values() if part.id == link.participation_id)
    assert scanned.days_attended == (1,)
    visitor.sees(
        visitor._.plural("{came} came of {expected}", "{came} came of {expected}", 3).format(came=3, expected=30)
    )
    _picture(visitor, "desk")

    page.keyboard.type("Gazetare")
    page.keyboard.press("Enter")
    visitor.wait()
    expect(visitor.field("Name, or office if the name must not appear")).to_have_value("Gazetare")
    _picture(visitor, "walk-in")
    visitor.press("Add and check in")
    guest = _stored(tryeza, event)["Gazetare"]
    assert (guest.days_attended, guest.status) == ((1,), InvitationStatus.CONFIRMED)

    visitor.switch_to(visitor._("Going out"))
    field.focus()
    page.keyboard.type("celesi 22")
    page.keyboard.press("Enter")
    visitor.wait()
    assert [check.is_out for check in _stored(tryeza, event)["Përfaqësuese 23"].check_ins] == [False, True]
    assert visitor.hosts <= {"127.0.0.1"}


def test_what_another_desk_does_stands_here_too_and_can_be_taken_back(tryeza: RunningApp, visit: Visit) -> None:
    event = _event(tryeza, 3)
    visitor = visit()
    _desk(visitor)

    with tryeza.services() as app:
        app.check_ins.come_in(event.id, app.people.list_for(event.id)[0].id, 1)
    came = visitor._.plural("{came} came of {expected}", "{came} came of {expected}", 1)
    visitor.sees(came.format(came=1, expected=3))
    visitor.wait()

    visitor.row("Përfaqësuese 1").first.focus()
    visitor.page.keyboard.press("Delete")
    nobody = visitor._.plural("{came} came of {expected}", "{came} came of {expected}", 0)
    visitor.sees(nobody.format(came=0, expected=3))

    assert not any(part.check_ins or part.days_attended for part in _stored(tryeza, event).values())


def test_letters_find_among_three_hundred_at_once_and_nothing_is_asked_of_the_program(
    tryeza: RunningApp, visit: Visit
) -> None:
    _event(tryeza, 300)
    visitor = visit()
    field = _desk(visitor)
    visitor.wait()
    sent: list[str] = []
    visitor.page.on("websocket", lambda socket: sent.append(socket.url))

    began = time.perf_counter()
    taken = field.evaluate(
        """(input) => {
          const began = performance.now();
          for (const text of ["c", "ce", "cel"]) { input.value = text; input.dispatchEvent(new Event("input")); }
          return performance.now() - began;
        }"""
    )

    assert visitor.page.get_by_role("option").count() >= 8
    assert taken < LETTERS
    assert (time.perf_counter() - began < 10, sent) == (True, [])
    _picture(visitor, "desk-300")
