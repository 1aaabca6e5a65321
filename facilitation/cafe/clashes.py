"""Rules about pairs that cannot be kept side by side in one round, brought down to those that clash."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.cafe.model import Mask, allowed_tables
from facilitation.cafe.placement import NoPlacementError, placement
from facilitation.cafe.problem import CafeProblem, Pair

MOST_RULES = 60
"""With more rules a clash is not brought down to its core: that would try a placement for each of them."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Rules that cannot all be kept; where it is proven, leaving out any one of them is enough."""

    apart: tuple[Pair, ...]
    together: tuple[Pair, ...]
    is_proven: bool


def clash_in(problem: CafeProblem, number: int) -> Clash | None:
    """The rules that clash in a round; None where a placement keeps them all."""
    if not (problem.all_apart or problem.together):
        return None
    allowed = allowed_tables(problem)
    bars = None if allowed is None else allowed[number - 1]
    failure = _failure(problem, number, bars)
    if failure is None:
        return None
    if failure.is_proven and len(problem.all_apart) + len(problem.together) <= MOST_RULES:
        problem = _smallest_clash(problem, number, bars)
    return Clash(_named_first(problem), problem.together, failure.is_proven)


def _failure(problem: CafeProblem, number: int, bars: Mask | None) -> NoPlacementError | None:
    try:
        placement(problem, number, lambda _unit: problem.tables, bars)
    except NoPlacementError as failure:
        return failure
    return None


def _named_first(problem: CafeProblem) -> tuple[Pair, ...]:
    """Pairs kept apart as they were given, then those of a shared value."""
    given = {frozenset(pair) for pair in problem.apart}
    return (*problem.apart, *sorted(pair for pair in problem.all_apart if frozenset(pair) not in given))


def _smallest_clash(problem: CafeProblem, number: int, bars: Mask | None) -> CafeProblem:
    """The problem with every rule left out that the clash does not need: removing any of the rest resolves it."""
    problem = replace(problem, apart=_named_first(problem), apart_by=())
    for rule in problem.apart:
        fewer = replace(problem, apart=tuple(other for other in problem.apart if other != rule))
        problem = _without_if_still_impossible(problem, fewer, number, bars)
    for rule in problem.together:
        fewer = replace(problem, together=tuple(other for other in problem.together if other != rule))
        problem = _without_if_still_impossible(problem, fewer, number, bars)
    return problem


def _without_if_still_impossible(
    problem: CafeProblem, fewer: CafeProblem, number: int, bars: Mask | None
) -> CafeProblem:
    failure = _failure(fewer, number, bars)
    return fewer if failure is not None and failure.is_proven else problem
