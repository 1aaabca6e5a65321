"""How good the groups of a world café are and how long they take, beside a random and a plain greedy seating.

Every hall is grouped with ten seeds, in processor seconds of this process. ``--quick`` takes two seeds and the halls
of up to 300 people.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random
from statistics import mean
from time import process_time
from typing import Any

from benchmarks.one_line import say
from facilitation.cafe.broken import Rounds, broken_rules
from facilitation.cafe.engine import group
from facilitation.cafe.grids import without_repeats
from facilitation.cafe.known_rounds import KNOWN_ROUNDS
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.repair import Disruption, repair
from facilitation.cafe.score import Figures, figures
from facilitation.cafe.tables import table_sizes_for

SECONDS = 10.0
"""What the search of a grouping may take; most end far earlier, when nothing is left to gain."""
FULL_SECONDS = 2.5
"""The same for the hall with every kind of rule, where something always is."""
SEEDS = 10
UNEVEN = (10, 10, 10, 9, 9, 8, 8, 8, 8, 8, 7, 7, 6, 6, 5)
SECTORS = (("civil_society", 0.45), ("government", 0.35), ("international", 0.2))


@dataclass(frozen=True, slots=True)
class Hall:
    """A hall to group: table sizes, rounds, and the targets in seconds and balance (0 = none)."""

    name: str
    sizes: tuple[int, ...]
    rounds: int
    seconds: float
    balance: float = 0.0


HALLS = (
    Hall("28", (4,) * 7, 5, 0.5),
    Hall("88", (8,) * 11, 4, 0.5, 0.079),
    Hall("119", table_sizes_for(119, tables=15), 3, 0.5, 0.079),
    Hall("119u", UNEVEN, 3, 0.5, 0.060),
    Hall("108", (9,) * 12, 4, 0.5, 0.045),
    Hall("300", (10,) * 30, 4, 0.5, 0.050),
    Hall("1000", (10,) * 100, 3, 2.0, 0.050),
    Hall("2000", (8,) * 250, 4, 2.0, 0.080),
    Hall("15_kirkman", (3,) * 5, 7, 1.0),
    Hall("32_9_rounds", (4,) * 8, 9, 0.1),
)
BALANCED_SECONDS = 5.0
TEN_ROUNDS = Hall("32_10_rounds", (4,) * 8, 10, 5.0)


def main() -> None:
    """Group, mend and compare; print the line."""
    quick = "--quick" in sys.argv
    halls = [hall for hall in HALLS if not quick or sum(hall.sizes) <= 300]
    seeds = range(1, 3 if quick else SEEDS + 1)
    found: dict[str, Any] = {}
    naive: dict[str, Any] = {
        "what": "mean of three plans: seats by lot, and each in turn at the table of most strangers"
    }
    for hall in halls:
        _plain(hall, seeds, found, naive)
        if hall.balance:
            _balanced(hall, seeds, found, naive)
    _ten_rounds(seeds, found)
    _golfers(found)
    _full_hall(seeds, found, naive)
    _repairs(20 if quick else 200, found)
    say("cafe", figures=found, targets=_targets(halls), naive=naive, seeds=len(seeds))


def a_hall(hall: Hall, *, balanced: bool) -> CafeProblem:
    """People of three sectors, mixed by lot."""
    count = sum(hall.sizes)
    sectors = [sector for sector, share in SECTORS for _ in range(round(count * share))]
    sectors = (sectors + [SECTORS[-1][0]] * count)[:count]
    Random(count).shuffle(sectors)
    people = tuple(CafePerson(f"p{place}", (("sector", sector),)) for place, sector in enumerate(sectors))
    return CafeProblem(people, hall.rounds, hall.sizes, balanced_by=("sector",) if balanced else ())


def _timed(problem: CafeProblem, seed: int, seconds: float = SECONDS) -> tuple[float, Figures]:
    start = process_time()
    reached = group(problem, seed=seed, seconds=seconds).figures
    return process_time() - start, reached


def _plain(hall: Hall, seeds: Iterable[int], found: dict[str, Any], naive: dict[str, Any]) -> None:
    problem = a_hall(hall, balanced=False)
    runs = [_timed(problem, seed) for seed in seeds]
    found |= {
        f"{hall.name}_repeats": max(reached.repeated_meetings for _, reached in runs),
        f"{hall.name}_seconds": round(max(seconds for seconds, _ in runs), 3),
        f"{hall.name}_most_met_over_least": max(
            reached.most_new_people - reached.least_new_people for _, reached in runs
        ),
    }
    for name, seated in _naive_plans(problem):
        naive[f"{hall.name}_repeats_{name}"] = round(mean(reached.repeated_meetings for reached in seated), 1)


def _balanced(hall: Hall, seeds: Iterable[int], found: dict[str, Any], naive: dict[str, Any]) -> None:
    problem = a_hall(hall, balanced=True)
    runs = [_timed(problem, seed) for seed in seeds]
    found |= {
        f"{hall.name}_balanced_repeats": max(reached.repeated_meetings for _, reached in runs),
        f"{hall.name}_balance": round(max(reached.balance for _, reached in runs), 4),
        f"{hall.name}_balanced_seconds": round(max(seconds for seconds, _ in runs), 3),
    }
    for name, seated in _naive_plans(problem):
        naive[f"{hall.name}_balance_{name}"] = round(mean(reached.balance for reached in seated), 4)


def _naive_plans(problem: CafeProblem) -> list[tuple[str, list[Figures]]]:
    plans = (("random", random_rounds, 3), ("greedy", greedy_rounds, 3 if len(problem.people) <= 300 else 1))
    return [
        (name, [figures(problem, seat(problem, Random(seed))) for seed in range(count)]) for name, seat, count in plans
    ]


def random_rounds(problem: CafeProblem, random: Random) -> Rounds:
    """Everybody there drawn to a seat by lot, round by round."""
    return tuple(_by_lot(problem, number, random) for number in problem.rounds)


def _by_lot(problem: CafeProblem, number: int, random: Random) -> tuple[tuple[str, ...], ...]:
    people = iter(random.sample(problem.present(number), len(problem.present(number))))
    return tuple(tuple(next(people) for _ in range(size)) for size in problem.sizes(number))


def greedy_rounds(problem: CafeProblem, random: Random) -> Rounds:
    """In each round everybody in turn sits down at the table where they have met the fewest."""
    met: dict[str, set[str]] = {identity: set() for identity in problem.ids}
    rounds = []
    for number in problem.rounds:
        tables: list[list[str]] = [[] for _ in problem.tables]
        for one in random.sample(problem.present(number), len(problem.present(number))):
            open_ = [people for people, size in zip(tables, problem.sizes(number), strict=True) if len(people) < size]
            min(open_, key=lambda people: (sum(other in met[one] for other in people), len(people))).append(one)
        for people in tables:
            for one in people:
                met[one].update(people)
        rounds.append(tuple(map(tuple, tables)))
    return tuple(rounds)


def _ten_rounds(seeds: Iterable[int], found: dict[str, Any]) -> None:
    """The hall of 32 in ten rounds: repeats of the first moment, and in the end."""
    problem = a_hall(TEN_ROUNDS, balanced=False)
    runs = [_timed(problem, seed) for seed in seeds]
    found["32_10_rounds_repeats"] = max(reached.repeated_meetings for _, reached in runs)
    found["32_10_rounds_best_repeats"] = min(reached.repeated_meetings for _, reached in runs)
    found["32_10_rounds_seconds"] = round(max(seconds for seconds, _ in runs), 3)


def _golfers(found: dict[str, Any]) -> None:
    """How many of the best known numbers of rounds of up to ten tables are reached without a repeat."""
    start = process_time()
    reached = [
        without_repeats(tables, size, rounds, Random(1), stays=False) is not None
        for (tables, size), rounds in BEST_KNOWN.items()
    ]
    found |= {"golfers_missed": reached.count(False), "golfers_seconds": round(process_time() - start, 2)}


BEST_KNOWN = {
    **{(order, size): order for order in (4, 5, 7, 8, 9) for size in range(3, order)},
    **{hall: len(lines) for hall, lines in KNOWN_ROUNDS.items()},
    **{(order, order): order + 1 for order in (3, 4, 5, 7, 8, 9)},
    (9, 3): 13, (8, 4): 10, (6, 6): 3, (10, 5): 9, (10, 6): 7, (10, 7): 7, (10, 8): 5,
}  # fmt: skip
"""The most rounds known for the social golfer problem up to ten tables."""


def a_full_hall(seed: int) -> CafeProblem:
    """120 people, 15 tables, 4 rounds, 15 hosts, 30 pairs apart, 10 together, a tenth away per round, two languages."""
    random = Random(seed)
    spoken = ["sq"] * 60 + ["sq,en"] * 48 + ["en"] * 12
    sectors = ["civil_society"] * 54 + ["government"] * 42 + ["international"] * 24
    random.shuffle(spoken)
    random.shuffle(sectors)
    ids = [f"p{place}" for place in range(120)]
    people = tuple(
        CafePerson(one, (("sector", sector), ("district", f"D{random.randrange(12)}"), ("language", said)))
        for one, sector, said in zip(ids, sectors, spoken, strict=True)
    )
    hosts = random.sample(ids, 15)
    guests = [one for one in ids if one not in hosts]
    together = _pairs(random, guests, 10, lambda one, other: _understand(spoken, one, other))
    apart = _pairs(random, guests, 30, lambda one, other: (one, other) not in together, again=True)
    return CafeProblem(
        people,
        4,
        (8,) * 15,
        hosts=tuple(hosts),
        balanced_by=("sector", "district"),
        apart=apart,
        together=together,
        absent=tuple((one, number) for number in range(1, 5) for one in random.sample(guests, 12)),
        language_column="language",
    )


def _understand(spoken: list[str], one: str, other: str) -> bool:
    return bool(set(spoken[int(one[1:])].split(",")) & set(spoken[int(other[1:])].split(",")))


def _pairs(
    random: Random, people: list[str], count: int, fits: Callable[[str, str], bool], *, again: bool = False
) -> tuple[tuple[str, str], ...]:
    """So many pairs of people; nobody in two of them unless ``again``."""
    left, pairs = list(people), dict[tuple[str, str], None]()
    while len(pairs) < count:
        one, other = sorted(random.sample(left, 2))
        if fits(one, other):
            pairs[one, other] = None
            left = left if again else [person for person in left if person not in (one, other)]
    return tuple(pairs)


def _full_hall(seeds: Iterable[int], found: dict[str, Any], naive: dict[str, Any]) -> None:
    runs = [(a_full_hall(seed), *_timed(a_full_hall(seed), seed, FULL_SECONDS)) for seed in seeds]
    meetings = [reached.unique_meetings + reached.repeated_meetings for _, _, reached in runs]
    shares = [
        (reached.repeated_meetings - reached.wanted_repeats) / total
        for (_, _, reached), total in zip(runs, meetings, strict=True)
    ]
    found |= {
        "120_rules_broken": sum(len(reached.broken) for _, _, reached in runs),
        "120_repeat_share": round(max(shares), 4),
        "120_repeat_share_mean": round(mean(shares), 4),
        "120_seconds": round(max(seconds for _, seconds, _ in runs), 2),
        "120_sector_balance": round(max(reached.columns[0].distance for _, _, reached in runs), 4),
        "120_district_balance": round(max(reached.columns[1].distance for _, _, reached in runs), 4),
    }
    problem = runs[0][0]
    for name, seat in (("random", random_rounds), ("greedy", greedy_rounds)):
        rounds = seat(problem, Random(1))
        reached = figures(problem, rounds)
        total = reached.unique_meetings + reached.repeated_meetings
        naive[f"120_rules_broken_{name}"] = len(broken_rules(problem, rounds))
        naive[f"120_repeat_share_{name}"] = round(reached.repeated_meetings / total, 4)


def _repairs(count: int, found: dict[str, Any]) -> None:
    """30 % of 120 are missing after the first of four rounds; tables of eight need at least four."""
    hall = replace(
        a_hall(Hall("120", (8,) * 15, 4, 0.0), balanced=True),
        least_sizes=(4,) * 15,
        hosts=tuple(f"p{place}" for place in range(15)),
    )
    rounds = group(hall, seed=1, seconds=SECONDS).rounds
    runs = [_one_repair(hall, rounds, seed) for seed in range(count)]
    found |= {
        "repair_rules_broken": sum(broken for _, broken, _, _ in runs),
        "repair_worst_moves_over_people_at_broken_tables": round(
            max(moves / max(1, people) for _, _, moves, people in runs), 3
        ),
        "repair_moves_mean": round(mean(moves for _, _, moves, _ in runs), 2),
        "repair_people_at_broken_tables_mean": round(mean(people for _, _, _, people in runs), 2),
        "repair_seconds": round(max(seconds for seconds, _, _, _ in runs), 3),
    }


def _one_repair(problem: CafeProblem, rounds: Rounds, seed: int) -> tuple[float, int, int, int]:
    """Seconds, broken rules, people with a new card, people at tables that had become too empty."""
    missing = set(Random(seed).sample(problem.ids, 36))
    start = process_time()
    mended = repair(problem, rounds, Disruption(2, missing=tuple(sorted(missing))), seed=seed)
    seconds = process_time() - start
    left = [set(table) - missing for tables in rounds[1:] for table in tables]
    at_broken = set().union(*(people for people in left if 0 < len(people) < 4))
    broken = [rule for rule in broken_rules(mended.problem, mended.rounds) if rule.round != 1]
    return seconds, len(broken), len(mended.new_cards), len(at_broken)


def _targets(halls: Iterable[Hall]) -> dict[str, float]:
    targets: dict[str, float] = {}
    for hall in halls:
        targets |= {f"{hall.name}_repeats": 0, f"{hall.name}_seconds": hall.seconds}
        if hall.balance:
            targets |= {
                f"{hall.name}_balanced_repeats": 0,
                f"{hall.name}_balance": hall.balance,
                f"{hall.name}_balanced_seconds": BALANCED_SECONDS,
            }
    return targets | {
        "32_10_rounds_best_repeats": 16,
        "golfers_missed": 1,
        "120_rules_broken": 0,
        "120_repeat_share": 0.02,
        "120_seconds": 5.0,
        "repair_rules_broken": 0,
        "repair_worst_moves_over_people_at_broken_tables": 1.0,
        "repair_seconds": 1.0,
    }


if __name__ == "__main__":
    main()
