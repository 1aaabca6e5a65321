"""How much room words take: an estimate in the widths of Carlito (= Calibri), so that a page can be planned."""

from __future__ import annotations

from functools import lru_cache

from facilitation.documents.word_styles import SIZES
from facilitation.documents.word_xml import clean_text

POINTS_PER_MM = 72 / 25.4
LINE_HEIGHT = 1.22
"""The height of a line of Calibri in its size."""
BOLD_IS_WIDER = 1.03
CELL_PADDING = 1.8
"""Millimetres above and below the words of a cell together."""
CELL_SIDES = 3.6
"""Millimetres left and right of the words of a cell together."""
_WIDTHS = {
    sign: width
    for width, signs in {
        0.24: "'iljI.,·;: ",
        0.32: "()f-Jt",
        0.38: "rs/",
        0.43: 'z"cLç“”x',
        0.46: "kvyFSg",
        0.49: "aETYËeëZ–",
        0.53: "0123456789KPXbdhnopquCÇBR",
        0.60: "VADHG",
        0.65: "UNOQ",
        0.72: "w",
        0.80: "m",
        0.88: "MW",
    }.items()
    for sign in signs
}
_USUAL_WIDTH = 0.55


def text_width(text: str, size: float) -> float:
    """Millimetres of a text in one line of ``size`` points."""
    return sum(_WIDTHS.get(sign, _USUAL_WIDTH) for sign in text) * size * BOLD_IS_WIDER / POINTS_PER_MM


@lru_cache(maxsize=4000)
def line_count(text: str, width: float, size: float) -> int:
    """Lines of a text that is broken at words to ``width`` millimetres; 0 for no text."""
    return sum(_lines_of(line, width, size) for line in clean_text(text).split("\n") if line.strip())


def text_height(text: str, width: float, style: str) -> float:
    """Millimetres of a text in a style of the tables."""
    size = SIZES.get(style) or SIZES["Table Text"] or 10
    return line_count(text, width, size) * size * LINE_HEIGHT / POINTS_PER_MM


def _lines_of(line: str, width: float, size: float) -> int:
    count, used = 1, 0.0
    for word in line.split():
        length = text_width(word + " ", size)
        if used and used + length > width:
            count, used = count + 1, 0.0
        used += length
        while used > width:
            count, used = count + 1, used - width
    return count
