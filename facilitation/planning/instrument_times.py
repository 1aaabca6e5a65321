"""The clock times of an instrument's agenda, before any event is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.domain.instrument import Instrument, InstrumentItem
from facilitation.planning.agenda_timing import ANY_DATE, timed_items


@dataclass(frozen=True, slots=True)
class TimedInstrumentItem:
    """A session of an instrument on its day (from 1); only the clock of its times means something."""

    item: InstrumentItem
    day: int
    starts_at: datetime
    ends_at: datetime


def timed_instrument_items(instrument: Instrument) -> tuple[TimedInstrumentItem, ...]:
    """Every session with the times an event made of the instrument will have."""
    entries = [entry for day in instrument.days for entry in day.items]
    days = tuple(AgendaDay(day.starts_at, tuple(map(_agenda_item, day.items))) for day in instrument.days)
    return tuple(
        TimedInstrumentItem(entry, timed.day, timed.starts_at, timed.ends_at)
        for entry, timed in zip(entries, timed_items(Agenda("", days), ANY_DATE), strict=True)
    )


def _agenda_item(entry: InstrumentItem) -> AgendaItem:
    return AgendaItem(
        "", entry.kind, entry.title, entry.duration, pinned_start=entry.pinned_start, parallel=entry.parallel
    )
