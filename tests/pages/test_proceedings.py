from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import USUAL_SECTIONS, ProceedingsPlan, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.labels import section_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.messages import plain
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID, a_note, a_record, an_event
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def an_event_with_notes(**parts: Any) -> EventRecord:
    """One session with a key point, a recommendation and two commitments, one of them without owner and date."""
    notes = (
        a_note("note-1"),
        a_note("note-2", kind=NoteKind.RECOMMENDATION, owner="Prefektët"),
        a_note("note-3", kind=NoteKind.COMMITMENT, owner="Bashkia Korçë", due_on=an_event().ends_on),
        a_note("note-4", kind=NoteKind.COMMITMENT),
    )
    return a_record(**{"event": an_event(languages=("sq", "en")), "items": [30, 30], "notes": notes, **parts})


def plan_of(app: Application) -> ProceedingsPlan:
    return app.proceedings.get(EVENT_ID)


def tick(screen: AppTest, section: Section, *, on: bool) -> AppTest:
    return without_mistakes(screen.checkbox(widget_key("section", EVENT_ID, section.value)).set_value(on).run())


def write(screen: AppTest, section: Section, words: str, code: str = "sq") -> AppTest:
    return without_mistakes(screen.text_area(widget_key("volume", section.value, code)).set_value(words).run())


def open_section(screen: AppTest, section: Section) -> AppTest:
    return without_mistakes(screen.button(widget_key("write", section.value)).click().run())


@LANGUAGES
def test_the_outline_names_every_section_in_its_order(app: Application, language: str) -> None:
    stored(app, an_event_with_notes())
    _ = Translator(language)

    screen = opened("proceedings", language)

    expected = [f"{number}. {section_label(section, _)}" for number, section in enumerate(USUAL_SECTIONS, start=1)]
    assert [box.label for box in screen.checkbox] == expected
    assert all(box.value for box in screen.checkbox)


def test_what_is_missing_stands_below_its_section_in_words(app: Application) -> None:
    stored(app, an_event_with_notes())

    words = said(opened("proceedings", "en"))

    for sentence in (
        "The summary is not written yet.",
        "1 session has no notes.",
        "1 commitment has no owner.",
        "1 commitment has no date.",
        ":green[1 recommendation]",
    ):
        assert sentence in words


def test_the_volume_is_counted_beside_the_outline(app: Application) -> None:
    stored(app, an_event_with_notes())

    words = said(opened("proceedings", "en"))

    for sentence in (
        "**17** of 17 sections go in.",
        "**1** of 2 sessions have notes.",
        "**1** recommendation.",
        "**2** commitments, **1** with owner and date.",
    ):
        assert sentence in words


