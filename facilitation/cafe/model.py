"""A problem as arrays, for the search: people and tables by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facilitation.cafe.problem import CafeProblem

ABSENT = -1
Plan = NDArray[np.intp]
"""Rounds × people: the table (from 0) of each person in the problem's order, or ``ABSENT``."""
Codes = NDArray[np.intp]
Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

BROKEN = 1e8
"""What a broken rule costs; more than all repeats one swap can win."""
REPEAT = 1e4
UNEVEN = 1.0
"""Of the squared distance from everybody's mean number of new people; moves in whole steps."""
BALANCE = 0.4
CHANGE = 1e-4
"""Of one table change of somebody with access needs: decides between plans that are equal in all else."""


@dataclass(frozen=True, slots=True)
class Mix:
    """A balanced column: each person's value as a number, the event's share of each value, and the weight."""

    codes: Codes
    shares: Matrix
    weight: float

    def costs(self, sizes: Codes, _counts: Codes) -> Matrix:
        """Values × tables × people of that value: half the distance of their share from the event's."""
        people = np.arange(sizes.max(initial=0) + 2)
        off = np.abs(people / np.maximum(sizes, 1)[:, None] - self.shares[:, None, None])
        return off * (BALANCE * self.weight / 2) * (sizes > 0)[:, None]


@dataclass(frozen=True, slots=True)
class Spread:
    """People who are spread evenly (code 1): no table has fewer or more of them than an even spread gives it."""

    codes: Codes

    @property
    def shares(self) -> Matrix:
        """One entry per code."""
        return np.zeros(2)

    def costs(self, sizes: Codes, counts: Codes) -> Matrix:
        """Codes × tables × people of that code: how many too many or too few sit there, at the price of a rule."""
        people = np.arange(sizes.max(initial=0) + 2)
        least, rest = divmod(int(counts[1].sum()), max(int((sizes > 0).sum()), 1))
        excess = np.maximum(np.maximum(people - least - bool(rest), least - people), 0)
        return np.stack([np.zeros((len(sizes), len(people))), BROKEN * (sizes > 0)[:, None] * excess])


Column = Mix | Spread


@dataclass(frozen=True, slots=True)
class Visits:
    """Rules about themes: the theme of each table, who must see which, and whether one may be visited twice."""

    theme_of: Codes
    must: tuple[tuple[int, frozenset[int]], ...]
    no_theme_twice: bool


@dataclass(frozen=True, slots=True)
class Model:
    """The arrays of a problem.

    ``movable`` (rounds × people): who may change tables alone, without hosts, pins, groups and who is away.
    ``allowed`` (rounds × people × tables) is None where everybody may sit everywhere. ``apart`` is None without pairs.
    """

    tables: int
    movable: Mask
    held: Mask
    hosting: Mask
    groups: tuple[tuple[int, ...], ...]
    wanted_pairs: tuple[Codes, Codes]
    apart: Matrix | None
    allowed: Mask | None
    columns: tuple[Column, ...]
    visits: Visits | None
    access: Codes
    weighs_evenness: bool


def model_of(problem: CafeProblem, languages: Sequence[Sequence[str]] = ()) -> Model:
    """The arrays the search works on; ``languages`` are those of each table in each round, "" = any."""
    held = _held(problem)
    there = _there(problem)
    grouped = np.zeros_like(there)
    groups = tuple(tuple(problem.index[one] for one in group) for group in problem.groups)
    for group in groups:
        grouped[:, list(group)] = True
    return Model(
        tables=len(problem.table_sizes),
        movable=there & ~held & ~grouped,
        held=held,
        hosting=_hosting(problem),
        groups=groups,
        wanted_pairs=_pairs_within(groups),
        apart=_apart(problem),
        allowed=allowed_tables(problem, languages),
        columns=(*_mixes(problem), *_spread(problem)),
        visits=_visits(problem),
        access=np.array([problem.index[one] for one in problem.access], dtype=np.intp),
        weighs_evenness=_sizes_differ(problem) or not bool(there.all()),
    )


