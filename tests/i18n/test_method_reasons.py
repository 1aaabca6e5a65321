"""Every reason for or against a method is a half-sentence in both languages."""

from __future__ import annotations

from itertools import product

import pytest

from facilitation.domain.agenda import Layout
from facilitation.i18n.method_reasons import REASON_CODES, reason_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.method_fit import Reason, ReasonValue, method_fits
from facilitation.planning.method_need import MethodNeed
from tests.builders import a_method, minutes

FILLED: tuple[tuple[str, dict[str, ReasonValue], str], ...] = (
    ("fits_people", {"people": 24, "range": "12–200"}, "fits 24 people (12–200)"),
    ("takes_usual", {"minutes": 25, "typical": 20}, "takes 20 of your 25 minutes"),
    ("works_in_layout", {"rooms": ("cabaret",)}, "works in a cabaret room"),
    ("other_layout", {"rooms": ("circle", "open_floor")}, "needs a circle of chairs or an open floor"),
    ("evens_ranks", {}, "juniors and seniors weigh the same"),
    ("serves_goal", {"goals": ("explore", "decide")}, "is good for: exploring and deciding"),
    ("too_short", {"minutes": 20, "least": 35}, "needs at least 35 minutes"),
    ("never_on_cases", {}, "never on cases of real people"),
    (
        "too_many_tables",
        {"people": 12, "tables": 8, "size": "4–5", "most": 3},
        "12 people cannot fill 8 tables of 4–5: at most 3 tables",
    ),
    (
        "too_many_tables",
        {"people": 4, "tables": 8, "size": "4–5", "most": 1},
        "4 people cannot fill 8 tables of 4–5: at most 1 table",
    ),
    ("too_many_tables", {"people": 3, "tables": 8, "size": "4–5", "most": 0}, "3 people cannot fill a table of 4–5"),
)


@pytest.mark.parametrize(("code", "values", "sentence"), FILLED)
def test_a_reason_is_said_with_its_values(code: str, values: dict[str, ReasonValue], sentence: str) -> None:
    reason = Reason(code, tuple(values.items()))

    assert reason_sentence(reason, Translator("en")) == sentence
    assert reason_sentence(reason, Translator("sq")) != sentence


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_reason_the_rules_can_give_has_a_sentence(language: str) -> None:
    methods = [
        a_method("plain", goals=("open",), layouts=(Layout.CIRCLE,)),
        a_method("buzz", goals=("explore",), group_minimum=4, group_maximum=5),
        a_method("gallery_walk", goals=("decide",), evens_ranks=True, is_for_cases=True),
        a_method("clinic", is_for_cases=True, minimum_people=1),
    ]
    needs = [
        MethodNeed(people, minutes(length), goals, layouts, is_about_cases, True, tables, minutes(30))
        for people, length, goals, layouts, is_about_cases, tables in product(
            (3, 5, 7, 40, 90, 300), (5, 20, 30, 45, 90), ((), ("open",)), ((), (Layout.CIRCLE,), (Layout.THEATRE,)),
            (False, True), (0, 1, 8),
        )
    ]  # fmt: skip
    found = [method_fits(need, methods) for need in needs]
    fits = [fit for entry in found for fit in entry.suggestions]
    reasons = {reason for entry in found for refusal in entry.refusals for reason in refusal.reasons}
    reasons |= {reason for fit in fits for reason in (*fit.reasons, *fit.cautions)}

    assert {reason.code for reason in reasons} == REASON_CODES
    for reason in reasons:
        sentence = reason_sentence(reason, Translator(language))
        assert sentence != reason.code
        assert "{" not in sentence
