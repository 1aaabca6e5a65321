"""Two people exchange their seats of all rounds: nobody meets anybody more often, but tables mix better."""

from __future__ import annotations

import numpy as np

from facilitation.cafe.board import Board
from facilitation.cafe.meetings import Meetings
from facilitation.cafe.model import Codes, Matrix, Model, Plan


class Exchanges:
    """All rounds side by side; ``free`` are the people who may change tables in every one of them."""

    def __init__(self, model: Model, plan: Plan, meetings: Meetings) -> None:
        self.boards = [Board(model, plan, number, meetings) for number in range(len(plan))]
        self.free: Codes = np.flatnonzero(model.movable.all(axis=0))

    def pressure(self) -> Matrix:
        """For each of the free what their seats cost in all rounds together, but for meetings."""
        total = np.zeros(len(self.free))
        for board in self.boards:
            total += board.pressure(of_meetings=False)[np.searchsorted(board.movers, self.free)]
        return total

    def costs(self, rows: Codes) -> Matrix:
        """What each exchange of one of ``rows`` (positions in ``free``) with any of the free would add to the cost."""
        ones = self.free[rows]
        costs = np.zeros((len(ones), len(self.free)))
        for board in self.boards:
            costs += board.exchange_costs(ones, self.free)
        costs[np.arange(len(rows)), rows] = np.inf
        return costs

    def plan(self) -> Plan:
        """The plan as it is now."""
        return np.array([board.tables_of for board in self.boards])

    def make(self, one: int, other: int) -> None:
        """Exchange the seats of two people."""
        for board in self.boards:
            board.swap(one, other)
