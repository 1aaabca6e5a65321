"""Several sessions at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, Audience
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.agenda_batch import (
    with_items_changed,
    with_items_inserted,
    with_items_placed,
    with_items_shifted,
    without_items,
)
from facilitation.planning.agenda_timing import timed_items
from tests.builders import an_agenda, an_item, minutes

TWO_DAYS = an_agenda(days=[[30, 15, 20, 40], [10, 25]])
LENGTHS = st.lists(st.integers(5, 90), min_size=1, max_size=10)


def order(agenda: Agenda) -> list[str]:
    return ["".join(item.id.removeprefix("item-") for item in day.items) for day in agenda.days]


def ids(*numbers: int) -> list[str]:
    return [f"item-{number}" for number in numbers]


def starts(agenda: Agenda) -> list[datetime]:
    return [timed.starts_at for timed in timed_items(agenda, date(2027, 5, 17))]


@pytest.mark.parametrize(
    ("chosen", "day", "before", "expected"),
    [
        ([4], 1, "item-1", ["4123", "56"]),
        ([1], 1, "item-3", ["2134", "56"]),
        ([1], 1, "", ["2341", "56"]),
        ([3, 1], 1, "", ["2413", "56"]),
        ([1, 3], 1, "item-3", ["2134", "56"]),
        ([2], 1, "item-2", ["1234", "56"]),
        ([4], 1, "item-4", ["1234", "56"]),
        ([2, 4], 2, "item-6", ["13", "5246"]),
        ([5, 2], 2, "", ["134", "625"]),
    ],
    ids=[
        "to the top",
        "one down",
        "to the end",
        "two, in the order of the agenda",
        "before one of themselves",
        "before itself",
        "the last one before itself",
        "another day",
        "from two days to the end of one",
    ],
)
def test_items_stand_before_the_one_they_were_put_at(
    chosen: list[int], day: int, before: str, expected: list[str]
) -> None:
    assert order(with_items_placed(TWO_DAYS, ids(*chosen), day=day, before_id=before)) == expected


@given(lengths=st.lists(st.integers(5, 90), min_size=2, max_size=10), data=st.data())
def test_an_item_put_elsewhere_and_back_changes_nothing(lengths: list[int], data: st.DataObject) -> None:
    agenda = an_agenda(days=[lengths, [10]])
    place = data.draw(st.integers(1, len(lengths)))
    there = data.draw(st.sampled_from(["", *ids(*range(1, len(lengths) + 1))]))
    behind = f"item-{place + 1}" if place < len(lengths) else ""

    moved = with_items_placed(agenda, ids(place), day=1, before_id=there)

    assert with_items_placed(moved, ids(place), day=1, before_id=behind) == agenda
    away = with_items_placed(agenda, ids(place), day=2)
    assert with_items_placed(away, ids(place), day=1, before_id=behind) == agenda


@given(data=st.data())
def test_placing_loses_and_invents_no_item(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(ids(*range(1, 7))), unique=True))

    placed = with_items_placed(TWO_DAYS, chosen, day=2, before_id=data.draw(st.sampled_from(["", "item-5", "item-6"])))

    assert sorted(item.id for _, item in placed.items()) == ids(*range(1, 7))
    rest = [item.id for _, item in TWO_DAYS.items() if item.id not in chosen]
    assert [item.id for _, item in placed.items() if item.id not in chosen] == rest


def test_new_items_stand_after_the_chosen_one_or_at_the_end() -> None:
    new = (an_item("x"), an_item("y"))

    assert order(with_items_inserted(TWO_DAYS, new, day=1, after_id="item-2")) == ["12xy34", "56"]
    assert order(with_items_inserted(TWO_DAYS, new, day=2)) == ["1234", "56xy"]


@pytest.mark.parametrize(
    ("starts_at", "pin"), [(None, None), (time(9, 45), None), (time(11), time(11))], ids=["untold", "follows", "later"]
)
def test_a_told_start_is_pinned_only_where_it_does_not_follow(starts_at: time | None, pin: time | None) -> None:
    new = (an_item("x"), an_item("y"))

    inserted = with_items_inserted(TWO_DAYS, new, day=1, after_id="item-2", starts_at=starts_at)

    assert [item.pinned_start for item in inserted.days[0].items[2:4]] == [pin, None]


def test_a_told_start_begins_an_empty_day() -> None:
    empty = an_agenda(days=[[30], []])

    inserted = with_items_inserted(empty, (an_item("x"),), day=2, starts_at=time(8, 15))

    assert (inserted.days[1].starts_at, inserted.days[1].items[0].pinned_start) == (time(8, 15), None)
    assert with_items_inserted(empty, (), day=2, starts_at=time(8, 15)) == empty


def test_items_are_removed_together() -> None:
    assert order(without_items(TWO_DAYS, ids(1, 3, 6))) == ["24", "5"]


def test_the_same_fields_are_set_for_all_chosen() -> None:
    changed = with_items_changed(TWO_DAYS, ids(2, 5), is_optional=True, audience=Audience.STAFF)

    assert changed == replace(
        TWO_DAYS,
        days=tuple(
            replace(
                day,
                items=tuple(
                    replace(item, is_optional=True, audience=Audience.STAFF) if item.id in ids(2, 5) else item
                    for item in day.items
                ),
            )
            for day in TWO_DAYS.days
        ),
    )


def test_pinned_and_earliest_starts_move_and_others_stay() -> None:
    items = [
        an_item("a", pinned_start=time(9)),
        an_item("b", soft_start=time(11)),
        an_item("c", pinned_start=time(14), soft_start=time(13, 30)),
        an_item("d", pinned_start=time(16)),
    ]

    shifted = with_items_shifted(an_agenda(items), ["a", "b", "c"], by=minutes(-20))

    first, second, third, fourth = items
    assert shifted == an_agenda(
        [
            replace(first, pinned_start=time(8, 40)),
            replace(second, soft_start=time(10, 40)),
            replace(third, pinned_start=time(13, 40), soft_start=time(13, 10)),
            fourth,
        ]
    )


def test_a_gap_opens_before_the_first_chosen_one_without_a_start_of_its_own() -> None:
    agenda = an_agenda([30, 15, 20, 40])

    shifted = with_items_shifted(agenda, ids(2, 3), by=minutes(25))

    first, second, third, fourth = agenda.days[0].items
    assert shifted == agenda.with_day(1, (first, replace(second, soft_start=time(9, 55)), third, fourth))


def test_a_later_group_of_chosen_ones_is_pushed_too() -> None:
    agenda = an_agenda([30, 15, 20, 40])

    shifted = with_items_shifted(agenda, ids(2, 4), by=minutes(10))

    assert [item.soft_start for item in shifted.days[0].items] == [None, time(9, 40), None, time(10, 15)]


def test_the_first_of_the_day_moves_the_start_of_the_day() -> None:
    later, earlier = (with_items_shifted(TWO_DAYS, ids(5), by=minutes(number)) for number in (30, -30))

    assert [day.starts_at for day in (*later.days, *earlier.days)] == [time(9), time(9, 30), time(9), time(8, 30)]


def test_parallel_ones_are_pushed_once() -> None:
    items = [an_item("a"), an_item("b", parallel="p"), an_item("c", parallel="p"), an_item("d")]

    shifted = with_items_shifted(an_agenda(items), ["b", "c", "d"], by=minutes(15))

    assert [item.soft_start for item in shifted.days[0].items] == [None, time(9, 45), None, None]


def test_what_follows_the_one_before_cannot_start_earlier() -> None:
    with pytest.raises(InvalidInput) as refused:
        with_items_shifted(TWO_DAYS, ids(2), by=minutes(-5))

    assert refused.value.values == {"title": TWO_DAYS.days[0].items[1].title}


@pytest.mark.parametrize(("pin", "by"), [(time(23, 30), 360), (time(6), -120), (time(9), 1440), (time(1), 300)])
def test_a_start_does_not_leave_its_day(pin: time, by: int) -> None:
    with pytest.raises(InvalidInput, match="another day"):
        with_items_shifted(an_agenda([an_item(pinned_start=pin)]), ids(1), by=minutes(by))


def test_a_start_may_move_into_the_night_and_back() -> None:
    agenda = an_agenda([an_item(pinned_start=time(23, 30))])

    late = with_items_shifted(agenda, ids(1), by=minutes(60))

    assert late.days[0].items[0].pinned_start == time(0, 30)
    assert with_items_shifted(late, ids(1), by=minutes(-60)) == agenda


@given(lengths=LENGTHS, pins=st.lists(st.integers(0, 6)), by=st.integers(-240, 240))
def test_a_whole_day_shifted_moves_every_start_and_back_changes_nothing(
    lengths: list[int], pins: list[int], by: int
) -> None:
    items = [
        an_item(f"item-{n}", minutes=length, pinned_start=time(9 + n) if n in pins and n > 1 else None)
        for n, length in enumerate(lengths, start=1)
    ]
    agenda, everything = an_agenda(items), [item.id for item in items]

    shifted = with_items_shifted(agenda, everything, by=minutes(by))

    assert starts(shifted) == [start + timedelta(minutes=by) for start in starts(agenda)]
    assert with_items_shifted(shifted, everything, by=minutes(-by)) == agenda


@given(lengths=LENGTHS, chosen=st.sets(st.integers(1, 10)), by=st.integers(1, 120))
def test_from_the_first_chosen_session_on_everything_starts_so_much_later(
    lengths: list[int], chosen: set[int], by: int
) -> None:
    agenda = an_agenda(lengths)
    ids_chosen = ids(*(number for number in chosen if number <= len(lengths)))

    moved = zip(starts(agenda), starts(with_items_shifted(agenda, ids_chosen, by=minutes(by))), strict=True)

    delays = [after - before for before, after in moved]
    first = min((int(item_id.removeprefix("item-")) for item_id in ids_chosen), default=len(lengths) + 1)
    assert delays[: first - 1] == [timedelta()] * (first - 1)
    assert delays[first - 1 :] == [minutes(by)] * (len(lengths) - first + 1)


def test_unknown_items_and_days_are_not_found() -> None:
    edits: list[Callable[[], object]] = [
        lambda: with_items_placed(TWO_DAYS, ["gone"], day=1),
        lambda: with_items_placed(TWO_DAYS, ids(1), day=3),
        lambda: with_items_placed(TWO_DAYS, ids(1), day=2, before_id="item-3"),
        lambda: with_items_inserted(TWO_DAYS, (an_item("x"),), day=3),
        lambda: with_items_inserted(TWO_DAYS, (an_item("x"),), day=2, after_id="item-1"),
        lambda: without_items(TWO_DAYS, ids(1, 99)),
        lambda: with_items_changed(TWO_DAYS, ["gone"], people=3),
        lambda: with_items_shifted(TWO_DAYS, ["gone"], by=minutes(5)),
    ]
    for edit in edits:
        with pytest.raises(NotFound):
            edit()
