"""Opens a Word file somebody sent only after it was looked at: size, ratio, document types, macros, passwords.

Templates for our own papers are the business of ``documents``; edges do not import each other, so imports have this.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.xml_input import parsed_xml

MAXIMUM_UNPACKED_BYTES = 150_000_000
MAXIMUM_XML_BYTES = 40_000_000
MOST_PARTS = 2_000
HIGHEST_RATIO, RATIO_FROM = 200, 1_000_000
"""A part larger than ``RATIO_FROM`` that was packed more tightly than this is no text."""
DOCUMENT = "word/document.xml"
MACROS = "vbaproject"
UNREADABLE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)

DAMAGED_WORD = mark(
    "The Word file “{file}” is damaged and cannot be read. Open it in Word or LibreOffice, save it under a new name and"
    " choose that file."
)
HAS_MACROS = mark("The Word file “{file}” contains macros. Save it as .docx without them and choose that file.")
UNPACKS_TOO_LARGE = mark(
    "The Word file “{file}” unpacks to far more than a text needs. Keep only the text in it, without pictures, and"
    " choose it again."
)


def word_body(data: bytes, file_name: str) -> etree._Element:
    """The body of the document; ``InvalidInput`` for what is damaged, dangerous or has none."""
    body = word_parts(data, file_name, (DOCUMENT,))[DOCUMENT].find("{*}body")
    if body is None:
        raise InvalidInput(DAMAGED_WORD, file=file_name)
    return body


def word_parts(data: bytes, file_name: str, names: Iterable[str]) -> dict[str, etree._Element]:
    """The roots of the document and of these parts, where the file has them; ``InvalidInput`` as for the body."""
    found = {}
    try:
        with ZipFile(BytesIO(data)) as package:
            _inspect(package, file_name)
            present = {part.filename for part in package.infolist()}
            for name in (DOCUMENT, *(name for name in names if name != DOCUMENT and name in present)):
                found[name] = package.read(name)
    except UNREADABLE as error:
        raise InvalidInput(DAMAGED_WORD, file=file_name) from error
    return {name: parsed_xml(content.decode("utf-8", "replace"), file_name) for name, content in found.items()}


def _inspect(package: ZipFile, file_name: str) -> None:
    """What the directory of the package claims; no part unpacks to more than it says there."""
    parts = package.infolist()
    if any(MACROS in part.filename.casefold() for part in parts):
        raise InvalidInput(HAS_MACROS, file=file_name)
    too_much = len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MAXIMUM_UNPACKED_BYTES
    if too_much or any(_is_bomb(part) for part in parts):
        raise InvalidInput(UNPACKS_TOO_LARGE, file=file_name)


def _is_bomb(part: ZipInfo) -> bool:
    is_xml = part.filename.endswith((".xml", ".rels"))
    if is_xml and part.file_size > MAXIMUM_XML_BYTES:
        return True
    return part.file_size > RATIO_FROM and part.file_size > part.compress_size * HIGHEST_RATIO
