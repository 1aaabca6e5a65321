"""Which sessions a calendar shows: those of everybody, of one person or of one room, and those that were called off."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.agenda import AgendaItem, Audience, Contributor
from facilitation.domain.feed import FeedScope
from facilitation.domain.person import EventRole
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import TimedItem, timed_items


def shown_items(timed: Iterable[TimedItem], scope: FeedScope, subject: str = "") -> tuple[TimedItem, ...]:
    """The items of a calendar in their order.

    Of an event and of a room all that are public; of a person all in which that identity has a part, also the duties
    of the staff.
    """
    return tuple(entry for entry in timed if _is_shown(entry.item, scope, subject))


def _is_shown(item: AgendaItem, scope: FeedScope, subject: str) -> bool:
    if scope is FeedScope.PERSON:
        return bool(parts_of(item, subject))
    return item.is_for(Audience.PUBLIC) and (scope is FeedScope.EVENT or item.room == subject)


def parts_of(item: AgendaItem, identity: str) -> tuple[EventRole, ...]:
    """What somebody does in an item."""
    parts = (
        (EventRole.SPEAKER, item.speakers),
        (EventRole.FACILITATOR, item.facilitators),
        (EventRole.NOTE_TAKER, item.note_takers),
    )
    return tuple(role for role, people in parts if any(person.identity == identity for person in people))


def public_rooms(items: Iterable[AgendaItem]) -> tuple[str, ...]:
    """The rooms that public items are in, in the order of the agenda."""
    return tuple(dict.fromkeys(item.room for item in items if item.room and item.is_for(Audience.PUBLIC)))


def everybody(items: Iterable[AgendaItem]) -> tuple[Contributor, ...]:
    """Each identity with a part in the items once, as it was written last; in the order of their first parts."""
    people = (person for item in items for person in (*item.speakers, *item.facilitators, *item.note_takers))
    return tuple({person.identity: person for person in people}.values())


def earlier_items(plans: Iterable[EventRecord]) -> tuple[TimedItem, ...]:
    """Every item of plans that went out, as it stood in each of them; the oldest plan comes first."""
    return tuple(entry for plan in plans for entry in timed_items(plan.agenda, plan.event.starts_on))


def called_off(now: Iterable[TimedItem], earlier: Iterable[TimedItem]) -> tuple[TimedItem, ...]:
    """What stood in an earlier plan and stands in no more, each item as it was announced last."""
    still = {entry.item.id for entry in now}
    latest = {entry.item.id: entry for entry in earlier}
    return tuple(entry for item_id, entry in latest.items() if item_id not in still)
