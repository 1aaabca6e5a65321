"""Table sizes, and what is refused before any grouping begins."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.cafe.checks import check_problem
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.tables import table_sizes_for
from facilitation.errors import InvalidInput
from tests.cafe.problems import a_problem


@pytest.mark.parametrize(
    ("people", "wanted", "sizes"),
    [
        (119, {"tables": 15}, (8,) * 14 + (7,)),
        (119, {"size": 8}, (8,) * 14 + (7,)),
        (108, {"size": 5}, (5,) * 20 + (4, 4)),
        (20, {"tables": 6}, (4, 4, 3, 3, 3, 3)),
        (3, {"size": 2}, (3,)),
        (2, {"size": 9}, (2,)),
    ],
)
def test_table_sizes_are_as_even_as_possible(people: int, wanted: dict[str, int], sizes: tuple[int, ...]) -> None:
    assert table_sizes_for(people, **wanted) == sizes


@pytest.mark.parametrize(
    ("people", "wanted", "sentence"),
    [
        (5, {"tables": 3}, "5 people cannot fill 3 tables with at least two each. Use 1 to 2 tables."),
        (5, {"tables": 0}, "5 people cannot fill 0 tables with at least two each. Use 1 to 2 tables."),
        (5, {"size": 1}, "A table of 1 is no conversation. Give at least 2 people per table."),
        (1, {"tables": 1}, "At least 2 people are needed to make groups; 1 are there."),
        (5, {}, "Say either how many tables there are or how many people sit at one."),
        (5, {"tables": 2, "size": 2}, "Say either how many tables there are or how many people sit at one."),
    ],
)
def test_impossible_tables_are_refused_with_what_is_possible(
    people: int, wanted: dict[str, int], sentence: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        table_sizes_for(people, **wanted)

    assert str(refused.value) == sentence


def test_the_largest_tables_stay_emptier_when_people_are_absent() -> None:
    problem = a_problem(10, table_sizes=(5, 3, 2), absent=(("p1", 1), ("p2", 1), ("p3", 1)))

    assert (problem.sizes(1), problem.sizes(2)) == ((3, 2, 2), (5, 3, 2))


def test_a_minimum_keeps_small_tables_from_losing_seats() -> None:
    problem = a_problem(10, table_sizes=(5, 5), least_sizes=(5, 2), absent=(("p1", 1), ("p2", 1)))

    assert (problem.sizes(1), problem.sizes(2)) == ((5, 3), (5, 5))


def test_hosts_who_hand_over_hold_a_seat_in_their_round_only() -> None:
    problem = a_problem(10, tables=2, rounds=2, round_hosts=(("p1", "p2"), ("p1", "p3")), pinned=(("p5", 2, 1),))

    assert (problem.held_seats(1), problem.held_seats(2)) == ({"p1": 0, "p2": 1}, {"p1": 0, "p3": 1, "p5": 0})
    assert problem.host_table == {"p1": 0}


def test_people_sharing_a_value_are_apart_unless_they_have_none() -> None:
    people = tuple(
        CafePerson(name, (("office", office),)) for name, office in [("a", "x"), ("b", "x"), ("c", ""), ("d", "")]
    )

    assert CafeProblem(people, 1, (2, 2), apart_by=("office",)).all_apart == {("a", "b")}


def test_languages_are_read_however_they_are_separated() -> None:
    people = (CafePerson("a", (("speaks", "SQ, en/fr"),)), CafePerson("b"))
    problem = CafeProblem(people, 1, (2,), language_column="speaks")

    assert (sorted(problem.languages("a")), sorted(problem.languages("b"))) == (["en", "fr", "sq"], [])


def test_pairs_that_stay_together_join_into_groups() -> None:
    problem = a_problem(9, tables=3, together=(("p1", "p2"), ("p5", "p6"), ("p2", "p3")))

    assert [set(group) for group in problem.groups] == [{"p1", "p2", "p3"}, {"p5", "p6"}]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"rounds": 0}, "0 rounds are not possible. Give at least 1."),
        (
            {"balanced_by": ("a", "b", "c", "d", "e")},
            "Tables can be balanced by at most 4 columns; 5 were given.",
        ),
        ({"table_sizes": (18, 1, 1)}, "Every table needs at least 2 seats."),
        (
            {"table_sizes": (10, 10, 0), "round_sizes": ((10, 10, 0),) * 3},
            "Table 3 has no seats in any round. Give it some in one round, or use fewer tables.",
        ),
        (
            {"hosts": tuple(f"p{number}" for number in range(6))},
            "There are 6 hosts for 5 tables. Name at most one host per table.",
        ),
        ({"hosts": ("p1", "p1")}, "“p1” is named as host of two tables. Choose one."),
        (
            {"hosts": ("nobody",)},
            "A rule names “nobody”, who is not in the list of people. Correct the name or remove the rule.",
        ),
        (
            {"apart": (("p1", "nobody"),)},
            "A rule names “nobody”, who is not in the list of people. Correct the name or remove the rule.",
        ),
        ({"together": (("p1", "p1"),)}, "A rule pairs “p1” with themselves. Remove it."),
        ({"absent": (("p1", 4),)}, "“p1” is absent in round 4, but there are 3 rounds."),
        (
            {"round_sizes": ((5, 5, 5, 5),)},
            "Table sizes are given for 1 rounds, but there are 3.",
        ),
        (
            {"round_sizes": ((5, 5, 5, 5, 5), (5, 5, 5, 5, 1), (5, 5, 5, 5, 5))},
            "Round 2 needs 5 table sizes: 0 for a table that is not there, else at least 2.",
        ),
        ({"round_hosts": (("p1",),)}, "Hosts are given for 1 rounds, but there are 3."),
        (
            {"pinned": (("p1", 1, 6),)},
            "“p1” is given a seat in round 1 at table 6, but there are 3 rounds and 5 tables.",
        ),
        (
            {"pinned": (("p1", 1, 2), ("p1", 1, 3))},
            "“p1” is given seats at two tables in round 1. Choose one.",
        ),
        (
            {"must_visit": (("p1", "water"),)},
            "“p1” is to visit the theme “water”, which no table has. Correct it or give it a table.",
        ),
        ({"weights": (-1.0,)}, "A weight below 0 is not possible. Give numbers from 0."),
    ],
)
def test_what_cannot_be_grouped_is_named(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_problem(a_problem(**fields))

    assert str(refused.value) == sentence


def test_a_person_listed_twice_is_refused() -> None:
    twice = CafeProblem((CafePerson("p1"), CafePerson("p2"), CafePerson("p1")), 1, (3,))

    with pytest.raises(InvalidInput, match="“p1” stands twice"):
        check_problem(twice)


def test_messages_call_people_by_name() -> None:
    people = (CafePerson("1", name="Zyra e Punësimit, Shkodër"), CafePerson("2"))

    with pytest.raises(InvalidInput, match="“Zyra e Punësimit, Shkodër” with themselves"):
        check_problem(CafeProblem(people, 1, (2,), together=(("1", "1"),)))
