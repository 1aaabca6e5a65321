"""Days as headings name them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.exchange.day_heading import DayMark, day_mark
from tests.builders import A_MONDAY


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Dita 1", DayMark(1)),
        ("DITA E PARË", DayMark(1)),
        ("Dita e dytë – Hapja e punimeve", DayMark(2)),
        ("Day two", DayMark(2)),
        ("Third day", DayMark(3)),
        ("Dita 1 – 17 maj 2027", DayMark(1, A_MONDAY)),
        ("Day 2: Tuesday, 18 May", DayMark(2, date(2027, 5, 18))),
        ("E hënë, 17 maj", DayMark(0, A_MONDAY)),
        ("17 majit 2027", DayMark(0, A_MONDAY)),
        ("Monday, May 17th", DayMark(0, A_MONDAY)),
        ("17.05.2027", DayMark(0, A_MONDAY)),
        ("Data: 17/5/2027", DayMark(0, A_MONDAY)),
        ("2027-05-17", DayMark(0, A_MONDAY)),
        ("31 dhjetor", DayMark(0, date(2026, 12, 31))),
        ("E mërkurë, 17 maj", DayMark(0, date(2028, 5, 17))),
        ("e martë", DayMark()),
        ("Monday", DayMark()),
    ],
)
def test_a_day_is_known_by_number_date_or_name(text: str, mark: DayMark) -> None:
    assert day_mark(text, A_MONDAY) == mark


@pytest.mark.parametrize(
    "text",
    ["", "Paneli", "Sheet1", "Dita e Evropës", "Konferenca e tretë rajonale", "Axhenda e konferencës, 20–21 maj 2027",
     "Marrëveshja 3", "30 shkurt", "Paneli i parë: çfarë kemi mësuar nga viti 2026 e deri më 17 maj 2027 në rajon"],
)  # fmt: skip
def test_what_names_no_day_is_none(text: str) -> None:
    assert day_mark(text, A_MONDAY) is None


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_whatever_breaks_the_reading(text: str) -> None:
    found = day_mark(text, A_MONDAY)

    assert found is None or isinstance(found, DayMark)
