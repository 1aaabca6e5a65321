"""Whether the hard rules can be kept: seats the people under a rule exactly, or names the rules that clash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from facilitation.cafe.problem import CafeProblem, Pair
from facilitation.errors import InvalidInput, mark

MOST_TRIES = 20_000
"""After so many placements a round is given up as too hard to decide."""

Unit = tuple[str, ...]
"""People who are seated as one: a group that stays together, or one person kept apart from somebody."""

Preference = Callable[[Unit], Sequence[int]]
"""All tables (from 0), in the order in which they should be tried for a unit."""


class NoPlacementError(Exception):
    """No seating keeps the rules of a round; ``is_proven`` is false where the search was cut short."""

    def __init__(self, *, is_proven: bool) -> None:
        super().__init__("no placement")
        self.is_proven = is_proven


@dataclass(slots=True)
class _Level:
    """The state in which one unit is placed: forbidden tables per unit (as bits), room per table, what is left."""

    forbidden: list[int]
    room: list[int]
    left: list[int]
    unit: int
    tables: Iterator[int]


def placement(problem: CafeProblem, number: int, preference: Preference) -> dict[str, int]:
    """A table (from 0) for every host and everybody under a rule in round ``number``; the rest fits anywhere.

    A complete search: the unit with the fewest tables left goes first, tables that no remaining rule can tell
    apart are tried once. Raises NoPlacementError.
    """
    present = set(problem.present(number))
    seated = {host: table for host, table in problem.host_table.items() if host in present}
    room = list(problem.sizes(number))
    for table in seated.values():
        room[table] -= 1
    return seated | _Placing(problem, present, seated, preference).run(room)


class _Placing:
    """Backtracking over the units of one round."""

    def __init__(self, problem: CafeProblem, present: set[str], seated: dict[str, int], preference: Preference) -> None:
        self.preference = preference
        self.tables = len(problem.table_sizes)
        self.units, home = _units(problem, present, seated)
        unit_of = {identity: index for index, unit in enumerate(self.units) for identity in unit}
        self.clashes: list[set[int]] = [set() for _ in self.units]
        self.forbidden = [0 if table is None else ~(1 << table) & self._all for table in home]
        for one, other in (pair for rule in problem.apart for pair in (rule, rule[::-1])):
            if one in unit_of and other in unit_of:
                self.clashes[unit_of[one]].add(unit_of[other])
            if one in unit_of and other in seated:
                self.forbidden[unit_of[one]] |= 1 << seated[other]

    @property
    def _all(self) -> int:
        return (1 << self.tables) - 1

    def run(self, room: list[int]) -> dict[str, int]:
        """Tables of all units, or NoPlacementError."""
        chosen: dict[int, int] = {}
        stack = [self._level(self.forbidden, room, list(range(len(self.units))))] if self.units else []
        tries = 0
        while len(chosen) < len(self.units):
            tries += 1
            level = stack[-1]
            table = next(level.tables, None)
            chosen.pop(level.unit, None)
            if table is not None and tries <= MOST_TRIES:
                chosen[level.unit] = table
                stack.append(self._after(level, table))
            else:
                stack.pop()
                if not stack or tries > MOST_TRIES:
                    raise NoPlacementError(is_proven=tries <= MOST_TRIES)
        return {identity: table for index, table in chosen.items() for identity in self.units[index]}

    def _after(self, level: _Level, table: int) -> _Level:
        """The state once the unit of ``level`` sits at ``table``."""
        forbidden, room = list(level.forbidden), list(level.room)
        room[table] -= len(self.units[level.unit])
        for other in self.clashes[level.unit]:
            forbidden[other] |= 1 << table
        return self._level(forbidden, room, [index for index in level.left if index != level.unit])

    def _level(self, forbidden: list[int], room: list[int], left: list[int]) -> _Level:
        if not left:
            return _Level(forbidden, room, left, -1, iter(()))
        fits = {size: self._tables_with_room(room, size) for size in {len(self.units[index]) for index in left}}
        free = {index: fits[len(self.units[index])] & ~forbidden[index] for index in left}
        unit = min(left, key=lambda index: (free[index].bit_count(), -len(self.units[index])))
        distinct: dict[tuple[int, ...], int] = {}
        for table in self.preference(self.units[unit]):
            if free[unit] >> table & 1:
                # Tables that look alike to every unit still to come are interchangeable.
                alike = (room[table], *(index for index in left if forbidden[index] >> table & 1))
                distinct.setdefault(alike, table)
        return _Level(forbidden, room, left, unit, iter(distinct.values()))

    @staticmethod
    def _tables_with_room(room: list[int], size: int) -> int:
        return sum(1 << table for table, seats in enumerate(room) if seats >= size)


def _units(problem: CafeProblem, present: set[str], seated: dict[str, int]) -> tuple[list[Unit], list[int | None]]:
    """Units still to be seated, and the table each is bound to by a host among them."""
    units: list[Unit] = []
    home: list[int | None] = []
    grouped: set[str] = set()
    for group in problem.groups:
        members = tuple(identity for identity in group if identity in present)
        hosts = [seated[identity] for identity in members if identity in seated]
        units.append(tuple(identity for identity in members if identity not in seated))
        home.append(hosts[0] if hosts else None)
        grouped.update(members)
    ruled = dict.fromkeys(identity for pair in problem.apart for identity in pair)
    for identity in ruled:
        if identity in present and identity not in grouped and identity not in seated:
            units.append((identity,))
            home.append(None)
    kept = [index for index, unit in enumerate(units) if unit]
    return [units[index] for index in kept], [home[index] for index in kept]


def check_rules(problem: CafeProblem) -> None:
    """Raise InvalidInput where the rules cannot all be kept: which rules, which people, the smallest change."""
    for number in _distinct_rounds(problem):
        _check_groups(problem, number)
    for number in _distinct_rounds(problem):
        try:
            _any_placement(problem, number)
        except NoPlacementError as failure:
            raise _clash(problem, number, failure) from None


def _distinct_rounds(problem: CafeProblem) -> Iterator[int]:
    """One round for each different set of people who are there."""
    seen: set[tuple[str, ...]] = set()
    for number in range(1, problem.round_count + 1):
        present = problem.present(number)
        if present not in seen:
            seen.add(present)
            yield number


def _any_placement(problem: CafeProblem, number: int) -> dict[str, int]:
    return placement(problem, number, lambda _unit: range(len(problem.table_sizes)))


def _check_groups(problem: CafeProblem, number: int) -> None:
    """A group has at most one host, fits its table and holds nobody who must sit apart."""
    present = set(problem.present(number))
    for group in problem.groups:
        members = [identity for identity in group if identity in present]
        _check_one_host(problem, members)
        _check_room(problem, number, members)
        _check_nobody_apart(problem, members)


def _check_one_host(problem: CafeProblem, members: list[str]) -> None:
    hosts = [identity for identity in members if identity in problem.host_table]
    if len(hosts) > 1:
        raise InvalidInput(
            mark("{people} must sit together, but each hosts a table of their own. Let one of them not be a host."),
            people=_named(problem, hosts),
        )


def _check_room(problem: CafeProblem, number: int, members: list[str]) -> None:
    sizes = problem.sizes(number)
    at_host = [sizes[problem.host_table[identity]] for identity in members if identity in problem.host_table]
    seats = at_host[0] if at_host else max(sizes)
    if len(members) > seats:
        raise InvalidInput(
            mark(
                "{count} people must sit together ({people}), but their table has {seats} seats. Take {extra} out "
                "of the group or use larger tables."
            ),
            count=len(members),
            people=_named(problem, members),
            seats=seats,
            extra=len(members) - seats,
        )


def _check_nobody_apart(problem: CafeProblem, members: list[str]) -> None:
    for pair in problem.apart:
        if set(pair) <= set(members):
            raise InvalidInput(
                mark("{people} must sit apart and, by another rule, together. Remove one of the two rules."),
                people=_named(problem, sorted(pair)),
            )


def _named(problem: CafeProblem, people: Sequence[str], between: str = ", ") -> str:
    return between.join(f"“{problem.called(identity)}”" for identity in people)


def _clash(problem: CafeProblem, number: int, failure: NoPlacementError) -> InvalidInput:
    if not failure.is_proven:
        return InvalidInput(
            mark(
                "No seating was found that keeps all {count} rules in round {round}. "
                "Remove some rules or use more tables."
            ),
            count=len(problem.apart) + len(problem.together),
            round=number,
        )
    core = _smallest_clash(problem, number)
    rules = [_named(problem, pair, " ≠ ") for pair in core.apart]
    rules += [_named(problem, pair, " + ") for pair in core.together]
    return InvalidInput(
        mark(
            "In round {round} these rules cannot all be kept at {tables} tables (≠ apart, + together): {rules}. "
            "Remove one of them or use more tables."
        ),
        round=number,
        tables=len(problem.table_sizes),
        rules="; ".join(rules),
    )


def _smallest_clash(problem: CafeProblem, number: int) -> CafeProblem:
    """The problem with every rule left out that the clash does not need: removing any of the rest resolves it."""
    for rule in problem.apart:
        problem = _without_if_still_impossible(problem, replace(problem, apart=_less(problem.apart, rule)), number)
    for rule in problem.together:
        fewer = replace(problem, together=_less(problem.together, rule))
        problem = _without_if_still_impossible(problem, fewer, number)
    return problem


def _less(rules: tuple[Pair, ...], rule: Pair) -> tuple[Pair, ...]:
    return tuple(other for other in rules if other != rule)


def _without_if_still_impossible(problem: CafeProblem, fewer: CafeProblem, number: int) -> CafeProblem:
    try:
        _any_placement(fewer, number)
    except NoPlacementError as failure:
        return fewer if failure.is_proven else problem
    return problem
