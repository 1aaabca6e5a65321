"""The figures of plans small enough to count by hand."""

from __future__ import annotations

import pytest

from facilitation.cafe.engine import group
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.score import ColumnBalance, Figures, figures
from tests.cafe.other_scorer import score
from tests.cafe.sample_halls import a_sample_hall


def four_people(*, together: tuple[tuple[str, str], ...] = ()) -> CafeProblem:
    people = tuple(CafePerson(name, (("sector", name[0]),)) for name in ("a1", "a2", "b1", "b2"))
    return CafeProblem(people, 2, (2, 2), balanced_by=("sector",), together=together)


def test_mixed_tables_without_repeats() -> None:
    plan = ((("a1", "b1"), ("a2", "b2")), (("a1", "b2"), ("a2", "b1")))

    assert figures(four_people(), plan) == Figures(
        possible_meetings=4,
        unique_meetings=4,
        repeated_meetings=0,
        wanted_repeats=0,
        balance=0.0,
        columns=(ColumnBalance("sector", 0.0, 0.0),),
        least_new_people=2,
        median_new_people=2,
        most_new_people=2,
        mean_new_people=2,
    )


def test_the_same_tables_twice() -> None:
    plan = ((("a1", "a2"), ("b1", "b2")),) * 2

    assert figures(four_people(), plan) == Figures(
        possible_meetings=4,
        unique_meetings=2,
        repeated_meetings=2,
        wanted_repeats=0,
        balance=0.5,
        columns=(ColumnBalance("sector", 0.5, 0.0),),
        least_new_people=1,
        median_new_people=1,
        most_new_people=1,
        mean_new_people=1,
    )


def test_repeats_asked_for_are_counted_apart() -> None:
    plan = ((("a1", "a2"), ("b1", "b2")),) * 2

    counted = figures(four_people(together=(("a1", "a2"),)), plan)

    assert (counted.repeated_meetings, counted.wanted_repeats) == (2, 1)


def test_people_kept_apart_and_hosts_cannot_meet() -> None:
    plan = ((("a1", "b1"), ("a2", "b2")),) * 2
    problem = CafeProblem(four_people().people, 2, (2, 2), hosts=("a1", "a2"), apart=(("b2", "b1"), ("a1", "b2")))

    assert figures(problem, plan).possible_meetings == 3


def test_figures_are_ready_for_json() -> None:
    plan = ((("a1", "b1"), ("a2", "b2")),) * 2

    assert figures(four_people(), plan).as_dict()["columns"] == ({"column": "sector", "distance": 0.0, "least": 0.0},)


def test_table_changes_of_people_with_access_needs_are_counted() -> None:
    plan = ((("a1", "b1"), ("a2", "b2")), (("a1", "b2"), ("a2", "b1")))
    problem = CafeProblem(four_people().people, 2, (2, 2), access=("a1", "b1"))

    assert figures(problem, plan).table_changes == 1


def test_broken_rules_are_counted_by_kind() -> None:
    plan = ((("a1", "b1"), ("a2", "b2")), (("a1", "b2"), ("a2",)))
    problem = CafeProblem(
        four_people().people, 2, (2, 2), hosts=("a2",), apart=(("b1", "a1"),), together=(("a1", "a2"),)
    )

    assert figures(problem, plan).broken == (
        ("apart", 1),
        ("host", 2),
        ("seated_once", 1),
        ("together", 2),
        ("too_few", 1),
    )


@pytest.mark.parametrize("name", ["k15_5x3_r7", "p28_7x4_r5", "p88_11x8_r4", "p119u_15t_r3"])
def test_figures_agree_with_the_other_scorer(name: str) -> None:
    hall, problem = a_sample_hall(name)
    grouping = group(problem, seed=1, seconds=0.1)
    number = {identity: position for position, identity in enumerate(problem.ids)}

    theirs = score(hall, [[[number[one] for one in table] for table in tables] for tables in grouping.rounds])

    ours = grouping.figures
    assert (theirs["valid"], theirs["errors"]) == (True, [])
    assert (ours.unique_meetings, ours.repeated_meetings) == (theirs["unique"], theirs["repeats"])
    assert (ours.least_new_people, ours.most_new_people) == (theirs["min_partners"], theirs["max_partners"])
    assert [(round(entry.distance, 5), round(entry.least, 5)) for entry in ours.columns] == [
        (theirs[f"{column}_tv"], theirs[f"{column}_tv_floor"]) for column in ("sector", "district")
    ]