def test_a_section_left_out_lacks_nothing_and_undo_brings_it_back(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = opened("proceedings", "en")

    tick(screen, Section.SUMMARY, on=False)
    assert Section.SUMMARY not in plan_of(app).sections
    assert "The summary is not written yet." not in said(screen)
    assert ":gray[left out]" in said(screen)

    without_mistakes(screen.button("undo_proceedings").click().run())
    assert plan_of(app).sections == USUAL_SECTIONS
    assert screen.checkbox(widget_key("section", EVENT_ID, Section.SUMMARY.value)).value is True


def test_a_section_taken_in_again_stands_in_its_old_place(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = opened("proceedings")

    tick(screen, Section.SUMMARY, on=False)
    tick(screen, Section.SUMMARY, on=True)

    assert plan_of(app).sections == USUAL_SECTIONS


def test_the_words_of_a_section_are_saved_in_both_languages(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = open_section(opened("proceedings", "en"), Section.LESSONS)

    write(screen, Section.LESSONS, "Ftesat më herët.")
    write(screen, Section.LESSONS, "Invitations earlier. ", "en")

    text = Text(sq="Ftesat më herët.", en="Invitations earlier.")
    assert plan_of(app).texts == (SectionText(Section.LESSONS, text),)
    assert "The lessons learned are not written yet." not in said(screen)


def test_a_text_that_is_emptied_leaves_nothing_behind(app: Application) -> None:
    plan = ProceedingsPlan(EVENT_ID, texts=(SectionText(Section.SUMMARY, Text(sq="Shkurt")),))
    stored(app, an_event_with_notes(proceedings=plan))
    screen = open_section(opened("proceedings"), Section.SUMMARY)

    write(screen, Section.SUMMARY, "")

    assert plan_of(app).texts == ()


def test_two_who_write_different_sections_keep_both(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = open_section(opened("proceedings"), Section.SUMMARY)
    app.proceedings.write(EVENT_ID, Section.LESSONS, Text(), Text(sq="Mësimi i saj"))

    write(screen, Section.SUMMARY, "Përmbledhja e tij")

    assert [entry.section for entry in plan_of(app).texts] == [Section.SUMMARY, Section.LESSONS]


def test_what_was_being_written_is_saved_after_a_reload(app: Application) -> None:
    stored(app, an_event_with_notes())
    app.preferences.keep_draft(EVENT_ID, widget_key("volume", "summary", "sq"), "Gjysma e përmbledhjes")

    screen = opened("proceedings", "en")

    assert plan_of(app).text(Section.SUMMARY) == Text(sq="Gjysma e përmbledhjes")
    assert app.preferences.drafts(EVENT_ID) == {}
    assert "What you were typing when the page was closed is saved." in said(screen)


def test_what_is_entered_elsewhere_leads_there(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = opened("proceedings", "en")

    screen.button(widget_key("mend", Section.COMMITMENTS.value)).click().run()

    assert [title.value for title in screen.title] == ["Notes"]


@LANGUAGES
def test_the_volume_is_one_click_away_in_either_language(app: Application, language: str) -> None:
    text = Text(sq="Një vit pune.", en="A year of work.")
    plan = ProceedingsPlan(EVENT_ID, texts=(SectionText(Section.SUMMARY, text),))
    stored(app, replace(an_event_with_notes(), proceedings=plan))
    screen = opened("proceedings", language)

    other = "en" if language == "sq" else "sq"
    keys = [button.key for button in screen.get("download_button")]
    assert keys == [
        *(widget_key("paper", "proceedings.docx", code) for code in (language, other)),
        widget_key("both", "proceedings.docx"),
    ]
    document = docx.Document(BytesIO(app.papers.make(EVENT_ID, "proceedings.docx", language)))
    assert text.said_in(language) in [paragraph.text for paragraph in document.paragraphs]


def test_the_volume_is_offered_once_the_anonymity_check_is_answered(app: Application) -> None:
    stored(app, an_event_with_notes(notes=(a_note("note-1", text="Vajza Mirela Kashtori kërkoi ndihmë."),)))
    screen = opened("proceedings", "en")
    assert not screen.get("download_button")

    screen.segmented_control("proceedings_shape").set_value("anonymity").run()
    (place,) = app.anonymity.places(EVENT_ID)
    assert "**Mirela Kashtori**" in said(without_mistakes(screen))

    screen.text_input(widget_key("anonymity", place.exposure.key)).set_value("R-014").run()
    screen.button(widget_key("anonymity", place.exposure.key, "replace")).click().run()

    assert "Nothing in the texts tells who somebody is." in said(without_mistakes(screen))
    assert len(screen.get("download_button")) == 3
    assert app.papers.withheld(EVENT_ID) == ""


def test_keeping_words_needs_a_reason(app: Application) -> None:
    stored(app, an_event_with_notes(notes=(a_note("note-1", text="Tel. 069 123 4567."),)))
    screen = opened("proceedings", "en")
    screen.segmented_control("proceedings_shape").set_value("anonymity").run()
    (place,) = app.anonymity.places(EVENT_ID)

    screen.button(widget_key("anonymity", place.exposure.key, "keep")).click().run()

    assert ["Write why this may stay" in message.value for message in screen.error] == [True]
    assert app.anonymity.places(EVENT_ID)[0].answer is None


def test_sections_are_moved_by_buttons_and_a_section_of_ones_own_gets_title_and_words(app: Application) -> None:
    stored(app, an_event_with_notes())
    screen = opened("proceedings", "en")
    assert screen.button(widget_key("move", "imprint", "down")).disabled
    assert not [button for button in screen.button if button.key == "usual_order"]

    without_mistakes(screen.button(widget_key("move", "background", "up")).click().run())
    assert plan_of(app).sections[2:4] == (Section.BACKGROUND, Section.SUMMARY)
    without_mistakes(screen.button("usual_order").click().run())
    assert plan_of(app).sections == USUAL_SECTIONS

    without_mistakes(screen.button("own_section").click().run())
    without_mistakes(screen.text_input(widget_key("volume_title", "own_1", "en")).set_value("A *word*").run())
    write(screen, Section.OWN_1, "Welcome.", "en")
    assert plan_of(app).title(Section.OWN_1) == Text(en="A *word*")
    assert any(box.label.endswith(plain("A *word*")) for box in screen.checkbox)
