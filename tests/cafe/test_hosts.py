"""Hosts for tables that have none."""

from __future__ import annotations

import pytest

from facilitation.cafe.hosts import with_hosts
from facilitation.cafe.obstacles import NotPossible
from tests.cafe.problems import a_problem


def test_hosts_are_chosen_among_those_who_may_and_are_always_there() -> None:
    problem = a_problem(
        10, tables=3, hosts=("", "p9"), not_hosting=("p0", "p1"), absent=(("p2", 2),), together=(("p3", "p4"),),
        pinned=(("p5", 1, 1),), observers=("p6", "p7"),
    )  # fmt: skip

    hosts = with_hosts(problem, seed=1).hosts

    assert hosts[1] == "p9"
    assert "p8" in hosts
    assert set(hosts) - {"p8", "p9"} <= {"p6", "p7"}


def test_too_few_who_may_host_are_named() -> None:
    problem = a_problem(6, tables=3, not_hosting=("p0", "p1", "p2", "p3"))

    with pytest.raises(NotPossible) as refused:
        with_hosts(problem, seed=1)

    assert refused.value.obstacles[0].values == {"people": (), "count": 2, "tables": 3, "missing": 1}
