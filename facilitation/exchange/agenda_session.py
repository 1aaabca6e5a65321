"""What a file says about each session, before it is placed on the days of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from facilitation.domain.agenda import Room
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.table_file import RawRow

MAXIMUM_SESSIONS = 5_000
LONGEST_TEXT = 10_000
"""Signs of a summary; what is longer is no summary."""


@dataclass(frozen=True, slots=True)
class SourceSession:
    """One session as a file has it; ``row`` counts rows of a table or sessions of any other file, from 1.

    ``on`` is its date, ``day`` the number of its day where the file gives no date (0 = it says neither). Times are
    local to the event. ``words`` hint at the kind (type, track). ``shares_time`` = its time cell is merged with the
    one above. ``refusal`` says why it cannot be taken over; what was repaired while reading stands in ``remarks``.
    """

    row: int
    title: str = ""
    words: tuple[str, ...] = ()
    language: str = ""
    room: str = ""
    speakers: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    note_takers: tuple[str, ...] = ()
    summary: str = ""
    note: str = ""
    on: date | None = None
    day: int = 0
    starts: time | None = None
    ends: time | None = None
    length: timedelta | None = None
    shares_time: bool = False
    is_rest: bool = False
    remarks: tuple[ImportRemark, ...] = ()
    refusal: ImportRemark | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """A table of sessions: what stands above it, its column names and its rows.

    ``joined`` = cells that are merged with the one above, by the number of their row and their column from 0.
    """

    above: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    joined: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class AgendaFile:
    """A file with an agenda: its ``sessions``, or its ``tables`` where a person may still say which column is what.

    ``format`` is "frab-xml", "schedule-json", "ics", "xlsx", "csv" or "docx".
    """

    format: str
    sessions: tuple[SourceSession, ...] = ()
    tables: tuple[AgendaTable, ...] = ()
    rooms: tuple[Room, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The column names of the first table; none for a file without tables."""
        return self.tables[0].header if self.tables else ()
