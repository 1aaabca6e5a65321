"""The public programme as other programs know it: what ``schedule.xml`` and ``schedule.json`` both say.

What is not in the public agenda stays at home: notes, duties of the staff, tasks, consents, and everybody but the
speakers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitation.domain.agenda import Audience, Contributor
from facilitation.domain.record import EventRecord
from facilitation.exchange.custom_text import public_lines
from facilitation.exchange.schedule_names import acronym_of, guid_of, many_lines, numbers_of, one_line, slug_of
from facilitation.exchange.time_zone import event_zone
from facilitation.i18n.labels import kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

LONGEST = timedelta(hours=99, minutes=59)
"""More the formats cannot say."""


@dataclass(frozen=True, slots=True)
class SchedulePerson:
    """A speaker, under the name the agenda has."""

    number: int
    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class ScheduledSession:
    """One public item. ``kind`` is the program's own word for it, ``track`` the reader's; times carry their zone."""

    number: int
    guid: str
    slug: str
    room: str
    title: str
    kind: str
    track: str
    starts_at: datetime
    duration: timedelta
    abstract: str
    description: str
    persons: tuple[SchedulePerson, ...]

    @property
    def ends_at(self) -> datetime:
        """When it ends by the clock on the wall."""
        return self.starts_at + self.duration

    @property
    def duration_text(self) -> str:
        """ "01:30"."""
        minutes = int(min(self.duration, LONGEST).total_seconds() // 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class ScheduleRoom:
    """A room with a public item in it; ``capacity`` in seats, 0 = not known."""

    name: str
    guid: str
    capacity: int


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """One day from its first public item to the end of its last; a day without any ends as it begins."""

    number: int
    on: date
    starts_at: datetime
    ends_at: datetime
    sessions: tuple[ScheduledSession, ...]

    def by_room(self, rooms: Iterable[ScheduleRoom]) -> dict[ScheduleRoom, tuple[ScheduledSession, ...]]:
        """The sessions of each room that has any on this day, in the order of ``rooms``."""
        found = {room: tuple(session for session in self.sessions if session.room == room.name) for room in rooms}
        return {room: sessions for room, sessions in found.items() if sessions}


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole programme in one language. ``version`` is what the papers carry in their feet."""

    acronym: str
    title: str
    version: str
    language: str
    time_zone: str
    rooms: tuple[ScheduleRoom, ...]
    days: tuple[ScheduleDay, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What sessions are made from: the event, its zone and language, and the numbers given to items and people."""

    record: EventRecord
    zone: ZoneInfo
    _: Translator
    numbers: Mapping[str, int]

    def guid(self, kind: str, key: str) -> str:
        return guid_of(self.record.event, kind, key)


def schedule_of(record: EventRecord, version: str, _: Translator) -> Schedule:
    """The public programme of an event in the language of ``_``."""
    event = record.event
    timed = [entry for entry in timed_items(record.agenda, event.starts_on) if entry.item.is_for(Audience.PUBLIC)]
    source = _Source(record, event_zone(event.time_zone), _, _numbers(timed, record))
    days = tuple(_day(number, timed, source) for number in range(1, max(event.day_count, len(record.agenda.days)) + 1))
    return Schedule(
        acronym=acronym_of(event),
        title=one_line(event.title.said_in(_.language)),
        version=version,
        language=_.language,
        time_zone=event.time_zone,
        rooms=_rooms(days, source),
        days=days,
    )


def _numbers(timed: Iterable[TimedItem], record: EventRecord) -> dict[str, int]:
    items = [entry.item for entry in timed]
    speakers = {speaker.identity for item in items for speaker in item.speakers}
    guids = [guid_of(record.event, "item", item.id) for item in items]
    return numbers_of(guids) | numbers_of(guid_of(record.event, "person", who) for who in speakers)


def _day(number: int, timed: Iterable[TimedItem], source: _Source) -> ScheduleDay:
    sessions = tuple(_session(entry, source) for entry in timed if entry.day == number)
    on = source.record.event.day(number)
    days = source.record.agenda.days
    empty = datetime.combine(on, days[number - 1].starts_at if number <= len(days) else time(), source.zone)
    return ScheduleDay(
        number=number,
        on=on,
        starts_at=min((session.starts_at for session in sessions), default=empty),
        ends_at=max((session.ends_at for session in sessions), default=empty),
        sessions=sessions,
    )


def _session(entry: TimedItem, source: _Source) -> ScheduledSession:
    item, _ = entry.item, source._
    guid = source.guid("item", item.id)
    number, title = source.numbers[guid], one_line(item.title.said_in(_.language))
    parts = (acronym_of(source.record.event), str(number), slug_of(title))
    return ScheduledSession(
        number=number,
        guid=guid,
        slug="-".join(part for part in parts if part),
        room=one_line(item.room) or _place(source),
        title=title,
        kind=item.kind.value,
        track=kind_label(item.kind, _),
        starts_at=entry.starts_at.replace(tzinfo=source.zone),
        duration=item.duration,
        abstract=many_lines(item.summary.said_in(_.language)),
        description=many_lines("\n".join(public_lines(item, source.record.agenda, _))),
        persons=tuple(_person(speaker, source) for speaker in item.speakers),
    )


def _place(source: _Source) -> str:
    """The name of the room of items that have none."""
    event = source.record.event
    return one_line(event.place) or one_line(event.title.said_in(source._.language)) or event.id


def _person(speaker: Contributor, source: _Source) -> SchedulePerson:
    guid = source.guid("person", speaker.identity)
    return SchedulePerson(source.numbers[guid], guid, one_line(speaker.name))


def _rooms(days: Iterable[ScheduleDay], source: _Source) -> tuple[ScheduleRoom, ...]:
    """The rooms in use: those of the agenda's list in its order, then the others as they come."""
    capacities = {one_line(room.name): room.capacity for room in source.record.agenda.rooms}
    used = dict.fromkeys(session.room for day in days for session in day.sessions)
    names = [*(name for name in capacities if name in used), *(name for name in used if name not in capacities)]
    return tuple(ScheduleRoom(name, source.guid("room", name), capacities.get(name, 0)) for name in names)
