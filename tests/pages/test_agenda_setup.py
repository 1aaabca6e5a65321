"""Rooms, further columns and absences on the screen, and what is stored."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import (
    Absence,
    Agenda,
    Audience,
    CustomField,
    FieldKind,
    Layout,
    Room,
    Window,
)
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.builders import EVENT_ID, a_contributor, a_record, an_agenda, an_event, an_item
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
LEADER = a_contributor("Lehtësuese, Bashkia Elbasan", is_local=True)


def part(name: str, language: str = "sq") -> AppTest:
    screen = opened("settings", language)
    return without_mistakes(screen.segmented_control("settings_part").set_value(name).run())


def an_event_with(app: Application, **fields: Any) -> None:
    items = [an_item("item-1", room="Salla A", facilitators=(LEADER,))]
    stored(app, a_record(event=an_event(), agenda=an_agenda(items, **fields)))


def agenda(app: Application) -> Agenda:
    return app.agendas.get(EVENT_ID)


def submitted(screen: AppTest, form: str) -> AppTest:
    return next(button for button in screen.button if button.form_id == form).click().run()


@LANGUAGES
@pytest.mark.parametrize("name", ["rooms", "columns", "absences"])
def test_an_event_without_any_says_what_they_are_good_for(app: Application, name: str, language: str) -> None:
    an_event_with(app)

    assert len(part(name, language).markdown) == 1


def test_a_room_is_added_with_its_seats(app: Application) -> None:
    an_event_with(app)
    screen = part("rooms")
    screen.text_input("new_room_name").set_value("Salla e madhe")
    screen.number_input("new_room_seats").set_value(120)

    without_mistakes(submitted(screen, "add_room"))

    assert agenda(app).rooms == (Room("Salla e madhe", 120),)


def test_fields_of_a_room_are_saved_as_they_change(app: Application) -> None:
    an_event_with(app, rooms=(Room("Salla A"),))
    screen = part("rooms")
    key = f"room·{EVENT_ID}·Salla A"

    screen.number_input(f"{key}·seats").set_value(40).run()
    screen.multiselect(f"{key}·layouts").set_value([Layout.CIRCLE]).run()
    without_mistakes(screen.text_input(f"{key}·name").set_value("Salla e vogël").run())

    assert agenda(app).rooms == (Room("Salla e vogël", 40, (Layout.CIRCLE,)),)
    assert agenda(app).days[0].items[0].room == "Salla e vogël"


def test_a_room_with_a_used_name_is_refused_in_words(app: Application) -> None:
    an_event_with(app, rooms=(Room("Salla A"),))
    screen = part("rooms", "en")
    screen.text_input("new_room_name").set_value("salla a")

    screen = submitted(screen, "add_room")

    assert [entry.value for entry in screen.error] == ["There is a room “salla a” already. Choose another name."]


def test_a_room_is_closed_for_a_while_and_opened_again(app: Application) -> None:
    an_event_with(app, rooms=(Room("Salla A"),))
    screen = part("rooms")
    key = f"room·{EVENT_ID}·Salla A"
    screen.selectbox(f"{key}·window·day").set_value(1).run()
    screen.time_input(f"{key}·window·until").set_value(time(10, 30)).run()

    without_mistakes(screen.button(f"{key}·close").click().run())
    assert agenda(app).rooms[0].closed == (Window(1, time(9), time(10, 30)),)

    without_mistakes(screen.button(f"{key}·open109:00:00").click().run())
    assert agenda(app).rooms[0].closed == ()


def test_the_time_between_rooms_is_saved(app: Application) -> None:
    an_event_with(app)

    part("rooms").number_input(f"room_change·{EVENT_ID}").set_value(15).run()

    assert agenda(app).room_change == timedelta(minutes=15)


def test_a_column_of_choices_is_added_shown_to_participants_and_removed(app: Application) -> None:
    an_event_with(app)
    screen = part("columns")
    screen.text_input("new_column_name").set_value("Teknika")
    screen.selectbox("new_column_kind").set_value(FieldKind.CHOICE)
    screen.text_area("new_column_choices").set_value("asgjë\ndy mikrofona")
    without_mistakes(submitted(screen, "add_column"))
    field = agenda(app).custom_fields[0]
    key = f"column·{EVENT_ID}·{field.id}"

    without_mistakes(screen.selectbox(f"{key}·audience").set_value(Audience.PARTICIPANTS).run())
    assert agenda(app).custom_fields == (
        CustomField(field.id, Text(sq="Teknika"), FieldKind.CHOICE, ("asgjë", "dy mikrofona"), Audience.PARTICIPANTS),
    )

    without_mistakes(screen.button(f"{key}·remove").click().run())
    assert agenda(app).custom_fields == ()


def test_somebody_of_the_agenda_is_marked_absent_and_present_again(app: Application) -> None:
    an_event_with(app)
    screen = part("absences")
    screen.selectbox("absent_who").set_value(LEADER.name).run()
    screen.selectbox("absent·day").set_value(1).run()
    screen.text_input("absent_reason").set_value("takim në ministri").run()

    without_mistakes(screen.button("absent_save").click().run())
    assert agenda(app).absences == (Absence(LEADER, Window(1, time(9), time(12)), "takim në ministri"),)
    assert "takim në ministri" in said(screen)

    without_mistakes(screen.button(f"present·{LEADER.identity}·1·09:00:00").click().run())
    assert agenda(app).absences == ()
