"""What enums are called: every member has its own label, and nothing stops a screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.event import Sector
from facilitation.domain.finding import Severity
from facilitation.domain.guide import MaterialPer
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Payer, Sex, Zone
from facilitation.domain.proceedings import Section
from facilitation.domain.task import TaskStatus
from facilitation.i18n import labels
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.attribution import Attributed
from facilitation.planning.composition import Basis
from facilitation.planning.working_days import COUNTRIES

ENGLISH = Translator("en")
LABELS: list[tuple[type[StrEnum], Callable[[Any, Translator], str]]] = [
    (ItemKind, labels.kind_label),
    (Sector, labels.sector_label),
    (TaskStatus, labels.status_label),
    (InvitationStatus, labels.invitation_label),
    (EventRole, labels.role_label),
    (District, labels.district_label),
    (Zone, labels.zone_label),
    (Consent, labels.consent_label),
    (Sex, labels.sex_label),
    (Payer, labels.payer_label),
    (NoteKind, labels.note_kind_label),
    (Attribution, labels.attribution_label),
    (Severity, labels.severity_label),
    (Section, labels.section_label),
    (MaterialPer, labels.material_per_label),
    (Basis, labels.basis_label),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("members", "label"), LABELS, ids=[members.__name__ for members, _ in LABELS])
def test_every_member_has_a_label_of_its_own(
    members: type[StrEnum], label: Callable[[Any, Translator], str], language: str
) -> None:
    said = [label(member, Translator(language)) for member in members]

    assert all(said)
    assert len(set(said)) == len(said)
    assert not {member.value for member in members}.intersection(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_countries_and_languages_have_labels_of_their_own(language: str) -> None:
    _ = Translator(language)
    goals = [labels.goal_label(goal, _) for goal in ("open", "inform", "explore", "converge", "decide", "close")]
    countries = [labels.country_label(code, _) for code in COUNTRIES]

    assert len(set(goals)) == 6
    assert len(set(countries)) == len(COUNTRIES)
    assert not set(COUNTRIES).intersection(countries)
    assert labels.language_label("sq", _) != labels.language_label("en", _)


def test_a_key_nobody_knows_is_shown_as_it_is() -> None:
    assert labels.country_label("QQ", ENGLISH) == "QQ"
    assert labels.goal_label("celebrate", ENGLISH) == "celebrate"


def test_no_district_and_no_zone_are_not_stated() -> None:
    assert labels.district_label(None, ENGLISH) == "Not stated"
    assert labels.zone_label(None, ENGLISH) == "Not stated"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Attributed("Folëse 4", "Drejtuese, Strehëza", "donor"), "Folëse 4, Drejtuese, Strehëza"),
        (Attributed(role="Prefekt"), "Prefekt"),
        (Attributed(sector="civil_society"), "Civil society"),
        (Attributed(sector="Sektori i tretë"), "Sektori i tretë"),
        (Attributed(), ""),
    ],
)
def test_a_speaker_is_said_as_far_as_shown(shown: Attributed, expected: str) -> None:
    assert labels.attributed_text(shown, ENGLISH) == expected
