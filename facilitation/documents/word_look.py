"""How styles and tables change when a paper is printed in large letters or with little ink."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from facilitation.documents.word_fit import CELL_SIDES, POINTS_PER_MM, text_width
from facilitation.documents.word_styles import BAR_FILL, INK, STYLE_IDS, STYLES, StyleSpec
from facilitation.documents.word_xml import NAMESPACE, TWIPS_PER_MM, Element, element, parsed
from facilitation.domain.print_look import USUAL, PrintLook

SMALLEST_LARGE = 16.0
"""Points: nothing that is read is smaller in large print."""
USUAL_SIZE = 10.5
"""Points of a text whose style names no size."""
BLACK = "000000"
_SMALLEST_USUAL, _SAME_IN_BOTH = 10.0, 40.0
"""Ten points become sixteen; what has forty or more is large already. Between them letters grow ever less."""
_UNREAD = 5.0
"""Styles up to this size keep things apart and are never read."""
_MORE_SPACE, _MORE_INDENT = 1.3, 1.4
_LEAST_LINE = 1.08
AFTER_FILLED = 4.0
"""Points under a filled or framed line, so that nothing touches it."""
_INSET = 60
"""Twentieths of a point between an outlined bar and the edges of its cell."""
_WIDEST_WORD = 75.0
"""Millimetres a column is widened to for the sake of a single word."""
W = f"{{{NAMESPACE}}}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
EMU_PER_MM = 36_000


def large_size(size: float) -> float:
    """The size in large print of what usually has so many points, to the half point."""
    if size <= _UNREAD or size >= _SAME_IN_BOTH:
        return size
    share = (_SAME_IN_BOTH - max(size, _SMALLEST_USUAL)) / (_SAME_IN_BOTH - _SMALLEST_USUAL)
    return round((max(size, _SMALLEST_USUAL) + (SMALLEST_LARGE - _SMALLEST_USUAL) * share) * 2) / 2


def base_size(look: PrintLook) -> float:
    """Points of a text whose style names no size."""
    return large_size(USUAL_SIZE) if look.is_large else USUAL_SIZE


def ink(look: PrintLook) -> str:
    """The colour of letters whose style names none."""
    return BLACK if look.is_low_ink else INK


@cache
def specs_for(look: PrintLook = USUAL) -> tuple[StyleSpec, ...]:
    """Every named style as it is in this print."""
    specs: Iterable[StyleSpec] = STYLES
    if look.is_low_ink:
        specs = map(spared, specs)
    if look.is_large:
        specs = map(enlarged, specs)
    return tuple(specs)


def spared(spec: StyleSpec) -> StyleSpec:
    """A style that takes little ink: black letters, a line around instead of a filled area."""
    after = AFTER_FILLED if spec.fill else spec.after
    return replace(spec, colour="", bar=BLACK if spec.bar else "", fill="", box=bool(spec.fill), after=after)


def enlarged(spec: StyleSpec) -> StyleSpec:
    """A style in large print: larger letters, and air between its lines."""
    if spec.size is not None and spec.size <= _UNREAD:
        return spec
    return replace(
        spec,
        size=large_size(spec.size) if spec.size else None,
        before=spec.before * _MORE_SPACE if spec.before else spec.before,
        after=spec.after * _MORE_SPACE if spec.after else AFTER_FILLED if spec.fill else spec.after,
        line=max(spec.line, _LEAST_LINE) if spec.line else None,
        left=spec.left * _MORE_INDENT if spec.left else spec.left,
    )


def box_lines(colour: str = "auto") -> Element:
    """A thin line around a paragraph."""
    sides = ("top", "left", "bottom", "right")
    return element("pBdr", *(element(side, val="single", sz=6, space=1, color=colour) for side in sides))


def spare_ink(root: Any) -> None:
    """Take the filled areas out of a part that was parsed; a bar that shows a number becomes an outlined one."""
    for shade in list(root.iter(f"{W}shd")):
        holder = shade.getparent()
        if shade.get(f"{W}fill") == BAR_FILL:
            holder.replace(shade, parsed(box_lines(BLACK), STYLE_IDS))
            _inset(holder.find(f"{W}ind"))
        else:
            holder.remove(shade)


def _inset(indent: Any) -> None:
    """Keep both ends of an outlined bar within its cell."""
    indent.set(f"{W}left", str(_INSET))
    indent.set(f"{W}right", str(int(indent.get(f"{W}right", "0")) + _INSET))


def let_rows_grow(root: Any) -> None:
    """Rows of an exact height may grow, so that no word in them is cut."""
    for height in root.iter(f"{W}trHeight"):
        if height.get(f"{W}hRule") == "exact":
            height.set(f"{W}hRule", "atLeast")


def widen_columns(root: Any, sizes: Mapping[str, float], width_of_fonts: float = 1.0) -> None:
    """Give every word of a table the width it needs; ``sizes`` = points by the id of a style.

    ``width_of_fonts`` = how much wider the letters may be than ours.
    """
    wide = {style_id: size * width_of_fonts for style_id, size in sizes.items()}
    for table in root.iter(f"{W}tbl"):
        _rebalance(table, wide)


def fit_width(root: Any, factor: float) -> None:
    """Make tables, tabs and bars of a part narrower or wider; pictures only ever smaller."""
    for tag, key in (("tblW", "w"), ("gridCol", "w"), ("tcW", "w"), ("tab", "pos")):
        for place in root.iter(W + tag):
            if (value := place.get(W + key)) is not None:
                place.set(W + key, str(round(int(value) * factor)))
    for bar in root.iter(f"{W}ind"):
        if (indent := bar.get(f"{W}right")) is not None:
            bar.set(f"{W}right", str(round(int(indent) * factor)))
    if factor < 1:
        _shrink_pictures(root, factor)


def _shrink_pictures(root: Any, factor: float) -> None:
    for size in root.iter(DRAWN, "{http://schemas.openxmlformats.org/drawingml/2006/main}ext"):
        for side in ("cx", "cy"):
            if (value := size.get(side)) is not None:
                size.set(side, str(round(int(value) * factor)))


def _rebalance(table: Any, sizes: Mapping[str, float]) -> None:
    """New widths for the columns of one table, and for the tables within it in proportion."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    old = [int(column.get(f"{W}w")) for column in columns]
    needed = [0] * len(old)
    for row in table.findall(f"{W}tr"):
        for place, span, cell in _places(row):
            if span == 1 and place < len(old):
                needed[place] = max(needed[place], _needed(cell, old[place], sizes))
    new = balanced(old, needed)
    if new != old:
        _write_widths(table, columns, new, old)


