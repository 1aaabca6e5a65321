"""The seats of each table where the rounds of a café differ, and who hosts the tables that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.cafe.problem import CafeProblem
from facilitation.domain.cafe import Cafe, CafeRules, HostSeat


def seats_by_round(cafe: Cafe, rules: CafeRules, even: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The seats of each table in each round; () where no round differs.

    A round without sizes of its own has ``even``; a table that a round does not speak of is not there (0).
    """
    if not any(rules.round_sizes):
        return ()
    lines = (*rules.round_sizes, *(() for _ in range(cafe.round_count)))[: cafe.round_count]
    return tuple(_filled(line or even, cafe.table_count) for line in lines)


def _filled(sizes: Sequence[int], tables: int) -> tuple[int, ...]:
    return (*sizes, *(0 for _ in range(tables)))[:tables]


def hosting_open_tables(problem: CafeProblem, named: Iterable[HostSeat] = ()) -> CafeProblem:
    """Without hosts where their table is not there; who was ``named`` for just that round and table stays."""
    said = {(seat.round, seat.table) for seat in named}
    hosts = tuple(
        tuple(
            host if seats or (number, table) in said else ""
            for table, (host, seats) in enumerate(
                zip(problem.hosts_in(number), problem.seats(number), strict=False), start=1
            )
        )
        for number in problem.rounds
    )
    is_same = all(hosts[number - 1] == problem.hosts_in(number) for number in problem.rounds)
    return problem if is_same else replace(problem, round_hosts=hosts)
