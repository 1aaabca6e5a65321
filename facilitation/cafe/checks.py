"""What is wrong in a problem by itself: numbers, unknown or doubled people, contradicting hosts and pins."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.cafe.problem import LEAST_AT_TABLE, MOST_COLUMNS, CafeProblem
from facilitation.errors import InvalidInput, mark


def check_problem(problem: CafeProblem) -> None:
    """Raise InvalidInput for the first thing that makes no sense; whether it can be kept is ``obstacles``' matter."""
    for check in CHECKS:
        for error in check(problem):
            raise error


def _numbers(problem: CafeProblem) -> Iterator[InvalidInput]:
    if problem.round_count < 1:
        yield InvalidInput(mark("{count} rounds are not possible. Give at least 1."), count=problem.round_count)
    if len(problem.balanced_by) > MOST_COLUMNS:
        yield InvalidInput(
            mark("Tables can be balanced by at most {most} columns; {count} were given."),
            most=MOST_COLUMNS,
            count=len(problem.balanced_by),
        )
    if any(weight < 0 for weight in problem.weights):
        yield InvalidInput(mark("A weight below 0 is not possible. Give numbers from 0."))


def _tables(problem: CafeProblem) -> Iterator[InvalidInput]:
    for table, seats in enumerate(problem.table_sizes, start=1):
        if problem.round_sizes and not seats:
            yield InvalidInput(
                mark("Table {table} has no seats in any round. Give it some in one round, or use fewer tables."),
                table=table,
            )
    if not problem.table_sizes or min(problem.table_sizes) < LEAST_AT_TABLE:
        yield InvalidInput(mark("Every table needs at least 2 seats."))
    if problem.round_sizes and len(problem.round_sizes) != problem.round_count:
        yield InvalidInput(
            mark("Table sizes are given for {given} rounds, but there are {rounds}."),
            given=len(problem.round_sizes),
            rounds=problem.round_count,
        )
    for number, sizes in enumerate(problem.round_sizes, start=1):
        if len(sizes) != len(problem.table_sizes) or any(seats in range(1, LEAST_AT_TABLE) for seats in sizes):
            yield InvalidInput(
                mark("Round {round} needs {tables} table sizes: 0 for a table that is not there, else at least 2."),
                round=number,
                tables=len(problem.table_sizes),
            )


def _people(problem: CafeProblem) -> Iterator[InvalidInput]:
    if len(problem.people) < LEAST_AT_TABLE:
        yield InvalidInput(
            mark("At least 2 people are needed to make groups; {people} are there."), people=len(problem.people)
        )
    seen: set[str] = set()
    for identity in problem.ids:
        if not identity or identity in seen:
            yield InvalidInput(
                mark("“{person}” stands twice in the list of people. Give each an id of their own."), person=identity
            )
        seen.add(identity)


def _named(problem: CafeProblem) -> Iterator[str]:
    """Everybody a rule speaks of."""
    for pair in (*problem.apart, *problem.together):
        yield from pair
    yield from (person for person, _round in problem.absent)
    yield from (host for number in problem.rounds for host in problem.hosts_in(number) if host)
    yield from (person for person, _round, _table in problem.pinned)
    yield from (person for person, _theme in (*problem.must_visit, *problem.may_visit))
    yield from (*problem.not_hosting, *problem.observers, *problem.access)


def _names(problem: CafeProblem) -> Iterator[InvalidInput]:
    if len(problem.round_hosts) not in (0, problem.round_count):
        yield InvalidInput(
            mark("Hosts are given for {given} rounds, but there are {rounds}."),
            given=len(problem.round_hosts),
            rounds=problem.round_count,
        )
        return
    known = set(problem.ids)
    for identity in _named(problem):
        if identity not in known:
            yield InvalidInput(
                mark("A rule names “{person}”, who is not in the list of people. Correct the name or remove the rule."),
                person=identity,
            )


def _pairs(problem: CafeProblem) -> Iterator[InvalidInput]:
    for one, other in (*problem.apart, *problem.together):
        if one == other:
            yield InvalidInput(mark("A rule pairs “{person}” with themselves. Remove it."), person=problem.called(one))


def _rounds(problem: CafeProblem) -> Iterator[InvalidInput]:
    for identity, number in problem.absent:
        if number not in problem.rounds:
            yield InvalidInput(
                mark("“{person}” is absent in round {round}, but there are {rounds} rounds."),
                person=problem.called(identity),
                round=number,
                rounds=problem.round_count,
            )


def _hosts(problem: CafeProblem) -> Iterator[InvalidInput]:
    tables = len(problem.table_sizes)
    for number in problem.rounds:
        hosts = [host for host in problem.hosts_in(number) if host]
        if len(problem.hosts_in(number)) > tables:
            yield InvalidInput(
                mark("There are {hosts} hosts for {tables} tables. Name at most one host per table."),
                hosts=len(problem.hosts_in(number)),
                tables=tables,
            )
        for host in hosts:
            if hosts.count(host) > 1:
                yield InvalidInput(
                    mark("“{person}” is named as host of two tables. Choose one."), person=problem.called(host)
                )


def _pins(problem: CafeProblem) -> Iterator[InvalidInput]:
    seats: dict[tuple[str, int], int] = {}
    for person, number, table in problem.pinned:
        if number not in problem.rounds or table - 1 not in problem.tables:
            yield InvalidInput(
                mark(
                    "“{person}” is given a seat in round {round} at table {table}, but there are {rounds} rounds and "
                    "{tables} tables."
                ),
                person=problem.called(person),
                round=number,
                table=table,
                rounds=problem.round_count,
                tables=len(problem.table_sizes),
            )
        if seats.setdefault((person, number), table) != table:
            yield InvalidInput(
                mark("“{person}” is given seats at two tables in round {round}. Choose one."),
                person=problem.called(person),
                round=number,
            )


def _themes(problem: CafeProblem) -> Iterator[InvalidInput]:
    for person, theme in (*problem.must_visit, *problem.may_visit):
        if theme not in problem.themes:
            yield InvalidInput(
                mark("“{person}” is to visit the theme “{theme}”, which no table has. Correct it or give it a table."),
                person=problem.called(person),
                theme=theme,
            )


CHECKS = (_numbers, _tables, _people, _names, _pairs, _rounds, _hosts, _pins, _themes)
"""In this order: later checks may rely on what earlier ones have made sure."""
