"""The names of columns: of one row, or of two where names are merged over several columns."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.exchange.table_grid import WIDEST, Area, Grid
from facilitation.exchange.words import cleaned

DEEPEST = 3
"""Rows a header may have; an area that is higher is no header."""


def header_of(grid: Grid, position: int) -> tuple[list[str], int]:
    """The name of each column of the header that begins in row ``position``, and the last row of the header (from 0).

    A name merged over several columns stands before the names below it: "Afati" over "Plan" gives "Afati Plan".
    """
    heads = [area for area in grid.merged if area.top == position and area.bottom < position + DEEPEST]
    last = _last_row(grid.rows, heads, position)
    rows = [_spread(grid.rows[number], number, grid.merged) for number in range(position, last + 1)]
    width = max(len(row) for row in rows)
    columns = [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]
    return [" ".join(dict.fromkeys(filter(None, column))) for column in columns], last


def _last_row(rows: Sequence[Sequence[str]], heads: Sequence[Area], position: int) -> int:
    """Names merged downwards say how deep the header is, else whether all of the next row stands below wide ones."""
    deepest = max([area.bottom for area in heads], default=position)
    wide = {place for area in heads if area.left < area.right for place in range(area.left, area.right + 1)}
    if deepest > position or not wide or position + 1 >= len(rows):
        return min(deepest, len(rows) - 1)
    below = {place for place, cell in enumerate(rows[position + 1]) if cell.strip()}
    return position + 1 if below and below <= wide else position


def _spread(row: Sequence[str], number: int, merged: Sequence[Area]) -> list[str]:
    """The cleaned cells of a row, those merged to the right repeating their text."""
    cells = [cleaned(cell) for cell in row]
    for area in merged:
        if area.top == number and area.left < len(cells):
            right = min(area.right, WIDEST)
            cells.extend([""] * (right + 1 - len(cells)))
            for place in range(area.left + 1, right + 1):
                cells[place] = cells[place] or cells[area.left]
    return cells
