"""Which sessions of an agenda a person wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.domain.agenda import Agenda, AgendaItem, Audience


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """Empty parts filter nothing; several values of one part mean any of them. ``people`` are names as shown."""

    rooms: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    audience: Audience | None = None

    def __bool__(self) -> bool:
        return bool(self.rooms or self.people or self.audience)

    def wants(self, item: AgendaItem) -> bool:
        """Whether a session is wanted: in one of the rooms, with one of the people, as this audience may see it."""
        if self.rooms and item.room.strip() not in self.rooms:
            return False
        if self.people and not self.people & set(names_of(item)):
            return False
        return self.audience is None or item.is_for(self.audience)


def names_of(item: AgendaItem) -> tuple[str, ...]:
    """Everybody who has a part in a session, as they are called there."""
    return tuple(person.name for person in item.contributors if person.name)


def rooms_in(agenda: Agenda) -> tuple[str, ...]:
    """The rooms of the event, then further ones that sessions name, in order."""
    named = (item.room.strip() for _, item in agenda.items())
    return _distinct((*(room.name for room in agenda.rooms), *named))


def people_in(agenda: Agenda) -> tuple[str, ...]:
    """Everybody who has a part in the agenda, in the order of their first one."""
    return _distinct(name for _, item in agenda.items() for name in names_of(item))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
