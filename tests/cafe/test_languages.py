"""Which language is spoken at which table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitation.cafe.languages import Misfit, misfit, ways_to_speak
from facilitation.cafe.problem import CafeProblem
from tests.cafe.problems import a_problem


def speaking(said: list[str], *, tables: int, **fields: Any) -> CafeProblem:
    problem = a_problem(len(said), tables=tables, language_column="language", **fields)
    people = tuple(
        replace(person, attributes=(("language", spoken),)) for person, spoken in zip(problem.people, said, strict=True)
    )
    return replace(problem, people=people)


def test_a_common_language_needs_no_sharing_out() -> None:
    assert ways_to_speak(speaking(["sq", "sq,en", "sq", ""], tables=2)) == ()


def test_every_number_of_tables_that_seats_all_is_found() -> None:
    problem = speaking(["sq"] * 4 + ["en"] * 3 + ["sq,en"] * 5, tables=4)

    assert {way.count("en") for way in ways_to_speak(problem)} == {1, 2}
    assert misfit(problem) is None


def test_a_host_settles_the_language_of_a_table() -> None:
    problem = speaking(["sq"] * 4 + ["en"] * 4, tables=2, hosts=("p0", "p7"))

    assert ways_to_speak(problem) == (("sq", "en"),)


def test_people_whom_no_table_can_take_are_counted() -> None:
    assert misfit(speaking(["sq"] * 7 + ["en"] * 5, tables=3)) == Misfit(1, frozenset({"en"}), 1)


def test_a_pair_that_shares_no_language_needs_an_interpreter() -> None:
    problem = speaking(["sq", "en", "sq,en", "sq,en"], tables=2, together=(("p0", "p1"),))

    found = misfit(problem)

    assert found is not None
    assert found.people >= 1
