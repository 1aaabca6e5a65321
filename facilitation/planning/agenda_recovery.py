"""Winning back lost time: which sessions of a day to shorten or to drop so that it hurts least.

Time is won from one item on (or from the first of the day) up to the next pinned start, or to the end of the day where
none follows: the *stretch*. A pin never moves, so what is won before it counts only up to it. *Won* is by how many
minutes the stretch ends earlier by the clock; what only makes a session wait for its soft start wins nothing. What may
change, and the pain of it, stands in ``agenda_recovery_ways.py``.

The plan is the one of least pain that wins the time; where that cannot be, the one that wins the most. It is found
block by block: for each minute at which a block can end, the least pain of getting there is kept. Durations are taken
in whole minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import islice, takewhile

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.domain.method import Method
from facilitation.planning.agenda_edits import day_of, place_of, with_item_changed, without_item
from facilitation.planning.agenda_recovery_ways import ANY_TIME, PlannedItem, RecoveryChange, Way, ways_of
from facilitation.planning.agenda_timing import ANY_DATE, TimedItem, moment_of, parallel_blocks, timed_items
from facilitation.planning.agenda_under_check import NO_METHODS

MIDNIGHT = datetime.combine(ANY_DATE, time())
ONE_MINUTE = timedelta(minutes=1)
TimedBlock = tuple[TimedItem, ...]
Minute = int | None
"""When everything so far is over, in minutes after midnight; ``None`` = the day has not begun."""


@dataclass(frozen=True, slots=True)
class TimeLost:
    """So many minutes to win back, from one item on; with no ``from_id`` from the first item of the ``day``."""

    minutes: int
    day: int = 1
    from_id: str = ""


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """How time is won back. ``until_id`` is the pinned item up to which it counts ("" = the end of the day)."""

    day: int
    wanted: int
    won: int
    pain: int = 0
    changes: tuple[RecoveryChange, ...] = ()
    until_id: str = ""

    @property
    def is_enough(self) -> bool:
        """Whether it wins all the time that was wanted."""
        return self.won >= self.wanted


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the stretch: its ways, its planned end, and its start where that is pinned."""

    ways: tuple[Way, ...]
    planned_end: int
    pinned_start: Minute


@dataclass(frozen=True, slots=True)
class _Path:
    """The cheapest ways found for the blocks so far: the last one, and the path before it."""

    pain: int = 0
    way: Way | None = None
    before: _Path | None = None

    def changes(self) -> tuple[RecoveryChange, ...]:
        """All changes on the path, block by block."""
        own = self.way.changes if self.way else ()
        return (*self.before.changes(), *own) if self.before else own


def recovery_plan(agenda: Agenda, lost: TimeLost, methods: Mapping[str, Method] = NO_METHODS) -> RecoveryPlan:
    """The least painful way to win back the time, or else the way that wins the most. Raises ``NotFound``."""
    number = place_of(agenda, lost.from_id)[0] if lost.from_id else lost.day
    day, wanted = day_of(agenda, number), max(0, lost.minutes)
    timed = _timed_blocks(day)
    first, until = _stretch(timed, lost.from_id)
    blocks = [_block(timed[: place + 1], day, methods, wanted) for place in range(first, until)]
    path = _best_path(blocks, _over_at(timed[:first]), day, wanted)
    until_id = next((entry.item.id for entry in timed[until] if entry.item.pinned_start), "") if timed[until:] else ""
    plan = RecoveryPlan(number, wanted, 0, path.pain, path.changes(), until_id)
    after = _timed_blocks(day_of(with_recovery(agenda, plan), number))
    return replace(plan, won=_end(timed, until_id, day) - _end(after, until_id, day))


def with_recovery(agenda: Agenda, plan: RecoveryPlan) -> Agenda:
    """The agenda with the changes of a plan; of a shortened item the time for questions shrinks in proportion.

    Raises ``NotFound`` where an item is not there any more.
    """
    if any(change.is_dropped for change in plan.changes):
        agenda = agenda.with_day(plan.day, tuple(_blocks_apart(day_of(agenda, plan.day).items)))
    for change in plan.changes:
        day, position = place_of(agenda, change.item_id)
        item = agenda.days[day - 1].items[position]
        if change.is_dropped:
            agenda = without_item(agenda, item.id)
        else:
            agenda = with_item_changed(agenda, _shortened(item, change.after))
    return agenda


