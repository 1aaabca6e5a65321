"""Where each session stands in a grid of clock time by room, or of clock time by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from facilitation.planning.agenda_timing import TimedItem

EVERYWHERE = -1
"""The column of what concerns all rooms."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in a grid: its column (from 0, or ``EVERYWHERE``) and, where several overlap there, its lane."""

    entry: TimedItem
    column: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns by name and the sessions in them. Names are rooms, or day numbers as text."""

    columns: tuple[str, ...]
    placed: tuple[Placed, ...]


def room_grid(timed: Iterable[TimedItem], rooms: Sequence[str] = ()) -> Grid:
    """One day by rooms: the known ``rooms`` that are used first, then others as they come.

    What has no room and runs beside nothing (a plenary, a break) lies across all columns. Where nothing has a room
    there is one column without a name.
    """
    entries = tuple(timed)
    used = dict.fromkeys(entry.item.room.strip() for entry in entries if entry.item.room.strip())
    names = [room for room in rooms if room in used]
    names += [room for room in used if room not in names]
    has_beside = any(_is_homeless(entry) for entry in entries)
    columns = tuple(names) + (("",) if has_beside or not names else ())
    return _placed(entries, columns, [_room_column(entry, columns) for entry in entries])


def day_grid(timed: Iterable[TimedItem], days: int) -> Grid:
    """All days side by side."""
    entries = tuple(timed)
    columns = tuple(str(number) for number in range(1, days + 1))
    return _placed(entries, columns, [entry.day - 1 for entry in entries])


def _is_homeless(entry: TimedItem) -> bool:
    """Whether a session runs beside others and nobody said where."""
    return not entry.item.room.strip() and bool(entry.item.parallel)


def _room_column(entry: TimedItem, columns: tuple[str, ...]) -> int:
    room = entry.item.room.strip()
    if room or _is_homeless(entry) or columns == ("",):
        return columns.index(room)
    return EVERYWHERE


def _placed(entries: Sequence[TimedItem], columns: tuple[str, ...], places: Sequence[int]) -> Grid:
    placed: list[Placed] = []
    for column in (EVERYWHERE, *range(len(columns))):
        own = [entry for entry, place in zip(entries, places, strict=True) if place == column]
        placed += _in_lanes(own, column)
    order = {entry.item.id: place for place, entry in enumerate(entries)}
    return Grid(columns, tuple(sorted(placed, key=lambda each: order[each.entry.item.id])))


def _in_lanes(entries: list[TimedItem], column: int) -> list[Placed]:
    """Each entry in the first lane that is free; as many lanes as the run of overlapping entries needs."""
    placed: list[Placed] = []
    for run in _overlapping_runs(entries):
        ends: list[datetime] = []
        lanes: list[int] = []
        for entry in run:
            lane = next((number for number, end in enumerate(ends) if end <= entry.starts_at), len(ends))
            ends[lane : lane + 1] = [entry.ends_at]
            lanes.append(lane)
        placed += [Placed(entry, column, lane, len(ends)) for entry, lane in zip(run, lanes, strict=True)]
    return placed


def _overlapping_runs(entries: list[TimedItem]) -> list[list[TimedItem]]:
    """The entries in order of their start, in runs that share time; days never share any."""
    runs: list[list[TimedItem]] = []
    until = datetime.min
    for entry in sorted(entries, key=lambda entry: entry.starts_at):
        if not runs or entry.starts_at >= until:
            runs.append([])
        runs[-1].append(entry)
        until = max(until, entry.ends_at) if len(runs[-1]) > 1 else entry.ends_at
    return runs


def minutes_of_day(moment: datetime, day: date) -> int:
    """Minutes after the midnight a day of the agenda begins with (past the next midnight: more than 1440)."""
    return int((moment - datetime.combine(day, time())) / timedelta(minutes=1))
