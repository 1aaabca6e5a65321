"""Answers fit their questions, or the reason is named."""

from __future__ import annotations

import pytest

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire
from facilitation.domain.text import Text
from facilitation.planning.answer_checks import AnswerProblem, answer_problems, tidied
from tests.builders import EVENT_ID, a_text

THREE = tuple(a_text(word) for word in ("a", "b", "c"))
OPEN = Question("q", a_text("Why?"))
NEEDED = Question("q", a_text("Why?"), is_required=True)
ONE = Question("q", a_text("Which?"), QuestionKind.CHOICE, choices=THREE)
ANY = Question("q", a_text("Which?"), QuestionKind.CHOICE, choices=THREE, most=None)
SCALE = Question("q", a_text("How much?"), QuestionKind.SCALE)
RANK = Question("q", a_text("In which order?"), QuestionKind.RANK, choices=THREE)


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (OPEN, Answer("q"), ""),
        (OPEN, Answer("q", "x" * 10_000), ""),
        (OPEN, Answer("q", "x" * 10_001), "too_long"),
        (NEEDED, Answer("q", "  "), "missing"),
        (ONE, Answer("q", chosen=(2,)), ""),
        (ONE, Answer("q", chosen=(3,)), "choice"),
        (ONE, Answer("q", chosen=(-1,)), "choice"),
        (ONE, Answer("q", chosen=(0, 1)), "too_many"),
        (ANY, Answer("q", chosen=(0, 1, 2)), ""),
        (ANY, Answer("q", chosen=(0, 0)), "choice"),
        (SCALE, Answer("q", number=5), ""),
        (SCALE, Answer("q", number=0), "scale"),
        (SCALE, Answer("q", number=6), "scale"),
        (RANK, Answer("q", chosen=(2, 0, 1)), ""),
        (RANK, Answer("q", chosen=(2, 0)), "order"),
        (RANK, Answer("q", chosen=(2, 0, 0)), "order"),
    ],
)
def test_an_answer_is_judged_by_its_question(question: Question, answer: Answer, code: str) -> None:
    asked = Questionnaire("form", EVENT_ID, Text(sq="Pyetësor"), questions=(question,))

    expected = (AnswerProblem("q", code),) if code else ()
    assert answer_problems(asked, [answer]) == expected


def test_an_answer_to_a_question_that_was_taken_out_is_kept_in_peace() -> None:
    asked = Questionnaire("form", EVENT_ID, Text(sq="Pyetësor"), questions=(OPEN,))

    assert answer_problems(asked, [Answer("gone", "x" * 20_000)]) == ()


def test_an_answer_is_tidied_without_losing_a_word() -> None:
    assert tidied(Answer("q", " Një\r\ndy\x00 \ud800")).text == "Një\ndy"
