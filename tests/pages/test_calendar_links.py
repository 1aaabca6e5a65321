"""Calendar links on the screens: made, shown to be copied, revoked."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.calendar_links import address
from tests.builders import EVENT_ID, a_contributor, a_participation, a_record, an_item
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
OFFICE = a_contributor("Drejtuesja, Zyra e Punësimit")
RECORD = a_record(items=[an_item("a", room="Salla B", speakers=(OFFICE,)), an_item("b", room="Salla A")])


def the_form(language: str = "sq") -> AppTest:
    return opened_form("calendar_links", "links_form", language)


def made(screen: AppTest) -> AppTest:
    return without_mistakes(screen.button("calendar_make").click().run())


@LANGUAGES
def test_a_link_for_all_is_one_click_and_stands_there_to_be_copied(app: Application, language: str) -> None:
    stored(app, RECORD)

    screen = made(the_form(language))

    (feed,) = app.feeds.list_for(EVENT_ID)
    assert (feed.scope, feed.subject, feed.language) == (FeedScope.EVENT, "", language)
    assert [code.value for code in screen.code] == [f"/calendar/{feed.token}.ics"]
    assert Translator(language)("All sessions") in said(screen)


def test_a_link_for_one_person_is_under_their_name_in_the_language_chosen(app: Application) -> None:
    stored(app, RECORD)
    screen = the_form()
    screen.segmented_control("calendar_scope").set_value("person").run()
    screen.selectbox("calendar_person").select(OFFICE.identity)
    screen.segmented_control("calendar_language").set_value("en").run()

    made(screen)

    (feed,) = app.feeds.list_for(EVENT_ID)
    assert (feed.scope, feed.subject, feed.language) == (FeedScope.PERSON, OFFICE.identity, "en")
    assert "Drejtuesja, Zyra e Punësimit" in said(screen)
    assert "English" in said(screen)


def test_a_link_for_one_room_offers_the_rooms_in_order(app: Application) -> None:
    stored(app, RECORD)
    screen = the_form("en")
    screen.segmented_control("calendar_scope").set_value("room").run()
    assert screen.selectbox("calendar_room").options == ["Salla A", "Salla B"]

    made(screen)

    assert [feed.subject for feed in app.feeds.list_for(EVENT_ID)] == ["Salla A"]


def test_without_people_and_rooms_only_all_sessions_are_offered(app: Application) -> None:
    stored(app, a_record(items=[30]))

    assert len(the_form("en").segmented_control("calendar_scope").options) == 1


@LANGUAGES
def test_revoking_is_asked_twice(app: Application, language: str) -> None:
    stored(app, RECORD)
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    screen = the_form(language)
    sentence = "Calendars that use this link stop being told of changes. The same link cannot be opened again."
    assert Translator(language)(sentence) in said(screen)

    screen.button(f"calendar_revoke_now·{feed.token}").click().run()

    assert app.feeds.list_for(EVENT_ID) == ()
    assert len(without_mistakes(screen).code) == 0
    assert [toast.value for toast in screen.toast] == [Translator(language)("The link was revoked.")]


def test_a_person_who_left_the_agenda_keeps_their_name_on_the_link(app: Application) -> None:
    person = a_participation("participation-1", name="Përfaqësues, Bashkia Elbasan")
    item = an_item(speakers=(a_contributor("Përfaqësues", person_id="participation-1"),))
    stored(app, a_record(items=[item], participations=(person,)))
    app.feeds.create(EVENT_ID, FeedScope.PERSON, subject="participation-1")
    app.agendas.remove_item(EVENT_ID, item.id)

    assert "Përfaqësues, Bashkia Elbasan" in said(the_form()).replace("\\", "")


@pytest.mark.parametrize(
    ("url", "base", "start"),
    [
        ("https://tryeza.example/agenda", "", "https://tryeza.example/calendar/"),
        ("https://tryeza.example/plan/agenda", "/plan/", "https://tryeza.example/plan/calendar/"),
        ("http://127.0.0.1:8501/", "", "http://127.0.0.1:8501/calendar/"),
        (None, "", "/calendar/"),
    ],
)
def test_the_address_is_the_one_the_visitor_reaches_the_program_by(
    monkeypatch: pytest.MonkeyPatch, url: str | None, base: str, start: str
) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(url=url))
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": base}.get)

    assert address(CalendarFeed("token", EVENT_ID, FeedScope.EVENT, "", "sq", datetime(2027, 1, 1))) == (
        f"{start}token.ics"
    )


def test_the_agenda_and_the_documents_menu_lead_to_the_links(app: Application) -> None:
    stored(app, RECORD)

    agenda, home = opened("agenda", "en"), opened("home", "en")
    home.session_state["documents_menu"] = True
    without_mistakes(home.run())

    for opener in (agenda.menu_button("agenda_more").click("calendar_links"), home.button("calendar_links").click()):
        screen = without_mistakes(opener.run())
        assert "Whoever has the link can read it without signing in." in said(screen)
