from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent
from facilitation.planning.agenda_timing import timed_items
from facilitation.services.application import Application
from facilitation.ui import state
from facilitation.ui.messages import plain
from facilitation.ui.notes_drafts import entry_key
from facilitation.ui.notes_entry import KEYS_LINE, save_late_lines
from facilitation.ui.notes_view import NotesView
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID, a_note, a_participation
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.test_notes import LANGUAGES, OFFICE, choose_kind, fill, notes_of, two_sessions, write


@LANGUAGES
def test_signs_at_the_start_of_a_line_say_the_kind(app: Application, language: str) -> None:
    stored(app, two_sessions())
    screen = opened("notes", language)

    for line in ("Raportet vonohen.", "! Të hapet zyra", "? Kush paguan?", "# Buxheti", "„Po.“"):
        write(screen, line)

    assert [(note.kind, note.text) for note in notes_of(app)] == [
        (NoteKind.KEY_POINT, "Raportet vonohen."),
        (NoteKind.RECOMMENDATION, "Të hapet zyra"),
        (NoteKind.QUESTION, "Kush paguan?"),
        (NoteKind.PARKING_LOT, "Buxheti"),
        (NoteKind.QUOTE, "Po."),
    ]
    assert screen.segmented_control(entry_key("item-1", "kind")).value is NoteKind.KEY_POINT


def test_a_typed_speaker_brings_the_person_with_role_and_sector(app: Application) -> None:
    stored(app, two_sessions())

    write(opened("notes"), '"@perfaq: Ne e njohim familjen."')

    note = notes_of(app)[0]
    assert (note.kind, note.text, note.speaker) == (NoteKind.QUOTE, "Ne e njohim familjen.", OFFICE)
    assert (note.speaker_id, note.speaker_role) == ("participation-1", "Përfaqësuese, Zyra e Punësimit")
    assert (note.speaker_sector, note.quote_consent) == (Sector.REGIONAL_STATE.value, False)


def test_who_agreed_to_be_quoted_needs_no_second_consent(app: Application) -> None:
    agreed = a_participation(name=OFFICE, quote_consent=Consent.YES)
    stored(app, replace(two_sessions(), participations=(agreed,)))
    screen = opened("notes")

    write(screen, '"@perfaq: Po."')
    write(screen, "@perfaq: Jo.")

    assert [note.quote_consent for note in notes_of(app)] == [True, False]


def test_a_chosen_speaker_is_linked_and_a_typed_one_goes_before(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes")
    fill(screen, screen.selectbox, "speaker", OFFICE)

    write(screen, "Po.")
    write(screen, "@Kryetar i fshatit: Jo.")

    first, second = notes_of(app)
    assert (first.speaker, first.speaker_id) == (OFFICE, "participation-1")
    assert (second.speaker, second.speaker_id, second.speaker_role, second.speaker_sector) == (
        "Kryetar i fshatit",
        "",
        "",
        "",
    )


def test_a_typed_commitment_has_its_owner_and_day(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes")

    write(screen, "> Bashkia Korçë, deri 30.4.2029: dërgon listën")
    write(screen, "> Hapi i parë: dërgon listën")

    clear, unclear = notes_of(app)
    assert (clear.owner, clear.due_on, clear.text) == ("Bashkia Korçë", date(2029, 4, 30), "dërgon listën")
    assert (unclear.owner, unclear.due_on, unclear.text) == ("", None, "Hapi i parë: dërgon listën")


def test_fields_that_do_not_stand_on_the_screen_give_nothing(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes")
    fill(screen, screen.selectbox, "speaker", OFFICE)
    choose_kind(screen, NoteKind.COMMITMENT)

    write(screen, '"Po."')

    assert (notes_of(app)[0].kind, notes_of(app)[0].speaker) == (NoteKind.QUOTE, "")


def test_where_nobody_is_named_a_typed_name_is_not_kept(app: Application) -> None:
    stored(app, two_sessions(attribution=Attribution.NOBODY))

    write(opened("notes"), "@perfaq: Ne e njohim familjen.")

    note = notes_of(app)[0]
    assert (note.text, note.speaker, note.speaker_id) == ("Ne e njohim familjen.", "", "")


def test_a_line_of_a_sign_alone_is_refused_and_stays_in_the_field(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes", "en")

    screen.chat_input[0].set_value("!").run()

    assert [error.value for error in screen.error] == ["The note is empty. Write what was said, or remove the note."]
    assert screen.chat_input[0].proto.value == "!"


def test_a_draft_with_its_sign_that_was_saved_does_not_come_back(app: Application) -> None:
    stored(app, two_sessions(a_note(text="Të hapet zyra", kind=NoteKind.RECOMMENDATION)))
    app.preferences.keep_draft(EVENT_ID, entry_key("item-1", "text"), "! Të hapet zyra")

    assert opened("notes").chat_input[0].proto.value == ""


def test_a_speaker_changed_by_hand_is_linked_anew(app: Application) -> None:
    stored(app, two_sessions(a_note(speaker="Dikush")))
    screen = opened("notes")
    without_mistakes(screen.button(widget_key("edit_note", "note-1")).click().run())
    speaker = screen.text_input(widget_key("note", "note-1", "speaker"))

    without_mistakes(speaker.set_value(OFFICE).run())

    assert (notes_of(app)[0].speaker, notes_of(app)[0].speaker_id) == (OFFICE, "participation-1")


def test_the_keys_are_explained_below_the_field(app: Application) -> None:
    stored(app, two_sessions())

    assert plain(KEYS_LINE) in said(opened("notes", "en"))


def test_notes_of_others_are_shown_when_one_wants_to_see_them(app: Application) -> None:
    stored(app, two_sessions(a_note()))
    screen = opened("notes", "en")
    app.notes.add(EVENT_ID, "item-1", NoteKind.KEY_POINT, "Nga kolegia")
    app.notes.add(EVENT_ID, "item-2", NoteKind.KEY_POINT, "Në sesionin tjetër")
    assert [button.key for button in screen.button if button.key == "others_notes"] == []

    write(screen, "Imja")

    assert "Nga kolegia" in said(screen)
    assert "Në sesionin tjetër" not in said(screen)


def test_a_synthesis_line_that_lost_a_note_is_flagged(app: Application) -> None:
    source = a_note("source", kind=NoteKind.HARVEST)
    line = a_note("line", kind=NoteKind.SYNTHESIS, source_note_ids=("source", "note-1"))
    stored(app, two_sessions(a_note(), source, line))
    screen = opened("notes", "en")
    assert "it rests on" not in said(screen)

    without_mistakes(screen.button(widget_key("edit_note", "note-1")).click().run())
    without_mistakes(screen.button("remove_note").click().run())

    assert ":orange[1 note it rests on was removed]" in said(screen)


def test_only_lines_that_never_arrived_are_saved_late(app: Application) -> None:
    record = stored(app, two_sessions(a_note(text="E ruajtur")))
    timed = timed_items(record.agenda, record.event.starts_on)
    page: Any = SimpleNamespace(app=app, event_id=EVENT_ID)
    view = NotesView(record, timed, timed[0], None)
    state.pick(entry_key("item-1", "text"), ("E ruajtur", "Po"))

    for _time in range(2):
        save_late_lines(page, view, ["E ruajtur", "Po", "! Të hapet ", "Po"])

    late = {(note.kind, note.text) for note in notes_of(app)[1:]}
    assert (late, len(notes_of(app))) == ({(NoteKind.RECOMMENDATION, "Të hapet"), (NoteKind.KEY_POINT, "Po")}, 3)
