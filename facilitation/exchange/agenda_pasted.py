"""Rows of a running order as a spreadsheet puts them on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from facilitation.exchange.agenda_clock import DAY_BEGINS
from facilitation.exchange.agenda_tables import HEADER_WITHIN, is_header
from facilitation.exchange.clock_text import clock_of, length_of, span_of
from facilitation.exchange.import_preview import REFUSED, AgendaPreview, ImportRow, import_row
from facilitation.exchange.words import cleaned

TIME, LENGTH = "Koha", "Kohëzgjatja (min)"
WORDS = ("Titulli", "Salla", "Folësit", "Shënime")
"""Names for columns of words, in the order in which people write them."""
LEAST_SHARE = 0.5


def pasted_rows(text: str) -> bytes:
    """The rows as a table with a headline: their own where they brought one, else one guessed from what is in them."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    if not any(is_header(row) for row in rows[:HEADER_WITHIN]):
        rows = [_headline(rows), *rows]
    return "\n".join("\t".join(cleaned(cell) for cell in row) for row in rows).encode()


def told_start(preview: AgendaPreview) -> time | None:
    """When the first row begins, where it or its table says so."""
    is_guessed = any(_is_guess(remark.template) for row in preview.rows for remark in row.remarks)
    return None if is_guessed or not preview.days else preview.days[0].starts_at


def without_guessed_start(preview: AgendaPreview) -> AgendaPreview:
    """The preview of rows that will follow other sessions: no start needs to be guessed for them."""
    return replace(preview, rows=tuple(_without_guess(row) for row in preview.rows))


def _without_guess(row: ImportRow) -> ImportRow:
    remarks = tuple(remark for remark in row.remarks if not _is_guess(remark.template))
    return row if row.outcome == REFUSED else import_row(row.row, row.item, remarks=remarks, cells=row.cells)


def _is_guess(template: str) -> bool:
    return template == DAY_BEGINS


def _headline(rows: Sequence[Sequence[str]]) -> list[str]:
    """A name for each column: the first of clock times, the first of lengths, and words for the others."""
    width = max((len(row) for row in rows), default=0)
    columns = [
        [cell for row in rows if column < len(row) and (cell := cleaned(row[column]))] for column in range(width)
    ]
    times = _first(columns, lambda cell: bool(_has_clock_sign(cell) and (clock_of(cell) or span_of(cell))))
    lengths = _first(columns, lambda cell: length_of(cell, "min") is not None, but=times)
    words = iter(WORDS)
    names = {times: TIME, lengths: LENGTH}
    return [names.get(column) or next(words, "") for column in range(width)]


def _has_clock_sign(cell: str) -> bool:
    return any(sign in cell for sign in ":.–-")


def _first(columns: Sequence[Sequence[str]], fits: Callable[[str], bool], but: int = -1) -> int:
    """The first column most of whose cells fit; -1 where there is none."""
    for place, cells in enumerate(columns):
        if place != but and cells and sum(map(fits, cells)) >= len(cells) * LEAST_SHARE:
            return place
    return -1
