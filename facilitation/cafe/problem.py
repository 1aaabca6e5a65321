"""What is asked of a grouping: people, tables, rounds and the rules that must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

MOST_COLUMNS = 4
LEAST_AT_TABLE = 2
BETWEEN_LANGUAGES = re.compile(r"[,;/|+\s]+")

Pair = tuple[str, str]
Pin = tuple[str, int, int]
"""A person, a round and a table, both counted from 1."""


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
    """One grouping to be made. Rounds and, in pins, tables count from 1; people are named by id.

    Tables: ``table_sizes`` are the seats of each table, ``round_sizes`` those of each round where rounds differ (0 =
    the table is not there), ``least_sizes`` the fewest who may sit at it (2 where not said). Where fewer people are
    there than seats, the largest tables stay emptier.

    Hosts: ``hosts[i]`` stays at table i in every round ("" or missing = none), ``round_hosts[r][i]`` hosts it in round
    r + 1 where hosts hand over; ``not_hosting`` never host.

    Rules for people: ``apart`` and ``together`` are pairs that hold in every round in which both are there; of two
    with the same value in a column of ``apart_by`` never both sit at one table; ``absent`` are (id, round);
    ``pinned`` seats are given; ``observers`` are spread evenly. ``language_column`` holds each person's languages;
    everybody at a table then shares one (``table_languages`` says which, where it is not free).

    Themes: ``themes[i]`` is discussed at table i. ``must_visit`` are (id, theme); who stands in ``may_visit`` sits only
    at themes named there; with ``no_theme_twice`` nobody but its host visits a theme twice.

    Wishes: ``balanced_by`` names up to four columns, the most important first, with ``weights`` (each half the one
    before where not said); people in ``access`` change tables as seldom as possible.
    """

    people: tuple[CafePerson, ...]
    round_count: int
    table_sizes: tuple[int, ...]
    hosts: tuple[str, ...] = ()
    balanced_by: tuple[str, ...] = ()
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()
    absent: tuple[tuple[str, int], ...] = ()
    round_sizes: tuple[tuple[int, ...], ...] = ()
    least_sizes: tuple[int, ...] = ()
    round_hosts: tuple[tuple[str, ...], ...] = ()
    not_hosting: tuple[str, ...] = ()
    apart_by: tuple[str, ...] = ()
    pinned: tuple[Pin, ...] = ()
    observers: tuple[str, ...] = ()
    language_column: str = ""
    table_languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    must_visit: tuple[Pair, ...] = ()
    may_visit: tuple[Pair, ...] = ()
    no_theme_twice: bool = False
    weights: tuple[float, ...] = ()
    access: tuple[str, ...] = ()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Everybody's id in the given order."""
        return tuple(person.id for person in self.people)

    @cached_property
    def index(self) -> dict[str, int]:
        """Everybody's position in the given order."""
        return {identity: position for position, identity in enumerate(self.ids)}

    @property
    def rounds(self) -> range:
        """The numbers of the rounds, from 1."""
        return range(1, self.round_count + 1)

    @property
    def tables(self) -> range:
        """The tables, from 0."""
        return range(len(self.table_sizes))

    def called(self, identity: str) -> str:
        """What messages call a person."""
        return self._names.get(identity) or identity

    @cached_property
    def _names(self) -> dict[str, str]:
        return {person.id: person.name for person in self.people}

    @cached_property
    def host_table(self) -> dict[str, int]:
        """The table (from 0) of each host who stays in every round."""
        first, *others = (self.hosts_in(number) for number in self.rounds)
        return {
            host: table
            for table, host in enumerate(first)
            if host and all(host in hosts[table : table + 1] for hosts in others)
        }

    @cached_property
    def everybody_hosting(self) -> frozenset[str]:
        """Who hosts a table in any round."""
        return frozenset(host for number in self.rounds for host in self.hosts_in(number) if host)

    def hosts_in(self, number: int) -> tuple[str, ...]:
        """Who hosts each table in a round; "" or missing = nobody."""
        return self.round_hosts[number - 1] if self.round_hosts else self.hosts

    def held_seats(self, number: int) -> dict[str, int]:
        """The table (from 0) of everybody there whose seat in a round is given: hosts and pins."""
        there = set(self.present(number))
        held = {host: table for table, host in enumerate(self.hosts_in(number)) if host in there}
        pins = {person: table - 1 for person, of_round, table in self.pinned if of_round == number and person in there}
        return held | pins

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

    @cached_property
    def all_apart(self) -> frozenset[Pair]:
        """Every two people kept apart, by name or by a shared value, in the order of the list."""
        pairs = {self._in_order(one, other) for one, other in self.apart}
        for column in self.apart_by:
            for people in self.sharing(column).values():
                pairs.update(combinations(people, 2))
        return frozenset(pairs)

    def _in_order(self, one: str, other: str) -> Pair:
        return (one, other) if self.index[one] < self.index[other] else (other, one)

    def sharing(self, column: str) -> dict[str, list[str]]:
        """The people of each value of a column; without those who have none."""
        shared: dict[str, list[str]] = {}
        for person in self.people:
            shared.setdefault(person.value(column), []).append(person.id)
        shared.pop("", None)
        return shared

    def present(self, number: int) -> tuple[str, ...]:
        """Who is there in a round (from 1), in the given order."""
        return self._present[number - 1]

    @cached_property
    def _present(self) -> tuple[tuple[str, ...], ...]:
        away = set(self.absent)
        return tuple(tuple(who for who in self.ids if (who, number) not in away) for number in self.rounds)

    def seats(self, number: int) -> tuple[int, ...]:
        """The seats of each table in a round (from 1); 0 = the table is not there."""
        return self.round_sizes[number - 1] if self.round_sizes else self.table_sizes

    def least(self, number: int) -> tuple[int, ...]:
        """The fewest who may sit at each table in a round (from 1)."""
        wanted = (*self.least_sizes, *(LEAST_AT_TABLE for _ in self.table_sizes[len(self.least_sizes) :]))
        return tuple(min(least, seats) for least, seats in zip(wanted, self.seats(number), strict=True))

    def sizes(self, number: int) -> tuple[int, ...]:
        """How many people sit at each table in a round (from 1): the largest tables lose empty seats first."""
        sizes, least = list(self.seats(number)), self.least(number)
        for _ in range(sum(sizes) - len(self.present(number))):
            open_ = [table for table in self.tables if sizes[table] > least[table]]
            if not open_:
                break
            sizes[max(open_, key=lambda table: (sizes[table], table))] -= 1
        return tuple(sizes)

    def languages(self, identity: str) -> frozenset[str]:
        """The languages of a person; empty = not said, so any will do."""
        return self._languages[identity]

    @cached_property
    def _languages(self) -> dict[str, frozenset[str]]:
        cells = {person.id: person.value(self.language_column).casefold() for person in self.people}
        return {identity: frozenset(BETWEEN_LANGUAGES.split(cell)) - {""} for identity, cell in cells.items()}

    def theme(self, table: int) -> str:
        """The theme of a table (from 0); "" where it has none."""
        return self.themes[table] if table < len(self.themes) else ""

    def visits(self, pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
        """The themes of each person in (id, theme) pairs."""
        found: dict[str, set[str]] = {}
        for person, theme in pairs:
            found.setdefault(person, set()).add(theme)
        return {person: frozenset(themes) for person, themes in found.items()}

    def column_weights(self) -> Iterator[tuple[str, float]]:
        """The balanced columns with their weights, which add up to 1."""
        wanted = [*self.weights, *(0.5**rank for rank in range(len(self.weights), len(self.balanced_by)))]
        total = sum(wanted[: len(self.balanced_by)]) or 1.0
        yield from ((column, weight / total) for column, weight in zip(self.balanced_by, wanted, strict=False))
