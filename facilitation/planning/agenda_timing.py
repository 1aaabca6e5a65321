"""Clock times of an agenda, and what follows from them: working time, small-group share, time without a rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from facilitation.domain.agenda import (
    OUTSIDE_WORK_KINDS,
    REST_KINDS,
    SMALL_GROUP_KINDS,
    Agenda,
    AgendaDay,
    AgendaItem,
    ItemKind,
)

SMALL_HOURS_END = time(5)
"""A pinned or soft start before this hour, on a day that starts later, belongs to the night after that day."""
ANY_DATE = date(2000, 1, 1)
"""For measures that do not depend on the date."""


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item with its naive local times.

    ``gap_before`` lies between the moment it could start – the end of everything before it on its day, and then the
    ``buffer`` – and its start: more than zero is a gap, less than zero an overlap. Pins make either, soft starts only
    gaps. ``buffer`` is kept free for all items of its block alike. The first item of a day has neither gap nor buffer.
    """

    item: AgendaItem
    day: int
    starts_at: datetime
    ends_at: datetime
    gap_before: timedelta = timedelta()
    buffer: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items that follow each other, in blocks of parallel ones; staff items are left out."""

    blocks: tuple[tuple[TimedItem, ...], ...]

    @property
    def items(self) -> tuple[TimedItem, ...]:
        """All items, in the order of the agenda."""
        return tuple(entry for block in self.blocks for entry in block)

    @property
    def starts_at(self) -> datetime:
        """When the first of them starts."""
        return min(entry.starts_at for entry in self.items)

    @property
    def ends_at(self) -> datetime:
        """When the last of them ends."""
        return max(entry.ends_at for entry in self.items)

    @property
    def duration(self) -> timedelta:
        """From the start to the end by the clock."""
        return self.ends_at - self.starts_at


def timed_items(agenda: Agenda, starts_on: date) -> tuple[TimedItem, ...]:
    """Every item with its times, in the order of the agenda; day 1 is ``starts_on``.

    An item starts when all before it is over and its buffer has passed, but not before its soft start; a pinned start
    never moves. Parallel neighbours share a start (that of the pinned one among them, if there is one, else the latest
    soft one) and the longest buffer among them; the next item starts after the longest of them. Days run past midnight
    if they must.
    """
    return tuple(
        timed
        for number, day in enumerate(agenda.days, start=1)
        for timed in _timed_day(day, number, starts_on + timedelta(days=number - 1))
    )


def _timed_day(day: AgendaDay, number: int, on: date) -> Iterator[TimedItem]:
    is_first = True
    free_from = datetime.combine(on, day.starts_at)
    for block in parallel_blocks(day.items):
        buffer = timedelta() if is_first else max(item.buffer_before for item in block)
        ready_at = free_from + buffer
        starts = _starts(block, ready_at, day, on)
        ends = [start + item.duration for start, item in zip(starts, block, strict=True)]
        for item, start, end in zip(block, starts, ends, strict=True):
            gap = timedelta() if is_first else start - ready_at
            yield TimedItem(item, number, start, end, gap, buffer)
        free_from = max(ends) if is_first else max(free_from, *ends)
        is_first = False


def _starts(block: tuple[AgendaItem, ...], ready_at: datetime, day: AgendaDay, on: date) -> list[datetime]:
    """The start of each item of a block that could start at ``ready_at``."""
    pins = [moment_of(item.pinned_start, day, on) for item in block]
    soft_starts = [moment_of(item.soft_start, day, on) or ready_at for item in block]
    shared = next((pin for pin in pins if pin is not None), max(ready_at, *soft_starts))
    return [pin or shared for pin in pins]


def parallel_blocks(items: Iterable[AgendaItem]) -> Iterator[tuple[AgendaItem, ...]]:
    """The items of a day as blocks: neighbours with the same ``parallel`` together, every other item alone."""
    for parallel, neighbours in groupby(items, key=lambda item: item.parallel):
        block = tuple(neighbours)
        yield from [block] if parallel else zip(block, strict=True)


def attended_blocks(timed: Iterable[TimedItem]) -> Iterator[tuple[TimedItem, ...]]:
    """The same blocks with their times, without the staff's items; no block spans two days."""
    attended = (entry for entry in timed if entry.item.kind is not ItemKind.STAFF)
    for (_, parallel), neighbours in groupby(attended, key=lambda entry: (entry.day, entry.item.parallel)):
        block = tuple(neighbours)
        yield from [block] if parallel else zip(block, strict=True)


def moment_of(clock: time | None, day: AgendaDay, on: date) -> datetime | None:
    """The moment of a pinned or soft start of a day that begins on ``on``."""
    if clock is None:
        return None
    is_after_midnight = clock < SMALL_HOURS_END and clock < day.starts_at
    return datetime.combine(on + timedelta(days=1) if is_after_midnight else on, clock)


def working_time(agenda: Agenda) -> timedelta:
    """The time people work: no registration, rests or staff items; of parallel items the longest counts once."""
    return sum((_work(block) for block in _all_blocks(agenda)), timedelta())


def small_group_share(agenda: Agenda) -> float:
    """The part of the working time spent in small groups, 0..1; 0.0 when there is no working time.

    In parallel items people are taken to spread evenly.
    """
    worked = working_time(agenda)
    interactive = sum((_small_group_work(block) for block in _all_blocks(agenda)), timedelta())
    return interactive / worked if worked else 0.0


def _all_blocks(agenda: Agenda) -> Iterator[tuple[AgendaItem, ...]]:
    for day in agenda.days:
        yield from parallel_blocks(day.items)


def _working(block: tuple[AgendaItem, ...]) -> list[AgendaItem]:
    return [item for item in block if item.kind not in OUTSIDE_WORK_KINDS]


def _work(block: tuple[AgendaItem, ...]) -> timedelta:
    return max((item.duration for item in _working(block)), default=timedelta())


def _small_group_work(block: tuple[AgendaItem, ...]) -> timedelta:
    working = _working(block)
    small = [item for item in working if item.kind in SMALL_GROUP_KINDS]
    return _work(block) * len(small) / len(working) if small else timedelta()


def longest_stretch(agenda: Agenda) -> timedelta:
    """The longest time by the clock without a rest; zero for an empty agenda."""
    stretches = stretches_without_rest(timed_items(agenda, ANY_DATE))
    return max((stretch.duration for stretch in stretches), default=timedelta())


def stretches_without_rest(timed: Iterable[TimedItem]) -> tuple[Stretch, ...]:
    """What lies between the rests of each day. Registration counts as a rest; staff items count as nothing.

    A rest beside parallel work is no rest for those who work, so it ends nothing; a gap that nobody filled is none.
    """
    by_day_and_rest = groupby(attended_blocks(timed), key=lambda block: (block[0].day, _is_rest(block)))
    return tuple(Stretch(tuple(blocks)) for (_, is_rest), blocks in by_day_and_rest if not is_rest)


def _is_rest(block: tuple[TimedItem, ...]) -> bool:
    return all(entry.item.kind in REST_KINDS or entry.item.kind is ItemKind.REGISTRATION for entry in block)


def day_span(timed: Iterable[TimedItem], day: int) -> tuple[datetime, datetime] | None:
    """When the first item of a day starts and the last one ends; ``None`` for a day without items."""
    of_day = [entry for entry in timed if entry.day == day]
    if not of_day:
        return None
    return min(entry.starts_at for entry in of_day), max(entry.ends_at for entry in of_day)
