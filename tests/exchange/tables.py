"""Lists as bytes for the import tests."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from facilitation.exchange.table_file import RawRow, RawTable


def a_csv(*lines: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    """The lines as a file."""
    return "".join(line + end for line in lines).encode(encoding)


def an_xlsx(*rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with these rows on its first sheet, and further sheets by name."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(list(row))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def a_table(header: Sequence[str], *rows: Sequence[str]) -> RawTable:
    """A table as read from a file whose first row is the header."""
    return RawTable(tuple(header), tuple(RawRow(number, tuple(row)) for number, row in enumerate(rows, start=2)))
