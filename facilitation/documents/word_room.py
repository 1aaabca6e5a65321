"""Lines to write on give way where a page holds less than it was planned for: a letterhead, or large print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitation.documents.word_look import W
from facilitation.documents.word_xml import TWIPS_PER_MM

FEWEST_ROWS = 3
"""A place to write on keeps so many rows."""


def give_way(root: Any, lost: float) -> None:
    """Take rows to write on from every page of a part until ``lost`` millimetres are free, or few rows are left."""
    for page in _pages(root[0]):
        tables = [rows for table in page if len(rows := _writing_rows(table)) > FEWEST_ROWS]
        freed = 0.0
        while freed < lost and tables:
            rows = max(tables, key=len)
            freed += _height(rows[-1])
            rows[-1].getparent().remove(rows.pop())
            tables = [rows for rows in tables if len(rows) > FEWEST_ROWS]


def _pages(body: Any) -> Iterator[list[Any]]:
    """The tables of each page that begins with a break."""
    tables: list[Any] = []
    for block in body:
        if block.find(f"{W}pPr/{W}pageBreakBefore") is not None:
            yield tables
            tables = []
        if block.tag == f"{W}tbl":
            tables.append(block)
    yield tables


def _writing_rows(table: Any) -> list[Any]:
    """The rows of a fixed height whose first cell is empty: somebody writes in them by hand."""
    return [row for row in table.findall(f"{W}tr") if _height(row) and not _has_words(row.find(f"{W}tc"))]


def _has_words(cell: Any) -> bool:
    return any((entry.text or "").strip() for entry in cell.iter(f"{W}t"))


def _height(row: Any) -> float:
    found = row.find(f"{W}trPr/{W}trHeight")
    return 0.0 if found is None else int(found.get(f"{W}val")) / TWIPS_PER_MM
