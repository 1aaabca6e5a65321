"""The agenda by room, by day and filtered: what stands in the grid, and what is left out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import Audience, ItemKind, Room
from facilitation.domain.record import EventRecord
from facilitation.services.application import Application
from tests.builders import EVENT_ID, a_contributor, a_record, an_agenda, an_event, an_item
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import titles

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
LEADER = (a_contributor("Lehtësuese, Bashkia Elbasan"),)


def two_days() -> EventRecord:
    first = [
        an_item("item-1", kind=ItemKind.OPENING),
        an_item("item-2", room="Salla A", parallel="g", facilitators=LEADER),
        an_item("item-3", room="Salla B", parallel="g"),
        an_item("item-4", kind=ItemKind.STAFF),
    ]
    agenda = an_agenda(days=[first, [an_item("item-5", room="Salla B")]], rooms=(Room("Salla B"), Room("Salla A")))
    return a_record(event=an_event(day_count=2), agenda=agenda)


def shaped(shape: str, language: str = "sq") -> AppTest:
    screen = opened("agenda", language)
    return without_mistakes(screen.segmented_control("agenda_shape").set_value(shape).run())


def grid(screen: AppTest) -> dict[str, Any]:
    """What was sent to the grid of the screen."""
    found = [json.loads(each.proto.json) for each in screen.get("bidi_component") if "blocks" in each.proto.json]
    assert len(found) == 1
    data: dict[str, Any] = found[0]
    return data


def blocks(screen: AppTest) -> list[tuple[str, int]]:
    return [(block["id"], block["column"]) for block in grid(screen)["blocks"]]


@LANGUAGES
def test_rooms_stand_side_by_side_in_the_order_of_the_event(app: Application, language: str) -> None:
    stored(app, two_days())

    screen = shaped("rooms", language)

    assert grid(screen)["columns"] == ["Salla B", "Salla A"]
    assert blocks(screen) == [("item-1", -1), ("item-2", 1), ("item-3", 0), ("item-4", -1)]


@LANGUAGES
def test_days_stand_side_by_side(app: Application, language: str) -> None:
    stored(app, two_days())

    screen = shaped("days", language)

    assert len(grid(screen)["columns"]) == 2
    assert blocks(screen) == [("item-1", 0), ("item-2", 0), ("item-3", 0), ("item-4", 0), ("item-5", 1)]


def test_without_rooms_the_grid_says_how_to_get_them(app: Application) -> None:
    stored(app, a_record(event=an_event(), agenda=an_agenda([30])))

    assert "No session has a room yet" in said(shaped("rooms", "en"))


@pytest.mark.parametrize("shape", ["rooms", "days", "picture"])
def test_an_empty_agenda_is_no_mistake_in_any_shape(app: Application, shape: str) -> None:
    stored(app, a_record(event=an_event(), agenda=an_agenda([])))

    shaped(shape)


def filtered(**parts: object) -> AppTest:
    screen = opened("agenda", "en")
    for name, value in parts.items():
        screen.session_state[f"filter_{name}·{EVENT_ID}"] = value
    return without_mistakes(screen.run())


def test_a_filter_by_room_leaves_its_sessions_and_says_how_many(app: Application) -> None:
    stored(app, two_days())

    screen = filtered(rooms=["Salla A"])

    assert titles(screen) == ["item-2 (en)"]
    assert "1 of 5 sessions fit the filter" in said(screen)


def test_a_filter_by_person_and_by_reader(app: Application) -> None:
    stored(app, two_days())

    assert titles(filtered(people=[LEADER[0].name])) == ["item-2 (en)"]
    assert titles(filtered(reader=Audience.PUBLIC)) == ["item-1 (en)", "item-2 (en)", "item-3 (en)"]


def test_show_all_takes_the_filter_away(app: Application) -> None:
    stored(app, two_days())
    screen = filtered(rooms=["Salla A"])

    without_mistakes(screen.button("filter_clear").click().run())

    assert len(titles(screen)) == 4


def test_a_day_without_a_fitting_session_says_so(app: Application) -> None:
    stored(app, two_days())
    screen = filtered(rooms=["Salla A"])

    screen.segmented_control(f"agenda_day·{EVENT_ID}").set_value(2).run()

    assert "No session of this day fits the filter." in said(without_mistakes(screen))
