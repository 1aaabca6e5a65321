"""A calendar somebody has subscribed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedScope(StrEnum):
    """What a feed shows: all public sessions, those of one person or in one room, or the deadlines of an owner.

    ``TASKS`` are deadlines as entries of whole days, ``TODOS`` the same as a list of things to do.
    """

    EVENT = "event"
    PERSON = "person"
    ROOM = "room"
    TASKS = "tasks"
    TODOS = "todos"


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """One subscription. Who knows the ``token`` can read it, until it is revoked.

    ``subject`` is the identity of a contributor (``Contributor.identity``), the name of a room or of an owner of tasks;
    "" for the event.
    """

    token: str
    event_id: str
    scope: FeedScope
    subject: str
    language: str
    created_at: datetime
    revoked_at: datetime | None = None
