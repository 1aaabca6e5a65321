"""One session of ``schedule.xml`` or ``schedule.json``: the same fields in both, each trusted as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitation.errors import mark
from facilitation.exchange.agenda_session import LONGEST_TEXT, SourceSession
from facilitation.exchange.clock_text import clock_of, length_of
from facilitation.exchange.due_text import YEARS, due_of
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.plain_text import has_markup, without_markup
from facilitation.exchange.words import cleaned, cleaned_lines, folded
from facilitation.exchange.zone_names import local_time, zone_named
from facilitation.i18n.formats import clock_text
from facilitation.planning.agenda_timing import SMALL_HOURS_END

MODERATING = frozenset({"moderator", "facilitator", "chair", "host", "coordinator", "lehtesues", "moderatore"})
NAMES = {
    "starts": ("start", "start_time", "starttime", "start_at"),
    "moment": ("date", "schedule_start", "start_date", "starts_at", "datetime"),
    "ends": ("end", "schedule_end", "end_time", "endtime", "end_date", "ends_at", "finish"),
    "length": ("duration", "schedule_duration", "length", "duration_minutes"),
    "room": ("room", "room_name", "location", "place"),
    "title": ("title", "name"),
    "summary": ("abstract", "description", "subtitle"),
}
"""The names each fact goes by, the usual one first."""
MOMENT = re.compile(
    r"(?P<date>\d{4}-?\d{2}-?\d{2})(?:[T ](?P<clock>\d{1,2}:?\d{2})(?::?\d{2}(?:\.\d{1,9})?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
CUT = 80
"""Signs shown of a long text that was changed."""

OTHER_DAY = mark("The session stands under {old}, but its own date is {new}. Its own date was taken.")
OTHER_ROOM = mark("The session stands in the list of room “{old}”, but names “{new}” itself. Its own room was taken.")
OTHER_CLOCK = mark("The date says {old}, the start says {new}. The start was taken.")
NO_SIGN_OF_TIME = mark("“{old}” is not a time. Write it as 09:30 in the file.")
UNREADABLE_LENGTH = mark("“{old}” is not a duration.")
MARKUP_REMOVED = mark("The web formatting of the summary was removed; its words stay.")
UTC_TIME = mark("The time is given as {old}; in the time zone of the event that is {new}.")
TOO_LONG_TEXT = mark("The summary has more than {limit} signs; what goes beyond was left out.")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session inherits: the date and number of the day and the room it stands under, and the file's zone.

    ``file_zone`` is what the file names for its clock times ("" = nothing), ``event_zone`` that of the event.
    """

    on: date | None
    day: int
    room: str
    file_zone: str
    event_zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody with a part in the session; ``role`` is what the file calls it ("" = a speaker)."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Moment:
    on: date
    clock: time | None
    remarks: tuple[ImportRemark, ...] = ()


def event_session(
    row: int, fields: Mapping[str, str], people: Sequence[NamedPerson], around: Surroundings
) -> SourceSession:
    """The session these fields describe; a time that cannot be read is its refusal."""
    moment = _moment(_fact(fields, "moment"), around)
    on, day_remarks = _day(moment, around)
    starts, start_remarks, refusal = _start(_fact(fields, "starts"), moment)
    length, length_remarks = _length(_fact(fields, "length"))
    room, room_remarks = _room(cleaned(_fact(fields, "room")), around)
    summary, summary_remarks = plain_summary(_fact(fields, "summary"))
    clock_remarks = moment.remarks if moment and not _fact(fields, "starts") else ()
    return SourceSession(
        row=row,
        title=cleaned(_fact(fields, "title")),
        words=(fields.get("type", ""), fields.get("track", "")),
        language=fields.get("language", ""),
        room=room,
        speakers=tuple(person.name for person in people if folded(person.role) not in MODERATING),
        facilitators=tuple(person.name for person in people if folded(person.role) in MODERATING),
        summary=summary,
        on=on,
        day=around.day if on is None else 0,
        starts=starts,
        ends=_end(_fact(fields, "ends"), around),
        length=length,
        remarks=(*day_remarks, *clock_remarks, *start_remarks, *length_remarks, *room_remarks, *summary_remarks),
        refusal=refusal,
        cells=tuple(
            text for text in (fields.get("title", ""), fields.get("date", ""), fields.get("start", "")) if text
        ),
    )


def _fact(fields: Mapping[str, str], name: str) -> str:
    """The first of the names that holds anything."""
    return next((text for key in NAMES[name] if (text := fields.get(key, "").strip())), "")


