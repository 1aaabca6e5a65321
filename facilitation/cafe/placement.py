"""Seats the people under a rule in one round exactly, or proves that it cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from facilitation.cafe.model import Mask
from facilitation.cafe.problem import CafeProblem

MOST_TRIES = 20_000
"""After so many placements a round is given up as too hard to decide."""
MOST_ALONE = 150
"""Of people who are only kept apart; beyond that the search for a plan does better than a search in depth."""

Unit = tuple[str, ...]
"""People who are seated as one: a group that stays together, or one person kept apart from somebody."""

Preference = Callable[[Unit], Sequence[int]]
"""All tables (from 0), in the order in which they should be tried for a unit."""


class NoPlacementError(Exception):
    """No seating keeps the rules of a round; ``is_proven`` is false where the search was cut short."""

    def __init__(self, *, is_proven: bool) -> None:
        super().__init__("no placement")
        self.is_proven = is_proven


@dataclass(slots=True)
class _Level:
    """The state in which one unit is placed: forbidden tables per unit (as bits), room per table, what is left."""

    forbidden: list[int]
    room: list[int]
    left: list[int]
    unit: int
    tables: Iterator[int]


def placement(problem: CafeProblem, number: int, preference: Preference, allowed: Mask | None = None) -> dict[str, int]:
    """A table (from 0) for everybody with a given seat or under a rule in round ``number``; the rest fits anywhere.

    ``allowed`` (people × tables) bars tables. A complete search: the unit with the fewest tables left goes first,
    tables that no remaining rule can tell apart are tried once. Raises NoPlacementError.
    """
    seated = problem.held_seats(number)
    room = list(problem.sizes(number))
    for table in seated.values():
        room[table] -= 1
    if min(room) < 0:
        raise NoPlacementError(is_proven=True)
    return seated | _Placing(problem, number, preference, allowed).run(room)


class _Placing:
    """Backtracking over the units of one round."""

    def __init__(self, problem: CafeProblem, number: int, preference: Preference, allowed: Mask | None) -> None:
        self.preference = preference
        self.tables = len(problem.table_sizes)
        seated = problem.held_seats(number)
        self.units, home = _units(problem, set(problem.present(number)), seated)
        unit_of = {identity: index for index, unit in enumerate(self.units) for identity in unit}
        self.clashes: list[set[int]] = [set() for _ in self.units]
        self.forbidden = [0 if table is None else ~(1 << table) & self._all for table in home]
        for one, other in (pair for rule in problem.all_apart for pair in (rule, rule[::-1])):
            if one in unit_of and other in unit_of:
                self.clashes[unit_of[one]].add(unit_of[other])
            if one in unit_of and other in seated:
                self.forbidden[unit_of[one]] |= 1 << seated[other]
        if allowed is not None:
            self._bar(problem, allowed)

    def _bar(self, problem: CafeProblem, allowed: Mask) -> None:
        for index, unit in enumerate(self.units):
            rows: Mask = allowed[[problem.index[identity] for identity in unit]]
            self.forbidden[index] |= sum(1 << int(table) for table in np.flatnonzero(~np.logical_and.reduce(rows)))

    @property
    def _all(self) -> int:
        return (1 << self.tables) - 1

    def run(self, room: list[int]) -> dict[str, int]:
        """Tables of all units, or NoPlacementError."""
        if any(index in clashes for index, clashes in enumerate(self.clashes)):
            raise NoPlacementError(is_proven=True)
        chosen: dict[int, int] = {}
        stack = [self._level(self.forbidden, room, list(range(len(self.units))))] if self.units else []
        tries = 0
        while len(chosen) < len(self.units):
            tries += 1
            level = stack[-1]
            table = next(level.tables, None)
            chosen.pop(level.unit, None)
            if table is not None and tries <= MOST_TRIES:
                chosen[level.unit] = table
                stack.append(self._after(level, table))
            else:
                stack.pop()
                if not stack or tries > MOST_TRIES:
                    raise NoPlacementError(is_proven=tries <= MOST_TRIES)
        return {identity: table for index, table in chosen.items() for identity in self.units[index]}

    def _after(self, level: _Level, table: int) -> _Level:
        """The state once the unit of ``level`` sits at ``table``."""
        forbidden, room = list(level.forbidden), list(level.room)
        room[table] -= len(self.units[level.unit])
        for other in self.clashes[level.unit]:
            forbidden[other] |= 1 << table
        return self._level(forbidden, room, [index for index in level.left if index != level.unit])

    def _level(self, forbidden: list[int], room: list[int], left: list[int]) -> _Level:
        if not left:
            return _Level(forbidden, room, left, -1, iter(()))
        fits = {size: self._tables_with_room(room, size) for size in {len(self.units[index]) for index in left}}
        free = {index: fits[len(self.units[index])] & ~forbidden[index] for index in left}
        unit = min(left, key=lambda index: (free[index].bit_count(), -len(self.units[index])))
        distinct: dict[tuple[int, ...], int] = {}
        for table in self.preference(self.units[unit]):
            if free[unit] >> table & 1:
                # Tables that look alike to every unit still to come are interchangeable.
                alike = (room[table], *(index for index in left if forbidden[index] >> table & 1))
                distinct.setdefault(alike, table)
        return _Level(forbidden, room, left, unit, iter(distinct.values()))

    @staticmethod
    def _tables_with_room(room: list[int], size: int) -> int:
        return sum(1 << table for table, seats in enumerate(room) if seats >= size)


def _units(problem: CafeProblem, present: set[str], seated: dict[str, int]) -> tuple[list[Unit], list[int | None]]:
    """Units still to be seated, and the table each is bound to by somebody with a given seat among them."""
    units: list[Unit] = []
    home: list[int | None] = []
    grouped: set[str] = set()
    for group in problem.groups:
        members = tuple(identity for identity in group if identity in present)
        given = [seated[identity] for identity in members if identity in seated]
        units.append(tuple(identity for identity in members if identity not in seated))
        home.append(given[0] if given else None)
        grouped.update(members)
    alone = [one for one in _kept_apart(problem) if one in present and one not in grouped and one not in seated]
    if len(alone) <= MOST_ALONE:
        units += [(one,) for one in alone]
        home += [None] * len(alone)
    kept = [index for index, unit in enumerate(units) if unit]
    return [units[index] for index in kept], [home[index] for index in kept]


def _kept_apart(problem: CafeProblem) -> list[str]:
    """Everybody kept apart from somebody, in the order of the list."""
    named = {identity for pair in problem.all_apart for identity in pair}
    return [identity for identity in problem.ids if identity in named]
