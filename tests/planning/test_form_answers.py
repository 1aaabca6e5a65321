"""The fields of a web form become answers and fields again; nothing hostile becomes a right answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire
from facilitation.planning.answer_checks import AnswerProblem, answer_problems
from facilitation.planning.form_answers import is_half_an_order, questions_mark, read_answers, typed_fields
from tests.builders import EVENT_ID, a_text

CHOICES = tuple(a_text(word) for word in ("Trajnime", "Fonde", "Ligje"))
OPEN = Question("open", a_text("What?"))
ONE = Question("one", a_text("Which?"), QuestionKind.CHOICE, choices=CHOICES)
MANY = Question("many", a_text("Which ones?"), QuestionKind.CHOICE, choices=CHOICES, most=None)
SCALE = Question("scale", a_text("How much?"), QuestionKind.SCALE)
RANK = Question("rank", a_text("In which order?"), QuestionKind.RANK, choices=CHOICES)
ASKED = Questionnaire("form-1", EVENT_ID, a_text("Form"), questions=(OPEN, ONE, MANY, SCALE, RANK))
FIELDS = {
    "q:open": ["Më shumë <b>"],
    "q:one": ["2"],
    "q:many": ["0", "2"],
    "q:scale": ["4"],
    "r0:rank": ["3"],
    "r1:rank": ["1"],
    "r2:rank": ["2"],
}
ANSWERS = (
    Answer("open", text="Më shumë <b>"),
    Answer("one", chosen=(2,)),
    Answer("many", chosen=(0, 2)),
    Answer("scale", number=4),
    Answer("rank", chosen=(1, 2, 0)),
)


def test_every_kind_of_field_becomes_its_answer() -> None:
    assert read_answers(ASKED, FIELDS) == ANSWERS
    assert answer_problems(ASKED, ANSWERS) == ()


def test_what_was_left_empty_is_no_answer() -> None:
    empty = {"q:open": ["  "], "q:one": [""], "q:scale": [""], "r0:rank": [""], "r1:rank": [""]}

    assert read_answers(ASKED, empty) == ()
    assert read_answers(ASKED, {}) == ()


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"q:one": ["7"]}, AnswerProblem("one", "choice")),
        ({"q:one": ["x"]}, AnswerProblem("one", "choice")),
        ({"q:one": ["²"]}, AnswerProblem("one", "choice")),
        ({"q:one": ["0", "1"]}, AnswerProblem("one", "too_many")),
        ({"q:many": ["1", "1"]}, AnswerProblem("many", "choice")),
        ({"q:scale": ["6"]}, AnswerProblem("scale", "scale")),
        ({"q:scale": ["9" * 5000]}, AnswerProblem("scale", "scale")),
        ({"r0:rank": ["1"], "r1:rank": ["1"], "r2:rank": ["2"]}, AnswerProblem("rank", "order")),
        ({"r0:rank": ["1"]}, AnswerProblem("rank", "order")),
        ({"r0:rank": ["9"], "r1:rank": ["1"], "r2:rank": ["2"]}, AnswerProblem("rank", "order")),
    ],
)
def test_what_fits_no_question_is_a_problem_of_its_question(
    fields: dict[str, list[str]], problem: AnswerProblem
) -> None:
    assert answer_problems(ASKED, read_answers(ASKED, fields)) == (problem,)


def test_a_half_made_order_keeps_its_ranks() -> None:
    half = {"r0:rank": ("3",), "r2:rank": ("1",)}

    assert is_half_an_order(RANK, half)
    assert typed_fields(ASKED, read_answers(ASKED, half)) == half


@pytest.mark.parametrize("ranks", [("1", "1"), ("9", ""), ("x", "2")])
def test_ranks_that_cannot_be_kept_are_no_half_order(ranks: tuple[str, str]) -> None:
    assert not is_half_an_order(RANK, {f"r{place}:rank": (rank,) for place, rank in enumerate(ranks)})


@given(
    text=st.text(min_size=1).filter(str.strip),
    one=st.integers(0, 2),
    many=st.sets(st.integers(0, 2), min_size=1),
    number=st.integers(1, 5),
    order=st.permutations(range(3)),
)
def test_answers_shown_again_are_read_as_the_same_answers(
    text: str, one: int, many: set[int], number: int, order: list[int]
) -> None:
    answers = (
        Answer("open", text=text),
        Answer("one", chosen=(one,)),
        Answer("many", chosen=tuple(many)),
        Answer("scale", number=number),
        Answer("rank", chosen=tuple(order)),
    )

    assert read_answers(ASKED, typed_fields(ASKED, answers)) == answers


def test_the_mark_follows_the_questions_and_nothing_else() -> None:
    renamed = replace(ASKED, title=a_text("Other"), version=7)
    changed = replace(ASKED, questions=(OPEN, replace(ONE, choices=CHOICES[::-1])))

    assert questions_mark(renamed) == questions_mark(ASKED)
    assert questions_mark(changed) != questions_mark(ASKED)
