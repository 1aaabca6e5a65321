"""Where sessions stand in the grid of rooms and in the grid of days."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.planning.agenda_grid import EVERYWHERE, Grid, day_grid, minutes_of_day, room_grid
from facilitation.planning.agenda_timing import TimedItem, timed_items
from tests.builders import A_MONDAY, an_agenda, an_item


def timed(*items: AgendaItem) -> tuple[TimedItem, ...]:
    return timed_items(an_agenda(items), A_MONDAY)


def seen(grid: Grid) -> list[tuple[str, int, int, int]]:
    return [(each.entry.item.id, each.column, each.lane, each.lanes) for each in grid.placed]


def test_rooms_are_columns_and_what_has_no_room_lies_across() -> None:
    grid = room_grid(
        timed(
            an_item("opening"),
            an_item("a", room="Salla B", parallel="g"),
            an_item("b", room="Salla A", parallel="g"),
            an_item("lunch", kind=ItemKind.MEAL),
        ),
        ["Salla A", "Salla B", "Salla C"],
    )

    assert grid.columns == ("Salla A", "Salla B")
    assert seen(grid) == [("opening", EVERYWHERE, 0, 1), ("a", 1, 0, 1), ("b", 0, 0, 1), ("lunch", EVERYWHERE, 0, 1)]


def test_parallel_sessions_without_a_room_share_a_column_of_their_own() -> None:
    grid = room_grid(
        timed(an_item("a", room="A", parallel="g"), an_item("b", parallel="g"), an_item("c", parallel="g"))
    )

    assert grid.columns == ("A", "")
    assert seen(grid) == [("a", 0, 0, 1), ("b", 1, 0, 2), ("c", 1, 1, 2)]


def test_without_rooms_there_is_one_column_without_a_name() -> None:
    grid = room_grid(timed(an_item("a"), an_item("b")))

    assert (grid.columns, seen(grid)) == (("",), [("a", 0, 0, 1), ("b", 0, 0, 1)])


def test_two_sessions_at_once_in_one_room_stand_beside_each_other() -> None:
    grid = room_grid(
        timed(an_item("a", room="A"), an_item("b", room="A", pinned_start=time(9, 10)), an_item("c", room="A"))
    )

    assert seen(grid) == [("a", 0, 0, 2), ("b", 0, 1, 2), ("c", 0, 0, 1)]


def test_days_are_columns_side_by_side() -> None:
    grid = day_grid(timed_items(an_agenda(days=[[30, 15], [], [20]]), A_MONDAY), 3)

    assert grid.columns == ("1", "2", "3")
    assert seen(grid) == [("item-1", 0, 0, 1), ("item-2", 0, 0, 1), ("item-3", 2, 0, 1)]


def test_minutes_run_on_past_midnight() -> None:
    late, later = timed(an_item("late", pinned_start=time(23, 30), minutes=60), an_item("later"))

    moments = (late.starts_at, late.ends_at, later.starts_at)
    assert [minutes_of_day(moment, A_MONDAY) for moment in moments] == [1410, 1470, 1470]


@given(st.lists(st.tuples(st.sampled_from(["", "A", "B"]), st.integers(1, 90), st.integers(0, 600)), max_size=12))
def test_nothing_in_one_lane_overlaps_and_nothing_is_lost(rows: list[tuple[str, int, int]]) -> None:
    items = [
        an_item(f"i{n}", room=room, minutes=length, pinned_start=(time(6 + start // 60, start % 60)))
        for n, (room, length, start) in enumerate(rows)
    ]
    grid = room_grid(timed(*items))

    assert sorted(each.entry.item.id for each in grid.placed) == sorted(item.id for item in items)
    for one in grid.placed:
        assert 0 <= one.lane < one.lanes
        for other in grid.placed:
            if one is not other and (one.column, one.lane) == (other.column, other.lane):
                shared = min(one.entry.ends_at, other.entry.ends_at) - max(one.entry.starts_at, other.entry.starts_at)
                assert shared <= timedelta()
