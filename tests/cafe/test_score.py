"""The figures of plans small enough to count by hand."""

from __future__ import annotations

from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.score import ColumnBalance, Figures, figures


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
