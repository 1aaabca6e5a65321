"""The sessions in a calendar file (iCalendar): every VEVENT on the clock of the event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.agenda_session import MAXIMUM_SESSIONS, AgendaFile, SourceSession
from facilitation.exchange.calendar_lines import Component, Property, components
from facilitation.exchange.clock_text import LONGEST, length_of
from facilitation.exchange.due_text import YEARS
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.schedule_event import plain_summary
from facilitation.exchange.words import cleaned
from facilitation.exchange.zone_names import local_time, zone_named
from facilitation.i18n.formats import clock_text

FORMAT = "ics"
MOMENT = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?:[T ](?P<h>\d{2}):?(?P<min>\d{2})(?::?\d{2}(?:\.\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
SPEAKERS = re.compile(
    r"^[ \t]*(?:Speakers?|Presenters?|Folës(?:it|i|e)?|Flasin|Flet)[ \t]*:(?P<names>.+)$", re.IGNORECASE | re.MULTILINE
)
MOST_REPEATS, MOST_LINES = 60, 1_000_000
CUT = 80

NO_SESSIONS = mark("The calendar “{file}” holds no entry (VEVENT). Export the calendar again, with its entries.")
TOO_MANY_LINES = mark("The calendar “{file}” is far longer than the programme of one event. Export that event alone.")
TOO_MANY_SESSIONS = mark("The file “{file}” holds more than {count} sessions. Divide it into several files.")
CUT_OFF = mark("The entry has no end: the file was cut off here.")
CANCELLED = mark("The entry is marked as cancelled.")
WHOLE_DAY = mark("The entry lasts the whole day and has no clock time.")
TOO_LONG = mark("The entry lasts {days} days; a session lasts up to 24 hours.")
NO_START = mark("The entry does not say when it begins.")
NOT_A_TIME = mark("“{old}” is not a date with a time.")
NEWER_VERSION = mark("A newer version of the same entry stands in row {row}.")
SAME_UID = mark("The entry has the same identifier (UID) as row {row} and is another session; both were taken.")
OTHER_ZONE = mark("The time is given as {old}; in the time zone of the event that is {new}.")
UNKNOWN_ZONE = mark("The time zone “{old}” is not known; the clock time was taken as local.")
REPEATED = mark("The entry repeats; it was taken on each of its {count} days.")
REPEATS_OTHERWISE = mark("The entry repeats by a rule that was not understood ({old}); it was taken once.")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A local moment, and what had to be done for it; ``is_day`` = a date without a clock time."""

    at: datetime
    is_day: bool = False
    remarks: tuple[ImportRemark, ...] = ()


def calendar_agenda(text: str, file_name: str, event_zone: ZoneInfo) -> AgendaFile:
    """Every entry of a calendar; ``InvalidInput`` where it has none."""
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise InvalidInput(TOO_MANY_LINES, file=file_name)
    entries = components(text, "VEVENT", MAXIMUM_SESSIONS + 1)
    if not entries:
        raise InvalidInput(NO_SESSIONS, file=file_name)
    if len(entries) > MAXIMUM_SESSIONS:
        raise InvalidInput(TOO_MANY_SESSIONS, file=file_name, count=MAXIMUM_SESSIONS)
    older, twins = _older_versions(entries), _twins(entries)
    has_busy_time = any(not _is_free(entry) for entry in entries)
    sessions: list[SourceSession] = []
    for row, entry in enumerate(entries, start=1):
        session = replace(_session(row, entry, event_zone), is_rest=has_busy_time and _is_free(entry))
        if row in older and session.refusal is None:
            session = replace(session, refusal=ImportRemark(NEWER_VERSION, {"row": older[row]}))
        if row in twins:
            remark = ImportRemark(SAME_UID, {"row": twins[row]}, entry.text("UID")[:CUT])
            session = replace(session, remarks=(*session.remarks, remark))
        sessions += _repeated(session, entry)
        if len(sessions) > MAXIMUM_SESSIONS:
            raise InvalidInput(TOO_MANY_SESSIONS, file=file_name, count=MAXIMUM_SESSIONS)
    return AgendaFile(FORMAT, tuple(sessions))


