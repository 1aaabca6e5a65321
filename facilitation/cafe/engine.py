"""The grouping engine: checks what is asked, makes a first plan, improves it and counts the result."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from facilitation.cafe.board import model_of
from facilitation.cafe.construct import Plan, first_plan
from facilitation.cafe.problem import CafeProblem, check_problem
from facilitation.cafe.rules import check_rules
from facilitation.cafe.score import Figures, Rounds, figures
from facilitation.cafe.search import Search

SCORES_PER_SECOND = 6e6
"""Swap scores that any office laptop works out in a second; turns seconds into steps."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A finished plan: for each round, for each table, the ids that sit there (its host first), and the figures."""

    rounds: Rounds
    figures: Figures


def group(problem: CafeProblem, *, seed: int, seconds: float = 2.0) -> Grouping:
    """Seat everybody once per round with the fewest repeated meetings and the best mix.

    No clock is read: ``seconds`` becomes a fixed number of steps for a problem of this size, so the same problem,
    seed and seconds give the same plan on every machine. The search usually ends earlier, when nothing more is
    gained. Raises InvalidInput that names what cannot be done: the rule, the people, the smallest change.
    """
    check_problem(problem)
    check_rules(problem)
    random = Random(seed)
    plan = first_plan(problem, random)
    plan = Search(model_of(problem, plan), plan, random, steps_for(problem, seconds)).run()
    rounds = _rounds(problem, plan)
    return Grouping(rounds, figures(problem, rounds))


def steps_for(problem: CafeProblem, seconds: float) -> int:
    """How many swaps the search may try: one step scores every pair of people once per column."""
    scores = (len(problem.people) ** 2 + 4000) * (2 + len(problem.balanced_by))
    return max(1, int(seconds * SCORES_PER_SECOND * 4 / scores))


def _rounds(problem: CafeProblem, plan: Plan) -> Rounds:
    tables = range(len(problem.table_sizes))
    return tuple(tuple(_people_at(problem, seats.tolist(), table) for table in tables) for seats in plan)


def _people_at(problem: CafeProblem, seats: list[int], table: int) -> tuple[str, ...]:
    """Who sits at a table, its host first."""
    there = [identity for identity, seat in zip(problem.ids, seats, strict=True) if seat == table]
    return tuple(sorted(there, key=lambda identity: identity not in problem.host_table))
