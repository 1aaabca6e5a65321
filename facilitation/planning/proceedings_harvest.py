"""What the tables of every café brought out, as the volume prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitation.domain.agenda import ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.proceedings_content import CafeHarvest, RoundHarvest, TableHarvest
from facilitation.planning.proceedings_source import PublicRecord
from facilitation.planning.proceedings_themes import themes_harvested


def harvests_of(source: PublicRecord) -> Iterator[CafeHarvest]:
    """Every world café, and every other session in which tables harvested."""
    cafes = {cafe.item_id: cafe for cafe in source.record.cafes}
    for entry in source.timed:
        every = source.notes[entry.item.id]
        notes = [note for note in every if note.kind is NoteKind.HARVEST]
        if notes or entry.item.kind is ItemKind.WORLD_CAFE:
            themes = themes_harvested(source.record.proceedings.themes, entry.item.id, every)
            yield replace(_cafe_harvest(entry, cafes.get(entry.item.id), notes), themes=themes)


def _cafe_harvest(entry: TimedItem, cafe: Cafe | None, notes: list[Note]) -> CafeHarvest:
    seating = cafe.seating if cafe else None
    seated = {person for turn in seating.rounds for table in turn.tables for person in table} if seating else set()
    return CafeHarvest(
        item_id=entry.item.id,
        title=entry.item.title,
        day=entry.day,
        table_count=cafe.table_count if cafe else len({note.table for note in notes if note.table is not None}),
        rounds=tuple(_round_harvests(cafe.questions if cafe else (), notes)),
        people_count=len(seated),
        possible_meetings=seating.possible_meetings if seating else 0,
        unique_meetings=seating.unique_meetings if seating else 0,
    )


def _round_harvests(questions: tuple[Text, ...], notes: list[Note]) -> Iterator[RoundHarvest]:
    """All rounds that have a question or a harvest; notes without a round come last."""
    asked = dict(enumerate(questions, start=1))
    points: dict[int | None, dict[int | None, list[str]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        points[note.round][note.table].append(note.text)
    for number in _ordered({*asked, *points}):
        tables = points.get(number, {})
        harvested = tuple(TableHarvest(table, tuple(tables[table])) for table in _ordered(tables))
        yield RoundHarvest(number, asked.get(number, Text()) if number else Text(), harvested)


def _ordered(numbers: Iterable[int | None]) -> list[int | None]:
    """Numbers in order, ``None`` last."""
    return sorted(numbers, key=lambda number: (number is None, number or 0))
