"""Who came, in figures that name nobody."""

from __future__ import annotations

from datetime import date

from facilitation.domain.event import Sector
from facilitation.domain.person import District, EventRole, Sex, Zone
from facilitation.planning.composition import Basis, PeopleCount, PublicCell, PublicTable, SectorShare
from facilitation.planning.participation_figures import participation_figures
from facilitation.planning.proceedings_content import DayCount, DistrictCount, ParticipationFigures, SexCount
from tests.builders import a_participation, a_record, an_event

DONOR, MEDIA = Sector.DONOR, Sector.MEDIA


def test_a_held_event_is_counted_by_who_attended() -> None:
    event = an_event(starts_on=date(2027, 5, 17), day_count=2, targets={DONOR: 0.25})
    people = (
        a_participation("1", sector=MEDIA, district=District.VLORE, days_attended=(1, 2), sex=Sex.FEMALE),
        a_participation("2", sector=MEDIA, district=District.VLORE, days_attended=(1,), sex=Sex.MALE),
        a_participation("3", sector=MEDIA, district=District.TIRANE, days_attended=(1,), sex=Sex.FEMALE),
        a_participation("4", sector=DONOR, district=None, days_attended=(1,), role=EventRole.OBSERVER),
        a_participation("5", sector=DONOR, district=District.FIER),
    )
    small = PublicCell(None)

    assert participation_figures(a_record(event=event, participations=people)) == ParticipationFigures(
        basis=Basis.ATTENDED,
        total=4,
        people=PeopleCount(listed=5, invited=5, confirmed=5, declined=0, attended=4, outside_capital=2),
        sectors=(SectorShare(MEDIA, 3, 0.75, None), SectorShare(DONOR, 1, 0.25, 0.25)),
        by_district=(
            DistrictCount(District.VLORE, 2, 0.5),
            DistrictCount(District.TIRANE, 1, 0.25),
            DistrictCount(None, 1, 0.25),
        ),
        by_sex=(SexCount(Sex.FEMALE, 2, 0.5), SexCount(Sex.MALE, 1, 0.25), SexCount(Sex.NOT_STATED, 1, 0.25)),
        by_day=(DayCount(1, date(2027, 5, 17), 4), DayCount(2, date(2027, 5, 18), 1)),
        sector_by_zone=PublicTable(
            rows=(DONOR, MEDIA), columns=(Zone.CENTRE, Zone.SOUTH, None), cells=((small, small, small),) * 2
        ),
        outside_capital_share=0.5,
        observer_count=1,
    )


def test_before_the_event_days_are_empty_and_those_who_confirmed_count() -> None:
    figures = participation_figures(a_record(participations=(a_participation(district=None),)))

    assert (figures.basis, figures.total, figures.by_day) == (Basis.CONFIRMED, 1, ())


def test_without_a_known_zone_there_is_no_crossed_table() -> None:
    figures = participation_figures(a_record(participations=(a_participation(district=None),)))

    assert figures.sector_by_zone == PublicTable((), (), ())


def test_an_event_without_people_has_figures_of_zero() -> None:
    figures = participation_figures(a_record())

    assert (figures.total, figures.outside_capital_share, figures.sectors, figures.by_sex) == (0, 0.0, (), ())
