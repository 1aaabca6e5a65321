"""How long links without a sign-in stay open after an event."""

from __future__ import annotations

from datetime import date, timedelta

from facilitation.domain.event import Event

PHONE_PAGE = timedelta(days=30)
"""Long enough to look up whom one sat with; after that the page is nobody's business."""
CALENDAR = timedelta(days=366)
"""The deadlines after an event run for months."""


def last_day(event: Event, made_on: date, after: timedelta) -> date:
    """The last day a link opens something: counted from the event, or from the day it was made where that is later."""
    return max(event.ends_on, made_on) + after
