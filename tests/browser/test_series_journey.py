"""A committee that is overdue: its series, the next meeting with what was promised, and the promise kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.series import Presidency
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.test_screens import STREAMLITS_OWN, STREAMLITS_PLACES
from tests.browser.visitor import Visitor

TODAY = date.today()
TITLE = Text(sq="Komiteti Rajonal, Shkodër")
PROMISE = "Lista e kontakteve u dërgohet të gjithëve"
NOTHING_OPEN = "No commitment is open. They are written as notes of the kind “Commitment” in a session."
PARTS = ("Rhythm", "Commitments", "Events", "Presidency", "Name and removal")


def a_committee(app: Application) -> Event:
    """A meeting of 97 days ago in which something was promised."""
    event = app.events.create(NewEvent("regional-committee", TITLE, TODAY - timedelta(days=97), place="Shkodër"))
    item = next(item.id for _, item in app.agendas.get(event.id).items())
    app.notes.add(event.id, item, NoteKind.COMMITMENT, PROMISE, owner="Prefektura", due_on=TODAY + timedelta(days=9))
    app.preferences.choose_event(event.id)
    return event


def open_part(visitor: Visitor, part: str) -> None:
    """Take a part of the series from its switch; that of the commitments has their number behind its name."""
    visitor.page.get_by_test_id("stButtonGroup").get_by_text(visitor._(part)).first.click()
    visitor.wait()


def test_the_next_meeting_is_made_with_what_was_promised_and_the_promise_is_kept(
    tryeza: RunningApp, visit: Visit
) -> None:
    with tryeza.services() as app:
        event = a_committee(app)
    visitor = visit()

    visitor.open("/series")
    visitor.press("Make a series from this event")
    expect(visitor.page.get_by_text("Mbledhja e Komitetit Rajonal").first).to_be_visible()
    visitor.press("Next event")
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog.get_by_text(PROMISE)).to_be_visible()
    visitor.press("Make the next event", within=dialog)
    visitor.go("Series")
    open_part(visitor, "Commitments")
    expect(visitor.rows.first).to_contain_text(PROMISE)
    visitor.rows.first.locator(".tick").click()
    visitor.wait()

    visitor.sees(visitor._(NOTHING_OPEN))
    with tryeza.services() as app:
        (note,) = app.notes.list_for(event.id)
        (made,) = (each for each in app.events.list_all() if each.id != event.id)
        (task,) = (task for task in app.tasks.list_for(made.id) if task.from_note_id)
    assert (note.done_on, task.done_on, task.from_note_id) == (TODAY, TODAY, note.id)
    assert made.series_id == app.events.get(event.id).series_id


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_part_of_a_series_is_accessible_and_fits_a_phone(mode: str, tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        series = app.series.make_from(a_committee(app).id)
        turns = Presidency(("Elbasan", "Tiranë", "Vlorë"), TODAY - timedelta(days=170))
        app.series.set_presidency(series.id, None, turns)
    visitor = visit(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme=mode, reduced_motion="reduce")
    visitor.open("/series")
    found: list[str] = []

    for part in PARTS:
        open_part(visitor, part)
        width = visitor.page.evaluate("document.scrollingElement.scrollWidth")
        found += [f"{part}: {width} px wide"] if width > 390 else []
        violations = Axe().run(visitor.page).response["violations"]
        found += [
            f"{part}: {entry['id']} {node['html'][:160]}"
            for entry in violations
            if entry["id"] not in STREAMLITS_OWN | STREAMLITS_PLACES.keys()
            for node in entry["nodes"]
        ]

    assert found == [], "\n".join(found)
