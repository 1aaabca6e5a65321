"""When each session of a file takes place: days told apart, missing starts and lengths filled by what stands around."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from facilitation.domain.agenda import SMALL_GROUP_KINDS, ItemKind
from facilitation.errors import mark
from facilitation.exchange.agenda_session import SourceSession
from facilitation.exchange.clock_text import length_text
from facilitation.exchange.import_preview import ImportRemark
from facilitation.i18n.formats import clock_text
from facilitation.planning.agenda_edits import NEW_DAY_STARTS_AT
from facilitation.planning.agenda_timing import SMALL_HOURS_END

DayKey = date | int
"""The day of a session: its date, or its number where the file has none."""
DAY, HALF_DAY = timedelta(hours=24), timedelta(hours=12)
EVENING = timedelta(hours=18)
BACK_TO_NEXT_DAY = timedelta(hours=3)
"""Rows that go back by more than this belong to the next day; by less they are out of order."""
AFTERNOON_HOURS = range(1, 8)
"""Hours that are meant in the afternoon where the rows before stand later in the day."""
LONGEST_GUESS = timedelta(hours=4)
USUAL_LENGTHS = {
    ItemKind.REGISTRATION: 30, ItemKind.OPENING: 30, ItemKind.PLENARY: 30, ItemKind.PANEL: 60,
    ItemKind.WORKING_GROUPS: 60, ItemKind.WORLD_CAFE: 90, ItemKind.NETWORKING: 30, ItemKind.GALLERY: 30,
    ItemKind.ENERGISER: 10, ItemKind.EVALUATION: 15, ItemKind.BREAK: 15, ItemKind.MEAL: 60, ItemKind.STAFF: 30,
}  # fmt: skip
"""Minutes of a session whose length nothing tells."""

AFTERNOON = mark("{old} stands after later times; it was taken as {new}.")
NEXT_DAY = mark("The times begin anew at {new}; it was taken for the next day.")
DAY_BEGINS = mark("The day has no start; {new} was taken.")
LENGTH_FROM_END = mark("The session has no duration; it follows from its end: {new}.")
LENGTH_FROM_NEXT = mark("The session has neither duration nor end; the next one begins {new} later.")
USUAL_LENGTH = mark("The session has neither duration nor end; {new} was taken.")
LENGTH_OR_END = mark("Duration ({old}) and end do not agree; {new} was taken.")
END_BEFORE_START = mark("The end {old} lies before the start and was left out.")
TIME_DIVIDED = mark("One time stands for {count} sessions; it was divided among them.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A session with its day, its start counted from midnight of that day, and its length."""

    session: SourceSession
    day: DayKey
    starts: timedelta
    length: timedelta


@dataclass(frozen=True, slots=True)
class _Dated:
    """A session with its place in the file, its day and – where it says one – its start."""

    position: int
    session: SourceSession
    kind: ItemKind
    day: DayKey
    starts: timedelta | None


def placed_sessions(sessions: Sequence[tuple[SourceSession, ItemKind]], *, is_typed: bool) -> tuple[Placed, ...]:
    """Every session in its place, in the order of the file. ``is_typed`` = a table that people wrote by hand."""
    calendar = _Calendar([session for session, _kind in sessions], is_typed=is_typed)
    dated = [calendar.dated(position, session, kind) for position, (session, kind) in enumerate(sessions)]
    by_day: defaultdict[DayKey, list[_Dated]] = defaultdict(list)
    for entry in _nights_joined(dated):
        by_day[entry.day].append(entry)
    placed = {position: entry for day in by_day.values() for position, entry in _DayTable(day, is_typed).placed()}
    return tuple(placed[position] for position in range(len(sessions)))


