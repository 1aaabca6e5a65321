"""Paragraphs, runs and tables; the only loops over rows and cells.

Styles are written by name; ``word_package.Paper`` turns the names into the ids of its document when it is saved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitation.documents.word_styles import BAR_FILL, HEAD_FILL, LINE, SOFT_FILL
from facilitation.documents.word_xml import Element, Shared, Words, clean_text, element, switch, text_element, twips
from facilitation.domain.text import Text

FILLS = {"": "", "head": HEAD_FILL, "soft": SOFT_FILL, "bar": BAR_FILL}
LANGUAGE_TAGS = {"sq": "sq-AL", "en": "en-GB"}
TICK_BOX, TICKED_BOX = "☐", "☒"


@dataclass(frozen=True, slots=True)
class Run:
    """Words with a character style ("Strong", "Emphasis", "Muted" or "").

    ``language`` ("sq" or "en") where they are in another language than the paper: a screen reader and the spelling
    check follow it.
    """

    text: str
    style: str = ""
    language: str = ""


Piece = str | Run | Element
Content = Piece | Sequence[Piece]
"""What a paragraph is made of: text, runs, or ready elements such as fields."""


def said(text: Text, language: str, style: str = "") -> Run:
    """A text in the language of the paper; where it only exists in the other one, as words of that language."""
    own, other = (text.en, "sq") if language == "en" else (text.sq, "en")
    return Run(text.said_in(language), style, "" if own or not text else other)


def run(text: str, style: str = "", language: str = "") -> Element:
    """A ``w:r``; line ends become line breaks, tabs become tabs."""
    made = element("r", element("rPr", *_run_properties(style, language)) if style or language else None)
    parts = made.children
    for number, line in enumerate(clean_text(text).split("\n")):
        if number:
            parts.append(element("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                parts.append(element("tab"))
            if piece:
                parts.append(text_element(piece))
    return made


def _run_properties(style: str, language: str) -> Iterable[Element]:
    if style:
        yield element("rStyle", val=style)
    if language:
        yield element("lang", val=LANGUAGE_TAGS[language])


def paragraph(words: Content = "", style: str = "Normal", *, extra: Sequence[Element] = ()) -> Element:
    """A ``w:p`` in a named style; ``extra`` = further paragraph properties, in the order Word wants them."""
    if type(words) is str and words and not extra:
        words = clean_text(words)
        if words and "\n" not in words and "\t" not in words:
            return Words(words, style)
    properties = element("pPr", element("pStyle", val=style) if style != "Normal" else None, *extra)
    return element("p", properties if properties.children else None, *_runs(words))


def paragraphs(text: str, style: str = "Normal") -> list[Element]:
    """One paragraph per line of a longer text; empty lines only separate."""
    return [paragraph(line.strip(), style) for line in clean_text(text).split("\n") if line.strip()]


def heading(words: Content, level: int = 1, *, page_break: bool = False) -> Element:
    """A real heading; ``page_break`` starts it on a new page."""
    at_top = [element("pageBreakBefore"), element("spacing", before=0)]
    return paragraph(words, f"heading {level}", extra=at_top if page_break else [])


def bullets(texts: Iterable[str]) -> list[Element]:
    """A list of points."""
    return [paragraph(text, "List Bullet") for text in texts]


def labelled(label: str, text: str, style: str = "Normal") -> list[Element]:
    """A small label with a text under it; nothing where there is no text."""
    return [paragraph(label, "Label"), *paragraphs(text, style)] if text.strip() else []


def spacer() -> Element:
    """An empty line of one point: what must stand between two tables and after the last one."""
    return paragraph("", "Spacer")


CELL_STYLE, PLAIN = "Table Text", ("top", "")
"""How the words of a plain cell look and stand."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: words in a style, or whole paragraphs and tables in ``blocks``.

    ``direction`` turns the words: "tbRl" reads downwards, "btLr" upwards.
    """

    words: Content = ""
    style: str = CELL_STYLE
    blocks: tuple[Element, ...] = ()
    span: int = 1
    fill: str = ""
    align: str = "top"
    direction: str = ""

    def elements(self) -> tuple[Element, ...]:
        """The blocks; the last one is a paragraph, as Word demands."""
        return self.blocks or (paragraph(self.words, self.style),)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a plain string stands for a cell. ``height`` in millimetres ("at least", or exact)."""

    cells: Sequence[str | Cell]
    height: float | None = None
    is_exact: bool = False
    is_head: bool = False
    fill: str = ""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Borders:
    """Which lines a table has: "all", "rows" (only between rows), "cut" (dashed, to cut along), "fold" or "none"."""

    kind: str = "rows"

    def element(self) -> Element:
        """The ``w:tblBorders``."""
        line, size = ("dashed", 4) if self.kind in {"cut", "fold"} else ("single", 4)
        drawn = {
            "rows": {"top", "bottom", "insideH"},
            "fold": {"insideV"},
            "none": set[str](),
        }.get(self.kind, {"top", "left", "bottom", "right", "insideH", "insideV"})
        nothing = {"val": "nil"}
        ruled = {"val": line, "sz": size, "space": 0, "color": LINE}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        return element("tblBorders", *(element(side, **(ruled if side in drawn else nothing)) for side in sides))


