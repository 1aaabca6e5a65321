"""One round of a plan as arrays: every swap of two people is scored at once.

The cost of a plan is lexicographic by weights (``model``): broken rules, repeated meetings, unevenness of new people
met, distance from the event's mix, table changes of people with access needs. With P[i, j] the price of i and j
sharing a table in this round, L = P · seats is what each person would pay at each table, and the swap of i (table a)
with j (table b) costs L[i, b] + L[j, a] − L[i, a] − L[j, b] − 2 · P[i, j].
"""

from __future__ import annotations

import numpy as np

from facilitation.cafe.alone import alone_costs, alone_total
from facilitation.cafe.meetings import Meetings, at_one_table, load
from facilitation.cafe.model import ABSENT, REPEAT, UNEVEN, Codes, Column, Matrix, Model, Plan


class Board:
    """One round while all others stay as they are."""

    def __init__(self, model: Model, plan: Plan, number: int, meetings: Meetings) -> None:
        self.model = model
        self.tables_of: Codes = plan[number].copy()
        self.movers = np.flatnonzero(model.movable[number])
        self.met = meetings.elsewhere(self.tables_of)
        self.sizes = table_sizes(self.tables_of, model.tables)
        self.met_load = load(self.met, self.tables_of, model.tables)
        self.apart_load = None if model.apart is None else load(model.apart, self.tables_of, model.tables)
        self.alone = alone_costs(model, plan, number)
        self.counted = [_Counted(column, self.tables_of, self.sizes) for column in model.columns]
        self.others_met = self.met.sum(axis=1) - 1 if model.weighs_evenness else None
        self.even = even_numbers(meetings.people_met()) if model.weighs_evenness else (0, 0)

    def exchange_costs(self, ones: Codes, others: Codes) -> Matrix:
        """What each exchange of two people's seats adds where they exchange those of all rounds: meetings stay as many.

        Costs of a seat alone are those of tables that are not allowed.
        """
        costs = self._company(ones, others) + self._company(others, ones).T
        if self.model.apart is not None:
            costs -= 2 * self.model.apart[ones[:, None], others]
        costs[self.tables_of[ones][:, None] == self.tables_of[others]] = 0
        return costs

    def swap_costs(self, rows: Codes) -> Matrix:
        """What each swap of a mover of ``rows`` (positions in ``movers``) with any mover would add to the cost.

        Infinite at one table. The evenness of third people is left out; ``plan_cost`` counts it.
        """
        ones, others = self.movers[rows], self.movers
        between = ones[:, None], others
        costs = self._halves(ones, others) + self._halves(others, ones).T - (2 * REPEAT) * self.met[between]
        if self.model.apart is not None:
            costs -= 2 * self.model.apart[between]
        costs[self.tables_of[ones][:, None] == self.tables_of[others]] = np.inf
        return costs

    def _halves(self, ones: Codes, others: Codes) -> Matrix:
        """What it costs if each of ``ones`` takes the place of each of ``others``."""
        here, there = self.tables_of[ones], self.tables_of[others]
        costs = self._company(ones, others) + REPEAT * _gain(self.met_load, ones, here, there)
        if self.others_met is not None:
            costs += self._unevenness(ones, others)
        return costs

    def _company(self, ones: Codes, others: Codes) -> Matrix:
        """As ``_halves``, without who has met whom."""
        here, there = self.tables_of[ones], self.tables_of[others]
        costs: Matrix = np.zeros((len(ones), len(others)))
        for loads in (self.apart_load, self.alone):
            if loads is not None:
                costs += _gain(loads, ones, here, there)
        for counted in self.counted:
            costs += counted.place_costs(ones, others, there)
        return costs

    def _unevenness(self, ones: Codes, others: Codes) -> Matrix:
        assert self.others_met is not None
        here, there = self.tables_of[ones], self.tables_of[others]
        before = self.others_met[ones] + self.sizes[here] - self.met_load[ones, here]
        after = self.others_met[ones][:, None] + self.sizes[there] - self.met_load[ones[:, None], there]
        after += self.met[ones[:, None], others]
        return unevenness(after, self.even) - unevenness(before, self.even)[:, None]

    def pressure(self, *, of_meetings: bool = True) -> Matrix:
        """For each mover what their own seat costs: the repeats, rules and mix of their table."""
        at = self.tables_of[self.movers]
        costs: Matrix = REPEAT * self.met_load[self.movers, at] if of_meetings else np.zeros(len(at))
        for loads in (self.apart_load, self.alone):
            if loads is not None:
                costs += loads[self.movers, at]
        for counted in self.counted:
            costs += counted.table_costs()[at]
        return costs

    def swap(self, one: int, other: int) -> None:
        """Let two people change tables."""
        here, there = int(self.tables_of[one]), int(self.tables_of[other])
        self._move(one, here, there)
        self._move(other, there, here)

    def _move(self, person: int, origin: int, target: int) -> None:
        self.tables_of[person] = target
        for loads, price in ((self.met_load, self.met), (self.apart_load, self.model.apart)):
            if loads is not None and price is not None:
                loads[:, origin] -= price[:, person]
                loads[:, target] += price[:, person]
        for counted in self.counted:
            counted.move(person, origin, target)


