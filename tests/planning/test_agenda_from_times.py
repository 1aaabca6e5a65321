"""Clock times of a programme as an agenda: what follows is chained, what does not is pinned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, AgendaDay, Room
from facilitation.planning.agenda_from_times import (
    Slot,
    day_of_slots,
    days_in_place,
    with_days_appended,
    with_rooms_added,
)
from facilitation.planning.agenda_timing import timed_items
from tests.builders import A_MONDAY, EVENT_ID, an_agenda, an_event, an_item, counted_ids

EMPTY = AgendaDay(time(9))


def a_slot(name: str, starts: float, minutes: int = 30, room: str = "") -> Slot:
    """An item at so many hours after midnight."""
    return Slot(an_item(name, minutes=minutes, room=room), timedelta(hours=starts))


def placed(*slots: Slot) -> list[tuple[str, time | None, str]]:
    """Id, pin and parallel group of every item."""
    return [(item.id, item.pinned_start, item.parallel) for item in day_of_slots(slots, counted_ids("group")).items]


def test_items_that_follow_each_other_need_no_pin() -> None:
    day = day_of_slots([a_slot("b", 9.5), a_slot("a", 9)], counted_ids())

    assert day == AgendaDay(time(9), (an_item("a", minutes=30), an_item("b", minutes=30)))


def test_an_item_after_a_gap_is_pinned() -> None:
    assert placed(a_slot("a", 9), a_slot("b", 10)) == [("a", None, ""), ("b", time(10), "")]


def test_items_of_one_room_that_overlap_stay_apart_and_are_pinned() -> None:
    found = placed(a_slot("a", 9, 60, "A"), a_slot("b", 9.5, 60, "A"), a_slot("c", 10.5, 30, "A"))

    assert found == [("a", None, ""), ("b", time(9, 30), ""), ("c", None, "")]


def test_items_in_different_rooms_at_the_same_time_are_parallel() -> None:
    found = placed(a_slot("a", 9), a_slot("b", 9.5, 60, "A"), a_slot("c", 9.5, 60, "B"), a_slot("d", 10.5))

    assert found == [("a", None, ""), ("b", None, "group-1"), ("c", None, "group-1"), ("d", None, "")]


def test_in_a_block_with_different_starts_the_first_pin_is_the_start_of_the_block() -> None:
    found = placed(a_slot("a", 9, 60, "A"), a_slot("b", 9, 30, "B"), a_slot("c", 9.5, 30, "B"))

    assert found == [("a", time(9), "group-1"), ("b", None, "group-1"), ("c", time(9, 30), "group-1")]


def test_a_day_without_slots_is_empty() -> None:
    assert day_of_slots((), counted_ids()) == EMPTY


@given(
    st.lists(st.tuples(st.integers(5 * 12, 28 * 12), st.integers(1, 30), st.sampled_from(["", "A", "B"])), max_size=12)
)
def test_every_item_starts_at_its_time(slots: list[tuple[int, int, str]]) -> None:
    given_slots = [
        Slot(an_item(f"item-{n}", minutes=fives * 5, room=room), timedelta(minutes=starts * 5))
        for n, (starts, fives, room) in enumerate(slots)
        if starts < 24 * 12 or any(other[0] < 24 * 12 for other in slots)
    ]
    day = day_of_slots(given_slots, counted_ids())

    timed = timed_items(Agenda(EVENT_ID, (day,)), A_MONDAY)

    midnight = datetime.combine(A_MONDAY, time())
    assert {entry.item.id: entry.starts_at - midnight for entry in timed} == {
        slot.item.id: slot.starts for slot in given_slots
    }


def test_days_whose_dates_lie_in_the_event_keep_them() -> None:
    event = an_event(day_count=4)
    day = AgendaDay(time(8), (an_item(),))

    assert days_in_place((day,), date(2027, 5, 18), event) == (EMPTY, day, EMPTY, EMPTY)


def test_days_of_another_time_begin_with_the_event() -> None:
    day = AgendaDay(time(8), (an_item(),))

    assert days_in_place((day,), date(2020, 5, 18), an_event(day_count=4)) == (day,)
    assert days_in_place((day,), None, an_event(day_count=4)) == (day,)
    assert days_in_place((day, day), date(2027, 5, 20), an_event(day_count=4)) == (day, day)


def test_further_days_stand_after_those_there_are() -> None:
    agenda, day = an_agenda(days=[[30], []]), AgendaDay(time(8), (an_item("new"),))

    assert with_days_appended(agenda, [day]).days == (*agenda.days, day)


def test_days_of_an_agenda_without_items_are_given_up_for_those_that_come() -> None:
    day = AgendaDay(time(8), (an_item("new"),))

    assert with_days_appended(an_agenda(days=[[], []]), [day]).days == (day,)


def test_a_room_that_is_known_stays_as_it_is() -> None:
    agenda = replace(an_agenda(), rooms=(Room("Salla A", 40),))

    assert with_rooms_added(agenda, [Room("salla a", 90), Room("Salla B", 20)]).rooms == (
        Room("Salla A", 40),
        Room("Salla B", 20),
    )
