"""Rounds without a repeated meeting from a grid: rows of people, one column per table.

The person in row i and column j sits in round r at table j + d(r, i). Two people of different rows meet again in the
rounds r and s only if d(r, i) − d(s, i) is the same for both rows; people of one row never meet. So every list of
shifts whose differences differ from row to row repeats nothing. Row 0 never moves: hosts sit there for free.
"""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
from numpy.typing import NDArray

from facilitation.cafe.galois import field, prime_power
from facilitation.cafe.known_rounds import KNOWN_ROUNDS

Schedule = NDArray[np.intp]
"""Rounds × places: the table of each place, place = row · tables + column."""
Shifts = list[list[int]]
"""For each row the shift of each round."""

SEARCHES, FEWER_SEARCHES = 8, 2
"""For as many rounds as are wanted, and for each smaller number: several short searches find more than a long one."""
MOST_TRIES = 4000
"""Of one search, about 30 ms."""


def schedule(tables: int, rows: int, rounds: int, random: Random, *, stays: bool) -> Schedule:
    """Rounds for full tables, without a repeat wherever a way is known; ``stays``: row 0 must never move.

    Where no way is known for so many rounds, as many as possible are without a repeat and the others shift by lot.
    """
    for known in range(_most_rounds(tables, rows, rounds), 1, -1):
        searches = SEARCHES if known == rounds else FEWER_SEARCHES
        found = without_repeats(tables, rows, known, random, stays=stays, searches=searches)
        if found is not None:
            return np.concatenate([found, _by_lot(tables, rows, rounds - known, random)])
    return _by_lot(tables, rows, rounds, random)


def without_repeats(
    tables: int, rows: int, rounds: int, random: Random, *, stays: bool, searches: int = SEARCHES
) -> Schedule | None:
    """Rounds in which nobody meets anybody twice; None where no way is known. Quick ways come first."""
    if rounds > _most_rounds(tables, rows, rounds):
        return None
    found = _worked_out(tables, rows, rounds)
    if found is None and not stays:
        found = _known(tables, rows, rounds)
    if found is None:
        found = _searched(tables, rows, rounds, random, searches)
    if found is None and not stays:
        found = _with_rows_split(tables, rows, rounds, random)
    return found


