"""The programme in a ``schedule.json``, as pretalx and the hubs of conferences write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from facilitation.domain.agenda import Room
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_session import MAXIMUM_SESSIONS, AgendaFile
from facilitation.exchange.due_text import due_of
from facilitation.exchange.schedule_event import NamedPerson, Surroundings, event_session
from facilitation.exchange.words import cleaned

FORMAT = "schedule-json"
SESSION_LISTS = ("events", "talks", "sessions")
NAME_KEYS = ("public_name", "name", "display_name", "sq", "en", "title", "code")
PEOPLE_KEYS = ("persons", "speakers", "people")
MOST_SEATS = 99_999

DAMAGED_JSON = mark(
    "The file “{file}” is damaged at line {line}: it is not whole JSON. It may have been cut off."
    " Ask for the file again."
)
OTHER_JSON = mark(
    "The file “{file}” is JSON, but no programme. Expected is a “schedule” with a “conference” and its “days”, as"
    " pretalx and conference hubs write it (schedule.json)."
)
NO_SESSIONS = mark("The programme “{file}” holds no session. Choose the file with the sessions.")
TOO_MANY_SESSIONS = mark("The file “{file}” holds more than {count} sessions. Divide it into several files.")
Json = dict[str, Any]


def json_agenda(text: str, file_name: str, event_zone: ZoneInfo) -> AgendaFile:
    """Every session of the file; ``InvalidInput`` for any other JSON."""
    conference = _conference(_loaded(text, file_name))
    if conference is None:
        raise InvalidInput(OTHER_JSON, file=file_name)
    found = list(_placed_events(conference, event_zone))
    if not found:
        raise InvalidInput(NO_SESSIONS, file=file_name)
    if len(found) > MAXIMUM_SESSIONS:
        raise InvalidInput(TOO_MANY_SESSIONS, file=file_name, count=MAXIMUM_SESSIONS)
    sessions = (
        event_session(row, _fields(event), tuple(_people(event)), around)
        for row, (event, around) in enumerate(found, start=1)
    )
    return AgendaFile(FORMAT, tuple(sessions), rooms=tuple(_rooms(conference)))


def _loaded(text: str, file_name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidInput(DAMAGED_JSON, file=file_name, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(OTHER_JSON, file=file_name) from error


def _conference(value: Any) -> Json | None:
    """The part that holds the days, under "schedule" and "conference" or without one of them."""
    for _depth in range(3):
        if not isinstance(value, dict):
            return None
        if any(isinstance(value.get(key), (list, dict)) for key in ("days", *SESSION_LISTS)):
            return value
        value = value.get("schedule", value.get("conference"))
    return None


def _placed_events(conference: Json, event_zone: ZoneInfo) -> Iterator[tuple[Json, Surroundings]]:
    """Every session with the day and the room it stands under."""
    zone = _text(conference.get("time_zone_name") or conference.get("timezone"))
    days = conference.get("days")
    for number, day in enumerate(_members(days), start=1):
        due = due_of(_text(day.get("date"))[:10])
        index = day.get("index")
        around = Surroundings(
            on=due.day if due else None,
            day=index if isinstance(index, int) and 0 < index <= 366 else number,
            room="",
            file_zone=zone,
            event_zone=event_zone,
        )
        for room, event in _of_day(day):
            yield event, Surroundings(around.on, around.day, room, zone, event_zone)
    for room, event in _listed(conference):
        yield event, Surroundings(None, 0, room, zone, event_zone)


def _of_day(day: Json) -> Iterator[tuple[str, Json]]:
    """The sessions of a day: in lists by the room's name, in rooms that have lists, or in one list."""
    rooms = day.get("rooms")
    for name, room in rooms.items() if isinstance(rooms, dict) else (("", room) for room in _members(rooms)):
        if isinstance(room, list):
            yield from ((str(name), event) for event in _members(room))
        elif isinstance(room, dict):
            yield from ((str(name) or _text(room), event) for _room, event in _listed(room))
    yield from _listed(day)


def _listed(holder: Json) -> Iterator[tuple[str, Json]]:
    for key in SESSION_LISTS:
        yield from (("", event) for event in _members(holder.get(key)))


def _members(value: Any) -> Iterator[Json]:
    """The objects in a list, or in an object used as a list."""
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield from (member for member in members if isinstance(member, dict))


def _fields(event: Mapping[str, Any]) -> dict[str, str]:
    return {key.casefold(): _text(value) for key, value in event.items() if key not in PEOPLE_KEYS}


def _text(value: Any) -> str:
    """A value as text: of an object its name, or its words in the first of our languages."""
    if isinstance(value, dict):
        return next((text for key in NAME_KEYS if (text := _text_of_one(value.get(key)))), "")
    return _text_of_one(value)


def _text_of_one(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).encode("utf-8", "ignore").decode()  # JSON can spell halves of signs


def _people(event: Json) -> Iterator[NamedPerson]:
    for key in PEOPLE_KEYS:
        people = event.get(key)
        for person in people if isinstance(people, list) else ():
            if name := cleaned(_text(person)):
                yield NamedPerson(name, _text(person.get("role")) if isinstance(person, dict) else "")


def _rooms(conference: Json) -> Iterator[Room]:
    """Rooms with their seats, each name once."""
    seen: set[str] = set()
    for room in _members(conference.get("rooms")):
        name, seats = cleaned(_text(room)), room.get("capacity")
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield Room(name, seats if isinstance(seats, int) and 0 <= seats <= MOST_SEATS else 0)
