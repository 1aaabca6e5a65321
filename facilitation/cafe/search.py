"""Improves a plan: best swap after best swap in each round, whole seats exchanged, then kicks from the best plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

import numpy as np

from facilitation.cafe.board import Board, plan_cost, table_sizes
from facilitation.cafe.exchange import Exchanges
from facilitation.cafe.least import least_distance
from facilitation.cafe.meetings import Meetings
from facilitation.cafe.model import ABSENT, BALANCE, BROKEN, REPEAT, Codes, Matrix, Mix, Model, Plan

SMALLEST_GAIN = 1e-9
PATIENCE = 8
"""Swaps a walk goes on without a new best."""
TENURE = 4
"""Swaps for which a moved person stays where they are."""
KICKS = 0.3
"""Where only the mix can gain: the share of kicks that shake a round instead of letting all drift."""
DRIFT = 6
"""Swaps of one drift."""
MOST_KICKS_WITHOUT_GAIN = 75
"""After so many kicks nothing more is expected; with repeats left twice, with broken rules four times as many."""
BLAME = 0.7
"""While something is broken or repeated: the share of steps that move only who has a part in it."""
SHUFFLES = 0.3
"""The share of kicks that mix a whole round anew."""
LEAST_ROWS, SCORES_AT_ONCE = 16, 4_000
"""People tried at least, and swaps scored, in one step; in larger halls it is those whose seats cost most."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: the share of its steps, and what is left in the best plan so far."""

    share: float
    rules_broken: int
    repeats: int


class Resting:
    """Picks the cheapest swap; who has just moved stays for a few swaps, unless moving them makes a new best."""

    def __init__(self) -> None:
        self._until: dict[int, int] = {}
        self._step = 0

    def best(self, costs: Matrix, rows: Codes, record: float) -> tuple[int, int, float] | None:
        """The cheapest swap as two positions and its cost; resting people only where it beats the ``record``."""
        if not costs.size:
            return None
        still = [position for position, until in self._until.items() if until > self._step]
        if still:
            for swaps in (np.flatnonzero((rows[:, None] == still).any(axis=1)), (slice(None), still)):
                costs[swaps] = np.where(costs[swaps] < record - SMALLEST_GAIN, costs[swaps], np.inf)
        row, other = divmod(int(np.argmin(costs)), costs.shape[1])
        one, cost = int(rows[row]), float(costs[row, other])
        self._until[one] = self._until[other] = self._step + TENURE
        self._step += 1
        return (one, other, cost) if np.isfinite(cost) else None


Stop = Callable[[], bool]
Report = Callable[[Progress], None]


