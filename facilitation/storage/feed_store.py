"""Stores the calendars people have subscribed to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from facilitation.domain.feed import CalendarFeed
from facilitation.storage.row_access import columns, field_names, field_values, table_of
from facilitation.storage.rows import CalendarFeedRow
from facilitation.storage.secret_tokens import beginning, begins_alike, the_one

_FIELDS = field_names(CalendarFeed)
_FEEDS = table_of(CalendarFeedRow)
_EVERY = select(*columns(_FEEDS, _FIELDS))
_ALIKE = _EVERY.where(begins_alike(_FEEDS.c.token))
_OF_EVENT = _EVERY.where(_FEEDS.c.event_id == bindparam("event_id")).order_by(_FEEDS.c.created_at, _FEEDS.c.token)


class FeedStore:
    """The feeds of all events, known by their token."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, feed: CalendarFeed) -> None:
        """Keep a new feed."""
        self._session.execute(insert(_FEEDS), [field_values(feed, _FIELDS)])

    def find(self, token: str) -> CalendarFeed | None:
        """The feed of a token, revoked or not; None where nobody ever had it."""
        return the_one((CalendarFeed(*row) for row in self._session.execute(_ALIKE, beginning(token))), token)

    def list_for(self, event_id: str) -> tuple[CalendarFeed, ...]:
        """The feeds of an event, the oldest first."""
        return tuple(CalendarFeed(*row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def revoke(self, token: str, at: datetime) -> None:
        """From now on the token opens nothing."""
        self._session.execute(update(_FEEDS).where(_FEEDS.c.token == token).values(revoked_at=at))
