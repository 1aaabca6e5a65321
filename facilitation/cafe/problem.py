"""What is asked of a grouping: people, tables, rounds and the rules that must hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from facilitation.errors import InvalidInput, mark

MOST_COLUMNS = 4
LEAST_AT_TABLE = 2

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CafePerson:
    """Somebody to be seated; ``attributes`` are (column, value) pairs that tables may be balanced by.

    ``name`` is what messages call the person; the id where it is empty.
    """

    id: str
    attributes: tuple[Pair, ...] = ()
    name: str = ""

    def value(self, column: str) -> str:
        """The person's value in a column; "" where none was given."""
        return dict(self.attributes).get(column, "")


@dataclass(frozen=True)
class CafeProblem:
    """One grouping to be made.

    ``table_sizes`` are the seats of each table; where fewer people are there, the largest tables stay emptier.
    ``hosts[i]`` stays at table i in every round ("" or missing = no fixed host). ``balanced_by`` names up to four
    columns, the most important first. ``apart`` and ``together`` are pairs of ids that hold in every round in which
    both are there; ``absent`` are (id, round) with rounds counted from 1.
    """

    people: tuple[CafePerson, ...]
    round_count: int
    table_sizes: tuple[int, ...]
    hosts: tuple[str, ...] = ()
    balanced_by: tuple[str, ...] = ()
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()
    absent: tuple[tuple[str, int], ...] = ()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Everybody's id in the given order."""
        return tuple(person.id for person in self.people)

    def called(self, identity: str) -> str:
        """What messages call a person."""
        return self._names.get(identity) or identity

    @cached_property
    def _names(self) -> dict[str, str]:
        return {person.id: person.name for person in self.people}

    @cached_property
    def host_table(self) -> dict[str, int]:
        """The table (from 0) of each host."""
        return {host: table for table, host in enumerate(self.hosts) if host}

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """People who must share a table, pairs joined into groups ("a with b, b with c" is one group)."""
        group_of = {identity: [identity] for identity in self.ids}
        for one, other in self.together:
            if group_of[one] is not group_of[other]:
                group_of[one].extend(group_of[other])
                group_of.update(dict.fromkeys(group_of[other], group_of[one]))
        chosen = {id(group): tuple(group) for group in group_of.values() if len(group) > 1}
        return tuple(chosen.values())

    def present(self, number: int) -> tuple[str, ...]:
        """Who is there in a round (from 1), in the given order."""
        away = {identity for identity, absent_round in self.absent if absent_round == number}
        return tuple(identity for identity in self.ids if identity not in away)

    def sizes(self, number: int) -> tuple[int, ...]:
        """How many people sit at each table in a round (from 1): the largest tables lose empty seats first."""
        sizes = list(self.table_sizes)
        for _ in range(sum(sizes) - len(self.present(number))):
            largest = max(range(len(sizes)), key=lambda table: (sizes[table], table))
            sizes[largest] -= 1
        return tuple(sizes)


