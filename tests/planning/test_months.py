"""Months in the calendar, at their ends and in leap years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.planning.months import month_end, months_after, whole_months

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 8, 31), 12, date(2027, 8, 31)),
        (date(2028, 2, 29), 6, date(2028, 8, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 7, 1), 6, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_one_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert months_after(day, months) == expected


@pytest.mark.parametrize(
    ("start", "day", "months"),
    [
        (date(2026, 8, 31), date(2027, 2, 27), 5),
        (date(2026, 8, 31), date(2027, 2, 28), 6),
        (date(2026, 1, 1), date(2026, 6, 30), 5),
        (date(2026, 1, 1), date(2026, 7, 1), 6),
        (date(2026, 1, 15), date(2026, 1, 14), -1),
        (date(2028, 2, 29), date(2029, 2, 28), 12),
    ],
)
def test_whole_months_are_counted_as_they_are_added(start: date, day: date, months: int) -> None:
    assert whole_months(start, day) == months


@given(DAYS, DAYS)
def test_a_day_lies_between_its_whole_months_and_the_next_one(start: date, day: date) -> None:
    months = whole_months(start, day)

    assert months_after(start, months) <= day < months_after(start, months + 1)


@given(DAYS)
def test_a_month_ends_on_the_day_before_the_next_one(day: date) -> None:
    end = month_end(day.year, day.month)

    assert (end + timedelta(days=1)).day == 1
    assert end.month == day.month
