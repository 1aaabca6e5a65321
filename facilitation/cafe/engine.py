"""The grouping engine: checks what is asked, makes a first plan, improves it and counts the result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from facilitation.cafe.broken import Broken, Rounds, broken_rules
from facilitation.cafe.checks import check_problem
from facilitation.cafe.construct import first_plan
from facilitation.cafe.exact import exact_plan
from facilitation.cafe.languages import Languages, ways_to_speak
from facilitation.cafe.model import Plan, model_of
from facilitation.cafe.obstacles import NotPossible, obstacle, require_possible
from facilitation.cafe.placement import NoPlacementError
from facilitation.cafe.plans import rounds_of
from facilitation.cafe.problem import CafeProblem
from facilitation.cafe.score import Figures, figures
from facilitation.cafe.search import Progress, Report, Search, Stop

STEPS_PER_SECOND = 2000
"""Steps of the search that any office laptop does in a second; turns seconds into steps."""
MOST_WAYS = 4
"""Ways to share out the languages that are tried before the best is taken."""
TRIAL = 0.05
"""The share of the steps that each of these ways gets."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A finished plan: for each round, for each table, the ids that sit there (its host first), and the figures.

    ``table_languages`` are the languages of the tables ("" = any; empty without such a rule). ``is_repeatable`` is
    false where ``stop`` ended the search: another run may then end elsewhere.
    """

    rounds: Rounds
    figures: Figures
    table_languages: Languages = ()
    is_repeatable: bool = True


def never() -> bool:
    """Stop never."""
    return False


def unheard(_progress: Progress) -> None:
    """Tell nobody."""


def group(
    problem: CafeProblem, *, seed: int, seconds: float = 2.0, stop: Stop = never, report: Report = unheard
) -> Grouping:
    """Seat everybody once per round: rules hold, fewest repeats, new people even, best mix, fewest table changes.

    No clock is read: ``seconds`` becomes a fixed number of steps, so the same problem, seed and seconds give the same
    plan on every machine. The search usually ends earlier, when nothing more is gained. ``stop`` is asked between
    steps and ends it with the best so far; ``report`` hears of it. Raises InvalidInput, and NotPossible with what
    stands in the way: the rule, the people, the smallest change.
    """
    check_problem(problem)
    require_possible(problem)
    run = _Run(problem, seed, stop, report)
    plan = run.best(max(1, int(seconds * STEPS_PER_SECOND)))
    rounds = rounds_of(problem, plan) if plan is not None else None
    broken = broken_rules(problem, rounds) if rounds is not None else _no_group_fits(problem)
    if rounds is None or broken:
        rounds = _exactly(problem, broken)
    return Grouping(rounds, figures(problem, rounds), run.languages, not run.was_stopped)


class _Run:
    """The searches of one grouping."""

    def __init__(self, problem: CafeProblem, seed: int, stop: Stop, report: Report) -> None:
        self.problem, self.random = problem, Random(seed)
        self.stop, self.report = stop, report
        self.languages: Languages = ()
        self.was_stopped = False

    def best(self, steps: int) -> Plan | None:
        """The best plan; where tables can share out the languages in several ways, each is tried for a while.

        None where no way has room for the groups that stay together.
        """
        searches = [entry for way in _spaced(ways_to_speak(self.problem)) or [()] for entry in self._search(way)]
        if not searches:
            return None
        if len(searches) > 1:
            for _, search in searches:
                search.run(max(1, int(steps * TRIAL)))
        self.languages, chosen = min(searches, key=lambda entry: entry[1].cost())
        chosen.run(steps)
        self.was_stopped = any(search.was_stopped for _, search in searches)
        return chosen.plan

    def _search(self, way: Languages) -> Iterator[tuple[Languages, Search]]:
        """A search from a first plan, if there is one."""
        model = model_of(self.problem, [way] * self.problem.round_count if way else ())
        with suppress(NoPlacementError):
            plan = first_plan(self.problem, self.random, model.allowed)
            yield way, Search(model, plan, self.random, stop=self.stop, report=self.report)


def _spaced(ways: tuple[Languages, ...]) -> list[Languages]:
    """A few ways from all parts of the list."""
    count = min(len(ways), MOST_WAYS)
    return [ways[position * len(ways) // count] for position in range(count)] if count else []


def _no_group_fits(problem: CafeProblem) -> tuple[Broken, ...]:
    return tuple(Broken("together", 1, group) for group in problem.groups)


def _exactly(problem: CafeProblem, broken: tuple[Broken, ...]) -> Rounds:
    """Where the search kept breaking rules, a small hall is searched completely. Raises NotPossible."""
    exact = exact_plan(problem)
    if exact.rounds is not None:
        return exact.rounds
    kinds = tuple(dict.fromkeys(rule.kind for rule in broken))
    people = dict.fromkeys(identity for rule in broken for identity in rule.people)
    code = "no_seating" if exact.is_proven else "not_found"
    raise NotPossible((obstacle(problem, code, people, kinds=kinds, count=len(broken)),))