def table_sizes_for(people: int, *, tables: int | None = None, size: int | None = None) -> tuple[int, ...]:
    """Table sizes as even as possible, larger ones first: for so many ``tables``, or for at most ``size`` at a table.

    No table has fewer than two, so an odd person joins a full table of two. Raises InvalidInput.
    """
    if (tables is None) == (size is None):
        raise InvalidInput(mark("Say either how many tables there are or how many people sit at one."))
    if people < LEAST_AT_TABLE:
        raise InvalidInput(mark("At least 2 people are needed to make groups; {people} are there."), people=people)
    if size is not None:
        if size < LEAST_AT_TABLE:
            raise InvalidInput(
                mark("A table of {size} is no conversation. Give at least 2 people per table."), size=size
            )
        tables = max(1, min(-(-people // size), people // LEAST_AT_TABLE))
    assert tables is not None
    if tables < 1 or people < LEAST_AT_TABLE * tables:
        raise _too_many_tables(people, tables)
    small, larger = divmod(people, tables)
    return (small + 1,) * larger + (small,) * (tables - larger)


def _too_many_tables(people: int, tables: int) -> InvalidInput:
    return InvalidInput(
        mark("{people} people cannot fill {tables} tables with at least two each. Use 1 to {most} tables."),
        people=people,
        tables=tables,
        most=people // LEAST_AT_TABLE,
    )


def check_problem(problem: CafeProblem) -> None:
    """Raise InvalidInput for what is wrong in itself: numbers, unknown or doubled people, seats, hosts."""
    _check_numbers(problem)
    _check_people(problem)
    _check_names(problem)
    _check_hosts(problem)
    _check_seats(problem)


def _check_numbers(problem: CafeProblem) -> None:
    if problem.round_count < 1:
        raise InvalidInput(mark("{count} rounds are not possible. Give at least 1."), count=problem.round_count)
    if len(problem.balanced_by) > MOST_COLUMNS:
        raise InvalidInput(
            mark("Tables can be balanced by at most {most} columns; {count} were given."),
            most=MOST_COLUMNS,
            count=len(problem.balanced_by),
        )
    if not problem.table_sizes or min(problem.table_sizes) < LEAST_AT_TABLE:
        raise InvalidInput(mark("Every table needs at least 2 seats."))


def _check_people(problem: CafeProblem) -> None:
    if len(problem.people) < LEAST_AT_TABLE:
        raise InvalidInput(
            mark("At least 2 people are needed to make groups; {people} are there."), people=len(problem.people)
        )
    seen: set[str] = set()
    for identity in problem.ids:
        if not identity or identity in seen:
            raise InvalidInput(
                mark("“{person}” stands twice in the list of people. Give each an id of their own."), person=identity
            )
        seen.add(identity)


def _check_names(problem: CafeProblem) -> None:
    """Every rule speaks of people and rounds that exist."""
    known = set(problem.ids)
    named: Iterable[str] = (
        identity for pair in (*problem.apart, *problem.together) for identity in pair if identity not in known
    )
    away = (identity for identity, _ in problem.absent if identity not in known)
    hosts = (identity for identity in problem.hosts if identity and identity not in known)
    for identity in (*named, *away, *hosts):
        raise InvalidInput(
            mark("A rule names “{person}”, who is not in the list of people. Correct the name or remove the rule."),
            person=identity,
        )
    for one, other in (*problem.apart, *problem.together):
        if one == other:
            raise InvalidInput(mark("A rule pairs “{person}” with themselves. Remove it."), person=problem.called(one))
    for identity, number in problem.absent:
        if not 1 <= number <= problem.round_count:
            raise InvalidInput(
                mark("“{person}” is absent in round {round}, but there are {rounds} rounds."),
                person=problem.called(identity),
                round=number,
                rounds=problem.round_count,
            )


def _check_hosts(problem: CafeProblem) -> None:
    tables = len(problem.table_sizes)
    if len(problem.hosts) > tables:
        raise InvalidInput(
            mark("There are {hosts} hosts for {tables} tables. Name at most one host per table."),
            hosts=len(problem.hosts),
            tables=tables,
        )
    if len(problem.host_table) < sum(1 for host in problem.hosts if host):
        twice = next(host for host in problem.hosts if host and problem.hosts.count(host) > 1)
        raise InvalidInput(mark("“{person}” is named as host of two tables. Choose one."), person=problem.called(twice))


def _check_seats(problem: CafeProblem) -> None:
    seats, people = sum(problem.table_sizes), len(problem.people)
    if seats < people:
        raise InvalidInput(
            mark("The tables have {seats} seats for {people} people. Add {missing} seats."),
            seats=seats,
            people=people,
            missing=people - seats,
        )
    tables = len(problem.table_sizes)
    for number in range(1, problem.round_count + 1):
        there = len(problem.present(number))
        if there < LEAST_AT_TABLE * tables:
            raise InvalidInput(
                mark(
                    "In round {round} only {people} people are there: too few for {tables} tables with at least two "
                    "each. Use at most {most} tables."
                ),
                round=number,
                people=there,
                tables=tables,
                most=max(1, there // LEAST_AT_TABLE),
            )
