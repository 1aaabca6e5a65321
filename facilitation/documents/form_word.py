"""A questionnaire as a Word form: filled in on the screen or with a pen, and read back by its controls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from facilitation.documents.word_controls import (
    choice_control,
    fixed_control,
    line_control,
    text_control,
    tick_control,
)
from facilitation.documents.word_front import when_and_where
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Piece, Row, Run, heading, paragraph, paragraphs, spacer, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.consultation import Question, QuestionKind, Questionnaire
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import District
from facilitation.errors import mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.filled_form import (
    DISTRICT,
    ORGANISATION,
    QUOTE,
    SECTOR,
    form_code,
    question_key,
)

WIDTH = PORTRAIT.text_width
ROOM = 42.0
"""Millimetres for an open answer: eight lines by hand; on the screen it grows."""
FORM_TAG = "form"
HINT = mark("Write here")


def form_docx(asked: Questionnaire, event: Event, _: Translator, stamp: Stamp, *, participation_id: str = "") -> bytes:
    """The form in one language. With ``participation_id`` it is that person's and does not ask where they come from."""
    paper = Paper(event, _, stamp, title=_("Questionnaire"), page=PORTRAIT)
    form = _Form(asked, _)
    paper.add(_head(form, event), form.questions())
    paper.add([] if participation_id else form.about())
    paper.add(form.consent(), form.code(participation_id))
    return paper.data()


def _head(form: _Form, event: Event) -> Iterator[Element]:
    _, language, asked = form.translator, form.translator.language, form.asked
    yield heading(asked.title.said_in(language))
    yield paragraph(" · ".join((event.title.said_in(language), when_and_where(event, language))), "Detail")
    yield from paragraphs(asked.intro.said_in(language), "Lead")
    if asked.closes_on:
        day = day_text(asked.closes_on, language, with_year=True)
        yield paragraph([Run(_("Please answer by {day}.").format(day=day), "Strong")])
    yield paragraph(
        _(
            "Fill it in on the screen or with a pen. Write no names of people who were helped, and nothing by which"
            " they can be known."
        ),
        "Detail",
    )


class _Form:
    """The parts of one form; its controls are numbered from 1."""

    def __init__(self, asked: Questionnaire, _: Translator) -> None:
        self.asked, self.translator, self._numbers = asked, _, count(1)

    def questions(self) -> Iterator[Element]:
        """Every question with its fields."""
        for place, question in enumerate(self.asked.questions, start=1):
            yield from self._question(place, question)

    def _question(self, place: int, question: Question) -> Iterator[Element]:
        language = self.translator.language
        star = " *" if question.is_required else ""
        yield heading(f"{place}. {question.text.said_in(language)}{star}", 2)
        if hint := question.hint.said_in(language) or self._how(question):
            yield paragraph(hint, "Detail")
        yield from {
            QuestionKind.OPEN: self._open,
            QuestionKind.CHOICE: self._choices,
            QuestionKind.SCALE: self._scale,
            QuestionKind.RANK: self._order,
        }[question.kind](question)

    def _how(self, question: Question) -> str:
        _ = self.translator
        if question.kind is QuestionKind.RANK:
            return _("1 = first, {last} = last; each number once.").format(last=len(question.choices))
        if question.kind is not QuestionKind.CHOICE:
            return ""
        if question.most is None:
            return _("Tick as many as you like.")
        return _.plural("Tick {count}.", "Tick {count} at most.", question.most).format(count=question.most)

    def _open(self, question: Question) -> Iterator[Element]:
        name = question.text.said_in(self.translator.language)
        hint = self.translator(HINT)
        control = text_control(question_key(question.id), name, next(self._numbers), hint=hint)
        yield table((WIDTH,), [Row([Cell(blocks=(control, spacer()))], height=ROOM)], title=name, borders="all")
        yield spacer()

    def _choices(self, question: Question) -> Iterator[Element]:
        for place, choice in enumerate(question.choices):
            words = choice.said_in(self.translator.language)
            box = tick_control(question_key(question.id, place), words, next(self._numbers))
            yield paragraph([box, f"  {words}"], "Form Line")

    def _scale(self, question: Question) -> Iterator[Element]:
        language = self.translator.language
        ends = [choice.said_in(language) for choice in question.choices]
        pieces: list[Piece] = [f"{ends[0]}   "] if ends else []
        for point in range(question.lowest, question.highest + 1):
            box = tick_control(question_key(question.id, point), str(point), next(self._numbers))
            pieces += [box, f" {point}     "]
        yield paragraph([*pieces, ends[-1] if len(ends) > 1 else ""], "Form Line")

    def _order(self, question: Question) -> Iterator[Element]:
        places = [(str(place), str(place)) for place in range(1, len(question.choices) + 1)]
        for place, choice in enumerate(question.choices):
            words = choice.said_in(self.translator.language)
            field = choice_control(question_key(question.id, place), words, next(self._numbers), places, hint="_____")
            yield paragraph([field, f"  {words}"], "Form Line")

    def about(self) -> Iterator[Element]:
        """Where the answer comes from: never who wrote it."""
        _ = self.translator
        yield heading(_("Where you work"), 2)
        if not self.asked.is_anonymous:
            office = line_control(ORGANISATION, _("Office or organisation"), next(self._numbers), hint="_" * 40)
            yield paragraph([Run(_("Office or organisation"), "Strong"), ": ", office], "Form Line")
        sectors = [(sector.value, sector_label(sector, _)) for sector in Sector]
        districts = [(district.value, district_label(district, _)) for district in District]
        for key, name, choices in ((SECTOR, _("Sector"), sectors), (DISTRICT, _("District"), districts)):
            field = choice_control(key, name, next(self._numbers), choices, hint="_" * 24)
            yield paragraph([Run(name, "Strong"), ": ", field], "Form Line")

    def consent(self) -> Iterator[Element]:
        """Whether words may be quoted; never ticked beforehand."""
        _ = self.translator
        yield heading(_("How your answer is used"), 2)
        yield paragraph(
            _(
                "The organisers read it to plan the event; it is counted with the other answers. You may ask to see,"
                " correct or delete it at any time."
            )
        )
        words = _("My words may be quoted, without my name.")
        yield paragraph([tick_control(QUOTE, words, next(self._numbers)), f"  {words}"], "Form Line")

    def code(self, participation_id: str) -> Iterator[Element]:
        """The code by which the file is known when it comes back."""
        _ = self.translator
        code = form_code(self.asked, _.language, participation_id)
        words = _("Code of this form (leave it as it is): ")
        known = fixed_control(FORM_TAG, _("Code of this form"), next(self._numbers), code)
        yield paragraph([words, known], "Detail")
