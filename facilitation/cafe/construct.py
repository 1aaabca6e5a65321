"""A first plan that is already good: cyclic shifts of a grid whose rows are filled value by value.

The person in row i and column j of a grid with one column per table sits in round r at table (j + m_r·i) mod T. Two
people d rows apart meet in at most one of the rounds a and b unless (m_a − m_b)·d is a multiple of T; rows filled
sector by sector give every table a mix; row 0 (the hosts) never moves.
"""

from __future__ import annotations

from random import Random

import numpy as np
from numpy.typing import NDArray

from facilitation.cafe.problem import CafeProblem
from facilitation.cafe.rules import placement

ABSENT = -1
Plan = NDArray[np.intp]
"""Rounds × people: the table (from 0) of each person in the problem's order, or ``ABSENT``."""


def first_plan(problem: CafeProblem, random: Random) -> Plan:
    """A plan that keeps every rule and every table size. Raises ``rules.NoPlacementError``."""
    cells = _cells(problem, random)
    rows = max(row for row, _ in cells.values()) + 1
    plan = np.full((problem.round_count, len(problem.ids)), ABSENT, dtype=np.intp)
    for number, shift in enumerate(shifts(len(problem.table_sizes), rows, problem.round_count), start=1):
        _fill_round(problem, plan, number, cells, shift)
    return plan


def shifts(tables: int, rows: int, rounds: int) -> tuple[int, ...]:
    """How far each row moves on per round (m_r): chosen one by one so that the fewest rows clash."""
    chosen = [0]
    while len(chosen) < rounds:
        chosen.append(min(range(tables), key=lambda shift: (_clashes(shift, chosen, tables, rows), shift)))
    return tuple(chosen[:rounds])


def _clashes(shift: int, earlier: list[int], tables: int, rows: int) -> int:
    """How many pairs of rows would bring the same people together again."""
    return sum(rows - apart for other in earlier for apart in range(1, rows) if (shift - other) * apart % tables == 0)


def _cells(problem: CafeProblem, random: Random) -> dict[str, tuple[int, int]]:
    """Row and column of everybody: hosts in row 0 over their tables, the others row by row, value by value."""
    tables = len(problem.table_sizes)
    cells = {host: (0, table) for host, table in problem.host_table.items()}
    others = [person for person in problem.people if person.id not in cells]
    random.shuffle(others)
    others.sort(key=lambda person: tuple(person.value(column) for column in problem.balanced_by))
    taken = set(cells.values())
    position = 0
    for person in others:
        while divmod(position, tables) in taken:
            position += 1
        cells[person.id] = divmod(position, tables)
        position += 1
    return cells


def _fill_round(problem: CafeProblem, plan: Plan, number: int, cells: dict[str, tuple[int, int]], shift: int) -> None:
    """Seat one round: people under a rule first, then everybody at the table of their cell, then who is left over."""
    tables = len(problem.table_sizes)
    wanted = {identity: (column + shift * row) % tables for identity, (row, column) in cells.items()}
    seated = placement(problem, number, lambda unit: [(wanted[unit[0]] + step) % tables for step in range(tables)])
    room = list(problem.sizes(number))
    for table in seated.values():
        room[table] -= 1
    free = sorted((each for each in problem.present(number) if each not in seated), key=lambda each: cells[each])
    for identity in free:
        if room[wanted[identity]]:
            seated[identity] = wanted[identity]
            room[wanted[identity]] -= 1
    for identity in free:
        if identity not in seated:
            seated[identity] = max(range(tables), key=lambda table: room[table])
            room[seated[identity]] -= 1
    index = {identity: position for position, identity in enumerate(problem.ids)}
    for identity, table in seated.items():
        plan[number - 1, index[identity]] = table
