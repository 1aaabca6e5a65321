"""Counts what a plan gives its people; knows nothing of how the plan was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import combinations, pairwise
from math import comb, floor
from statistics import mean, median
from typing import Any

from facilitation.cafe.broken import Rounds, broken_rules
from facilitation.cafe.problem import CafeProblem, Pair


@dataclass(frozen=True, slots=True)
class ColumnBalance:
    """How far the tables are from the mix of the whole event in one column.

    ``distance`` is the mean over tables and rounds of half the summed differences of shares (0 = every table
    mirrors the event, 1 = nothing in common); ``least`` is what no plan can go below, people being whole.
    """

    column: str
    distance: float
    least: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What a plan reached.

    A *meeting* is two people at one table in one round. ``possible_meetings``: different pairs that could meet at
    most; ``unique_meetings``: that do; ``repeated_meetings``: meetings beyond a pair's first, ``wanted_repeats`` of
    them asked for by keep-together rules. ``balance`` is the distance of the first column (0.0 without columns).
    ``…_new_people`` count the different others a person meets. ``table_changes`` are those of people with access
    needs. ``broken`` counts broken rules by kind (``facilitation.cafe.broken``); a plan of the engine has none.
    """

    possible_meetings: int
    unique_meetings: int
    repeated_meetings: int
    wanted_repeats: int
    balance: float
    columns: tuple[ColumnBalance, ...]
    least_new_people: int
    median_new_people: float
    most_new_people: int
    mean_new_people: float = 0.0
    table_changes: int = 0
    broken: tuple[tuple[str, int], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The figures by name, for JSON."""
        return asdict(self)


def figures(problem: CafeProblem, rounds: Rounds) -> Figures:
    """The figures of a plan for this problem."""
    meetings = Counter(pair for tables in rounds for table in tables for pair in pairs_of(table))
    met = Counter(identity for pair in meetings for identity in pair)
    new_people = [met[identity] for identity in problem.ids]
    together = {pair for group in problem.groups for pair in pairs_of(group)}
    columns = tuple(_column_balance(problem, rounds, column) for column in problem.balanced_by)
    return Figures(
        possible_meetings=_possible(problem, rounds),
        unique_meetings=len(meetings),
        repeated_meetings=meetings.total() - len(meetings),
        wanted_repeats=sum(count - 1 for pair, count in meetings.items() if pair in together),
        balance=columns[0].distance if columns else 0.0,
        columns=columns,
        least_new_people=min(new_people),
        median_new_people=median(new_people),
        most_new_people=max(new_people),
        mean_new_people=round(mean(new_people), 3),
        table_changes=sum(_changes(rounds, identity) for identity in problem.access),
        broken=tuple(sorted(Counter(rule.kind for rule in broken_rules(problem, rounds)).items())),
    )


def _changes(rounds: Rounds, identity: str) -> int:
    """How often a person changes tables from one round to the next in which they are there."""
    tables = [table for tables in rounds for table, people in enumerate(tables) if identity in people]
    return sum(before != after for before, after in pairwise(tables))


def pairs_of(table: tuple[str, ...]) -> Iterator[Pair]:
    """Every two people of a table, each pair in one order."""
    return combinations(sorted(table), 2)


def _possible(problem: CafeProblem, rounds: Rounds) -> int:
    """The smaller of: pairs that may ever meet, and pairs of seats the tables offer."""
    seats = sum(comb(len(table), 2) for tables in rounds for table in tables)
    return min(seats, _pairs_that_may_meet(problem))


def _pairs_that_may_meet(problem: CafeProblem) -> int:
    """How many pairs are there in a common round, are not kept apart and do not both stay as hosts."""
    there = dict.fromkeys(problem.ids, 0)
    for number in problem.rounds:
        for identity in problem.present(number):
            there[identity] |= 1 << number
    alike = Counter(there.values())
    pairs = sum(comb(count, 2) for rounds, count in alike.items() if rounds)
    pairs += sum(alike[one] * alike[other] for one, other in combinations(alike, 2) if one & other)
    barred = {tuple(sorted(pair)) for pair in problem.all_apart} | set(pairs_of(tuple(problem.host_table)))
    return pairs - sum(1 for one, other in barred if there[one] & there[other])


def _column_balance(problem: CafeProblem, rounds: Rounds, column: str) -> ColumnBalance:
    value = {person.id: person.value(column) for person in problem.people}
    mix = {each: count / len(value) for each, count in Counter(value.values()).items()}
    tables = [table for round_tables in rounds for table in round_tables if table]
    return ColumnBalance(
        column,
        distance=mean(_distance(Counter(value[identity] for identity in table), mix) for table in tables),
        least=mean(_least_distance(mix, len(table)) for table in tables),
    )


def _distance(counts: Counter[str], mix: dict[str, float]) -> float:
    size = counts.total()
    return sum(abs(counts[each] / size - share) for each, share in mix.items()) / 2


def _least_distance(mix: dict[str, float], size: int) -> float:
    """The distance of the best table of this size: whole people by the largest remainder."""
    whole = Counter({each: floor(share * size + 1e-9) for each, share in mix.items()})
    by_remainder = sorted(mix, key=lambda each: whole[each] - mix[each] * size)
    whole.update(by_remainder[: size - whole.total()])
    return _distance(whole, mix)
