"""Notes typed as fast as people speak, by two note-takers in one session: every line is kept, with its kind."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, expect

from facilitation.domain.note import NoteKind
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import SECONDS, Visitor

LINES = (
    ("Raportet vijnë me vonesë.", NoteKind.KEY_POINT, "Raportet vijnë me vonesë."),
    ('"Ne e njohim familjen."', NoteKind.QUOTE, "Ne e njohim familjen."),
    ("! Të hapet një zyrë.", NoteKind.RECOMMENDATION, "Të hapet një zyrë."),
    ("> Bashkia, deri 30.4.2029: dërgon listën.", NoteKind.COMMITMENT, "dërgon listën."),
    ("? Kush e paguan?", NoteKind.QUESTION, "Kush e paguan?"),
    ("# Buxheti i vitit tjetër.", NoteKind.PARKING_LOT, "Buxheti i vitit tjetër."),
    ("Mungon një person kontakti.", NoteKind.KEY_POINT, "Mungon një person kontakti."),
    ("„Askush nuk na pyeti.“", NoteKind.QUOTE, "Askush nuk na pyeti."),
    ("!Trajnim çdo vit.", NoteKind.RECOMMENDATION, "Trajnim çdo vit."),
    ("Takimi mbahet çdo muaj.", NoteKind.KEY_POINT, "Takimi mbahet çdo muaj."),
)
THEIRS = ("Kolegia shkroi këtë.", "! Edhe këtë.")


def test_ten_lines_in_a_row_and_a_colleague_beside_lose_nothing(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
        before = {note.id for note in app.notes.list_for(event.id)}
    me, colleague = visit(), visit()
    for visitor in (me, colleague):
        visitor.open("/notes")
    expect(_entry(me)).to_be_focused()

    for number, (line, _kind, _text) in enumerate(LINES):
        me.page.keyboard.type(line)
        me.page.keyboard.press("Enter")
        if number in (2, 6):
            _entry(colleague).fill(THEIRS[number // 4])
            _entry(colleague).press("Enter")

    expect(_entry(me)).to_be_focused()
    expect(_entry(me)).to_have_value("")
    _wait_for_notes(tryeza, event.id, len(before) + len(LINES) + len(THEIRS))
    with tryeza.services() as app:
        written = [note for note in app.notes.list_for(event.id) if note.id not in before]
    mine = [(note.kind, note.text) for note in written if note.text not in {"Kolegia shkroi këtë.", "Edhe këtë."}]
    assert sorted(mine) == sorted((kind, text) for _line, kind, text in LINES)
    assert len(written) == len(LINES) + len(THEIRS)

    colleague.page.get_by_role("button", name="shënime të reja nga të tjerët").click()
    colleague.sees(LINES[-1][2])


def _wait_for_notes(tryeza: RunningApp, event_id: str, count: int) -> None:
    end = time.monotonic() + SECONDS
    with tryeza.services() as app:
        while len(app.notes.list_for(event_id)) < count:
            assert time.monotonic() < end, "a line was lost"
            time.sleep(0.2)


def _entry(visitor: Visitor) -> Locator:
    return visitor.page.get_by_test_id("stChatInputTextArea")
