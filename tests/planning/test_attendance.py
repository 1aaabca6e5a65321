"""Who is there, who is missing, who was trained."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.person import CheckIn, EventRole, InvitationStatus, Participation
from facilitation.planning.attendance import (
    DayAttendance,
    RoleAttendance,
    attendance_by_day,
    attendance_by_role,
    door,
    is_inside,
    never_came,
    with_check,
    without_check,
)
from tests.builders import a_participation, an_event

NINE = datetime(2027, 5, 17, 9, 0)


def a_check(number: int, day: int = 1, *, is_out: bool = False) -> CheckIn:
    """The n-th coming or going, a minute after the one before."""
    return CheckIn(f"check-{number}", day, NINE + timedelta(minutes=number), is_out)


def people(**days: tuple[int, ...]) -> list[Participation]:
    """Confirmed people by id with the days they were there."""
    return [a_participation(name, days_attended=attended) for name, attended in days.items()]


def ids(parts: tuple[Participation, ...]) -> list[str]:
    return [part.id for part in parts]


def test_who_went_out_is_not_inside_until_they_come_back() -> None:
    part = with_check(a_participation(), a_check(1))
    gone = with_check(part, a_check(2, is_out=True))

    found = [is_inside(each, 1) for each in (a_participation(), part, gone, with_check(gone, a_check(3)))]
    assert found == [False, True, False, True]
    assert not is_inside(part, 2)


def test_attendance_ticked_by_hand_counts_as_inside() -> None:
    assert is_inside(a_participation(days_attended=(2,)), 2)


def test_going_out_leaves_the_attendance() -> None:
    part = with_check(with_check(a_participation(), a_check(1)), a_check(2, is_out=True))

    assert part.days_attended == (1,)
    assert without_check(part, "check-2").days_attended == (1,)
    assert without_check(part, "check-1").days_attended == ()


@given(st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=12), st.data())
def test_with_every_check_taken_back_no_attendance_is_left(steps: list[tuple[int, bool]], data: st.DataObject) -> None:
    part = a_participation()
    for number, (day, is_out) in enumerate(steps):
        part = with_check(part, a_check(number, day, is_out=is_out))
    assert set(part.days_attended) == {day for day, is_out in steps if not is_out}

    for check in data.draw(st.permutations(part.check_ins)):
        part = without_check(part, check.id)

    assert part == a_participation()


def test_the_door_expects_who_confirmed_and_whoever_came() -> None:
    parts = [
        *people(here=(1,), away=(2,)),
        a_participation("asked", status=InvitationStatus.INVITED),
        a_participation("declined", status=InvitationStatus.DECLINED, days_attended=(1,)),
    ]

    found = door(parts, 1)

    assert (ids(found.expected), ids(found.came), ids(found.inside), ids(found.missing)) == (
        ["here", "away", "declined"],
        ["here", "declined"],
        ["here", "declined"],
        ["away"],
    )


def test_while_nobody_confirmed_the_door_expects_all_who_did_not_decline() -> None:
    parts = [
        a_participation("asked", status=InvitationStatus.INVITED),
        a_participation("waiting", status=InvitationStatus.TO_INVITE),
        a_participation("declined", status=InvitationStatus.DECLINED),
    ]

    assert ids(door(parts, 1).missing) == ["asked", "waiting"]


@given(st.lists(st.tuples(st.sampled_from(InvitationStatus), st.sets(st.integers(1, 2))), max_size=20))
def test_who_came_and_who_is_missing_make_everybody_expected(people_: list[tuple[InvitationStatus, set[int]]]) -> None:
    parts = [
        a_participation(str(n), status=status, days_attended=tuple(sorted(days)))
        for n, (status, days) in enumerate(people_)
    ]
    found = door(parts, 1)

    assert {*ids(found.came), *ids(found.missing)} == set(ids(found.expected))
    assert len(found.came) + len(found.missing) == len(found.expected)
    assert set(ids(found.inside)) <= set(ids(found.came))


def test_each_day_has_its_no_shows_and_its_unexpected() -> None:
    parts = [
        *people(both=(1, 2), first=(1,), never=()),
        a_participation("walk-in", status=InvitationStatus.INVITED, days_attended=(2,)),
    ]

    assert attendance_by_day(an_event(day_count=3), parts) == (
        DayAttendance(1, date(2027, 5, 17), expected=3, came=2, no_shows=1, unexpected=0),
        DayAttendance(2, date(2027, 5, 18), expected=3, came=2, no_shows=2, unexpected=1),
    )
    assert ids(never_came(an_event(day_count=3), parts)) == ["never"]


def test_before_any_attendance_nobody_is_a_no_show() -> None:
    assert attendance_by_day(an_event(), people(a=(), b=())) == ()
    assert never_came(an_event(), people(a=(), b=())) == ()


def test_trained_is_who_was_there_on_every_day_by_role() -> None:
    parts = [
        *people(both=(1, 2), first=(1,), never=()),
        a_participation("host", role=EventRole.HOST, days_attended=(1, 2)),
        a_participation("gone", role=EventRole.SPEAKER, status=InvitationStatus.DECLINED),
    ]

    assert attendance_by_role(an_event(day_count=2), parts) == (
        RoleAttendance(EventRole.PARTICIPANT, listed=3, came=2, every_day=1),
        RoleAttendance(EventRole.HOST, listed=1, came=1, every_day=1),
    )
