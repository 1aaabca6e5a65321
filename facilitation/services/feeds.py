"""Calendars people subscribe to: who knows the link can read them, until the link is revoked."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass

from facilitation.domain.agenda import Agenda, Contributor
from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.guide import Guide
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, Revoked, mark
from facilitation.planning.calendar_items import earlier_items, everybody, public_rooms
from facilitation.planning.link_expiry import CALENDAR, last_day
from facilitation.services.desk import Desk
from facilitation.services.task_calendars import feed_deadlines, refuse_unknown_owner
from facilitation.storage.unit_of_work import UnitOfWork

TOKEN_BYTES = 24
"""Nobody guesses 192 bits."""
OF_TASKS = frozenset({FeedScope.TASKS, FeedScope.TODOS})
"""Deadlines are not public: such a link is always somebody's."""
OVER = mark("This calendar closed a year after the event. Ask for a new link, or remove the calendar.")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FeedSubjects:
    """Whose calendar a link can be for: everybody with a part in the agenda, and every room with a public session."""

    people: tuple[Contributor, ...]
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feeds:
    """Makes, lists, reads and revokes the links. No history is kept: it would hold the secret of the link."""

    desk: Desk

    def create(self, event_id: str, scope: FeedScope, *, subject: str = "", language: str = "sq") -> CalendarFeed:
        """A link for everybody, one person, one room or an owner's deadlines; where it is open already, that one."""
        with self.desk.work() as work:
            event = work.events.get(event_id)
            _refuse_unusable(work, event.id, scope, subject)
            wanted = (scope, "" if scope is FeedScope.EVENT else subject, language)
            for feed in _open(work, event_id):
                if (feed.scope, feed.subject, feed.language) == wanted:
                    return feed
            feed = CalendarFeed(secrets.token_urlsafe(TOKEN_BYTES), event_id, *wanted, created_at=self.desk.now())
            work.feeds.add(feed)
            work.commit()
        logger.info("make_feed event=%s scope=%s", event_id, scope)
        return feed

    def list_for(self, event_id: str) -> tuple[CalendarFeed, ...]:
        """The open links of an event, the oldest first."""
        with self.desk.reading() as work:
            return _open(work, event_id)

    def subjects(self, event_id: str) -> FeedSubjects:
        """Whose calendars can be had."""
        with self.desk.reading() as work:
            return _subjects(work.agendas.get(event_id))

    def revoke(self, token: str) -> None:
        """From now on the link opens nothing; revoking it twice keeps the first time."""
        with self.desk.work() as work:
            feed = work.feeds.find(token)
            if feed is None or feed.revoked_at is not None:
                return
            work.feeds.revoke(token, self.desk.now())
            work.commit()
        logger.info("revoke_feed event=%s scope=%s", feed.event_id, feed.scope)

    def calendar(self, token: str) -> bytes:
        """What a link shows now: NotFound where nobody ever had it, Revoked where it was closed."""
        from facilitation.exchange.calendar_feed import feed_ics  # slow to import

        with self.desk.reading() as work:
            feed = _readable(work, token)
            if last_day(work.events.get(feed.event_id), feed.created_at.date(), CALENDAR) < self.desk.today():
                raise Revoked(OVER)
            if feed.scope in OF_TASKS:
                return feed_deadlines(work, feed)
            record = _shown(work, feed)
            earlier = earlier_items(work.releases.records(feed.event_id))
            changes = work.changes.list_for(feed.event_id, limit=1)
        # The moment of the last change, not of the question: the same plan gives the same file.
        return feed_ics(feed, record, earlier, changes[0].happened_at if changes else feed.created_at)


def _shown(work: UnitOfWork, feed: CalendarFeed) -> EventRecord:
    """The public reads the newest version that went out; somebody with duties reads the plan as it is now."""
    newest = next(iter(work.releases.list_for(feed.event_id)), None)
    if newest and feed.scope is not FeedScope.PERSON:
        return work.releases.record(newest.id)
    return EventRecord(work.events.get(feed.event_id), work.agendas.get(feed.event_id), Guide(feed.event_id))


def _open(work: UnitOfWork, event_id: str) -> tuple[CalendarFeed, ...]:
    return tuple(feed for feed in work.feeds.list_for(event_id) if feed.revoked_at is None)


def _readable(work: UnitOfWork, token: str) -> CalendarFeed:
    feed = work.feeds.find(token)
    if feed is None:
        raise NotFound(mark("There is no calendar under this link. Ask whoever gave it to you for a new one."))
    if feed.revoked_at is not None:
        raise Revoked(mark("This calendar was closed by its organiser. Ask for a new link, or remove the calendar."))
    return feed


def _subjects(agenda: Agenda) -> FeedSubjects:
    items = [item for _, item in agenda.items()]
    return FeedSubjects(everybody(items), public_rooms(items))


def _refuse_unusable(work: UnitOfWork, event_id: str, scope: FeedScope, subject: str) -> None:
    if scope in OF_TASKS:
        refuse_unknown_owner(work, event_id, subject)
        return
    known = _subjects(work.agendas.get(event_id))
    if scope is FeedScope.PERSON and subject not in {person.identity for person in known.people}:
        raise InvalidInput(mark("Nobody of this name has a part in the agenda. Choose somebody from the list."))
    if scope is FeedScope.ROOM and subject not in known.rooms:
        raise InvalidInput(mark("No public session is in this room. Choose a room from the list."))
