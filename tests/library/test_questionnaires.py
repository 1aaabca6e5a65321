"""The questionnaires of the library: complete in both languages, and marked where the source itself asks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.domain.consultation import QuestionKind
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.text import Text
from facilitation.errors import OwnFileProblem
from facilitation.library.loader import load_library
from facilitation.library.own_text import QUESTIONNAIRES, own_questionnaire, part_of
from facilitation.library.toml_text import toml_of
from facilitation.planning.questionnaires import PLACES, needs_topic, shape_code
from facilitation.settings import ROOT
from tests.library.folders import a_library_folder, problems_of

LIBRARY = load_library(ROOT / "agendas")
every_questionnaire = pytest.mark.parametrize(
    "asked", LIBRARY.questionnaires.values(), ids=list(LIBRARY.questionnaires)
)
OWN = """
title = { sq = "Pyetje" }
[[questions]]
text = { sq = "Çfarë?" }
"""


def texts(asked: QuestionnaireTemplate) -> tuple[Text, ...]:
    entries = (entry.question for entry in asked.questions)
    parts = [text for question in entries for text in (question.text, question.hint, *question.choices)]
    return (asked.title, asked.intro, asked.purpose, asked.source, *parts)


def test_the_library_asks_before_a_conference_a_training_and_a_regional_group_and_after_every_event() -> None:
    assert list(LIBRARY.questionnaires) == [
        "before-a-conference",
        "evaluation",
        "regional-consultation",
        "training-needs",
    ]


@every_questionnaire
def test_every_text_stands_in_both_languages_with_the_same_places(asked: QuestionnaireTemplate) -> None:
    for text in texts(asked):
        assert bool(text.sq) == bool(text.en), text
        assert Counter(re.findall(r"\{\w+\}", text.sq)) == Counter(re.findall(r"\{\w+\}", text.en)), text


@every_questionnaire
def test_every_question_can_be_answered_and_the_source_says_what_is_ours(asked: QuestionnaireTemplate) -> None:
    assert [shape_code(entry.question) for entry in asked.questions] == [""] * len(asked.questions)
    assert "ours" in asked.source.en.casefold()


def test_the_two_questions_of_the_seed_are_marked_and_have_topic_year_and_event() -> None:
    asked = LIBRARY.questionnaires["before-a-conference"]

    marked = [entry.question.text.en for entry in asked.questions if entry.is_from_seed]

    assert len(marked) == 2
    assert all(place in " ".join(marked) for place in PLACES)
    assert needs_topic(asked)


def test_the_evaluation_has_eight_statements_from_one_to_five_and_asks_for_one_thing_with_a_day() -> None:
    asked = LIBRARY.questionnaires["evaluation"]
    scales = [entry.question for entry in asked.questions if entry.question.kind is QuestionKind.SCALE]

    assert [(scale.lowest, scale.highest, len(scale.choices)) for scale in scales] == [(1, 5, 2)] * 8
    assert "by which day" in asked.questions[8].question.text.en
    assert not needs_topic(asked)


@every_questionnaire
def test_what_is_written_as_a_file_is_read_as_the_same(asked: QuestionnaireTemplate) -> None:
    assert own_questionnaire("copy", toml_of(asked)) == replace(asked, key="copy")


def test_an_own_questionnaire_may_leave_out_a_language_purpose_and_source() -> None:
    found = own_questionnaire("ours", OWN)

    assert (found.title, found.questions[0].question.text) == (Text(sq="Pyetje"), Text(sq="Çfarë?"))
    assert part_of("ours.toml", OWN) == QUESTIONNAIRES


def test_a_shipped_questionnaire_needs_both_languages_and_all_fields(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    (root / "questionnaires").mkdir()
    (root / "questionnaires" / "ours.toml").write_text(OWN, encoding="utf-8")

    problems = "\n".join(problems_of(root))

    for words in ("“purpose”", "“source”", "“title” has no English", "“questions 1 › text” has no English"):
        assert words in problems


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('kind = "choice"\nchoices = [{ sq = "Po" }]', "needs at least two choices"),
        ('choices = [{ sq = "Po" }, { sq = "Jo" }]', "answered in words and has no choices"),
        ('kind = "scale"\nlowest = 5\nhighest = 5', "lowest point is not below"),
        ('kind = "scale"\nchoices = [{ sq = "Pak" }]', "the meanings of its two ends"),
        ('kind = "choice"\nmost = 3\nchoices = [{ sq = "Po" }, { sq = "Jo" }]', "more be chosen"),
        ('kind = "essay"', "must be one of"),
        ('hint = { sq = "Në {place}" }', "“questions 1” has {place}"),
        ("people = 3", "“questions 1 › people” is unknown"),
    ],
)
def test_what_is_wrong_with_a_question_is_said(lines: str, said: str) -> None:
    with pytest.raises(OwnFileProblem, match=re.escape(said)):
        own_questionnaire("ours", OWN + lines)
