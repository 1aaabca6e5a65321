"""Rooms, further columns, absences and accepted findings of an agenda."""

from __future__ import annotations

from datetime import time

import pytest

from facilitation.domain.agenda import (
    Absence,
    Agenda,
    CustomField,
    CustomValue,
    FieldKind,
    Room,
    Window,
)
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.agenda_setup import (
    checked_value,
    custom_value,
    with_absence,
    with_custom_value,
    with_field,
    with_room,
    without_absence,
    without_field,
    without_room,
)
from tests.builders import a_contributor, a_text, an_agenda, an_item

MORNING = Window(1, time(9), time(12))
AGENDA = an_agenda([an_item("a", room="salla A"), an_item("b", room="Salla B")], rooms=(Room("Salla A", 40),))
SOUND = CustomField("sound", a_text("Sound"), FieldKind.CHOICE, ("none", "two microphones"))


def rooms_of_items(agenda: Agenda) -> list[str]:
    return [item.room for _, item in agenda.items()]


def test_a_new_room_stands_last() -> None:
    assert with_room(AGENDA, Room(" Salla B ", 12)).rooms == (Room("Salla A", 40), Room("Salla B", 12))


def test_a_renamed_room_takes_its_sessions_along_however_they_wrote_it() -> None:
    agenda = with_room(AGENDA, Room("Salla e madhe", 60), was="Salla A")

    assert agenda.rooms == (Room("Salla e madhe", 60),)
    assert rooms_of_items(agenda) == ["Salla e madhe", "Salla B"]


@pytest.mark.parametrize("name", ["", "  ", "SALLA a"])
def test_a_room_needs_a_name_of_its_own(name: str) -> None:
    with pytest.raises(InvalidInput):
        with_room(AGENDA, Room(name))


def test_a_room_that_is_gone_is_not_changed() -> None:
    with pytest.raises(NotFound):
        with_room(AGENDA, Room("X"), was="Salla C")


@pytest.mark.parametrize("window", [Window(2, time(9), time(10)), Window(1, time(10), time(10))])
def test_impossible_times_are_refused(window: Window) -> None:
    with pytest.raises(InvalidInput):
        with_room(AGENDA, Room("Salla C", closed=(window,)))
    with pytest.raises(InvalidInput):
        with_absence(AGENDA, Absence(a_contributor(), window))


def test_sessions_keep_the_name_of_a_removed_room() -> None:
    agenda = without_room(AGENDA, "Salla A")

    assert (agenda.rooms, rooms_of_items(agenda)) == ((), ["salla A", "Salla B"])


def test_a_column_is_added_then_changed_in_its_place() -> None:
    other = CustomField("other", a_text("Other"))
    agenda = with_field(with_field(AGENDA, SOUND), other)
    renamed = CustomField("sound", a_text("Technique"))

    assert with_field(agenda, renamed).custom_fields == (renamed, other)


def test_choices_are_trimmed_and_counted_once_and_only_a_column_of_choices_has_them() -> None:
    choices = (" a ", "a", "", "b")

    assert with_field(AGENDA, CustomField("x", a_text("X"), FieldKind.CHOICE, choices)).custom_fields[0].choices == (
        "a",
        "b",
    )
    assert with_field(AGENDA, CustomField("x", a_text("X"), FieldKind.TICK, choices)).custom_fields[0].choices == ()
    with pytest.raises(InvalidInput):
        with_field(AGENDA, CustomField("x", a_text("X"), FieldKind.CHOICE, ("a", " a")))


def test_a_removed_column_takes_its_values_along() -> None:
    item = an_item("a", custom=(CustomValue("sound", "none"), CustomValue("other", "x")))
    agenda = without_field(with_field(an_agenda([item]), SOUND), "sound")

    found = agenda.item("a")
    assert found is not None
    assert (agenda.custom_fields, found.custom) == ((), (CustomValue("other", "x"),))


def test_a_value_replaces_the_one_before_and_an_empty_one_is_not_kept() -> None:
    item = with_custom_value(an_item(), "sound", "none")

    assert custom_value(with_custom_value(item, "sound", "loud"), "sound") == "loud"
    assert with_custom_value(item, "sound", "").custom == ()


def test_only_choices_of_the_column_are_taken() -> None:
    agenda = with_field(AGENDA, SOUND)

    assert checked_value(agenda, "sound", " none ") == "none"
    with pytest.raises(InvalidInput):
        checked_value(agenda, "sound", "loud")
    with pytest.raises(NotFound):
        checked_value(agenda, "x", "none")


def test_an_absence_comes_once_and_goes() -> None:
    absence = Absence(a_contributor(), MORNING, "ministry")
    agenda = with_absence(with_absence(AGENDA, absence), absence)

    assert agenda.absences == (absence,)
    assert without_absence(agenda, absence).absences == ()
