"""An agenda from another program or table: every session read, repaired or refused, placed on days and chained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.domain.text import LANGUAGES, Text, typed
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_clock import DayKey, Placed, placed_sessions
from facilitation.exchange.agenda_session import AgendaFile, SourceSession
from facilitation.exchange.agenda_table_import import table_sessions
from facilitation.exchange.agenda_words import guessed_kind
from facilitation.exchange.import_preview import (
    REFUSED,
    AgendaPreview,
    ImportRemark,
    ImportRow,
    import_row,
    refused,
)
from facilitation.exchange.words import folded
from facilitation.planning.agenda_from_times import Slot, day_of_slots
from facilitation.planning.contributors import contributor_named

LONGEST_TITLE, LONGEST_NAME = 300, 200
MOST_EMPTY_DAYS = 6
"""Days without sessions that stay between others; over a longer gap the days move together."""
MOST_DAYS = 366
NAME_BORDERS = re.compile(r"\s*(?:[;\n|]|\s/\s)\s*")
NAME_JOINTS = re.compile(r"\s*,\s*|\s+(?:dhe|and|&)\s+")
PERSON_NAME = re.compile(r"[^\W\d_a-zçë][\w.'’-]*(?: [^\W\d_a-zçë][\w.'’-]*){1,3}")
OFFICE = re.compile(
    r"\b(?:agjenci|bashki|drejtori|fondacion|grup|institut|keshill|komun|ministri|njesi|organizat|polici|prefektur|qark|"
    r"qendr|sektor|shkoll|shoqat|spital|universitet|zyr|agency|association|cent(?:er|re)|council|department|directorate|"
    r"foundation|institute|ministry|municipality|office|police|school|service|unit)"
)
"""Words, folded, that begin so name an office and no person."""
CUT = 80

NO_TITLE = mark("The session has no title.")
TITLE_SHORTENED = mark("The title has more than {limit} signs; it was shortened, and stands whole in the summary.")
NAME_SHORTENED = mark("“{old}…” has more than {limit} signs and was shortened.")
TWICE = mark("“{title}” already stands in row {row} with the same time and room.")
SEVERAL_NAMES = mark("“{old}” was understood as {count} people.")
DAYS_MOVED = mark("{count} days without sessions lie before this day; it was put next to the day before.")
TOO_MANY_DAYS = mark("The file holds sessions on {count} different days. Keep only the days of one event in it.")
Chosen = Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class _Source:
    """What sessions become items with: the event, its people by folded name, fresh ids and the reader's language."""

    event: Event
    people: Mapping[str, str]
    parts: Mapping[str, Participation]
    new_id: Callable[[], str]
    language: str


def agenda_preview(
    file: AgendaFile,
    chosen: Chosen,
    event: Event,
    *,
    people: Iterable[Participation],
    new_id: Callable[[], str],
    language: str,
) -> AgendaPreview:
    """What the file would bring; nothing is saved. ``chosen`` = what a person said the columns are (or ``None``).

    ``InvalidInput`` where no column holds the titles, and for more days than an event can have.
    """
    parts = {part.person.name: part for part in people}
    source = _Source(event, {folded(name): name for name in parts}, parts, new_id, language)
    sessions = file.sessions or table_sessions(file.tables, chosen, event.starts_on)
    usable = [(session, _kind(session)) for session in sessions if not _refusal(session)]
    placed = placed_sessions(usable, is_typed=bool(file.tables))
    kinds = [kind for _session, kind in usable]
    rows = _Rows(source)
    made = iter([rows.made(entry, kind) for entry, kind in zip(placed, kinds, strict=True)])
    every = [_refused_row(session) if _refusal(session) else next(made) for session in sessions]
    return _preview(file, every, rows, source)


def _kind(session: SourceSession) -> ItemKind:
    return guessed_kind(session.title, session.words, is_rest=session.is_rest)


def _refusal(session: SourceSession) -> ImportRemark | None:
    return session.refusal or (None if session.title else ImportRemark(NO_TITLE))


def _refused_row(session: SourceSession) -> ImportRow:
    remark = _refusal(session)
    return ImportRow(session.row, REFUSED, (remark,) if remark else (), None, session.cells)


class _Rows:
    """Makes items of placed sessions and remembers where each belongs."""

    def __init__(self, source: _Source) -> None:
        self.slots: defaultdict[DayKey, list[Slot]] = defaultdict(list)
        self._source = source
        self._seen: dict[tuple[DayKey, timedelta, str, str], int] = {}

    def made(self, placed: Placed, kind: ItemKind) -> ImportRow:
        """The session as a row with its item; refused where it stands in the file already."""
        session = placed.session
        item, remarks = _item(placed, kind, self._source)
        row = import_row(session.row, item, remarks=(*session.remarks, *remarks), cells=session.cells)
        identity = (placed.day, placed.starts, folded(session.title), folded(session.room))
        if identity in self._seen:
            return refused(row, TWICE, title=session.title[:CUT], row=self._seen[identity])
        self._seen[identity] = session.row
        self.slots[placed.day].append(Slot(item, placed.starts))
        return row


def _item(placed: Placed, kind: ItemKind, source: _Source) -> tuple[AgendaItem, tuple[ImportRemark, ...]]:
    session = placed.session
    title, summary, remarks = _title(session)
    item = AgendaItem(
        id=source.new_id(),
        kind=kind,
        title=_said(title, session, source),
        duration=placed.length,
        room=_short(_room(session.room, source.event.place), remarks),
        summary=_said(summary, session, source),
        speakers=_contributors(session.speakers, source, remarks),
        facilitators=_contributors(session.facilitators, source, remarks),
        note_takers=_contributors(session.note_takers, source, remarks),
        internal_note=session.note,
    )
    return item, tuple(remarks)


