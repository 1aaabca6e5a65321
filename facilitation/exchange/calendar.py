"""Sessions as a calendar (iCalendar, RFC 5545): no deadlines, no internal notes, of people only speakers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from facilitation import __version__
from facilitation.domain.agenda import REST_KINDS, Agenda, Audience
from facilitation.domain.event import Event
from facilitation.domain.feed import FeedScope
from facilitation.domain.record import EventRecord
from facilitation.exchange.custom_text import public_lines
from facilitation.exchange.time_zone import event_zone, time_zone_component
from facilitation.i18n.formats import list_text
from facilitation.i18n.labels import kind_label, role_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.calendar_items import called_off, parts_of, shown_items

MARGIN = timedelta(days=370)
"""The zone's changes are written out from a year before the first entry to a year after the last."""
READ_AGAIN_AFTER = timedelta(hours=1)
"""How often a program that has subscribed should ask anew."""


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """What a calendar says: the sessions, and those that were announced once and are called off.

    ``reader`` is the identity of the one person it is for ("" = anybody); ``is_subscribed`` = programs read it again.
    """

    event: Event
    agenda: Agenda
    name: str
    items: tuple[TimedItem, ...]
    cancelled: tuple[TimedItem, ...] = ()
    reader: str = ""
    is_subscribed: bool = False

    @property
    def sequence(self) -> int:
        """Grows with every change that can move a session: of the event's first day as of the agenda."""
        return self.event.version + self.agenda.version


def event_ics(
    record: EventRecord, language: str, *, made_at: datetime | None = None, earlier: Iterable[TimedItem] = ()
) -> bytes:
    """One entry per public item, with the same UID in every export.

    ``earlier`` = the items of plans that went out before: what is no longer there is sent as cancelled. ``made_at`` is
    the moment of the export (default: now).
    """
    event = record.event
    items = shown_items(timed_items(record.agenda, event.starts_on), FeedScope.EVENT)
    gone = called_off(items, shown_items(earlier, FeedScope.EVENT))
    content = CalendarContent(event, record.agenda, event.title.said_in(language), items, gone)
    return calendar_bytes(content, Translator(language), made_at or datetime.now(UTC))


def calendar_bytes(content: CalendarContent, _: Translator, made_at: datetime) -> bytes:
    """The calendar as a file; the same content and moment give the same bytes."""
    calendar = calendar_head(content.event, content.name, _.language, is_subscribed=content.is_subscribed)
    zone = event_zone(content.event.time_zone)
    days = [entry.starts_at.date() for entry in (*content.items, *content.cancelled)] or [content.event.starts_on]
    calendar.add_component(time_zone_component(zone, min(days) - MARGIN, max(days) + MARGIN))
    stamp = made_at.astimezone(UTC).replace(microsecond=0)
    for entries, is_cancelled in ((content.items, False), (content.cancelled, True)):
        for timed in entries:
            entry = _entry(timed, content, _, is_cancelled=is_cancelled)
            entry.add("dtstamp", stamp)
            calendar.add_component(entry)
    data: bytes = calendar.to_ical()
    return data


def calendar_head(event: Event, name: str, language: str, *, is_subscribed: bool) -> Calendar:
    """A calendar without entries: what made it, its name, and how often it should be read again."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Tryeza//{__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", event.time_zone)
    if is_subscribed:
        calendar.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    return calendar


def _entry(timed: TimedItem, content: CalendarContent, _: Translator, *, is_cancelled: bool) -> Entry:
    item, event = timed.item, content.event
    zone = event_zone(event.time_zone)
    entry = Entry()
    entry.add("uid", f"{item.id}@{event.id}.tryeza")
    entry.add("sequence", content.sequence)
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    entry.add("summary", item.title.said_in(_.language), parameters={"LANGUAGE": _.language})
    entry.add("categories", [kind_label(item.kind, _)])
    entry.add("dtstart", timed.starts_at.replace(tzinfo=zone))
    if timed.ends_at > timed.starts_at:
        entry.add("dtend", timed.ends_at.replace(tzinfo=zone))
    place = ", ".join(part for part in (item.room, event.place) if part)
    for name, value in (("location", place), ("description", _description(timed, content, _))):
        if value:
            entry.add(name, value, parameters={"LANGUAGE": _.language})
    is_free = is_cancelled or item.kind in REST_KINDS
    entry.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    return entry


def _description(timed: TimedItem, content: CalendarContent, _: Translator) -> str:
    """What the public agenda says of the item, after what the reader does in it.

    Of an item that is not public it names nobody: that somebody has a duty in it tells nothing about the others.
    """
    item = timed.item
    roles = [role_label(role, _) for role in parts_of(item, content.reader)] if content.reader else []
    part = _("Your part: {roles}").format(roles=list_text(roles, _.language)) if roles else ""
    names = [speaker.name for speaker in item.speakers] if item.is_for(Audience.PUBLIC) else []
    # Offices carry commas of their own, so names stand between semicolons.
    speakers = _("Speakers: {names}").format(names="; ".join(names)) if names else ""
    facts = public_lines(item, content.agenda, _)
    return "\n".join(line for line in (part, item.summary.said_in(_.language), speakers, *facts) if line)
