"""What stands in the way is named: the rule, the people, the smallest change; what can be kept passes."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.cafe.obstacles import find_obstacles
from facilitation.cafe.problem import CafePerson, CafeProblem
from tests.cafe.problems import a_problem


def named(problem: CafeProblem) -> list[tuple[str, tuple[str, ...], dict[str, object]]]:
    """Code, people and the other values of each obstacle."""
    return [
        (found.code, found.people, {name: value for name, value in found.values.items() if name != "people"})
        for found in find_obstacles(problem)
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"people": 119, "table_sizes": (8,) * 14, "rounds": 1},
            ("too_few_seats", (), {"round": 1, "seats": 112, "count": 119, "missing": 7, "size": 9}),
        ),
        (
            {"absent": tuple((f"p{number}", 2) for number in range(11))},
            ("too_few_people", (), {"round": 2, "count": 9, "tables": 5, "needed": 10, "most": 4}),
        ),
        ({"hosts": ("p1",), "not_hosting": ("p1",)}, ("host_not_wanted", ("p1",), {})),
        (
            {"hosts": ("", "p1"), "round_sizes": ((7, 7, 7, 7, 7), (7, 0, 7, 7, 7), (7, 7, 7, 7, 7))},
            ("host_without_table", ("p1",), {"round": 2, "table": 2}),
        ),
        ({"pinned": (("p1", 2, 3),), "absent": (("p1", 2),)}, ("pinned_away", ("p1",), {"round": 2, "table": 3})),
        (
            {"pinned": (("p1", 2, 3),), "hosts": ("p1",), "rounds": 2},
            ("pinned_elsewhere", ("p1",), {"round": 2, "table": 3, "hosted": 1}),
        ),
        (
            {"pinned": tuple((f"p{number}", 1, 1) for number in range(5))},
            ("table_full", ("p0", "p1", "p2", "p3", "p4"), {"round": 1, "table": 1, "seats": 4, "extra": 1}),
        ),
        (
            {"hosts": ("p0", "p1"), "together": (("p0", "p1"),), "rounds": 1},
            ("together_at_two_tables", ("p0", "p1"), {"round": 1}),
        ),
        (
            {"together": (("p0", "p1"), ("p1", "p2"), ("p2", "p3"), ("p3", "p4"))},
            ("group_too_large", ("p0", "p1", "p2", "p3", "p4"), {"count": 5, "seats": 4, "extra": 1}),
        ),
        (
            {"together": (("p0", "p1"), ("p1", "p2")), "apart": (("p2", "p0"),)},
            ("together_and_apart", ("p0", "p2"), {}),
        ),
        (
            {"tables": 3, "people": 12, "apart_by": ("sector",)},
            (
                "value_too_common",
                ("p0", "p2", "p5", "p7", "p10"),
                {"column": "sector", "value": "civil_society", "count": 5, "tables": 3, "extra": 2},
            ),
        ),
        (
            {"tables": 2, "apart": (("p8", "p9"), ("p0", "p1"), ("p1", "p2"), ("p0", "p2"))},
            ("all_apart", ("p0", "p1", "p2"), {"round": 1, "count": 3, "tables": 2, "extra": 1}),
        ),
        (
            {"tables": 2, "hosts": ("p0", "p1"), "apart": (("p0", "p5"), ("p1", "p5"), ("p7", "p8"))},
            (
                "rules_clash",
                ("p0", "p5", "p1"),
                {"round": 1, "tables": 2, "count": 2, "rules": "“p0” ≠ “p5”; “p1” ≠ “p5”"},
            ),
        ),
        (
            {"themes": ("a", "b", "c", "d", "e"), "must_visit": tuple(("p1", theme) for theme in "abcd")},
            ("too_many_themes", ("p1",), {"themes": ("a", "b", "c", "d"), "count": 4, "rounds": 3}),
        ),
        (
            {"themes": ("a", "b", "c", "d", "e"), "must_visit": (("p1", "a"),), "may_visit": (("p1", "b"),)},
            ("theme_not_among_choices", ("p1",), {"themes": ("a",)}),
        ),
        (
            {"rounds": 1, "themes": ("a", "b", "c", "d", "e"), "must_visit": tuple((f"p{n}", "a") for n in range(5))},
            ("theme_full", (), {"theme": "a", "count": 5, "seats": 4, "extra": 1}),
        ),
        (
            {"themes": ("a", "b", "a", "b", "a"), "no_theme_twice": True},
            ("too_few_themes", ("p0",), {"count": 2, "rounds": 3}),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_stands_in_the_way_is_named(fields: dict[str, Any], expected: tuple[str, Any, Any]) -> None:
    assert named(a_problem(**fields))[0] == expected


def test_people_with_names_are_called_by_them() -> None:
    people = tuple(CafePerson(f"id{number}", name=f"Zyra {number}") for number in range(4))

    [found] = find_obstacles(CafeProblem(people, 1, (2, 2), together=(("id0", "id1"),), apart=(("id0", "id1"),)))

    assert found.values["people"] == ("Zyra 0", "Zyra 1")


def test_groups_that_fit_no_table_side_by_side_are_named() -> None:
    groups = (("p0", "p1"), ("p1", "p2"), ("p3", "p4"), ("p4", "p5"), ("p6", "p7"), ("p7", "p8"))

    [(code, _, values)] = named(a_problem(9, table_sizes=(5, 4), rounds=1, together=groups))

    assert (code, values["rules"]) == (
        "rules_clash",
        "“p0” + “p1”; “p1” + “p2”; “p3” + “p4”; “p4” + “p5”; “p6” + “p7”; “p7” + “p8”",
    )


def test_rules_hold_only_while_both_are_there() -> None:
    trio = (("p0", "p1"), ("p1", "p2"), ("p0", "p2"))

    assert named(a_problem(10, tables=2, rounds=1, apart=trio, absent=(("p1", 1),))) == []


def test_many_apart_rules_that_can_be_kept_are_not_refused() -> None:
    one_office = combinations((f"p{number}" for number in range(15)), 2)

    assert named(a_problem(120, tables=15, apart=tuple(one_office))) == []


def _can_be_kept(problem: CafeProblem) -> bool:
    """Every assignment tried: the slow truth for tiny problems."""
    ids, sizes = problem.ids, problem.table_sizes
    for tables in product(range(len(sizes)), repeat=len(ids)):
        seat = dict(zip(ids, tables, strict=True))
        if (
            all(tables.count(table) == size for table, size in enumerate(sizes))
            and all(seat[one] != seat[other] for one, other in problem.apart)
            and all(seat[one] == seat[other] for one, other in problem.together)
            and all(seat[host] == table for table, host in enumerate(problem.hosts))
        ):
            return True
    return False


PAIRS = st.lists(st.sampled_from(list(combinations([f"p{number}" for number in range(6)], 2))), max_size=5, unique=True)


@settings(max_examples=60, deadline=None)
@given(apart=PAIRS, together=PAIRS, sizes=st.sampled_from([(2, 2, 2), (3, 3), (4, 2)]), has_hosts=st.booleans())
def test_refused_exactly_when_no_seating_exists(
    apart: list[tuple[str, str]], together: list[tuple[str, str]], sizes: tuple[int, ...], has_hosts: bool
) -> None:
    hosts = tuple(f"p{table}" for table in range(len(sizes))) if has_hosts else ()
    problem = a_problem(6, table_sizes=sizes, rounds=1, apart=tuple(apart), together=tuple(together), hosts=hosts)

    assert (find_obstacles(problem) == ()) is _can_be_kept(problem)
