from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, AgendaDay
from facilitation.errors import FacilitationError, InvalidInput, NotFound
from facilitation.planning.agenda_edits import (
    with_day_count,
    with_day_start,
    with_item_added,
    with_item_changed,
    with_item_moved,
    with_item_on_day,
    without_item,
)
from tests.builders import an_agenda, an_item, minutes

TWO_DAYS = an_agenda(days=[[30, 15, 20], [10]])


def order(agenda: Agenda) -> list[list[str]]:
    return [[item.id.removeprefix("item-") for item in day.items] for day in agenda.days]


def test_an_item_is_added_at_the_end_of_its_day() -> None:
    assert order(with_item_added(TWO_DAYS, an_item("new"), day=1)) == [["1", "2", "3", "new"], ["4"]]


def test_an_item_is_added_after_another_one() -> None:
    assert order(with_item_added(TWO_DAYS, an_item("new"), day=1, after_id="item-1")) == [["1", "new", "2", "3"], ["4"]]


def test_a_changed_item_keeps_its_place() -> None:
    longer = replace(TWO_DAYS.days[0].items[1], duration=minutes(45))

    changed = with_item_changed(TWO_DAYS, longer)

    first, _, third = TWO_DAYS.days[0].items
    assert changed == TWO_DAYS.with_day(1, (first, longer, third))


def test_a_removed_item_is_gone() -> None:
    assert order(without_item(TWO_DAYS, "item-2")) == [["1", "3"], ["4"]]


@pytest.mark.parametrize(
    ("item", "by", "expected"),
    [("item-2", -1, "213"), ("item-2", 1, "132"), ("item-1", -1, "123"), ("item-3", 1, "123"), ("item-1", 9, "231")],
    ids=["up", "down", "up at the top", "down at the bottom", "past the end"],
)
def test_an_item_moves_within_its_day_and_stops_at_its_ends(item: str, by: int, expected: str) -> None:
    assert order(with_item_moved(TWO_DAYS, item, by=by)) == [list(expected), ["4"]]


@given(st.lists(st.integers(5, 90), min_size=2, max_size=12), st.data())
def test_moving_an_item_up_and_down_again_changes_nothing(lengths: list[int], data: st.DataObject) -> None:
    agenda = an_agenda(lengths)
    position = data.draw(st.integers(1, len(lengths) - 1))

    moved = with_item_moved(agenda, f"item-{position + 1}", by=-1)

    assert moved != agenda
    assert with_item_moved(moved, f"item-{position + 1}", by=1) == agenda


def test_an_item_goes_to_the_end_of_another_day() -> None:
    assert order(with_item_on_day(TWO_DAYS, "item-2", day=2)) == [["1", "3"], ["4", "2"]]


def test_an_item_put_on_its_own_day_stays_in_its_place() -> None:
    assert with_item_on_day(TWO_DAYS, "item-1", day=1) == TWO_DAYS


def test_the_start_of_one_day_changes() -> None:
    changed = with_day_start(TWO_DAYS, 2, time(10, 30))

    assert changed == replace(TWO_DAYS, days=(TWO_DAYS.days[0], AgendaDay(time(10, 30), TWO_DAYS.days[1].items)))


def test_added_days_are_empty_and_start_at_nine() -> None:
    assert with_day_count(TWO_DAYS, 4).days == (*TWO_DAYS.days, AgendaDay(time(9)), AgendaDay(time(9)))


def test_empty_days_at_the_end_are_dropped() -> None:
    assert with_day_count(with_day_count(TWO_DAYS, 4), 2) == TWO_DAYS


def test_a_day_with_sessions_is_not_dropped() -> None:
    with pytest.raises(InvalidInput) as refused:
        with_day_count(TWO_DAYS, 1)

    assert str(refused.value) == "Day 2 still has sessions (1). Move or remove them, then shorten the event."


def test_an_event_without_a_day_is_refused() -> None:
    with pytest.raises(InvalidInput):
        with_day_count(an_agenda(), 0)


@pytest.mark.parametrize(
    "edit",
    [
        lambda: with_item_changed(TWO_DAYS, an_item("gone")),
        lambda: without_item(TWO_DAYS, "gone"),
        lambda: with_item_moved(TWO_DAYS, "gone", by=1),
        lambda: with_item_on_day(TWO_DAYS, "gone", day=2),
        lambda: with_item_on_day(TWO_DAYS, "item-1", day=3),
        lambda: with_item_added(TWO_DAYS, an_item("new"), day=2, after_id="item-1"),
        lambda: with_item_added(TWO_DAYS, an_item("new"), day=0),
        lambda: with_day_start(TWO_DAYS, 3, time(9)),
    ],
    ids=[
        "change",
        "remove",
        "move",
        "to a day",
        "unknown day",
        "after one of another day",
        "day zero",
        "start of a day",
    ],
)
def test_what_is_not_in_the_agenda_is_not_found(edit: Callable[[], Agenda]) -> None:
    with pytest.raises(NotFound) as missing:
        edit()

    assert isinstance(missing.value, FacilitationError)
    assert str(missing.value)
