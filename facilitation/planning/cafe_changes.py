"""What differs between two plans of a café: who gets another table in which round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.cafe import PinnedSeat, Round, Seating

Tables = tuple[int | None, ...]
"""Somebody's table in each round; None = no seat."""


@dataclass(frozen=True, slots=True)
class CardChange:
    """Somebody whose card is not right any more: their tables before and after, round by round."""

    participation_id: str
    before: Tables
    after: Tables

    @property
    def is_gone(self) -> bool:
        """Whether they have no seat any more in the rounds that changed: their card is taken back, not replaced."""
        return all(new is None for old, new in zip(self.before, self.after, strict=True) if old != new)


def tables_by_person(seating: Seating) -> dict[str, Tables]:
    """For everybody their table in each round."""
    found: dict[str, list[int | None]] = {}
    for place, entry in enumerate(seating.rounds):
        for number, table in enumerate(entry.tables, start=1):
            for person in table:
                found.setdefault(person, [None] * len(seating.rounds))[place] = number
    return {person: tuple(tables) for person, tables in found.items()}


def card_changes(before: Seating, after: Seating) -> tuple[CardChange, ...]:
    """Everybody who sits elsewhere in one plan than in the other; plans of fewer rounds are filled up."""
    rounds = max(len(before.rounds), len(after.rounds))
    old, new = _filled(before, rounds), _filled(after, rounds)
    nowhere: Tables = (None,) * rounds
    people = dict.fromkeys((*old, *new))
    changes = (CardChange(person, old.get(person, nowhere), new.get(person, nowhere)) for person in people)
    return tuple(change for change in changes if change.before != change.after)


def _filled(seating: Seating, rounds: int) -> dict[str, Tables]:
    rest: Tables = (None,) * (rounds - len(seating.rounds))
    return {person: (*tables, *rest) for person, tables in tables_by_person(seating).items()}


def swapped(seating: Seating, number: int, one: str, other: str) -> Seating:
    """The plan with two people's seats exchanged in one round (from 1). The figures are still the old ones."""
    places = {one: other, other: one}
    entry = seating.rounds[number - 1]
    tables = tuple(tuple(places.get(person, person) for person in table) for table in entry.tables)
    return replace(seating, rounds=(*seating.rounds[: number - 1], Round(tables), *seating.rounds[number:]))


def seats_of(
    seating: Seating, *, people: Iterable[str] = (), rounds: Iterable[int] = (), tables: Iterable[int] = ()
) -> tuple[PinnedSeat, ...]:
    """The seats of these people, in these rounds, at these tables; nothing said = all of them."""
    wanted, numbers, at = set(people), set(rounds), set(tables)
    return tuple(
        PinnedSeat(person, number, table)
        for number, entry in enumerate(seating.rounds, start=1)
        for table, seated in enumerate(entry.tables, start=1)
        for person in seated
        if (not wanted or person in wanted) and (not numbers or number in numbers) and (not at or table in at)
    )


def meeting_counts(seating: Seating) -> dict[tuple[str, str], int]:
    """How often each two people share a table, for all who do; the ids of a pair in order."""
    counts: dict[tuple[str, str], int] = {}
    for entry in seating.rounds:
        for table in entry.tables:
            people = sorted(table)
            for place, one in enumerate(people):
                for other in people[place + 1 :]:
                    counts[one, other] = counts.get((one, other), 0) + 1
    return counts