def _title(session: SourceSession) -> tuple[str, str, list[ImportRemark]]:
    """Title and summary; a title that is a whole text becomes the beginning of the summary as well."""
    if len(session.title) <= LONGEST_TITLE:
        return session.title, session.summary, []
    short = session.title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
    remark = ImportRemark(TITLE_SHORTENED, {"limit": LONGEST_TITLE}, session.title[:CUT], short[:CUT])
    return short, "\n".join(part for part in (session.title, session.summary) if part), [remark]


def _said(text: str, session: SourceSession, source: _Source) -> Text:
    """The text in the language the file names, else in the reader's."""
    named = session.language.casefold()[:2]
    return typed(text, named if named in LANGUAGES else source.language) if text else Text()


def _room(room: str, place: str) -> str:
    """The room without the place of the event, which calendars write behind it."""
    if place and room.casefold().endswith(f", {place}".casefold()):
        return room[: -len(place) - 2].rstrip()
    return "" if folded(room) == folded(place) else room


def _short(name: str, remarks: list[ImportRemark]) -> str:
    """A name of a length that fits a paper."""
    if len(name) <= LONGEST_NAME:
        return name
    remarks.append(ImportRemark(NAME_SHORTENED, {"old": name[:CUT], "limit": LONGEST_NAME}, name[:CUT]))
    return name[: LONGEST_NAME - 1] + "…"


def _contributors(texts: Iterable[str], source: _Source, remarks: list[ImportRemark]) -> tuple[Contributor, ...]:
    found: list[Contributor] = []
    for text in texts:
        names = [name for name in NAME_BORDERS.split(text.strip()) if name]
        parts = [part for name in names for part in _parted(name, source)]
        if len(parts) > len(names):
            remarks.append(
                ImportRemark(SEVERAL_NAMES, {"old": text[:CUT], "count": len(parts)}, text[:CUT], "; ".join(parts))
            )
        short = [_short(part, remarks) for part in parts]
        found += [contributor_named(source.people.get(folded(part), part), source.parts) for part in short]
    return tuple({contributor.identity: contributor for contributor in found}.values())


def _parted(text: str, source: _Source) -> list[str]:
    """Names between commas where each is of the event or looks like a person's; an office keeps its commas."""
    if folded(text) in source.people:
        return [text]
    parts = [part for part in NAME_JOINTS.split(text) if part]
    is_list = all(folded(part) in source.people for part in parts) or all(map(_is_person_name, parts))
    return parts if is_list and len(parts) > 1 else [text]


def _is_person_name(text: str) -> bool:
    return OFFICE.search(folded(text)) is None and PERSON_NAME.fullmatch(text) is not None


def _preview(file: AgendaFile, rows: Sequence[ImportRow], made: _Rows, source: _Source) -> AgendaPreview:
    """The rows with their items as they stand on the days."""
    keys = _ordered(made.slots)
    days, moved = _days(keys, made, source)
    items = {item.id: item for day in days for item in day.items}
    finished = tuple(_finished(row, items, moved) for row in rows)
    first = keys[0] if keys else None
    return AgendaPreview(
        file.format,
        finished,
        days,
        tuple(_rooms(file, items.values())),
        first if isinstance(first, date) else None,
    )


def _ordered(keys: Iterable[DayKey]) -> list[DayKey]:
    """Dates in their order, or numbers in theirs; where a file mixes them, as they come."""
    found = list(keys)
    if all(isinstance(key, date) for key in found) or not any(isinstance(key, date) for key in found):
        return sorted(found, key=lambda key: key.toordinal() if isinstance(key, date) else key)
    return found


def _days(
    keys: Sequence[DayKey], made: _Rows, source: _Source
) -> tuple[tuple[AgendaDay, ...], dict[str, ImportRemark]]:
    """The days, with empty ones between dates that lie apart; over a long gap a remark instead, by the item's id."""
    if len(keys) > MOST_DAYS:
        raise InvalidInput(TOO_MANY_DAYS, count=len(keys))
    days: list[AgendaDay] = []
    moved: dict[str, ImportRemark] = {}
    for before, key in zip((None, *keys), keys, strict=False):
        day = day_of_slots(made.slots[key], source.new_id)
        gap = _gap(before, key)
        if gap > MOST_EMPTY_DAYS:
            moved[day.items[0].id] = ImportRemark(DAYS_MOVED, {"count": gap}, str(key))
        else:
            days += [day_of_slots((), source.new_id)] * gap
        days.append(day)
    return tuple(days), moved


def _gap(before: DayKey | None, key: DayKey) -> int:
    """How many days without sessions lie between two."""
    if isinstance(before, date) and isinstance(key, date):
        return max((key - before).days - 1, 0)
    return 0


def _finished(row: ImportRow, items: Mapping[str, AgendaItem], moved: Mapping[str, ImportRemark]) -> ImportRow:
    if not isinstance(row.item, AgendaItem) or row.item.id not in items:
        return row
    more = (moved[row.item.id],) if row.item.id in moved else ()
    return import_row(row.row, items[row.item.id], remarks=(*row.remarks, *more), cells=row.cells)


def _rooms(file: AgendaFile, items: Iterable[AgendaItem]) -> Iterator[Room]:
    """The rooms in use, each once, with what the file says of their size."""
    known = {folded(room.name): room for room in file.rooms}
    used = {folded(item.room): item.room for item in items if item.room}
    yield from (Room(name, known[key].capacity if key in known else 0) for key, name in used.items())
