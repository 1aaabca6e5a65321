"""Rounds whose tables differ: their seats, and hosts only where a table is."""

from __future__ import annotations

from facilitation.cafe.round_seats import hosting_open_tables, seats_by_round
from facilitation.domain.cafe import CafeRules, HostSeat
from tests.builders import a_cafe
from tests.cafe.problems import a_problem

CAFE = a_cafe(table_count=3)


def test_rounds_that_do_not_differ_have_no_seats_of_their_own() -> None:
    assert seats_by_round(CAFE, CafeRules(round_sizes=((), ())), (4, 4, 4)) == ()


def test_a_round_without_a_line_is_even_and_tables_left_out_are_not_there() -> None:
    rules = CafeRules(round_sizes=((), (6, 6)))

    assert seats_by_round(CAFE, rules, (4, 4, 4)) == ((4, 4, 4), (6, 6, 0), (4, 4, 4))


def test_a_host_leads_in_the_rounds_in_which_the_table_is_there() -> None:
    problem = a_problem(12, tables=3, rounds=2, hosts=("p0", "p1", "p2"), round_sizes=((4, 4, 4), (6, 6, 0)))

    assert hosting_open_tables(problem).round_hosts == (("p0", "p1", "p2"), ("p0", "p1", ""))


def test_a_host_named_for_a_table_that_is_not_there_stays_so_that_it_is_said() -> None:
    problem = a_problem(12, tables=3, rounds=2, hosts=("p0", "p1", "p2"), round_sizes=((4, 4, 4), (6, 6, 0)))

    assert hosting_open_tables(problem, [HostSeat("p2", 2, 3)]) == problem
