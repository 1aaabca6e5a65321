"""A calendar somebody has subscribed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedScope(StrEnum):
    """Whose sessions a feed shows: all that are public, those of one person, or those in one room."""

    EVENT = "event"
    PERSON = "person"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """One subscription. Who knows the ``token`` can read it, until it is revoked.

    ``subject`` is the identity of a contributor (``Contributor.identity``) or the name of a room; "" for the event.
    """

    token: str
    event_id: str
    scope: FeedScope
    subject: str
    language: str
    created_at: datetime
    revoked_at: datetime | None = None