def head_row(titles: Iterable[str], *, numbers: Collection[int] = ()) -> Row:
    """The titles of the columns, repeated on every page; those of number columns (from 0) stand on the right."""
    styles = ("Table Head", "Table Head Number")
    cells = [Cell(title, styles[place in numbers], align="bottom") for place, title in enumerate(titles)]
    return Row(cells, is_head=True, fill="head")


def table(
    columns: Sequence[float],
    rows: Iterable[Row],
    *,
    title: str,
    description: str = "",
    borders: str = "rows",
    is_centred: bool = False,
) -> Element:
    """A ``w:tbl`` of fixed column widths (millimetres) with its alternative text; no row splits over pages."""
    rows = _without_orphans(list(rows))
    widths = [twips(width) for width in columns]
    has_head = bool(rows) and rows[0].is_head
    properties = element(
        "tblPr",
        element("tblStyle", val="Table Grid"),
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center") if is_centred else None,
        Borders(borders).element(),
        element("tblLayout", type="fixed"),
        _look(has_head),
        element("tblCaption", val=clean_text(title)),
        element("tblDescription", val=clean_text(description or title)),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *(_row(row, widths) for row in rows))


def _look(has_head: bool) -> Element:
    """What a screen reader is told: whether the first row is a head."""
    nothing = {"lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    return element("tblLook", val="0020" if has_head else "0000", firstRow=int(has_head), **nothing)


def blank_lines(count: int, *, width: float, height: float, title: str) -> Element:
    """Lines to write on by hand; sizes in millimetres."""
    return table((width,), [Row([Cell()], height=height) for _line in range(count)], title=title)


def bar(share: float, width: float) -> Cell:
    """A cell with a bar over ``share`` (0..1) of its ``width`` in millimetres; put the number in a cell beside it."""
    share = min(max(share, 0.0), 1.0)
    room = width - 3.6
    if share * room < 0.3:
        return Cell("")
    shade = element("shd", val="clear", color="auto", fill=BAR_FILL)
    indent = element("ind", right=twips(room * (1 - share)))
    return Cell(blocks=(paragraph("\u00a0", "Table Text", extra=[shade, indent]),), align="center")


def _without_orphans(rows: list[Row]) -> list[Row]:
    """The head of a longer table stays with two rows, so that no page ends with a lonely head or heading."""
    if len(rows) < 4 or not rows[0].is_head:
        return rows
    return [rows[0], replace(rows[1], keep_next=True), *rows[2:]]


def _runs(words: Content) -> Iterable[Element]:
    parts = [words] if isinstance(words, str | Run | Element) else words
    for part in parts:
        if isinstance(part, Run):
            yield run(part.text, part.style, part.language)
        elif isinstance(part, str):
            if part:
                yield run(part)
        else:
            yield part


def _row(row: Row, widths: Sequence[int]) -> Element:
    made = element("tr", _row_properties(row.height, row.is_exact, row.is_head))
    column = 0
    for entry in row.cells:
        if type(entry) is str and not row.keep_next:  # nearly all cells of a long table
            properties = _cell_properties(widths[column], 1, row.fill, PLAIN)
            made.children.append(Element("tc", {}, [properties, paragraph(entry, CELL_STYLE)]))
            column += 1
            continue
        cell = Cell(entry) if isinstance(entry, str) else entry
        width = sum(widths[column : column + cell.span])
        made.children.append(_cell(cell, width, cell.fill or row.fill, keep_next=row.keep_next))
        column += cell.span
    return made


@lru_cache(maxsize=1000)
def _row_properties(height: float | None, is_exact: bool, is_head: bool) -> Element:
    """Shared by all rows that are alike: nobody may change it."""
    rule = "exact" if is_exact else "atLeast"
    tall = None if height is None else element("trHeight", val=twips(height), hRule=rule)
    return Shared(element("trPr", element("cantSplit"), tall, switch("tblHeader", is_head)))


@lru_cache(maxsize=1000)
def _cell_properties(width: int, span: int, fill: str, turn: tuple[str, str]) -> Element:
    """Shared by all cells that are alike: nobody may change it. ``turn`` = align and direction of the words."""
    align, direction = turn
    return Shared(
        element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("gridSpan", val=span) if span > 1 else None,
            element("shd", val="clear", color="auto", fill=FILLS[fill]) if fill else None,
            element("textDirection", val=direction) if direction else None,
            element("vAlign", val=align) if align != "top" else None,
        )
    )


def _cell(cell: Cell, width: int, fill: str, *, keep_next: bool) -> Element:
    properties = _cell_properties(width, cell.span, fill, (cell.align, cell.direction))
    blocks = cell.elements()
    if keep_next:
        for block in blocks:
            for place in block.walk() if block.tag == "sdt" else (block,):
                if place.tag == "p":
                    _keep_with_next(place)
    return element("tc", properties, *blocks)


def _keep_with_next(block: Element) -> None:
    properties = block.child("pPr")
    if properties is None:
        properties = element("pPr")
        block.children.insert(0, properties)
    if properties.child("keepNext") is None:
        properties.children.insert(1 if properties.child("pStyle") else 0, element("keepNext"))