def balanced(old: Sequence[int], needed: Sequence[int]) -> list[int]:
    """Widths with the same sum in which each column has what it needs, where there is room for all of them."""
    lacking = sum(max(0, need - width) for width, need in zip(old, needed, strict=True))
    spare = sum(max(0, width - need) for width, need in zip(old, needed, strict=True))
    if not lacking:
        return list(old)
    if spare < lacking:
        share = sum(old) / sum(map(max, needed, [1] * len(old)))
        new = [round(max(need, 1) * share) for need in needed]
    else:
        part = 1 - lacking / spare
        new = [
            need if need > width else round(need + (width - need) * part)
            for width, need in zip(old, needed, strict=True)
        ]
    new[-1] += sum(old) - sum(new)
    return new


def _write_widths(table: Any, columns: Sequence[Any], new: Sequence[int], old: Sequence[int]) -> None:
    for column, width in zip(columns, new, strict=True):
        column.set(f"{W}w", str(width))
    for row in table.findall(f"{W}tr"):
        for place, span, cell in _places(row):
            before, after = sum(old[place : place + span]), sum(new[place : place + span])
            cell.find(f"{W}tcPr/{W}tcW").set(f"{W}w", str(after))
            for inner in cell.findall(f"{W}tbl"):
                fit_width(inner, after / before)


def _places(row: Any) -> Iterable[tuple[int, int, Any]]:
    """The cells of a row with their first column and how many they span."""
    place = 0
    for cell in row.findall(f"{W}tc"):
        found = cell.find(f"{W}tcPr/{W}gridSpan")
        span = 1 if found is None else int(found.get(f"{W}val"))
        yield place, span, cell
        place += span


def _needed(cell: Any, width: int, sizes: Mapping[str, float]) -> int:
    """Twips a cell needs so that no word of it is broken; a bar and a table in it need the room they have."""
    if cell.find(f"{W}tcPr/{W}textDirection") is not None:
        return min(width, round(10 * TWIPS_PER_MM))
    if any(shade.get(f"{W}fill") == BAR_FILL for shade in cell.iter(f"{W}shd")) or cell.find(f"{W}tbl") is not None:
        return width
    widest = max((_longest_word(entry, sizes) for entry in cell.iter(f"{W}p")), default=0.0)
    drawn = max((int(size.get("cx")) / EMU_PER_MM for size in cell.iter(DRAWN)), default=0.0)
    return round((max(min(widest, _WIDEST_WORD), drawn) + CELL_SIDES) * TWIPS_PER_MM)


def _longest_word(entry: Any, sizes: Mapping[str, float]) -> float:
    """Millimetres of the longest word of a paragraph."""
    style = entry.find(f"{W}pPr/{W}pStyle")
    size = sizes.get("" if style is None else style.get(f"{W}val"), SMALLEST_LARGE)
    words = " ".join(node.text or "" for node in entry.iter(f"{W}t")).split()
    return max((text_width(word, size) for word in words), default=0.0) + size * 0.05 / POINTS_PER_MM
