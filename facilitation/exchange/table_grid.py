"""A sheet or a Word table as rows of texts, with the cells that are merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_JOINED, WIDEST = 100_000, 200
"""Merged cells that are looked at; an agenda has a few dozen."""
Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Area:
    """Cells merged into one: first column and row, last column and row, from 0."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of texts. ``above`` = what names the grid: the sheet's name, the paragraphs before a table.

    ``first_row`` is the number a person knows the first row by.
    """

    above: tuple[str, ...]
    rows: list[list[str]]
    merged: tuple[Area, ...] = ()
    first_row: int = 1
    is_hidden: bool = False


def filled_down(grid: Grid) -> tuple[list[list[str]], frozenset[Place]]:
    """The rows with every cell that is merged downwards repeating its text, and where such repetitions stand."""
    rows = [list(row) for row in grid.rows]
    joined: set[Place] = set()
    for area in grid.merged:
        if area.top < area.bottom and area.top < len(rows) and area.left < WIDEST and len(joined) < MOST_JOINED:
            text = rows[area.top][area.left] if area.left < len(rows[area.top]) else ""
            for row, column in _below(area, len(rows)):
                _put(rows[row], column, text)
                joined.add((row, column))
    return rows, frozenset(joined)


def _below(area: Area, height: int) -> Iterator[Place]:
    return ((row, area.left) for row in range(area.top + 1, min(area.bottom + 1, height)))


def _put(row: list[str], column: int, text: str) -> None:
    row.extend([""] * (column + 1 - len(row)))
    row[column] = row[column] or text
