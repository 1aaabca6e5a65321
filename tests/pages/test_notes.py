from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.cafe import Round, Seating
from facilitation.domain.event import Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.labels import note_kind_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.messages import plain
from facilitation.ui.notes_drafts import entry_key, harvest_key, note_text_key
from facilitation.ui.state import widget_key
from tests.builders import (
    A_MONDAY,
    EVENT_ID,
    a_cafe,
    a_contributor,
    a_guide,
    a_note,
    a_participation,
    a_record,
    a_sheet,
    an_agenda,
    an_item,
)
from tests.pages.opened import at_time, opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
OFFICE = "Përfaqësuese, Zyra e Punësimit, Shkodër"


def two_sessions(*notes: Note, **first: Any) -> EventRecord:
    """Two sessions of an hour from 09:00, notes in the first; one person on the list."""
    item = an_item(minutes=60, speakers=(a_contributor("Drejtore, Bashkia Elbasan"),), **first)
    return a_record(
        agenda=an_agenda([item, an_item("item-2", minutes=60)]),
        guide=a_guide(a_sheet(question=Text(sq="Çfarë mungon?", en="What is missing?"))),
        participations=(a_participation(name=OFFICE, position="Përfaqësuese", organisation="Zyra e Punësimit"),),
        notes=notes,
    )


def a_cafe_session(*notes: Note, **cafe: Any) -> EventRecord:
    """A café in item-1 with four tables and three rounds."""
    return a_record(
        agenda=an_agenda([an_item(kind=ItemKind.WORLD_CAFE, minutes=90)]), cafes=(a_cafe(**cafe),), notes=notes
    )


def notes_of(app: Application, item_id: str = "item-1") -> tuple[Note, ...]:
    return app.notes.list_for(EVENT_ID, item_id)


def write(screen: AppTest, text: str) -> AppTest:
    return without_mistakes(screen.chat_input[0].set_value(text).run())


def choose_kind(screen: AppTest, kind: NoteKind, item_id: str = "item-1") -> AppTest:
    return without_mistakes(screen.segmented_control(entry_key(item_id, "kind")).set_value(kind).run())


def fill(screen: AppTest, widgets: Any, field: str, value: object) -> AppTest:
    return without_mistakes(widgets(entry_key("item-1", field)).set_value(value).run())


@LANGUAGES
def test_a_note_is_saved_with_enter_and_the_field_is_free_for_the_next(app: Application, language: str) -> None:
    stored(app, two_sessions())
    screen = opened("notes", language)

    write(screen, "  Raportet vijnë me vonesë. ")
    write(screen, "Mungon një person kontakti.")

    first, second = notes_of(app)
    assert (first.kind, first.text) == (NoteKind.KEY_POINT, "Raportet vijnë me vonesë.")
    assert (second.author, second.position > first.position) == ("local", True)
    assert second.written_at is not None
    label = note_kind_label(NoteKind.KEY_POINT, Translator(language))
    words = said(screen)
    assert words.index(f"**{label}** — Mungon një person kontakti.") < words.index(f"**{label}** — Raportet")
    assert f":gray[{second.written_at:%H:%M}]" in words


