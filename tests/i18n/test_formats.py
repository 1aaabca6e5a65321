"""Dates, times, numbers and lists as readers of the two languages expect them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from facilitation.i18n import formats
from facilitation.i18n.formats import NO_BREAK

TUESDAY = date(2027, 4, 20)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sq", ["e martë, 20 prill", "e martë, 20 prill 2027", "20 prill", "20.04.2027"]),
        ("en", ["Tuesday, 20 April", "Tuesday, 20 April 2027", "20 April", "20 Apr 2027"]),
    ],
)
def test_a_day(language: str, expected: list[str]) -> None:
    assert [
        formats.day_text(TUESDAY, language),
        formats.day_text(TUESDAY, language, with_year=True),
        formats.day_text(TUESDAY, language, with_weekday=False),
        formats.short_day_text(TUESDAY, language),
    ] == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2027, 5, 20), date(2027, 5, 20), "20 maj 2027"),
        (date(2027, 5, 20), date(2027, 5, 21), "20–21 maj 2027"),
        (date(2027, 4, 30), date(2027, 5, 1), "30 prill – 1 maj 2027"),
        (date(2027, 12, 31), date(2028, 1, 1), "31 dhjetor 2027 – 1 janar 2028"),
    ],
)
def test_several_days_say_month_and_year_once_where_they_can(first: date, last: date, expected: str) -> None:
    assert formats.day_span_text(first, last, "sq") == expected


def test_clock_times_have_twenty_four_hours() -> None:
    assert formats.clock_text(time(9, 5)) == "09:05"
    assert formats.clock_span_text(datetime(2027, 5, 20, 14, 10), datetime(2027, 5, 20, 15, 55)) == "14:10–15:55"


def test_minutes_stay_with_their_number() -> None:
    assert formats.minutes_text(timedelta(minutes=105)) == f"105{NO_BREAK}min"


def test_a_moment_has_day_before_month_in_both_languages() -> None:
    moment = datetime(2027, 4, 20, 9, 5)

    assert [formats.moment_text(moment, language) for language in ("sq", "en")] == ["20 pri, 09:05", "20 Apr, 09:05"]


@pytest.mark.parametrize(
    ("number", "digits", "albanian", "english"),
    [
        (12, 0, "12", "12"),
        (1234.5, 1, f"1{NO_BREAK}234,5", "1,234.5"),
        (2.5, 0, "3", "3"),
        (4.25, 1, "4,3", "4.3"),
        (4.0, 1, "4", "4"),
        (-3.25, 1, "-3,3", "-3.3"),
    ],
)
def test_numbers_round_half_up(number: float, digits: int, albanian: str, english: str) -> None:
    assert formats.number_text(number, "sq", digits=digits) == albanian
    assert formats.number_text(number, "en", digits=digits) == english


@pytest.mark.parametrize(
    ("share", "digits", "albanian", "english"),
    [
        (0.35, 0, "35", "35"),
        (0.125, 0, "13", "13"),
        (0.135, 1, "13,5", "13.5"),
        (0.0, 0, "0", "0"),
        (1.0, 0, "100", "100"),
    ],
)
def test_shares_are_per_cent_with_a_space_in_albanian(share: float, digits: int, albanian: str, english: str) -> None:
    assert formats.share_text(share, "sq", digits=digits) == f"{albanian}{NO_BREAK}%"
    assert formats.share_text(share, "en", digits=digits) == f"{english}%"


def test_lists_end_with_and() -> None:
    parts = ["a", "b", "c"]

    assert [formats.list_text(parts, language) for language in ("sq", "en")] == ["a, b dhe c", "a, b, and c"]
    assert (formats.list_text(parts[:1], "sq"), formats.list_text([], "sq")) == ("a", "")
