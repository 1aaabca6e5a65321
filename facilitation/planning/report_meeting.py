"""What minutes and reports say of one meeting: its facts, who was there by office, and in figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from facilitation.domain.agenda import Attribution, Contributor
from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation, Sex
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import day_span, timed_items
from facilitation.planning.attendance import attendance_by_day, never_came
from facilitation.planning.attribution import Attributed, shown_contributor
from facilitation.planning.composition import (
    Basis,
    PublicCell,
    PublicTable,
    counted,
    public_counts_by_zone,
    public_list,
)
from facilitation.planning.presidency import president
from facilitation.planning.progress import name_key
from facilitation.planning.report_sources import (
    Office,
    ReportSources,
    declined,
    meets_with_others,
    office_of,
    public_items,
)

Name = TypeVar("Name")
QUORUM = 0.6
"""The share of members that has to be there (domain notes 1.2; ours)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, time and place of the event, who chaired it and who helped. ``number`` = which one of its year it is."""

    title: Text
    first_on: date
    last_on: date
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    host: Text
    series_title: Text
    number: int
    chair: str
    facilitators: tuple[Attributed, ...]
    note_takers: tuple[Attributed, ...]


def facts(sources: ReportSources) -> Facts:
    """The facts of the meeting."""
    event, series = sources.event, sources.series
    timed = timed_items(sources.record.agenda, event.starts_on)
    first, last = day_span(timed, 1), day_span(timed, event.day_count)
    items = tuple(public_items(sources.record))
    return Facts(
        title=event.title,
        first_on=event.starts_on,
        last_on=event.ends_on,
        starts_at=first[0] if first else None,
        ends_at=last[1] if last else None,
        place=event.place,
        host=event.host,
        series_title=series.title if series else Text(),
        number=_number(sources),
        chair=chair(sources),
        facilitators=_shown(sources, (person for item in items for person in item.facilitators)),
        note_takers=_shown(sources, (person for item in items for person in item.note_takers)),
    )


def _number(sources: ReportSources) -> int:
    """Which meeting of its kind in the series this is in its year; 0 outside a series."""
    event = sources.event
    same = [m.event for m in sources.meetings if m.event.instrument == event.instrument]
    before = [other for other in same if other.starts_on.year == event.starts_on.year]
    return 1 + sum(other.starts_on < event.starts_on for other in before) if sources.series else 0


def chair(sources: ReportSources) -> str:
    """Who presides on the day of the event ("" = no presidency goes round)."""
    turns = sources.series.presidency if sources.series else None
    return president(turns, sources.event.starts_on) if turns else ""


def _shown(sources: ReportSources, people: Iterable[Contributor]) -> tuple[Attributed, ...]:
    """Helpers by their role: minutes name offices."""
    known = {key: part for part in sources.record.participations for key in (part.id, part.person.id) if key}
    shown = (shown_contributor(person, known.get(person.identity), Attribution.ROLE) for person in people)
    return tuple(dict.fromkeys(entry for entry in shown if entry))


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office: how many of it came, and on how many of the days somebody of it was there."""

    office: Office
    came: int
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there by office. ``excused`` said beforehand that they would not come, ``absent`` did not.

    ``members`` = the members of a presidency with whether one of theirs was there; ``coded`` = beneficiaries, who are
    only counted. ``is_known`` is false before anybody's attendance was written down: then all invited are ``rows``.
    """

    rows: tuple[OfficeRow, ...]
    excused: tuple[Office, ...]
    absent: tuple[Office, ...]
    members: tuple[tuple[str, bool], ...]
    listed: int
    came: int
    coded: int
    day_count: int
    is_known: bool

    def __bool__(self) -> bool:
        return self.is_known or bool(self.rows)

    @property
    def has_quorum(self) -> bool | None:
        """Whether enough members were there; ``None`` where nobody's attendance is known."""
        if not self.is_known:
            return None
        if self.members:
            return sum(is_there for _, is_there in self.members) >= QUORUM * len(self.members)
        return self.came >= QUORUM * self.listed


def attendance(sources: ReportSources) -> Attendance:
    """The attendance of those who meet, by office."""
    event = sources.event
    people = [part for part in sources.record.participations if meets_with_others(part)]
    is_known = bool(attendance_by_day(event, people))
    came = [part for part in people if part.days_attended]
    shown = came if is_known else [part for part in people if not declined(part)]
    present = {office_of(part) for part in came}
    excused = _offices(part for part in people if declined(part))
    absent = _offices(part for part in never_came(event, people) if not declined(part))
    return Attendance(
        rows=tuple(_rows(part for part in shown if not part.person.is_coded)),
        excused=tuple(office for office in excused if office not in present),
        absent=tuple(office for office in absent if office not in present and office not in excused),
        members=_members(sources, came) if is_known else (),
        listed=len(people),
        came=len(came),
        coded=sum(part.person.is_coded for part in shown),
        day_count=event.day_count,
        is_known=is_known,
    )


def _rows(people: Iterable[Participation]) -> Iterator[OfficeRow]:
    grouped: dict[Office, list[Participation]] = {}
    for part in people:
        grouped.setdefault(office_of(part), []).append(part)
    for office, own in grouped.items():
        yield OfficeRow(office, len(own), tuple(sorted({day for part in own for day in part.days_attended})))


def _offices(people: Iterable[Participation]) -> tuple[Office, ...]:
    return tuple(dict.fromkeys(office_of(part) for part in people if not part.person.is_coded))


def _members(sources: ReportSources, came: Sequence[Participation]) -> tuple[tuple[str, bool], ...]:
    """The members of the presidency: a member is there where one of the organisation, or of that name, came."""
    turns = sources.series.presidency if sources.series else None
    there = {name_key(text) for part in came for text in (part.person.organisation, part.person.name)}
    return tuple((member, name_key(member) in there) for member in turns.members) if turns else ()


@dataclass(frozen=True, slots=True)
class Composition:
    """Who took part in numbers that point at nobody: small counts are hidden in every list."""

    basis: Basis
    total: int
    organisations: int
    sectors: tuple[tuple[Sector, PublicCell], ...]
    sexes: tuple[tuple[Sex, PublicCell], ...]
    districts: tuple[tuple[District | None, PublicCell], ...]
    zones: PublicTable

    def __bool__(self) -> bool:
        return bool(self.total)


def composition(sources: ReportSources) -> Composition:
    """The composition of those who attended, else of those who confirmed, else of those on the list."""
    basis, people = counted(part for part in sources.record.participations if meets_with_others(part))
    names = {name_key(part.person.organisation) for part in people if part.person.organisation}
    return Composition(
        basis=basis,
        total=len(people),
        organisations=len(names),
        sectors=_listed(tuple(Sector), [part.person.sector for part in people]),
        sexes=_listed(tuple(Sex), [part.person.sex for part in people]),
        districts=_listed((*District, None), [part.person.district for part in people]),
        zones=public_counts_by_zone(people),
    )


def _listed(names: Sequence[Name], values: Sequence[Name]) -> tuple[tuple[Name, PublicCell], ...]:
    counts = {name: values.count(name) for name in names}
    present = [name for name in names if counts[name]]
    return tuple(zip(present, public_list([counts[name] for name in present]), strict=True))
