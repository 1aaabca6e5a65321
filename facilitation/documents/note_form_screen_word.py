"""The note form that is filled in on a computer: one file for a session or a table, read back by its fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from facilitation.documents.running_order_word import names_text
from facilitation.documents.word_controls import (
    choice_control,
    fixed_control,
    line_control,
    locked_blocks,
    text_control,
    tick_control,
)
from facilitation.documents.word_front import when_and_where
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, spacer, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.event import Sector
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n import note_form_words as words
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import attribution_label, note_kind_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning import note_form as form
from facilitation.planning.agenda_timing import TimedItem

WIDTH = LANDSCAPE.text_width
ROW_WIDTHS = (10.0, 34.0, 44.0, 92.0, WIDTH - 202.0, 22.0)
ACTION_WIDTHS = (WIDTH - 110.0, 70.0, 40.0)
ROW_HEIGHT, BLOCK_HEIGHT = 8.5, 18.0
SECTORS_IN_A_ROW = 5
LABEL, COUNT = 40.0, 12.0
CODE_TAG, HEAD_TAG = "notes", "head"


@dataclass(frozen=True, slots=True)
class FormWanted:
    """Which form is made: for what, with which number of its own, and the questions of the rounds it harvests."""

    entry: TimedItem
    place: form.FormPlace
    number: str
    rounds: tuple[int, ...] = ()
    questions: tuple[Text, ...] = ()


def note_form_screen_docx(record: EventRecord, _: Translator, stamp: Stamp, wanted: FormWanted) -> bytes:
    """The form with what is known of the session filled in."""
    paper = Paper(record.event, _, stamp, title=_("Note form"), page=LANDSCAPE)
    fields = _Fields(_)
    paper.add(locked_blocks(HEAD_TAG, next(fields.numbers), list(_head(record, wanted, paper))), spacer())
    paper.add(fields.about(), fields.contributions(), fields.harvest(wanted.rounds), fields.outcome())
    paper.add(_code(wanted, fields))
    return paper.data()


def _head(record: EventRecord, wanted: FormWanted, paper: Paper) -> Iterator[Element]:
    _, language, item = paper._, paper._.language, wanted.entry.item
    yield heading(_title(wanted, _))
    about = (paper.title, paper.event.title.said_in(language), when_and_where(paper.event, language))
    yield paragraph(" · ".join(about), "Detail")
    day = day_text(wanted.entry.starts_at.date(), language, with_year=True)
    planned = clock_span_text(wanted.entry.starts_at, wanted.entry.ends_at)
    facts = (
        (_("Day"), f"{day}, {planned}"),
        (_("Room"), item.room),
        (_("Facilitation"), names_text(item.facilitators)),
        (_("Speakers may be shown"), attribution_label(item.attribution, _)),
    )
    yield paragraph([part for name, text in facts if text for part in (Run(f"{name}: ", "Strong"), f"{text}    ")])
    for name, question in _questions(record, wanted, _):
        yield paragraph([Run(f"{name}: ", "Strong"), question.said_in(language)], "Form Line")
    yield paragraph(
        _(
            "Fill in the fields on the computer, save the file and send it back; no network is needed. Write no names"
            " of people who were helped, and nothing by which they can be known."
        ),
        "Detail",
    )


def _title(wanted: FormWanted, _: Translator) -> str:
    title, place = wanted.entry.item.title.said_in(_.language), wanted.place
    parts = [title]
    if place.table:
        parts.append(_("Table {number}").format(number=place.table))
    if place.round:
        parts.append(_(words.ROUND).format(number=place.round))
    return " · ".join(parts)


def _questions(record: EventRecord, wanted: FormWanted, _: Translator) -> Iterator[tuple[str, Text]]:
    """The question of the session, or those of the rounds of this form."""
    for number in wanted.rounds:
        if number <= len(wanted.questions) and wanted.questions[number - 1]:
            yield _(words.ROUND).format(number=number), wanted.questions[number - 1]
    question = record.guide.sheet(wanted.entry.item.id).question
    if question and not wanted.rounds:
        yield _("Question put to the group"), question


class _Fields:
    """The fields of one form; its controls are numbered from 1."""

    def __init__(self, _: Translator) -> None:
        self.translator, self.numbers = _, count(1)

    def about(self) -> Iterator[Element]:
        """Who writes, when it really began and ended, and who was there."""
        _ = self.translator
        cells: list[Cell] = []
        for key, name in ((form.TAKER, words.TAKER), (form.STARTED, words.STARTED), (form.ENDED, words.ENDED)):
            cells += [Cell(_(name), "Table Head"), self._line(key, _(name))]
        last = (WIDTH - 3 * LABEL) / 2 - 30
        widths = (LABEL, WIDTH - 3 * LABEL - 2 * last, LABEL, last, LABEL, last)
        yield table(widths, [Row(cells, height=ROW_HEIGHT)], title=_("Session"), borders="all")
        yield paragraph(_(words.PRESENT), "Label")
        yield self._present()

    def _present(self) -> Element:
        _, sectors = self.translator, tuple(Sector)
        rows = []
        for start in range(0, len(sectors), SECTORS_IN_A_ROW):
            cells: list[Cell] = []
            for sector in sectors[start : start + SECTORS_IN_A_ROW]:
                name = sector_label(sector, _)
                cells += [Cell(name), self._line(form.present_key(sector), name)]
            empty = 2 * SECTORS_IN_A_ROW - len(cells)
            rows.append(Row([*cells, *([Cell()] * empty)], height=7))
        share = WIDTH / SECTORS_IN_A_ROW
        widths = (share - COUNT, COUNT) * SECTORS_IN_A_ROW
        return table(widths, rows, title=_(words.PRESENT), borders="all")

    def contributions(self) -> Iterator[Element]:
        """The rows of what was said."""
        _ = self.translator
        yield paragraph(_(words.SAID), "Label")
        yield paragraph(_(words.ROWS_HELP), "Detail")
        rows = [self._contribution(row) for row in range(1, form.ROWS + 1)]
        titles = head_row([_(title) for title in words.ROW_TITLES])
        yield table(ROW_WIDTHS, [titles, *rows], title=_(words.SAID), borders="all")

    def _contribution(self, row: int) -> Row:
        _ = self.translator
        kinds = [(kind.value, note_kind_label(kind, _)) for kind in form.KINDS]
        names = dict(zip(form.ROW_FIELDS, (_(title) for title in words.ROW_TITLES[1:]), strict=True))

        def key(field: str) -> tuple[str, str]:
            return form.row_key(row, field), f"{names[field]} {row}"

        kind = choice_control(*key("kind"), next(self.numbers), kinds, hint=_(words.CHOOSE))
        cells = [Cell(str(row), "Table Detail"), Cell([kind])]
        cells += [self._line(*key("speaker")), self._lines(*key("words")), self._lines(*key("short"))]
        tick = tick_control(*key("quote"), next(self.numbers))
        return Row([*cells, Cell([tick], "Tick Box")], height=ROW_HEIGHT)

    def harvest(self, rounds: Sequence[int]) -> Iterator[Element]:
        """A field for each round of a café table."""
        _ = self.translator
        if rounds:
            yield paragraph(_(words.HARVEST), "Label")
        for number in rounds:
            name = _(words.ROUND).format(number=number)
            row = Row([Cell(name, "Table Head"), self._lines(form.harvest_key(number), name)], height=BLOCK_HEIGHT)
            yield table((LABEL, WIDTH - LABEL), [row], title=name, borders="all")
            yield spacer()

    def outcome(self) -> Iterator[Element]:
        """Decisions, who does what by when, what stayed unclear, and room for anything else."""
        _ = self.translator
        yield from self._block(form.DECISIONS)
        yield paragraph(_(words.ACTIONS), "Label")
        titles = [_(title) for title in words.ACTION_TITLES]
        rows = []
        for row in range(1, form.ACTIONS + 1):
            what, owner, due = (
                (form.action_key(row, key), f"{name} {row}")
                for key, name in zip(form.ACTION_FIELDS, titles, strict=True)
            )
            rows.append(Row([self._lines(*what), self._line(*owner), self._line(*due)], height=ROW_HEIGHT))
        yield table(ACTION_WIDTHS, [head_row(titles), *rows], title=_(words.ACTIONS), borders="all")
        yield from self._block(form.UNCLEAR)
        yield from self._block(form.FREE, _(words.KEYS))

    def _block(self, key: str, hint: str = "") -> Iterator[Element]:
        name = self.translator(words.BLOCK_TITLES[key])
        yield paragraph(name, "Label")
        if hint:
            yield paragraph(hint, "Detail")
        control = text_control(key, name, next(self.numbers), hint=self.translator(words.HINT))
        yield table((WIDTH,), [Row([Cell(blocks=(control, spacer()))], height=BLOCK_HEIGHT)], title=name, borders="all")

    def _line(self, key: str, name: str) -> Cell:
        return Cell([line_control(key, name, next(self.numbers), hint=words.SHORT_HINT)])

    def _lines(self, key: str, name: str) -> Cell:
        return Cell(blocks=(text_control(key, name, next(self.numbers), hint=words.SHORT_HINT), spacer()))


def _code(wanted: FormWanted, fields: _Fields) -> Iterator[Element]:
    """The code by which the file is known when it comes back."""
    _ = fields.translator
    code = form.note_form_code(wanted.place, _.language, wanted.number, wanted.rounds)
    said = _("Code of this form (leave it as it is): ")
    yield paragraph([said, fixed_control(CODE_TAG, _("Code of this form"), next(fields.numbers), code)], "Detail")
