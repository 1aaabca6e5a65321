"""Deadlines as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.exchange.due_text import Due, due_of, lead_text

NEW_YEARS_EVE = date(2026, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31.12.2026", "31.12.26", "31/12/2026", "31-12-2026", "31. 12. 2026", "2026-12-31", "2026-12-31 00:00",
        "31 dhjetor 2026", "31 Dhjetor 2026", "31 December 2026", "31 Dec 2026",
    ],
)  # fmt: skip
def test_a_date_in_any_usual_form_is_that_day(text: str) -> None:
    assert due_of(text) == Due(day=NEW_YEARS_EVE)


@pytest.mark.parametrize("text", ["46387", "12/31/2026"], ids=["Excel's day number", "month first"])
def test_a_date_that_had_to_be_worked_out_says_so(text: str) -> None:
    assert due_of(text) == Due(day=NEW_YEARS_EVE, is_exact=False)


@pytest.mark.parametrize(
    ("text", "offset"),
    [("D-30", -30), ("T-30", -30), ("D−30", -30), ("D–30", -30), ("d - 30", -30), ("D+14", 14), ("D0", 0), ("D", 0)]
    + [(f"T{sign}30", -30) for sign in "‒‑‐﹣－⁻"],
)
def test_a_lead_time_is_its_offset(text: str, offset: int) -> None:
    assert due_of(text) == Due(offset=offset)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("-30", -30),
        ("30 ditë para", -30),
        ("30 dite para aktivitetit", -30),
        ("para 30 ditësh", -30),
        ("2 javë pas", 14),
        ("dy javë përpara", -14),
        ("një muaj pas", 30),
        ("10 days before the event", -10),
        ("one week after", 7),
        ("tridhjetë ditë para", -30),
        ("-30 ditë", -30),
        ("Ditën e aktivitetit", 0),
        ("on the day", 0),
    ],
)
def test_a_lead_time_in_words_is_worked_out(text: str, offset: int) -> None:
    assert due_of(text) == Due(offset=offset, is_exact=False)


@pytest.mark.parametrize(
    ("text", "offset", "is_exact"),
    [
        ("D-10 ditë pune", -10, True),
        ("D+3 working days", 3, True),
        ("10 ditë pune para", -10, False),
        ("five working days after", 5, False),
    ],
)
def test_working_days_are_told_from_calendar_days(text: str, offset: int, is_exact: bool) -> None:
    assert due_of(text) == Due(offset=offset, is_exact=is_exact, is_working_days=True)


@pytest.mark.parametrize(("text", "is_exact"), [("", True), ("  ", True), ("-", True), ("—", True), ("pa afat", False)])
def test_no_deadline_is_allowed(text: str, is_exact: bool) -> None:
    assert due_of(text) == Due(is_exact=is_exact)


@pytest.mark.parametrize(
    "text", ["soon", "30", "31.2.2027", "32.1.2027", "1.1.1899", "D-5000", "2 javë", "para pas 2 ditë", "D-7..D-1"]
)
def test_what_is_no_deadline_is_not_guessed(text: str) -> None:
    assert due_of(text) is None


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_a_deadline_or_nothing(text: str) -> None:
    due = due_of(text)

    assert due is None or due.day is None or due.offset is None


@settings(deadline=None)
@given(st.integers(-1000, 1000))
def test_a_lead_time_shown_is_read_back(offset: int) -> None:
    assert due_of(lead_text(offset)) == Due(offset=offset)
