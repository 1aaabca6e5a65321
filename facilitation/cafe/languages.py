"""Which language is spoken at which table, so that everybody can sit somewhere and every seat can be filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice, product

from facilitation.cafe.problem import CafeProblem

MOST_WAYS = 5000
"""Ways to share out the tables that are looked at; enough for three languages at ninety tables that are alike."""

Spoken = frozenset[str]
Languages = tuple[str, ...]
"""The language of each table; "" = any."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why no sharing out of the tables works: who is left without a seat in a round, at best, and what they speak."""

    round: int
    spoken: Spoken
    people: int


def ways_to_speak(problem: CafeProblem) -> tuple[Languages, ...]:
    """The ways that seat everybody in all rounds, few tables of the first language first; () = none, or no rule."""
    if not _matters(problem):
        return ()
    halls = [_Hall(problem, number) for number in problem.rounds]
    ways = islice(_ways(problem), MOST_WAYS)
    return tuple(way for way in ways if all(hall.unseated(way) is None for hall in halls))


def misfit(problem: CafeProblem) -> Misfit | None:
    """The smallest number of people whom no way seats; None where there is a way, or too many to look at them all."""
    if not _matters(problem) or ways_to_speak(problem):
        return None
    halls = [_Hall(problem, number) for number in problem.rounds]
    ways = list(islice(_ways(problem), MOST_WAYS))
    if len(ways) == MOST_WAYS:
        return None
    ways = ways or [tuple(min(_choices(problem, table), default="?") for table in problem.tables)]
    worst = [max(filter(None, (hall.unseated(way) for hall in halls)), key=_people, default=None) for way in ways]
    return min(filter(None, worst), key=_people, default=None)


def _people(found: Misfit) -> int:
    return found.people


def _matters(problem: CafeProblem) -> bool:
    """Whether languages forbid any seat: somebody does not speak what the others do."""
    if not problem.language_column:
        return False
    spoken = {languages for identity in problem.ids if (languages := problem.languages(identity))}
    return any(problem.table_languages) or (len(spoken) > 1 and not frozenset.intersection(*spoken))


def _ways(problem: CafeProblem) -> Iterator[Languages]:
    """Languages for the tables: for tables that are alike in seats and choices in every number of each."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for table in problem.tables:
        sizes = tuple(problem.sizes(number)[table] for number in problem.rounds)
        alike.setdefault((sizes, *sorted(_choices(problem, table))), []).append(table)
    kinds = [(tables, sorted(_choices(problem, tables[0]))) for tables in alike.values()]
    for shares in product(*(islice(_shares(len(tables), len(choices)), MOST_WAYS) for tables, choices in kinds)):
        way = [""] * len(problem.table_sizes)
        for (tables, choices), share in zip(kinds, shares, strict=True):
            spoken = [language for language, count in zip(choices, share, strict=True) for _ in range(count)]
            for table, language in zip(tables, spoken, strict=True):
                way[table] = language
        yield tuple(way)


def _choices(problem: CafeProblem, table: int) -> Spoken:
    """What may be spoken at a table: as given, else what all speak whose seat is given, else anything."""
    if table < len(problem.table_languages) and problem.table_languages[table]:
        return frozenset((problem.table_languages[table].casefold(),))
    held = {who for number in problem.rounds for who, at in problem.held_seats(number).items() if at == table}
    spoken = [languages for who in held if (languages := problem.languages(who))]
    anything = frozenset().union(*(problem.languages(identity) for identity in problem.ids))
    return frozenset.intersection(*spoken) if spoken else anything


def _shares(tables: int, languages: int) -> Iterator[tuple[int, ...]]:
    """Every way to share out so many tables that are alike."""
    if languages == 1:
        yield (tables,)
    elif languages:
        for first in range(tables + 1):
            for rest in _shares(tables - first, languages - 1):
                yield (first, *rest)


class _Hall:
    """The seats and speakers of one round."""

    def __init__(self, problem: CafeProblem, number: int) -> None:
        self.number, self.sizes = number, problem.sizes(number)
        self.speakers = Counter(_speakers(problem, number))
        self.spoken = frozenset().union(*self.speakers)

    def unseated(self, way: Languages) -> Misfit | None:
        """People who speak nothing but some languages and outnumber the seats of these (Hall's condition)."""
        seats: Counter[str] = Counter()
        for size, language in zip(self.sizes, way, strict=True):
            seats[language] += size
        worst: Misfit | None = None
        for some in _subsets(sorted(self.spoken | seats.keys() - {""})):
            only = sum(count for spoken, count in self.speakers.items() if spoken and spoken <= some)
            missing = only - seats[""] - sum(seats[language] for language in some)
            if missing > (worst.people if worst else 0):
                worst = Misfit(self.number, some, missing)
        return worst


def _speakers(problem: CafeProblem, number: int) -> list[Spoken]:
    """What each person there speaks; of a group that stays together what all of them speak."""
    spoken = {identity: problem.languages(identity) for identity in problem.present(number)}
    for group in problem.groups:
        members = [identity for identity in group if spoken.get(identity)]
        if members:
            shared = frozenset.intersection(*(spoken[identity] for identity in members))
            spoken.update(dict.fromkeys(members, shared or frozenset(("?",))))
    return list(spoken.values())


def _subsets(languages: Sequence[str]) -> Iterator[Spoken]:
    sizes = range(1, len(languages) + 1)
    return map(frozenset, chain.from_iterable(combinations(languages, size) for size in sizes))
