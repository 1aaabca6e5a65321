from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, AgendaItem, ItemKind
from facilitation.planning.agenda_timing import (
    TimedItem,
    day_span,
    longest_stretch,
    small_group_share,
    timed_items,
    working_time,
)
from tests.builders import A_MONDAY, an_agenda, an_item, minutes

PINS = st.one_of(st.none(), st.times(min_value=time(6), max_value=time(22)).map(lambda pin: pin.replace(microsecond=0)))
LENGTHS = st.integers(min_value=0, max_value=240)


@st.composite
def agendas(draw: st.DrawFn, *, pins: st.SearchStrategy[time | None] = PINS) -> Agenda:
    """Up to three days of up to eight items, some of them pinned or parallel."""

    def an_item_of(number: int) -> AgendaItem:
        return an_item(
            f"item-{number}",
            minutes=draw(LENGTHS),
            kind=draw(st.sampled_from(ItemKind)),
            pinned_start=draw(pins),
            parallel=draw(st.sampled_from(["", "", "a", "b"])),
        )

    sizes = draw(st.lists(st.integers(0, 8), min_size=1, max_size=3))
    numbers = iter(range(1, 100))
    return an_agenda(days=[[an_item_of(next(numbers)) for _ in range(size)] for size in sizes])


def at(clock: str, day: date = A_MONDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def clock_times(agenda: Agenda) -> list[tuple[str, str, int]]:
    """Start, end and gap before in minutes, for each item."""
    return [
        (f"{entry.starts_at:%H:%M}", f"{entry.ends_at:%H:%M}", int(entry.gap_before.total_seconds() // 60))
        for entry in timed_items(agenda, A_MONDAY)
    ]


def test_items_follow_each_other_from_the_start_of_their_day() -> None:
    agenda = an_agenda(days=[[30, 15], [20]])

    timed = timed_items(agenda, A_MONDAY)

    first, second, third = (item for _, item in agenda.items())
    tuesday = A_MONDAY + timedelta(days=1)
    assert timed == (
        TimedItem(first, 1, at("09:00"), at("09:30"), timedelta()),
        TimedItem(second, 1, at("09:30"), at("09:45"), timedelta()),
        TimedItem(third, 2, at("09:00", tuesday), at("09:20", tuesday), timedelta()),
    )


def test_an_empty_agenda_has_no_times() -> None:
    assert timed_items(an_agenda(), A_MONDAY) == ()


def test_a_later_pin_makes_a_gap_and_the_next_item_follows_it() -> None:
    agenda = an_agenda([30, an_item("pinned", minutes=20, pinned_start=time(10)), 10])

    assert clock_times(agenda) == [("09:00", "09:30", 0), ("10:00", "10:20", 30), ("10:20", "10:30", 0)]


def test_an_earlier_pin_makes_an_overlap() -> None:
    agenda = an_agenda([60, an_item("pinned", minutes=30, pinned_start=time(9, 45)), 10])

    assert clock_times(agenda) == [("09:00", "10:00", 0), ("09:45", "10:15", -15), ("10:15", "10:25", 0)]


def test_after_an_overlap_the_next_item_waits_for_the_longer_one() -> None:
    agenda = an_agenda([120, an_item("pinned", minutes=10, pinned_start=time(9, 30)), 10])

    assert clock_times(agenda) == [("09:00", "11:00", 0), ("09:30", "09:40", -90), ("11:00", "11:10", 0)]


def test_a_pin_on_the_first_item_is_neither_gap_nor_overlap() -> None:
    early = an_agenda([an_item("early", minutes=30, pinned_start=time(8, 30)), 15])

    assert clock_times(early) == [("08:30", "09:00", 0), ("09:00", "09:15", 0)]


def test_parallel_items_share_a_start_and_the_next_one_waits_for_the_longest() -> None:
    agenda = an_agenda(
        [10, an_item("a", minutes=40, parallel="rooms"), an_item("b", minutes=60, parallel="rooms"), 20],
    )

    assert clock_times(agenda) == [
        ("09:00", "09:10", 0),
        ("09:10", "09:50", 0),
        ("09:10", "10:10", 0),
        ("10:10", "10:30", 0),
    ]


def test_one_pin_moves_all_of_its_parallel_items() -> None:
    pinned = an_item("b", minutes=60, parallel="rooms", pinned_start=time(10))
    agenda = an_agenda([30, an_item("a", minutes=40, parallel="rooms"), pinned])

    assert clock_times(agenda) == [("09:00", "09:30", 0), ("10:00", "10:40", 30), ("10:00", "11:00", 30)]


def test_the_same_parallel_name_elsewhere_in_the_day_is_another_block() -> None:
    agenda = an_agenda([an_item("a", parallel="rooms"), 15, an_item("b", parallel="rooms")])

    assert clock_times(agenda) == [("09:00", "09:30", 0), ("09:30", "09:45", 0), ("09:45", "10:15", 0)]


def test_a_day_runs_past_midnight() -> None:
    late = an_item("late", minutes=30, pinned_start=time(0, 30))
    agenda = an_agenda([an_item("evening", minutes=120), late, 10], starts_at=time(22, 15))

    assert [(entry.day, entry.starts_at) for entry in timed_items(agenda, A_MONDAY)] == [
        (1, at("22:15")),
        (1, at("00:30", A_MONDAY + timedelta(days=1))),
        (1, at("01:00", A_MONDAY + timedelta(days=1))),
    ]


@given(agendas())
def test_unpinned_items_are_back_to_back_with_all_before_them(agenda: Agenda) -> None:
    timed = timed_items(agenda, A_MONDAY)

    for before, entry in pairwise(timed):
        if entry.day == before.day and entry.item.pinned_start is None and not entry.item.parallel:
            assert entry.starts_at == max(
                other.ends_at for other in timed[: timed.index(entry)] if other.day == entry.day
            )
            assert entry.gap_before == timedelta()


@given(agendas())
def test_a_pinned_start_never_moves(agenda: Agenda) -> None:
    pinned = [entry for entry in timed_items(agenda, A_MONDAY) if entry.item.pinned_start is not None]

    assert [entry.starts_at.time() for entry in pinned] == [entry.item.pinned_start for entry in pinned]


@given(agendas(pins=st.none()))
def test_parallel_neighbours_share_a_start(agenda: Agenda) -> None:
    timed = timed_items(agenda, A_MONDAY)

    for before, entry in pairwise(timed):
        if entry.day == before.day and entry.item.parallel and entry.item.parallel == before.item.parallel:
            assert entry.starts_at == before.starts_at


@given(agendas())
def test_every_item_keeps_its_duration_and_place(agenda: Agenda) -> None:
    timed = timed_items(agenda, A_MONDAY)

    assert [(entry.day, entry.item) for entry in timed] == list(agenda.items())
    assert [entry.ends_at - entry.starts_at for entry in timed] == [item.duration for _, item in agenda.items()]


@given(agendas())
def test_the_small_group_share_is_a_share(agenda: Agenda) -> None:
    assert 0.0 <= small_group_share(agenda) <= 1.0


def test_working_time_leaves_out_registration_rests_and_staff() -> None:
    outside = [ItemKind.REGISTRATION, ItemKind.BREAK, ItemKind.MEAL, ItemKind.STAFF]
    agenda = an_agenda([*(an_item(kind.value, kind=kind) for kind in outside), 40, 20])

    assert working_time(agenda) == minutes(60)


def test_of_parallel_items_working_time_counts_the_longest_once() -> None:
    agenda = an_agenda([an_item("a", minutes=40, parallel="rooms"), an_item("b", minutes=60, parallel="rooms")])

    assert working_time(agenda) == minutes(60)


def test_small_group_share_is_interactive_time_over_working_time() -> None:
    agenda = an_agenda(
        [
            30,
            an_item("coffee", kind=ItemKind.BREAK, minutes=60),
            an_item("groups", kind=ItemKind.WORKING_GROUPS, minutes=20),
            an_item("evaluation", kind=ItemKind.EVALUATION, minutes=10),
            an_item("gallery", kind=ItemKind.GALLERY, minutes=20),
        ]
    )

    assert small_group_share(agenda) == 0.5


def test_beside_a_parallel_plenary_half_of_the_people_are_in_groups() -> None:
    groups = an_item("groups", kind=ItemKind.WORKING_GROUPS, minutes=60, parallel="rooms")

    assert small_group_share(an_agenda([groups, an_item("talk", minutes=60, parallel="rooms")])) == 0.5


def test_without_working_time_the_small_group_share_is_zero() -> None:
    assert small_group_share(an_agenda([an_item(kind=ItemKind.MEAL)])) == 0.0


def test_longest_stretch_lies_between_rests_of_one_day() -> None:
    agenda = an_agenda(
        days=[
            [an_item("sign in", kind=ItemKind.REGISTRATION), 60, 25, an_item("coffee", kind=ItemKind.BREAK), 70],
            [80, an_item("debrief", kind=ItemKind.STAFF, minutes=45)],
        ]
    )

    assert longest_stretch(agenda) == minutes(85)


def test_a_rest_beside_parallel_work_ends_no_stretch() -> None:
    coffee = an_item("coffee", kind=ItemKind.BREAK, parallel="rooms")
    agenda = an_agenda([60, coffee, an_item("talk", parallel="rooms"), 60])

    assert longest_stretch(agenda) == minutes(150)


def test_an_empty_agenda_has_no_stretch() -> None:
    assert longest_stretch(an_agenda()) == timedelta()


@pytest.mark.parametrize(
    ("day", "span"), [(1, ("09:00", "09:45")), (2, None), (3, None)], ids=["full", "empty", "none"]
)
def test_day_span_is_from_the_first_start_to_the_last_end(day: int, span: tuple[str, str] | None) -> None:
    timed = timed_items(an_agenda(days=[[30, 15], []]), A_MONDAY)

    assert day_span(timed, day) == (None if span is None else (at(span[0]), at(span[1])))
