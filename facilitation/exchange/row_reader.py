"""Reads the cells of one imported row and writes down every change it has to make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from facilitation.errors import mark
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.table_file import RawRow
from facilitation.exchange.words import Member, WordList, cleaned, cleaned_lines

SPREADSHEET_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", re.IGNORECASE)

SPACES = mark("Column “{column}”: superfluous spaces and invisible signs were removed.")
CELL_ERROR = mark("Column “{column}”: the spreadsheet shows the error “{old}” here; the field stays empty.")
UNDERSTOOD = mark("Column “{column}”: “{old}” was understood as “{new}”.")
UNKNOWN_WORD = mark("Column “{column}”: “{old}” is not known; taken as “{new}”. What was written is kept in the note.")


class RowReader:
    """One row with its columns by field. ``remarks`` and ``leftovers`` (for the note) grow while it is read."""

    def __init__(self, row: RawRow, mapping: Mapping[str, int], header: tuple[str, ...]) -> None:
        self.row = row
        self.remarks: list[ImportRemark] = []
        self.leftovers: list[str] = []
        self._mapping = mapping
        self._header = header

    def raw(self, field: str) -> str:
        """The cell as it stands in the file; "" where the field has no column."""
        position = self._mapping.get(field, -1)
        return self.row.cells[position] if 0 <= position < len(self.row.cells) else ""

    def column(self, field: str) -> str:
        """The column's own name, for sentences."""
        position = self._mapping.get(field, -1)
        name = self._header[position] if 0 <= position < len(self._header) else ""
        return name or str(position + 1)

    def text(self, field: str, clean: Callable[[str], str] = cleaned) -> str:
        """The cell without superfluous spaces."""
        raw = self.raw(field)
        if not raw:
            return ""
        text = clean(raw)
        if SPREADSHEET_ERROR.fullmatch(text):
            self.change(CELL_ERROR, field, text, "")
            return ""
        if text != unicodedata.normalize("NFC", raw).replace("\r\n", "\n"):
            self.change(SPACES, field, raw, text)
        return text

    def lines(self, field: str) -> str:
        """As ``text``, keeping line breaks."""
        return self.text(field, cleaned_lines)

    def word(self, field: str, words: WordList[Member], default: Member, label: Callable[[Member], str]) -> Member:
        """What the cell means; ``default`` for an empty cell and, with a remark, for an unknown word."""
        text = self.text(field)
        if not text:
            return default
        meaning = words.meaning(text)
        if meaning is None:
            self.keep(field, text, new=label(default))
            return default
        if not meaning.is_exact:
            self.change(UNDERSTOOD, field, text, label(meaning.member))
        return meaning.member

    def change(self, template: str, field: str, old: str, new: str) -> None:
        """Write down that a value is not taken over as it stands."""
        self.remarks.append(ImportRemark(template, {"column": self.column(field), "old": old, "new": new}, old, new))

    def keep(self, field: str, text: str, *, new: str, template: str = UNKNOWN_WORD) -> None:
        """Put a text that fits no field into the note, with its column's name."""
        self.change(template, field, text, new)
        self.leftovers.append(f"{self.column(field)}: {text}")

    def note(self, field: str = "note") -> str:
        """The note of the row and below it what fitted nowhere else. To be asked for last."""
        return "\n".join(part for part in (self.lines(field), *self.leftovers) if part)
