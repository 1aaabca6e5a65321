"""Which counts of a table are hidden, so that neither a small one nor the totals beside it point at a person.

The totals of rows and columns are known to the reader. A hidden count is given away by them exactly where no other
table of whole people has the same totals and the same shown counts: there must be a ring of hidden counts through it
along which people can be moved. Rings are found as paths between the rows and columns of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush

SMALLEST_PUBLIC_CELL = 5
"""Under this a crossed count could point at a person."""
Place = tuple[int, int]
Line = tuple[str, int]
"""A row ("row", 0) or a column ("column", 2)."""


def hidden_cells(counts: Sequence[Sequence[int]]) -> set[Place]:
    """The places to hide: counts of 1 to 4, and as few people as possible around them so that no total tells them."""
    grid = {(row, column): count for row, line in enumerate(counts) for column, count in enumerate(line)}
    small = sorted(place for place, count in grid.items() if 0 < count < SMALLEST_PUBLIC_CELL)
    hidden = set(small)
    for place in small:
        hidden |= _cheapest_ring(grid, hidden, place)
    return hidden


def hidden_in_list(counts: Sequence[int]) -> set[int]:
    """The same for one list whose total is known: a small count is never hidden alone."""
    hidden = {place for place, count in enumerate(counts) if 0 < count < SMALLEST_PUBLIC_CELL}
    others = sorted((count, place) for place, count in enumerate(counts) if place not in hidden)
    if len(hidden) == 1 and others:
        hidden.add(next((place for count, place in others if count), others[0][1]))
    return hidden


def _cheapest_ring(grid: Mapping[Place, int], hidden: set[Place], place: Place) -> set[Place]:
    """The places of the ring through ``place`` that hides the fewest people more; empty where there is none."""
    row, column = ("row", place[0]), ("column", place[1])
    ways = (_way(grid, hidden, place, ends=(column, row)), _way(grid, hidden, place, ends=(row, column)))
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: way[0])[1] if found else set()


def _way(
    grid: Mapping[Place, int], hidden: set[Place], without: Place, *, ends: tuple[Line, Line]
) -> tuple[int, set[Place]] | None:
    """The cheapest path between two lines that does not use one place; what is hidden already costs nothing."""
    start, goal = ends
    waiting: list[tuple[int, Line, tuple[Place, ...]]] = [(0, start, ())]
    done: set[Line] = set()
    while waiting:
        cost, line, places = heappop(waiting)
        if line == goal:
            return cost, set(places)
        if line in done:
            continue
        done.add(line)
        for place, onward in _steps(grid, line):
            if place != without:
                more = 0 if place in hidden else grid[place] + 1
                heappush(waiting, (cost + more, onward, (*places, place)))
    return None


def _steps(grid: Mapping[Place, int], line: Line) -> Iterator[tuple[Place, Line]]:
    """One person more in a count of a row leads to its column; one less in a count of a column, if it has any, back."""
    kind, number = line
    for place, count in grid.items():
        if kind == "row" and place[0] == number:
            yield place, ("column", place[1])
        elif kind == "column" and place[1] == number and count:
            yield place, ("row", place[0])
