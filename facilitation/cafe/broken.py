"""Which rules a plan breaks, looked up from scratch; knows nothing of how the plan was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.cafe.problem import CafeProblem

Tables = tuple[tuple[str, ...], ...]
Rounds = tuple[Tables, ...]
"""For each round, for each table, the ids that sit there."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken rule: its kind, the round (from 1; 0 = over all rounds), the people, the table (from 1; 0 = none)."""

    kind: str
    round: int
    people: tuple[str, ...]
    table: int = 0


def broken_rules(problem: CafeProblem, rounds: Rounds) -> tuple[Broken, ...]:
    """Every rule a plan breaks, round by round; then those that span the rounds."""
    found: list[Broken] = []
    for number, tables in enumerate(rounds, start=1):
        for check in IN_ROUND:
            found += check(problem, number, tables)
    for check_all in OVER_ROUNDS:
        found += check_all(problem, rounds)
    return tuple(found)


def _seated_once(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    seats = Counter(identity for people in tables for identity in people)
    there = problem.present(number)
    for identity in there:
        if seats[identity] != 1:
            yield Broken("seated_once", number, (identity,))
    for identity in seats.keys() - set(there):
        yield Broken("away", number, (identity,))


def _table_sizes(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    bounds = zip(tables, problem.least(number), problem.seats(number), strict=True)
    for table, (people, least, most) in enumerate(bounds, start=1):
        if len(people) > most:
            yield Broken("too_many", number, people, table)
        if len(people) < least and people:
            yield Broken("too_few", number, people, table)
        if least and not people:
            yield Broken("empty", number, (), table)


def _given_seats(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    hosts = set(problem.hosts_in(number))
    for identity, table in problem.held_seats(number).items():
        if identity not in tables[table]:
            yield Broken("host" if identity in hosts else "pinned", number, (identity,), table + 1)
    for host in hosts & set(problem.not_hosting):
        yield Broken("not_hosting", number, (host,))


def _apart(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    table_of = _table_of(tables)
    for one, other in sorted(problem.all_apart):
        if one in table_of and table_of[one] == table_of.get(other):
            yield Broken("apart", number, (one, other), table_of[one])


def _together(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    table_of = _table_of(tables)
    for group in problem.groups:
        if len({table_of[identity] for identity in group if identity in table_of}) > 1:
            yield Broken("together", number, group)


def _languages(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    if not problem.language_column:
        return
    fixed = (*problem.table_languages, *("" for _ in tables))
    for table, (people, language) in enumerate(zip(tables, fixed, strict=False), start=1):
        spoken = [languages for identity in people if (languages := problem.languages(identity))]
        shared = frozenset.intersection(*spoken) if spoken else frozenset(("",))
        if not shared or (language and spoken and language.casefold() not in shared):
            yield Broken("language", number, people, table)


def _observers(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    observers = set(problem.observers)
    counts = [sum(identity in observers for identity in people) for people in tables if people]
    if counts and max(counts) - min(counts) > 1:
        yield Broken("observers", number, problem.observers)


def _chosen_themes(problem: CafeProblem, number: int, tables: Tables) -> Iterator[Broken]:
    table_of, hosts = _table_of(tables), problem.hosts_in(number)
    for identity, themes in problem.visits(problem.may_visit).items():
        table = table_of.get(identity)
        if table and identity not in hosts and problem.theme(table - 1) not in themes:
            yield Broken("theme_not_chosen", number, (identity,), table)


def _missed_themes(problem: CafeProblem, rounds: Rounds) -> Iterator[Broken]:
    for identity, themes in problem.visits(problem.must_visit).items():
        for _theme in themes - set(_themes_seen(problem, rounds, identity, hosting=True)):
            yield Broken("theme_missed", 0, (identity,))


def _themes_twice(problem: CafeProblem, rounds: Rounds) -> Iterator[Broken]:
    for identity in problem.ids if problem.no_theme_twice else ():
        seen = Counter(_themes_seen(problem, rounds, identity, hosting=False))
        for _ in range(sum(count - 1 for count in seen.values())):
            yield Broken("theme_twice", 0, (identity,))


def _themes_seen(problem: CafeProblem, rounds: Rounds, identity: str, *, hosting: bool) -> Iterator[str]:
    for number, tables in enumerate(rounds, start=1):
        for table, people in enumerate(tables):
            counts = hosting or identity not in problem.hosts_in(number)
            if identity in people and counts and problem.theme(table):
                yield problem.theme(table)


def _table_of(tables: Tables) -> dict[str, int]:
    """The table (from 1) of everybody who sits."""
    return {identity: table for table, people in enumerate(tables, start=1) for identity in people}


IN_ROUND = (
    _seated_once,
    _table_sizes,
    _given_seats,
    _apart,
    _together,
    _languages,
    _observers,
    _chosen_themes,
)
OVER_ROUNDS = (_missed_themes, _themes_twice)
