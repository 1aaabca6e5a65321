"""How a room is set up for so many people: seats, tables, screen, door and flipchart, in metres. Our own measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from math import ceil, cos, floor, pi, radians, sin, sqrt

from facilitation.domain.agenda import AgendaItem, ItemKind, Layout
from facilitation.domain.guide import GuideSheet

SEAT = 0.5
"""A chair is a circle of this width; centres of two chairs are never nearer."""
PITCH, ROW = 0.65, 1.0
"""From chair to chair beside it, and to the one behind it."""
AISLE, EDGE, FRONT, BACK = 1.4, 1.0, 2.4, 1.2
"""Free ways: through the middle, along the walls, before the screen, and before the wall with the door."""
FRONT_SHARE, BACK_SHARE = 0.34, 0.17
"""The free ways before screen and door grow with what stands between them."""
USUAL_ROOM = 10.0
"""Metres: in a larger room screen, door and flipchart are drawn larger, so that they are still seen."""
PER_CABARET_TABLE, PER_CAFE_TABLE = 8, 5
CABARET_ARC = 240.0
"""Degrees of a round table that are sat at where nobody turns the back to the screen."""
LONGEST_U_ROW, LONGEST_RING = 40, 36
"""So many people see each other in one row of a U or one circle; more sit behind them."""
STANDING_SPACE = 1.5
"""Square metres for one person on an open floor."""
CHAIRS_OF_STANDING = 4
"""On an open floor there is a chair for one person in so many."""
MOST_SEATS = 1500


class FixtureKind(StrEnum):
    """What is marked in a plan besides seats and tables."""

    SCREEN = "screen"
    DOOR = "door"
    FLIPCHART = "flipchart"


@dataclass(frozen=True, slots=True)
class Seat:
    """The middle of a chair: metres from the left wall and from the wall in front."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, or the round table it holds: its left and front edge, width and depth in metres."""

    x: float
    y: float
    width: float
    depth: float
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Fixture:
    """A thing at a wall or beside it."""

    kind: FixtureKind
    box: Box


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room seen from above, its front at y = 0. ``people`` are expected in it; an open floor has fewer seats."""

    layout: Layout
    people: int
    width: float
    depth: float
    seats: tuple[Seat, ...] = ()
    tables: tuple[Box, ...] = ()
    fixtures: tuple[Fixture, ...] = ()


def layout_of(sheet: GuideSheet, item: AgendaItem) -> Layout | None:
    """How the room of a session stands; a world café has café tables where nothing else is said."""
    return sheet.layout or (Layout.CAFE if item.kind is ItemKind.WORLD_CAFE else None)


@lru_cache(maxsize=200)
def room_plan(layout: Layout, people: int, tables: int = 0) -> RoomPlan:
    """The room for so many people (0 to 1500; more are drawn as 1500). ``tables`` of a café, 0 = one for five."""
    people = max(0, min(people, MOST_SEATS))
    drawn = _MAKERS[layout](people, tables)
    return replace(_moved(drawn), layout=layout, people=people)


def _moved(drawn: RoomPlan) -> RoomPlan:
    """The same seats in a room that leaves free ways on all sides, with its fixtures."""
    points = [(seat.x - SEAT / 2, seat.y - SEAT / 2, SEAT, SEAT) for seat in drawn.seats]
    points += [(box.x, box.y, box.width, box.depth) for box in drawn.tables]
    left = min((x for x, _y, _w, _d in points), default=0.0)
    top = min((y for _x, y, _w, _d in points), default=0.0)
    right = max((x + width for x, _y, width, _d in points), default=0.0)
    bottom = max((y + depth for _x, y, _w, depth in points), default=0.0)
    width = max(right - left + 2 * EDGE, drawn.width, 6.0)
    front, back = max(FRONT, (bottom - top) * FRONT_SHARE), max(BACK, (bottom - top) * BACK_SHARE)
    across, down = (width - right - left) / 2, front - top
    depth = max(bottom + down + back, drawn.depth, 5.0)
    return replace(
        drawn,
        width=width,
        depth=depth,
        seats=tuple(Seat(seat.x + across, seat.y + down) for seat in drawn.seats),
        tables=tuple(replace(box, x=box.x + across, y=box.y + down) for box in drawn.tables),
        fixtures=tuple(_fixtures(width, depth, back, has_screen=drawn.layout not in WITHOUT_SCREEN)),
    )


WITHOUT_SCREEN = frozenset({Layout.CIRCLE, Layout.OPEN_FLOOR})
"""Where people do not look to the front."""


def _fixtures(width: float, depth: float, back: float, *, has_screen: bool) -> Iterator[Fixture]:
    larger = max(1.0, min(width / USUAL_ROOM, depth * 1.4 / USUAL_ROOM, back / BACK))
    screen = min(4.0 * larger, width * 0.3)
    if has_screen:
        yield Fixture(FixtureKind.SCREEN, Box((width - screen) / 2, 0.15, screen, 0.2 * larger))
    yield Fixture(FixtureKind.FLIPCHART, Box(width - 0.5 - 0.9 * larger, 0.3 * larger, 0.9 * larger, 0.4 * larger))
    yield Fixture(FixtureKind.DOOR, Box(0.4, depth - 0.9 * larger, 0.9 * larger, 0.9 * larger))


def _theatre(people: int, _tables: int) -> RoomPlan:
    """Rows of chairs with a way through the middle; the last row stands around it."""
    half = max(2, ceil(sqrt(people * 2.2) / 2))
    seats = []
    for place in range(people):
        row, column = divmod(place, 2 * half)
        side = 1 if column % 2 else -1
        seats.append(Seat(side * (AISLE / 2 + (column // 2) * PITCH), row * ROW))
    return _drawn(Layout.THEATRE, seats)


def _drawn(layout: Layout, seats: list[Seat], tables: tuple[Box, ...] = ()) -> RoomPlan:
    return RoomPlan(layout, 0, 0.0, 0.0, tuple(seats), tables)


def _cabaret(people: int, _tables: int) -> RoomPlan:
    return _round_tables(Layout.CABARET, people, ceil(people / PER_CABARET_TABLE), CABARET_ARC)


def _cafe(people: int, tables: int) -> RoomPlan:
    return _round_tables(Layout.CAFE, people, min(tables, people) or ceil(people / PER_CAFE_TABLE), 360.0)


def _round_tables(layout: Layout, people: int, count: int, arc: float) -> RoomPlan:
    """Round tables in shifted rows; people spread evenly, on the part of each that ``arc`` (degrees) leaves."""
    most = ceil(people / count) if count else 0
    steps = most if arc == 360 else max(most - 1, 1)
    radius = max(0.8, steps * PITCH / radians(arc))
    apart, columns = 2 * radius + SEAT + 0.7, max(1, round(sqrt(count * 1.9)))
    seats, tables = list[Seat](), list[Box]()
    for number in range(count):
        row, column = divmod(number, columns)
        x, y = (column + (row % 2) / 2) * apart, row * apart
        top = radius - SEAT / 2 - 0.1
        tables.append(Box(x - top, y - top, 2 * top, 2 * top, is_round=True))
        here = people // count + (number < people % count)
        seats += [Seat(x + radius * cos(angle), y + radius * sin(angle)) for angle in _angles(here, arc)]
    return _drawn(layout, seats, tuple(tables))


def _angles(count: int, arc: float) -> Iterator[float]:
    """Where ``count`` people sit around a table, in radians; 90 degrees is the side away from the screen."""
    if arc == 360:
        yield from (pi / 2 + 2 * pi * number / count for number in range(count))
        return
    step = arc / max(count - 1, 1)
    first = 90.0 - (count - 1) * step / 2
    yield from (radians(first + number * step) for number in range(count))


def _u_shape(people: int, _tables: int) -> RoomPlan:
    """Tables along three sides, open to the screen; behind the first row of chairs stand others."""
    rows = ceil(people / LONGEST_U_ROW) or 1
    base = max(1, round(people / (3 * rows))) if people else 0
    wider = floor(2 * ROW / PITCH)
    bases = [base + row * wider for row in range(rows)]
    legs = max(0, ceil((people - sum(bases)) / (2 * rows)))
    half = max(1.0, base * PITCH / 2)
    seats = [seat for row in range(rows) for seat in _u_row(half, legs, bases[row], row)]
    return _drawn(Layout.U_SHAPE, _without_surplus(seats, people), _u_tables(half, legs) if people else ())


TABLE_DEPTH = 0.6


def _u_row(half: float, legs: int, base: int, row: int) -> Iterator[Seat]:
    """The chairs of one row: along the back, then up both legs in pairs."""
    out = TABLE_DEPTH + SEAT / 2 + 0.1 + row * ROW
    for number in range(base):
        yield Seat((number - (base - 1) / 2) * PITCH, out)
    for number in range(legs):
        for side in (-1, 1):
            yield Seat(side * (half + out), -PITCH / 2 - number * PITCH)


def _without_surplus(seats: list[Seat], people: int) -> list[Seat]:
    """So many seats; those nearest to the screen are left out first."""
    return sorted(seats, key=lambda seat: (-seat.y, abs(seat.x)))[:people]


def _u_tables(half: float, legs: int) -> tuple[Box, ...]:
    long = legs * PITCH
    across = Box(-half - TABLE_DEPTH, 0.0, 2 * (half + TABLE_DEPTH), TABLE_DEPTH)
    if not long:
        return (across,)
    return Box(-half - TABLE_DEPTH, -long, TABLE_DEPTH, long), Box(half, -long, TABLE_DEPTH, long), across


def _circle(people: int, _tables: int) -> RoomPlan:
    """Chairs in a circle; above 36 people further circles around it."""
    seats, left = list[Seat](), people
    radius = max(1.2, min(people, LONGEST_RING) * 0.75 / (2 * pi))
    while left:
        here = min(left, floor(2 * pi * radius / 0.74))
        angles = (2 * pi * number / here - pi / 2 for number in range(here))
        seats += [Seat(radius * cos(angle), radius * sin(angle)) for angle in angles]
        radius, left = radius + ROW, left - here
    return _drawn(Layout.CIRCLE, seats)


def _open_floor(people: int, _tables: int) -> RoomPlan:
    """A free floor with chairs along both side walls for those who need one."""
    chairs = ceil(people / CHAIRS_OF_STANDING)
    width = max(6.0, sqrt(people * STANDING_SPACE * 4 / 3))
    seats = [Seat((width - 2 * EDGE) * (number % 2), number // 2 * PITCH) for number in range(chairs)]
    return replace(_drawn(Layout.OPEN_FLOOR, seats), width=width, depth=width * 3 / 4)


_MAKERS: Mapping[Layout, Callable[[int, int], RoomPlan]] = {
    Layout.THEATRE: _theatre,
    Layout.CABARET: _cabaret,
    Layout.U_SHAPE: _u_shape,
    Layout.CIRCLE: _circle,
    Layout.CAFE: _cafe,
    Layout.OPEN_FLOOR: _open_floor,
}
