"""Which methods fit: reasons, cautions, refusals and their order, rule by rule and for any need."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import Layout
from facilitation.domain.method import Method
from facilitation.library.loader import load_library
from facilitation.planning.method_fit import (
    NEVER_ON_CASES,
    MethodFit,
    Reason,
    least_time,
    method_fits,
)
from facilitation.planning.method_need import GOALS, MethodNeed
from facilitation.settings import ROOT
from tests.builders import a_method, minutes

LIBRARY = tuple(load_library(ROOT / "agendas").methods.values())


def a_need(**fields: Any) -> MethodNeed:
    """24 people and 30 minutes; `minutes=45` is short."""
    length = fields.pop("minutes", 30)
    return replace(MethodNeed(24, minutes(length)), **fields)


def against(method: Method, need: MethodNeed) -> list[tuple[str, dict[str, Any]]]:
    """Why a method is refused; it must be."""
    (refusal,) = method_fits(need, [method]).refusals
    return [(reason.code, dict(reason.values)) for reason in refusal.reasons]


def the_fit(method: Method, need: MethodNeed) -> MethodFit:
    """The suggestion of a method that fits."""
    (fit,) = method_fits(need, [method]).suggestions
    return fit


def said(reasons: tuple[Reason, ...]) -> dict[str, dict[str, Any]]:
    return {reason.code: dict(reason.values) for reason in reasons}


def ids(need: MethodNeed, *methods: Method) -> list[str]:
    return [fit.method.id for fit in method_fits(need, methods).suggestions]


def test_too_few_and_too_many_people_are_refused_with_the_number_it_takes() -> None:
    method = a_method(minimum_people=12, maximum_people=20)

    assert against(method, a_need(people=11)) == [("too_few_people", {"people": 11, "least": 12})]
    assert against(method, a_need(people=21)) == [("too_many_people", {"people": 21, "most": 20})]


def test_a_method_needs_its_minimum_and_a_minute_for_each_step() -> None:
    method = a_method(steps=(20, 20))
    many_steps = a_method(steps=(1,) * 8, minimum_time=minutes(4))

    assert against(method, a_need(minutes=19)) == [("too_short", {"minutes": 19, "least": 20})]
    assert against(many_steps, a_need(minutes=7)) == [("too_short", {"minutes": 7, "least": 8})]
    assert least_time(many_steps) == minutes(8)


def test_people_who_cannot_fill_the_tables_or_find_no_place_at_them_are_counted() -> None:
    method = a_method(group_minimum=4, group_maximum=5)
    facts = {"tables": 8, "size": "4–5"}

    assert against(method, a_need(people=12, tables=8)) == [("too_many_tables", {"people": 12, **facts, "most": 3})]
    assert against(method, a_need(people=41, tables=8)) == [("too_few_tables", {"people": 41, **facts, "needed": 9})]
    assert said(the_fit(method, a_need(people=40, tables=8)).reasons)["fills_tables"] == {"people": 40, **facts}


def test_tables_are_nothing_to_a_method_that_works_as_one_group() -> None:
    fit = the_fit(a_method(), a_need(people=12, tables=8))

    assert not {"fills_tables", "makes_groups"} & set(said(fit.reasons))


def test_without_a_number_of_tables_the_groups_are_counted() -> None:
    method = a_method(group_minimum=4, group_maximum=5)

    assert said(the_fit(method, a_need(people=24)).reasons)["makes_groups"] == {"groups": "5–6", "size": "4–5"}
    assert said(the_fit(method, a_need(people=8)).reasons)["makes_groups"] == {"groups": "2", "size": "4–5"}
    assert "makes_one_group" in said(the_fit(method, a_need(people=5)).reasons)


def test_people_who_do_not_divide_into_groups_are_a_caution() -> None:
    fit = the_fit(a_method(group_minimum=4, group_maximum=5), a_need(people=11))

    assert said(fit.cautions) == {"uneven_groups": {"people": 11, "size": "4–5"}}
    assert "makes_groups" not in said(fit.reasons)


def test_a_room_that_cannot_be_set_up_so_refuses() -> None:
    method = a_method(layouts=(Layout.CIRCLE, Layout.OPEN_FLOOR))

    assert against(method, a_need(layouts=(Layout.THEATRE,))) == [
        ("other_layout", {"rooms": ("circle", "open_floor")}),
    ]
    fit = the_fit(method, a_need(layouts=(Layout.THEATRE, Layout.CIRCLE)))
    assert said(fit.reasons)["works_in_layout"] == {"rooms": ("circle",)}
    assert "works_anywhere" in said(the_fit(a_method(), a_need(layouts=(Layout.THEATRE,))).reasons)


def test_a_method_for_other_goals_is_refused_and_the_shared_ones_are_named() -> None:
    method = a_method(goals=("explore", "converge"))

    assert against(method, a_need(goals=("decide",))) == [("other_goal", {"goals": ("explore", "converge")})]
    assert said(the_fit(method, a_need(goals=("decide", "converge"))).reasons)["serves_goal"] == {
        "goals": ("converge",)
    }


def test_cases_of_real_people_take_methods_made_for_them_only() -> None:
    clinic = a_method("clinic", is_for_cases=True)
    need = a_need(is_about_cases=True)

    assert against(a_method(), need) == [("not_for_cases", {})]
    assert "made_for_cases" in said(the_fit(clinic, need).reasons)


@pytest.mark.parametrize("method_id", sorted(NEVER_ON_CASES))
def test_a_walk_or_a_fishbowl_is_never_held_on_cases_whatever_its_file_says(method_id: str) -> None:
    method = a_method(method_id, is_for_cases=True)

    assert against(method, a_need(is_about_cases=True)) == [("never_on_cases", {})]


@pytest.mark.parametrize(
    ("given_minutes", "code", "values"),
    [
        (30, "takes_exactly", {"minutes": 30}),
        (20, "takes_shortened", {"minutes": 20, "typical": 30}),
        (45, "takes_usual", {"minutes": 45, "typical": 30}),
    ],
)
def test_the_time_is_compared_with_the_usual_one(given_minutes: int, code: str, values: dict[str, int]) -> None:
    fit = the_fit(a_method(steps=(10, 20)), a_need(minutes=given_minutes))

    assert said(fit.reasons)[code] == values
    assert fit.duration == minutes(given_minutes)


def test_more_time_than_the_method_can_fill_is_a_caution_and_its_steps_take_its_longest() -> None:
    fit = the_fit(a_method(steps=(10, 20)), a_need(minutes=90))

    assert said(fit.cautions) == {"takes_longest": {"minutes": 90, "most": 60}}
    assert [step.duration for step in fit.steps] == [minutes(20), minutes(40)]


def test_a_large_plenary_that_has_listened_gets_buzz_first_whatever_the_goal() -> None:
    buzz = a_method("buzz", steps=(5, 5), goals=("open",), maximum_people=400)
    other = a_method("other", goals=("inform",))
    tired = a_need(people=41, minutes=15, goals=("inform",), listened=minutes(20))

    assert ids(tired, other, buzz) == ["buzz", "other"]
    assert said(the_fit(buzz, tired).reasons)["wakes_plenary"] == {"people": 41, "minutes": 20}
    assert ids(replace(tired, people=40), other, buzz) == ["other"]
    assert ids(replace(tired, listened=minutes(19)), other, buzz) == ["other"]


def test_mixed_ranks_put_methods_first_that_even_them_out() -> None:
    even, usual = a_method("even", steps=(5, 10), evens_ranks=True), a_method("usual", steps=(10, 20))

    assert ids(a_need(), even, usual) == ["usual", "even"]
    assert ids(a_need(has_mixed_ranks=True), even, usual) == ["even", "usual"]
    assert "evens_ranks" in said(the_fit(even, a_need(has_mixed_ranks=True)).reasons)


def test_the_main_goal_and_the_nearest_time_come_first_and_what_is_to_be_minded_last() -> None:
    need = a_need(goals=("decide",))
    main = a_method("main", goals=("decide", "explore"))
    second = a_method("second", goals=("explore", "decide"))
    longer = a_method("longer", steps=(20, 30), goals=("decide",))
    uneven = a_method("a-uneven", goals=("decide",), group_minimum=23, group_maximum=23)

    assert ids(need, uneven, second, longer, main) == ["main", "longer", "second", "a-uneven"]


def test_a_whole_reason_reads_as_data() -> None:
    cafe = next(method for method in LIBRARY if method.id == "world_cafe")
    need = MethodNeed(24, minutes(90), goals=("explore",), layouts=(Layout.CAFE,))

    assert the_fit(cafe, need).reasons == (
        Reason("serves_goal", (("goals", ("explore",)),)),
        Reason("fits_people", (("people", 24), ("range", "12–200"))),
        Reason("takes_shortened", (("minutes", 90), ("typical", 105))),
        Reason("works_in_layout", (("rooms", ("cafe",)),)),
        Reason("makes_groups", (("groups", "5–6"), ("size", "4–5"))),
    )


needs = st.builds(
    MethodNeed,
    people=st.integers(1, 450),
    duration=st.integers(1, 480).map(minutes),
    goals=st.lists(st.sampled_from(GOALS), unique=True, max_size=3).map(tuple),
    layouts=st.lists(st.sampled_from(list(Layout)), unique=True, max_size=2).map(tuple),
    is_about_cases=st.booleans(),
    has_mixed_ranks=st.booleans(),
    tables=st.integers(0, 30),
    listened=st.integers(0, 60).map(minutes),
)


@settings(deadline=None)
@given(need=needs)
def test_every_method_is_once_suggested_or_refused(need: MethodNeed) -> None:
    found = method_fits(need, LIBRARY)

    suggested = [fit.method.id for fit in found.suggestions]
    refused = [refusal.method.id for refusal in found.refusals]
    assert sorted([*suggested, *refused]) == sorted(method.id for method in LIBRARY)
    assert all(refusal.reasons for refusal in found.refusals)
    assert all(fit.reasons for fit in found.suggestions)


@settings(deadline=None)
@given(need=needs)
def test_what_is_suggested_fits_people_minutes_goal_room_and_tables(need: MethodNeed) -> None:
    for fit in method_fits(need, LIBRARY).suggestions:
        method = fit.method
        assert method.minimum_people <= need.people <= method.maximum_people
        assert method.minimum_time <= fit.duration <= min(need.duration, method.maximum_time)
        assert not need.goals or set(need.goals) & set(method.goals) or method.id == "buzz"
        assert not (need.layouts and method.layouts) or set(need.layouts) & set(method.layouts)
        if need.tables and method.group_maximum:
            assert method.group_minimum <= need.people / need.tables <= method.group_maximum


@settings(deadline=None)
@given(need=needs)
def test_steps_are_whole_minutes_none_under_one_and_add_up_exactly(need: MethodNeed) -> None:
    for fit in method_fits(need, LIBRARY).suggestions:
        assert sum((step.duration for step in fit.steps), timedelta()) == fit.duration
        assert all(step.duration >= minutes(1) and not step.duration % minutes(1) for step in fit.steps)
        assert [step.what for step in fit.steps] == [step.what for step in fit.method.steps]


@settings(deadline=None)
@given(need=needs)
def test_on_cases_only_methods_made_for_them_are_suggested(need: MethodNeed) -> None:
    found = method_fits(replace(need, is_about_cases=True), LIBRARY)

    assert all(fit.method.is_for_cases and fit.method.id not in NEVER_ON_CASES for fit in found.suggestions)


@settings(deadline=None)
@given(need=needs, order=st.permutations(LIBRARY))
def test_the_order_of_the_library_does_not_matter(need: MethodNeed, order: list[Method]) -> None:
    assert method_fits(need, order) == method_fits(need, LIBRARY)


@settings(deadline=None)
@given(need=needs, more=st.integers(1, 120))
def test_more_time_never_refuses_a_method_for_its_minutes(need: MethodNeed, more: int) -> None:
    longer = replace(need, duration=need.duration + minutes(more))

    before = {fit.method.id for fit in method_fits(need, LIBRARY).suggestions}
    assert before <= {fit.method.id for fit in method_fits(longer, LIBRARY).suggestions}
