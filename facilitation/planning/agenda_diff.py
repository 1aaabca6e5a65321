"""What differs between two plans of one event, as data: what a person who holds the older print must know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from facilitation.domain.agenda import AgendaItem, Audience, Contributor
from facilitation.domain.finding import FindingValue
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import TimedItem, timed_items

SHOWN: tuple[tuple[str, Callable[[AgendaItem], FindingValue], Audience], ...] = (
    ("title", lambda item: item.title, Audience.PUBLIC),
    ("kind", lambda item: item.kind.value, Audience.PUBLIC),
    ("length", lambda item: item.minutes, Audience.PUBLIC),
    ("room", lambda item: item.room.strip(), Audience.PUBLIC),
    ("speakers", lambda item: _names(item.speakers), Audience.PUBLIC),
    ("facilitators", lambda item: _names(item.facilitators), Audience.PUBLIC),
    ("summary", lambda item: item.summary, Audience.PUBLIC),
    ("note_takers", lambda item: _names(item.note_takers), Audience.STAFF),
    ("method", lambda item: item.method_id, Audience.STAFF),
    ("attribution", lambda item: item.attribution.value, Audience.STAFF),
    ("audience", lambda item: _widest_reader(item).value, Audience.STAFF),
    ("internal_note", lambda item: item.internal_note, Audience.STAFF),
)
"""What is compared of a session: code, value, and the widest audience that reads of it."""
SILENT = frozenset({"summary", "internal_note"})
"""Only that they changed is said: both texts would be too long for a list."""
UNSEEN = (
    "pinned_start",
    "soft_start",
    "buffer_before",
    "questions",
    "is_optional",
    "shortest",
    "people",
    "objective_ids",
    "custom",
)
"""Fields of a session that the staff set and nobody reads; together they are one difference."""
Places = Mapping[str, TimedItem]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. ``code`` is stable ("added", "room", …); ``subject`` is an item's id, "" = the event.

    ``values`` are the named values of its sentence; the value "case" chooses among its sentences.
    """

    code: str
    subject: str
    values: tuple[tuple[str, FindingValue], ...]


def plan_differences(
    before: EventRecord, after: EventRecord, reader: Audience = Audience.STAFF
) -> tuple[Difference, ...]:
    """What changed from one plan to the other for a reader; nothing between two equal plans.

    The event comes first, then session by session in the order of the new plan, then runs of sessions that only start
    earlier or later because something before them changed, and last what went away. A session the reader may no
    longer know of has gone for them.
    """
    old, new = _places(before, reader), _places(after, reader)
    found = [*_event_differences(before, after), *_day_starts(before, after)]
    for item_id, entry in new.items():
        found += _item_differences(old[item_id], entry, reader) if item_id in old else [_difference("added", entry)]
    found += _shifts(before, after, reader)
    found += [_difference("removed", entry) for item_id, entry in old.items() if item_id not in new]
    return tuple(found)


def is_same_plan(before: EventRecord, after: EventRecord) -> bool:
    """Whether two plans print the same agenda, running order and guide; how often they were saved does not count."""
    return _printed(before) == _printed(after)


def _printed(record: EventRecord) -> tuple[object, ...]:
    event, agenda, guide = record.event, record.agenda, record.guide
    facts = (event.title, event.starts_on, event.day_count, event.place, event.host, event.objectives, event.about)
    item_ids = {item.id for _, item in agenda.items()}
    sheets = tuple(sheet for sheet in guide.sheets if sheet.item_id in item_ids)
    return facts, agenda.days, agenda.custom_fields, agenda.accepted, guide.elements, sheets


def _places(record: EventRecord, reader: Audience) -> dict[str, TimedItem]:
    timed = timed_items(record.agenda, record.event.starts_on)
    return {entry.item.id: entry for entry in timed if entry.item.is_for(reader)}


def _widest_reader(item: AgendaItem) -> Audience:
    return next(reader for reader in Audience if item.is_for(reader))


