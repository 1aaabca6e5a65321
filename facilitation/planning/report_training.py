"""What the report of a training says: sessions with methods, hours, certificates, and the evaluation in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from facilitation.domain.agenda import OUTSIDE_WORK_KINDS, Audience, ItemKind
from facilitation.domain.consultation import Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.attendance import RoleAttendance, attendance_by_role
from facilitation.planning.certificates import certified, time_attended
from facilitation.planning.public_cells import SMALLEST_PUBLIC_CELL
from facilitation.planning.report_sources import ReportSources


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One session as it was led: its method ("" = none named) and its length."""

    day: int
    on: date
    starts_at: datetime
    ends_at: datetime
    kind: ItemKind
    title: Text
    method: Text


def training(sources: ReportSources) -> tuple[TrainingRow, ...]:
    """The working sessions; breaks, meals and what concerns only the staff are left out."""
    event = sources.event
    return tuple(
        TrainingRow(
            day=entry.day,
            on=event.day(entry.day),
            starts_at=entry.starts_at,
            ends_at=entry.ends_at,
            kind=entry.item.kind,
            title=entry.item.title,
            method=sources.methods.get(entry.item.method_id, Text()),
        )
        for entry in timed_items(sources.record.agenda, event.starts_on)
        if entry.item.kind not in OUTSIDE_WORK_KINDS and entry.item.is_for(Audience.PARTICIPANTS)
    )


@dataclass(frozen=True, slots=True)
class HoursRow:
    """People who were there on the same days (numbers from 1), and the working time of these days."""

    days: tuple[int, ...]
    people: int
    duration: timedelta


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of training by the days attended, certificates issued, and who was there in which role."""

    rows: tuple[HoursRow, ...]
    certificates: int
    roles: tuple[RoleAttendance, ...]
    day_count: int

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def people(self) -> int:
        """Everybody who was there on some day."""
        return sum(row.people for row in self.rows)

    @property
    def person_hours(self) -> float:
        """The hours of all people together."""
        return sum(row.people * row.duration.total_seconds() for row in self.rows) / 3600


def hours(sources: ReportSources) -> Hours:
    """The hours of everybody who attended, the most days first."""
    parts = sources.record.participations
    counts = Counter(part.days_attended for part in parts if part.days_attended)
    rows = [HoursRow(days, number, time_attended(sources.record.agenda, days)) for days, number in counts.items()]
    return Hours(
        rows=tuple(sorted(rows, key=lambda row: (-len(row.days), row.days))),
        certificates=len(certified(parts)),
        roles=tuple(row for row in attendance_by_role(sources.event, parts) if row.came),
        day_count=sources.event.day_count,
    )


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question that was answered on a scale or by choosing.

    ``counts`` belong to the points of the scale from the lowest, or to the choices; empty where fewer than five
    answered, so that nobody is recognised. ``mean`` belongs to a scale.
    """

    question: Question
    answered: int
    counts: tuple[int, ...] = ()
    mean: Fraction | None = None


@dataclass(frozen=True, slots=True)
class EvaluationFigures:
    """One questionnaire that was answered during or after the event."""

    title: Text
    replies: int
    questions: tuple[QuestionFigures, ...]


def evaluation(sources: ReportSources) -> tuple[EvaluationFigures, ...]:
    """The questionnaires with replies from the first day of the event on; those before it were a consultation."""
    return tuple(_evaluations(sources))


def _evaluations(sources: ReportSources) -> Iterator[EvaluationFigures]:
    for asked in sources.record.questionnaires:
        replies = [reply for reply in sources.record.replies if _is_evaluation(reply, asked, sources)]
        if replies:
            figures = (_figures(question, replies) for question in asked.questions)
            shown = tuple(entry for entry in figures if entry and entry.answered)
            yield EvaluationFigures(asked.title, len(replies), shown)


def _is_evaluation(reply: Reply, asked: Questionnaire, sources: ReportSources) -> bool:
    is_given = reply.given_at is not None and reply.given_at.date() >= sources.event.starts_on
    return is_given and reply.questionnaire_id == asked.id


def _figures(question: Question, replies: Sequence[Reply]) -> QuestionFigures | None:
    answers = [answer for reply in replies if (answer := reply.answer(question.id))]
    if question.kind is QuestionKind.SCALE:
        numbers = [answer.number for answer in answers if answer.number is not None]
        points = range(question.lowest, question.highest + 1)
        mean = Fraction(sum(numbers), len(numbers)) if len(numbers) >= SMALLEST_PUBLIC_CELL else None
        return QuestionFigures(question, len(numbers), _counts(numbers, points), mean)
    if question.kind is QuestionKind.CHOICE:
        chosen = [answer.chosen for answer in answers if answer.chosen]
        counts = _counts([place for places in chosen for place in places], range(len(question.choices)))
        return QuestionFigures(question, len(chosen), counts if len(chosen) >= SMALLEST_PUBLIC_CELL else ())
    return None


def _counts(values: Sequence[int], points: range) -> tuple[int, ...]:
    if len(values) < SMALLEST_PUBLIC_CELL:
        return ()
    return tuple(values.count(point) for point in points)
