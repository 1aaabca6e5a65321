"""What is said of a series, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.series import Duty, DutyKind, DutyStep
from facilitation.domain.text import Text
from facilitation.i18n.series_sentences import comparison_text, duty_notice, left_text, rhythm_text, tally_text
from facilitation.i18n.translator import Translator
from facilitation.planning.series_rhythm import DutyStanding, Tally
from tests.builders import a_series

TODAY = date(2027, 3, 17)
SERIES = a_series(title=Text(sq="Komiteti Rajonal", en="Regional committee"))
MEETING = Duty("meeting", Text(sq="Takimi i radhës", en="Next meeting"), every_days=92)
REPORT = Duty("report", Text(sq="Raporti", en="Report"), DutyKind.REPORT, per_year=2)


def standing(duty: Duty = MEETING, **facts: Any) -> DutyStanding:
    """A duty due on 12 March 2027, seen five days later."""
    due_on = facts.pop("due_on", date(2027, 3, 12))
    left = (due_on - TODAY).days if due_on else None
    tally = Tally(2027, 1, 4)
    return DutyStanding(duty, None, due_on, left, facts.pop("planned_on", None), tally, Tally(2026, 4, 4), **facts)


@pytest.mark.parametrize(
    ("language", "found", "expected"),
    [
        ("sq", standing(), "Komiteti Rajonal: “Takimi i radhës” duhej mbajtur deri më 12 mars (me vonesë 5 ditë)."),
        ("en", standing(), "Regional committee: “Next meeting” was to be held by 12 March (5 days late)."),
        (
            "en",
            standing(planned_on=date(2027, 3, 30)),
            "Regional committee: “Next meeting” was to be held by 12 March (5 days late)."
            " The next one is planned for Tuesday, 30 March.",
        ),
        (
            "en",
            standing(due_on=date(2026, 12, 31)),
            "Regional committee: “Next meeting” was to be held by 31 December 2026 (76 days late).",
        ),
        (
            "sq",
            standing(due_on=date(2027, 3, 18)),
            "Komiteti Rajonal: “Takimi i radhës” duhet mbajtur deri më 18 mars (edhe 1 ditë).",
        ),
        ("en", standing(due_on=TODAY), "Regional committee: “Next meeting” is to be held by 17 March (today)."),
        ("en", standing(REPORT), "Regional committee: “Report” was to be handed in by 12 March (5 days late)."),
        ("en", standing(due_on=None), ""),
    ],
)
def test_a_duty_is_said_with_its_day_and_how_late_it_is(language: str, found: DutyStanding, expected: str) -> None:
    assert duty_notice(SERIES, found, TODAY, Translator(language)) == expected


def test_a_paper_that_is_soon_due_names_its_next_step() -> None:
    step = DutyStep(7, Text(sq="Miratoni raportin", en="Adopt the report"))
    duty = Duty("report", REPORT.title, DutyKind.REPORT, per_year=2, steps=(step,))

    said = duty_notice(SERIES, standing(duty, due_on=date(2027, 3, 24)), TODAY, Translator("sq"))

    assert said.endswith("Hapi i radhës: Miratoni raportin, deri më 17 mars.")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"every_days": 92}, "më së voni çdo 92 ditë"),
        ({"every_days": 1}, "çdo ditë"),
        ({"every_months": 1}, "çdo muaj"),
        ({"every_months": 6}, "më së voni çdo 6 muaj"),
        ({"per_year": 1}, "një herë në vit"),
        ({"per_year": 3}, "3 herë në vit"),
        ({}, "sipas dëshirës"),
    ],
)
def test_a_rhythm_is_said_in_words(facts: dict[str, Any], expected: str) -> None:
    assert rhythm_text(Duty("d", Text(sq="Takimi"), **facts), Translator("sq")) == expected


def test_figures_are_said_with_their_year() -> None:
    _ = Translator("en")

    assert (tally_text(Tally(2027, 1, 4), _), tally_text(Tally(2027, 1, None), _)) == ("1 of 4 in 2027", "1 in 2027")
    assert left_text(standing(due_on=None), _) == ""


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (1, "1 this year for 2 of “Next meeting”: not more often."),
        (3, "3 this year for 2 of “Next meeting”: more often, as it should be."),
    ],
)
def test_a_table_is_compared_with_its_committee(done: int, expected: str) -> None:
    found = DutyStanding(
        Duty("table", Text(en="Table")), None, None, None, None, Tally(2027, done, 12), Tally(2026, 0, 0),
        compared=Tally(2027, 2, 4),
    )  # fmt: skip

    assert comparison_text(found, MEETING, Translator("en")) == expected
    assert comparison_text(standing(), None, Translator("en")) == ""
