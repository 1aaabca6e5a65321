"""What stays of an erased person, and what does not."""

from __future__ import annotations

import pytest

from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Participation, Person, Sex
from facilitation.planning.anonymous import anonymous, kept_facts, unsaid
from tests.builders import EVENT_ID, a_note, a_participation, some_participations

FULL = a_participation(
    "p",
    sector=Sector.DONOR,
    district=District.KUKES,
    sex=Sex.FEMALE,
    email="a@example.org",
    role=EventRole.SPEAKER,
    days_attended=(2,),
    dietary_needs="pa mish",
    photo_consent=Consent.YES,
    certificate="7",
    version=3,
)


def test_only_role_status_and_days_stay() -> None:
    gone = anonymous(FULL, (FULL,), person_id="new", name="Erased", is_over=True)

    assert gone == Participation(
        "p",
        EVENT_ID,
        Person("new", "Erased", is_coded=True),
        EventRole.SPEAKER,
        InvitationStatus.CONFIRMED,
        days_attended=(2,),
        version=3,
    )


@pytest.mark.parametrize(
    ("is_over", "days", "status"),
    [
        (False, (), InvitationStatus.DECLINED),
        (False, (1,), InvitationStatus.CONFIRMED),
        (True, (), InvitationStatus.CONFIRMED),
    ],
)
def test_before_the_event_nobody_waits_for_an_erased_person(
    is_over: bool, days: tuple[int, ...], status: InvitationStatus
) -> None:
    part = a_participation(days_attended=days)

    assert anonymous(part, (part,), person_id="new", name="Erased", is_over=is_over).status is status


@pytest.mark.parametrize(
    ("here", "elsewhere", "expected"),
    [
        (5, 0, (Sector.DONOR, District.KUKES)),
        (4, 1, (Sector.DONOR, None)),
        (4, 0, (Sector.OTHER, None)),
    ],
)
def test_sector_and_district_stay_where_five_share_them(
    here: int, elsewhere: int, expected: tuple[Sector, District | None]
) -> None:
    people = (
        *some_participations(here, sector=Sector.DONOR, district=District.KUKES),
        *some_participations(elsewhere, sector=Sector.DONOR, district=District.TIRANE),
        *some_participations(9, sector=Sector.CIVIL_SOCIETY, district=District.KUKES),
    )

    assert kept_facts(people[0], people) == expected


def test_words_stay_and_nobody_said_them() -> None:
    note = a_note(
        kind=NoteKind.QUOTE, text="Po.", speaker="A", speaker_id="p", speaker_role="B", speaker_sector="donor",
        quote_consent=True,
    )  # fmt: skip

    assert unsaid(note) == a_note(kind=NoteKind.QUOTE, text="Po.")