def _names(people: tuple[Contributor, ...]) -> str:
    return "; ".join(person.name for person in people)


def _event_differences(before: EventRecord, after: EventRecord) -> Iterator[Difference]:
    old, new = before.event, after.event
    pairs: tuple[tuple[str, FindingValue, FindingValue], ...] = (
        ("event_title", old.title, new.title),
        ("event_date", old.starts_on.isoformat(), new.starts_on.isoformat()),
        ("event_days", old.day_count, new.day_count),
        ("event_place", old.place, new.place),
    )
    return (Difference(code, "", (("was", was), ("now", now))) for code, was, now in pairs if was != now)


def _day_starts(before: EventRecord, after: EventRecord) -> Iterator[Difference]:
    pairs = zip(before.agenda.days, after.agenda.days, strict=False)
    for number, (old, new) in enumerate(pairs, start=1):
        if old.starts_at != new.starts_at and old.items and new.items:
            values = (("day", number), ("was", f"{old.starts_at:%H:%M}"), ("now", f"{new.starts_at:%H:%M}"))
            yield Difference("day_start", "", values)


def _difference(change: str, entry: TimedItem, **values: FindingValue) -> Difference:
    place: dict[str, FindingValue] = {
        "title": entry.item.title,
        "day": entry.day,
        "starts_at": f"{entry.starts_at:%H:%M}",
        "minutes": entry.item.minutes,
    }
    return Difference(change, entry.item.id, tuple({**place, **values}.items()))


def _item_differences(old: TimedItem, new: TimedItem, reader: Audience) -> Iterator[Difference]:
    if old.day != new.day:
        yield _difference("moved_to_day", new, was=old.day, now=new.day)
    for code, value, audience in SHOWN:
        was, now = value(old.item), value(new.item)
        if was != now and _reads(reader, audience):
            yield _difference(code, new) if code in SILENT else _changed(code, new, was, now)
    if _reads(reader, Audience.STAFF) and any(getattr(old.item, name) != getattr(new.item, name) for name in UNSEEN):
        yield _difference("settings", new)


def _reads(reader: Audience, audience: Audience) -> bool:
    """Whether a reader may know what is written for an audience."""
    return audience is not Audience.STAFF or reader is Audience.STAFF


def _changed(change: str, entry: TimedItem, was: FindingValue, now: FindingValue) -> Difference:
    if was and now:
        return _difference(change, entry, was=was, now=now)
    return _difference(change, entry, was=was, now=now, case="none" if was else "first")


def _shifts(before: EventRecord, after: EventRecord, reader: Audience) -> Iterator[Difference]:
    """Runs of sessions on one day that start by the same time earlier or later than before, whatever the date."""
    old, new = _places(before, reader), _places(after, reader)
    stayed = [entry for entry in new.values() if entry.item.id in old and old[entry.item.id].day == entry.day]

    def shift(entry: TimedItem) -> tuple[int, timedelta]:
        was = _since_midnight(old[entry.item.id], before.event.starts_on)
        return entry.day, _since_midnight(entry, after.event.starts_on) - was

    for (_, by), run in groupby(stayed, key=shift):
        if by:
            yield _shifted(tuple(run), by, old)


def _since_midnight(entry: TimedItem, starts_on: date) -> timedelta:
    """When an item starts, counted from the midnight its day begins with."""
    return entry.starts_at - datetime.combine(starts_on + timedelta(days=entry.day - 1), time())


def _shifted(run: tuple[TimedItem, ...], by: timedelta, old: Places) -> Difference:
    first, minutes = run[0], int(by.total_seconds() // 60)
    return _difference(
        "shifted",
        first,
        case=("later" if minutes > 0 else "earlier") + ("_run" if len(run) > 1 else ""),
        count=len(run),
        minutes=abs(minutes),
        was=f"{old[first.item.id].starts_at:%H:%M}",
        now=f"{first.starts_at:%H:%M}",
        last=run[-1].item.title,
    )
