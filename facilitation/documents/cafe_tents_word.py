"""The table cards of the world café: a sheet per table to be folded into a tent, the same on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitation.documents.cafe_parts import (
    LONGEST_NAME,
    LONGEST_THEME,
    Names,
    cafe_title,
    host_words,
    names_of,
    question_of,
)
from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import event_block, nothing_yet
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, paragraph, table
from facilitation.documents.word_styles import CARDS, SIZES, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import table_about
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import hosts_by_table

SIDE, LENGTH = 90.0, 268.0
"""How high a standing side is, and how wide."""
UP_IS_RIGHT, UP_IS_LEFT = "tbRl", "btLr"
"""The writing of the left and of the right half: both look up to the fold."""
LINE_ROOM = LENGTH - 10
LONGEST_QUESTION = 140


@dataclass(frozen=True, slots=True)
class Face:
    """Styles of the number and the questions, and how many lines of questions they leave room for."""

    number: str
    question: str
    lines: int

    def holds(self, questions: Sequence[str]) -> bool:
        """Whether all these questions have room."""
        size = SIZES[self.question] or 11
        return sum(line_count(text, LINE_ROOM, size) for text in questions) <= self.lines


@dataclass(frozen=True, slots=True)
class Tent:
    """A table with who hosts it, and its theme and language in one line ("" = it has none)."""

    number: int
    hosts: tuple[str, ...]
    about: str


FACES = (
    Face("Card Number", "Card Question", 1),
    Face("Tent Number", "Card Question", 3),
    Face("Tent Number", "Card Small Question", 4),
    Face("Tent Small Number", "Card Small Question", 6),
)


def table_cards_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A tent per table: number, host and the questions of all rounds, to be read from both sides."""
    paper = Paper(record.event, _, stamp, title=_("Table cards"), page=CARDS)
    names = names_of(record)
    rows = [row for cafe in record.cafes for row in _tents(record, cafe, names, paper)]
    if rows:
        paper.add(table((SIDE, SIDE), rows, title=paper.title, borders="fold", is_centred=True))
    else:
        paper.add(event_block(paper), nothing_yet(_("This event has no world café, so there are no table cards.")))
    return paper.data()


def _tents(record: EventRecord, cafe: Cafe, names: Names, paper: Paper) -> Iterable[Row]:
    questions = _questions(cafe, paper._)
    hosts = hosts_by_table(cafe.seating) if cafe.seating else {}
    line = " · ".join((shortened(paper.event.title.said_in(paper._.language), 80), _title(record, cafe, paper)))
    for number in range(1, max(cafe.table_count, *hosts, 1) + 1):
        known = host_words(cafe.seating, number, names, paper._) if cafe.seating else []
        about = " · ".join(shortened(text, LONGEST_THEME) for text in table_about(cafe, number, paper._))
        tent = Tent(number, tuple(known), about)
        sides = [
            Cell(blocks=tuple(_face(line, tent, questions, paper)), align="center", direction=direction)
            for direction in (UP_IS_RIGHT, UP_IS_LEFT)
        ]
        yield Row(sides, height=LENGTH, is_exact=True)


def _title(record: EventRecord, cafe: Cafe, paper: Paper) -> str:
    return shortened(cafe_title(record, cafe, paper._), 60)


def _questions(cafe: Cafe, _: Translator) -> list[str]:
    """The questions with the number of their round; shortened where the tent would not hold them."""
    texts = [(number, question_of(cafe, number, _)) for number in range(1, cafe.round_count + 1)]
    said = [f"{number}. {text}" if cafe.round_count > 1 else text for number, text in texts if text]
    if any(face.holds(said) for face in FACES):
        return said
    return [shortened(text, LONGEST_QUESTION) for text in said[: FACES[-1].lines]]


def _face(line: str, tent: Tent, questions: Sequence[str], paper: Paper) -> Iterable[Element]:
    _, said = paper._, [*questions, *([tent.about] if tent.about else [])]
    face = next((face for face in FACES if face.holds(said)), FACES[-1])
    sample = _("SAMPLE") + " · " if paper.event.is_sample else ""
    yield paragraph([Run(sample, "Strong"), line], "Card Event")
    yield paragraph(_("Table"), "Card Event")
    yield paragraph(str(tent.number), face.number)
    if tent.about:
        yield paragraph([Run(tent.about, "Strong")], face.question)
    if tent.hosts:
        text = shortened(_("Host: {name}").format(name=", ".join(tent.hosts)), LONGEST_NAME)
        is_long = line_count(text, LINE_ROOM, SIZES["Tent Host"] or 18) > 1
        yield paragraph(text, "Tent Long Host" if is_long else "Tent Host")
    yield from (paragraph(text, face.question) for text in questions)
