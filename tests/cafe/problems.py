"""Builders of grouping problems, and a checker of plans that shares no code with the engine."""

from __future__ import annotations

from itertools import product
from typing import Any

from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.tables import table_sizes_for

SECTORS = ("civil_society", "local_government", "civil_society", "regional_state", "donor")
DISTRICTS = ("shkoder", "tirane", "vlore", "korce", "diber", "fier", "kukes")


def a_person(number: int) -> CafePerson:
    """Person "p3" with a sector and a district that follow from the number."""
    sector, district = SECTORS[number % len(SECTORS)], DISTRICTS[number % len(DISTRICTS)]
    return CafePerson(f"p{number}", (("sector", sector), ("district", district)))


def a_problem(people: int = 20, *, tables: int = 5, rounds: int = 3, **fields: Any) -> CafeProblem:
    """People "p0", "p1", … at tables of even sizes, balanced by sector unless told otherwise."""
    sizes = fields.pop("table_sizes", None) or table_sizes_for(people, tables=tables)
    fields.setdefault("balanced_by", ("sector",))
    return CafeProblem(tuple(a_person(number) for number in range(people)), rounds, sizes, **fields)


def broken_rules(problem: CafeProblem, rounds: tuple[tuple[tuple[str, ...], ...], ...]) -> list[str]:
    """Every promise a plan breaks: who sits once, table sizes, hosts, apart, together, absent."""
    found = [] if len(rounds) == problem.round_count else ["rounds"]
    for number, tables in enumerate(rounds, start=1):
        away = {identity for identity, absent in problem.absent if absent == number}
        there = [person.id for person in problem.people if person.id not in away]
        found += _broken_in_round(problem, number, tables, there)
    return found


def _broken_in_round(
    problem: CafeProblem, number: int, tables: tuple[tuple[str, ...], ...], there: list[str]
) -> list[str]:
    table_of = {identity: table for table, people in enumerate(tables) for identity in people}
    pairs = list(product(problem.apart, [True])) + list(product(problem.together, [False]))
    found = [] if sorted(identity for people in tables for identity in people) == sorted(there) else ["seated once"]
    found += [] if len(tables) == len(problem.table_sizes) else ["tables"]
    found += [f"too full {table}" for table, size in enumerate(problem.table_sizes) if len(tables[table]) > size]
    found += [f"alone {table}" for table, people in enumerate(tables) if len(people) < 2]
    found += [
        f"host {host}"
        for table, host in enumerate(problem.hosts)
        if host in there and (table_of[host] != table or tables[table][0] != host)
    ]
    found += [
        f"{pair} in round {number}"
        for pair, is_apart in pairs
        if set(pair) <= set(there) and (table_of[pair[0]] == table_of[pair[1]]) is is_apart
    ]
    return found
