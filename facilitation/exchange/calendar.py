"""The agenda as a calendar file (iCalendar, RFC 5545) for participants: no deadlines, no internal notes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as Entry

from facilitation import __version__
from facilitation.domain.agenda import REST_KINDS, Audience
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.formats import list_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

UNKNOWN_ZONE = mark("The time zone “{name}” of the event is not known. Choose one such as Europe/Tirane.")
MARGIN = timedelta(days=370)
"""The zone's changes are written out from a year before the event to a year after it."""
ONE_HOUR = timedelta(hours=1)


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
    zone = _zone(event.time_zone)
    calendar.add_component(_time_zone(zone, event.starts_on - MARGIN, event.ends_on + MARGIN))
    stamp = (made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    for timed in timed_items(record.agenda, event.starts_on):
        if timed.item.is_for(Audience.PUBLIC):
            entry = _entry(timed, event, _)
            entry.add("dtstamp", stamp)
            entry.add("sequence", record.agenda.version)
            calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(UNKNOWN_ZONE, name=name) from error


def _entry(timed: TimedItem, event: Event, _: Translator) -> Entry:
    item, zone = timed.item, _zone(event.time_zone)
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


def _time_zone(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """The zone's rules as far as the event needs them (RFC 5545: every TZID is defined in the file)."""
    component = Timezone()
    component.add("tzid", zone.key)
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    component.add_component(_observance(start, start, zone))
    moment, end = start, datetime(last.year, last.month, last.day, tzinfo=UTC)
    while moment < end:
        following = moment + timedelta(days=1)
        if _offset(moment, zone) != _offset(following, zone):
            change = _change_between(moment, following, zone)
            component.add_component(_observance(change, change - ONE_HOUR, zone))
        moment = following
    return component


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first quarter of an hour at which the new offset holds."""
    moment = before
    while _offset(moment, zone) == _offset(before, zone) and moment < after:
        moment += ONE_HOUR / 4
    return moment


def _observance(change: datetime, before: datetime, zone: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    """What holds from ``change`` on; its start is written in the local time that held ``before``."""
    local = change.astimezone(zone)
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", (change + _offset(before, zone)).replace(tzinfo=None))
    component.add("tzoffsetfrom", _offset(before, zone))
    component.add("tzoffsetto", _offset(change, zone))
    component.add("tzname", local.tzname() or zone.key)
    return component
