"""The ways in which one block of parallel items can be made shorter, and what each of them costs.

What may change
    - An item can be shortened down to its ``shortest``, else to the minimum of its method, else a meal to 30 minutes
      and a break to 10; other items not at all. No break becomes shorter than 10 minutes, whatever it says itself.
    - An optional item can be dropped, unless it is pinned. Its buffer and its soft start go with it.
    - Parallel items shrink together: what would outlast the new end of their block is cut to it or dropped.

The pain, in hundredths of a minute
    - Cutting c of d minutes costs 100·(c + 3) + 200·c²/d, rounded down: a little of a long session hardly more than
      the minutes it wins, and the nearer to all of it the more, up to three times as much. The three minutes are for
      telling its people: two sessions told to be shorter are better than eight.
    - Dropping an item of d minutes costs 100·(d + 15).
    - Breaks and meals cost twice as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from facilitation.domain.agenda import REST_KINDS, AgendaItem, ItemKind
from facilitation.domain.method import Method
from facilitation.planning.agenda_under_check import whole_minutes

SHORTEST_BREAK, SHORTEST_MEAL = 10, 30
TELLING = 3
"""Minutes that shortening an item at all costs beside those it gives."""
DROPPING = 15
"""Minutes that dropping an item costs beside its own."""
REST_WEIGHT = 2
"""How many times a minute of a break or a meal counts."""
ANY_TIME = -1
"""The soft start of a block that has none: before every minute of a day."""


@dataclass(frozen=True, slots=True)
class RecoveryChange:
    """What becomes of one item: shortened from so many minutes to so many, or dropped (``after`` is 0 then)."""

    item_id: str
    before: int
    after: int
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item of a block: its minutes from the start of the block, and its soft start (``ANY_TIME`` = none)."""

    item: AgendaItem
    offset: int = 0
    soft_start: int = ANY_TIME

    @property
    def can_go(self) -> bool:
        """Whether it may be dropped."""
        return self.item.is_optional and self.item.pinned_start is None

    @property
    def buffer(self) -> int:
        """Its own buffer in minutes."""
        return whole_minutes(self.item.buffer_before)

    @property
    def ends(self) -> int:
        """Its end in minutes from the start of the block."""
        return self.offset + self.item.minutes


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a block: how long it then is, what it waits for, its pain and its changes.

    ``length`` is 0 and ``is_gone`` true where nothing of the block remains.
    """

    length: int
    buffer: int
    soft_start: int
    pain: int
    changes: tuple[RecoveryChange, ...]
    is_gone: bool = False


_Fate = tuple[int, RecoveryChange | None]
"""The pain an item costs, and its change where it has one."""


def least_minutes(item: AgendaItem, methods: Mapping[str, Method]) -> int:
    """The minutes an item can be shortened to."""
    method = methods.get(item.method_id)
    if item.shortest is not None:
        least = whole_minutes(item.shortest)
    elif method:
        least = whole_minutes(method.minimum_time)
    else:
        least = {ItemKind.BREAK: SHORTEST_BREAK, ItemKind.MEAL: SHORTEST_MEAL}.get(item.kind, item.minutes)
    if item.kind is ItemKind.BREAK:
        least = max(least, SHORTEST_BREAK)
    return min(max(least, 1), item.minutes)


def pain_of_cutting(item: AgendaItem, minutes: int) -> int:
    """What it costs to take so many minutes from an item."""
    cut = 100 * (minutes + TELLING) + 200 * minutes * minutes // item.minutes
    return _weight(item) * cut if minutes else 0


def pain_of_dropping(item: AgendaItem) -> int:
    """What it costs to leave an item out."""
    return _weight(item) * 100 * (item.minutes + DROPPING)


def _weight(item: AgendaItem) -> int:
    return REST_WEIGHT if item.kind in REST_KINDS else 1


def ways_of(block: Sequence[PlannedItem], methods: Mapping[str, Method], most: int) -> tuple[Way, ...]:
    """Every way worth a thought for a block from which at most ``most`` minutes are wanted; one changes nothing.

    A soft start or a buffer can go with the optional items that bring it, so each of them is tried as the largest.
    """
    fitting = [(entry, least_minutes(entry.item, methods)) for entry in block]
    length = max(entry.ends for entry in block)
    limits = product(_limits(block, lambda entry: entry.buffer), _limits(block, lambda entry: entry.soft_start))
    ways = [way for limit in limits for way in _ways_within(fitting, limit, length - most)]
    if all(entry.can_go for entry in block):
        ways.append(_gone(block))
    return tuple(ways)


def _limits(block: Iterable[PlannedItem], wait: Callable[[PlannedItem], int]) -> list[int]:
    """The largest waits that can be left, the planned one first."""
    staying = [wait(entry) for entry in block if not entry.can_go]
    going = {wait(entry) for entry in block if entry.can_go}
    least = max(staying) if staying else min(going)
    return sorted({least, *(value for value in going if value > least)}, reverse=True)


def _ways_within(fitting: Sequence[tuple[PlannedItem, int]], limit: tuple[int, int], shortest: int) -> Iterator[Way]:
    """The ways that keep only what waits no longer than ``limit`` (buffer, soft start), each length once."""
    buffer, soft_start = limit
    kept = [(entry, least) for entry, least in fitting if entry.buffer <= buffer and entry.soft_start <= soft_start]
    dropped = [_dropped(entry.item) for entry, _ in fitting if entry.buffer > buffer or entry.soft_start > soft_start]
    longest = max((entry.ends for entry, _ in kept), default=0)
    for length in range(longest, min(longest, max(shortest, 1)) - 1, -1):
        fates = [fate for entry, least in kept if (fate := _fate(entry, least, length - entry.offset))]
        if len(fates) < len(kept) or all(change and change.is_dropped for _, change in fates):
            return
        pain = sum(cost for cost, _ in (*fates, *dropped))
        yield Way(length, buffer, soft_start, pain, tuple(change for _, change in (*fates, *dropped) if change))


def _fate(entry: PlannedItem, least: int, room: int) -> _Fate | None:
    """What an item does where ``room`` minutes are left for it; ``None`` = it does not fit and cannot go."""
    item = entry.item
    if room >= item.minutes:
        return 0, None
    cut = (pain_of_cutting(item, item.minutes - room), RecoveryChange(item.id, item.minutes, room))
    fates: list[_Fate] = [cut] if room >= least else []
    if entry.can_go:
        fates.append(_dropped(item))
    return min(fates, key=lambda fate: fate[0], default=None)


def _dropped(item: AgendaItem) -> _Fate:
    return pain_of_dropping(item), RecoveryChange(item.id, item.minutes, 0, is_dropped=True)


def _gone(block: Sequence[PlannedItem]) -> Way:
    fates = [_dropped(entry.item) for entry in block]
    changes = tuple(change for _, change in fates if change)
    return Way(0, 0, ANY_TIME, sum(pain for pain, _ in fates), changes, is_gone=True)
