"""Who came to an event, in figures that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitation.domain.person import District, EventRole, Participation, Sex
from facilitation.domain.record import EventRecord
from facilitation.planning.composition import (
    PublicTable,
    counted,
    is_from_outside_the_capital,
    people_count,
    public_counts_by_zone,
    sector_shares,
    share_of,
)
from facilitation.planning.proceedings_content import DayCount, DistrictCount, ParticipationFigures, SexCount


def participation_figures(record: EventRecord) -> ParticipationFigures:
    """The figures of the proceedings: those who attended or, before that is known, who confirmed (see ``Basis``)."""
    basis, people = counted(record.participations)
    outside = sum(is_from_outside_the_capital(entry) for entry in people)
    return ParticipationFigures(
        basis=basis,
        total=len(people),
        people=people_count(record.participations),
        sectors=sector_shares(people, record.event),
        by_district=_district_counts(people),
        by_sex=_sex_counts(people),
        by_day=tuple(_day_counts(record)),
        sector_by_zone=_zone_table(people),
        outside_capital_share=share_of(outside, len(people)),
        observer_count=sum(entry.role is EventRole.OBSERVER for entry in people),
    )


def _district_counts(people: tuple[Participation, ...]) -> tuple[DistrictCount, ...]:
    """Largest first; not stated comes last."""
    counts = Counter(entry.person.district for entry in people)
    places: tuple[District | None, ...] = (*sorted(District, key=lambda place: -counts[place]), None)
    return tuple(
        DistrictCount(place, counts[place], share_of(counts[place], len(people))) for place in places if counts[place]
    )


def _sex_counts(people: tuple[Participation, ...]) -> tuple[SexCount, ...]:
    counts = Counter(entry.person.sex for entry in people)
    return tuple(SexCount(sex, counts[sex], share_of(counts[sex], len(people))) for sex in Sex if counts[sex])


def _day_counts(record: EventRecord) -> Iterator[DayCount]:
    """Attendance of each day; nothing before any was recorded."""
    counts = Counter(day for entry in record.participations for day in entry.days_attended)
    if counts:
        for day in range(1, record.event.day_count + 1):
            yield DayCount(day, record.event.day(day), counts[day])


def _zone_table(people: tuple[Participation, ...]) -> PublicTable:
    """Sectors by zone; empty where nobody's zone is known (events outside Albania)."""
    table = public_counts_by_zone(people)
    return table if any(column is not None for column in table.columns) else PublicTable((), (), ())
