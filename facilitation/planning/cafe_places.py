"""What the papers of a café say: who sits at which table in which round, who hosts it, and when what happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import timed_steps

WELCOME_SHARE, HARVEST_SHARE = 0.1, 0.2
"""How much of a café goes into the welcome and the harvest where the guide says nothing yet."""
ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Who sits at one table in one round; both count from 1. ``host_id`` is "" where nobody hosts."""

    round: int
    table: int
    host_id: str
    guest_ids: tuple[str, ...]

    @property
    def everybody(self) -> tuple[str, ...]:
        """All at the table, the host first."""
        return (self.host_id, *self.guest_ids) if self.host_id else self.guest_ids


def table_groups(seating: Seating) -> tuple[TableGroup, ...]:
    """Every table of every round, round by round."""
    return tuple(
        _group(number, table, ids, frozenset(seating.hosts_in(number)))
        for number, sitting in enumerate(seating.rounds, start=1)
        for table, ids in enumerate(sitting.tables, start=1)
    )


def _group(number: int, table: int, ids: tuple[str, ...], hosts: frozenset[str]) -> TableGroup:
    host = next((person for person in ids if person in hosts), "")
    return TableGroup(number, table, host, tuple(person for person in ids if person != host))


def tables_by_person(seating: Seating) -> dict[str, tuple[int | None, ...]]:
    """For everybody the table of every round; None where they sit at none."""
    tables: dict[str, list[int | None]] = {}
    for group in table_groups(seating):
        for person in group.everybody:
            tables.setdefault(person, [None] * len(seating.rounds))[group.round - 1] = group.table
    return {person: tuple(places) for person, places in tables.items()}


def hosts_by_table(seating: Seating) -> dict[int, tuple[str, ...]]:
    """Who hosts each table, each person once, in the order of the rounds."""
    hosts: dict[int, dict[str, None]] = {}
    for group in table_groups(seating):
        found = hosts.setdefault(group.table, {})
        if group.host_id:
            found[group.host_id] = None
    return {table: tuple(found) for table, found in hosts.items()}


def rounds_by_host(seating: Seating, table: int) -> dict[str, tuple[int, ...]]:
    """Who hosts a table (from 1) in which rounds, in the order of the rounds."""
    rounds: dict[str, list[int]] = {}
    for group in table_groups(seating):
        if group.table == table and group.host_id:
            rounds.setdefault(group.host_id, []).append(group.round)
    return {host: tuple(numbers) for host, numbers in rounds.items()}


def tables_by_theme(cafe: Cafe, table_count: int) -> dict[str, tuple[int, ...]]:
    """The tables (from 1) of each theme, in the order of the tables."""
    found: dict[str, list[int]] = {}
    for table in range(1, table_count + 1):
        if theme := cafe.rules.theme(table):
            found.setdefault(theme, []).append(table)
    return {theme: tuple(numbers) for theme, numbers in found.items()}


class MomentKind(StrEnum):
    """What a moment is: a step as the guide tells it, or a part that is proposed where it tells none."""

    STEP = "step"
    WELCOME = "welcome"
    ROUND = "round"
    HARVEST = "harvest"


@dataclass(frozen=True, slots=True)
class CafeMoment:
    """A part of the café with its naive local times; ``round`` is set for rounds, ``what`` for steps."""

    kind: MomentKind
    starts_at: datetime
    ends_at: datetime
    round: int = 0
    what: Text = Text()


def cafe_moments(record: EventRecord, cafe: Cafe) -> tuple[CafeMoment, ...]:
    """The steps of the guide with their times; without any, welcome, rounds of equal length and harvest."""
    timed = timed_items(record.agenda, record.event.starts_on)
    entry = next((entry for entry in timed if entry.item.id == cafe.item_id), None)
    if entry is None:
        return ()
    steps = timed_steps(record.guide.sheet(cafe.item_id), entry)
    if steps:
        return tuple(CafeMoment(MomentKind.STEP, at.starts_at, at.ends_at, what=at.step.what) for at in steps)
    return tuple(_proposed(entry, cafe.round_count))


def _proposed(entry: TimedItem, rounds: int) -> Iterator[CafeMoment]:
    whole = entry.ends_at - entry.starts_at
    length = whole * (1 - WELCOME_SHARE - HARVEST_SHARE) / max(1, rounds) // ONE_MINUTE * ONE_MINUTE
    at = entry.starts_at + whole * WELCOME_SHARE // ONE_MINUTE * ONE_MINUTE
    if rounds == 0 or length < ONE_MINUTE:
        return
    yield CafeMoment(MomentKind.WELCOME, entry.starts_at, at)
    for number in range(1, rounds + 1):
        yield CafeMoment(MomentKind.ROUND, at, at + length, round=number)
        at += length
    yield CafeMoment(MomentKind.HARVEST, at, entry.ends_at)
