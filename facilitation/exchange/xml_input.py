"""XML from outside, parsed without entities, without the network and without filling the memory."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from lxml import etree

from facilitation.errors import InvalidInput, mark
from facilitation.exchange.table_csv import decoded

MOST_TAGS = 1_500_000
"""Opening and closing tags: a programme of 5 000 sessions has fewer than half of them."""
DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,500}\?>", re.IGNORECASE)
DECLARED = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]{0,500}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
ONE_BYTE = re.compile(r"(?:iso-?8859-?\d{1,2}|windows-125\d|cp125\d|cp85\d|latin-?\d{1,2}|mac-?\w{1,10})")
"""Encodings that are believed where the text is not UTF-8."""
UTF_8 = ("utf-8", "utf8")
PROLOGUE_END = re.compile(r"<[A-Za-z_]")
DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

HAS_DOCTYPE = mark(
    "The file “{file}” declares a document type of its own (DOCTYPE), which no file for Tryeza needs and which can do"
    " harm. Remove that line and choose the file again."
)
DAMAGED_XML = mark(
    "The file “{file}” is damaged at line {line}: it is not whole XML. It may have been cut off."
    " Ask for the file again."
)
TOO_MANY_TAGS = mark("The file “{file}” holds more than {count} elements. Is it the right one? Choose another file.")


@dataclass(frozen=True, slots=True)
class XmlText:
    """The text of a file. ``declared`` = the encoding it wrongly declares ("" = none), ``taken`` = what it is."""

    text: str
    declared: str = ""
    taken: str = "UTF-8"


def xml_text(data: bytes, file_name: str) -> XmlText:
    """The text of an XML file: by its byte-order mark, as UTF-8, as it declares, as Windows writes – in this order."""
    match = DECLARED.match(data)
    declared = match[1].decode().casefold() if match else ""
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
        return XmlText(decoded(data, file_name))
    if _is_utf_8(data):
        return XmlText(decoded(data, file_name), "" if declared in UTF_8 or data.isascii() else declared)
    if ONE_BYTE.fullmatch(declared):
        try:
            return XmlText(data.decode(declared))
        except (LookupError, ValueError):
            pass  # the declaration is as wrong as any other
    return XmlText(decoded(data, file_name), declared, "Windows")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def parsed_xml(text: str, file_name: str) -> etree._Element:
    """The root of an XML text; ``InvalidInput`` for a DOCTYPE, for too much of it and for what is not well formed."""
    plain = NOT_XML.sub("", DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
    root_begins = PROLOGUE_END.search(plain)
    if DOCTYPE.search(plain, 0, root_begins.start() if root_begins else len(plain)):
        raise InvalidInput(HAS_DOCTYPE, file=file_name)
    if plain.count("<") > MOST_TAGS:
        raise InvalidInput(TOO_MANY_TAGS, file=file_name, count=MOST_TAGS // 2)
    root = _parsed(plain, file_name)
    if root.getroottree().docinfo.internalDTD is not None:
        raise InvalidInput(HAS_DOCTYPE, file=file_name)
    return root


def _parsed(plain: str, file_name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(plain.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InvalidInput(DAMAGED_XML, file=file_name, line=error.lineno or 1) from error


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].casefold()
