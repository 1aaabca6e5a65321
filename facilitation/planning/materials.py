"""What to bring: the materials of all guide sheets added up over the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.person import InvitationStatus
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import parallel_blocks

PEOPLE_PER_TABLE = 5
"""World café: one host and one table for so many people (domain.md 3.5 and 9, no 10)."""
PEOPLE_PER_GROUP = 10
"""Working groups: one facilitator and one group for so many people (domain.md 9, no 10)."""
CONSUMABLE_PER = frozenset({MaterialPer.PARTICIPANT, MaterialPer.TABLE, MaterialPer.GROUP})


@dataclass(frozen=True, slots=True)
class MaterialTotal:
    """So many pieces of one thing, what they were counted by, and the items that need it, in order."""

    name: Text
    quantity: int
    per: tuple[MaterialPer, ...]
    item_ids: tuple[str, ...]


def material_totals(record: EventRecord, reserve: float = 0.1) -> tuple[MaterialTotal, ...]:
    """All materials of the event, by name (in both languages), in the order of the agenda.

    - People are the expected number, or the confirmed ones where more of them said yes (better a form too many than one
      too few); in parallel items they spread evenly. Tables are those of the item's café, else one for every 5 people;
      groups one for every 10.
      Facilitators are those named, but at least one per group in working groups and one per table in a café.
    - A thing counted per event is there once and serves every item: the largest quantity counts. All else is added
      up over the items, even what could be used again.
    - ``reserve`` (a share) comes on top of what is counted per participant, table or group; the sum is rounded up.
    """
    sums: dict[tuple[str, str], _Sum] = {}
    for item, people in _items_with_people(record):
        for material in record.guide.sheet(item.id).materials:
            entry = sums.setdefault(_same_name(material.name), _Sum(material.name))
            entry.add(material, item.id, _times(record, item, people, material.per))
    return tuple(entry.total(Fraction(str(reserve))) for entry in sums.values())


def usable_materials(materials: Iterable[Material]) -> tuple[Material, ...]:
    """The materials that have a name and a number: what may go into a file of the library."""
    return tuple(material for material in materials if material.name and material.quantity > 0)


@dataclass(slots=True)
class _Sum:
    name: Text
    consumable: Fraction = Fraction()
    facilitators: Fraction = Fraction()
    event: Fraction = Fraction()
    per: dict[MaterialPer, None] = field(default_factory=dict)
    item_ids: dict[str, None] = field(default_factory=dict)

    def add(self, material: Material, item_id: str, times: int) -> None:
        quantity = Fraction(str(material.quantity))
        if material.per in CONSUMABLE_PER:
            self.consumable += quantity * times
        elif material.per is MaterialPer.FACILITATOR:
            self.facilitators += quantity * times
        else:
            self.event = max(self.event, quantity)
        self.per[material.per] = None
        self.item_ids[item_id] = None

    def total(self, reserve: Fraction) -> MaterialTotal:
        quantity = ceil(self.consumable * (1 + reserve)) + ceil(self.facilitators) + ceil(self.event)
        return MaterialTotal(self.name, quantity, tuple(self.per), tuple(self.item_ids))


def _items_with_people(record: EventRecord) -> Iterator[tuple[AgendaItem, int]]:
    confirmed = sum(entry.status is InvitationStatus.CONFIRMED for entry in record.participations)
    people = max(confirmed, record.event.expected_people)
    for day in record.agenda.days:
        for block in parallel_blocks(day.items):
            for item in block:
                yield item, ceil(people / len(block))


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
