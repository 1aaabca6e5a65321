"""New seats for a few people while everybody else stays where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np

from facilitation.cafe.board import table_sizes
from facilitation.cafe.broken import Rounds
from facilitation.cafe.meetings import at_one_table
from facilitation.cafe.model import ABSENT, BROKEN, REPEAT, Codes, Mask, Matrix, Model, Plan, model_of
from facilitation.cafe.problem import CafeProblem
from facilitation.cafe.search import Progress, Search

STEPS = 300
"""Of the search that lets the movers exchange their new seats."""


def reseat(
    problem: CafeProblem, rounds: Rounds, to_come: range, movers: frozenset[str], random: Random
) -> tuple[Plan, CafeProblem]:
    """Seat the movers in the rounds to come; the plan, and the problem without tables that are now empty."""
    plan = _plan_of(problem, rounds)
    waiting = {number: _waiting(problem, plan[number - 1], number, movers) for number in to_come}
    for number in to_come:
        plan[number - 1, waiting[number]] = ABSENT
    model = _only_moving(model_of(problem, _languages(problem, plan)), waiting)
    for number in to_come:
        _Reseating(problem, model, plan, number).seat(waiting[number])
    search = Search(model, plan, random, stop=_never, report=_unheard)
    search.run(STEPS)
    return search.plan, _without_empty_tables(problem, search.plan, to_come)


def _never() -> bool:
    return False


def _unheard(_progress: Progress) -> None:
    pass


def _plan_of(problem: CafeProblem, rounds: Rounds) -> Plan:
    """The old plan of those who are there, at tables that are there."""
    plan = np.full((problem.round_count, len(problem.ids)), ABSENT, dtype=np.intp)
    for number, tables in enumerate(rounds, start=1):
        there, seats = set(problem.present(number)), problem.seats(number)
        for table, people in enumerate(tables):
            if seats[table]:
                plan[number - 1, [problem.index[one] for one in people if one in there]] = table
    return plan


def _waiting(problem: CafeProblem, tables_of: Codes, number: int, movers: frozenset[str]) -> list[int]:
    """Who needs a seat in a round: the movers, and whoever has none."""
    there = problem.present(number)
    return [problem.index[one] for one in there if one in movers or tables_of[problem.index[one]] == ABSENT]


def _only_moving(model: Model, waiting: dict[int, list[int]]) -> Model:
    """Nobody but the movers may change tables, and of these no group."""
    movable = np.zeros_like(model.movable)
    for number, people in waiting.items():
        movable[number - 1, people] = model.movable[number - 1, people]
    return replace(model, movable=movable, groups=())


def _languages(problem: CafeProblem, plan: Plan) -> list[list[str]]:
    """For each table a language that all who stay there speak, the one that most people speak; "" = any."""
    if not problem.language_column:
        return []
    spoken = Counter(language for identity in problem.ids for language in problem.languages(identity))
    return [[_shared(problem, tables_of == table, spoken) for table in problem.tables] for tables_of in plan]


def _shared(problem: CafeProblem, there: Mask, spoken: Counter[str]) -> str:
    said = [problem.languages(problem.ids[one]) for one in np.flatnonzero(there)]
    shared = frozenset.intersection(*(languages for languages in said if languages)) if any(said) else frozenset()
    return max(sorted(shared), key=lambda language: spoken[language], default="")


class _Reseating:
    """One round in which some look for a seat."""

    def __init__(self, problem: CafeProblem, model: Model, plan: Plan, number: int) -> None:
        self.problem, self.model, self.number = problem, model, number
        self.tables_of = plan[number - 1]
        self.least, self.most = np.array(problem.least(number)), np.array(problem.seats(number))
        self.met = np.zeros((plan.shape[1], plan.shape[1]), dtype=np.bool_)
        for other, tables_of in enumerate(plan):
            if other != number - 1:
                self.met |= at_one_table(tables_of)

    def seat(self, waiting: Sequence[int]) -> None:
        """Where somebody is needed first, then among strangers; groups before single people."""
        units = sorted(self._units(waiting), key=lambda unit: (-len(unit), unit))
        open_ = self._open(len(waiting))
        left = len(waiting)
        for unit in units:
            sizes = table_sizes(self.tables_of, len(self.most))
            needed = np.where(open_, np.maximum(self.least - sizes, 0), 0)
            fits = open_ & (sizes + len(unit) <= self.most)
            if needed.sum() > left - len(unit) and (fits & (needed > 0)).any():
                fits &= needed > 0
            costs = self._costs(unit) + sizes / 1000
            self.tables_of[unit] = int(np.argmin(np.where(fits, costs, np.inf)))
            left -= len(unit)

    def _units(self, waiting: Sequence[int]) -> list[list[int]]:
        group_of = {one: position for position, group in enumerate(self._groups()) for one in group}
        units: dict[int, list[int]] = {}
        for one in waiting:
            units.setdefault(group_of.get(one, -1 - one), []).append(one)
        return list(units.values())

    def _groups(self) -> list[list[int]]:
        return [[self.problem.index[one] for one in group] for group in self.problem.groups]

    def _open(self, waiting: int) -> Mask:
        """The tables at which somebody sits, and as many others as are needed to seat all; the largest first."""
        sizes = table_sizes(self.tables_of, len(self.most))
        open_: Mask = sizes > 0
        for table in np.argsort(-self.most, kind="stable"):
            if not open_[table] and (self.most - sizes)[open_].sum() < waiting:
                open_[table] = True
        return open_

    def _costs(self, unit: list[int]) -> Matrix:
        """What each table costs a unit: rules, repeats."""
        costs = np.zeros(len(self.most))
        there = self.tables_of != ABSENT
        for one in unit:
            for price, others in ((REPEAT, self.met[one]), (1.0, self._apart(one))):
                met = np.flatnonzero((others > 0) & there)
                np.add.at(costs, self.tables_of[met], price * others[met])
            if self.model.allowed is not None:
                costs += BROKEN * ~self.model.allowed[self.number - 1, one]
        return costs

    def _apart(self, one: int) -> Matrix:
        return np.zeros(len(self.tables_of)) if self.model.apart is None else self.model.apart[one]


def _without_empty_tables(problem: CafeProblem, plan: Plan, to_come: range) -> CafeProblem:
    sizes = [problem.seats(number) for number in problem.rounds]
    for number in to_come:
        counts = table_sizes(plan[number - 1], len(problem.table_sizes)).tolist()
        sizes[number - 1] = tuple(seats if count else 0 for seats, count in zip(sizes[number - 1], counts, strict=True))
    is_same = all(sizes[number - 1] == problem.seats(number) for number in problem.rounds)
    return problem if is_same else replace(problem, round_sizes=tuple(sizes))
