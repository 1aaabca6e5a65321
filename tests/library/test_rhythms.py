"""How often events repeat: what domain.md lays down, as literals, and what a wrong file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.domain.series import Duty
from facilitation.library.loader import load_library
from facilitation.settings import ROOT
from tests.library.folders import a_library_folder, problems_of

RHYTHMS = load_library(ROOT / "agendas").rhythms
NAME = "references/rhythms.toml"
RHYTHM = """
[[rhythms]]
instrument = "meeting"
source = { en = "Ours", sq = "Jona" }
[[rhythms.duties]]
key = "meeting"
title = { en = "Meeting", sq = "Takimi" }
every_days = 31
"""


def interval(duty: Duty) -> tuple[int | None, int | None, int | None, bool]:
    """Days, months, times a year, and whether the seed says so."""
    return duty.every_days, duty.every_months, duty.per_year, duty.is_from_seed


def test_the_shipped_rhythms_are_those_of_the_domain_notes() -> None:
    found = {(key, duty.id): interval(duty) for key, rhythm in RHYTHMS.items() for duty in rhythm.duties}

    assert found == {
        ("regional-committee", "meeting"): (92, None, None, True),
        ("regional-committee", "table"): (31, None, None, False),
        ("regional-committee", "report"): (None, None, 2, True),
        ("regional-committee", "analysis"): (None, None, 2, True),
        ("technical-table", "meeting"): (31, None, None, False),
        ("coalition-meeting", "meeting"): (None, 1, None, True),
        ("regional-group", "meeting"): (None, None, 3, True),
        ("national-conference", "meeting"): (None, None, 1, False),
        ("national-conference-1-day", "meeting"): (None, None, 1, False),
    }


def test_reports_and_analyses_are_prepared_45_30_and_7_days_before() -> None:
    papers = [duty for duty in RHYTHMS["regional-committee"].duties if duty.steps]

    assert {duty.id: [step.days for step in duty.steps] for duty in papers} == {
        "report": [45, 30, 7],
        "analysis": [45, 30, 7],
    }


def test_the_presidency_of_the_coalition_lasts_six_months_and_its_plan_is_approved_within_14_days() -> None:
    coalition = RHYTHMS["coalition-meeting"]

    assert coalition.term_months == 6
    assert {step.id: (step.days, step.is_from_seed) for step in coalition.steps} == {
        "outgoing_report": (-30, False),
        "next_president": (-14, False),
        "work_plan": (14, True),
        "mid_term": (90, False),
    }


def test_a_library_without_the_file_has_no_rhythms(tmp_path: Path) -> None:
    assert load_library(a_library_folder(tmp_path)).rhythms == {}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'instrument = "meeting"',
            'instrument = "gathering"',
            "agendas/references/rhythms.toml: there is no instrument “gathering” in agendas/instruments/.",
        ),
        (
            "every_days = 31",
            "every_days = 31\nper_year = 2",
            "agendas/references/rhythms.toml: “rhythms 1 › duties 1” may have one of every_days, every_months and"
            " per_year, not more.",
        ),
        (
            "every_days = 31",
            'every_days = 31\noftener_than = "committee"',
            "agendas/references/rhythms.toml: “oftener_than” names “committee”, which “meeting” does not have.",
        ),
        (
            "every_days = 31",
            'every_days = 31\n[[rhythms.duties]]\nkey = "meeting"\ntitle = { en = "Again", sq = "Prapë" }',
            "agendas/references/rhythms.toml: the key “meeting” is used twice for “meeting”.",
        ),
        (
            "every_days = 31",
            "every_days = 0",
            "agendas/references/rhythms.toml: “rhythms 1 › duties 1 › every_days” is 0, which is too small or too"
            " large.",
        ),
    ],
    ids=["unknown instrument", "two rhythms", "compared with nothing", "key twice", "no interval"],
)
def test_a_mistake_in_the_rhythms_is_said_with_file_and_field(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    root = a_library_folder(tmp_path)
    (root / NAME).write_text(RHYTHM.replace(old, new), encoding="utf-8")

    assert problems_of(root) == (sentence,)
