"""The parts of a report about a training: sessions with methods, hours and certificates, the evaluation in figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Row, head_row, paragraph
from facilitation.documents.word_xml import Element
from facilitation.domain.consultation import QuestionKind
from facilitation.i18n.formats import clock_span_text, list_text, minutes_text, number_text, short_day_text
from facilitation.i18n.labels import kind_label, role_label
from facilitation.planning.report_sources import ReportSources
from facilitation.planning.report_training import EvaluationFigures, Hours, QuestionFigures, TrainingRow

SESSIONS = (34.0, 70.0, 42.0, 16.0)
HOURS = (82.0, 40.0, 40.0)
ROLES = (82.0, 40.0, 40.0)
QUESTIONS = (82.0, 22.0, 58.0)


def training(content: Sequence[TrainingRow], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The sessions with their methods."""
    _, language = volume._, volume.language
    rows = [
        Row(
            [
                f"{short_day_text(row.on, language)}\n{clock_span_text(row.starts_at, row.ends_at)}",
                row.title.said_in(language),
                row.method.said_in(language) or kind_label(row.kind, _),
                Cell(minutes_text(row.ends_at - row.starts_at), "Table Number"),
            ]
        )
        for row in content
    ]
    head = head_row((_("Time"), _("Session"), _("Method"), _("Length")), numbers=(3,))
    yield from volume.captioned(_("Sessions and their methods"), SESSIONS, head, rows)


def hours(content: Hours, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Hours per participant, certificates, and the roles."""
    _, language = volume._, volume.language
    yield paragraph(
        _("{people} people were trained for {hours} hours together. Certificates issued: {certificates}.").format(
            people=content.people,
            hours=number_text(content.person_hours, language, digits=1),
            certificates=content.certificates,
        )
    )
    rows = [
        Row(
            [
                _days_text(row.days, content.day_count, volume),
                Cell(str(row.people), "Table Number"),
                Cell(_hours_text(row.duration, volume), "Table Number"),
            ]
        )
        for row in content.rows
    ]
    head = head_row((_("Who was there"), _("People"), _("Hours each")), numbers=(1, 2))
    yield from volume.captioned(_("Hours of training"), HOURS, head, rows)
    yield from _roles(content, volume)


def _days_text(days: Sequence[int], day_count: int, volume: Volume) -> str:
    _ = volume._
    if len(days) >= day_count:
        return _("the whole time")
    numbers = list_text([str(day) for day in days], volume.language)
    return _.plural("on day {days} only", "on days {days} only", len(days)).format(days=numbers)


def _hours_text(duration: timedelta, volume: Volume) -> str:
    return number_text(duration.total_seconds() / 3600, volume.language, digits=1)


def _roles(content: Hours, volume: Volume) -> Iterable[Element]:
    _ = volume._
    rows = [
        Row([role_label(row.role, _), Cell(str(row.came), "Table Number"), Cell(str(row.every_day), "Table Number")])
        for row in content.roles
    ]
    if len(rows) > 1:
        head = head_row((_("Role"), _("Came"), _("The whole time")), numbers=(1, 2))
        yield from volume.captioned(_("Attendance by role"), ROLES, head, rows)


def evaluation(content: Sequence[EvaluationFigures], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Each questionnaire: how many answered, then its scales and choices in figures."""
    _ = volume._
    for entry in content:
        yield volume.part(entry.title.said_in(volume.language))
        yield paragraph(
            _.plural("{count} form came back.", "{count} forms came back.", entry.replies).format(count=entry.replies)
        )
        rows = [_question_row(figures, volume) for figures in entry.questions]
        if rows:
            head = head_row((_("Question"), _("Answers"), _("Result")), numbers=(1,))
            yield from volume.captioned(_("Answers in figures"), QUESTIONS, head, rows)


def _question_row(figures: QuestionFigures, volume: Volume) -> Row:
    question = figures.question.text.said_in(volume.language)
    lines = tuple(paragraph(text, "Table Text") for text in _result_lines(figures, volume))
    return Row([question, Cell(str(figures.answered), "Table Number"), Cell(blocks=lines)])


def _result_lines(figures: QuestionFigures, volume: Volume) -> Iterable[str]:
    _, language, question = volume._, volume.language, figures.question
    if not figures.counts:
        yield _("not shown: fewer than five answers")
        return
    if question.kind is QuestionKind.CHOICE:
        for choice, count in zip(question.choices, figures.counts, strict=True):
            yield f"{choice.said_in(language)}: {count}"
        return
    if figures.mean is not None:
        yield _("on average {mean} of {highest}").format(
            mean=number_text(float(figures.mean), language, digits=1), highest=question.highest
        )
    points = range(question.lowest, question.highest + 1)
    yield " · ".join(f"{point}: {count}" for point, count in zip(points, figures.counts, strict=True))
