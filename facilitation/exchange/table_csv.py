"""Comma-separated files as people really send them: any usual encoding, any usual delimiter."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter

from facilitation.errors import InvalidInput, mark

DELIMITERS = ",;\t|"
PROBE_ROWS = 50
REGION_LETTERS = frozenset("čćđšžČĆĐŠŽ")
"""Letters of the region that the Windows encodings 1250 and 1252 disagree about (both have ë and ç)."""
ODD_SIGNS, ODD_SIGNS_ALLOWED = re.compile("[\x00-\x08\x0e-\x1f\ufffd]"), 0.01

NOT_TEXT = mark(
    "The file “{file}” is neither text nor a workbook. Open it in the program it was made with and save it as .xlsx or"
    " as CSV (UTF-8)."
)
OPEN_QUOTE = mark(
    "In “{file}” a quotation mark is opened in line {line} or before it and never closed. Mend it there, or save the"
    " list as .xlsx."
)
TOO_LONG_CELL = mark("In “{file}”, line {line} holds a cell that is too long. Is it a table? Save the list as .xlsx.")


def csv_rows(data: bytes, file_name: str) -> list[list[str]]:
    """All rows, also the empty ones; row 1 is the first of the list. ``InvalidInput`` when this is no text."""
    text = decoded(data, file_name).replace("\x00", "")
    delimiter, text = _announced_delimiter(text)
    return _parsed(text, delimiter or _delimiter(text), file_name)


def decoded(data: bytes, file_name: str) -> str:
    """The text of a file in UTF-8, UTF-16 (both with or without mark), Windows-1250 or Windows-1252."""
    if data.startswith(BOM_UTF8):
        candidates = ["utf-8-sig"]
    elif data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        candidates = ["utf-16"]
    else:
        candidates = [*_unmarked_utf_16(data), "utf-8"]
    for encoding in candidates:
        try:
            return _checked(data.decode(encoding), file_name)
        except UnicodeDecodeError:
            continue
    return _checked(_windows_text(data, file_name), file_name)


def _unmarked_utf_16(data: bytes) -> list[str]:
    """UTF-16 shows as a zero byte beside nearly every Latin letter."""
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.3:
        return []
    return ["utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"]


def _windows_text(data: bytes, file_name: str) -> str:
    """Windows-1250 where all letters that differ are of the region, else Windows-1252."""
    texts = []
    for encoding in ("cp1250", "cp1252"):
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not texts:
        raise InvalidInput(NOT_TEXT, file=file_name)
    central, western = texts[0], texts[-1]
    differing = {one for one, other in zip(central, western, strict=True) if one != other}
    return central if differing <= REGION_LETTERS else western


def _checked(text: str, file_name: str) -> str:
    """Text, not the bytes of a picture or a program."""
    odd = len(ODD_SIGNS.findall(text))
    if odd > len(text) * ODD_SIGNS_ALLOWED:
        raise InvalidInput(NOT_TEXT, file=file_name)
    return text


def _announced_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line ``sep=;``. It is emptied, not removed: row numbers stay those of the file."""
    first, _, rest = text.partition("\n")
    words = first.strip().strip('"').casefold()
    if words.startswith("sep=") and len(words) == 5:
        return words[-1], "\n" + rest
    return "", text


def _delimiter(text: str) -> str:
    """The sign that cuts the most rows into the same number of cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in _probe(text, delimiter) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=evenness)


def _probe(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == PROBE_ROWS:
                break
    except csv.Error:
        pass  # the parse proper says what is wrong
    return rows


def _parsed(text: str, delimiter: str, file_name: str) -> list[list[str]]:
    """The rows; a stray quotation mark inside a cell is taken as it stands, one that swallows the rest is refused."""
    line = _last_line_read(text, delimiter)
    if line:
        raise InvalidInput(OPEN_QUOTE, file=file_name, line=line)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return list(reader)
    except csv.Error as error:
        raise InvalidInput(TOO_LONG_CELL, file=file_name, line=reader.line_num) from error


def _last_line_read(text: str, delimiter: str) -> int:
    """Where the last row begins, if the text ends inside quotation marks; else 0."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for _row in reader:
            begins = reader.line_num + 1
    except csv.Error as error:
        return begins if "unexpected end of data" in str(error) else 0
    return 0
