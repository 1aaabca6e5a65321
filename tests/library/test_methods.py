"""The methods that ship: all 59, for how many people, how long and what for, and whose ideas they are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitation.domain.method import Method
from facilitation.library.loader import load_library
from facilitation.settings import ROOT

METHODS = load_library(ROOT / "agendas").methods
Figures = tuple[int, int, int, int, int, str]

LAID_DOWN: dict[str, Figures] = {
    # least people, most people, least minutes, typical minutes, most minutes, goals
    "check_in": (3, 20, 5, 12, 20, "open"),
    "ground_rules": (4, 60, 8, 15, 25, "open"),
    "expectations": (6, 120, 10, 20, 30, "open"),
    "living_map": (10, 150, 8, 12, 20, "open"),
    "speed_networking": (8, 200, 12, 20, 30, "open"),
    "energiser": (5, 200, 3, 8, 12, "open"),
    "panel_qa": (15, 250, 40, 55, 75, "inform"),
    "lightning": (10, 250, 30, 45, 60, "inform"),
    "marketplace": (16, 150, 45, 65, 90, "inform explore"),
    "gallery_walk": (10, 150, 20, 30, 45, "inform converge"),
    "data_walk": (8, 60, 35, 50, 75, "inform explore"),
    "visitor_briefing": (3, 40, 40, 60, 90, "open inform"),
    "fishbowl": (12, 80, 35, 50, 70, "inform explore"),
    "world_cafe": (12, 200, 75, 105, 150, "explore converge"),
    "open_space": (15, 300, 150, 240, 420, "explore"),
    "one_two_four_all": (4, 250, 12, 16, 30, "open explore"),
    "brainstorm": (4, 15, 15, 25, 40, "explore"),
    "brainwriting": (5, 60, 25, 35, 45, "explore"),
    "appreciative_interview": (6, 200, 35, 50, 75, "open explore"),
    "focused_conversation": (5, 30, 25, 40, 60, "explore decide"),
    "carousel": (12, 80, 30, 45, 60, "explore"),
    "snowball": (8, 64, 25, 35, 50, "explore converge"),
    "buzz": (6, 400, 5, 8, 12, "open explore"),
    "swot": (5, 40, 45, 60, 90, "explore"),
    "problem_tree": (5, 30, 45, 65, 90, "explore"),
    "stakeholder_map": (4, 40, 40, 60, 80, "explore converge"),
    "force_field": (4, 30, 30, 45, 60, "explore decide"),
    "pro_con": (6, 40, 20, 30, 45, "explore decide"),
    "timeline": (5, 60, 25, 40, 60, "open explore"),
    "troika": (3, 150, 30, 40, 50, "explore"),
    "case_clinic": (4, 14, 30, 45, 60, "explore decide"),
    "role_play": (6, 30, 40, 60, 90, "explore"),
    "focus_group": (5, 10, 75, 105, 120, "explore inform"),
    "six_hats": (4, 25, 35, 45, 60, "explore decide"),
    "premortem": (4, 30, 20, 30, 45, "explore decide"),
    "visioning": (8, 100, 35, 50, 75, "open explore"),
    "five_whys": (2, 12, 10, 20, 30, "explore"),
    "survey_pulse": (5, 300, 15, 20, 30, "open inform"),
    "card_cluster": (5, 40, 25, 35, 50, "converge"),
    "consensus_workshop": (6, 40, 60, 80, 120, "converge decide"),
    "nominal_group": (5, 12, 50, 65, 90, "converge decide"),
    "dot_voting": (5, 150, 10, 15, 25, "converge"),
    "impact_effort": (4, 30, 25, 40, 60, "converge decide"),
    "crowd_25_10": (12, 200, 25, 30, 40, "converge"),
    "criteria_matrix": (3, 20, 35, 50, 70, "converge decide"),
    "parking_lot": (3, 300, 3, 6, 12, "converge close"),
    "consensus_steps": (3, 40, 30, 45, 75, "decide"),
    "gradients": (3, 100, 8, 15, 25, "decide"),
    "single_text": (4, 40, 40, 60, 90, "decide converge"),
    "action_plan": (3, 60, 25, 40, 60, "decide close"),
    "responsibility_chart": (3, 25, 30, 45, 60, "decide"),
    "conflict_steps": (2, 20, 60, 80, 120, "explore decide"),
    "interest_dialogue": (6, 40, 60, 90, 150, "explore decide"),
    "commitments": (4, 60, 15, 25, 40, "decide close"),
    "plus_delta": (3, 150, 6, 10, 15, "close"),
    "check_out": (3, 30, 5, 10, 15, "close"),
    "after_action": (3, 25, 25, 40, 60, "close"),
    "evaluation_moment": (5, 300, 7, 10, 15, "close"),
    "notes_mirror": (8, 300, 10, 20, 25, "inform close"),
}
every_method = pytest.mark.parametrize("method", METHODS.values(), ids=list(METHODS))


def figures(method: Method) -> Figures:
    least, typical, most = (
        time // timedelta(minutes=1) for time in (method.minimum_time, method.typical_time, method.maximum_time)
    )
    return (method.minimum_people, method.maximum_people, least, typical, most, " ".join(method.goals))


def test_the_library_has_exactly_the_methods_laid_down() -> None:
    assert sorted(METHODS) == sorted(LAID_DOWN)


@pytest.mark.parametrize(("method_id", "laid_down"), LAID_DOWN.items(), ids=list(LAID_DOWN))
def test_a_method_is_for_the_people_times_and_goals_laid_down(method_id: str, laid_down: Figures) -> None:
    assert method_id in METHODS, "this method has no file yet"
    assert figures(METHODS[method_id]) == laid_down


@every_method
def test_the_steps_of_a_method_add_up_to_its_typical_time(method: Method) -> None:
    assert sum((step.duration for step in method.steps), timedelta()) == method.typical_time


@every_method
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_method_says_who_leads_each_step(method: Method, language: str) -> None:
    assert [step.what.en for step in method.steps if not getattr(step.who, language)] == []


@every_method
def test_a_method_has_a_tip_and_a_risk(method: Method) -> None:
    assert method.tips
    assert method.risks


def test_the_world_cafe_has_four_tips_and_four_risks() -> None:
    cafe = METHODS["world_cafe"]

    assert (len(cafe.tips), len(cafe.risks)) == (4, 4)


@every_method
def test_the_people_of_a_group_are_no_more_than_the_method_is_for(method: Method) -> None:
    assert method.group_minimum <= method.group_maximum <= method.maximum_people


def test_only_the_case_clinic_is_fit_for_cases_of_real_people() -> None:
    assert [method.id for method in METHODS.values() if method.is_for_cases] == ["case_clinic"]


def test_ranks_weigh_the_same_only_where_everybody_writes_or_thinks_alone_first() -> None:
    even = sorted(method.id for method in METHODS.values() if method.evens_ranks)

    assert even == ["brainwriting", "nominal_group", "one_two_four_all"]


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(
    "method_id", ["speed_networking", "marketplace", "fishbowl", "one_two_four_all", "troika", "crowd_25_10"]
)
def test_methods_after_liberating_structures_keep_their_credit(method_id: str, language: str) -> None:
    assert method_id in METHODS, "this method has no file yet"
    source = METHODS[method_id].source.said_in(language)

    assert "Lipmanowicz & McCandless" in source
    assert "Liberating Structures, CC BY-SA 4.0" in source
