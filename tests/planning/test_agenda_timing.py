from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import Any

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
SOFT_STARTS = st.one_of(st.none(), st.sampled_from([time(hour) for hour in (0, 3, 5, 9, 11, 14, 17, 23)]))
BUFFERS = st.sampled_from([0, 0, 0, 5, 10, 90]).map(lambda length: timedelta(minutes=length))
NOTHING_TO_WAIT_FOR = st.just({"soft_start": None, "buffer_before": timedelta()})
WAITS = st.fixed_dictionaries({"soft_start": SOFT_STARTS, "buffer_before": BUFFERS})


@st.composite
def agendas(
    draw: st.DrawFn,
    *,
    pins: st.SearchStrategy[time | None] = PINS,
    waits: st.SearchStrategy[dict[str, Any]] = NOTHING_TO_WAIT_FOR,
) -> Agenda:
    """Up to three days of up to eight items, some of them pinned or parallel; ``waits`` = soft starts and buffers."""

    def an_item_of(number: int) -> AgendaItem:
        return an_item(
            f"item-{number}",
            minutes=draw(LENGTHS),
            kind=draw(st.sampled_from(ItemKind)),
            pinned_start=draw(pins),
            parallel=draw(st.sampled_from(["", "", "a", "b"])),
            **draw(waits),
        )

    starts_at = draw(st.sampled_from([time(9), time(9), time(22, 30)])) if waits is WAITS else time(9)
    sizes = draw(st.lists(st.integers(0, 8), min_size=1, max_size=3))
    numbers = iter(range(1, 100))
    return an_agenda(days=[[an_item_of(next(numbers)) for _ in range(size)] for size in sizes], starts_at=starts_at)