def _moment(text: str, around: Surroundings) -> _Moment | None:
    """Date and clock of an ISO text: as on the wall where it names an offset, put into local time where it is UTC."""
    match = MOMENT.fullmatch(text[:40])
    if match is None:
        due = due_of(text)
        return _Moment(due.day, None) if due and due.day else None
    try:
        on = date.fromisoformat(match["date"])
        clock = time.fromisoformat(match["clock"].zfill(5 if ":" in match["clock"] else 4)) if match["clock"] else None
    except ValueError:
        return None
    if on.year not in YEARS:
        return None
    is_utc = (match["zone"] or "") in ("Z", "+00:00", "+0000")
    return _in_local_time(on, clock, around) if clock and is_utc else _Moment(on, clock)


def _in_local_time(on: date, clock: time, around: Surroundings) -> _Moment:
    """A moment given in UTC, on the clock of the file's zone or of the event's."""
    zone = zone_named(around.file_zone)
    if around.file_zone and folded(around.file_zone) in ("utc", "gmt", "etc utc"):
        return _Moment(on, clock)
    local = local_time(datetime.combine(on, clock, ZoneInfo("UTC")), zone or around.event_zone)
    old, new = f"{clock_text(clock)} UTC", clock_text(local)
    return _Moment(local.date(), local.time(), (ImportRemark(UTC_TIME, {"old": old, "new": new}, old, new),))


def _day(moment: _Moment | None, around: Surroundings) -> tuple[date | None, tuple[ImportRemark, ...]]:
    """The session's own date before that of the day it stands under."""
    if moment is None:
        return around.on, ()
    is_night_after = (
        around.on is not None
        and moment.clock is not None
        and moment.clock < SMALL_HOURS_END
        and moment.on == around.on + timedelta(days=1)
    )
    if around.on in (None, moment.on) or is_night_after:
        return moment.on, ()
    old, new = str(around.on), str(moment.on)
    return moment.on, (ImportRemark(OTHER_DAY, {"old": old, "new": new}, old, new),)


def _start(text: str, moment: _Moment | None) -> tuple[time | None, tuple[ImportRemark, ...], ImportRemark | None]:
    """The clock as printed (``start``) before that of the full date."""
    dated = moment.clock if moment else None
    if not text:
        return dated, (), None
    iso = MOMENT.fullmatch(text[:40])
    clock = clock_of(iso["clock"] if iso and iso["clock"] else text)
    if clock is None:
        return dated, (), None if dated else ImportRemark(NO_SIGN_OF_TIME, {"old": text[:CUT]}, text[:CUT])
    if dated is None or dated == clock.time or (moment and moment.remarks):
        return clock.time, (), None
    old, new = clock_text(dated), clock_text(clock.time)
    return clock.time, (ImportRemark(OTHER_CLOCK, {"old": old, "new": new}, old, new),), None


def _end(text: str, around: Surroundings) -> time | None:
    if not text:
        return None
    moment = _moment(text, around)
    clock = clock_of(text)
    return moment.clock if moment else clock.time if clock else None


def _length(text: str) -> tuple[timedelta | None, tuple[ImportRemark, ...]]:
    length = length_of(text, "min") if text else None
    if text and length is None:
        return None, (ImportRemark(UNREADABLE_LENGTH, {"old": text[:CUT]}, text[:CUT]),)
    return length, ()


def _room(own: str, around: Surroundings) -> tuple[str, tuple[ImportRemark, ...]]:
    """The room the session names before the list it stands in."""
    listed = cleaned(around.room)
    if not own or not listed or folded(own) == folded(listed):
        return own or listed, ()
    return own, (ImportRemark(OTHER_ROOM, {"old": listed, "new": own}, listed, own),)


def plain_summary(text: str) -> tuple[str, tuple[ImportRemark, ...]]:
    """A summary without web formatting, and not longer than a summary may be."""
    remarks: list[ImportRemark] = []
    kept = cleaned_lines(text.strip())
    if len(kept) > LONGEST_TEXT:
        remarks.append(ImportRemark(TOO_LONG_TEXT, {"limit": LONGEST_TEXT}, kept[:CUT]))
        kept = kept[:LONGEST_TEXT].rstrip()
    if has_markup(kept):
        plain = without_markup(kept)
        remarks.append(ImportRemark(MARKUP_REMOVED, {}, kept[:CUT], plain[:CUT]))
        kept = plain
    return kept, tuple(remarks)
