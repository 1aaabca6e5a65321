"""Who has met whom how often, kept up to date while rounds change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facilitation.cafe.model import ABSENT, Codes, Mask, Matrix, Model, Plan


class Meetings:
    """How often each two people share a table in a plan."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self._wanted = model.wanted_pairs
        self.counts: NDArray[np.int16] = np.zeros((plan.shape[1], plan.shape[1]), dtype=np.int16)
        for tables_of in plan:
            self.counts += at_one_table(tables_of)

    def replace(self, before: Codes, after: Codes) -> None:
        """Note that one round changed."""
        self.counts -= at_one_table(before)
        self.counts += at_one_table(after)

    def elsewhere(self, tables_of: Codes) -> Matrix:
        """1 for each two who meet in another round than this one and should not meet again."""
        met = (self.counts - at_one_table(tables_of) > 0).astype(np.float64)
        met[self._wanted] = 0
        np.fill_diagonal(met, 0)
        return met

    def repeats(self) -> int:
        """Meetings beyond a pair's first, without those that are asked for."""
        again = np.maximum(self.counts - 1, 0)
        again[self._wanted] = 0
        np.fill_diagonal(again, 0)
        return int(again.sum()) // 2

    def people_met(self) -> Codes:
        """How many others each person meets."""
        met = self.counts > 0
        np.fill_diagonal(met, val=False)
        people: Codes = met.sum(axis=1)
        return people


def at_one_table(tables_of: Codes) -> Mask:
    """Whether each two people share a table in one round."""
    together: Mask = tables_of[:, None] == tables_of[None, :]
    if (tables_of == ABSENT).any():
        together &= (tables_of != ABSENT)[:, None]
    return together


def load(price: Matrix, tables_of: Codes, tables: int) -> Matrix:
    """People × tables: what each would pay for the company there."""
    order = np.argsort(tables_of, kind="stable")
    order = order[np.searchsorted(tables_of[order], 0) :]
    taken, starts = np.unique(tables_of[order], return_index=True)
    loads = np.zeros((len(price), tables))
    if len(taken):
        loads[:, taken] = np.add.reduceat(price[:, order], starts, axis=1)
    return loads