def test_the_session_that_runs_now_stands_first(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(app, two_sessions())
    at_time(app, datetime.combine(A_MONDAY, time(10, 30)), monkeypatch)

    write(opened("notes"), "Tani")

    assert [note.text for note in notes_of(app, "item-2")] == ["Tani"]


def test_before_the_event_the_first_working_session_stands_first_with_its_question(app: Application) -> None:
    stored(app, two_sessions())

    assert "**What is missing?**" in said(opened("notes", "en"))


def test_a_known_speaker_brings_role_and_sector_and_consent_belongs_to_exact_words(app: Application) -> None:
    stored(app, two_sessions())
    screen = choose_kind(opened("notes"), NoteKind.QUOTE)

    fill(screen, screen.selectbox, "speaker", OFFICE)
    fill(screen, screen.toggle, "consent", True)
    write(screen, "Ne e njohim familjen.")
    write(screen, "Dhe familja na njeh ne.")

    quote, next_quote = notes_of(app)
    assert (quote.speaker, quote.speaker_role) == (OFFICE, "Përfaqësuese, Zyra e Punësimit")
    assert (quote.speaker_sector, quote.quote_consent) == (Sector.REGIONAL_STATE.value, True)
    assert (next_quote.speaker, next_quote.quote_consent) == (OFFICE, False)


def test_a_commitment_has_an_owner_and_a_day(app: Application) -> None:
    stored(app, two_sessions())
    screen = choose_kind(opened("notes", "en"), NoteKind.COMMITMENT)

    fill(screen, screen.text_input, "owner", "Koordinatore, Bashkia Korçë")
    fill(screen, screen.date_input, "due", date(2027, 6, 30))
    write(screen, "Dërgon listën.")
    write(screen, "Thërret takimin.")

    kept, open_one = notes_of(app)
    assert (kept.owner, kept.due_on) == ("Koordinatore, Bashkia Korçë", date(2027, 6, 30))
    assert (open_one.owner, open_one.due_on) == ("", None)
    assert "by 30 June 2027" in said(screen)
    assert ":orange[no owner yet] · :orange[no date yet]" in said(screen)


def test_where_nobody_is_named_no_speaker_is_asked_for(app: Application) -> None:
    stored(app, two_sessions(attribution=Attribution.NOBODY))
    screen = opened("notes", "en")

    write(screen, "Askush nuk e tha.")

    assert "Nobody is named in this session" in said(screen)
    assert notes_of(app)[0].speaker == ""


def test_the_list_shows_of_a_speaker_what_the_rule_lets_through(app: Application) -> None:
    note = a_note(speaker=OFFICE, speaker_role="Përfaqësuese", speaker_sector=Sector.MEDIA.value)
    stored(app, two_sessions(note, attribution=Attribution.SECTOR))
    screen = opened("notes", "en")
    assert ":gray[Media]" in said(screen)

    rule = screen.selectbox(widget_key("notes_rule", "item-1"))
    without_mistakes(rule.set_value(Attribution.ROLE).run())

    assert next(item.attribution for _day, item in app.agendas.get(EVENT_ID).items()) is Attribution.ROLE
    assert ":gray[Përfaqësuese]" in said(screen)


def test_an_empty_note_is_refused_and_stays_in_the_field(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes", "en")

    screen.chat_input[0].set_value("   ").run()

    assert [error.value for error in screen.error] == ["The note is empty. Write what was said, or remove the note."]
    assert notes_of(app) == ()


def test_a_note_is_changed_where_it_stands(app: Application) -> None:
    stored(app, two_sessions(a_note(kind=NoteKind.QUOTE, speaker=OFFICE)))
    screen = opened("notes")
    without_mistakes(screen.button(widget_key("edit_note", "note-1")).click().run())

    without_mistakes(screen.text_area(note_text_key("note-1")).set_value("Raportet vijnë në kohë.").run())
    without_mistakes(screen.toggle(widget_key("note", "note-1", "consent")).set_value(True).run())
    without_mistakes(screen.selectbox(widget_key("note", "note-1", "kind")).set_value(NoteKind.COMMITMENT).run())
    without_mistakes(screen.text_input(widget_key("note", "note-1", "owner")).set_value("Bashkia Korçë").run())
    without_mistakes(screen.date_input(widget_key("note", "note-1", "due")).set_value(date(2027, 9, 1)).run())
    without_mistakes(screen.button("close_note").click().run())

    note = notes_of(app)[0]
    assert (note.text, note.kind, note.quote_consent) == ("Raportet vijnë në kohë.", NoteKind.COMMITMENT, True)
    assert (note.owner, note.due_on) == ("Bashkia Korçë", date(2027, 9, 1))
    assert "Raportet vijnë në kohë." in said(screen)


def test_a_removed_note_comes_back_with_undo(app: Application) -> None:
    stored(app, two_sessions(a_note()))
    screen = opened("notes")
    without_mistakes(screen.button(widget_key("edit_note", "note-1")).click().run())

    without_mistakes(screen.button("remove_note").click().run())
    assert notes_of(app) == ()
    assert screen.button("undo_note").disabled is False

    without_mistakes(screen.button("undo_note").click().run())
    assert [note.text for note in notes_of(app)] == ["Raportet vijnë me vonesë."]


def test_what_was_being_typed_stands_in_the_field_after_a_reload(app: Application) -> None:
    stored(app, two_sessions())
    app.preferences.keep_draft(EVENT_ID, entry_key("item-2", "text"), "Gjysmë fjali")
    app.preferences.keep_draft(EVENT_ID, entry_key("item-2", "kind"), "recommendation")
    app.preferences.keep_draft(EVENT_ID, entry_key("item-2", "owner"), "Prefekti")
    app.preferences.keep_draft(EVENT_ID, entry_key("item-2", "due"), "2027-06-30")

    screen = opened("notes")

    assert screen.chat_input[0].proto.value == "Gjysmë fjali"
    write(screen, "Gjysmë fjalie, e plotë.")
    note = notes_of(app, "item-2")[0]
    assert (note.kind, note.text) == (NoteKind.RECOMMENDATION, "Gjysmë fjalie, e plotë.")
    assert (note.owner, note.due_on) == ("Prefekti", date(2027, 6, 30))
    assert app.preferences.drafts(EVENT_ID) == {}


def test_fields_beside_the_text_are_kept_before_the_note_is_saved(app: Application) -> None:
    stored(app, two_sessions())
    screen = opened("notes")
    fill(screen, screen.selectbox, "speaker", OFFICE)

    again = opened("notes")

    assert again.selectbox(entry_key("item-1", "speaker")).value == OFFICE
    assert again.selectbox(entry_key("item-1", "sector")).value is Sector.REGIONAL_STATE


def test_a_draft_that_was_saved_as_a_note_does_not_come_back(app: Application) -> None:
    stored(app, two_sessions(a_note(text="E ruajtur.")))
    app.preferences.keep_draft(EVENT_ID, entry_key("item-1", "text"), "E ruajtur. ")

    assert opened("notes").chat_input[0].proto.value == ""


def test_words_of_a_note_that_a_crash_cut_off_are_saved_when_the_screen_opens_again(app: Application) -> None:
    stored(app, two_sessions(a_note()))
    app.preferences.keep_draft(EVENT_ID, note_text_key("note-1"), "Raportet vijnë")
    app.preferences.keep_draft(EVENT_ID, note_text_key("note-that-is-gone"), "Askund")

    screen = opened("notes", "en")

    assert [note.text for note in notes_of(app)] == ["Raportet vijnë"]
    assert app.preferences.drafts(EVENT_ID) == {}
    assert "What you were typing when the page was closed is saved." in said(screen)


def test_the_harvest_is_saved_per_table_and_round(app: Application) -> None:
    stored(app, a_cafe_session())
    screen = opened("notes", "en")
    assert "0 of 12 harvests are written down: 4 tables in 3 rounds." in said(screen)

    without_mistakes(screen.text_area(harvest_key("item-1", 1, 2)).set_value("Takim mujor.").run())
    without_mistakes(screen.segmented_control(widget_key("harvest_round", "item-1")).set_value(3).run())
    without_mistakes(screen.text_area(harvest_key("item-1", 3, 4)).set_value("Një telefon.").run())

    assert [(note.kind, note.round, note.table, note.text) for note in notes_of(app)] == [
        (NoteKind.HARVEST, 1, 2, "Takim mujor."),
        (NoteKind.HARVEST, 3, 4, "Një telefon."),
    ]
    assert "2 of 12 harvests are written down: 4 tables in 3 rounds." in said(screen)
    assert "**" + plain("Question 3 (en)") + "**" in said(screen)


def test_an_emptied_harvest_is_taken_away_and_undo_brings_it_back(app: Application) -> None:
    stored(app, a_cafe_session(a_note(kind=NoteKind.HARVEST, round=1, table=1)))
    screen = opened("notes")

    without_mistakes(screen.text_area(harvest_key("item-1", 1, 1)).set_value("").run())
    assert notes_of(app) == ()

    without_mistakes(screen.button("undo_note").click().run())
    assert screen.text_area(harvest_key("item-1", 1, 1)).value == "Raportet vijnë me vonesë."


def test_a_harvest_that_a_crash_cut_off_is_saved_when_the_screen_opens_again(app: Application) -> None:
    stored(app, a_cafe_session())
    app.preferences.keep_draft(EVENT_ID, harvest_key("item-1", 2, 3), "Gjysmë ideje")

    opened("notes")

    assert [(note.round, note.table, note.text) for note in notes_of(app)] == [(2, 3, "Gjysmë ideje")]


def test_two_who_write_for_the_same_table_see_both_texts(app: Application) -> None:
    stored(app, a_cafe_session())
    screen = opened("notes", "en")
    app.notes.write_harvest(EVENT_ID, "item-1", round_number=1, table=1, text="E saj")

    screen.text_area(harvest_key("item-1", 1, 1)).set_value("E tij").run()

    assert [note.text for note in notes_of(app)] == ["E saj"]
    assert [text.value for text in screen.text] == ["E saj", "E tij"]


def test_the_host_of_a_table_stands_above_its_field(app: Application) -> None:
    seating = Seating(
        rounds=(Round((("participation-1",),)),),
        hosts=("participation-1",),
        seed=1,
        balanced_by=(),
        possible_meetings=0,
        unique_meetings=0,
        repeated_meetings=0,
        sector_balance=0.0,
    )
    record = a_cafe_session(table_count=1, seating=seating)
    stored(
        app, EventRecord(record.event, record.agenda, record.guide, (), (a_participation(name=OFFICE),), record.cafes)
    )

    field = opened("notes", "en").text_area(harvest_key("item-1", 1, 1))

    assert field.label == plain(f"Table 1 · {OFFICE}")


def test_a_cafe_takes_notes_too(app: Application) -> None:
    stored(app, a_cafe_session(a_note(kind=NoteKind.HARVEST, round=1, table=2)))
    screen = opened("notes", "en")

    without_mistakes(screen.segmented_control("notes_shape").set_value("notes").run())
    write(screen, "Salla u qetësua.")

    assert [note.kind for note in notes_of(app)] == [NoteKind.HARVEST, NoteKind.KEY_POINT]
    assert "Round 1, table 2" in said(screen)


def test_an_event_without_sessions_leads_to_the_agenda(app: Application) -> None:
    stored(app, a_record())

    screen = opened("notes", "en")

    assert "Notes belong to a session" in said(screen)
    assert screen.button("notes_to_agenda").label == "Open the agenda"
