"""Quotas: who is there, who is missing, and who of the list would help."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from facilitation.domain.event import Quota, QuotaKind, Sector
from facilitation.domain.person import District, InvitationStatus, Participation, Sex
from facilitation.errors import InvalidInput
from facilitation.planning.quotas import (
    Reach,
    Suggestion,
    counts_for,
    quota_findings,
    quota_states,
    reach,
    still_missing,
    suggestions,
    with_quota,
    without_quota,
)
from tests.builders import a_participation, an_event, some_participations

WOMEN = Quota(QuotaKind.SEX, "female", 0.4)
FROM_VLORE = Quota(QuotaKind.DISTRICT, "vlore", 0.25)
STATES = list(InvitationStatus)


def fewest_by_trying(have: int, total: int, percent: int) -> int | None:
    """One more after the other until the share is reached; in whole numbers only."""
    for more in range(2_000):
        if 100 * (have + more) >= percent * (total + more):
            return more
    return None


@pytest.mark.parametrize("percent", [1, 7, 20, 29, 33, 40, 50, 57, 58, 66, 90, 97, 100])
def test_the_missing_are_the_fewest_found_by_trying(percent: int) -> None:
    for total in range(0, 19):
        for have in range(total + 1):
            assert still_missing(have, total, percent / 100) == fewest_by_trying(have, total, percent)


@pytest.mark.parametrize("percent", range(1, 100))
def test_every_whole_percentage_is_counted_without_a_rounding_slip(percent: int) -> None:
    """Exactly the share is enough: of 100 people ``percent`` count."""
    assert still_missing(percent, 100, percent / 100) == 0
    assert Fraction(str(percent / 100)) == Fraction(percent, 100)


def test_seven_women_are_missing_for_forty_per_cent() -> None:
    women = some_participations(5, sex=Sex.FEMALE)
    men = tuple(a_participation(f"man-{n}", sex=Sex.MALE) for n in range(18))

    assert reach([*women, *men], WOMEN) == Reach(have=5, total=23, unknown=0, missing=7)


def test_who_did_not_state_it_is_counted_among_all_and_told_apart() -> None:
    people = (a_participation("a", sex=Sex.FEMALE), a_participation("b"), a_participation("c", district=None))

    assert reach(people, WOMEN) == Reach(have=1, total=3, unknown=2, missing=1)
    assert reach(people, FROM_VLORE) == Reach(have=0, total=3, unknown=1, missing=1)
    assert [counts_for(part, WOMEN) for part in people] == [True, None, None]


def test_a_whole_share_is_out_of_reach_once_somebody_else_comes() -> None:
    only_women = Quota(QuotaKind.SEX, "female", 1.0)

    assert reach([a_participation(sex=Sex.MALE)], only_women).missing is None
    assert reach([a_participation(sex=Sex.FEMALE)], only_women).missing == 0


@pytest.mark.parametrize("statuses", list(product(STATES, repeat=3)))
def test_the_asked_are_the_invited_and_confirmed_of_every_mixture(statuses: tuple[InvitationStatus, ...]) -> None:
    parts = [a_participation(str(n), status=status, sex=Sex.FEMALE) for n, status in enumerate(statuses)]

    (state,) = quota_states(an_event(quotas=(WOMEN,)), parts)

    confirmed = statuses.count(InvitationStatus.CONFIRMED)
    asked = confirmed + statuses.count(InvitationStatus.INVITED)
    assert (state.confirmed.total, state.confirmed.have) == (confirmed, confirmed)
    assert (state.asked.total, state.asked.have) == (asked, asked)


def test_somebody_and_their_substitute_count_once() -> None:
    old = a_participation("old", sex=Sex.MALE)
    new = a_participation("new", sex=Sex.FEMALE, substitute_for_id="old")
    gone = a_participation("gone", sex=Sex.FEMALE, substitute_for_id="old", status=InvitationStatus.DECLINED)

    def asked(*parts: Participation) -> Reach:
        return quota_states(an_event(quotas=(WOMEN,)), parts)[0].asked

    assert asked(old, new) == Reach(have=1, total=1, unknown=0, missing=0)
    assert asked(old, gone) == Reach(have=0, total=1, unknown=0, missing=1)


def test_whoever_helps_the_most_open_quotas_comes_first() -> None:
    waiting = InvitationStatus.TO_INVITE
    one = a_participation("one", status=waiting, sex=Sex.FEMALE)
    both = a_participation("both", status=waiting, sex=Sex.FEMALE, district=District.VLORE)
    none = a_participation("none", status=waiting, sex=Sex.MALE)
    asked = a_participation("asked", sex=Sex.MALE)

    found = suggestions(an_event(quotas=(WOMEN, FROM_VLORE)), [one, both, none, asked])

    assert found == (Suggestion(both, (WOMEN, FROM_VLORE)), Suggestion(one, (WOMEN,)))


def test_nobody_is_suggested_for_a_quota_that_is_met() -> None:
    asked = a_participation("asked", sex=Sex.FEMALE)
    waiting = a_participation("waiting", sex=Sex.FEMALE, status=InvitationStatus.TO_INVITE)

    assert suggestions(an_event(quotas=(WOMEN,)), [asked, waiting]) == ()


def test_a_quota_is_set_changed_and_dropped() -> None:
    event = with_quota(with_quota(an_event(), WOMEN), FROM_VLORE)
    half = Quota(QuotaKind.SEX, "female", 0.5)

    assert with_quota(event, half).quotas == (half, FROM_VLORE)
    assert without_quota(event, half).quotas == (FROM_VLORE,)


@pytest.mark.parametrize(
    "quota",
    [
        Quota(QuotaKind.SEX, "female", 0),
        Quota(QuotaKind.SEX, "female", 1.01),
        Quota(QuotaKind.SEX, "not_stated", 0.4),
        Quota(QuotaKind.SECTOR, "vlore", 0.4),
        Quota(QuotaKind.SEX, "male", 0.61),
    ],
)
def test_what_no_event_can_meet_is_refused(quota: Quota) -> None:
    with pytest.raises(InvalidInput):
        with_quota(an_event(quotas=(WOMEN,)), quota)


def test_quotas_of_one_kind_may_fill_the_whole() -> None:
    assert len(with_quota(an_event(quotas=(WOMEN,)), Quota(QuotaKind.SEX, "male", 0.6)).quotas) == 2


def test_nothing_is_said_before_anybody_is_invited() -> None:
    event = an_event(quotas=(WOMEN, Quota(QuotaKind.SECTOR, Sector.DONOR.value, 0.1)))
    waiting = [a_participation(status=InvitationStatus.TO_INVITE)]

    assert list(quota_findings(event, waiting)) == []
    assert [found.subject for found in quota_findings(event, [a_participation()])] == ["sex:female", "sector:donor"]
