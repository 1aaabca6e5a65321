"""Question signs of the world café: one sheet per round, as large as the question allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.documents.cafe_parts import LONGEST_THEME, cafe_title, question_of
from facilitation.documents.word_fit import LINE_HEIGHT, POINTS_PER_MM, line_count, text_height, text_width
from facilitation.documents.word_front import event_block, nothing_yet
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, paragraph, table
from facilitation.documents.word_styles import SIGN_SIZES, SIGNS, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import spans_text
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import tables_by_theme

WIDTH, HEIGHT = SIGNS.text_width, 176.0
QUESTION_WIDTH, QUESTION_HEIGHT = WIDTH - 8, 138.0
LINE_SPACING = 0.95
LONGEST_QUESTION, LONGEST_THEMES = 900, 600


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands on the sign of a round; ``themes`` = which theme at which tables ("" = none)."""

    title: str
    round: int
    question: str
    themes: str


def cafe_questions_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A landscape sheet per round with its question, to be read across the hall."""
    paper = Paper(record.event, _, stamp, title=_("Question signs"), page=SIGNS)
    rows = [row for cafe in record.cafes for row in _signs(record, cafe, paper)]
    if rows:
        paper.add(table((WIDTH,), rows, title=paper.title, borders="none"))
    elif record.cafes:
        sentence = _("The café has no question yet. Write one open question per round, then print this again.")
        paper.add(event_block(paper), nothing_yet(sentence))
    else:
        paper.add(event_block(paper), nothing_yet(_("This event has no world café.")))
    return paper.data()


def _signs(record: EventRecord, cafe: Cafe, paper: Paper) -> Iterator[Row]:
    themes = _themes(cafe, paper._)
    for number in range(1, cafe.round_count + 1):
        if question := shortened(question_of(cafe, number, paper._), LONGEST_QUESTION):
            blocks = tuple(_sign(Sign(cafe_title(record, cafe, paper._), number, question, themes), paper))
            yield Row([Cell(blocks=blocks, align="center")], height=HEIGHT, is_exact=True)


def _themes(cafe: Cafe, _: Translator) -> str:
    """ "Tables 1, 4: Housing · Table 2: Work": the themes and where they are talked about."""
    by_theme = tables_by_theme(cafe, cafe.table_count)
    said = (
        _.plural("Table {tables}: {theme}", "Tables {tables}: {theme}", len(tables)).format(
            tables=spans_text(tables), theme=shortened(theme, LONGEST_THEME)
        )
        for theme, tables in by_theme.items()
    )
    return " · ".join(said)


def _sign(sign: Sign, paper: Paper) -> Iterator[Element]:
    _ = paper._
    yield paragraph(shortened(sign.title, 110), "Card Event")
    if paper.event.is_sample:
        yield paragraph([Run(_("SAMPLE"), "Strong")], "Card Event")
    yield paragraph(_("Round {number}").format(number=sign.round), "Sign Round")
    themes = shortened(sign.themes, LONGEST_THEMES)
    taken = text_height(themes, QUESTION_WIDTH, "Card Small Question") if themes else 0
    yield paragraph(sign.question, f"Sign {sign_size(sign.question, QUESTION_HEIGHT - taken)}")
    if themes:
        yield paragraph(themes, "Card Small Question")


def sign_size(question: str, height: float = QUESTION_HEIGHT) -> int:
    """The largest size in which a question has room in so many millimetres and no word of it is broken."""
    return next((size for size in SIGN_SIZES if _has_room(question, height, size)), SIGN_SIZES[-1])


def _has_room(question: str, room: float, size: int) -> bool:
    longest = max(question.split(), key=len, default="")
    height = line_count(question, QUESTION_WIDTH, size) * size * LINE_HEIGHT * LINE_SPACING / POINTS_PER_MM
    return height <= room and text_width(longest, size) <= QUESTION_WIDTH
