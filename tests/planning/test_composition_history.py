"""Shares of earlier events of a series."""

from __future__ import annotations

from datetime import date

from facilitation.domain.event import Sector
from facilitation.domain.person import District, Sex
from facilitation.planning.composition import Basis
from facilitation.planning.composition_history import EventShares, earlier_of_series, event_shares
from tests.builders import a_participation, an_event


def test_shares_count_who_attended_and_women_only_of_those_who_stated_it() -> None:
    event = an_event()
    parts = (
        a_participation("1", sector=Sector.CIVIL_SOCIETY, district=District.TIRANE, sex=Sex.FEMALE, days_attended=(1,)),
        a_participation("2", sector=Sector.LOCAL_GOVERNMENT, district=District.FIER, sex=Sex.MALE, days_attended=(1,)),
        a_participation("3", sector=Sector.CIVIL_SOCIETY, district=None, days_attended=(1,)),
        a_participation("4", sector=Sector.DONOR, district=District.FIER, days_attended=(2,)),
        a_participation("5", sector=Sector.DONOR, sex=Sex.FEMALE),
    )

    assert event_shares(event, parts) == EventShares(
        event,
        Basis.ATTENDED,
        4,
        women=0.5,
        sex_stated=2,
        outside_capital=0.5,
        civil_society=0.5,
        local_government=0.25,
    )


def test_nobody_has_no_shares_and_where_no_sex_is_stated_no_share_of_women() -> None:
    shares = event_shares(an_event(), [a_participation()])

    assert event_shares(an_event(), []) is None
    assert shares is not None
    assert (shares.women, shares.sex_stated) == (None, 0)


def test_earlier_events_of_the_series_come_oldest_first() -> None:
    now = an_event(series_id="s", starts_on=date(2027, 5, 17))
    events = [
        an_event(id="later", series_id="s", starts_on=date(2028, 1, 1)),
        an_event(id="last", series_id="s", starts_on=date(2026, 5, 1)),
        an_event(id="first", series_id="s", starts_on=date(2025, 5, 1)),
        an_event(id="other", series_id="t", starts_on=date(2025, 5, 1)),
        now,
    ]

    assert [event.id for event in earlier_of_series(now, events)] == ["first", "last"]
    assert earlier_of_series(an_event(), [an_event(id="alone", starts_on=date(2020, 1, 1))]) == ()
