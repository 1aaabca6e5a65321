"""The programme in a ``schedule.xml`` of frab, pentabarf, pretalx and their relatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from lxml import etree

from facilitation.domain.agenda import Room
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_session import MAXIMUM_SESSIONS, AgendaFile, SourceSession
from facilitation.exchange.due_text import due_of
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.schedule_event import NamedPerson, Surroundings, event_session
from facilitation.exchange.words import cleaned
from facilitation.exchange.xml_input import XmlText, local_name, parsed_xml, xml_text

FORMAT = "frab-xml"
PEOPLE = frozenset({"persons", "speakers", "people", "presenters"})
PERSON = frozenset({"person", "speaker", "presenter"})

OTHER_XML = mark(
    "The file “{file}” is XML, but no programme: its first element is “{root}”. Expected is “schedule”, as frab,"
    " pentabarf and pretalx write it (schedule.xml)."
)
NO_EVENTS = mark(
    "The programme “{file}” holds no session: no “event” element stands in it. Choose the file with the sessions."
)
TOO_MANY_SESSIONS = mark("The file “{file}” holds more than {count} sessions. Divide it into several files.")
WRONG_ENCODING = mark("The file says it is written in {old}, which is wrong; it was read as {new}.")


def xml_agenda(data: bytes, file_name: str, event_zone: ZoneInfo) -> AgendaFile:
    """Every ``event`` of the file, wherever it stands; ``InvalidInput`` for any other XML."""
    source = xml_text(data, file_name)
    root = parsed_xml(source.text, file_name)
    if local_name(root) != "schedule":
        raise InvalidInput(OTHER_XML, file=file_name, root=local_name(root)[:40])
    events = list(root.iter("{*}event"))
    if not events:
        raise InvalidInput(NO_EVENTS, file=file_name)
    if len(events) > MAXIMUM_SESSIONS:
        raise InvalidInput(TOO_MANY_SESSIONS, file=file_name, count=MAXIMUM_SESSIONS)
    zone = next((cleaned(found.text or "") for found in root.iter("{*}time_zone_name")), "")
    sessions = [_session(row, event, zone, event_zone) for row, event in enumerate(events, start=1)]
    if source.declared:
        sessions[0] = _read_otherwise(sessions[0], source)
    return AgendaFile(FORMAT, tuple(sessions), rooms=tuple(_rooms(root)))


def _read_otherwise(session: SourceSession, source: XmlText) -> SourceSession:
    old, new = source.declared, source.taken
    remark = ImportRemark(WRONG_ENCODING, {"old": old, "new": new}, old, new)
    return replace(session, remarks=(remark, *session.remarks))


def _session(row: int, event: etree._Element, file_zone: str, event_zone: ZoneInfo) -> SourceSession:
    around = {local_name(parent): parent for parent in event.iterancestors()}
    day, room = around.get("day"), around.get("room")
    due = due_of(day.get("date", "")) if day is not None else None
    place = Surroundings(
        on=due.day if due else None,
        day=_day_number(day),
        room=room.get("name", "") if room is not None else "",
        file_zone=file_zone,
        event_zone=event_zone,
    )
    return event_session(row, _fields(event), tuple(_people(event)), place)


def _day_number(day: etree._Element | None) -> int:
    index = day.get("index", "") if day is not None else ""
    return int(index) if index.isascii() and index.isdigit() and len(index) <= 3 else 0


def _fields(event: etree._Element) -> dict[str, str]:
    """The texts of an event by name; its attributes where there is no element of that name."""
    fields = {str(name): str(value) for name, value in event.attrib.items()}
    for part in event:
        name = local_name(part)
        if name not in PEOPLE:
            text = _text(part) or part.get("name", "")
            fields[name] = text or fields.get(name, "")
    return fields


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()


def _people(event: etree._Element) -> Iterator[NamedPerson]:
    for part in event:
        if local_name(part) in PEOPLE:
            for person in part:
                if name := _name(person):
                    yield NamedPerson(name, person.get("role", ""))
        elif local_name(part) in PERSON and (name := _name(part)):
            yield NamedPerson(name, part.get("role", ""))


def _name(person: etree._Element) -> str:
    """What a person is called: the text, else a part or an attribute called name."""
    if len(person) == 0:
        return cleaned(person.text or "") or cleaned(person.get("name", "") or person.get("public_name", ""))
    names = {local_name(part): cleaned(_text(part)) for part in person}
    return names.get("public_name") or names.get("name") or cleaned(person.get("name", "") or person.text or "")


def _rooms(root: etree._Element) -> Iterator[Room]:
    """Rooms with their seats, each name once; a room inside an event names only where it takes place."""
    seen: set[str] = set()
    for element in root.iter("{*}room"):
        name, seats = cleaned(element.get("name", "")), element.get("capacity", "")
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield Room(name, int(seats) if seats.isascii() and seats.isdigit() and len(seats) <= 5 else 0)
