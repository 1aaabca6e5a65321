"""A programme with clock times as days of an agenda: what follows by itself is chained, everything else is pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Room
from facilitation.domain.event import Event
from facilitation.planning.agenda_edits import NEW_DAY_STARTS_AT

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Slot:
    """An item and when it starts, counted from midnight of its day (25 hours = one o'clock in the night after)."""

    item: AgendaItem
    starts: timedelta

    @property
    def ends(self) -> timedelta:
        """When it ends, counted the same way."""
        return self.starts + self.item.duration


def day_of_slots(slots: Iterable[Slot], new_id: NewId) -> AgendaDay:
    """The day on which every item starts at its time; without items an empty day.

    Items that overlap in different rooms, or start together, become parallel (``new_id`` names their group). A start
    is pinned only where it does not follow from what stands before.
    """
    ordered = sorted(slots, key=lambda slot: slot.starts)
    if not ordered:
        return AgendaDay(NEW_DAY_STARTS_AT)
    free_from = ordered[0].starts
    items: list[AgendaItem] = []
    for block in _blocks(ordered):
        items += _placed(block, free_from, new_id)
        free_from = max(free_from, *(slot.ends for slot in block))
    return AgendaDay(_clock(ordered[0].starts), tuple(items))


def _blocks(ordered: Iterable[Slot]) -> Iterator[list[Slot]]:
    """Slots that overlap, together where they are parallel, else one by one."""
    for cluster in _clusters(ordered):
        yield from [cluster] if _is_parallel(cluster) else ([slot] for slot in cluster)


def _clusters(ordered: Iterable[Slot]) -> Iterator[list[Slot]]:
    """Slots joined by overlapping each other, directly or through one between them."""
    cluster: list[Slot] = []
    ends = timedelta()
    for slot in ordered:
        if cluster and slot.starts >= ends:
            yield cluster
            cluster = []
        ends = max(ends, slot.ends) if cluster else slot.ends
        cluster.append(slot)
    if cluster:
        yield cluster


def _is_parallel(cluster: Sequence[Slot]) -> bool:
    """Whether slots that overlap are meant to: in different rooms, or from the same minute on."""
    rooms = {slot.item.room.casefold() for slot in cluster}
    return len(rooms) > 1 or len({slot.starts for slot in cluster}) < len(cluster)


def _placed(block: Sequence[Slot], free_from: timedelta, new_id: NewId) -> Iterator[AgendaItem]:
    """The items of a block with their pins. The first pin of a block is the start of all that have none."""
    begins = block[0].starts
    is_even = all(slot.starts == begins for slot in block)
    parallel = new_id() if len(block) > 1 else ""
    for position, slot in enumerate(block):
        is_first_pinned = position == 0 and (begins != free_from or not is_even)
        pin = _clock(slot.starts) if is_first_pinned or slot.starts != begins else None
        yield replace(slot.item, pinned_start=pin, parallel=parallel)


def _clock(offset: timedelta) -> time:
    return (datetime.min + offset).time()


def days_in_place(days: Sequence[AgendaDay], first_on: date | None, event: Event) -> tuple[AgendaDay, ...]:
    """The days as the days of an event. Where their dates lie within it, each keeps its date; else they come first."""
    if first_on is None or first_on < event.starts_on or first_on + timedelta(days=len(days) - 1) > event.ends_on:
        return tuple(days)
    before = (first_on - event.starts_on).days
    empty = AgendaDay(NEW_DAY_STARTS_AT)
    return (*(empty,) * before, *days, *(empty,) * (event.day_count - before - len(days)))


def with_days_appended(agenda: Agenda, days: Sequence[AgendaDay]) -> Agenda:
    """The agenda with further days at its end; days of an agenda without any item are given up for them."""
    before = agenda.days if any(day.items for day in agenda.days) else ()
    return replace(agenda, days=(*before, *days))


def with_rooms_added(agenda: Agenda, rooms: Iterable[Room]) -> Agenda:
    """The agenda that also lists these rooms; a room it knows already stays as it is."""
    known = {room.name.casefold() for room in agenda.rooms}
    return replace(agenda, rooms=(*agenda.rooms, *(room for room in rooms if room.name.casefold() not in known)))
