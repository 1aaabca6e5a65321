"""The calendar somebody has subscribed to, as it stands at the moment of asking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.record import EventRecord
from facilitation.exchange.calendar import CalendarContent, calendar_bytes
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.calendar_items import called_off, everybody, shown_items


def feed_ics(feed: CalendarFeed, record: EventRecord, earlier: Iterable[TimedItem], made_at: datetime) -> bytes:
    """The feed in its language. ``earlier`` = the items of all plans that went out, the oldest plan first."""
    event, earlier = record.event, tuple(earlier)
    timed = timed_items(record.agenda, event.starts_on)
    items = shown_items(timed, feed.scope, feed.subject)
    title = event.title.said_in(feed.language)
    names = {person.identity: person.name for person in everybody(entry.item for entry in (*earlier, *timed))}
    whose = names.get(feed.subject, "") if feed.scope is FeedScope.PERSON else feed.subject
    content = CalendarContent(
        event,
        record.agenda,
        name=f"{title} – {whose}" if whose else title,
        items=items,
        cancelled=called_off(items, shown_items(earlier, feed.scope, feed.subject)),
        reader=feed.subject if feed.scope is FeedScope.PERSON else "",
        is_subscribed=True,
    )
    return calendar_bytes(content, Translator(feed.language), made_at)
