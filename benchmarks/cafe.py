"""How good the groups of a world café are and how long they take, beside seating people at random."""

from __future__ import annotations

from random import Random
from statistics import mean
from time import perf_counter
from typing import Any

from benchmarks.one_line import say
from facilitation.cafe.engine import group
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.score import Figures, Rounds, figures
from facilitation.cafe.tables import table_sizes_for

CASES = ((119, 15, 3), (300, 30, 4))
"""People, tables, rounds."""
SECONDS = 3.0
RANDOM_SEATINGS = 20
SECTORS = {
    "civil_society": 35,
    "local_government": 37,
    "regional_state": 16,
    "central_government": 7,
    "international": 5,
}
"""How many of a hundred people come from each sector."""
DISTRICTS = 12
TARGETS = {
    "119_repeats": 0.0,
    "300_repeats": 0.0,
    "119_seconds": 5.0,
    "300_seconds": 5.0,
    "119_imbalance_over_least": 0.05,
    "300_imbalance_over_least": 0.05,
}


def main() -> None:
    """Group both cases and seat them at random; print the line."""
    found: dict[str, float] = {}
    by_chance: dict[str, Any] = {
        "what": f"the mean of {RANDOM_SEATINGS} random seatings with the same tables and hosts"
    }
    for people, tables, rounds in CASES:
        problem = a_problem(people, tables, rounds)
        start = perf_counter()
        reached = group(problem, seed=1, seconds=SECONDS).figures
        found |= {f"{people}_seconds": round(perf_counter() - start, 2), **_said(people, reached)}
        chance = [figures(problem, random_rounds(problem, Random(seed))) for seed in range(RANDOM_SEATINGS)]
        by_chance |= _means([_said(people, seating) for seating in chance])
        by_chance[f"{people}_unique_ratio"] = round(found[f"{people}_unique"] / by_chance[f"{people}_unique"], 3)
    say("cafe", figures=found, targets=TARGETS, cases=CASES, naive=by_chance)


def a_problem(people: int, tables: int, rounds: int) -> CafeProblem:
    """So many people of five sectors and twelve districts; the first ones are the hosts of the tables."""
    random = Random(people)
    sectors = random.choices(list(SECTORS), weights=list(SECTORS.values()), k=people)
    seated = tuple(
        CafePerson(f"person-{number}", (("sector", sector), ("district", f"district-{random.randrange(DISTRICTS)}")))
        for number, sector in enumerate(sectors)
    )
    return CafeProblem(
        people=seated,
        round_count=rounds,
        table_sizes=table_sizes_for(people, tables=tables),
        hosts=tuple(person.id for person in seated[:tables]),
        balanced_by=("sector", "district"),
    )


def random_rounds(problem: CafeProblem, random: Random) -> Rounds:
    """Everybody but the hosts drawn to a table by lot, round by round."""
    return tuple(_random_round(problem, random) for _ in range(problem.round_count))


def _random_round(problem: CafeProblem, random: Random) -> tuple[tuple[str, ...], ...]:
    guests = [identity for identity in problem.ids if identity not in problem.host_table]
    random.shuffle(guests)
    waiting = iter(guests)
    return tuple(
        (host, *(next(waiting) for _ in range(size - 1)))
        for host, size in zip(problem.hosts, problem.table_sizes, strict=True)
    )


def _said(people: int, reached: Figures) -> dict[str, float]:
    """The figures by which plans are compared; imbalance is counted beyond what no plan can go below."""
    sector = reached.columns[0]
    return {
        f"{people}_possible": reached.possible_meetings,
        f"{people}_unique": reached.unique_meetings,
        f"{people}_repeats": reached.repeated_meetings,
        f"{people}_imbalance_over_least": round(sector.distance - sector.least, 4),
    }


def _means(seatings: list[dict[str, float]]) -> dict[str, float]:
    return {key: round(mean(seating[key] for seating in seatings), 4) for key in seatings[0]}


if __name__ == "__main__":
    main()
