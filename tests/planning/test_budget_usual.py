"""The usual lines of each kind of event."""

from __future__ import annotations

import pytest

from facilitation.domain.budget import BudgetCategory, FundingKind
from facilitation.planning.budget_usual import (
    HOSTED,
    TRAINED,
    VISITS,
    WITH_BENEFICIARIES,
    Bearer,
    UsualLine,
    usual_lines,
)
from facilitation.settings import ROOT
from tests.builders import an_event


def quantities(**facts: object) -> dict[str, int]:
    return {line.key: line.quantity for line in usual_lines(an_event(**facts))}


def test_a_conference_of_two_days_counts_people_days_and_nights() -> None:
    assert quantities(instrument="national-conference", day_count=2, expected_people=106, languages=("sq", "en")) == {
        "hall": 2,
        "coffee": 212,
        "lunch": 212,
        "travel_offices": 106,
        "travel_organisations": 106,
        "lodging": 106,
        "facilitators": 22,
        "facilitators_travel": 11,
        "interpretation": 2,
        "equipment": 2,
        "printing": 106,
        "access": 1,
        "proceedings": 1,
    }


def test_members_host_a_meeting_and_bear_the_basic_costs() -> None:
    lines = usual_lines(an_event(instrument="regional-committee", expected_people=18))

    assert [(line.key, line.bearer) for line in lines] == [
        ("hall", Bearer.HOST),
        ("coffee", Bearer.HOST),
        ("equipment", Bearer.HOST),
        ("printing", Bearer.HOST),
        ("access", Bearer.NOBODY),
    ]


def test_one_day_needs_no_lodging_and_one_language_no_interpretation() -> None:
    assert {"lodging", "interpretation"} & set(quantities(day_count=1)) == set()


def test_officials_travel_at_the_cost_of_their_own_office() -> None:
    assert UsualLine(
        "travel_offices", BudgetCategory.TRAVEL, 30, FundingKind.IN_KIND, Bearer.OWN_OFFICE
    ) in usual_lines(an_event())


def test_beneficiaries_get_travel_money_and_childcare_and_trainings_have_trainers() -> None:
    assert {"travel_money", "childcare"} <= set(quantities(instrument="focus-group"))
    assert "trainers" in quantities(instrument="planning-training")


@pytest.mark.parametrize("key", sorted(HOSTED | VISITS | TRAINED | WITH_BENEFICIARIES))
def test_every_named_kind_of_event_exists(key: str) -> None:
    assert (ROOT / "agendas" / "instruments" / f"{key}.toml").is_file()
