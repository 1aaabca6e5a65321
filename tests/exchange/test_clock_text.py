"""Times and lengths as they are written."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.exchange.clock_text import Clock, clock_of, is_guessed_length, length_of, length_text, span_of


@pytest.mark.parametrize(
    "text",
    ["09:30", "9:30", "09:30:00", "9.30", "9,30", "9h30", "9 h 30", "ora 9:30", "në orën 9.30", "at 9:30", "9:30 am",
     "9.30 a.m.", "9:30 PD"],
)  # fmt: skip
def test_half_past_nine_is_known_in_every_usual_form(text: str) -> None:
    assert clock_of(text) == Clock(time(9, 30))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9h", Clock(time(9))),
        ("1 pm", Clock(time(13))),
        ("12:30 PM", Clock(time(12, 30))),
        ("12:15 am", Clock(time(0, 15))),
        ("2:15 MD", Clock(time(14, 15))),
        ("24:00", Clock(time(0))),
        ("9", Clock(time(9), is_exact=False)),
        ("0930", Clock(time(9, 30), is_exact=False)),
        ("930", Clock(time(9, 30), is_exact=False)),
        ("9.3", Clock(time(9, 30), is_exact=False)),
        ("0.3958333333333333", Clock(time(9, 30), is_exact=False)),
        ("0.5", Clock(time(12), is_exact=False)),
        ("0,75", Clock(time(18), is_exact=False)),
        ("0.30", Clock(time(0, 30), is_exact=False)),
    ],
)
def test_other_times_are_worked_out(text: str, clock: Clock) -> None:
    assert clock_of(text) == clock


@pytest.mark.parametrize("text", ["", "herët", "25:00", "9:75", "2027-05-17", "1e5", "9:30-10:15", "12345", "-9:00"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert clock_of(text) is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("09:30–10:15", (time(9, 30), time(10, 15))),
        ("9:30-10:15", (time(9, 30), time(10, 15))),
        ("9.30 — 10.15", (time(9, 30), time(10, 15))),
        ("9:30 deri në 10:15", (time(9, 30), time(10, 15))),
        ("nga ora 9:30 deri 10:15", (time(9, 30), time(10, 15))),
        ("from 9 to 10:30", (time(9), time(10, 30))),
        ("1-2:30 pm", (time(13), time(14, 30))),
        ("11-1 pm", (time(11), time(13))),
        ("0930-1015", (time(9, 30), time(10, 15))),
    ],
)
def test_a_span_gives_start_and_end(text: str, times: tuple[time, time]) -> None:
    span = span_of(text)

    assert span is not None
    assert (span[0].time, span[1].time) == times


@pytest.mark.parametrize("text", ["", "09:30", "09:30–", "–10:15", "a–b", "2027-05-17", "9-10-11"])
def test_what_is_no_span_is_none(text: str) -> None:
    assert span_of(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("1h20", "", 80),
        ("1 h 20 min", "", 80),
        ("1 orë e 20 minuta", "", 80),
        ("1 hour 20 minutes", "", 80),
        ("1,5 orë", "", 90),
        ("90", "", 90),
        ("90 min", "", 90),
        ("90'", "", 90),
        ("45 minuta", "", 45),
        ("1:30", "", 90),
        ("01:30:00", "", 90),
        ("1:00:00:00", "", 1440),
        ("PT30M", "", 30),
        ("PT1H30M", "", 90),
        ("P1D", "", 1440),
        ("0.0208333333333333", "", 30),
        ("0.0625", "", 90),
        ("0.5", "", 30),
        ("1.5", "", 90),
        ("2", "", 120),
        ("2", "min", 2),
        ("0.0208333333333333", "min", 30),
        ("2", "h", 120),
        ("1.5", "h", 90),
    ],
)
def test_lengths_are_known_in_every_usual_form(text: str, unit: str, minutes: int) -> None:
    assert length_of(text, unit) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "0", "gjatë", "1441", "25:00", "P", "PT", "P2D", "-30", "30 kg"])
def test_what_is_no_length_or_too_long_is_none(text: str) -> None:
    assert length_of(text) is None


@pytest.mark.parametrize(("text", "is_guessed"), [("90", False), ("1.5", True), ("2", True), ("1h30", False)])
def test_only_bare_numbers_that_are_no_minutes_are_guessed(text: str, is_guessed: bool) -> None:
    length = length_of(text)

    assert length is not None
    assert is_guessed_length(text, length) == is_guessed


@given(st.integers(1, 1440))
def test_a_length_is_read_as_it_is_said(minutes: int) -> None:
    assert length_of(length_text(timedelta(minutes=minutes))) == timedelta(minutes=minutes)


@settings(deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[\d.,:hmPTpaDM –-]{1,20}", fullmatch=True))
def test_no_text_whatever_breaks_the_reading(text: str) -> None:
    clock, span, length = clock_of(text), span_of(text), length_of(text)

    assert clock is None or isinstance(clock.time, time)
    assert span is None or len(span) == 2
    assert length is None or timedelta(minutes=1) <= length <= timedelta(hours=24)
