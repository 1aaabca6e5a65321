"""Deadlines in calendars on the screens: the file, and links of owners."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from streamlit.testing.v1 import AppTest

from facilitation.domain.feed import FeedScope
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.builders import EVENT_ID, a_record, a_task
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
HOST = "Përfaqësuese, Zyra e Punësimit"
OTHER = "Drejtues, Bashkia Elbasan"
RECORD = a_record(tasks=(a_task("a", owner=OTHER, deputy=HOST), a_task("b", owner="")))


def the_form(language: str = "en") -> AppTest:
    return opened_form("task_calendar", "deadlines_form", language)


@LANGUAGES
def test_the_whole_checklist_or_one_owner_is_chosen(app: Application, language: str) -> None:
    stored(app, RECORD)

    screen = the_form(language)

    _ = Translator(language)
    assert screen.selectbox("deadlines_owner").options == [
        _("The whole checklist"), f"Coordinator ({language})", OTHER, HOST,
    ]  # fmt: skip
    assert screen.button("task_calendar_make").disabled
    assert _("A link is for one owner: choose one above.") in said(screen)


@pytest.mark.parametrize(("form", "scope"), [("tasks", FeedScope.TASKS), ("todos", FeedScope.TODOS)])
def test_a_link_is_made_for_the_owner_chosen(app: Application, form: str, scope: FeedScope) -> None:
    stored(app, RECORD)
    screen = the_form()
    screen.selectbox("deadlines_owner").select(HOST).run()
    screen.segmented_control("calendar_form").set_value(form).run()
    screen.segmented_control("calendar_language").set_value("sq").run()

    without_mistakes(screen.button("task_calendar_make").click().run())

    (feed,) = app.feeds.list_for(EVENT_ID)
    assert (feed.scope, feed.subject, feed.language) == (scope, HOST, "sq")
    assert [code.value for code in screen.code] == [f"/calendar/{feed.token}.ics"]
    assert HOST in said(screen).replace("\\", "")


def test_links_to_sessions_stand_in_the_other_dialog_alone(app: Application) -> None:
    stored(app, RECORD)
    app.feeds.create(EVENT_ID, FeedScope.EVENT)
    app.feeds.create(EVENT_ID, FeedScope.TASKS, subject=HOST)

    assert len(the_form().code) == 1
    assert len(opened_form("calendar_links", "links_form").code) == 2


def test_the_dialog_of_all_links_offers_deadlines_too(app: Application) -> None:
    stored(app, RECORD)
    screen = opened_form("calendar_links", "links_form", "en")
    screen.segmented_control("calendar_scope").set_value("tasks").run()
    screen.selectbox("calendar_owner").select(OTHER).run()
    screen.segmented_control("calendar_form").set_value("todos").run()

    without_mistakes(screen.button("calendar_make").click().run())

    (feed,) = app.feeds.list_for(EVENT_ID)
    assert (feed.scope, feed.subject) == (FeedScope.TODOS, OTHER)
    assert f"Things to do: {OTHER}" in said(screen).replace("\\", "")


def test_an_empty_checklist_has_a_dialog_too(app: Application) -> None:
    stored(app, a_record())

    assert the_form().selectbox("deadlines_owner").options == ["The whole checklist"]


@LANGUAGES
def test_the_checklist_leads_to_its_calendar(app: Application, language: str) -> None:
    stored(app, RECORD)
    screen = opened("tasks", language)

    without_mistakes(screen.menu_button("tasks_more").click("task_calendar").run())

    assert Translator(language)("A link that follows the checklist") in said(screen)
    assert len(Calendar.from_ical(app.task_calendars.make(EVENT_ID, language)).walk("VEVENT")) == 2
