"""One round of a plan as arrays: every swap of two people is scored at once.

The cost of a plan is lexicographic: broken apart rules, then repeated meetings, then the distance from the event's
mix column by column (each column counts half as much as the one before). Incremental scores: with C[i,j] the price
of i and j sharing a table in this round, L = C·seats gives what each person would pay at each table, and the swap of
i (table a) with j (table b) costs L[i,b] + L[j,a] − L[i,a] − L[j,b] − 2·C[i,j].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facilitation.cafe.construct import ABSENT, Plan
from facilitation.cafe.problem import CafeProblem

Matrix = NDArray[np.float64]
Codes = NDArray[np.intp]

BROKEN_RULE = 1e7
REPEAT = 1e3
"""More than all balance that one swap can win, so balance never buys a repeat."""


@dataclass(frozen=True, slots=True)
class Column:
    """One balanced column: each person's value as a number, the event's share of each value, and the weight."""

    codes: Codes
    mix: Matrix
    weight: float


@dataclass(frozen=True, slots=True)
class Model:
    """A problem as arrays. ``movable`` (rounds × people) leaves out hosts, groups and who is absent."""

    tables: int
    apart: Matrix
    counts_as_repeat: NDArray[np.bool_]
    columns: tuple[Column, ...]
    movable: NDArray[np.bool_]
    groups: tuple[tuple[int, ...], ...]


def model_of(problem: CafeProblem, plan: Plan) -> Model:
    """The arrays the search works on."""
    index = {identity: position for position, identity in enumerate(problem.ids)}
    count = len(index)
    apart = np.zeros((count, count))
    for one, other in problem.apart:
        apart[index[one], index[other]] = apart[index[other], index[one]] = BROKEN_RULE
    counts_as_repeat = ~np.eye(count, dtype=np.bool_)
    movable = plan != ABSENT
    movable[:, [index[host] for host in problem.host_table]] = False
    groups = tuple(tuple(index[identity] for identity in group) for group in problem.groups)
    for group in groups:
        counts_as_repeat[np.ix_(group, group)] = False
        movable[:, list(group)] = False
    columns = tuple(_column(problem, name, 0.5**rank) for rank, name in enumerate(problem.balanced_by))
    free_groups = tuple(group for group in groups if not {problem.ids[one] for one in group} & set(problem.host_table))
    return Model(len(problem.table_sizes), apart, counts_as_repeat, columns, movable, free_groups)


def _column(problem: CafeProblem, name: str, weight: float) -> Column:
    _, codes, counts = np.unique(
        [person.value(name) for person in problem.people], return_inverse=True, return_counts=True
    )
    return Column(codes.astype(np.intp), counts / len(problem.people), weight)


class Board:
    """One round while all others stay as they are."""

    def __init__(self, model: Model, plan: Plan, number: int) -> None:
        self.model = model
        self.tables_of = plan[number].copy()
        self.movers = np.flatnonzero(model.movable[number])
        self.price = model.apart + REPEAT * (_met_elsewhere(plan, number) & model.counts_as_repeat)
        seats = _seats(self.tables_of, model.tables)
        self.load = self.price @ seats
        self.sizes = seats.sum(axis=0)
        self.counts = [_one_hot(column).T @ seats for column in model.columns]

    def cost(self) -> float:
        """What this round costs: pairs at their price, and the distance of its tables from the mix."""
        there = np.flatnonzero(self.tables_of != ABSENT)
        pairs = float(self.load[there, self.tables_of[there]].sum()) / 2
        return pairs + sum(
            column.weight * float((np.abs(counts / self.sizes - column.mix[:, None])).sum()) / 2
            for column, counts in zip(self.model.columns, self.counts, strict=True)
        )

    def swap_costs(self) -> Matrix:
        """What each swap of two movers would add to the cost; infinite at one table."""
        at = self.tables_of[self.movers]
        load = self.load[self.movers]
        gain = load[:, at] - load[np.arange(len(at)), at][:, None]
        for column, counts in zip(self.model.columns, self.counts, strict=True):
            gain += self._balance_costs(column, counts, at)
        costs: Matrix = gain + gain.T - 2 * self.price[np.ix_(self.movers, self.movers)]
        costs[at[:, None] == at[None, :]] = np.inf
        return costs

    def _balance_costs(self, column: Column, counts: Matrix, at: Codes) -> Matrix:
        """What the table of i would pay if j came in i's place."""
        codes = column.codes[self.movers]
        wish = column.mix[:, None] * self.sizes
        now = np.abs(counts - wish)
        scale = column.weight / (2 * self.sizes)
        leaving = (np.abs(counts - 1 - wish) - now) * scale
        coming = (np.abs(counts + 1 - wish) - now) * scale
        costs: Matrix = leaving[codes, at][:, None] + coming.T[at][:, codes]
        costs[codes[:, None] == codes[None, :]] = 0
        return costs

    def swap(self, one: int, other: int) -> None:
        """Let two people change tables."""
        self._move(one, int(self.tables_of[one]), int(self.tables_of[other]))
        self._move(other, int(self.tables_of[other]), int(self.tables_of[one]))
        self.tables_of[one], self.tables_of[other] = self.tables_of[other], self.tables_of[one]

    def _move(self, person: int, origin: int, target: int) -> None:
        self.load[:, origin] -= self.price[:, person]
        self.load[:, target] += self.price[:, person]
        for column, counts in zip(self.model.columns, self.counts, strict=True):
            counts[column.codes[person], origin] -= 1
            counts[column.codes[person], target] += 1


def _seats(tables_of: Codes, tables: int) -> Matrix:
    """People × tables with a 1 where somebody sits."""
    seats: Matrix = (tables_of[:, None] == np.arange(tables)).astype(np.float64)
    return seats


def _one_hot(column: Column) -> Matrix:
    """People × values with a 1 at each person's value."""
    one_hot: Matrix = (column.codes[:, None] == np.arange(len(column.mix))).astype(np.float64)
    return one_hot


def _met_elsewhere(plan: Plan, number: int) -> NDArray[np.bool_]:
    """People × people: whether two share a table in any other round."""
    met = np.zeros((plan.shape[1], plan.shape[1]), dtype=np.bool_)
    for other, tables_of in enumerate(plan):
        if other != number:
            met |= (tables_of[:, None] == tables_of[None, :]) & (tables_of != ABSENT)[:, None]
    return met
