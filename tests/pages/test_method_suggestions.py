"""A session's side panel suggests a method and saves the session as one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def a_session(app: Application, event: Event, kind: ItemKind = ItemKind.WORKING_GROUPS) -> AgendaItem:
    """The first session of a kind."""
    return next(item for _, item in app.agendas.get(event.id).items() if item.kind is kind)


def suggestions(item_id: str, language: str = "en") -> AppTest:
    """The form of the dialog for one session."""
    screen = opened_form("method_suggestions", "suggestion_form", language)
    screen.session_state["chosen"] = {"agenda_item": item_id}
    return without_mistakes(screen.run())


@LANGUAGES
def test_the_form_is_filled_with_what_the_agenda_says(app: Application, language: str) -> None:
    event = a_new_event(app)
    item = a_session(app, event)
    app.agendas.edit_item(event.id, item, replace(item, people=18))

    screen = suggestions(item.id, language)

    start = f"suggest·{item.id}"
    assert screen.number_input(f"{start}·people").value == 18
    assert screen.number_input(f"{start}·minutes").value == item.minutes
    assert screen.multiselect(f"{start}·goals").value == ["explore", "converge"]


def test_one_click_gives_the_session_the_method_and_its_page(app: Application) -> None:
    event = a_new_event(app, expected_people=40)
    item = a_session(app, event)
    screen = suggestions(item.id)

    key = next(str(button.key) for button in screen.button if str(button.key).startswith("fit·Take it·"))
    method_id = key.rpartition("·")[2]
    without_mistakes(screen.button(key).click().run())

    stored = app.agendas.get(event.id).item(item.id)
    assert stored is not None
    assert stored.method_id == method_id
    sheet = app.guides.get(event.id).sheet(item.id)
    assert sum(step.minutes for step in sheet.steps) == item.minutes
    assert sheet.technique == app.library.methods[method_id].title


def test_a_session_that_is_gone_is_told(app: Application) -> None:
    a_new_event(app)

    screen = suggestions("gone")

    assert "This session was removed by somebody else." in said(screen)


@LANGUAGES
def test_the_panel_saves_the_session_as_a_method_of_ones_own(app: Application, language: str) -> None:
    event = a_new_event(app)
    item = a_session(app, event)
    screen = opened("agenda", language)
    screen.session_state["chosen"] = {"agenda_item": item.id}
    screen.session_state["save_method_form"] = True
    without_mistakes(screen.run())

    screen.text_input(f"own_method_title·{item.id}").set_value("Grupet tona").run()
    without_mistakes(screen.button("own_method_save").click().run())

    expected = Text(sq="Grupet tona") if language == "sq" else Text(en="Grupet tona")
    assert app.library.methods["grupet_tona"].title == expected
    assert [toast.value for toast in screen.toast] == [Translator(language)("The method stands in the library now.")]
