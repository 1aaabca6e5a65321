"""Who gets a certificate, its number and its hours."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.planning.certificates import (
    certificate_number,
    certified,
    last_place,
    may_be_certified,
    number_series,
    time_attended,
    titled_name,
    uncertified,
)
from tests.builders import a_participation, a_person, an_agenda, an_event, an_item, minutes


def test_only_who_attended_under_a_name_gets_one() -> None:
    came = a_participation(days_attended=(1,))

    assert may_be_certified(came)
    assert not may_be_certified(a_participation())
    assert not may_be_certified(a_participation(days_attended=(1,), is_coded=True))


def test_printed_are_the_issued_ones_by_number_and_the_rest_waits() -> None:
    parts = [
        a_participation(name, days_attended=days, certificate=number)
        for name, days, number in (
            ("late", (1,), "2027-05/1000"),
            ("first", (1,), "2027-05/009"),
            ("unticked", (), "2027-05/010"),
            ("waiting", (2,), ""),
        )
    ]

    assert [part.id for part in certified(parts)] == ["first", "late"]
    assert [part.id for part in uncertified(parts)] == ["waiting"]


def test_numbers_carry_year_and_month_and_count_on() -> None:
    series = number_series(an_event(starts_on=date(2027, 3, 9)))

    assert (series, certificate_number(series, 14), certificate_number(series, 1014)) == (
        "2027-03",
        "2027-03/014",
        "2027-03/1014",
    )
    assert last_place(["2027-03/014", "2027-03/1014", "2027-04/2000", "old 7", ""], series) == 1014
    assert last_place([], series) == 0


@pytest.mark.parametrize(("days", "time"), [((1,), 75), ((2,), 40), ((1, 2), 115), ((), 0), ((3,), 0)])
def test_hours_are_the_working_time_of_the_days_attended(days: tuple[int, ...], time: int) -> None:
    agenda = an_agenda(
        days=[[45, an_item("coffee", minutes=20, kind=ItemKind.BREAK), an_item("talk", minutes=30)], [40]]
    )

    assert time_attended(agenda, days) == minutes(time)


def test_the_title_stands_before_the_name() -> None:
    assert titled_name(a_person(title=" Dr. ", name="Drejtore")) == "Dr. Drejtore"
    assert titled_name(a_person(name="Drejtore")) == "Drejtore"
