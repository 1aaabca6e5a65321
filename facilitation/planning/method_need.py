"""What a session needs of a method: how many people, how long, what for, in which room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from facilitation.domain.agenda import SPEECH_KINDS, Agenda, AgendaDay, AgendaItem, ItemKind, Layout
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import parallel_blocks

GOALS = ("open", "inform", "explore", "converge", "decide", "close")
"""What methods are good for, in the order of an agenda."""
GOALS_OF_KINDS: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.OPENING: ("open",),
    ItemKind.PLENARY: ("inform",),
    ItemKind.PANEL: ("inform",),
    ItemKind.WORKING_GROUPS: ("explore", "converge"),
    ItemKind.WORLD_CAFE: ("explore", "converge"),
    ItemKind.NETWORKING: ("open",),
    ItemKind.GALLERY: ("inform", "converge"),
    ItemKind.ENERGISER: ("open",),
    ItemKind.EVALUATION: ("close",),
}
"""What a session of a kind is usually for (ours); kinds that are not here ask for no method."""
KINDS_OF_METHODS: Mapping[str, ItemKind] = {
    "world_cafe": ItemKind.WORLD_CAFE,
    "gallery_walk": ItemKind.GALLERY,
    "data_walk": ItemKind.GALLERY,
    "marketplace": ItemKind.GALLERY,
    "speed_networking": ItemKind.NETWORKING,
    "living_map": ItemKind.NETWORKING,
    "energiser": ItemKind.ENERGISER,
    "evaluation_moment": ItemKind.EVALUATION,
    "panel_qa": ItemKind.PANEL,
}


@dataclass(frozen=True, slots=True)
class MethodNeed:
    """What is asked of a method. ``goals`` and ``layouts``: any of them will do, empty = all the same.

    ``tables`` = how many tables or groups there must be (0 = as many as it takes); ``listened`` = how long people have
    only listened when the method begins. ``is_about_cases`` = cases of real people are talked about.
    """

    people: int
    duration: timedelta
    goals: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    is_about_cases: bool = False
    has_mixed_ranks: bool = False
    tables: int = 0
    listened: timedelta = timedelta()


def need_of_session(record: EventRecord, item_id: str) -> MethodNeed | None:
    """What one session of an event needs, as far as the agenda says it; ``None`` when the session is not there."""
    day = next((day for day in record.agenda.days if any(item.id == item_id for item in day.items)), None)
    item = record.agenda.item(item_id)
    if day is None or item is None:
        return None
    return MethodNeed(
        people=_people(record, day, item),
        duration=item.duration,
        goals=GOALS_OF_KINDS.get(item.kind, ()),
        layouts=_layouts(record.agenda, item),
        listened=_listened(day.items, item),
    )


def session_kind(method: Method) -> ItemKind:
    """The kind of a session that is made for a method."""
    usual = ItemKind.WORKING_GROUPS if method.group_maximum else ItemKind.PLENARY
    return KINDS_OF_METHODS.get(method.id, usual)


def _people(record: EventRecord, day: AgendaDay, item: AgendaItem) -> int:
    block = next(block for block in parallel_blocks(day.items) if item in block)
    return item.people or max(1, ceil(record.event.expected_people / len(block)))


def _layouts(agenda: Agenda, item: AgendaItem) -> tuple[Layout, ...]:
    name = item.room.strip().casefold()
    room = next((room for room in agenda.rooms if name and room.name.strip().casefold() == name), None)
    return room.layouts if room else ()


def _listened(items: Iterable[AgendaItem], item: AgendaItem) -> timedelta:
    """Speech in a row without questions of the listeners, up to the item and with it."""
    listened = timedelta()
    for entry in items:
        is_speech = entry.kind in SPEECH_KINDS and not entry.questions
        if entry.id == item.id:
            return listened + (entry.duration if is_speech else timedelta())
        listened = listened + entry.duration if is_speech else timedelta()
    return listened
