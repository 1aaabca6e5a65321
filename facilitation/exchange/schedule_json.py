"""The public programme as ``schedule.json``, as apps for phones and recording crews read it."""

from __future__ import annotations

import json
from typing import Any

from facilitation import __version__
from facilitation.domain.record import EventRecord
from facilitation.exchange.schedule import Schedule, ScheduleDay, ScheduledSession, schedule_of
from facilitation.exchange.schedule_xml import TIMESLOT
from facilitation.i18n.formats import clock_text
from facilitation.i18n.translator import Translator

SCHEMA = "https://c3voc.de/schedule/schema.json"


def schedule_json(record: EventRecord, version: str, _: Translator) -> bytes:
    """The programme of an event; ``version`` is that of the papers."""
    schedule = schedule_of(record, version, _)
    whole = {
        "$schema": SCHEMA,
        "generator": {"name": "Tryeza", "version": __version__},
        "schedule": {"version": schedule.version, "conference": _conference(schedule)},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _conference(schedule: Schedule) -> dict[str, Any]:
    return {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": schedule.days[0].on.isoformat(),
        "end": schedule.days[-1].on.isoformat(),
        "daysCount": len(schedule.days),
        "timeslot_duration": TIMESLOT,
        "time_zone_name": schedule.time_zone,
        "rooms": [{"name": room.name, "guid": room.guid, "capacity": room.capacity or None} for room in schedule.rooms],
        "days": [_day(day, schedule) for day in schedule.days],
    }


def _day(day: ScheduleDay, schedule: Schedule) -> dict[str, Any]:
    return {
        "index": day.number,
        "date": day.on.isoformat(),
        "day_start": day.starts_at.isoformat(),
        "day_end": day.ends_at.isoformat(),
        "rooms": {
            room.name: [_session(session, schedule.language) for session in sessions]
            for room, sessions in day.by_room(schedule.rooms).items()
        },
    }


def _session(session: ScheduledSession, language: str) -> dict[str, Any]:
    """``url`` must be there and Tryeza has no public address: it is the session's guid as a name."""
    return {
        "guid": session.guid,
        "id": session.number,
        "url": f"urn:uuid:{session.guid}",
        "date": session.starts_at.isoformat(),
        "start": clock_text(session.starts_at),
        "end": session.ends_at.isoformat(),
        "duration": session.duration_text,
        "room": session.room,
        "slug": session.slug,
        "title": session.title,
        "subtitle": None,
        "track": session.track,
        "type": session.kind,
        "language": language,
        "abstract": session.abstract,
        "description": session.description,
        "persons": [{"guid": person.guid, "id": person.number, "name": person.name} for person in session.persons],
        "links": [],
    }
