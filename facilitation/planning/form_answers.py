"""Between the fields of a web form and the answers of a reply: what was typed goes in, and comes out again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire

Fields = Mapping[str, Sequence[str]]
"""What a browser sent: the values of every field by its name."""
NO_PLACE = -1
"""Stands for a choice that cannot be read or was not put in order; never a place that fits a question."""
LONGEST_NUMBER = 6


def field_name(question: Question) -> str:
    """The name of the field of a question; it follows the question, not its place in the form."""
    return f"q:{question.id}"


def rank_field_name(question: Question, place: int) -> str:
    """The name of the field that says at which rank the choice at ``place`` stands."""
    return f"r{place}:{question.id}"


def questions_mark(asked: Questionnaire) -> str:
    """Changes as soon as the questions change: answers to other questions are not taken for answers to these."""
    return hashlib.sha256(repr(asked.questions).encode("utf-8", "replace")).hexdigest()[:16]


def read_answers(asked: Questionnaire, fields: Fields) -> tuple[Answer, ...]:
    """The answers to all questions that were touched. What fits no question stays visible as a wrong answer."""
    answers = (_read(question, fields) for question in asked.questions)
    return tuple(answer for answer in answers if answer != Answer(answer.question_id))


def typed_fields(asked: Questionnaire, answers: Iterable[Answer]) -> dict[str, tuple[str, ...]]:
    """The fields as they were when these answers were given, to be shown again."""
    given = {answer.question_id: answer for answer in answers}
    return {
        name: values
        for question in asked.questions
        if question.id in given
        for name, values in _typed(question, given[question.id])
    }


def is_half_an_order(question: Question, fields: Fields) -> bool:
    """Whether some choices have no rank yet, and all ranks that were given can be kept."""
    ranks = [
        value for place in range(len(question.choices)) for value in fields.get(rank_field_name(question, place), ())
    ]
    given = [place for place in _order(question, fields) if place != NO_PLACE]
    return len([rank for rank in ranks if rank.strip()]) == len(given)


def _read(question: Question, fields: Fields) -> Answer:
    if question.kind is QuestionKind.RANK:
        return Answer(question.id, chosen=_order(question, fields))
    values = [value for value in fields.get(field_name(question), ()) if value.strip()]
    if question.kind is QuestionKind.OPEN:
        return Answer(question.id, text="\n".join(values))
    if question.kind is QuestionKind.CHOICE:
        return Answer(question.id, chosen=tuple(_number(value, NO_PLACE) for value in values))
    return Answer(question.id, number=_number(values[0], question.lowest - 1) if values else None)


def _order(question: Question, fields: Fields) -> tuple[int, ...]:
    """The choices in the order of their ranks; a rank given twice or to nothing leaves a gap."""
    count = len(question.choices)
    ranks = [_number(next(iter(fields.get(rank_field_name(question, place), ())), ""), 0) for place in range(count)]
    if not any(ranks):
        return ()
    return tuple(ranks.index(rank) if ranks.count(rank) == 1 else NO_PLACE for rank in range(1, count + 1))


def _typed(question: Question, answer: Answer) -> Iterator[tuple[str, tuple[str, ...]]]:
    if question.kind is QuestionKind.RANK:
        for rank, place in enumerate(answer.chosen, start=1):
            if place != NO_PLACE:
                yield rank_field_name(question, place), (str(rank),)
    elif question.kind is QuestionKind.OPEN:
        yield field_name(question), (answer.text,)
    elif question.kind is QuestionKind.CHOICE:
        yield field_name(question), tuple(map(str, answer.chosen))
    elif answer.number is not None:
        yield field_name(question), (str(answer.number),)


def _number(value: str, otherwise: int) -> int:
    """A whole number as our own fields send it; anything else is ``otherwise``."""
    typed = value.strip()
    is_number = typed.isascii() and typed.removeprefix("-").isdigit() and len(typed) <= LONGEST_NUMBER
    return int(typed) if is_number else otherwise
