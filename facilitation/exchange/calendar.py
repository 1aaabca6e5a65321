"""The agenda as a calendar file (iCalendar, RFC 5545) for participants: no deadlines, no internal notes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from facilitation import __version__
from facilitation.domain.agenda import REST_KINDS, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.exchange.time_zone import event_zone, time_zone_component
from facilitation.i18n.formats import list_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

MARGIN = timedelta(days=370)
"""The zone's changes are written out from a year before the event to a year after it."""


def event_ics(record: EventRecord, language: str, *, made_at: datetime | None = None) -> bytes:
    """One entry per agenda item but those of the staff, with the same UID in every export.

    Of people only the speakers named in the agenda appear. ``made_at`` is the moment of the export (default: now).
    """
    event = record.event
    _ = Translator(language)
    calendar = Calendar()
    calendar.add("prodid", f"-//Tryeza//{__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", event.title.said_in(language))
    calendar.add("x-wr-timezone", event.time_zone)
    zone = event_zone(event.time_zone)
    calendar.add_component(time_zone_component(zone, event.starts_on - MARGIN, event.ends_on + MARGIN))
    stamp = (made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    for timed in timed_items(record.agenda, event.starts_on):
        if timed.item.kind is not ItemKind.STAFF:
            entry = _entry(timed, event, _)
            entry.add("dtstamp", stamp)
            entry.add("sequence", record.agenda.version)
            calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content


def _entry(timed: TimedItem, event: Event, _: Translator) -> Entry:
    item, zone = timed.item, event_zone(event.time_zone)
    entry = Entry()
    entry.add("uid", f"{item.id}@{event.id}.tryeza")
    entry.add("summary", item.title.said_in(_.language), parameters={"LANGUAGE": _.language})
    entry.add("dtstart", timed.starts_at.replace(tzinfo=zone))
    if timed.ends_at > timed.starts_at:
        entry.add("dtend", timed.ends_at.replace(tzinfo=zone))
    place = ", ".join(part for part in (item.room, event.place) if part)
    for name, value in (("location", place), ("description", _description(timed, _))):
        if value:
            entry.add(name, value, parameters={"LANGUAGE": _.language})
    entry.add("transp", "TRANSPARENT" if item.kind in REST_KINDS else "OPAQUE")
    return entry


def _description(timed: TimedItem, _: Translator) -> str:
    """What the public agenda says of the item: its summary and its speakers."""
    item = timed.item
    names = [speaker.name for speaker in item.speakers]
    speakers = _("Speakers: {names}").format(names=list_text(names, _.language)) if names else ""
    return "\n".join(part for part in (item.summary.said_in(_.language), speakers) if part)
