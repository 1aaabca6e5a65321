"""Who has to move when tables are too empty: the fewest people, counted over all rounds still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

MOST_SETS = 6000
"""Of sets of people that are looked at before the ones found so far are taken."""

Unit = frozenset[str]
"""People who move as one: a group that stays together, or one person."""


@dataclass(frozen=True, slots=True)
class Left:
    """One round as it is now: who is left at each table, the fewest and the most who may sit there."""

    tables: tuple[frozenset[str], ...]
    least: tuple[int, ...]
    most: tuple[int, ...]
    waiting: frozenset[str] = frozenset()

    def shortage(self, movers: frozenset[str]) -> int:
        """How many more would have to move; a table whose people all move is closed, so it needs nobody."""
        needed = room = 0
        moving = len(self.waiting)
        closed: list[tuple[int, int]] = []
        for people, least, most in zip(self.tables, self.least, self.most, strict=True):
            staying = len(people - movers)
            moving += len(people) - staying
            if staying:
                needed += max(0, least - staying)
                room += most - staying
            else:
                closed.append((most, least))
        for most, least in sorted(closed, reverse=True):
            if room < moving:
                needed, room = needed + least, room + most
        return max(0, needed - moving, moving - room)


def fewest_movers(rounds: Sequence[Left], units: Sequence[Unit], forced: frozenset[str]) -> frozenset[str]:
    """The fewest people, with those who are forced to, whose moving fills every table.

    Grown greedily, thinned out, compared with giving up every table that is too empty, then with all smaller sets as
    far as there are few enough of them.
    """
    grown = _thinned(rounds, units, _grown(rounds, units, forced), forced)
    given_up = _thinned(rounds, units, _all_at_broken_tables(rounds, units, forced), forced)
    best = min((movers for movers in (grown, given_up) if _missing(rounds, movers) == 0), key=len, default=grown)
    return _smaller(rounds, units, best, forced)


def _missing(rounds: Iterable[Left], movers: frozenset[str]) -> int:
    return sum(left.shortage(movers) for left in rounds)


def _grown(rounds: Sequence[Left], units: Sequence[Unit], forced: frozenset[str]) -> frozenset[str]:
    """Add what fills most per person: one unit, or everybody at a table that is too empty."""
    movers, missing = forced, _missing(rounds, forced)
    while missing:
        options = [
            *(unit - movers for unit in units),
            *(people - movers for people in _broken_tables(rounds, movers, units)),
        ]
        gains = [(_missing(rounds, movers | option), option) for option in options if option]
        if not gains:
            break
        after, chosen = min(gains, key=lambda gain: ((gain[0] - missing) / len(gain[1]), len(gain[1]), sorted(gain[1])))
        if after >= missing:
            break
        movers, missing = movers | chosen, after
    return movers


def _broken_tables(rounds: Iterable[Left], movers: frozenset[str], units: Sequence[Unit]) -> Iterator[frozenset[str]]:
    """Everybody at a table that is too empty, where all of them may move."""
    for left in rounds:
        for people, least in zip(left.tables, left.least, strict=True):
            if 0 < len(people - movers) < least:
                whole = frozenset().union(people, *(unit for unit in units if unit & people))
                if all(any(one in unit for unit in units) for one in people - movers):
                    yield whole


def _all_at_broken_tables(rounds: Sequence[Left], units: Sequence[Unit], forced: frozenset[str]) -> frozenset[str]:
    return frozenset().union(forced, *_broken_tables(rounds, forced, units))


def _thinned(
    rounds: Sequence[Left], units: Sequence[Unit], movers: frozenset[str], forced: frozenset[str]
) -> frozenset[str]:
    """Leave out whoever is not needed."""
    if _missing(rounds, movers):
        return movers
    for unit in sorted((unit for unit in units if unit <= movers), key=lambda each: (-len(each), sorted(each))):
        fewer = movers - (unit - forced)
        if fewer != movers and _missing(rounds, fewer) == 0:
            movers = fewer
    return movers


def _smaller(
    rounds: Sequence[Left], units: Sequence[Unit], best: frozenset[str], forced: frozenset[str]
) -> frozenset[str]:
    """The smallest set of units that does, looked for from small to large."""
    looked_at = 0
    useful = [unit for unit in units if not unit <= forced]
    for count in range(len(best - forced)):
        for chosen in combinations(useful, count):
            looked_at += 1
            movers = forced.union(*chosen)
            if len(movers) < len(best) and _missing(rounds, movers) == 0:
                return movers
            if looked_at > MOST_SETS:
                return best
    return best
