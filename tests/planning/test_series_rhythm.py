"""When what is owed again and again falls due, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.event import Event
from facilitation.domain.series import Delivery, Duty, DutyKind, DutyStep
from facilitation.planning.series_rhythm import (
    DutyStanding,
    Tally,
    duty_of,
    owed_paper,
    parts_of_year,
    standings,
)
from tests.builders import a_duty, a_series, a_text, an_event

TODAY = date(2026, 11, 26)


def held(*days: date, instrument: str = "regional-committee") -> tuple[Event, ...]:
    """An event on each of these days."""
    return tuple(an_event(id=f"{instrument}-{day}", starts_on=day, instrument=instrument) for day in days)


def standing(duty: Duty, *days: date, today: date = TODAY, handed_in: tuple[Delivery, ...] = ()) -> DutyStanding:
    """How a duty stands after events on these days."""
    (found,) = standings(a_series(duty, deliveries=handed_in), held(*days), today)
    return found


def handed(*days: date, due_on: date | None = None) -> tuple[Delivery, ...]:
    """A paper handed in on each of these days."""
    return tuple(Delivery(f"d-{day}", "meeting", day, due_on=due_on) for day in days)


@pytest.mark.parametrize(
    ("last", "due_on"),
    [
        (date(2026, 8, 26), date(2026, 11, 26)),
        (date(2026, 8, 25), date(2026, 11, 25)),
        (date(2026, 6, 30), date(2026, 9, 30)),
        (date(2025, 11, 30), date(2026, 3, 2)),
    ],
)
def test_a_quarter_is_ninety_two_days_after_the_last_meeting(last: date, due_on: date) -> None:
    found = standing(a_duty(), last)

    assert (found.last_on, found.due_on, found.days_left) == (last, due_on, (due_on - TODAY).days)


def test_the_92nd_day_through_february_of_a_leap_year_is_counted_in_days() -> None:
    found = standing(a_duty(), date(2027, 12, 15), today=date(2028, 3, 20))

    assert (found.due_on, found.days_left, found.overdue) == (date(2028, 3, 16), -4, 4)


def test_on_the_day_itself_nothing_is_overdue_and_the_day_after_one_day_is() -> None:
    duty = a_duty()

    assert standing(duty, date(2026, 8, 26)).overdue == 0
    assert standing(duty, date(2026, 8, 26), today=date(2026, 11, 27)).overdue == 1


@pytest.mark.parametrize(
    ("last", "months", "due_on"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 15), 1, date(2026, 12, 15)),
    ],
)
def test_months_are_counted_in_the_calendar(last: date, months: int, due_on: date) -> None:
    found = standing(a_duty(every_months=months, since=last), last, today=last)

    assert found.due_on == due_on


def test_a_duty_never_met_is_owed_from_its_first_day() -> None:
    found = standing(a_duty(since=date(2026, 8, 1)))

    assert (found.last_on, found.due_on, found.overdue) == (None, date(2026, 11, 1), 25)


def test_what_is_done_as_wished_never_falls_due() -> None:
    found = standing(Duty("meeting", a_text("As wished")), date(2020, 1, 1))

    assert (found.due_on, found.days_left, found.overdue, found.is_soon) == (None, None, 0, False)
    assert found.this_year == Tally(2026, 0, None)


def test_a_planned_event_is_named_and_keeps_the_duty_from_being_called_soon() -> None:
    planned = standing(a_duty(), date(2026, 8, 30), date(2026, 11, 28))
    bare = standing(a_duty(), date(2026, 8, 30))

    assert (planned.due_on, planned.planned_on, planned.is_planned_in_time) == (bare.due_on, date(2026, 11, 28), True)
    assert (planned.is_soon, bare.is_soon) == (False, True)


def test_an_event_planned_too_late_does_not_count_as_planned_in_time() -> None:
    found = standing(a_duty(), date(2026, 8, 30), date(2026, 12, 10))

    assert (found.due_on, found.is_planned_in_time, found.is_soon) == (date(2026, 11, 30), False, True)


@pytest.mark.parametrize(
    ("count", "ends"),
    [
        (1, ["12-31"]),
        (2, ["06-30", "12-31"]),
        (3, ["04-30", "08-31", "12-31"]),
        (4, ["03-31", "06-30", "09-30", "12-31"]),
        (5, ["02-28", "04-30", "07-31", "09-30", "12-31"]),
        (6, ["02-28", "04-30", "06-30", "08-31", "10-31", "12-31"]),
    ],
)
def test_a_year_is_divided_at_the_ends_of_months(count: int, ends: list[str]) -> None:
    assert [end.strftime("%m-%d") for _, end in parts_of_year(count, 2026)] == ends


def test_three_a_year_are_owed_by_the_thirds_of_the_year() -> None:
    duty = a_duty(per_year=3)
    days = (date(2026, 3, 3), date(2026, 6, 4))

    assert standing(duty, today=date(2026, 3, 1)).due_on == date(2026, 4, 30)
    assert standing(duty, *days, today=date(2026, 7, 1)).due_on == date(2026, 12, 31)
    assert standing(duty, *days[:1], today=date(2026, 9, 2)).overdue == 2
    assert standing(duty, *days, today=date(2026, 7, 1)).this_year == Tally(2026, 2, 3)


def test_three_meetings_early_in_the_year_are_three_and_the_next_is_owed_next_year() -> None:
    found = standing(a_duty(per_year=3), date(2026, 1, 12), date(2026, 2, 9), date(2026, 3, 9))

    assert (found.due_on, found.this_year) == (date(2027, 4, 30), Tally(2026, 3, 3))


def test_a_meeting_that_was_missed_is_told_by_the_count_of_last_year() -> None:
    found = standing(a_duty(per_year=3), date(2026, 3, 3), today=date(2027, 1, 4))

    assert (found.due_on, found.last_year) == (date(2027, 4, 30), Tally(2026, 1, 3))


def test_of_a_year_that_began_before_the_duty_only_the_rest_is_owed() -> None:
    found = standing(a_duty(per_year=3, since=date(2026, 9, 1)))

    assert (found.due_on, found.this_year) == (date(2026, 12, 31), Tally(2026, 0, 1))


def a_report(**fields: Any) -> Duty:
    """A report twice a year."""
    return a_duty(per_year=2, kind=DutyKind.REPORT, **fields)


def test_a_report_is_due_at_the_ends_of_the_half_years() -> None:
    june, december = handed(date(2026, 6, 28)), handed(date(2026, 6, 28), date(2026, 12, 20))

    assert standing(a_report(), today=date(2026, 6, 29)).due_on == date(2026, 6, 30)
    assert standing(a_report(), handed_in=june).due_on == date(2026, 12, 31)
    assert standing(a_report(), handed_in=december, today=date(2026, 12, 24)).due_on == date(2027, 6, 30)


def test_a_report_handed_in_late_counts_for_the_half_year_it_was_due_in() -> None:
    late = handed(date(2027, 1, 8), due_on=date(2026, 12, 31))
    report = a_report(since=date(2026, 7, 1))

    before = standing(report, today=date(2027, 1, 7))
    after = standing(report, today=date(2027, 1, 9), handed_in=late)

    assert (before.due_on, before.overdue) == (date(2026, 12, 31), 7)
    assert (after.due_on, after.last_on, after.last_year) == (date(2027, 6, 30), date(2027, 1, 8), Tally(2026, 1, 1))


def test_a_report_that_was_never_handed_in_stays_owed_over_the_years() -> None:
    found = standing(a_report(since=date(2026, 1, 1)), today=date(2028, 2, 1))

    assert (found.due_on, found.overdue) == (date(2026, 6, 30), 581)


def test_an_event_does_not_stand_for_a_report() -> None:
    assert standing(a_report(), date(2026, 6, 1), today=date(2026, 7, 2)).overdue == 2


def test_a_report_is_spoken_of_from_its_first_step_on() -> None:
    steps = (DutyStep(45, a_text("Ask")), DutyStep(30, a_text("Draft")), DutyStep(7, a_text("Adopt")))
    report = a_report(since=date(2026, 7, 1), steps=steps)

    assert standing(report, today=date(2026, 11, 15)).is_soon is False
    assert standing(report, today=date(2026, 11, 16)).is_soon is True
    found = standing(report, today=TODAY)
    assert found.next_step(TODAY) == (steps[1], date(2026, 12, 1))
    assert found.next_step(date(2026, 12, 2)) == (steps[2], date(2026, 12, 24))
    assert found.next_step(date(2026, 12, 25)) is None


def test_a_paper_handed_in_counts_for_the_earliest_half_year_still_owed() -> None:
    report = a_report(since=date(2026, 1, 1))

    assert owed_paper(a_series(report), report, (), date(2026, 11, 26)) == date(2026, 6, 30)
    assert owed_paper(a_series(a_duty()), a_duty(), (), TODAY) is None


def test_table_and_committee_are_told_apart_by_their_instruments_and_compared() -> None:
    committee = a_duty("committee")
    table = a_duty("table", every_days=31, instruments=("technical-table",), oftener_than="committee")
    series = a_series(committee, table)
    events = (
        *held(date(2026, 3, 2), date(2026, 6, 1), instrument="own-committee"),
        *held(date(2026, 2, 2), date(2026, 4, 1), date(2026, 5, 4), instrument="technical-table"),
    )

    first, second = standings(series, events, date(2026, 6, 2))

    assert (first.last_on, first.this_year, first.is_often_enough) == (date(2026, 6, 1), Tally(2026, 2, 4), None)
    assert (second.last_on, second.due_on, second.this_year) == (
        date(2026, 5, 4),
        date(2026, 6, 4),
        Tally(2026, 3, 12),
    )
    assert (second.compared, second.is_often_enough) == (first.this_year, True)
    assert [duty_of(series, event) for event in (events[0], events[-1])] == [committee, table]


def test_tables_as_rare_as_committees_are_not_often_enough() -> None:
    table = a_duty("table", instruments=("technical-table",), oftener_than="committee")
    events = (*held(date(2026, 3, 2)), *held(date(2026, 2, 2), instrument="technical-table"))

    _, second = standings(a_series(a_duty("committee"), table), events, date(2026, 6, 2))

    assert second.is_often_enough is False


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        ({"every_days": 92}, 4),
        ({"every_days": 31}, 12),
        ({"every_months": 1}, 12),
        ({"every_months": 6}, 2),
        ({"every_days": 92, "since": date(2026, 10, 1)}, 1),
        ({"every_months": 1, "since": date(2026, 11, 26)}, 2),
    ],
)
def test_how_many_a_year_owes_follows_from_the_interval(fields: dict[str, Any], owed: int) -> None:
    assert standing(a_duty(**fields)).this_year.owed == owed


@given(
    since=st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    per_year=st.integers(1, 12),
    today=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)
def test_handing_in_what_is_owed_moves_the_next_due_day_on_and_never_back(
    since: date, per_year: int, today: date
) -> None:
    entries: tuple[Delivery, ...] = ()
    due: list[date] = []
    report = a_duty(per_year=per_year, kind=DutyKind.REPORT, since=since)
    today = max(today, since)
    for number in range(5):
        found = standing(report, today=today, handed_in=entries).due_on
        assert found is not None
        due.append(found)
        entries = (*entries, Delivery(f"d{number}", "meeting", today, due_on=found))

    assert due == sorted(set(due))
    assert due[0] >= since
    assert all((found + timedelta(days=1)).day == 1 for found in due)
