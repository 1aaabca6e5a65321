"""Pocket cards: one per session for whoever leads it, four to a page to cut out (A6; in large print two, A5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.documents.running_order_word import names_text
from facilitation.documents.word_fit import LINE_HEIGHT, POINTS_PER_MM, line_count
from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper, stamp_text
from facilitation.documents.word_parts import Cell, Row, Run, paragraph, table
from facilitation.documents.word_styles import SIZES, SMALLEST, PageFormat, Stamp
from facilitation.documents.word_xml import Element, clean_text, element, twips
from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.guide import GuideSheet
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, short_day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import TimedStep, timed_steps

PAGE = PageFormat(side=7, top=8.5, bottom=8, footer=3, header=3, is_bare=True)
WIDTH, HEIGHT = 98.0, 139.5
EDGE, TOP = 5.0, 8
"""Millimetres between the words and the cut at the sides; points above them."""
CLOCK_WIDTH, MINUTES_WIDTH = 13.0, 14.0
STEP_GAP, FREE = 0.8, 12.0
"""Millimetres below each step, and those nobody counts: the spaces between the parts."""
MOST_QUESTION, MOST_TITLE, MOST_PLAN_B = 4, 2, 4
"""Lines these may take on a card."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """The styles of a card. ``body`` = how steps and plan B are set, the best first, with the lines of a step."""

    head: str
    title: str
    detail: str
    question: str
    body: tuple[tuple[str, int], ...]


SMALL = tuple(("Table Text", lines) for lines in (3, 2, 1))
USUAL = _Letters(
    "Box Value",
    "Large Card Text",
    "Table Detail",
    "Largest Card Text",
    (("Large Card Text", 3), ("Card Text", 3), *SMALL),
)
LARGE = _Letters(
    "Pocket Head",
    "Pocket Title",
    "Pocket Detail",
    "Pocket Question",
    (("Pocket Title", 3), *(("Pocket Text", lines) for lines in (3, 2, 1))),
)


def pocket_cards_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """One card per session with a page in the guide: when, the question, the steps with their minutes, the plan B."""
    timed = [
        entry
        for entry in timed_items(record.agenda, record.event.starts_on)
        if entry.item.kind not in REST_KINDS and has_card(record.guide.sheet(entry.item.id))
    ]
    if not timed:
        paper = Paper(record.event, _, stamp, title=_("Pocket cards"))
        paper.add(title_block(paper), nothing_yet(_("No session has a page in the guide yet.")))
        return paper.data()
    paper = Paper(record.event, _, stamp, title=_("Pocket cards"), page=PAGE)
    paper.has_footer = False
    shape = _Shape(1, LARGE, 1.6) if stamp.look.is_large else _Shape(2, USUAL)
    cards = [Cell(blocks=tuple(_card(paper, record, entry, shape))) for entry in timed]
    cards += [Cell()] * (-len(cards) % shape.columns)
    rows = [
        Row(cards[first : first + shape.columns], height=HEIGHT, is_exact=True)
        for first in range(0, len(cards), shape.columns)
    ]
    columns = (WIDTH * 2 / shape.columns,) * shape.columns
    paper.add(table(columns, rows, title=_("Pocket cards"), borders="cut"))
    return paper.data()


def has_card(sheet: GuideSheet) -> bool:
    """Whether there is something to lead by."""
    return bool(sheet.steps or sheet.question)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many cards stand side by side, their letters, and how much wider the columns of the steps are."""

    columns: int
    letters: _Letters
    wider: float = 1.0

    @property
    def width(self) -> float:
        """Millimetres for words."""
        return WIDTH * 2 / self.columns - 2 * EDGE

    def height(self, lines: float, style: str) -> float:
        """Millimetres of so many lines of a style."""
        return lines * (SIZES[style] or SMALLEST) * LINE_HEIGHT / POINTS_PER_MM

    def lines(self, text: str, style: str, less: float = 0.0) -> int:
        """Lines of a text on the card, ``less`` millimetres narrower than others."""
        return line_count(text, self.width - less, SIZES[style] or SMALLEST)

    def cut(self, text: str, style: str, most: int, less: float = 0.0) -> str:
        """The text with "…" where it would take more than so many lines."""
        text = " ".join(clean_text(text).split())
        words = text.split(" ")
        while self.lines(text, style, less) > most and len(words) > 1:
            words = words[: max(1, len(words) * 9 // 10)]
            text = " ".join(words).rstrip(" ,;:–-") + " …"
        return text


def _card(paper: Paper, record: EventRecord, entry: TimedItem, shape: _Shape) -> Iterator[Element]:
    """The parts of a card from top to bottom; steps and plan B are as large as the others leave room for."""
    _, sheet, item, look = paper._, record.guide.sheet(entry.item.id), entry.item, shape.letters
    day = short_day_text(record.event.day(entry.day), _.language) if record.event.day_count > 1 else ""
    clock = clock_span_text(entry.starts_at, entry.ends_at)
    title = shape.cut(item.title.said_in(_.language), look.title, MOST_TITLE)
    where = shape.cut(" · ".join(filter(None, (day, item.room, names_text(item.facilitators)))), look.detail, 2)
    question = shape.cut(sheet.question.said_in(_.language), look.question, MOST_QUESTION)
    yield _line([Run(clock, "Strong"), f" · {minutes_text(item.duration)}"], look.head, before=TOP)
    yield _line([Run(title, "Strong")], look.title)
    yield _line(where, look.detail, after=4)
    if question:
        yield _line([Run(question, "Strong")], look.question, after=4)
    parts = ((clock, look.head), (title, look.title), (where, look.detail), (question, look.question))
    used = sum(shape.height(shape.lines(text, style), style) for text, style in parts) + shape.height(1, look.detail)
    yield from _body(sheet, timed_steps(sheet, entry), shape, HEIGHT - used - FREE, _)
    printed = [_("SAMPLE"), stamp_text(paper.stamp, _)] if paper.event.is_sample else [stamp_text(paper.stamp, _)]
    yield _line(" · ".join(printed), look.detail, before=4)


def _body(
    sheet: GuideSheet, steps: Sequence[TimedStep], shape: _Shape, room: float, _: Translator
) -> Iterator[Element]:
    """Steps and plan B in the largest letters all of them fit in; in the smallest, of too many steps the first ones."""
    label, plan_b = _("Plan B: "), sheet.plan_b.said_in(_.language).strip()
    indent = (CLOCK_WIDTH + MINUTES_WIDTH) * shape.wider
    for style, most in shape.letters.body:
        texts = [shape.cut(step.step.what.said_in(_.language), style, most, indent) for step in steps]
        heights = [shape.height(max(1, shape.lines(text, style, indent)), style) + STEP_GAP for text in texts]
        rescue = shape.cut(label + plan_b, style, MOST_PLAN_B).removeprefix(label) if plan_b else ""
        left = room - (shape.height(shape.lines(label + rescue, style), style) if rescue else 0)
        if sum(heights) <= left:
            break
    shown = 0
    while shown < len(texts) and sum(heights[: shown + 1]) <= left:
        shown += 1
    for step, text in zip(steps[:shown], texts, strict=False):
        yield _step(step, text, shape, style)
    if more := len(steps) - shown:
        yield _line(_.plural("and {count} more", "and {count} more", more).format(count=more), shape.letters.detail)
    if rescue:
        yield _line([Run(label, "Strong"), rescue], style, before=5)


def _line(words: str | Sequence[str | Run], style: str, *, before: float = 0, after: float = 1) -> Element:
    spacing = element("spacing", before=round(before * 20), after=round(after * 20))
    return paragraph(words, style, extra=[spacing, element("ind", left=twips(EDGE - 1.8), right=twips(EDGE - 1.8))])


def _step(timed: TimedStep, text: str, shape: _Shape, style: str) -> Element:
    """Clock, minutes, what happens: in columns made by tabs."""
    first, second = CLOCK_WIDTH * shape.wider, (CLOCK_WIDTH + MINUTES_WIDTH) * shape.wider
    left = EDGE - 1.8
    tabs = element("tabs", *(element("tab", val="left", pos=twips(left + place)) for place in (first, second)))
    indent = element("ind", left=twips(left + second), right=twips(left), hanging=twips(second))
    words: list[str | Run] = [
        Run(clock_text(timed.starts_at), "Strong"),
        f"\t{minutes_text(timed.step.duration)}\t{text}",
    ]
    return paragraph(
        words, style, extra=[tabs, element("spacing", before=0, after=round(STEP_GAP * POINTS_PER_MM * 20)), indent]
    )
