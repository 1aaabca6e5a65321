"""The checklists that belong to no instrument."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.domain.checklist import Checklist
from facilitation.errors import OwnFileProblem
from facilitation.library.loader import load_library
from facilitation.library.own_text import own_checklist
from facilitation.settings import ROOT
from tests.library.folders import a_library_folder, problems_of

LIBRARY = load_library(ROOT / "agendas")
every_checklist = pytest.mark.parametrize("checklist", LIBRARY.checklists.values(), ids=list(LIBRARY.checklists))
CARE = """
title = { sq = "Kujdesi" }
[[tasks]]
day = -5
title = { sq = "Gjeni dhomën" }
"""


def test_the_library_has_checklists_for_what_every_event_forgets() -> None:
    assert list(LIBRARY.checklists) == [
        "accessibility-and-childcare",
        "interpretation-and-bilingual-papers",
        "media-and-anonymity",
    ]


@every_checklist
def test_lines_stand_in_the_order_of_their_days_and_say_how_one_sees_that_they_are_done(checklist: Checklist) -> None:
    days = [task.offset_days for task in checklist.tasks]

    assert days == sorted(days)
    assert all(task.benchmark and task.owner_role for task in checklist.tasks)
    assert days[0] < 0 < days[-1]


@every_checklist
def test_a_checklist_says_what_is_the_seed_s(checklist: Checklist) -> None:
    marks = {task.is_from_seed for task in checklist.tasks}

    assert marks == {True, False}
    assert "ours" in checklist.source.en


def test_a_library_without_checklists_is_a_library(tmp_path: Path) -> None:
    assert load_library(a_library_folder(tmp_path)).checklists == {}


def test_a_shipped_checklist_needs_both_languages_and_all_fields(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    (root / "checklists").mkdir()
    (root / "checklists" / "care.toml").write_text(CARE, encoding="utf-8")

    problems = problems_of(root)

    for field in ("title › en", "purpose", "source", "tasks 1 › owner", "tasks 1 › title › en"):
        assert any(field in problem or field.replace(" › en", "") in problem for problem in problems), field


def test_an_own_checklist_may_leave_out_a_language_purpose_source_and_owner() -> None:
    found = own_checklist("care", CARE)

    assert (found.title.sq, found.tasks[0].offset_days, found.source) == ("Kujdesi", -5, found.purpose)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = { sq = "K" }', "“tasks” is missing"),
        ('title = { sq = "K" }\ntasks = []', "“tasks” is empty"),
        (CARE + "people = 3", "“tasks 1 › people” is unknown"),
    ],
)
def test_what_is_wrong_with_an_own_checklist_is_said(text: str, said: str) -> None:
    with pytest.raises(OwnFileProblem, match=said):
        own_checklist("care", text)
