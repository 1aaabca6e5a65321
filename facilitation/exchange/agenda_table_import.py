"""The rows of an agenda's tables as sessions: times in any usual form, days from headings, lines told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from facilitation.domain.agenda import REST_KINDS
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_session import AgendaTable, SourceSession
from facilitation.exchange.agenda_tables import mappings
from facilitation.exchange.agenda_words import COLUMNS, guessed_kind
from facilitation.exchange.clock_text import Clock, clock_of, is_guessed_length, length_of, length_text, span_of
from facilitation.exchange.day_heading import MOST_DAYS, DayMark, day_mark
from facilitation.exchange.due_text import due_of
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.row_reader import UNDERSTOOD, RowReader
from facilitation.exchange.schedule_event import plain_summary
from facilitation.exchange.table_file import RawRow
from facilitation.exchange.words import cleaned, folded
from facilitation.i18n.formats import clock_text

DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2}(?::\d{2})?)")
FIRST_YEAR = 1950
"""Spreadsheets keep a bare clock time as one of the first days of 1900."""
LABELLED = re.compile(r"^\s*(?P<label>[^\W\d][\w .]{2,30}?)\s*[:–—-]\s+(?P<names>.{2,300})$")
PEOPLE = ("speakers", "facilitators", "note_takers")
MOST_HEADING_CELLS = 3
CUT = 80

NO_TITLE_COLUMN = mark(
    "No column with the sessions is chosen. Choose the column that holds their titles, and look again."
)
HEADING = mark("The row has neither a time nor a duration: it was taken for a heading.")
NOT_A_TIME = mark("Column “{column}”: “{old}” is not a time. Write it as 09:30, or leave it empty.")
NOT_A_LENGTH = mark("Column “{column}”: “{old}” is not a duration. Write the minutes, or 1:30 for an hour and a half.")
NOT_A_DAY = mark("Column “{column}”: “{old}” is not a day; the day of the row above was taken.")
TITLE_ELSEWHERE = mark("The title stood in column “{column}”; it was taken from there.")


def table_sessions(
    tables: Sequence[AgendaTable], chosen: Mapping[str, int] | None, near: date
) -> tuple[SourceSession, ...]:
    """The sessions of all tables; ``chosen`` = what a person said the columns are, ``near`` = a date of the event."""
    days = _Days(near)
    sessions: list[SourceSession] = []
    for table, mapping in zip(tables, mappings(tables, chosen), strict=True):
        if "title" not in mapping:
            raise InvalidInput(NO_TITLE_COLUMN)
        days.read_above(table.above)
        sessions += _table_sessions(table, mapping, days)
    return tuple(sessions)


class _Days:
    """Which day the rows belong to; it changes with every heading that names one."""

    def __init__(self, near: date) -> None:
        self.near = near
        self.current = DayMark()

    def read_above(self, texts: Sequence[str]) -> None:
        """Take the last day named above a table."""
        marks = [found for text in texts if (found := day_mark(text, self.near)) and (found.number or found.on)]
        if marks:
            self.current = marks[-1]

    def is_heading(self, text: str) -> bool:
        """Whether a text names a day; if so, that day begins. A weekday alone is the next day."""
        found = day_mark(text, self.near)
        if found is not None:
            is_named = found.number or found.on
            self.current = found if is_named else DayMark(self.current.number + 1)
        return found is not None

    def is_day(self, text: str) -> bool:
        """Whether a cell of the day's column names a day; if so, that day begins."""
        plain = cleaned(text)
        if plain.isascii() and plain.isdigit() and 1 <= int(plain[:4]) <= MOST_DAYS:
            self.current = DayMark(int(plain))
            return True
        due = due_of(plain)
        if due is not None and due.day is not None:
            self.current = DayMark(on=due.day)
            return True
        return self.is_heading(plain)


def _table_sessions(table: AgendaTable, mapping: Mapping[str, int], days: _Days) -> Iterator[SourceSession]:
    for row in table.rows:
        texts = list(dict.fromkeys(cleaned(cell) for cell in row.cells if cell.strip()))
        if len(texts) <= MOST_HEADING_CELLS and all(day_mark(text, days.near) for text in texts):
            days.is_heading(" – ".join(texts))
            continue
        reader = RowReader(row, mapping, table.header)
        if "day" in mapping and reader.raw("day").strip() and not days.is_day(reader.raw("day")):
            reader.change(NOT_A_DAY, "day", cleaned(reader.raw("day"))[:CUT], "")
        session = _session(row, reader, (row.number, mapping.get("starts", -1)) in table.joined)
        if session.on is None:
            session = replace(session, on=days.current.on, day=days.current.number)
        yield session


@dataclass(frozen=True, slots=True)
class _Times:
    """What the cells of a row say of its time; ``unread`` = the remark on a start that is none."""

    on: date | None = None
    starts: time | None = None
    ends: time | None = None
    length: timedelta | None = None
    unread: ImportRemark | None = None

    @property
    def is_empty(self) -> bool:
        return (self.starts, self.ends, self.length) == (None, None, None)


