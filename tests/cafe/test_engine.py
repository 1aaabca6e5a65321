"""Plans of the engine: rules always hold, the same seed gives the same plan, large halls are grouped well."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.cafe.broken import Rounds
from facilitation.cafe.broken import broken_rules as rules_broken
from facilitation.cafe.engine import group
from facilitation.cafe.exact import exact_plan
from facilitation.cafe.obstacles import NotPossible
from facilitation.cafe.problem import CafeProblem
from facilitation.cafe.search import Progress
from facilitation.cafe.tables import table_sizes_for
from facilitation.errors import InvalidInput
from tests.cafe.problems import a_problem, broken_rules
from tests.cafe.sample_halls import UNEVEN

QUICK = 0.02


@st.composite
def problems(draw: st.DrawFn) -> CafeProblem:
    """Small cafés with hosts, absences, apart and together rules; some of them impossible."""
    people = draw(st.integers(4, 26))
    tables = draw(st.integers(1, people // 2))
    rounds = draw(st.integers(1, 4))
    ids = [f"p{number}" for number in range(people)]
    pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda both: both[0] != both[1])
    host_count = draw(st.integers(0, tables))
    return a_problem(
        people,
        tables=tables,
        rounds=rounds,
        balanced_by=draw(st.sampled_from([(), ("sector",), ("district", "sector")])),
        hosts=tuple(draw(st.permutations(ids))[:host_count]),
        apart=tuple(draw(st.lists(pair, max_size=6))),
        together=tuple(draw(st.lists(pair, max_size=4))),
        absent=tuple(draw(st.lists(st.tuples(st.sampled_from(ids), st.integers(1, rounds)), max_size=4))),
    )


@settings(max_examples=80, deadline=None)
@given(problem=problems(), seed=st.integers(0, 2**32))
def test_every_plan_keeps_every_rule(problem: CafeProblem, seed: int) -> None:
    try:
        grouping = group(problem, seed=seed, seconds=QUICK)
    except InvalidInput:
        return  # which problems are refused is the matter of test_obstacles and test_problem

    assert broken_rules(problem, grouping.rounds) == []


@settings(max_examples=20, deadline=None)
@given(problem=problems(), seed=st.integers(0, 2**32))
def test_same_problem_and_seed_give_the_same_plan(problem: CafeProblem, seed: int) -> None:
    try:
        once = group(problem, seed=seed, seconds=QUICK)
    except InvalidInput:
        return

    assert group(problem, seed=seed, seconds=QUICK) == once


def test_another_seed_gives_another_plan() -> None:
    problem = a_problem(40, tables=8)

    assert group(problem, seed=1, seconds=QUICK).rounds != group(problem, seed=2, seconds=QUICK).rounds


def test_meetings_in_the_figures_are_those_of_the_plan() -> None:
    grouping = group(a_problem(23, tables=4, rounds=4), seed=7, seconds=QUICK)

    met = Counter(frozenset(pair) for tables in grouping.rounds for table in tables for pair in combinations(table, 2))
    assert grouping.figures.unique_meetings == len(met)
    assert grouping.figures.repeated_meetings == met.total() - len(met)


def test_one_table_seats_everybody_at_it() -> None:
    grouping = group(a_problem(5, tables=1, rounds=2), seed=1)

    assert grouping.rounds == ((("p0", "p1", "p2", "p3", "p4"),),) * 2
    assert grouping.figures.repeated_meetings == 10


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("people", "tables", "rounds"), [(28, 7, 5), (88, 11, 4), (119, 15, 3), (108, 12, 4), (300, 30, 4)]
)
def test_large_halls_meet_nobody_twice_and_mix_well(people: int, tables: int, rounds: int, seed: int) -> None:
    problem = a_problem(people, tables=tables, rounds=rounds)

    reached = group(problem, seed=seed, seconds=0.5).figures

    assert reached.repeated_meetings == 0
    assert reached.balance - reached.columns[0].least <= 0.04


def test_strongly_uneven_tables_meet_nobody_twice() -> None:
    sizes = (10, 10, 10, 9, 9, 8, 8, 8, 8, 8, 7, 7, 6, 6, 5)

    grouping = group(a_problem(119, table_sizes=sizes), seed=1, seconds=0.3)

    assert grouping.figures.repeated_meetings == 0
    assert [tuple(map(len, tables)) for tables in grouping.rounds] == [sizes] * 3


def test_fewest_repeats_where_some_cannot_be_avoided() -> None:
    # Five people leave one table for four tables: at least two of them meet again, at each table, in each later round.
    grouping = group(a_problem(20, tables=4, rounds=4), seed=1)

    assert grouping.figures.repeated_meetings == 12


def test_a_hall_with_every_kind_of_rule_is_grouped() -> None:
    problem = a_problem(
        120,
        tables=15,
        rounds=4,
        balanced_by=("sector", "district"),
        hosts=tuple(f"p{table}" for table in range(15)),
        apart=tuple((f"p{number}", f"p{number + 31}") for number in range(30)),
        together=tuple((f"p{number}", f"p{number + 1}") for number in range(80, 100, 2)),
        absent=tuple((f"p{15 + number * 2}", 1 + number % 4) for number in range(48)),
    )

    grouping = group(problem, seed=1, seconds=0.5)

    assert broken_rules(problem, grouping.rounds) == []
    assert grouping.figures.repeated_meetings - grouping.figures.wanted_repeats <= 0.02 * 120 * 7 * 4 / 2


def test_impossible_rules_are_refused_not_relaxed() -> None:
    problem = replace(a_problem(10, tables=2), apart=(("p0", "p1"), ("p1", "p2"), ("p0", "p2")))

    with pytest.raises(NotPossible) as refused:
        group(problem, seed=1)

    assert [obstacle.code for obstacle in refused.value.obstacles] == ["all_apart"]


@st.composite
def halls(draw: st.DrawFn) -> CafeProblem:
    """Small halls with every kind of rule; many of them impossible."""
    people, tables, rounds = draw(st.integers(6, 12)), draw(st.integers(2, 3)), draw(st.integers(1, 3))
    ids = [f"p{number}" for number in range(people)]
    one = st.sampled_from(ids)
    number, table = st.integers(1, rounds), st.integers(1, tables)
    theme = st.sampled_from("ab"[: min(tables, 2)])
    spoken = draw(st.lists(st.sampled_from(["sq", "sq", "sq,en", "en", ""]), min_size=people, max_size=people))
    absent = tuple(draw(st.lists(st.tuples(one, number), max_size=2, unique=True)))
    pins = draw(st.lists(st.tuples(one, number, table), max_size=2, unique_by=lambda pin: pin[:2]))
    base = a_problem(people, tables=tables, rounds=rounds, balanced_by=draw(st.sampled_from([(), ("sector",)])))
    speaking = tuple(
        replace(person, attributes=(*person.attributes, ("language", said)))
        for person, said in zip(base.people, spoken, strict=True)
    )
    return replace(
        base,
        people=speaking,
        apart_by=draw(st.sampled_from([(), (), ("district",)])),
        pinned=tuple(pin for pin in pins if pin[:2] not in absent),
        absent=absent,
        together=tuple(draw(st.lists(st.tuples(one, one).filter(lambda pair: pair[0] != pair[1]), max_size=2))),
        observers=tuple(draw(st.lists(one, max_size=4, unique=True))),
        access=tuple(draw(st.lists(one, max_size=2, unique=True))),
        language_column=draw(st.sampled_from(["", "language"])),
        themes=tuple("abc"[:tables]),
        must_visit=tuple(draw(st.lists(st.tuples(one, theme), max_size=3, unique=True))),
        may_visit=tuple(draw(st.lists(st.tuples(one, theme), max_size=1, unique=True))),
        no_theme_twice=draw(st.booleans()),
    )


def the_plan(problem: CafeProblem, seed: int) -> tuple[Rounds | None, list[str]]:
    """What the engine makes of a problem: a plan, or the codes of what stands in the way."""
    try:
        return group(problem, seed=seed, seconds=QUICK).rounds, []
    except NotPossible as refused:
        return None, [obstacle.code for obstacle in refused.obstacles]


@settings(max_examples=40, deadline=None)
@given(problem=halls(), seed=st.integers(0, 99))
def test_rules_hold_wherever_a_complete_search_finds_they_can(problem: CafeProblem, seed: int) -> None:
    rounds, codes = the_plan(problem, seed)

    assert "not_found" not in codes
    assert rounds is not None or "no_seating" in codes or exact_plan(problem).rounds is None
    assert rounds is None or rules_broken(problem, rounds) == ()


def test_no_plan_of_a_tiny_hall_repeats_less_than_the_engine_does() -> None:
    problem = a_problem(6, table_sizes=(3, 3), rounds=3, balanced_by=())
    splits = [frozenset(chosen) for chosen in combinations(problem.ids, 3) if "p0" in chosen]

    least = min(_repeats(problem, plan) for plan in product(splits, repeat=3))

    assert group(problem, seed=1).figures.repeated_meetings == least


def _repeats(problem: CafeProblem, plan: tuple[frozenset[str], ...]) -> int:
    tables = [table for chosen in plan for table in (sorted(chosen), sorted(set(problem.ids) - chosen))]
    met = Counter(pair for table in tables for pair in combinations(table, 2))
    return met.total() - len(met)


def test_people_at_tables_of_many_sizes_meet_about_as_many() -> None:
    figures = group(a_problem(119, table_sizes=UNEVEN), seed=1, seconds=0.3).figures

    assert figures.most_new_people - figures.least_new_people <= 2


def test_tables_may_differ_by_round() -> None:
    sizes = ((4, 4, 4), (6, 6, 0))

    rounds = group(a_problem(12, table_sizes=(6, 6, 4), rounds=2, round_sizes=sizes), seed=1, seconds=QUICK).rounds

    assert tuple(tuple(map(len, tables)) for tables in rounds) == sizes


@st.composite
def sizes_by_round(draw: st.DrawFn) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """So many people, and for each round seats for all of them at some of the tables."""
    people, tables = draw(st.integers(6, 24)), draw(st.integers(1, 3))
    rounds = []
    for _ in range(draw(st.integers(1, 4))):
        there = table_sizes_for(people, tables=draw(st.integers(1, tables)))
        rounds.append(tuple(draw(st.permutations((*there, *[0] * (tables - len(there)))))))
    return people, tuple(rounds)


@settings(max_examples=40, deadline=None)
@given(asked=sizes_by_round(), seed=st.integers(0, 2**32))
def test_every_round_has_its_own_sizes_and_everybody(asked: tuple[int, tuple[tuple[int, ...], ...]], seed: int) -> None:
    people, sizes = asked
    most = tuple(max(2, *of_table) for of_table in zip(*sizes, sizes[0], strict=True))
    problem = a_problem(people, table_sizes=most, rounds=len(sizes), round_sizes=sizes)

    rounds = group(problem, seed=seed, seconds=QUICK).rounds

    assert tuple(tuple(map(len, tables)) for tables in rounds) == sizes
    assert [sorted(one for table in tables for one in table) for tables in rounds] == [sorted(problem.ids)] * len(sizes)


def test_people_with_access_needs_stay_at_their_table_where_nothing_else_suffers() -> None:
    problem = a_problem(40, tables=8, rounds=3, access=("p3", "p17"), balanced_by=())

    assert group(problem, seed=1).figures.table_changes == 0


def test_a_hall_of_two_languages_is_seated_by_language() -> None:
    problem = a_problem(24, tables=4, language_column="language")
    said = ["sq"] * 12 + ["sq,en"] * 8 + ["en"] * 4
    people = tuple(
        replace(person, attributes=(*person.attributes, ("language", spoken)))
        for person, spoken in zip(problem.people, said, strict=True)
    )

    grouping = group(replace(problem, people=people), seed=1)

    assert grouping.figures.broken == ()
    assert set(grouping.table_languages) == {"sq", "en"}


def test_a_search_that_is_stopped_keeps_the_best_and_says_so() -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 5

    problem = a_problem(32, tables=8, rounds=10)
    grouping = group(problem, seed=1, stop=stop)

    assert (grouping.is_repeatable, rules_broken(problem, grouping.rounds)) == (False, ())


def test_progress_is_reported_with_what_is_left() -> None:
    heard: list[Progress] = []

    group(a_problem(20, tables=4, rounds=4), seed=1, seconds=0.2, report=heard.append)

    assert [progress.share for progress in heard] == sorted(progress.share for progress in heard)
    assert {progress.rules_broken for progress in heard} == {0}
    assert min(progress.repeats for progress in heard) >= 12