def _there(problem: CafeProblem) -> Mask:
    there = np.zeros((problem.round_count, len(problem.ids)), dtype=np.bool_)
    for number in problem.rounds:
        there[number - 1, [problem.index[one] for one in problem.present(number)]] = True
    return there


def _held(problem: CafeProblem) -> Mask:
    held = np.zeros((problem.round_count, len(problem.ids)), dtype=np.bool_)
    for number in problem.rounds:
        held[number - 1, [problem.index[one] for one in problem.held_seats(number)]] = True
    return held


def _hosting(problem: CafeProblem) -> Mask:
    hosting = np.zeros((problem.round_count, len(problem.ids)), dtype=np.bool_)
    for number in problem.rounds:
        hosting[number - 1, [problem.index[host] for host in problem.hosts_in(number) if host]] = True
    return hosting


def _sizes_differ(problem: CafeProblem) -> bool:
    return len({size for number in problem.rounds for size in problem.sizes(number) if size}) > 1


def _pairs_within(groups: Sequence[Sequence[int]]) -> tuple[Codes, Codes]:
    pairs = [(one, other) for group in groups for one in group for other in group if one != other]
    ones, others = zip(*pairs, strict=True) if pairs else ((), ())
    return np.array(ones, dtype=np.intp), np.array(others, dtype=np.intp)


def _apart(problem: CafeProblem) -> Matrix | None:
    if not problem.all_apart:
        return None
    apart = np.zeros((len(problem.ids), len(problem.ids)))
    for one, other in problem.all_apart:
        i, j = problem.index[one], problem.index[other]
        apart[i, j] = apart[j, i] = BROKEN
    return apart


def allowed_tables(problem: CafeProblem, languages: Sequence[Sequence[str]] = ()) -> Mask | None:
    """Rounds × people × tables: where each may sit by pins, hosts, chosen themes, languages and tables there are."""
    if not (languages or problem.may_visit or problem.pinned or problem.everybody_hosting or problem.round_sizes):
        return None
    allowed = np.ones((problem.round_count, len(problem.ids), len(problem.table_sizes)), dtype=np.bool_)
    for number in problem.rounds:
        of_round = allowed[number - 1]
        of_round[:, np.array(problem.seats(number)) == 0] = False
        if languages:
            _only_understood(problem, languages[number - 1], of_round)
        for person, themes in problem.visits(problem.may_visit).items():
            if person not in problem.hosts_in(number):
                of_round[problem.index[person]] &= [problem.theme(table) in themes for table in problem.tables]
        for person, table in problem.held_seats(number).items():
            of_round[problem.index[person]] &= np.arange(len(problem.table_sizes)) == table
    return allowed


def _only_understood(problem: CafeProblem, languages: Sequence[str], allowed: Mask) -> None:
    for position, identity in enumerate(problem.ids):
        spoken = problem.languages(identity)
        if spoken:
            allowed[position] &= [not language or language in spoken for language in languages]


def _mixes(problem: CafeProblem) -> tuple[Mix, ...]:
    found = []
    for name, weight in problem.column_weights():
        values = [person.value(name) for person in problem.people]
        _, codes, counts = np.unique(values, return_inverse=True, return_counts=True)
        found.append(Mix(codes.astype(np.intp), counts / len(values), weight))
    return tuple(found)


def _spread(problem: CafeProblem) -> tuple[Spread, ...]:
    if not problem.observers:
        return ()
    codes = np.zeros(len(problem.ids), dtype=np.intp)
    codes[[problem.index[one] for one in problem.observers]] = 1
    return (Spread(codes),)


def _visits(problem: CafeProblem) -> Visits | None:
    if not (problem.must_visit or problem.no_theme_twice):
        return None
    themes = {theme: position for position, theme in enumerate(dict.fromkeys(problem.themes)) if theme}
    theme_of = [themes.get(problem.theme(table), -1) for table in problem.tables]
    must = tuple(
        (problem.index[person], frozenset(themes[theme] for theme in wanted))
        for person, wanted in problem.visits(problem.must_visit).items()
    )
    return Visits(np.array(theme_of, dtype=np.intp), must, problem.no_theme_twice)
