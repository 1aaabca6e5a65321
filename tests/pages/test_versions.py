"""Versions of the agenda on the screen: releasing one, what was changed since, and the old one as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.builders import EVENT_ID, a_contributor, a_record, an_agenda, an_event, an_item
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_plan(**fields: object) -> EventRecord:
    items = [an_item("item-1", title=Text(sq="Hapja", en="Opening"), **fields), an_item("item-2", kind=ItemKind.BREAK)]
    return a_record(event=an_event(), agenda=an_agenda(items))


def versions(language: str = "sq") -> AppTest:
    screen = opened("agenda", language)
    return without_mistakes(screen.segmented_control("agenda_shape").set_value("versions").run())


def release_button(screen: AppTest) -> AppTest:
    return next(button for button in screen.button if "release_form" in str(button.form_id)).click().run()


def rename(app: Application, title: str) -> None:
    item = app.agendas.get(EVENT_ID).item("item-1")
    assert item
    app.agendas.edit_item(EVENT_ID, item, replace(item, title=Text(sq=title, en=title)))


@LANGUAGES
def test_the_first_version_is_released_with_name_and_note(app: Application, language: str) -> None:
    stored(app, a_plan())
    screen = versions(language)
    screen.text_input("release_name").set_value("Drafti")
    screen.text_area("release_note").set_value("Axhenda e parë")

    without_mistakes(release_button(screen))

    assert [(each.number, each.name, each.note) for each in app.releases.list_for(EVENT_ID)] == [
        (1, "Drafti", "Axhenda e parë")
    ]


def test_changes_since_the_newest_version_are_listed_and_proposed_as_its_note(app: Application) -> None:
    stored(app, a_plan())
    app.releases.release(EVENT_ID, name="", note="")
    rename(app, "Mirëseardhja")

    screen = versions("en")

    assert "“Opening” is now called “Mirëseardhja”." in said(screen).replace("\\", "")
    assert screen.text_area("release_note").value == "“Opening” is now called “Mirëseardhja”."


def test_the_proposed_note_is_silent_about_internal_changes(app: Application) -> None:
    stored(app, a_plan())
    app.releases.release(EVENT_ID, name="", note="")
    item = app.agendas.get(EVENT_ID).item("item-1")
    assert item
    app.agendas.edit_item(EVENT_ID, item, replace(item, internal_note="Ministri vonohet"))

    screen = versions("en")

    assert "internal note" in said(screen)
    assert screen.text_area("release_note").value == ""


def test_what_must_be_solved_is_shown_first_and_takes_a_tick(app: Application) -> None:
    twice = (a_contributor("Lehtësuese"),)
    items = [
        an_item("item-1", parallel="p", speakers=twice),
        an_item("item-2", parallel="p", speakers=twice),
    ]
    stored(app, a_record(event=an_event(), agenda=an_agenda(items)))
    screen = versions("en")

    refused = release_button(screen)
    assert [entry.value for entry in refused.error] == [
        "Something must be solved first. Mend it, or tick that you release the version all the same."
    ]
    assert app.releases.list_for(EVENT_ID) == ()

    refused.checkbox("release_anyway").check()
    release_button(refused)
    assert len(app.releases.list_for(EVENT_ID)) == 1


@LANGUAGES
def test_an_old_version_shows_its_agenda_and_its_papers(app: Application, language: str) -> None:
    stored(app, a_plan())
    release = app.releases.release(EVENT_ID, name="Drafti", note="")
    rename(app, "Mirëseardhja")
    screen = versions(language)
    screen.session_state["chosen"] = {"release": release.id}

    without_mistakes(screen.run())

    title = "Hapja" if language == "sq" else "Opening"
    assert title in screen.dataframe[0].value.to_string()
    assert len([key for key in (button.key for button in screen.get("download_button")) if "released" in str(key)]) == 8
