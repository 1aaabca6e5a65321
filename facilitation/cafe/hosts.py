"""Hosts for tables that have none: people who may host and are there in every round."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from facilitation.cafe.obstacles import NotPossible, obstacle
from facilitation.cafe.problem import CafeProblem
from facilitation.cafe.round_seats import hosting_open_tables
from facilitation.domain.cafe import HostSeat


def with_hosts(problem: CafeProblem, *, seed: int) -> CafeProblem:
    """The problem with a host who stays for each table; named ones keep theirs, observers come last, the rest by lot.

    Where a table is not there in a round, its chosen host is a guest then; a named one is left to ``obstacles``.
    Not chosen are people who must not host, miss a round, must sit with somebody or have a given seat. Raises
    NotPossible where too few are left.
    """
    named = (*problem.hosts, *("" for _ in problem.tables[len(problem.hosts) :]))
    open_ = [table for table in problem.tables if not named[table]]
    able = _able(problem, set(named))
    Random(seed).shuffle(able)
    able.sort(key=lambda one: one in problem.observers)
    if len(able) < len(open_):
        raise NotPossible(
            (obstacle(problem, "too_few_hosts", count=len(able), tables=len(open_), missing=len(open_) - len(able)),)
        )
    chosen = dict(zip(open_, able, strict=False))
    led = replace(problem, hosts=tuple(chosen.get(table, host) for table, host in enumerate(named)))
    by_name = [(table, host) for table, host in enumerate(named, start=1) if host]
    kept = (HostSeat(host, number, table) for table, host in by_name for number in problem.rounds)
    return led if problem.round_hosts else hosting_open_tables(led, kept)


def _able(problem: CafeProblem, named: set[str]) -> list[str]:
    barred = {*named, *problem.not_hosting, *(one for one, _ in problem.absent), *(pin[0] for pin in problem.pinned)}
    barred |= {one for group in problem.groups for one in group}
    return [one for one in problem.ids if one not in barred]
