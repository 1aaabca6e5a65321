"""How high the parts of a session's page become: an estimate, so that the drawing gives way before a page overflows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.word_fit import CELL_PADDING, CELL_SIDES, LINE_HEIGHT, POINTS_PER_MM, line_count
from facilitation.documents.word_styles import LANDSCAPE, SMALLEST

PAGE = LANDSCAPE.text_height - 2.0
"""Millimetres of a page; a little is kept for what an estimate gets wrong."""
LINE = SMALLEST * LINE_HEIGHT / POINTS_PER_MM
HEAD_AND_GAPS = 26.0
"""Heading, the line under it, and the small gaps between the parts."""
QUESTION_LINE, QUESTION_SPACE = 7.4, 3.6
BOX_VALUE = 6.1


def row_height(cells: Iterable[tuple[str, float]], least: float = 0.0) -> float:
    """A row of words in columns of so many millimetres."""
    lines = max((line_count(text, width - CELL_SIDES, SMALLEST) for text, width in cells), default=0)
    return max(lines * LINE, least) + CELL_PADDING


def table_height(rows: Iterable[Sequence[tuple[str, float]]], *, has_head: bool = True) -> float:
    """Rows below each other, under a head of one line."""
    return sum(map(row_height, rows)) + (LINE + CELL_PADDING if has_head else 0.0)


def stack_height(facts: Iterable[tuple[str, str]], width: float) -> float:
    """Facts below each other in one column."""
    return sum(fact_height(label, text, width) for label, text in facts)


def fact_height(label: str, text: str, width: float) -> float:
    """One fact with the space under it."""
    return line_count(f"{label}: {text}", width - CELL_SIDES, SMALLEST) * LINE + 1.2