def _remarked(session: SourceSession, template: str, old: str, new: str, **values: object) -> SourceSession:
    remark = ImportRemark(template, {"old": old, "new": new, **values}, old, new)
    return replace(session, remarks=(*session.remarks, remark))


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def _clock(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60) % 1440
    return clock_text(time(minutes // 60, minutes % 60))


class _Calendar:
    """Gives sessions their days, going through the file from top to bottom."""

    def __init__(self, sessions: Sequence[SourceSession], *, is_typed: bool) -> None:
        both = (session for session in sessions if session.day and session.on)
        self._first_day = next((s.on - timedelta(days=s.day - 1) for s in both if s.on), None)
        self._is_counted = is_typed and not any(session.on or session.day for session in sessions)
        self._is_typed = is_typed
        self._count = 1
        self._last: dict[tuple[DayKey, str], timedelta] = {}

    def dated(self, position: int, session: SourceSession, kind: ItemKind) -> _Dated:
        """The session with its day and start."""
        day: DayKey = session.on or self._date_of(session.day) or session.day or self._count
        if session.starts is None:
            return _Dated(position, session, kind, day, None)
        starts = _since_midnight(session.starts)
        if self._is_typed:
            session, day, starts = self._read_on(session, day, starts)
        self._last[day, session.room.casefold()] = starts
        return _Dated(position, session, kind, day, starts)

    def _date_of(self, day: int) -> date | None:
        """The date of a day by its number, where the file gives the date of any numbered day."""
        return self._first_day + timedelta(days=day - 1) if day and self._first_day else None

    def _read_on(
        self, session: SourceSession, day: DayKey, starts: timedelta
    ) -> tuple[SourceSession, DayKey, timedelta]:
        """What a time that lies before the one above means: the night, the afternoon, or the next day."""
        last = self._last.get((day, session.room.casefold()), timedelta())
        if starts >= last or session.starts is None:
            return session, day, starts
        if session.starts < SMALL_HOURS_END and last >= EVENING:
            return session, day, starts + DAY
        if session.starts.hour in AFTERNOON_HOURS and starts + HALF_DAY >= last:
            old, new = _clock(starts), _clock(starts + HALF_DAY)
            return _remarked(session, AFTERNOON, old, new), day, starts + HALF_DAY
        if self._is_counted and last - starts > BACK_TO_NEXT_DAY:
            self._count += 1
            return _remarked(session, NEXT_DAY, "", _clock(starts)), self._count, starts
        return session, day, starts


def _nights_joined(dated: Iterable[_Dated]) -> list[_Dated]:
    """Sessions in the small hours belong to the day before, where that has any."""
    entries = list(dated)
    small = _since_midnight(SMALL_HOURS_END)
    busy = {entry.day for entry in entries if entry.starts is not None and entry.starts >= small}

    def joined(entry: _Dated) -> _Dated:
        if not isinstance(entry.day, date) or entry.starts is None or entry.starts >= small:
            return entry
        before = entry.day - timedelta(days=1)
        return replace(entry, day=before, starts=entry.starts + DAY) if before in busy else entry

    return [joined(entry) for entry in entries]


class _DayTable:
    """The sessions of one day, placed one after the other."""

    def __init__(self, entries: Sequence[_Dated], is_typed: bool) -> None:
        self._entries = entries
        self._is_typed = is_typed
        self._starts: defaultdict[str, list[timedelta]] = defaultdict(list)
        for starts, room in sorted((e.starts, e.session.room.casefold()) for e in entries if e.starts is not None):
            self._starts[room].append(starts)
        self._all_starts = sorted(starts for known in self._starts.values() for starts in known)
        self._free_from: timedelta | None = None
        self._block_starts: timedelta | None = None

    def placed(self) -> Iterator[tuple[int, Placed]]:
        """Every session with its place in the file."""
        for group in self._groups():
            entries = self._divided(group) if self._is_divided(group) else map(self._place, group)
            yield from ((dated.position, entry) for dated, entry in zip(group, entries, strict=True))

    def _groups(self) -> list[list[_Dated]]:
        """Sessions whose time stands in one merged cell, together."""
        groups: list[list[_Dated]] = []
        for entry in self._entries:
            if groups and entry.session.shares_time:
                groups[-1].append(entry)
            else:
                groups.append([entry])
        return groups

    def _is_divided(self, group: Sequence[_Dated]) -> bool:
        """Whether sessions under one time follow each other: they share a room and are no working groups."""
        rooms = {entry.session.room.casefold() for entry in group}
        return len(group) > 1 and len(rooms) == 1 and not all(entry.kind in SMALL_GROUP_KINDS for entry in group)

    def _divided(self, group: Sequence[_Dated]) -> list[Placed]:
        """The time of the cell in equal parts, or in the lengths the sessions have of their own."""
        first = group[0]
        whole = self._place(replace(first, session=replace(first.session, length=None)))
        part = timedelta(minutes=max(int(whole.length.total_seconds() // 60) // len(group), 1))
        starts, found = whole.starts, list[Placed]()
        cell = f"{_clock(starts)}–{_clock(starts + whole.length)}"
        for entry in group:
            session = _remarked(entry.session, TIME_DIVIDED, cell, _clock(starts), count=len(group))
            found.append(Placed(session, entry.day, starts, entry.session.length or part))
            starts = found[-1].starts + found[-1].length
        self._free_from = max(starts, whole.starts + whole.length)
        return found

    def _place(self, entry: _Dated) -> Placed:
        session, starts = self._start(entry)
        session, length = self._length(replace(entry, session=session), starts)
        ends = starts + length
        is_beside = self._block_starts == starts and self._free_from is not None
        self._free_from = max(self._free_from or ends, ends) if is_beside else ends
        self._block_starts = starts
        return Placed(session, entry.day, starts, length)

    def _start(self, entry: _Dated) -> tuple[SourceSession, timedelta]:
        """The start it says, else the end of what stands above."""
        if entry.starts is not None:
            return entry.session, entry.starts
        if self._free_from is not None:
            return entry.session, self._free_from
        starts = _since_midnight(NEW_DAY_STARTS_AT)
        return _remarked(entry.session, DAY_BEGINS, "", _clock(starts)), starts

    def _length(self, entry: _Dated, starts: timedelta) -> tuple[SourceSession, timedelta]:
        """The length by the best evidence there is: what it says, its end, the next start, what is usual."""
        session, by_end = self._length_by_end(entry.session, starts)
        if session.length is not None:
            if by_end is None or by_end == session.length:
                return session, session.length
            best = by_end if self._is_typed else session.length
            return _remarked(session, LENGTH_OR_END, length_text(session.length), length_text(best)), best
        if by_end is not None:
            new = length_text(by_end)
            return session if self._is_typed else _remarked(session, LENGTH_FROM_END, "", new), by_end
        if (by_next := self._until_next(session.room.casefold(), starts)) is not None:
            return _remarked(session, LENGTH_FROM_NEXT, "", length_text(by_next)), by_next
        usual = timedelta(minutes=USUAL_LENGTHS[entry.kind])
        return _remarked(session, USUAL_LENGTH, "", length_text(usual)), usual

    def _length_by_end(self, session: SourceSession, starts: timedelta) -> tuple[SourceSession, timedelta | None]:
        """From start to end; an end that lies before is in the afternoon or after midnight, else it is left out."""
        if session.ends is None:
            return session, None
        begins = _since_midnight(session.starts) if session.starts is not None else starts % DAY
        length = _since_midnight(session.ends) - begins
        if length > timedelta():
            return session, length
        for later in (HALF_DAY, DAY) if self._is_typed else (DAY,):
            if timedelta() < length + later < HALF_DAY:
                return session, length + later
        return _remarked(session, END_BEFORE_START, clock_text(session.ends), ""), None

    def _until_next(self, room: str, starts: timedelta) -> timedelta | None:
        """The time to the next start in the same room, else anywhere; not over a long gap."""
        for known in (self._starts[room], self._all_starts):
            position = bisect_right(known, starts)
            if position < len(known) and known[position] - starts <= LONGEST_GUESS:
                return known[position] - starts
        return None
