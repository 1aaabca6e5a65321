"""What an agenda is planned with: rooms, further columns and absences; each change gives a new agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitation.domain.agenda import (
    Absence,
    Agenda,
    AgendaItem,
    Audience,
    CustomField,
    CustomValue,
    FieldKind,
    Room,
    Window,
)
from facilitation.errors import InvalidInput, NotFound, mark

NO_NAME = mark("The room has no name. Write the one that people will read on the door.")
SAME_ROOM = mark("There is a room “{name}” already. Choose another name.")
NO_ROOM = mark("The room “{name}” was removed by somebody else. Nothing was changed.")
NO_FIELD_NAME = mark("The column has no name. Write the one that should stand above it.")
NO_CHOICES = mark("A column of choices needs at least two of them. Write one on each line.")
NO_FIELD = mark("This column was removed by somebody else. Nothing was changed.")
NOT_A_CHOICE = mark("“{value}” is not one of the choices of “{name}”.")
BAD_WINDOW = mark("The time from {starts_at} to {ends_at} is not possible: the end must be later than the beginning.")
NO_SUCH_DAY = mark("The agenda has no day {day}.")


def with_room(agenda: Agenda, room: Room, *, was: str = "") -> Agenda:
    """The room added, or in the place of the one that ``was`` called so; sessions in it take the new name.

    Raises ``InvalidInput`` for an empty or used name and impossible times, ``NotFound`` for a room that is gone.
    """
    room = replace(room, name=room.name.strip())
    if not room.name:
        raise InvalidInput(NO_NAME)
    if any(_same(other.name, room.name) and other.name != was for other in agenda.rooms):
        raise InvalidInput(SAME_ROOM, name=room.name)
    for window in room.closed:
        _refuse_impossible(agenda, window)
    if not was:
        return replace(agenda, rooms=(*agenda.rooms, room))
    if all(other.name != was for other in agenda.rooms):
        raise NotFound(NO_ROOM, name=was)
    rooms = tuple(room if other.name == was else other for other in agenda.rooms)
    renamed = _each_item(agenda, lambda item: replace(item, room=room.name) if _same(item.room, was) else item)
    return replace(renamed, rooms=rooms)


def without_room(agenda: Agenda, name: str) -> Agenda:
    """The agenda without this room; sessions keep its name as a word."""
    return replace(agenda, rooms=tuple(room for room in agenda.rooms if room.name != name))


def with_field(agenda: Agenda, field: CustomField) -> Agenda:
    """The column added, or in the place of the one with the same id. Raises ``InvalidInput``."""
    if not field.name:
        raise InvalidInput(NO_FIELD_NAME)
    choices = tuple(dict.fromkeys(choice.strip() for choice in field.choices if choice.strip()))
    if field.kind is FieldKind.CHOICE and len(choices) < 2:
        raise InvalidInput(NO_CHOICES)
    field = replace(field, choices=choices if field.kind is FieldKind.CHOICE else ())
    if all(other.id != field.id for other in agenda.custom_fields):
        return replace(agenda, custom_fields=(*agenda.custom_fields, field))
    return replace(
        agenda, custom_fields=tuple(field if other.id == field.id else other for other in agenda.custom_fields)
    )


def without_field(agenda: Agenda, field_id: str) -> Agenda:
    """The agenda without this column and without what sessions say in it."""
    emptied = _each_item(agenda, lambda item: with_custom_value(item, field_id, ""))
    return replace(emptied, custom_fields=tuple(field for field in agenda.custom_fields if field.id != field_id))


def with_custom_value(item: AgendaItem, field_id: str, value: str) -> AgendaItem:
    """The session with another value in one column; an empty value is not kept."""
    others = tuple(entry for entry in item.custom if entry.field_id != field_id)
    return replace(item, custom=(*others, CustomValue(field_id, value)) if value else others)


def custom_value(item: AgendaItem, field_id: str) -> str:
    """What a session says in a column; "" where it says nothing."""
    return next((entry.value for entry in item.custom if entry.field_id == field_id), "")


def shown_values(agenda: Agenda, item: AgendaItem, reader: Audience) -> tuple[tuple[CustomField, str], ...]:
    """What a session says in the columns that print for this reader, in the order of the columns; a tick is "yes"."""
    order = list(Audience)
    fields = (field for field in agenda.custom_fields if order.index(field.audience) <= order.index(reader))
    return tuple((field, value) for field in fields if (value := custom_value(item, field.id)))


def checked_value(agenda: Agenda, field_id: str, value: str) -> str:
    """The value as it is kept. ``InvalidInput`` for what is no choice, ``NotFound`` for a column that is gone."""
    field = next((field for field in agenda.custom_fields if field.id == field_id), None)
    if field is None:
        raise NotFound(NO_FIELD)
    value = value.strip()
    if value and field.kind is FieldKind.CHOICE and value not in field.choices:
        raise InvalidInput(NOT_A_CHOICE, value=value, name=field.name)
    return value


def with_absence(agenda: Agenda, absence: Absence) -> Agenda:
    """Somebody cannot be there for a while. Raises ``InvalidInput`` for an impossible time."""
    _refuse_impossible(agenda, absence.window)
    return replace(agenda, absences=(*(each for each in agenda.absences if each != absence), absence))


def without_absence(agenda: Agenda, absence: Absence) -> Agenda:
    """They can be there after all."""
    return replace(agenda, absences=tuple(each for each in agenda.absences if each != absence))


def _refuse_impossible(agenda: Agenda, window: Window) -> None:
    if not 1 <= window.day <= max(1, len(agenda.days)):
        raise InvalidInput(NO_SUCH_DAY, day=window.day)
    if window.starts_at >= window.ends_at:
        raise InvalidInput(BAD_WINDOW, starts_at=window.starts_at, ends_at=window.ends_at)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _each_item(agenda: Agenda, change: Callable[[AgendaItem], AgendaItem]) -> Agenda:
    days = (replace(day, items=tuple(change(item) for item in day.items)) for day in agenda.days)
    return replace(agenda, days=tuple(days))