def at(clock: str, day: date = A_MONDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def clock_times(agenda: Agenda) -> list[tuple[str, str, int]]:
    """Start, end and gap before in minutes, for each item."""
    return [
        (f"{entry.starts_at:%H:%M}", f"{entry.ends_at:%H:%M}", int(entry.gap_before.total_seconds() // 60))
        for entry in timed_items(agenda, A_MONDAY)
    ]


def blocks_with_those_before(timed: Sequence[TimedItem]) -> Iterator[tuple[list[TimedItem], list[TimedItem]]]:
    """Each block of parallel items, with everything that stands before it on its day."""
    for day in {entry.day for entry in timed}:
        before: list[TimedItem] = []
        of_day = [entry for entry in timed if entry.day == day]
        for parallel, group in groupby(of_day, key=lambda entry: entry.item.parallel):
            neighbours = list(group)
            for block in [neighbours] if parallel else [[entry] for entry in neighbours]:
                yield block, list(before)
                before += block


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


def test_an_item_waits_for_its_soft_start_and_the_wait_is_a_gap() -> None:
    agenda = an_agenda([30, an_item("soft", minutes=20, soft_start=time(10)), 10])

    assert clock_times(agenda) == [("09:00", "09:30", 0), ("10:00", "10:20", 30), ("10:20", "10:30", 0)]


def test_a_soft_start_is_pushed_later_by_what_runs_over() -> None:
    agenda = an_agenda([75, an_item("soft", minutes=20, soft_start=time(10)), 10])

    assert clock_times(agenda) == [("09:00", "10:15", 0), ("10:15", "10:35", 0), ("10:35", "10:45", 0)]


def test_a_pin_weighs_more_than_a_soft_start_of_the_same_item() -> None:
    both = an_item("both", minutes=20, pinned_start=time(9, 20), soft_start=time(10))

    assert clock_times(an_agenda([30, both])) == [("09:00", "09:30", 0), ("09:20", "09:40", -10)]


def test_the_first_item_of_a_day_waits_for_its_soft_start_without_a_gap() -> None:
    early, late = (an_item("soft", soft_start=time(hour), buffer_before=minutes(15)) for hour in (8, 10))

    assert clock_times(an_agenda([early])) == [("09:00", "09:30", 0)]
    assert clock_times(an_agenda([late])) == [("10:00", "10:30", 0)]


def test_a_buffer_is_kept_free_before_an_item_and_is_no_gap() -> None:
    agenda = an_agenda([30, an_item("groups", minutes=20, buffer_before=minutes(10)), 10])

    assert clock_times(agenda) == [("09:00", "09:30", 0), ("09:40", "10:00", 0), ("10:00", "10:10", 0)]
    assert [entry.buffer for entry in timed_items(agenda, A_MONDAY)] == [minutes(0), minutes(10), minutes(0)]


@pytest.mark.parametrize(
    ("pin", "gap"),
    [("09:50", 10), ("09:40", 0), ("09:34", -6), ("09:20", -20)],
    ids=["room enough", "just fits", "part of the buffer is missing", "all of it is missing"],
)
def test_a_buffer_that_does_not_fit_before_a_pin_is_an_overlap_of_what_is_missing(pin: str, gap: int) -> None:
    pinned = an_item("pinned", pinned_start=time.fromisoformat(pin), buffer_before=minutes(10))

    entry = timed_items(an_agenda([30, pinned]), A_MONDAY)[1]

    assert (entry.starts_at, entry.gap_before, entry.buffer) == (at(pin), minutes(gap), minutes(10))


def test_the_latest_soft_start_and_the_longest_buffer_of_a_block_hold_for_all_of_it() -> None:
    rooms = [
        an_item("a", minutes=40, parallel="rooms", buffer_before=minutes(10)),
        an_item("b", minutes=60, parallel="rooms", soft_start=time(9, 45)),
        an_item("c", minutes=60, parallel="rooms", soft_start=time(9, 50), buffer_before=minutes(5)),
    ]

    assert clock_times(an_agenda([30, *rooms])) == [
        ("09:00", "09:30", 0),
        ("09:50", "10:30", 10),
        ("09:50", "10:50", 10),
        ("09:50", "10:50", 10),
    ]
    assert {entry.buffer for entry in timed_items(an_agenda([30, *rooms]), A_MONDAY)[1:]} == {minutes(10)}


def test_soft_starts_after_midnight_belong_to_the_night_after_the_day() -> None:
    night = an_item("night", minutes=30, soft_start=time(0, 30), buffer_before=minutes(5))
    agenda = an_agenda([an_item("evening", minutes=60), night, 10], starts_at=time(22, 15))

    assert [(entry.starts_at, entry.gap_before) for entry in timed_items(agenda, A_MONDAY)] == [
        (at("22:15"), minutes(0)),
        (at("00:30", A_MONDAY + timedelta(days=1)), minutes(70)),
        (at("01:00", A_MONDAY + timedelta(days=1)), minutes(0)),
    ]


@given(agendas(waits=WAITS))
def test_a_gap_is_what_the_clock_says_beyond_the_buffer(agenda: Agenda) -> None:
    timed = timed_items(agenda, A_MONDAY)

    for block, before in blocks_with_those_before(timed):
        buffer = max(entry.item.buffer_before for entry in block) if before else timedelta()
        over_at = max((entry.ends_at for entry in before), default=None)
        gaps = [entry.starts_at - over_at - buffer if over_at else timedelta() for entry in block]
        assert [(entry.gap_before, entry.buffer) for entry in block] == [(gap, buffer) for gap in gaps]


@given(agendas(waits=WAITS))
def test_only_pins_overlap_and_only_a_soft_start_is_waited_for(agenda: Agenda) -> None:
    for block, _ in blocks_with_those_before(timed_items(agenda, A_MONDAY)):
        if any(entry.item.pinned_start for entry in block):
            continue
        assert {entry.starts_at for entry in block} == {block[0].starts_at}
        assert block[0].gap_before >= timedelta()
        if block[0].gap_before:
            assert block[0].starts_at.time() in {entry.item.soft_start for entry in block}


@given(agendas(pins=st.none(), waits=WAITS))
def test_nobody_starts_before_a_soft_start(agenda: Agenda) -> None:
    for entry in timed_items(agenda, A_MONDAY):
        soft_start, day_start = entry.item.soft_start, agenda.days[entry.day - 1].starts_at
        if soft_start:
            is_in_the_night = soft_start < time(5) and soft_start < day_start
            on = A_MONDAY + timedelta(days=entry.day - 1 + is_in_the_night)
            assert entry.starts_at >= datetime.combine(on, soft_start)


@given(agendas(waits=WAITS))
def test_without_soft_starts_and_buffers_the_times_are_never_later(agenda: Agenda) -> None:
    days = [[replace(item, soft_start=None, buffer_before=timedelta()) for item in day.items] for day in agenda.days]
    plain = an_agenda(days=days, starts_at=agenda.days[0].starts_at)

    pairs = zip(timed_items(plain, A_MONDAY), timed_items(agenda, A_MONDAY), strict=True)
    assert all(before.starts_at <= after.starts_at for before, after in pairs)


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
