"""What a filled form that came back as a file says: from the values of its fields to answers.

Fields are known by keys: ``q:<question>`` an open answer or a point on the scale, ``q:<question>:<number>`` one choice
(from 0), one point of the scale or, in an order, the place of a choice; ``own:…`` says where the writer comes from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire
from facilitation.planning.answer_checks import AnswerProblem, answer_problems, is_answered

TICKED = "x"
NOT_TICKED = frozenset({"", "-", "–", "0", "jo", "no", "false", "ne"})
ORGANISATION, SECTOR, DISTRICT, QUOTE = "own:organisation", "own:sector", "own:district", "own:quote"


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The fields of one file; ``values`` hold what was typed, and ``TICKED`` for a ticked box.

    Some programs drop the keys when they save; the fields are then called "#0", "#1" … in their order, and ``print``
    tells whether the form still has the same ones (``fingerprint``).
    """

    file_name: str
    questionnaire_id: str
    language: str
    values: Mapping[str, str]
    participation_id: str = ""
    print: str = ""


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """What can be taken of a form, and what cannot (each left out of ``answers``)."""

    answers: tuple[Answer, ...]
    problems: tuple[AnswerProblem, ...]


def is_ticked(text: str) -> bool:
    """Whether somebody ticked a box: anything written into it but a no."""
    return text.strip().casefold() not in NOT_TICKED


def question_key(question_id: str, place: int | None = None) -> str:
    """The key of a field."""
    return f"q:{question_id}" if place is None else f"q:{question_id}:{place}"


def form_keys(asked: Questionnaire, *, is_personal: bool) -> tuple[str, ...]:
    """The keys of all fields in the order of the form."""
    keys = [key for question in asked.questions for key in _question_keys(question)]
    return (*keys, *(() if is_personal else (ORGANISATION, SECTOR, DISTRICT)), QUOTE)


def _question_keys(question: Question) -> Iterator[str]:
    if question.kind is QuestionKind.OPEN:
        yield question_key(question.id)
        return
    points = range(question.lowest, question.highest + 1)
    places = points if question.kind is QuestionKind.SCALE else range(len(question.choices))
    yield from (question_key(question.id, place) for place in places)


def fingerprint(keys: Iterable[str]) -> str:
    """Eight signs that change as soon as a field is added, removed or moved."""
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:8]


def form_code(asked: Questionnaire, language: str, participation_id: str = "") -> str:
    """What tells which questionnaire a file belongs to, in which language and, where it is personal, whose it is."""
    keys = form_keys(asked, is_personal=bool(participation_id))
    return ":".join(("form", asked.id, language, participation_id, fingerprint(keys)))


def with_keys(form: FilledForm, asked: Questionnaire) -> FilledForm | None:
    """A form whose fields lost their keys with them again; ``None`` where the questionnaire was changed since."""
    if not any(key.startswith("#") for key in form.values):
        return form
    keys = form_keys(asked, is_personal=bool(form.participation_id))
    if form.print != fingerprint(keys) or len(form.values) != len(keys):
        return None
    return replace(form, values={key: form.values[f"#{place}"] for place, key in enumerate(keys)})


def read_answers(asked: Questionnaire, values: Mapping[str, str]) -> ReadAnswers:
    """The answers in the fields of a form. A required question without an answer is a problem as well."""
    answers: list[Answer] = []
    problems: list[AnswerProblem] = []
    for question in asked.questions:
        answer, code = _answer(question, values)
        if code:
            problems.append(AnswerProblem(question.id, code))
        elif is_answered(question, answer):
            answers.append(answer)
    named = {problem.question_id for problem in problems}
    wrong = [problem for problem in answer_problems(asked, answers) if problem.question_id not in named]
    problems += wrong
    named |= {problem.question_id for problem in wrong}
    return ReadAnswers(tuple(answer for answer in answers if answer.question_id not in named), tuple(problems))


def _answer(question: Question, values: Mapping[str, str]) -> tuple[Answer, str]:
    """The answer to one question, and why its fields cannot be understood ("" = they can)."""
    if question.kind is QuestionKind.OPEN:
        return Answer(question.id, values.get(question_key(question.id), "").strip()), ""
    if question.kind is QuestionKind.SCALE:
        return _on_scale(question, values)
    if question.kind is QuestionKind.RANK:
        return _in_order(question, values)
    chosen = tuple(place for place in range(len(question.choices)) if _is_ticked(question, place, values))
    return Answer(question.id, chosen=chosen), ""


def _is_ticked(question: Question, place: int, values: Mapping[str, str]) -> bool:
    return is_ticked(values.get(question_key(question.id, place), ""))


def _on_scale(question: Question, values: Mapping[str, str]) -> tuple[Answer, str]:
    typed = values.get(question_key(question.id), "").strip()
    if typed:
        number = _number(typed)
        return (Answer(question.id, number=number), "") if number is not None else (Answer(question.id), "scale")
    points = range(question.lowest, question.highest + 1)
    ticked = [point for point in points if _is_ticked(question, point, values)]
    if len(ticked) > 1:
        return Answer(question.id), "too_many"
    return Answer(question.id, number=ticked[0] if ticked else None), ""


def _in_order(question: Question, values: Mapping[str, str]) -> tuple[Answer, str]:
    """The choices from first to last; an order that is not whole cannot be used."""
    typed = [values.get(question_key(question.id, place), "").strip() for place in range(len(question.choices))]
    if not any(typed):
        return Answer(question.id), ""
    numbers = [_number(text) for text in typed]
    if sorted(_whole(numbers)) != list(range(1, len(typed) + 1)):
        return Answer(question.id), "order"
    return Answer(question.id, chosen=tuple(sorted(range(len(typed)), key=lambda place: numbers[place] or 0))), ""


def _whole(numbers: list[int | None]) -> Iterator[int]:
    return (number for number in numbers if number is not None)


def _number(text: str) -> int | None:
    """A whole number as people type it ("3", "3.", "3,0"); ``None`` for anything else."""
    plain = text.strip().rstrip(".").replace(",", ".").removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 4 else None