def _blocks_apart(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    """The items with every block under a name of its own: two of one name would become one with nothing between."""
    names = {""}
    for number, block in enumerate(parallel_blocks(items)):
        name = block[0].parallel
        own_name = name if name not in names else f"{name}+{number}" if name else ""
        names.add(own_name)
        yield from (replace(item, parallel=own_name) for item in block)


def _shortened(item: AgendaItem, minutes: int) -> AgendaItem:
    questions = item.questions * minutes // item.minutes // ONE_MINUTE * ONE_MINUTE
    least = ONE_MINUTE if item.questions else timedelta()
    return replace(item, duration=minutes * ONE_MINUTE, questions=max(least, questions))


def _timed_blocks(day: AgendaDay) -> list[TimedBlock]:
    timed = iter(timed_items(Agenda("", (day,)), ANY_DATE))
    return [tuple(islice(timed, len(block))) for block in parallel_blocks(day.items)]


def _stretch(timed: Sequence[TimedBlock], from_id: str) -> tuple[int, int]:
    """The place of the first block in which time can be won, and that of the pinned one it counts up to."""
    has_item = (place for place, block in enumerate(timed) if any(entry.item.id == from_id for entry in block))
    first = next(has_item, 0)
    pinned = (place for place, block in enumerate(timed) if place > first and _is_pinned(block))
    return first, next(pinned, len(timed))


def _is_pinned(block: TimedBlock) -> bool:
    return any(entry.item.pinned_start for entry in block)


def _over_at(timed: Iterable[TimedBlock]) -> Minute:
    return max((_minute(entry.ends_at) for block in timed for entry in block), default=None)


def _end(timed: Iterable[TimedBlock], until_id: str, day: AgendaDay) -> int:
    """When all before an item is over; the start of the day where nothing is before it."""
    before = list(takewhile(lambda block: all(entry.item.id != until_id for entry in block), timed))
    over_at = _over_at(before)
    return _day_start(day) if over_at is None else over_at


def _day_start(day: AgendaDay) -> int:
    return _minute(datetime.combine(ANY_DATE, day.starts_at))


def _minute(moment: datetime) -> int:
    return (moment - MIDNIGHT) // ONE_MINUTE


def _block(timed: Sequence[TimedBlock], day: AgendaDay, methods: Mapping[str, Method], wanted: int) -> _Block:
    """The last of these blocks made ready."""
    block = timed[-1]
    starts_at = min(entry.starts_at for entry in block)
    planned = [
        PlannedItem(entry.item, (entry.starts_at - starts_at) // ONE_MINUTE, _soft_start(entry.item, day))
        for entry in block
    ]
    pinned_start = _minute(starts_at) if _is_pinned(block) else None
    return _Block(ways_of(planned, methods, wanted), _over_at(timed) or 0, pinned_start)


def _soft_start(item: AgendaItem, day: AgendaDay) -> int:
    moment = moment_of(item.soft_start, day, ANY_DATE)
    return ANY_TIME if moment is None else _minute(moment)


def _best_path(blocks: Sequence[_Block], over_at: Minute, day: AgendaDay, wanted: int) -> _Path:
    """The cheapest ways through all blocks that win what is wanted, or else the ways that win the most."""
    starts_at = _day_start(day)
    paths: Mapping[Minute, _Path] = {over_at: _Path()}
    for block in blocks:
        paths = _paths_over(block, paths, starts_at, wanted)
    ends = [(starts_at if end is None else end, path) for end, path in paths.items()]
    latest = blocks[-1].planned_end - wanted if blocks else starts_at
    enough = [path for end, path in ends if end <= latest]
    if enough:
        return min(enough, key=lambda path: path.pain)
    return min(ends, key=lambda reached: (reached[0], reached[1].pain))[1]


def _paths_over(
    block: _Block, paths: Mapping[Minute, _Path], day_starts_at: int, wanted: int
) -> Mapping[Minute, _Path]:
    """The cheapest path to each minute at which a block can be over.

    What wins more than is wanted is not told apart from what wins just that: it makes nothing later cheaper.
    """
    earliest = block.planned_end - wanted
    reached: dict[Minute, _Path] = {}
    for free_from, path in paths.items():
        for way in block.ways:
            over_at = _after(block, way, free_from, day_starts_at)
            if over_at is not None and over_at < earliest:
                over_at = earliest
            known = reached.get(over_at)
            if known is None or path.pain + way.pain < known.pain:
                reached[over_at] = _Path(path.pain + way.pain, way, path)
    return reached


def _after(block: _Block, way: Way, free_from: Minute, day_starts_at: int) -> Minute:
    """When a block is over that is done in one way, as ``agenda_timing`` works it out."""
    if way.is_gone:
        return free_from
    if block.pinned_start is not None:
        starts_at = block.pinned_start
    else:
        ready_at = day_starts_at if free_from is None else free_from + way.buffer
        starts_at = max(ready_at, way.soft_start)
    ends_at = starts_at + way.length
    return ends_at if free_from is None else max(free_from, ends_at)