def _is_free(entry: Component) -> bool:
    """Whether the entry keeps nobody busy: beside entries that do, it is a rest."""
    return entry.text("TRANSP").upper() == "TRANSPARENT"


def _by_uid(entries: Sequence[Component]) -> Iterator[list[tuple[int, Component]]]:
    """Entries that share an identifier, with their rows."""
    groups: defaultdict[str, list[tuple[int, Component]]] = defaultdict(list)
    for row, entry in enumerate(entries, start=1):
        if uid := entry.text("UID"):
            groups[uid].append((row, entry))
    yield from (group for group in groups.values() if len(group) > 1)


def _sequence(entry: Component) -> int:
    text = entry.text("SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _older_versions(entries: Sequence[Component]) -> dict[int, int]:
    """Rows of entries that a later version with a higher sequence replaces, with the row of that version."""
    older: dict[int, int] = {}
    for group in _by_uid(entries):
        newest = max(_sequence(entry) for _row, entry in group)
        kept = next(row for row, entry in group if _sequence(entry) == newest)
        older |= {
            row: kept for row, entry in group if _sequence(entry) < newest and "RECURRENCE-ID" not in entry.properties
        }
    return older


def _twins(entries: Sequence[Component]) -> dict[int, int]:
    """Rows of entries that have the identifier of an earlier one by mistake, with the row of that one."""
    twins: dict[int, int] = {}
    for group in _by_uid(entries):
        first_row, first = group[0]
        twins |= {
            row: first_row
            for row, entry in group[1:]
            if _sequence(entry) == _sequence(first) and "RECURRENCE-ID" not in entry.properties
        }
    return twins


def _session(row: int, entry: Component, event_zone: ZoneInfo) -> SourceSession:
    begins = entry.properties.get("DTSTART")
    start = _moment(begins, event_zone)
    summary, speakers = _speakers(entry.text("DESCRIPTION"))
    plain, summary_remarks = plain_summary(summary)
    title = entry.properties.get("SUMMARY")
    session = SourceSession(
        row=row,
        title=cleaned(title.text) if title else "",
        words=tuple(word.strip() for word in entry.text("CATEGORIES").split(",")),
        language=title.parameters.get("LANGUAGE", "") if title else "",
        room=cleaned(entry.text("LOCATION")),
        speakers=speakers,
        summary=plain,
        cells=tuple(part for part in (entry.text("SUMMARY"), begins.value if begins else "") if part),
    )
    if refusal := _refusal(entry, start):
        return replace(session, refusal=refusal)
    assert start is not None
    end = _moment(entry.properties.get("DTEND"), event_zone)
    length = _length(entry, start, end)
    if length is not None and length > LONGEST:
        return replace(session, refusal=ImportRemark(TOO_LONG, {"days": -(-length // timedelta(days=1))}))
    return replace(
        session,
        on=start.at.date(),
        starts=start.at.time(),
        length=length,
        ends=end.at.time() if end and not end.is_day else None,
        remarks=(*start.remarks, *summary_remarks),
    )


def _refusal(entry: Component, start: _Moment | None) -> ImportRemark | None:
    begins = entry.properties.get("DTSTART")
    if not entry.is_whole:
        return ImportRemark(CUT_OFF)
    if entry.text("STATUS").upper() == "CANCELLED":
        return ImportRemark(CANCELLED)
    if begins is None or not begins.value.strip():
        return ImportRemark(NO_START)
    if start is None:
        old = begins.value.strip()[:CUT]
        return ImportRemark(NOT_A_TIME, {"old": old}, old)
    return ImportRemark(WHOLE_DAY, {}, begins.value.strip()) if start.is_day else None


def _moment(found: Property | None, event_zone: ZoneInfo) -> _Moment | None:
    """A property as a moment on the event's clock: UTC and other zones are turned into it, floating times are local."""
    match = MOMENT.fullmatch(found.value.strip()[:40]) if found else None
    if found is None or match is None or int(match["y"]) not in YEARS:
        return None
    try:
        on = date(int(match["y"]), int(match["m"]), int(match["d"]))
        clock = time(int(match["h"]), int(match["min"])) if match["h"] else None
    except ValueError:
        return None
    if clock is None:
        return _Moment(datetime.combine(on, time()), is_day=True)
    return _in_zone(datetime.combine(on, clock), match["zone"] or "", found.parameters.get("TZID", ""), event_zone)


def _in_zone(at: datetime, offset: str, name: str, event_zone: ZoneInfo) -> _Moment:
    if not offset and not name:
        return _Moment(at)
    if not offset and (zone := zone_named(name)) is None:
        return _Moment(at, remarks=(ImportRemark(UNKNOWN_ZONE, {"old": name[:CUT]}, name[:CUT]),))
    aware = _with_offset(at, offset) if offset else at.replace(tzinfo=zone)
    local = local_time(aware, event_zone)
    if local == at:
        return _Moment(at)
    old, new = f"{clock_text(at)} {'UTC' if offset == 'Z' else offset or name}", clock_text(local)
    return _Moment(local, remarks=(ImportRemark(OTHER_ZONE, {"old": old, "new": new}, old, new),))


def _with_offset(at: datetime, offset: str) -> datetime:
    if offset == "Z":
        return at.replace(tzinfo=UTC)
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return (at + timedelta(minutes=-minutes if offset[0] == "+" else minutes)).replace(tzinfo=UTC)


def _length(entry: Component, start: _Moment, end: _Moment | None) -> timedelta | None:
    if end is not None and not end.is_day and end.at > start.at:
        return end.at - start.at
    return length_of(entry.text("DURATION").lstrip("+"))


def _speakers(description: str) -> tuple[str, tuple[str, ...]]:
    """The description without its line of speakers, and that line."""
    match = SPEAKERS.search(description[:20_000])
    if match is None:
        return description, ()
    return (description[: match.start()] + description[match.end() :]).strip(), (match["names"].strip(),)


def _repeated(session: SourceSession, entry: Component) -> Iterator[SourceSession]:
    """The session once, or on each day its rule names (every day or week, up to ``MOST_REPEATS`` times)."""
    rule = entry.text("RRULE").upper()
    if not rule or session.refusal or session.on is None:
        yield session
        return
    days = _repeat_days(session.on, rule)
    if days is None:
        remark = ImportRemark(REPEATS_OTHERWISE, {"old": rule[:CUT]}, rule[:CUT])
        yield replace(session, remarks=(*session.remarks, remark))
        return
    left_out = {value[:8] for value in entry.text("EXDATE").split(",")}
    kept = [on for on in days if on.strftime("%Y%m%d") not in left_out]
    remark = ImportRemark(REPEATED, {"count": len(kept)}, rule[:CUT])
    for on in kept:
        yield replace(session, on=on, remarks=(*session.remarks, remark))


def _repeat_days(first: date, rule: str) -> list[date] | None:
    """The days of a rule with an end, such as FREQ=DAILY;COUNT=3; ``None`` for rules this program does not know."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    step = {"DAILY": 1, "WEEKLY": 7}.get(parts.pop("FREQ", ""), 0)
    interval, count = parts.pop("INTERVAL", "1"), parts.pop("COUNT", "")
    until = MOMENT.fullmatch(parts.pop("UNTIL", ""))
    parts.pop("WKST", "")
    is_known = step and not parts and interval.isascii() and interval.isdigit() and 0 < int(interval[:3]) < 100
    if not is_known or not (until or (count.isascii() and count.isdigit() and int(count[:4]) <= MOST_REPEATS)):
        return None
    last = "".join(until.group("y", "m", "d")) if until else "99999999"
    most = int(count[:4]) if count else MOST_REPEATS
    days = (first + timedelta(days=step * int(interval[:3]) * number) for number in range(most))
    return [on for on in days if on.strftime("%Y%m%d") <= last]
