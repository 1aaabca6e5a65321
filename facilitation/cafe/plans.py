"""From the arrays of the search to people at tables."""

from __future__ import annotations

from facilitation.cafe.broken import Rounds, Tables
from facilitation.cafe.model import Plan
from facilitation.cafe.problem import CafeProblem


def rounds_of(problem: CafeProblem, plan: Plan) -> Rounds:
    """A plan as the ids at each table of each round, hosts first."""
    return tuple(_tables(problem, number, plan[number - 1].tolist()) for number in problem.rounds)


def _tables(problem: CafeProblem, number: int, seats: list[int]) -> Tables:
    hosts = set(problem.hosts_in(number))
    tables: list[list[str]] = [[] for _ in problem.tables]
    for identity, table in zip(problem.ids, seats, strict=True):
        if table >= 0:
            tables[table].append(identity)
    return tuple(tuple(sorted(table, key=lambda identity: identity not in hosts)) for table in tables)
