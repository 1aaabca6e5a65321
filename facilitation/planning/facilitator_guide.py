"""What one facilitator needs of the guide: the own sessions, what lies around them, and who works beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.domain.agenda import AgendaItem, Contributor, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import TimedItem, timed_items


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A session somebody facilitates; ``is_lead`` = named first, the others are co-facilitators.

    ``before`` and ``after`` are what the participants come from and go to on that day.
    """

    entry: TimedItem
    is_lead: bool
    others: tuple[Contributor, ...]
    before: TimedItem | None
    after: TimedItem | None


def facilitators_of(record: EventRecord) -> tuple[tuple[str, str], ...]:
    """Everybody who facilitates: identity (``Contributor.identity``) and name, in the order of the agenda."""
    found: dict[str, str] = {}
    for _day, item in record.agenda.items():
        for person in item.facilitators:
            if person.identity.strip():
                found.setdefault(person.identity, person.name)
    return tuple(found.items())


def leads(item: AgendaItem, who: str) -> bool:
    """Whether somebody is the first facilitator of an item."""
    return bool(item.facilitators) and item.facilitators[0].identity == who


def has_part(item: AgendaItem, who: str) -> bool:
    """Whether somebody facilitates an item, as lead or beside it."""
    return any(person.identity == who for person in item.facilitators)


def own_sessions(record: EventRecord, who: str) -> tuple[OwnSession, ...]:
    """The sessions somebody facilitates, in the order of the agenda, with what lies around each."""
    timed = timed_items(record.agenda, record.event.starts_on)
    return tuple(_own_sessions(timed, who))


def _own_sessions(timed: Sequence[TimedItem], who: str) -> Iterator[OwnSession]:
    for entry in timed:
        if has_part(entry.item, who):
            others = tuple(person for person in entry.item.facilitators if person.identity != who)
            before, after = _around(timed, entry)
            yield OwnSession(entry, leads(entry.item, who), others, before, after)


def _around(timed: Sequence[TimedItem], entry: TimedItem) -> tuple[TimedItem | None, TimedItem | None]:
    """What ends last before an item and what starts first after it, on its day; the staff's own items do not count."""
    of_day = [
        other
        for other in timed
        if other.day == entry.day and other.item.id != entry.item.id and other.item.kind is not ItemKind.STAFF
    ]
    before = [other for other in of_day if other.ends_at <= entry.starts_at]
    after = [other for other in of_day if other.starts_at >= entry.ends_at]
    return (
        max(before, key=lambda other: other.ends_at, default=None),
        min(after, key=lambda other: other.starts_at, default=None),
    )
