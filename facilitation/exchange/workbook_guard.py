"""Makes a workbook from outside harmless before it is read: nothing unpacks without end, no entities, no emptiness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitation.errors import InvalidInput, mark

MAXIMUM_UNPACKED_BYTES = 160_000_000
"""A million empty rows as LibreOffice writes them still fit."""
HARMLESS_BYTES, MAXIMUM_RATIO = 30_000_000, 250
MOST_PARTS = 5_000
LARGEST_PART, LARGEST_STRINGS = 8_000_000, 40_000_000
MOST_CELLS, MOST_STRINGS = 1_000_000, 400_000
LONGEST_PIECE, CHUNK = 1_000_000, 1 << 20
SHEETS, STRINGS = "xl/worksheets/", "xl/sharedStrings.xml"
UNREAD = (
    *("docProps/", "customXml/", "xl/media/", "xl/drawings/", "xl/charts/", "xl/theme/", "xl/pivot", "xl/comments"),
    *("xl/externalLinks/", "xl/embeddings/", "xl/calcChain", "xl/printerSettings/", "xl/worksheets/_rels/"),
    *("xl/threadedComments/", "xl/persons/", "xl/queryTables/", "xl/tables/", "xl/slicers/", "xl/activeX/"),
)
"""Parts that hold nothing of a list; they are not even unpacked."""
DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
EMPTY_CELL = re.compile(rb"<(?:\w{1,20}:)?c\s+r=[^<>]{0,500}/>|<((?:\w{1,20}:)?c)\s+r=[^<>]{0,500}></\1>")
EMPTY_ROW = re.compile(rb"<(?:\w{1,20}:)?row\s+r=[^<>]{0,500}/>|<((?:\w{1,20}:)?row)\s+r=[^<>]{0,500}>\s*</\1>")
CELL, STRING = re.compile(rb"<(?:\w{1,20}:)?c[\s>/]"), re.compile(rb"<(?:\w{1,20}:)?si[\s>/]")

DAMAGED_WORKBOOK = mark(
    "The workbook “{file}” is damaged and cannot be read. Open it in Excel or LibreOffice, save it under a new name and"
    " choose that file."
)
UNPACKS_TOO_LARGE = mark("The workbook “{file}” unpacks to more than {megabytes} MB. Keep only the list in it.")
TOO_MUCH = mark(
    "The workbook “{file}” holds far more than a list: its content unpacks to {times} times its size. Copy the list"
    " into a new workbook and choose that one."
)
HAS_ENTITIES = mark(
    "The workbook “{file}” declares a document type of its own (DOCTYPE), which no spreadsheet program writes and which"
    " can do harm. Copy the list into a new workbook and choose that one."
)
TOO_MANY_CELLS = mark("The workbook “{file}” has more than {cells} filled cells. Keep only the list in it.")
ENDLESS_CELL = mark(
    "In “{file}” a cell holds more than a million signs. Shorten it (Excel itself allows 32 767) and choose the file"
    " again."
)


def guarded_workbook(data: bytes, file_name: str) -> bytes:
    """The same workbook with the parts a list needs, its sheets without empty cells and rows.

    Raises InvalidInput for what does harm, and what ``zipfile`` raises for what is no whole package.
    """
    result = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(result, "w", ZIP_DEFLATED, compresslevel=1) as new:
        guard = _Guard(file_name)
        guard.check_sizes(old.infolist(), len(data))
        for entry in old.infolist():
            if entry.filename.endswith((".xml", ".rels")) and not entry.filename.startswith(UNREAD):
                with old.open(entry) as part, new.open(entry.filename, "w") as copy:
                    for piece in guard.pieces(part, entry):
                        copy.write(piece)
    return result.getvalue()


@dataclass(slots=True)
class _Guard:
    """Counts what was seen of one workbook."""

    file_name: str
    cells: int = field(default=0)
    strings: int = field(default=0)

    def check_sizes(self, entries: list[ZipInfo], packed: int) -> None:
        """Refuse before anything is unpacked."""
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_PARTS:
            raise InvalidInput(DAMAGED_WORKBOOK, file=self.file_name)
        if unpacked > MAXIMUM_UNPACKED_BYTES:
            self._refuse_unpacked(MAXIMUM_UNPACKED_BYTES)
        if unpacked > HARMLESS_BYTES and unpacked > packed * MAXIMUM_RATIO:
            raise InvalidInput(TOO_MUCH, file=self.file_name, times=unpacked // packed)

    def pieces(self, part: IO[bytes], entry: ZipInfo) -> Iterator[bytes]:
        """The part bit by bit, harmless."""
        name = entry.filename
        limit = LARGEST_STRINGS if name == STRINGS else LARGEST_PART
        if not name.startswith(SHEETS) and entry.file_size > limit:
            self._refuse_unpacked(limit)
        for piece in self._whole_tags(part):
            if DOCTYPE.search(piece.replace(b"\0", b"")):
                raise InvalidInput(HAS_ENTITIES, file=self.file_name)
            yield self._slim(piece) if name.startswith(SHEETS) else self._counted(piece)

    def _whole_tags(self, part: IO[bytes]) -> Iterator[bytes]:
        """Pieces that end with a tag, so that none is cut in two."""
        rest = b""
        while chunk := part.read(CHUNK):
            rest += chunk
            whole, end, rest = rest.rpartition(b">")
            if len(rest) > LONGEST_PIECE:
                raise InvalidInput(ENDLESS_CELL, file=self.file_name)
            yield whole + end
        yield rest

    def _slim(self, piece: bytes) -> bytes:
        slim = EMPTY_ROW.sub(b"", EMPTY_CELL.sub(b"", piece))
        self.cells += len(CELL.findall(slim))
        if self.cells > MOST_CELLS:
            raise InvalidInput(TOO_MANY_CELLS, file=self.file_name, cells=MOST_CELLS)
        return slim

    def _counted(self, piece: bytes) -> bytes:
        self.strings += len(STRING.findall(piece))
        if self.strings > MOST_STRINGS:
            raise InvalidInput(TOO_MANY_CELLS, file=self.file_name, cells=MOST_STRINGS)
        return piece

    def _refuse_unpacked(self, limit: int) -> None:
        raise InvalidInput(UNPACKS_TOO_LARGE, file=self.file_name, megabytes=limit // 1_000_000)
