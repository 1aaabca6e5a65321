"""Clock times of an instrument's agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from facilitation.domain.instrument import InstrumentDay
from facilitation.library.loader import load_library
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.instrument_times import timed_instrument_items
from facilitation.settings import ROOT
from tests.builders import an_event, an_instrument, an_instrument_item, counted_ids


def test_sessions_follow_each_other_side_by_side_ones_share_a_start_and_pins_hold() -> None:
    items = (
        an_instrument_item(minutes=20),
        an_instrument_item(minutes=30, parallel="a"),
        an_instrument_item(minutes=40, parallel="a"),
        an_instrument_item(minutes=15, pinned_start=time(11)),
    )
    second = InstrumentDay(time(8, 30), (an_instrument_item(minutes=10),))
    instrument = replace(an_instrument(*items), days=(*an_instrument(*items).days, second))

    found = timed_instrument_items(instrument)

    assert [(entry.day, f"{entry.starts_at:%H:%M}", f"{entry.ends_at:%H:%M}") for entry in found] == [
        (1, "09:00", "09:20"),
        (1, "09:20", "09:50"),
        (1, "09:20", "10:00"),
        (1, "11:00", "11:15"),
        (2, "08:30", "08:40"),
    ]
    assert [entry.item for entry in found] == [*items, *second.items]


def test_they_are_the_times_of_an_event_made_of_it() -> None:
    library = load_library(ROOT / "agendas")
    for instrument in library.instruments.values():
        event = an_event(starts_on=date(2027, 5, 17), day_count=1)
        made = event_parts(event, instrument, library.methods, counted_ids()).agenda

        assert [f"{entry.starts_at:%H:%M}" for entry in timed_items(made, event.starts_on)] == [
            f"{entry.starts_at:%H:%M}" for entry in timed_instrument_items(instrument)
        ]
