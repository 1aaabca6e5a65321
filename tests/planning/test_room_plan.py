"""Room plans: everybody has a seat, nothing overlaps, all is within the walls."""

from __future__ import annotations

from itertools import combinations
from math import ceil, dist

import pytest

from facilitation.domain.agenda import ItemKind, Layout
from facilitation.planning.room_plan import SEAT, Box, FixtureKind, RoomPlan, Seat, layout_of, room_plan
from tests.builders import a_sheet, an_item

PEOPLE = (0, 1, 2, 5, 9, 24, 41, 88, 300)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("people", PEOPLE)
def test_everybody_has_a_seat_of_their_own_within_the_walls(layout: Layout, people: int) -> None:
    plan = room_plan(layout, people)

    assert len(plan.seats) == (ceil(people / 4) if layout is Layout.OPEN_FLOOR else people)
    for seat in plan.seats:
        assert SEAT / 2 <= seat.x <= plan.width - SEAT / 2
        assert SEAT / 2 <= seat.y <= plan.depth - SEAT / 2
    assert all(dist((one.x, one.y), (two.x, two.y)) >= SEAT for one, two in neighbours(plan))
    assert not any(touches(box, seat) for box in boxes(plan) for seat in plan.seats)
    assert not any(overlap(one, two) for one, two in combinations(boxes(plan), 2))


def neighbours(plan: RoomPlan) -> list[tuple[Seat, Seat]]:
    return [pair for pair in combinations(plan.seats, 2) if abs(pair[0].x - pair[1].x) < 1]


def boxes(plan: RoomPlan) -> list[Box]:
    return [*plan.tables, *(fixture.box for fixture in plan.fixtures)]


def touches(box: Box, seat: Seat) -> bool:
    if box.is_round:
        middle = (box.x + box.width / 2, box.y + box.depth / 2)
        return dist(middle, (seat.x, seat.y)) < (box.width + SEAT) / 2 - 1e-9
    nearest = (min(max(seat.x, box.x), box.x + box.width), min(max(seat.y, box.y), box.y + box.depth))
    return dist(nearest, (seat.x, seat.y)) < SEAT / 2 - 1e-9


def overlap(one: Box, two: Box) -> bool:
    beside = one.x + one.width <= two.x + 1e-9 or two.x + two.width <= one.x + 1e-9
    return not beside and not (one.y + one.depth <= two.y + 1e-9 or two.y + two.depth <= one.y + 1e-9)


@pytest.mark.parametrize("people", PEOPLE)
def test_tables_share_the_people_evenly(people: int) -> None:
    for layout, most in ((Layout.CABARET, 8), (Layout.CAFE, 5)):
        assert len(room_plan(layout, people).tables) == ceil(people / most)


def test_a_cafe_has_the_tables_of_its_groups() -> None:
    assert len(room_plan(Layout.CAFE, 24, 6).tables) == 6
    assert len(room_plan(Layout.CAFE, 3, 6).tables) == 3
    assert len(room_plan(Layout.CAFE, 90, 6).seats) == 90


def test_nobody_turns_the_back_to_the_screen_at_tables_or_in_a_u() -> None:
    cabaret, u_shape = room_plan(Layout.CABARET, 8), room_plan(Layout.U_SHAPE, 24)
    (table,) = cabaret.tables

    assert min(seat.y for seat in cabaret.seats) > table.y
    assert max(seat.x for seat in u_shape.seats) - min(seat.x for seat in u_shape.seats) > 4
    assert sum(seat.y > max(box.y for box in u_shape.tables) for seat in u_shape.seats) == 8


def test_a_screen_stands_where_people_look_to_the_front() -> None:
    with_screen = {
        layout
        for layout in Layout
        if any(fixture.kind is FixtureKind.SCREEN for fixture in room_plan(layout, 20).fixtures)
    }

    assert with_screen == {Layout.THEATRE, Layout.CABARET, Layout.U_SHAPE, Layout.CAFE}


def test_only_a_world_cafe_has_a_layout_nobody_named() -> None:
    assert layout_of(a_sheet(), an_item(kind=ItemKind.WORLD_CAFE)) is Layout.CAFE
    assert layout_of(a_sheet(), an_item(kind=ItemKind.PANEL)) is None
    assert layout_of(a_sheet(layout=Layout.CIRCLE), an_item(kind=ItemKind.WORLD_CAFE)) is Layout.CIRCLE
