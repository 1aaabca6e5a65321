"""The event's facts, goals and texts; archive, backup and removal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event, Sector
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import TITLE, a_new_event

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
PEOPLE = pytest.mark.parametrize("people", [0, 3, 300])


def part(name: str, language: str = "sq") -> AppTest:
    screen = opened("settings", language)
    return without_mistakes(screen.segmented_control("settings_part").set_value(name).run())


def key(event: Event, field: object) -> str:
    return f"event·{event.id}·{field}"


@LANGUAGES
@PEOPLE
def test_facts_are_saved_as_they_are_typed(app: Application, people: int, language: str) -> None:
    event = a_new_event(app, people=people)
    screen = opened("settings", language)

    screen.text_input(key(event, f"title·{language}")).set_value("Takimi i ri").run()
    screen.text_input(key(event, "place")).set_value(" Vlorë ").run()
    screen.number_input(key(event, "people")).set_value(45).run()
    screen.selectbox(key(event, "country")).set_value("XK").run()
    screen.date_input(key(event, "design")).set_value(date(2026, 1, 12)).run()
    without_mistakes(screen)

    seen = app.events.get(event.id)
    assert (seen.title.said_in(language), seen.place, seen.expected_people, seen.country, seen.design_started_on) == (
        "Takimi i ri",
        "Vlorë",
        45,
        "XK",
        date(2026, 1, 12),
    )
    assert "Takimi i ri" in screen.main.children[0].proto.popover.label


@LANGUAGES
def test_an_event_keeps_a_title(app: Application, language: str) -> None:
    event = a_new_event(app, languages=("sq",))
    app.events.edit(event, replace(event, title=replace(TITLE, en="")))
    screen = opened("settings", language)

    screen.text_input(key(event, "title·sq")).set_value("").run()

    (error,) = screen.error
    assert {"sq": "Aktiviteti nuk ka titull", "en": "The event has no title"}[language] in error.value
    assert app.events.get(event.id).title.sq == TITLE.sq


@LANGUAGES
def test_days_that_have_sessions_are_not_dropped(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened("settings", language)

    screen.number_input(key(event, "days")).set_value(3).run()
    assert len(app.agendas.get(event.id).days) == 3
    screen.number_input(key(event, "days")).set_value(1).run()

    assert len(screen.error) == 1
    assert app.events.get(event.id).day_count == 3


@LANGUAGES
def test_an_objective_is_added_changed_and_removed_by_emptying_it(app: Application, language: str) -> None:
    event = a_new_event(app, instrument="regional-group")
    before = app.events.get(event.id).objectives
    for goal in before:
        event = app.events.edit(event, replace(event, objectives=tuple(g for g in event.objectives if g != goal)))
    screen = part("goals", language)

    screen.button("add_objective").click().run()
    (goal,) = app.events.get(event.id).objectives
    screen.text_input(key(event, f"{goal.id}·{language}")).set_value("Të njihemi").run()
    assert app.events.get(event.id).objectives[0].text.said_in(language) == "Të njihemi"
    for code in ("sq", "en"):
        screen.text_input(key(event, f"{goal.id}·{code}")).set_value("").run()

    assert app.events.get(event.id).objectives == ()
    without_mistakes(screen)


@LANGUAGES
def test_targets_are_shares_and_their_sum_is_said(app: Application, language: str) -> None:
    event = a_new_event(app)
    event = app.events.edit(event, replace(event, sector_targets=()))
    screen = part("goals", language)

    screen.number_input(key(event, ("target", "civil_society"))).set_value(40).run()
    screen.number_input(key(event, ("target", "donor"))).set_value(5).run()

    targets = {target.sector: target.share for target in app.events.get(event.id).sector_targets}
    assert targets == {Sector.CIVIL_SOCIETY: 0.40, Sector.DONOR: 0.05}
    assert {"sq": "Shuma: 45\xa0%", "en": "Sum: 45%"}[language] in said(without_mistakes(screen))


@LANGUAGES
def test_texts_for_guide_and_proceedings_are_saved(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = part("texts", language)

    screen.text_area(key(event, f"about·{language}")).set_value("Pse takohemi.").run()
    screen.text_area(key(event, f"donors·{language}")).set_value("Zyra A").run()
    without_mistakes(screen)

    seen = app.events.get(event.id)
    assert (seen.about.said_in(language), seen.donors.said_in(language)) == ("Pse takohemi.", "Zyra A")


@LANGUAGES
def test_data_offers_archive_and_backup(app: Application, language: str) -> None:
    a_new_event(app)

    screen = part("data", language)

    assert [button.key for button in screen.get("download_button")] == ["download_archive", "download_backup"]


@LANGUAGES
def test_an_event_is_removed_only_after_its_title_was_typed(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = part("data", language)

    screen.text_input("remove_confirm").set_value("diçka tjetër").run()
    screen.button("remove_event").click().run()
    assert len(screen.error) == 1
    assert app.events.list_all() == (event,)
    screen.text_input("remove_confirm").set_value(TITLE.said_in(language)).run()
    screen.button("remove_event").click().run()

    assert app.events.list_all() == ()
    assert {"sq": "Ende nuk ka asnjë aktivitet.", "en": "There is no event yet."}[language] in said(screen)


def test_a_change_of_the_event_is_taken_back(app: Application) -> None:
    event = a_new_event(app)
    screen = opened("settings")

    screen.text_input(key(event, "place")).set_value("Vlorë").run()
    without_mistakes(screen.button("undo_event").click().run())

    assert app.events.get(event.id).place == "Korçë"
    assert screen.text_input(key(event, "place")).value == "Korçë"
