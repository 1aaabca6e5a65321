"""The computer dies in the middle of note-taking: what was sent is there after the restart."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Locator, expect

from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import SECONDS, Visitor

SAVED = ("Prefektura cakton një person kontakti.", "Zyrat takohen çdo muaj.")
HALF_WRITTEN = "Policia dhe qendra psikosociale bien dakord që"
UNSENT = " dhe"


def test_a_killed_server_loses_no_note_and_at_most_the_last_keystrokes(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/notes")
    for text in SAVED:
        _entry(visitor).fill(text)
        _entry(visitor).press("Enter")
        visitor.sees(text)
    _entry(visitor).press_sequentially(HALF_WRITTEN, delay=10)
    _wait_for_the_draft(tryeza, event.id)
    _entry(visitor).press_sequentially(UNSENT)

    tryeza.kill()
    visitor.page.context.close()
    tryeza.start()

    again = visit()
    again.open("/notes")
    for text in SAVED:
        again.sees(text)
    expect(_entry(again)).to_have_value(re.compile("^" + re.escape(HALF_WRITTEN)))
    with tryeza.services() as app:
        assert tuple(note.text for note in app.notes.list_for(event.id)[-2:]) == SAVED


def _wait_for_the_draft(tryeza: RunningApp, event_id: str) -> None:
    """Typing is sent at a pause; the process dies only after one."""
    end = time.monotonic() + SECONDS
    with tryeza.services() as app:
        while HALF_WRITTEN not in app.preferences.drafts(event_id).values():
            assert time.monotonic() < end, "the half-written note was never kept"
            time.sleep(0.1)


def _entry(visitor: Visitor) -> Locator:
    return visitor.page.get_by_test_id("stChatInputTextArea")
