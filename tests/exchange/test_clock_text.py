"""Lengths and clock times as people type them."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.exchange.clock_text import clock_of, length_of, span_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        (" 45 min ", 45),
        ("45'", 45),
        ("45 minuta", 45),
        ("45 minutes", 45),
        ("45,0", 45),
        ("90.00", 90),
        ("1h", 60),
        ("1h20", 80),
        ("1H 20", 80),
        ("1 h 20 min", 80),
        ("2 orë", 120),
        ("1 ore 5 min", 65),
        ("1 orë e 20 minuta", 80),
        ("1 hour and 20 minutes", 80),
        ("1,5 h", 90),
        ("1.25 orë", 75),
        ("1:20", 80),
        ("00:45:00", 45),
    ],
)
def test_a_length_is_understood(text: str, minutes: int) -> None:
    assert length_of(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "0", "shkurt", "-5", "1:75", "1.20", "20 veta", "12345", "9–10"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert length_of(text) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", time(9)),
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("9:30:00", time(9, 30)),
        ("9h30", time(9, 30)),
        ("0930", time(9, 30)),
        ("ora 9.30", time(9, 30)),
        ("9:30 AM", time(9, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("12.15 PM", time(12, 15)),
        ("12.15 am", time(0, 15)),
        ("2:30 m.d.", time(14, 30)),
        ("9:30 p.d.", time(9, 30)),
        ("23.59", time(23, 59)),
    ],
)
def test_a_clock_time_is_understood(text: str, clock: time) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize("text", ["", "25.00", "9.75", "13 PM", "Hapja", "9.5", "9.30-10", "120"])
def test_what_is_no_clock_time_is_none(text: str) -> None:
    assert clock_of(text) is None


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("9.00-9.45", time(9), 45),
        ("09:00 – 10:30", time(9), 90),
        ("9 deri 10", time(9), 60),
        ("9.00 to 9.20", time(9), 20),
        ("14:00", time(14), None),
    ],
)
def test_a_span_is_a_start_and_a_length(text: str, start: time, minutes: int | None) -> None:
    assert span_of(text) == (start, None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize("text", ["10.00-9.00", "9-9", "9-10-11", "pa orë", ""])
def test_what_is_no_span_is_none(text: str) -> None:
    assert span_of(text) is None


@given(st.integers(1, 1440))
def test_every_length_the_program_writes_is_read_back(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)

    for text in (str(minutes), f"{minutes}\u00a0min", f"{hours}:{rest:02}", f"{hours}h{rest:02}"):
        assert length_of(text) == timedelta(minutes=minutes)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_clock_time_the_program_writes_is_read_back(clock: time) -> None:
    assert clock_of(f"{clock:%H:%M}") == clock_of(f"{clock.hour}.{clock:%M}") == clock


@given(st.text(max_size=20))
def test_any_text_is_read_without_an_error(text: str) -> None:
    length_of(text), clock_of(text), span_of(text)
