"""Improves a plan round by round: best swap after best swap, then kicks from the best plan found."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import numpy as np

from facilitation.cafe.board import REPEAT, Board, Matrix, Model
from facilitation.cafe.construct import ABSENT, Plan

SMALLEST_GAIN = 1e-9
PATIENCE = 12
"""Swaps a walk goes on without a new best."""
TENURE = 6
"""Swaps for which a moved person stays where they are."""
MOST_KICKS_WITHOUT_GAIN = 60
"""After so many kicks nothing more is expected; where repeats remain the search tries five times as long."""


class Search:
    """A tabu walk in each round in turn, then kicks from the best plan; counted in swaps, not in seconds."""

    def __init__(self, model: Model, plan: Plan, random: Random, steps: int) -> None:
        self.model, self.random, self.steps = model, random, steps
        self.plan = plan

    def run(self) -> Plan:
        """The best plan found within the steps."""
        self._improve(range(len(self.plan)))
        best, best_cost = self.plan.copy(), self._cost()
        useless = 0
        while self.steps > 0 and useless < _kicks_worth_trying(best_cost):
            number = self.random.randrange(len(self.plan))
            self._kick(number)
            self._improve([number, *(other for other in range(len(self.plan)) if other != number)])
            cost = self._cost()
            useless = 0 if cost < best_cost - SMALLEST_GAIN else useless + 1
            if cost < best_cost + SMALLEST_GAIN:  # equal plans too: they lead on to others
                best, best_cost = self.plan.copy(), cost
            else:
                self.plan = best.copy()
        return best

    def _cost(self) -> float:
        """The whole plan's cost: a pair's k-th meeting counts k−1 times, as each round is added to those before."""
        return sum(Board(self.model, self.plan[: number + 1], number).cost() for number in range(len(self.plan)))

    def _improve(self, rounds: Iterable[int]) -> None:
        """Walk round by round until no round gains any more."""
        waiting = list(rounds)
        every = tuple(waiting)
        while waiting and self.steps > 0:
            number = waiting.pop(0)
            if self._walk(number):
                waiting += [other for other in every if other != number and other not in waiting]

    def _walk(self, number: int) -> bool:
        """Best swap after best swap in one round, also uphill for a while; keeps the best; true if it gained."""
        board = Board(self.model, self.plan, number)
        resting: dict[int, int] = {}
        change, best_change, patience, step = 0.0, 0.0, PATIENCE, 0
        while patience and self.steps > 0:
            found = _best_swap(board.swap_costs(), resting, step, best_change - change)
            if found is None:
                break
            one, other, cost = found
            board.swap(int(board.movers[one]), int(board.movers[other]))
            change += cost
            resting[one] = resting[other] = step + TENURE
            step, self.steps, patience = step + 1, self.steps - 1, patience - 1
            if change < best_change - SMALLEST_GAIN:
                best_change, patience = change, PATIENCE
                self.plan[number] = board.tables_of
        return best_change < 0

    def _kick(self, number: int) -> None:
        """Shake one round: a few random swaps, or a group changing tables with as many others."""
        board = Board(self.model, self.plan, number)
        if self.model.groups and self.random.random() < 0.5:
            self._move_group(board)
        for _ in range(self.random.randint(1, 3)):
            if len(board.movers) > 1:
                one, other = self.random.sample(list(board.movers), 2)
                if board.tables_of[one] != board.tables_of[other]:
                    board.swap(int(one), int(other))
        self.plan[number] = board.tables_of

    def _move_group(self, board: Board) -> None:
        group = [one for one in self.random.choice(self.model.groups) if board.tables_of[one] != ABSENT]
        table = self.random.randrange(self.model.tables)
        others = [int(one) for one in board.movers if board.tables_of[one] == table]
        if group and len(others) >= len(group) and board.tables_of[group[0]] != table:
            for one, other in zip(group, self.random.sample(others, len(group)), strict=True):
                board.swap(one, other)


def _kicks_worth_trying(cost: float) -> int:
    return MOST_KICKS_WITHOUT_GAIN * (5 if cost >= REPEAT else 1)


def _best_swap(costs: Matrix, resting: dict[int, int], step: int, record: float) -> tuple[int, int, float] | None:
    """The cheapest swap as (mover, mover, cost); resting people only where it beats the ``record``; None = no swap."""
    still = [position for position, until in resting.items() if until > step]
    for position in still:
        for swaps in (costs[position], costs[:, position]):
            swaps[swaps >= record - SMALLEST_GAIN] = np.inf
    if not costs.size:
        return None
    one, other = divmod(int(np.argmin(costs)), len(costs))
    cost = float(costs[one, other])
    return (one, other, cost) if np.isfinite(cost) else None
