"""What to bring, where and when: the materials of all guide sheets over the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.person import InvitationStatus
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.material_words import is_used_up

PEOPLE_PER_TABLE = 5
"""World café: one host and one table for so many people (domain.md 3.5 and 9, no 10)."""
PEOPLE_PER_GROUP = 10
"""Working groups: one facilitator and one group for so many people (domain.md 9, no 10)."""
RESERVE = 0.1
"""The share that is brought on top of what is used up."""
SHORTEST_USE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class MaterialUse:
    """So many pieces of a thing in one session, in whole pieces."""

    item_id: str
    day: int
    starts_at: datetime
    ends_at: datetime
    room: str
    quantity: int
    is_used_up: bool


@dataclass(frozen=True, slots=True)
class MaterialNeed:
    """One thing over the whole event: how many pieces of it (``reserve`` of them in reserve), and where and when."""

    name: Text
    quantity: int
    reserve: int
    per: tuple[MaterialPer, ...]
    uses: tuple[MaterialUse, ...]

    @property
    def is_used_up(self) -> bool:
        """Whether any session uses it up."""
        return any(use.is_used_up for use in self.uses)


@dataclass(frozen=True, slots=True)
class MaterialTotal:
    """So many pieces of one thing, what they were counted by, and the items that need it, in order."""

    name: Text
    quantity: int
    per: tuple[MaterialPer, ...]
    item_ids: tuple[str, ...]


def material_totals(record: EventRecord, reserve: float = RESERVE) -> tuple[MaterialTotal, ...]:
    """All materials of the event, by name (in both languages), in the order of the agenda: see ``material_needs``."""
    return tuple(
        MaterialTotal(need.name, need.quantity, need.per, tuple(dict.fromkeys(use.item_id for use in need.uses)))
        for need in material_needs(record, reserve)
    )


def material_needs(record: EventRecord, reserve: float = RESERVE) -> tuple[MaterialNeed, ...]:
    """All materials of the event, by name (in both languages), in the order of the agenda.

    - People are the expected number, or the confirmed ones where more of them said yes (better a form too many than one
      too few); in parallel items they spread evenly. Tables are those of the item's café, else one for every 5 people;
      groups one for every 10.
      Facilitators are those named, but at least one per group in working groups and one per table in a café.
    - What is used up is added over the sessions, with a ``reserve`` (a share) on top; the sum is rounded up.
    - What serves again is counted where most of it is used at the same moment: sessions one after the other share it,
      sessions at the same time do not.
    - A thing counted by people, tables or groups that serves again gets no reserve.
    """
    sums: dict[tuple[str, str], _Sum] = {}
    for entry, people in _timed_with_people(record):
        for material in record.guide.sheet(entry.item.id).materials:
            found = sums.setdefault(_same_name(material.name), _Sum(material.name))
            found.add(material, entry, _times(record, entry.item, people, material.per))
    return tuple(found.need(Fraction(str(reserve))) for found in sums.values())


def usable_materials(materials: Iterable[Material]) -> tuple[Material, ...]:
    """The materials that have a name and a number: what may go into a file of the library."""
    return tuple(material for material in materials if material.name and material.quantity > 0)


def peak(uses: Iterable[MaterialUse]) -> int:
    """How many pieces are in use at the busiest moment; one session may take over from another without a pause."""
    changes = sorted(change for use in uses for change in ((use.ends_at, -use.quantity), (use.starts_at, use.quantity)))
    most = now = 0
    for _moment, difference in changes:
        now += difference
        most = max(most, now)
    return most


@dataclass(slots=True)
class _Sum:
    name: Text
    used_up: Fraction = Fraction()
    per: dict[MaterialPer, None] = field(default_factory=dict)
    uses: list[MaterialUse] = field(default_factory=list)

    def add(self, material: Material, entry: TimedItem, times: int) -> None:
        quantity, used_up = Fraction(str(material.quantity)) * times, is_used_up(material)
        self.used_up += quantity if used_up else 0
        self.per[material.per] = None
        self.uses.append(
            MaterialUse(
                item_id=entry.item.id,
                day=entry.day,
                starts_at=entry.starts_at,
                ends_at=max(entry.ends_at, entry.starts_at + SHORTEST_USE),
                room=entry.item.room.strip(),
                quantity=ceil(quantity),
                is_used_up=used_up,
            )
        )

    def need(self, reserve: Fraction) -> MaterialNeed:
        spent, spent_with_reserve = ceil(self.used_up), ceil(self.used_up * (1 + reserve))
        lasting = peak(use for use in self.uses if not use.is_used_up)
        uses = tuple(use for use in self.uses if use.quantity)
        return MaterialNeed(self.name, spent_with_reserve + lasting, spent_with_reserve - spent, tuple(self.per), uses)


def _timed_with_people(record: EventRecord) -> Iterator[tuple[TimedItem, int]]:
    confirmed = sum(entry.status is InvitationStatus.CONFIRMED for entry in record.participations)
    people = max(confirmed, record.event.expected_people)
    timed = timed_items(record.agenda, record.event.starts_on)
    beside = _beside(timed)
    for entry, count in zip(timed, beside, strict=True):
        yield entry, ceil(people / count)


def _beside(timed: Sequence[TimedItem]) -> list[int]:
    """How many items run in the block of each one: neighbours of a day with the same mark."""
    counts: list[int] = []
    start = 0
    for place in range(1, len(timed) + 1):
        if place < len(timed) and _is_same_block(timed[place - 1], timed[place]):
            continue
        counts += [place - start] * (place - start)
        start = place
    return counts


def _is_same_block(one: TimedItem, other: TimedItem) -> bool:
    return bool(one.item.parallel) and (one.day, one.item.parallel) == (other.day, other.item.parallel)


def _same_name(name: Text) -> tuple[str, str]:
    return name.sq.strip().casefold(), name.en.strip().casefold()


def _times(record: EventRecord, item: AgendaItem, people: int, per: MaterialPer) -> int:
    if per is MaterialPer.PARTICIPANT:
        return people
    if per is MaterialPer.TABLE:
        return _tables(record, item, people)
    if per is MaterialPer.GROUP:
        return ceil(people / PEOPLE_PER_GROUP)
    return _facilitators(record, item, people) if per is MaterialPer.FACILITATOR else 1


def _tables(record: EventRecord, item: AgendaItem, people: int) -> int:
    cafe = next((cafe for cafe in record.cafes if cafe.item_id == item.id), None)
    return cafe.table_count if cafe else ceil(people / PEOPLE_PER_TABLE)


def _facilitators(record: EventRecord, item: AgendaItem, people: int) -> int:
    needed = {
        ItemKind.WORKING_GROUPS: ceil(people / PEOPLE_PER_GROUP),
        ItemKind.WORLD_CAFE: _tables(record, item, people),
    }
    return max(len(item.facilitators), needed.get(item.kind, 1))
