"""The volume from draft to final on its screen: status, comments, distribution, and the line on the home screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.domain.proceedings import Recipient, Section, VolumeStatus
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.ui.state import widget_key
from tests.builders import EVENT_ID, a_note, a_record, an_event
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.services.volumes import commented

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUMMARY = Text(sq="Strehimi kërkon para.", en="Shelter needs money.")
ENDED = date.today() - timedelta(days=25)


def an_event_just_held(app: Application) -> None:
    event = an_event(languages=("sq", "en"), starts_on=ENDED)
    stored(app, a_record(event=event, items=[30], notes=(a_note("note-1"),)))
    app.proceedings.write(EVENT_ID, Section.SUMMARY, Text(), SUMMARY)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_volume_goes_out_comes_back_and_becomes_final(app: Application, language: str) -> None:
    an_event_just_held(app)
    screen = opened("proceedings", language)
    assert {"sq": "kanë mbetur 5 ditë", "en": "5 days left"}[language] in said(screen)

    screen.session_state["volume_status_menu"] = True
    screen.run()
    screen.date_input("volume_comments_until").set_value(date.today() + timedelta(days=9))
    screen.text_input("volume_status_note").set_value("Grupi redaktues").run()
    without_mistakes(screen.button(widget_key("volume", "for_comment")).click().run())
    assert app.proceedings.get(EVENT_ID).stages[-1].note == "Grupi redaktues"
    assert {"sq": "Për komente", "en": "For comment"}[language] in said(screen)

    app.volume_stages.finish(EVENT_ID)
    screen = opened("proceedings", language)
    assert {"sq": "mund vetëm të lexohet", "en": "can only be read"}[language] in said(screen)
    assert all(box.disabled for box in screen.checkbox)
    assert len(screen.get("download_button")) == 3
    screen.session_state["volume_status_menu"] = True
    without_mistakes(screen.run().button(widget_key("volume", "edition")).click().run())
    assert app.proceedings.get(EVENT_ID).status is VolumeStatus.DRAFT


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_file_without_comments_and_a_broken_one_are_named_in_whole_sentences(app: Application, language: str) -> None:
    an_event_just_held(app)
    screen = opened("proceedings", language)
    screen.segmented_control("proceedings_shape").set_value("comments").run()
    plain = app.papers.make(EVENT_ID, "agenda.docx", language)

    uploader = screen.file_uploader(widget_key("volume_comment_files", ""))
    without_mistakes(uploader.set_value([("a_b.docx", plain, DOCX), ("prish.docx", b"PK half", DOCX)]).run())

    told = [entry.value for entry in screen.markdown if entry.value.startswith("- **")]
    assert [line.split("**")[1] for line in told] == ["a\\_b.docx", "prish.docx"]
    assert {"sq": "nuk ka as komente", "en": "no comments"}[language] in told[0]
    assert not [button for button in screen.button if button.key == "save_comments"]


def test_comments_are_listed_and_the_chosen_one_is_answered(app: Application) -> None:
    an_event_just_held(app)
    data = commented(app.papers.make(EVENT_ID, "proceedings.docx", "en"), (SUMMARY.en, "*Ministry*", "Which [fund]?"))
    app.volume_comments.save(EVENT_ID, app.volume_comments.read(EVENT_ID, [("a.docx", data)]))
    (one,) = app.proceedings.get(EVENT_ID).comments
    screen = opened("proceedings", "en")

    screen.segmented_control("proceedings_shape").set_value("comments").run()
    screen.session_state["chosen"] = {"volume_comment": one.id}
    without_mistakes(screen.run())
    assert "Which \\[fund\\]?" in said(screen)
    without_mistakes(screen.text_area(widget_key("comment_answer", one.id)).set_value("Named on page 3.").run())
    without_mistakes(screen.button(widget_key("comment_settle", one.id)).click().run())

    assert app.proceedings.get(EVENT_ID).comments == (replace(one, answer="Named on page 3.", is_settled=True),)
    assert "All comments are settled." in said(screen)


def test_the_list_is_filled_and_marked_as_sent_once_final(app: Application) -> None:
    an_event_just_held(app)
    screen = opened("proceedings", "en")
    screen.segmented_control("proceedings_shape").set_value("distribution").run()
    assert "Nobody is on the distribution list yet." in said(screen)

    screen.session_state["recipient_paste"] = True
    screen.run()
    screen.text_area("recipients_pasted").set_value("Bashkia; z@example.org\nMinistria").run()
    without_mistakes(screen.button("recipients_save").click().run())
    names = [entry.name for entry in app.proceedings.get(EVENT_ID).recipients]
    assert names == ["Bashkia", "Ministria"]
    without_mistakes(screen.button("recipients_all").click().run())
    assert "recipients·sent" not in [button.key for button in screen.button]

    app.volume_stages.ask_for_comments(EVENT_ID)
    app.volume_stages.finish(EVENT_ID)
    without_mistakes(screen.run())
    without_mistakes(screen.button(widget_key("recipients", "sent")).click().run())
    assert {entry.sent_on for entry in app.proceedings.get(EVENT_ID).recipients} == {date.today()}
    app.distribution.add(EVENT_ID, [Recipient("", "E re")])
    assert "Letters for 3:" in said(without_mistakes(screen.run()))


def test_the_home_screen_says_when_the_volume_is_nearly_due(app: Application) -> None:
    an_event_just_held(app)
    screen = opened("home", "en")
    assert "5 days left" in said(screen)
    screen.button("home_volume").click().run()
    assert [title.value for title in screen.title] == ["Proceedings"]

    app.volume_stages.ask_for_comments(EVENT_ID)
    app.volume_stages.finish(EVENT_ID)
    assert "5 days left" not in said(opened("home", "en"))


def test_the_agenda_is_offered_in_both_languages_side_by_side(app: Application) -> None:
    an_event_just_held(app)
    form = opened_form("documents_menu", "agenda_papers", "en")

    labels = [button.proto.label for button in form.get("download_button")]
    assert labels == ["Shqip", "English", "Shqip", "English", "Side by side", "Both files (.zip)"]
