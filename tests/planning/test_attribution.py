"""Who may be named: the attribution rule of a session applied to what was said and to who speaks."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.planning.attribution import Attributed, attributed, shown_contributor
from tests.builders import a_contributor, a_note, a_participation, a_person

NOTE = a_note(speaker="Drejtuese", speaker_role="Drejtuese, Strehëza", speaker_sector="civil_society")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Attribution.NAMED, Attributed("Drejtuese", "Drejtuese, Strehëza", "civil_society")),
        (Attribution.ROLE, Attributed(role="Drejtuese, Strehëza")),
        (Attribution.SECTOR, Attributed(sector="civil_society")),
        (Attribution.NOBODY, Attributed()),
    ],
)
def test_a_key_point_shows_what_the_rule_lets_through(rule: Attribution, expected: Attributed) -> None:
    assert attributed(NOTE, rule) == expected


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (True, Attributed("Drejtuese", "Drejtuese, Strehëza", "civil_society")),
        (False, Attributed(role="Drejtuese, Strehëza")),
    ],
)
def test_exact_words_carry_the_name_only_with_consent(consent: bool, expected: Attributed) -> None:
    quote = a_note(
        kind=NoteKind.QUOTE,
        speaker=NOTE.speaker,
        speaker_role=NOTE.speaker_role,
        speaker_sector="civil_society",
        quote_consent=consent,
    )

    assert attributed(quote, Attribution.NAMED) == expected


@pytest.mark.parametrize("rule", [Attribution.ROLE, Attribution.SECTOR, Attribution.NOBODY])
def test_consent_never_shows_more_than_the_rule(rule: Attribution) -> None:
    quote = a_note(kind=NoteKind.QUOTE, speaker="Drejtuese", quote_consent=True)

    assert attributed(quote, rule).name == ""


def test_nobody_is_as_good_as_nothing() -> None:
    assert not Attributed()
    assert Attributed(sector="media")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Attribution.NAMED, Attributed("Folëse 4", "Përfaqësuese, Zyra e Punësimit", "regional_state")),
        (Attribution.ROLE, Attributed(role="Përfaqësuese, Zyra e Punësimit")),
        (Attribution.SECTOR, Attributed(sector=Sector.REGIONAL_STATE.value)),
        (Attribution.NOBODY, Attributed()),
    ],
)
def test_a_speaker_who_is_a_person_of_the_event_is_cut_down_too(rule: Attribution, expected: Attributed) -> None:
    speaker = a_contributor("Folëse 4", person_id="person-1")

    assert shown_contributor(speaker, a_participation(person=a_person("Folëse 4")), rule) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Attribution.NAMED, Attributed(role="Bashkia Elbasan")),
        (Attribution.ROLE, Attributed(role="Bashkia Elbasan")),
        (Attribution.SECTOR, Attributed()),
        (Attribution.NOBODY, Attributed()),
    ],
)
def test_an_office_is_a_role(rule: Attribution, expected: Attributed) -> None:
    assert shown_contributor(a_contributor("Bashkia Elbasan"), None, rule) == expected
