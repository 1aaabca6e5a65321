"""The first plan: places in a grid, hosts and people with access needs where nobody moves."""

from __future__ import annotations

from random import Random

from facilitation.cafe.construct import first_plan
from tests.cafe.problems import a_problem


def test_first_plan_keeps_hosts_and_table_sizes() -> None:
    problem = a_problem(23, tables=5, hosts=("p4", "", "p9"))

    plan = first_plan(problem, Random(1))

    assert [[row.tolist().count(table) for table in range(5)] for row in plan] == [[5, 5, 5, 4, 4]] * 3
    assert plan[:, 4].tolist() == [0, 0, 0]
    assert plan[:, 9].tolist() == [2, 2, 2]


def test_people_with_access_needs_stay_where_no_host_does() -> None:
    problem = a_problem(40, tables=8, access=("p3", "p17", "p39"))

    plan = first_plan(problem, Random(1))

    assert [len(set(plan[:, person].tolist())) for person in (3, 17, 39)] == [1, 1, 1]