class Search:
    """Tabu walks in each round in turn; counted in steps, never in seconds. ``stop`` ends it early with the best."""

    def __init__(self, model: Model, plan: Plan, random: Random, *, stop: Stop, report: Report) -> None:
        self.model, self.plan, self.random = model, plan.copy(), random
        self.meetings = Meetings(model, plan)
        self.was_stopped = False
        self._floor = _floor(model, plan)
        self._steps = self._all_steps = 0
        self._stop, self._report = stop, report

    def run(self, steps: int) -> None:
        """Leave the best plan found within the steps in ``plan``."""
        self._steps = self._all_steps = steps
        best_cost = self.cost()
        if best_cost <= self._floor:
            return
        self._improve(range(len(self.plan)))
        self._exchange()
        self._improve(range(len(self.plan)))
        best, best_cost, useless = self.plan.copy(), self.cost(), 0
        while best_cost > self._floor and useless < _kicks_worth_trying(best_cost) and self._goes_on():
            self._say(best_cost)
            self._try_elsewhere(best_cost)
            cost = self.cost()
            useless = 0 if cost < best_cost - SMALLEST_GAIN else useless + 1
            if cost < best_cost + SMALLEST_GAIN:  # equal plans too: they lead on to others
                best, best_cost = self.plan.copy(), cost
            else:
                self._take(best)

    def _try_elsewhere(self, cost: float) -> None:
        """Shake the plan and improve it again, the shaken round first.

        Where only the mix can gain, the rounds drift: swaps that cost nothing open other exchanges of whole seats.
        """
        number = self.random.randrange(len(self.plan))
        rounds = [number, *(other for other in range(len(self.plan)) if other != number)]
        if cost >= REPEAT or self.random.random() < KICKS:
            self._kick(number)
            self._improve(rounds)
        else:
            for each in rounds:
                self._drift(each)
            self._exchange()
            self._improve(rounds)

    def cost(self) -> float:
        """What the present plan costs."""
        return plan_cost(self.model, self.plan, self.meetings)

    def _set_round(self, number: int, tables_of: Codes) -> None:
        """Take a new seating of one round."""
        self.meetings.replace(self.plan[number], tables_of)
        self.plan[number] = tables_of

    def _rows(self, movers: Board | Exchanges, count: int) -> Codes:
        """The movers to try: while rules are broken or meetings repeated, whoever has a part in that; else all.

        In a large hall those whose seats cost most, and a few by lot.
        """
        most = max(LEAST_ROWS, SCORES_AT_ONCE // max(count, 1))
        pressure = movers.pressure()
        to_blame = np.flatnonzero(pressure >= REPEAT)
        if len(to_blame) and self.random.random() < BLAME:
            return to_blame if len(to_blame) <= most else to_blame[self._by_lot(len(to_blame), most)]
        if count <= most:
            return np.arange(count)
        costly = np.argpartition(-pressure, most - most // 4)[: most - most // 4]
        return np.union1d(costly, self._by_lot(count, most // 4))

    def _by_lot(self, count: int, chosen: int) -> Codes:
        return np.sort(self.random.sample(range(count), chosen))

    def _goes_on(self) -> bool:
        """Whether there are steps left and nobody has stopped the search."""
        self.was_stopped = self.was_stopped or self._stop()
        return self._steps > 0 and not self.was_stopped

    def _say(self, cost: float) -> None:
        broken, rest = divmod(cost, BROKEN)
        self._report(Progress(1 - max(self._steps, 0) / self._all_steps, int(broken), int(rest // REPEAT)))

    def _take(self, best: Plan) -> None:
        """Take another plan for the present one."""
        for number, tables_of in enumerate(best):
            if (self.plan[number] != tables_of).any():
                self._set_round(number, tables_of.copy())

    def _improve(self, rounds: Iterable[int]) -> None:
        """Walk round by round until no round gains any more."""
        waiting = list(rounds)
        every = tuple(waiting)
        while waiting and self._goes_on():
            number = waiting.pop(0)
            if self._walk(number):
                waiting += [other for other in every if other != number and other not in waiting]

    def _exchange(self) -> None:
        """Exchange all seats of two people, the best pair first, also uphill for a while; keeps the best."""
        before, plan = self.cost(), self.plan.copy()
        exchanges = Exchanges(self.model, self.plan, self.meetings)
        best, resting = exchanges.plan(), Resting()
        change, best_change, patience = 0.0, 0.0, PATIENCE
        while patience and self._goes_on() and len(exchanges.free) > 1:
            rows = self._rows(exchanges, len(exchanges.free))
            found = resting.best(exchanges.costs(rows), rows, best_change - change)
            if found is None:
                break
            one, other, cost = found
            exchanges.make(int(exchanges.free[one]), int(exchanges.free[other]))
            change += cost
            patience, self._steps = patience - 1, self._steps - len(plan)
            if change < best_change - SMALLEST_GAIN:
                best, best_change, patience = exchanges.plan(), change, PATIENCE
        self._take(best)
        if self.cost() > before:  # rules that span rounds are not counted above
            self._take(plan)

    def _walk(self, number: int) -> bool:
        """Best swap after best swap in one round, also uphill for a while; keeps the best; true if it gained."""
        board = Board(self.model, self.plan, number, self.meetings)
        best, resting = board.tables_of.copy(), Resting()
        change, best_change, patience = 0.0, 0.0, PATIENCE
        while patience and self._goes_on() and len(board.movers) > 1:
            rows = self._rows(board, len(board.movers))
            found = resting.best(board.swap_costs(rows), rows, best_change - change)
            if found is None:
                break
            one, other, cost = found
            board.swap(int(board.movers[one]), int(board.movers[other]))
            change += cost
            patience, self._steps = patience - 1, self._steps - 1
            if change < best_change - SMALLEST_GAIN:
                best, best_change, patience = board.tables_of.copy(), change, PATIENCE
        if best_change < 0:
            self._set_round(number, best)
        return best_change < 0

    def _drift(self, number: int) -> None:
        """Swaps by lot that change no figure."""
        board = Board(self.model, self.plan, number, self.meetings)
        for _ in range(DRIFT):
            rows = self._rows(board, len(board.movers))
            free = np.flatnonzero(board.swap_costs(rows) < SMALLEST_GAIN) if len(rows) else rows
            if len(free):
                row, other = divmod(int(free[self.random.randrange(len(free))]), len(board.movers))
                board.swap(int(board.movers[rows[row]]), int(board.movers[other]))
            self._steps -= 1
        self._set_round(number, board.tables_of)

    def _kick(self, number: int) -> None:
        """Shake one round: a few random swaps, or a group changing tables with as many others."""
        tables_of = self.plan[number].copy()
        movers = np.flatnonzero(self.model.movable[number])
        if self.model.groups and self.random.random() < 0.5:
            self._move_group(number, tables_of, movers)
        swaps = len(movers) if self.random.random() < SHUFFLES else self.random.randint(1, 3)
        for _ in range(swaps if len(movers) > 1 else 0):
            one, other = self.random.sample(range(len(movers)), 2)
            tables_of[[movers[one], movers[other]]] = tables_of[[movers[other], movers[one]]]
        self._set_round(number, tables_of)

    def _move_group(self, number: int, tables_of: Codes, movers: Codes) -> None:
        group = [one for one in self.random.choice(self.model.groups) if tables_of[one] != ABSENT]
        if not group or self.model.held[number, group].any():
            return
        table, origin = self.random.randrange(self.model.tables), tables_of[group[0]]
        others = [int(one) for one in movers if tables_of[one] == table]
        if len(others) >= len(group) and origin != table:
            tables_of[self.random.sample(others, len(group))] = origin
            tables_of[group] = table


def _kicks_worth_trying(cost: float) -> int:
    return MOST_KICKS_WITHOUT_GAIN * (4 if cost >= BROKEN else 2 if cost >= REPEAT else 1)


def _floor(model: Model, plan: Plan) -> float:
    """What no plan can go below, plus a trifle; minus infinity where that is not known."""
    if len(model.access):
        return -np.inf
    mixes = [column for column in model.columns if isinstance(column, Mix)]
    sizes = [table_sizes(tables_of, model.tables) for tables_of in plan]
    least = sum(
        _least(tables_of, mix, of_round) for tables_of, of_round in zip(plan, sizes, strict=True) for mix in mixes
    )
    return SMALLEST_GAIN + least


def _least(tables_of: Codes, mix: Mix, sizes: Codes) -> float:
    totals = np.bincount(mix.codes[tables_of != ABSENT], minlength=len(mix.shares))
    return BALANCE * mix.weight * least_distance(mix.shares, totals, sizes)
