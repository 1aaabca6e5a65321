"""A plan is mended on the day: rounds held stay, tables are filled, the fewest people get a new card."""

from __future__ import annotations

from itertools import combinations, product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.cafe.broken import Rounds, broken_rules
from facilitation.cafe.engine import group
from facilitation.cafe.obstacles import NotPossible
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.repair import Disruption, Repair, repair
from tests.cafe.problems import a_problem


def a_plan(people: int = 20, *, tables: int = 5, **fields: Any) -> tuple[CafeProblem, Rounds]:
    problem = a_problem(people, tables=tables, **fields)
    return problem, group(problem, seed=1, seconds=0.1).rounds


def broken_after(repaired: Repair, from_round: int) -> list[str]:
    found = broken_rules(repaired.problem, repaired.rounds)
    return [rule.kind for rule in found if rule.round == 0 or rule.round >= from_round]


def test_nobody_moves_while_every_table_has_enough() -> None:
    problem, rounds = a_plan()

    repaired = repair(problem, rounds, Disruption(2, missing=(rounds[1][0][0],)))

    assert repaired.new_cards == ()
    assert repaired.rounds[0] == rounds[0]
    assert sum(map(len, repaired.rounds[1])) == 19


def test_one_who_comes_late_gets_the_only_new_card() -> None:
    problem, rounds = a_plan(table_sizes=(5, 5, 5, 5))

    repaired = repair(
        problem, rounds, Disruption(2, missing=(rounds[1][0][0],), late=(CafePerson("late", (("sector", "donor"),)),))
    )

    assert repaired.new_cards == ("late",)
    assert broken_after(repaired, 2) == []
    assert "late" not in str(repaired.rounds[0])


def test_a_lost_table_moves_those_who_would_have_sat_there() -> None:
    problem, rounds = a_plan(20, table_sizes=(5,) * 5, rounds=2)

    repaired = repair(problem, rounds, Disruption(2, lost_tables=(3,)))

    assert set(repaired.new_cards) == set(rounds[1][2])
    assert repaired.rounds[1][2] == ()
    assert broken_after(repaired, 2) == []


def test_a_table_without_its_host_gets_a_stand_in_who_sits_there() -> None:
    problem, rounds = a_plan(20, hosts=("p0", "p1", "p2", "p3", "p4"), rounds=3)

    repaired = repair(problem, rounds, Disruption(2, missing=("p3",)))

    assert [(number, table) for number, table, _ in repaired.stand_ins] == [(2, 4), (3, 4)]
    assert all(one in repaired.rounds[number - 1][table - 1] for number, table, one in repaired.stand_ins)


def test_figures_stand_beside_the_old_ones() -> None:
    problem, rounds = a_plan()

    repaired = repair(problem, rounds, Disruption(2, missing=("p1", "p2", "p3")))

    assert repaired.before.unique_meetings > repaired.after.unique_meetings
    assert repaired.after.broken == ()


def test_more_late_people_than_seats_are_refused() -> None:
    problem, rounds = a_plan()

    with pytest.raises(NotPossible) as refused:
        repair(problem, rounds, Disruption(2, late=(CafePerson("late"),)))

    assert refused.value.obstacles[0].code == "too_few_seats"


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), lost=st.booleans(), gone=st.integers(1, 12))
def test_any_disruption_leaves_the_past_alone_and_every_rule_kept(seed: int, lost: bool, gone: int) -> None:
    problem = a_problem(
        30, table_sizes=(7,) * 6, least_sizes=(3,) * 6, hosts=("p0", "p1"), apart=(("p4", "p9"), ("p10", "p20")),
        together=(("p5", "p6"),),
    )  # fmt: skip
    rounds = group(problem, seed=2, seconds=0.1).rounds
    missing = tuple(Random(seed).sample([one for one in problem.ids if one not in ("p0", "p1")], gone))

    repaired = repair(problem, rounds, Disruption(2, missing=missing, lost_tables=(6,) if lost else ()))

    assert repaired.rounds[0] == rounds[0]
    assert broken_after(repaired, 2) == []
    assert not set(repaired.new_cards) & set(missing)


def fewest_cards(rounds: Rounds, missing: tuple[str, ...], least: int, most: int) -> int:
    """Every set of people, from small to large, with every seat for them: the slow truth for tiny halls."""
    left = [[[one for one in table if one not in missing] for table in tables] for tables in rounds[1:]]
    people = sorted({one for tables in left for table in tables for one in table})
    for count in range(len(people) + 1):
        for movers in combinations(people, count):
            if all(_can_fill(tables, set(movers), least, most) for tables in left):
                return count
    raise AssertionError("everybody may move")


def _can_fill(tables: list[list[str]], movers: set[str], least: int, most: int) -> bool:
    staying = [len(set(table) - movers) for table in tables]
    moving = sum(map(len, tables)) - sum(staying)
    return any(
        all(least <= stay + came <= most or stay + came == 0 for stay, came in zip(staying, coming, strict=True))
        for coming in product(range(moving + 1), repeat=len(tables))
        if sum(coming) == moving
    )


@pytest.mark.parametrize("seed", range(25))
def test_no_smaller_set_of_people_would_do(seed: int) -> None:
    problem = a_problem(12, table_sizes=(4, 4, 4), least_sizes=(3, 3, 3), rounds=3, balanced_by=())
    rounds = group(problem, seed=seed, seconds=0.05).rounds
    missing = tuple(Random(seed).sample(problem.ids, 3 + seed % 3))

    repaired = repair(problem, rounds, Disruption(2, missing=missing))

    assert len(repaired.new_cards) == fewest_cards(rounds, missing, 3, 4)
    assert broken_after(repaired, 2) == []
