"""Windows of an event's days as moments: when a room is closed, when somebody is away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from facilitation.domain.agenda import Window
from facilitation.planning.agenda_timing import TimedItem


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, the second not counted."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, entry: TimedItem) -> bool:
        """Whether some of an item's time lies in it; an item without any time lies nowhere."""
        return max(self.starts_at, entry.starts_at) < min(self.ends_at, entry.ends_at)


def span_of(window: Window, starts_on: date) -> Span:
    """A window of an event that begins on ``starts_on``.

    It starts on the date of its day and, where it ends no later than it starts, ends on the next one: 22:00–02:00 is a
    night and 00:00–00:00 the whole day.
    """
    on = starts_on + timedelta(days=window.day - 1)
    ends_on = on if window.ends_at > window.starts_at else on + timedelta(days=1)
    return Span(datetime.combine(on, window.starts_at), datetime.combine(ends_on, window.ends_at))


def meeting(spans: Iterable[Span], entry: TimedItem) -> Iterator[Span]:
    """The spans in which some of an item's time lies."""
    return (span for span in spans if span.meets(entry))
