"""Fields that came back become answers, or the reason is named and nothing else is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.consultation import Answer
from facilitation.planning.answer_checks import AnswerProblem
from facilitation.planning.filled_form import (
    FilledForm,
    fingerprint,
    form_keys,
    is_ticked,
    read_answers,
    with_keys,
)
from tests.forms import FILLED, QUESTIONS, a_form


def test_every_kind_of_answer_is_understood() -> None:
    assert read_answers(a_form(), FILLED).answers == (
        Answer("open", "Trajnime\nnë çdo qark"),
        Answer("many", chosen=(0, 2)),
        Answer("scale", number=4),
        Answer("rank", chosen=(2, 0, 1)),
    )


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"q:open": " "}, AnswerProblem("open", "missing")),
        ({"q:many:1": "po"}, AnswerProblem("many", "too_many")),
        ({"q:scale:2": "x"}, AnswerProblem("scale", "too_many")),
        ({"q:scale": "7"}, AnswerProblem("scale", "scale")),
        ({"q:scale": "shumë"}, AnswerProblem("scale", "scale")),
        ({"q:rank:0": "3"}, AnswerProblem("rank", "order")),
        ({"q:rank:0": ""}, AnswerProblem("rank", "order")),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_left_out(changed: dict[str, str], problem: AnswerProblem) -> None:
    read = read_answers(a_form(), FILLED | changed)

    assert read.problems == (problem,)
    kept = [question.id for question in QUESTIONS if question.id != problem.question_id]
    assert [answer.question_id for answer in read.answers] == kept


@pytest.mark.parametrize("text", ["3", " 3 ", "3.", "3,0"])
def test_a_number_is_read_as_people_type_it(text: str) -> None:
    (answer,) = read_answers(a_form(questions=QUESTIONS[2:3]), {"q:scale": text}).answers

    assert answer.number == 3


@pytest.mark.parametrize(("text", "ticked"), [("x", True), ("po", True), ("✓", True), ("jo", False), ("", False)])
def test_a_no_is_no_tick(text: str, ticked: bool) -> None:
    assert is_ticked(text) is ticked


def test_fields_that_lost_their_keys_are_known_by_their_order() -> None:
    asked = a_form()
    keys = form_keys(asked, is_personal=False)
    form = FilledForm("f.docx", "form1", "sq", {f"#{n}": FILLED.get(key, "") for n, key in enumerate(keys)})

    whole = with_keys(replace(form, print=fingerprint(keys)), asked)

    assert whole is not None
    assert {key: text for key, text in whole.values.items() if text} == FILLED


def test_without_keys_a_form_of_changed_questions_is_not_guessed_at() -> None:
    keys = form_keys(a_form(), is_personal=False)
    form = FilledForm("f.docx", "form1", "sq", dict.fromkeys((f"#{n}" for n in range(len(keys))), "x"))

    assert with_keys(replace(form, print=fingerprint(keys)), a_form(questions=QUESTIONS[::-1])) is None