class _Counted:
    """How many people of each value of a column sit at each table, and what one more or one fewer would cost."""

    def __init__(self, column: Column, tables_of: Codes, sizes: Codes) -> None:
        self.codes = column.codes
        there = np.flatnonzero(tables_of != ABSENT)
        self.counts = np.zeros((len(column.shares), len(sizes)), dtype=np.intp)
        np.add.at(self.counts, (column.codes[there], tables_of[there]), 1)
        self.costs = column.costs(sizes, self.counts)
        values, tables = self.counts.shape
        self._place = np.arange(values)[:, None], np.arange(tables)[None, :]
        self._update()

    def _update(self) -> None:
        now = self.costs[(*self._place, self.counts)]
        self.leaving = self.costs[(*self._place, np.maximum(self.counts - 1, 0))] - now
        self.coming = self.costs[(*self._place, self.counts + 1)] - now

    def place_costs(self, ones: Codes, others: Codes, there: Codes) -> Matrix:
        """What the tables of ``others`` would pay if each of ``ones`` came in their place."""
        new, old = self.codes[ones], self.codes[others]
        costs: Matrix = self.coming[new[:, None], there] + self.leaving[old, there]
        costs[new[:, None] == old] = 0
        return costs

    def table_costs(self) -> Matrix:
        """What each table costs."""
        costs: Matrix = self.costs[(*self._place, self.counts)].sum(axis=0)
        return costs

    def move(self, person: int, origin: int, target: int) -> None:
        """Note that a person changed tables."""
        code = self.codes[person]
        for table, step in ((origin, -1), (target, 1)):
            self.counts[code, table] += step
            now = self.costs[code, table]
            count = self.counts[code, table]
            self.leaving[code, table] = now[max(count - 1, 0)] - now[count]
            self.coming[code, table] = now[min(count + 1, len(now) - 1)] - now[count]


def plan_cost(model: Model, plan: Plan, meetings: Meetings) -> float:
    """The whole cost of a plan, counted exactly."""
    cost = REPEAT * meetings.repeats() + alone_total(model, plan)
    if model.weighs_evenness:
        met = meetings.people_met()
        cost += float(unevenness(met, even_numbers(met)).sum())
    for tables_of in plan:
        sizes = table_sizes(tables_of, model.tables)
        cost += sum(float(_Counted(column, tables_of, sizes).table_costs().sum()) for column in model.columns)
        if model.apart is not None:
            cost += float(model.apart[at_one_table(tables_of)].sum()) / 2
    return cost


def table_sizes(tables_of: Codes, tables: int) -> Codes:
    """How many sit at each table."""
    return np.bincount(tables_of[tables_of != ABSENT], minlength=tables)


def _gain(loads: Matrix, ones: Codes, here: Codes, there: Codes) -> Matrix:
    result: Matrix = loads[ones[:, None], there] - loads[ones, here][:, None]
    return result


def even_numbers(met: Codes) -> tuple[int, int]:
    """The numbers of new people that count as even: the mean rounded down, and up to two more."""
    least = int(met.mean())
    return least, least + 2


def unevenness(met: Matrix | Codes, even: tuple[int, int]) -> Matrix:
    """What it costs that somebody meets so many: the square of how far that is from even."""
    least, most = even
    beyond: Matrix = np.maximum(np.maximum(least - met, met - most), 0)
    return UNEVEN * beyond**2
