"""A first plan that is already good: people take places in rounds without repeats, value by value.

Rows filled sector by sector give every table a mix; row 0 never moves, so hosts sit there, then people with access
needs. Where tables differ in size or people are away, places fall out of the grid and few have to sit elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np

from facilitation.cafe.flow import fill_seats
from facilitation.cafe.grids import Schedule, schedule
from facilitation.cafe.meetings import at_one_table
from facilitation.cafe.model import ABSENT, Codes, Mask, Plan
from facilitation.cafe.placement import NoPlacementError, placement
from facilitation.cafe.problem import CafeProblem


def first_plan(problem: CafeProblem, random: Random, allowed: Mask | None = None) -> Plan:
    """A plan that keeps table sizes, seats that are given, apart, together and ``allowed`` wherever it can.

    Rules it cannot keep are left to the search. Raises ``placement.NoPlacementError`` where not even groups fit.
    """
    rows = max(max(problem.seats(number)) for number in problem.rounds)
    has_stayers = bool(problem.host_table or problem.access)
    places = schedule(len(problem.table_sizes), rows, problem.round_count, random, stays=has_stayers)
    place_of = _places(problem, rows, random)
    plan = np.full((problem.round_count, len(problem.ids)), ABSENT, dtype=np.intp)
    met = np.zeros((len(problem.ids), len(problem.ids)), dtype=np.bool_)
    for number in problem.rounds:
        plan[number - 1] = _Round(problem, number, places, place_of, allowed).seat(met)
        if number < problem.round_count:
            met |= at_one_table(plan[number - 1])
    return plan


def _places(problem: CafeProblem, rows: int, random: Random) -> Codes:
    """The place of everybody in the grid (row · tables + column): hosts over their tables, the others row by row."""
    tables, seats = len(problem.table_sizes), problem.seats(1)
    open_places = [row * tables + table for row in range(rows) for table in problem.tables if seats[table] > row]
    spare = [row * tables + table for row in range(rows) for table in problem.tables if seats[table] <= row]
    of_host = problem.host_table
    taken = set(of_host.values())
    free = iter([place for place in open_places + spare if place not in taken])
    place_of = of_host | {identity: next(free) for identity in _in_order(problem, random) if identity not in of_host}
    return np.array([place_of[identity] for identity in problem.ids], dtype=np.intp)


def _in_order(problem: CafeProblem, random: Random) -> list[str]:
    """People with access needs, then everybody by value; who is kept apart by a value stands side by side, in a row."""
    people = list(problem.people)
    random.shuffle(people)
    by_weight = [column for column, _ in sorted(problem.column_weights(), key=lambda entry: -entry[1])]
    columns = (*by_weight, *problem.apart_by)
    access = set(problem.access)
    people.sort(key=lambda person: (person.id not in access, *(person.value(column) for column in columns)))
    return [person.id for person in people]


class _Round:
    """Seats one round as near to the grid as the rules allow."""

    def __init__(
        self, problem: CafeProblem, number: int, places: Schedule, place_of: Codes, allowed: Mask | None
    ) -> None:
        self.problem, self.number, self.place_of = problem, number, place_of
        self.wanted: Codes = places[number - 1][place_of]
        self.allowed = None if allowed is None else allowed[number - 1]
        self.room = np.array(problem.sizes(number))
        self.tables_of = np.full(len(problem.ids), ABSENT, dtype=np.intp)

    def seat(self, met: Mask) -> Codes:
        """Who is under a rule first, then everybody at the table of their place, then who is left over."""
        for identity, table in self._under_rules().items():
            self._put(self.problem.index[identity], table)
        locked = self._locked()
        free = [self.problem.index[one] for one in self.problem.present(self.number)]
        for person in sorted(
            (one for one in free if self.tables_of[one] == ABSENT), key=lambda one: self.place_of[one]
        ):
            table = int(self.wanted[person])
            if self.room[table] > 0 and (self.allowed is None or self.allowed[person, table]):
                self._put(person, table)
        left = [person for person in free if self.tables_of[person] == ABSENT]
        for person in left:
            self._put_among_strangers(person, met)
        if any(self.tables_of[person] == ABSENT for person in left):
            fill_seats(self.tables_of, left, locked, self.room)
        return self.tables_of

    def _locked(self) -> Mask:
        """Where each may sit, those seated so far only where they are."""
        tables = np.arange(len(self.room))
        may = np.ones((len(self.tables_of), len(tables)), dtype=np.bool_) if self.allowed is None else self.allowed
        seated = self.tables_of != ABSENT
        locked: Mask = may & (~seated[:, None] | (self.tables_of[:, None] == tables))
        return locked

    def _under_rules(self) -> dict[str, int]:
        tables, index = len(self.room), self.problem.index

        def preference(unit: tuple[str, ...]) -> list[int]:
            first = int(self.wanted[index[unit[0]]])
            return [(first + step) % tables for step in range(tables)]

        try:
            return placement(self.problem, self.number, preference, self.allowed)
        except NoPlacementError:  # the search may still find what a search in depth has not
            fewer = replace(self.problem, apart=(), apart_by=())
            return placement(fewer, self.number, preference, self.allowed)

    def _put_among_strangers(self, person: int, met: Mask) -> None:
        """The table with room where the fewest have met this person."""
        open_ = self.room > 0 if self.allowed is None else (self.room > 0) & self.allowed[person]
        if open_.any():
            there = self.tables_of[met[person]]
            acquainted = np.bincount(there[there != ABSENT], minlength=len(self.room))
            self._put(person, int(np.argmin(np.where(open_, acquainted, len(met)))))

    def _put(self, person: int, table: int) -> None:
        self.tables_of[person] = table
        self.room[table] -= 1
