"""The tables of a Word document as grids, each with the paragraphs before it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from facilitation.exchange.table_grid import WIDEST, Area, Grid
from facilitation.exchange.word_open import word_body

MOST_PARAGRAPHS_ABOVE = 20
"""Only what stands shortly before a table names it."""
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr"})
"""What a reader of the document does not see, or sees elsewhere."""
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def word_grids(data: bytes, file_name: str) -> list[Grid]:
    """Every table of the document, nested ones after the one around them; rows are numbered on from table to table."""
    grids: list[Grid] = []
    above: list[str] = []
    first = 1
    for block in word_body(data, file_name).iter("{*}p", "{*}tbl"):
        if _name(block) == "tbl":
            grids.append(_grid(block, tuple(above[-MOST_PARAGRAPHS_ABOVE:]), first))
            above, first = [], first + len(grids[-1].rows)
        elif next(block.iterancestors("{*}tbl"), None) is None and (text := paragraph_text(block).strip()):
            above.append(text)
    return grids


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The parts of that name, through controls and tracked insertions, not into tables inside."""
    for part in element:
        name = _name(part)
        if name == wanted:
            yield part
        elif name != "tbl" and name not in UNSEEN:
            yield from _inside(part, wanted)


def _grid(table: etree._Element, above: tuple[str, ...], first: int) -> Grid:
    rows: list[list[str]] = []
    merged: list[Area] = []
    tops: dict[int, int] = {}
    for number, row in enumerate(_inside(table, "tr")):
        rows.append([])
        for cell in _inside(row, "tc"):
            _add_cell(cell, rows[-1], tops, number)
            column = len(rows[-1]) - _span(cell)
            if tops[column] < number:
                merged.append(Area(column, number - 1, column, number))
    return Grid(above, rows, tuple(merged), first)


def _add_cell(cell: etree._Element, row: list[str], tops: dict[int, int], number: int) -> None:
    """Put a cell into its row; ``tops`` keeps where the cell of each column begins."""
    column = len(row)
    is_continued = _is_continued(cell) and column in tops
    tops[column] = tops[column] if is_continued else number
    text = "" if is_continued else "\n".join(paragraph_text(paragraph) for paragraph in _inside(cell, "p")).strip()
    row += [text, *[""] * (_span(cell) - 1)]


def _property(cell: etree._Element, name: str) -> str | None:
    """The value of a cell's property; "" where it stands without one, ``None`` where it is missing."""
    found = cell.find(f"{{*}}tcPr/{{*}}{name}")
    if found is None:
        return None
    return next((str(value) for key, value in found.attrib.items() if etree.QName(key).localname == "val"), "")


def _span(cell: etree._Element) -> int:
    text = _property(cell, "gridSpan") or "1"
    return min(max(int(text), 1), WIDEST) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _is_continued(cell: etree._Element) -> bool:
    return _property(cell, "vMerge") in ("", "continue")


def paragraph_text(element: etree._Element) -> str:
    """The words as a reader sees them, line breaks kept."""
    parts = []
    for part in element:
        name = _name(part)
        if name == "t":
            parts.append(part.text or "")
        elif name in SIGNS:
            parts.append(SIGNS[name])
        elif name not in UNSEEN:
            parts.append(paragraph_text(part))
    return "".join(parts)


def control_text(control: etree._Element) -> str:
    """What stands in a content control as a reader sees it; paragraphs become lines.

    Of one that has a cell to itself the whole cell counts: LibreOffice leaves all but the first line outside.
    """
    content = control.find("{*}sdtContent")
    cell = next(control.iterancestors("{*}tc"), None)
    place = content if cell is None else cell
    if place is None:
        return ""
    found = list(place.iter("{*}p"))
    return "\n".join(paragraph_text(paragraph) for paragraph in found).strip("\n") if found else paragraph_text(place)
