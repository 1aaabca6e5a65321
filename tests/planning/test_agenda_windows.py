"""Windows of an event's days as moments."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Window
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.agenda_windows import Span, span_of
from tests.builders import A_MONDAY, an_agenda, an_item, minutes

NOON = datetime(2027, 5, 17, 12)


@pytest.mark.parametrize(
    ("window", "span"),
    [
        (Window(1, time(9), time(12)), Span(datetime(2027, 5, 17, 9), datetime(2027, 5, 17, 12))),
        (Window(2, time(22), time(2)), Span(datetime(2027, 5, 18, 22), datetime(2027, 5, 19, 2))),
        (Window(1, time(0), time(0)), Span(datetime(2027, 5, 17), datetime(2027, 5, 18))),
    ],
    ids=["by day", "a night", "a whole day"],
)
def test_a_window_is_on_its_day_and_ends_later_than_it_starts(window: Window, span: Span) -> None:
    assert span_of(window, A_MONDAY) == span


@given(st.integers(-200, 200), st.integers(0, 100), st.integers(1, 100))
def test_a_span_meets_an_item_when_they_share_a_minute(starts: int, length: int, lasts: int) -> None:
    item = an_item(minutes=length, pinned_start=time(12))
    entry = timed_items(an_agenda([item]), A_MONDAY)[0]
    span = Span(NOON + minutes(starts), NOON + minutes(starts + lasts))

    shared = set(range(length)) & set(range(starts, starts + lasts))

    assert span.meets(entry) is bool(shared)