def _most_rounds(tables: int, rows: int, rounds: int) -> int:
    """No more rounds than a person has others to meet."""
    return rounds if rows == 1 else min(rounds, (tables * rows - 1) // (rows - 1))


def _worked_out(tables: int, rows: int, rounds: int) -> Schedule | None:
    """Even shifts, or products in a field."""
    if rounds > tables or (rows > tables and rounds > 1):
        return None
    steps = even_shifts(tables, rows, rounds)
    if _is_clash_free(tables, steps):
        return _shifted(tables, steps)
    return _in_field(tables, rows, rounds) if prime_power(tables) is not None else None


def _searched(tables: int, rows: int, rounds: int, random: Random, searches: int) -> Schedule | None:
    """Searched shifts; a field has none that its products do not have."""
    if rounds > tables or rows > tables or prime_power(tables) is not None:
        return None
    steps = searched_shifts(tables, rows, rounds, random, searches)
    return None if steps is None else _shifted(tables, steps)


def even_shifts(tables: int, rows: int, rounds: int) -> Shifts:
    """Shifts m(r) · i, with the m chosen one by one so that the fewest rows clash: neighbours keep their distance."""
    chosen = [0]
    while len(chosen) < rounds:
        chosen.append(min(range(tables), key=lambda step: (_clashes(step, chosen, tables, rows), step)))
    return [[step * row % tables for step in chosen[:rounds]] for row in range(rows)]


def _clashes(step: int, earlier: list[int], tables: int, rows: int) -> int:
    """How many pairs of rows would bring the same people together again."""
    return sum(rows - apart for other in earlier for apart in range(1, rows) if (step - other) * apart % tables == 0)


def _is_clash_free(tables: int, shifts: Shifts) -> bool:
    rounds = range(len(shifts[0]))
    return all(
        len({(row[one] - row[other]) % tables for row in shifts}) == len(shifts)
        for one, other in combinations(rounds, 2)
    )


def searched_shifts(tables: int, rows: int, rounds: int, random: Random, searches: int) -> Shifts | None:
    """Shifts whose differences differ, by a search row by row and round by round; None where none was found."""
    for _ in range(searches):
        found = _ShiftSearch(tables, rows, rounds, random).run()
        if found is not None:
            return found
    return None


class _ShiftSearch:
    """One search in depth; ``used[r, s]`` are the differences of two rounds that some row has (as bits)."""

    def __init__(self, tables: int, rows: int, rounds: int, random: Random) -> None:
        self.tables, self.rows, self.rounds, self.random = tables, rows, rounds, random
        self.shifts: Shifts = [[0] * rounds]
        self.used = {(one, other): 1 for one in range(rounds) for other in range(one)}
        self.tries = 0

    def run(self) -> Shifts | None:
        """The shifts, or None after too many tries."""
        return self.shifts if self._next() else None

    def _next(self) -> bool:
        row = self.shifts[-1]
        if len(row) < self.rounds:
            return self._fill(row)
        if len(self.shifts) == self.rows:
            return True
        self.shifts.append([0])
        found = self._next()
        if not found:
            self.shifts.pop()
        return found

    def _fill(self, row: list[int]) -> bool:
        self.tries += 1
        number = len(row)
        for shift in self._candidates(number):
            bits = [1 << (shift - row[other]) % self.tables for other in range(number)]
            if any(self.used[number, other] & bit for other, bit in enumerate(bits)):
                continue
            self._mark(number, bits)
            row.append(shift)
            if self._next():
                return True
            row.pop()
            self._mark(number, bits)
            if self.tries > MOST_TRIES:
                return False
        return False

    def _mark(self, number: int, bits: list[int]) -> None:
        for other, bit in enumerate(bits):
            self.used[number, other] ^= bit

    def _candidates(self, number: int) -> list[int]:
        """Rows are alike, so their shifts in the second round may rise from row to row."""
        if number == 1:
            least = self.shifts[-2][1] + 1
            return list(range(least, min(self.tables, least + 1 + self.tables - self.rows)))
        shifts = list(range(1, self.tables))
        self.random.shuffle(shifts)
        return shifts


def _shifted(tables: int, shifts: Shifts) -> Schedule:
    columns = np.arange(tables)
    return np.array(
        [np.concatenate([(columns + shift) % tables for shift in row]) for row in zip(*shifts, strict=True)]
    )


def _in_field(tables: int, rows: int, rounds: int) -> Schedule:
    """Table j + m · i in the field with as many elements as tables."""
    plus, times = field(tables)
    return np.array([np.concatenate([plus[times[step, row]] for row in range(rows)]) for step in range(rounds)])


def _known(tables: int, rows: int, rounds: int) -> Schedule | None:
    known = KNOWN_ROUNDS.get((tables, rows), ())
    return np.array([[int(table) for table in line] for line in known[:rounds]]) if rounds <= len(known) else None


def _with_rows_split(tables: int, rows: int, rounds: int, random: Random) -> Schedule | None:
    """People of one row never meet in the grid: where a row fills whole tables, more rounds seat each row by itself."""
    if tables % rows or tables < rows:
        return None
    within = tables // rows
    for extra in range(1, rounds + 1):
        inner = without_repeats(within, rows, extra, random, stays=False) if within > 1 else _one_table(rows, extra)
        if inner is None:
            return None
        outer = _outer(tables, rows, rounds - extra, random)
        if outer is not None:
            by_rows = np.concatenate([inner + row * within for row in range(rows)], axis=1)
            return np.concatenate([outer, by_rows])
    return None


def _outer(tables: int, rows: int, rounds: int, random: Random) -> Schedule | None:
    """The rounds beside those within rows; there may be none."""
    if rounds == 0:
        return np.empty((0, tables * rows), dtype=np.intp)
    found = _worked_out(tables, rows, rounds)
    return _searched(tables, rows, rounds, random, FEWER_SEARCHES) if found is None else found


def _one_table(rows: int, rounds: int) -> Schedule | None:
    return np.zeros((1, rows), dtype=np.intp) if rounds == 1 else None


def _by_lot(tables: int, rows: int, rounds: int, random: Random) -> Schedule:
    """Rounds in which every row but the first shifts by lot."""
    shifts = [[random.randrange(tables) if row else 0 for _ in range(rounds)] for row in range(rows)]
    return _shifted(tables, shifts) if rounds else np.empty((0, tables * rows), dtype=np.intp)
