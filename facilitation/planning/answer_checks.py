"""Whether an answer fits its question: what a person typed, chose or put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire

LONGEST_ANSWER = 10_000
"""Signs of one open answer; what is longer is refused, never cut."""


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """Why an answer cannot be taken: "missing", "too_long", "choice", "too_many", "scale" or "order"."""

    question_id: str
    code: str


def answer_problems(asked: Questionnaire, answers: Iterable[Answer]) -> tuple[AnswerProblem, ...]:
    """What keeps a reply from being taken, in the order of the questions; empty where it can be saved.

    Answers to questions the form does not have (any more) are no problem: nothing written is lost.
    """
    given = {answer.question_id: answer for answer in answers}
    return tuple(
        AnswerProblem(question.id, code)
        for question in asked.questions
        for code in _problems(question, given.get(question.id, Answer(question.id)))
    )


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Whether anything was answered at all."""
    if answer is None:
        return False
    if question.kind is QuestionKind.OPEN:
        return bool(answer.text.strip())
    return answer.number is not None if question.kind is QuestionKind.SCALE else bool(answer.chosen)


def _problems(question: Question, answer: Answer) -> Iterator[str]:
    if not is_answered(question, answer):
        if question.is_required:
            yield "missing"
        return
    if len(answer.text) > LONGEST_ANSWER:
        yield "too_long"
    if question.kind is QuestionKind.SCALE:
        if not question.lowest <= (answer.number or 0) <= question.highest:
            yield "scale"
    elif question.kind is QuestionKind.RANK:
        if sorted(answer.chosen) != list(range(len(question.choices))):
            yield "order"
    elif question.kind is QuestionKind.CHOICE:
        yield from _choice_problems(question, answer.chosen)


def _choice_problems(question: Question, chosen: tuple[int, ...]) -> Iterator[str]:
    if len(set(chosen)) != len(chosen) or not all(0 <= place < len(question.choices) for place in chosen):
        yield "choice"
    elif question.most is not None and len(chosen) > question.most:
        yield "too_many"


def tidied(answer: Answer) -> Answer:
    """An answer with line ends and outer blanks as everywhere, and without signs no database keeps."""
    text = answer.text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return replace(answer, text=text.encode("utf-8", "ignore").decode().strip())
