"""The first plan: cyclic shifts that bring nobody together twice while the tables allow it."""

from __future__ import annotations

from random import Random

import pytest

from facilitation.cafe.construct import first_plan, shifts
from tests.cafe.problems import a_problem


@pytest.mark.parametrize(("tables", "rows", "rounds"), [(7, 4, 5), (11, 8, 4), (15, 8, 3), (30, 10, 4)])
def test_shifts_bring_no_two_rows_together_twice(tables: int, rows: int, rounds: int) -> None:
    chosen = shifts(tables, rows, rounds)

    clashes = [
        (one, other, apart)
        for position, one in enumerate(chosen)
        for other in chosen[:position]
        for apart in range(1, rows)
        if (one - other) * apart % tables == 0
    ]
    assert clashes == []


def test_first_plan_keeps_hosts_and_table_sizes() -> None:
    problem = a_problem(23, tables=5, hosts=("p4", "", "p9"))

    plan = first_plan(problem, Random(1))

    assert [[row.tolist().count(table) for table in range(5)] for row in plan] == [[5, 5, 5, 4, 4]] * 3
    assert plan[:, 4].tolist() == [0, 0, 0]
    assert plan[:, 9].tolist() == [2, 2, 2]
