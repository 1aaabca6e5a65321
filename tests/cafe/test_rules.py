"""Rules that clash are named with the people and the smallest change; rules that can be kept pass."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.cafe.obstacles import require_possible as check_rules
from facilitation.cafe.problem import CafeProblem
from facilitation.errors import InvalidInput
from tests.cafe.problems import a_problem


def refusal(problem: CafeProblem) -> str:
    """The sentence a problem is refused with; "" when its rules can be kept."""
    try:
        check_rules(problem)
    except InvalidInput as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"hosts": ("p0", "p1"), "together": (("p0", "p1"),)},
            "“p0”, “p1” must sit together, but each hosts a table of their own. Let one of them not be a host.",
        ),
        (
            {"together": (("p0", "p1"), ("p1", "p2"), ("p2", "p3"), ("p3", "p4"))},
            "5 people must sit together (“p0”, “p1”, “p2”, “p3”, “p4”), but their table has 4 seats. "
            "Take 1 out of the group or use larger tables.",
        ),
        (
            {"together": (("p0", "p1"), ("p1", "p2")), "apart": (("p2", "p0"),)},
            "“p0”, “p2” must sit apart and, by another rule, together. Remove one of the two rules.",
        ),
        (
            {"tables": 2, "apart": (("p8", "p9"), ("p0", "p1"), ("p1", "p2"), ("p0", "p2"))},
            "In round 1 these rules cannot all be kept at 2 tables (≠ apart, + together): "
            "“p0” ≠ “p1”; “p1” ≠ “p2”; “p0” ≠ “p2”. Remove one of them or use more tables.",
        ),
        (
            {"tables": 2, "hosts": ("p0", "p1"), "apart": (("p0", "p5"), ("p1", "p5"))},
            "In round 1 these rules cannot all be kept at 2 tables (≠ apart, + together): "
            "“p0” ≠ “p5”; “p1” ≠ “p5”. Remove one of them or use more tables.",
        ),
    ],
    ids=["two hosts", "group too large", "apart and together", "three apart at two tables", "no host is left"],
)
def test_clashing_rules_are_named(fields: dict[str, Any], sentence: str) -> None:
    assert refusal(a_problem(**fields)) == sentence


def test_groups_that_fit_no_table_side_by_side_are_named() -> None:
    groups = (("p0", "p1"), ("p1", "p2"), ("p3", "p4"), ("p4", "p5"), ("p6", "p7"), ("p7", "p8"))

    assert refusal(a_problem(9, table_sizes=(5, 4), rounds=1, together=groups)) == (
        "In round 1 these rules cannot all be kept at 2 tables (≠ apart, + together): “p0” + “p1”; “p1” + “p2”; "
        "“p3” + “p4”; “p4” + “p5”; “p6” + “p7”; “p7” + “p8”. Remove one of them or use more tables."
    )


def test_rules_hold_only_while_both_are_there() -> None:
    trio = (("p0", "p1"), ("p1", "p2"), ("p0", "p2"))

    assert refusal(a_problem(10, tables=2, rounds=1, apart=trio, absent=(("p1", 1),))) == ""


def test_many_apart_rules_that_can_be_kept_are_not_refused() -> None:
    one_office = combinations((f"p{number}" for number in range(15)), 2)

    assert refusal(a_problem(120, tables=15, apart=tuple(one_office))) == ""


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

    assert (refusal(problem) == "") is _can_be_kept(problem)
