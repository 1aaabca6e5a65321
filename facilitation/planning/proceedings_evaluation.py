"""The results of the evaluation forms as the volume may print them: small counts are hidden, nobody is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitation.domain.consultation import Answer, Question, QuestionKind, Reply
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.answer_checks import is_answered
from facilitation.planning.composition import counted
from facilitation.planning.proceedings_consulted import about_the_event
from facilitation.planning.small_cells import public_row, public_total
from facilitation.planning.synthesis import asked_in
from facilitation.planning.themes import ChosenQuote, quotes_for


@dataclass(frozen=True, slots=True)
class Bar:
    """One point of a scale or one choice. ``label`` is empty for a bare ``point``; a hidden ``count`` is ``None``.

    ``share`` is 0..1 of the answers to the question (0 where the count is hidden).
    """

    label: Text
    point: int | None
    count: int | None
    share: float


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One question of the evaluation; ``answers`` is ``None`` for one to four, and then nothing else is shown.

    ``mean`` belongs to scales (from ``lowest`` to ``highest``), ``bars`` to scales and choices (for an order: how often
    each came first); ``synthesis`` and ``quotes`` to open questions.
    """

    question: Text
    kind: QuestionKind
    answers: int | None
    mean: float | None = None
    lowest: int = 0
    highest: int = 0
    bars: tuple[Bar, ...] = ()
    synthesis: Text = Text()
    quotes: tuple[ChosenQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came back of the evaluation forms. ``replies`` is ``None`` for one to four; ``people`` = who took part."""

    replies: int | None
    people: int
    questions: tuple[Evaluated, ...]


def evaluation_of(record: EventRecord) -> Evaluation | None:
    """The results; ``None`` where there is no evaluation form. The record must carry questionnaires and replies."""
    later = about_the_event(record)
    if not later.questionnaires:
        return None
    people = {entry.id: entry for entry in record.participations}
    given = tuple(reply for reply in later.replies if reply.given_at)
    questions = tuple(
        _evaluated(question, [reply for reply in given if reply.questionnaire_id == asked.id], record, people)
        for asked in later.questionnaires
        for question in asked.questions
    )
    return Evaluation(public_total(len(given)), len(counted(record.participations)[1]), questions)


def _evaluated(
    question: Question, replies: Sequence[Reply], record: EventRecord, people: Mapping[str, Participation]
) -> Evaluated:
    """One question; of one to four answers only what the organisers wrote of them is shown."""
    found = ((reply, reply.answer(question.id)) for reply in replies)
    answers = [answer for _reply, answer in found if answer is not None and is_answered(question, answer)]
    if question.kind is QuestionKind.OPEN:
        return _open(question, answers, replies, record, people)
    total = public_total(len(answers))
    if not total:
        return Evaluated(question.text, question.kind, total)
    if question.kind is QuestionKind.SCALE:
        return _scale(question, answers)
    return Evaluated(question.text, question.kind, total, bars=tuple(_choice_bars(question, answers)))


def _open(
    question: Question,
    answers: Sequence[Answer],
    replies: Sequence[Reply],
    record: EventRecord,
    people: Mapping[str, Participation],
) -> Evaluated:
    summed_up = asked_in(record.event, question)
    return Evaluated(
        question.text,
        question.kind,
        public_total(len(answers)),
        synthesis=summed_up.synthesis if summed_up else Text(),
        quotes=quotes_for(question, replies, people),
    )


def _scale(question: Question, answers: Sequence[Answer]) -> Evaluated:
    points = [answer.number for answer in answers if answer.number is not None]
    steps = range(question.lowest, question.highest + 1)
    counts = public_row([points.count(step) for step in steps]).cells
    ends = {question.lowest: question.choices[0], question.highest: question.choices[1]} if question.choices else {}
    bars = (
        Bar(ends.get(step, Text()), step, count, (count or 0) / len(points))
        for step, count in zip(steps, counts, strict=True)
    )
    return Evaluated(
        question.text,
        question.kind,
        len(answers),
        mean=sum(points) / len(points),
        lowest=question.lowest,
        highest=question.highest,
        bars=tuple(bars),
    )


def _choice_bars(question: Question, answers: Sequence[Answer]) -> Iterator[Bar]:
    """How often each was chosen; where only one can be, the counts add up and are hidden together."""
    is_one = question.kind is QuestionKind.RANK or question.most == 1
    chosen = [answer.chosen[:1] if question.kind is QuestionKind.RANK else answer.chosen for answer in answers]
    counts = [sum(place in places for places in chosen) for place in range(len(question.choices))]
    shown = public_row(counts).cells if is_one else tuple(map(public_total, counts))
    for label, count in zip(question.choices, shown, strict=True):
        yield Bar(label, None, count, (count or 0) / len(answers))
