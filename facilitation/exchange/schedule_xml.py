"""The public programme as ``schedule.xml``, the format of frab and pentabarf."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from facilitation import __version__
from facilitation.domain.record import EventRecord
from facilitation.exchange.schedule import Schedule, ScheduleDay, ScheduledSession, schedule_of
from facilitation.i18n.formats import clock_text
from facilitation.i18n.translator import Translator

TIMESLOT = "00:05"
"""The grid on which programs draw the day."""


def schedule_xml(record: EventRecord, version: str, _: Translator) -> bytes:
    """The programme of an event; ``version`` is that of the papers."""
    schedule = schedule_of(record, version, _)
    root = etree.Element("schedule")
    etree.SubElement(root, "generator", name="Tryeza", version=__version__)
    _add(root, ("version", schedule.version))
    _add(etree.SubElement(root, "conference"), *_conference(schedule))
    for day in schedule.days:
        _add_day(root, day, schedule)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add(parent: etree._Element, *parts: tuple[str, str]) -> None:
    for tag, text in parts:
        etree.SubElement(parent, tag).text = text


def _conference(schedule: Schedule) -> Iterable[tuple[str, str]]:
    yield "acronym", schedule.acronym
    yield "title", schedule.title
    yield "start", schedule.days[0].on.isoformat()
    yield "end", schedule.days[-1].on.isoformat()
    yield "days", str(len(schedule.days))
    yield "timeslot_duration", TIMESLOT
    yield "time_zone_name", schedule.time_zone


def _add_day(root: etree._Element, day: ScheduleDay, schedule: Schedule) -> None:
    element = etree.SubElement(
        root,
        "day",
        index=str(day.number),
        date=day.on.isoformat(),
        start=day.starts_at.isoformat(),
        end=day.ends_at.isoformat(),
    )
    for room, sessions in day.by_room(schedule.rooms).items():
        place = etree.SubElement(element, "room", name=room.name, guid=room.guid)
        for session in sessions:
            _add_session(place, session, schedule.language)


def _add_session(room: etree._Element, session: ScheduledSession, language: str) -> None:
    event = etree.SubElement(room, "event", guid=session.guid, id=str(session.number))
    _add(
        event,
        ("date", session.starts_at.isoformat()),
        ("start", clock_text(session.starts_at)),
        ("duration", session.duration_text),
        ("room", session.room),
        ("slug", session.slug),
        ("title", session.title),
        ("subtitle", ""),
        ("track", session.track),
        ("type", session.kind),
        ("language", language),
        ("abstract", session.abstract),
        ("description", session.description),
    )
    persons = etree.SubElement(event, "persons")
    for person in session.persons:
        etree.SubElement(persons, "person", id=str(person.number), guid=person.guid).text = person.name
    etree.SubElement(event, "links")