def _session(row: RawRow, reader: RowReader, is_joined: bool) -> SourceSession:
    times = _times(reader)
    lines = _title_lines(reader)
    people = {field: [name for name in reader.lines(field).split("\n") if name] for field in PEOPLE}
    more = _sorted_lines(lines[1:], people)
    summary, remarks = plain_summary("\n".join(part for part in (reader.lines("summary"), more) if part))
    session = SourceSession(
        row=row.number,
        title=lines[0] if lines else "",
        words=(reader.text("kind"),),
        room=reader.text("room"),
        speakers=tuple(people["speakers"]),
        facilitators=tuple(people["facilitators"]),
        note_takers=tuple(people["note_takers"]),
        summary=summary,
        note=reader.note(),
        on=times.on,
        starts=times.starts,
        ends=times.ends,
        length=times.length,
        shares_time=is_joined,
        cells=row.cells,
    )
    session = replace(session, remarks=(*reader.remarks, *remarks))
    if times.is_empty and _is_bare(session):
        return replace(session, refusal=ImportRemark(HEADING))
    if times.is_empty and times.unread is not None:
        return replace(session, refusal=times.unread)
    return session if times.unread is None else replace(session, remarks=(*session.remarks, times.unread))


def _is_bare(session: SourceSession) -> bool:
    """Whether a row says no more than one text, which is no break: that is how headings look."""
    texts = {cleaned(cell) for cell in session.cells if cell.strip()}
    return len(texts) < 2 and guessed_kind(session.title, ()) not in REST_KINDS


def _times(reader: RowReader) -> _Times:
    on, start = _dated(cleaned(reader.raw("starts")))
    _, end = _dated(cleaned(reader.raw("ends")))
    length = _length(reader)
    span = span_of(start)
    first, last = span or (clock_of(start), None)
    last = last or clock_of(end)
    if start and first is None and (in_words := length_of(start)) and not start.isdigit():
        return _Times(on, None, _time(reader, "ends", last), length or in_words)  # "Koha: 30 min"
    unread = first is None and bool(start)
    return _Times(
        on,
        _time(reader, "starts", first),
        _time(reader, "ends" if span is None else "starts", last),
        length,
        _unread(reader, start) if unread else None,
    )


def _dated(text: str) -> tuple[date | None, str]:
    """The date and the rest of "2027-05-17 09:30"."""
    match = DATED.fullmatch(text)
    if match is None:
        return None, text
    due = due_of(match[1])
    is_date = due is not None and due.day is not None and due.day.year >= FIRST_YEAR
    return due.day if due and is_date else None, match[2]


def _time(reader: RowReader, field: str, clock: Clock | None) -> time | None:
    if clock is not None and not clock.is_exact:
        reader.change(UNDERSTOOD, field, cleaned(reader.raw(field))[:CUT], clock_text(clock.time))
    return clock.time if clock else None


def _unread(reader: RowReader, text: str) -> ImportRemark:
    return ImportRemark(NOT_A_TIME, {"column": reader.column("starts"), "old": text[:CUT]}, text[:CUT])


def _length(reader: RowReader) -> timedelta | None:
    text, column = cleaned(reader.raw("length")), folded(reader.column("length"))
    unit = "min" if "min" in column.split() else "h" if {"ore", "hours", "h"} & set(column.split()) else ""
    length = length_of(text, unit) if text else None
    if text and length is None and not _holds_title(reader, "length"):
        reader.change(NOT_A_LENGTH, "length", text[:CUT], "")
    elif length is not None and is_guessed_length(text, length):
        reader.change(UNDERSTOOD, "length", text, length_text(length))
    return length


def _title_lines(reader: RowReader) -> list[str]:
    """The lines of the title's cell; in a row merged across, the words in the column of lengths or ends."""
    lines = [line for line in reader.lines("title").split("\n") if line]
    field = next((name for name in ("length", "ends") if _holds_title(reader, name)), "")
    if lines or not field:
        return lines
    title = cleaned(reader.raw(field))
    reader.change(TITLE_ELSEWHERE, field, title[:CUT], title[:CUT])
    return [title]


def _holds_title(reader: RowReader, field: str) -> bool:
    """Whether words stand where a time is expected and nothing where the title is."""
    text = cleaned(reader.raw(field))
    return len(text) > 2 and not any(sign.isdigit() for sign in text) and not reader.raw("title").strip()


def _sorted_lines(lines: Sequence[str], people: dict[str, list[str]]) -> str:
    """The further lines of a title's cell: "Moderator: …" goes to the people, the rest is the summary."""
    rest = []
    for line in lines:
        match = LABELLED.match(line)
        field = _people_field(match["label"]) if match else ""
        if match and field:
            people[field].append(match["names"].strip())
        else:
            rest.append(line)
    return "\n".join(rest)


def _people_field(label: str) -> str:
    plain = folded(label)
    return next((field for field in PEOPLE if plain in [folded(name) for name in COLUMNS[field].split(",")]), "")
