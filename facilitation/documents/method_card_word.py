"""A method of the library as a card: one page of A4 to hold in the hand, as large as its words allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.documents.word_fit import (
    BOLD_IS_WIDER,
    CELL_PADDING,
    CELL_SIDES,
    LINE_HEIGHT,
    POINTS_PER_MM,
    line_count,
    text_height,
)
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, head_row, paragraph, paragraphs, table
from facilitation.documents.word_styles import PORTRAIT, SIZES, SMALLEST, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.event import Event
from facilitation.domain.method import Method
from facilitation.domain.text import Text, joined
from facilitation.i18n.formats import minutes_text, number_text
from facilitation.i18n.labels import goal_label, layout_label, material_per_label
from facilitation.i18n.translator import Translator
from facilitation.planning.guide_outline import ONE_MINUTE
from facilitation.planning.method_materials import method_materials

FACTS = (25.0, 62.0, 25.0, 62.0)
STEPS = (17.0, 54.0, 75.0, 28.0)
STEPS_WITHOUT_WORDS = (17.0, 117.0, 40.0)
NOTES = 174.0
TITLE_LINE, OTHER_LINES = 9.6, 22.0
"""Millimetres of a line of the title, and of all that stands between title and foot beside what is measured."""
SAFETY = 1.03
"""The estimate of heights may be wrong by this much."""

BOLD = frozenset({"Table Head", "Clock", "Box Value"})
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Density:
    """How large the words are, and how much of the method is printed."""

    text: str = "Table Text"
    words: str = "Table Words"
    number: str = "Clock"
    has_tips: bool = True
    has_risks: bool = True
    has_words: bool = True


TIGHT = Density(has_tips=False)
DENSITIES = (
    Density("Largest Card Text", "Largest Card Words", "Box Value"),
    Density("Large Card Text", "Large Card Words"),
    Density("Card Text", "Card Words"),
    Density(),
    TIGHT,
    replace(TIGHT, has_risks=False),
    replace(TIGHT, has_risks=False, has_words=False),
)
"""From large to tight; the first that fits on the page is taken."""


def method_card_docx(method: Method, _: Translator, stamp: Stamp, *, people: int = 0) -> bytes:
    """Purpose, room, steps with words to say, plan B and source; materials for so many ``people`` (0 = per head)."""
    card = _Card(method, _, people)
    # A card belongs to no event; of an event its paper shows the title alone.
    about = Event("", "", method.title, stamp.printed_on)
    paper = Paper(about, _, stamp, title=_("Method card"), page=PORTRAIT)
    paper.add(card.blocks())
    return paper.data()


@dataclass(frozen=True, slots=True)
class _Card:
    method: Method
    _: Translator
    people: int

    def blocks(self) -> Iterable[Element]:
        fitting = (density for density in DENSITIES if self._height(density) <= PORTRAIT.text_height)
        density = next(fitting, DENSITIES[-1])
        yield paragraph(self._said(self.method.title), "Title")
        yield paragraph(self._in_short(), "Subtitle")
        yield paragraph(self._said(self.method.purpose), "Lead")
        yield from self._fact_table(density)
        yield paragraph("", "Gap")
        yield self._step_table(density)
        yield from self._note_table(density)
        source = self._said(self.method.source)
        if source:
            yield paragraph("", "Gap")
            yield paragraph(source, "Detail")

    def _said(self, text: Text) -> str:
        return text.said_in(self._.language)

    def _in_short(self) -> str:
        _, method = self._, self.method
        goals = [goal_label(goal, _) for goal in method.goals]
        people = _("{people} people").format(people=f"{method.minimum_people}–{method.maximum_people}")
        least, most = method.minimum_time // ONE_MINUTE, minutes_text(method.maximum_time)
        minutes = _("{minutes}, usually {typical}").format(
            minutes=f"{least}–{most}", typical=minutes_text(method.typical_time)
        )
        return " · ".join(part for part in (people, minutes, ", ".join(goals)) if part)

    def _facts(self) -> list[Fact]:
        _, method = self._, self.method
        layouts = [layout_label(layout, _) for layout in method.layouts]
        facts = (
            (_("Room"), self._said(method.room_setup)),
            (_("Works with"), "\n".join(part for part in (", ".join(layouts), self._groups()) if part)),
            (_("Roles"), self._said(method.roles)),
            (self._materials_label(), "\n".join(self._materials())),
            (_("Output for the notes"), self._said(method.output)),
            (_("Plan B: ten minutes late"), self._said(method.plan_b)),
        )
        return [(label, text) for label, text in facts if text.strip()]

    def _groups(self) -> str:
        least, most = self.method.group_minimum, self.method.group_maximum
        if not most:
            return ""
        return self._("groups of {size}").format(size=str(most) if least == most else f"{least}–{most}")

    def _materials_label(self) -> str:
        if not self.people:
            return self._("Materials")
        return self._("Materials for {count} people").format(count=self.people)

    def _materials(self) -> Iterable[str]:
        _, language = self._, self._.language
        if self.people:
            for total in method_materials(self.method, self.people):
                yield f"{number_text(total.quantity, language)} × {total.name.said_in(language)}"
            return
        for material in self.method.materials:
            digits = 0 if material.quantity == int(material.quantity) else 1
            quantity = number_text(material.quantity, language, digits=digits)
            yield f"{material.name.said_in(language)} – {quantity} {material_per_label(material.per, _)}"

    def _fact_rows(self) -> list[list[Fact]]:
        facts = self._facts()
        if len(facts) % 2:
            facts.append(("", ""))
        return [facts[place : place + 2] for place in range(0, len(facts), 2)]

    def _fact_table(self, density: Density) -> Iterable[Element]:
        rows = [Row([cell for fact in row for cell in _fact(fact, density)]) for row in self._fact_rows()]
        if rows:
            yield table(FACTS, rows, title=self._("About the method"))

    def _steps(self, density: Density) -> list[list[Fact]]:
        """The rows of the steps; each cell as its text and its style."""
        language = self._.language
        rows = []
        for step in self.method.steps:
            cells = [(str(step.duration // ONE_MINUTE), density.number), (step.what.said_in(language), density.text)]
            if density.has_words:
                cells.append((step.words.said_in(language), density.words))
            rows.append([*cells, (step.who.said_in(language), density.text)])
        return rows

    def _step_table(self, density: Density) -> Element:
        _ = self._
        titles = [_("Minutes"), _("Step"), *([_("Words to say")] if density.has_words else []), _("Who")]
        rows = [Row([Cell(text, style) for text, style in cells]) for cells in self._steps(density)]
        return table(_step_columns(density), [head_row(titles), *rows], title=_("Steps"))

    def _notes(self, density: Density) -> list[Fact]:
        _, method = self._, self.method
        notes = [(_("Tips"), method.tips)] if density.has_tips else []
        notes += [(_("What can go wrong"), method.risks)] if density.has_risks else []
        return [(label, joined(texts, _.language, "\n")) for label, texts in notes if any(texts)]

    def _note_table(self, density: Density) -> Iterable[Element]:
        notes = self._notes(density)
        if notes:
            cells = [Cell(blocks=tuple(paragraphs(_points(text), density.text))) for _label, text in notes]
            yield paragraph("", "Gap")
            yield table(
                (NOTES / len(notes),) * len(notes),
                [head_row(label for label, _text in notes), Row(cells)],
                title=self._("Tips and risks"),
                borders="all",
            )

    def _height(self, density: Density) -> float:
        """Millimetres of the whole card."""
        notes = self._notes(density)
        rows = [
            *(
                _row_height([entry for fact in row for entry in _measured(fact, density)], FACTS)
                for row in self._fact_rows()
            ),
            *(_row_height(cells, _step_columns(density)) for cells in self._steps(density)),
            _row_height(
                [(_points(text), density.text) for _label, text in notes], (NOTES / max(1, len(notes)),) * len(notes)
            ),
        ]
        free = sum(_lines_height(text, style) for text, style in self._free_lines())
        title = line_count(self._said(self.method.title), PORTRAIT.text_width, SIZES["Title"] or SMALLEST) * TITLE_LINE
        return (sum(rows) + free) * SAFETY + title + OTHER_LINES

    def _free_lines(self) -> Sequence[Fact]:
        """What stands outside of tables, with its style."""
        method = self.method
        return (
            (self._in_short(), "Subtitle"),
            (self._said(method.purpose), "Lead"),
            (self._said(method.source), "Detail"),
        )


def _step_columns(density: Density) -> tuple[float, ...]:
    return STEPS if density.has_words else STEPS_WITHOUT_WORDS


def _fact(fact: Fact, density: Density) -> tuple[Cell, Cell]:
    label, text = fact
    return Cell(label, "Table Head"), Cell(
        blocks=tuple(paragraphs(text, density.text)) or (paragraph("", density.text),)
    )


def _measured(fact: Fact, density: Density) -> tuple[Fact, Fact]:
    label, text = fact
    return (label, "Table Head"), (text, density.text)


def _points(text: str) -> str:
    return "\n".join(f"• {line}" for line in text.split("\n") if line.strip())


def _row_height(cells: Sequence[Fact], columns: Sequence[float]) -> float:
    heights = (_cell_height(text, style, width) for (text, style), width in zip(cells, columns, strict=True))
    return max(heights, default=0.0) + CELL_PADDING


def _cell_height(text: str, style: str, width: float) -> float:
    # The estimate is made for bold words.
    room = (width - CELL_SIDES) * (1 if style in BOLD else BOLD_IS_WIDER)
    return text_height(text, room, style)


def _lines_height(text: str, style: str) -> float:
    size = SIZES[style] or SMALLEST
    return line_count(text, PORTRAIT.text_width * BOLD_IS_WIDER, size) * size * LINE_HEIGHT / POINTS_PER_MM
