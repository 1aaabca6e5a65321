"""The organisation's own letterhead: a Word file somebody sent, opened only after it was looked at.

Header, footer and logo are kept. What stood in it goes, and so does everything that could run, ask or load something
when a letter is opened: macros, embedded programs, linked pictures, data sources, fields that fetch.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from facilitation.documents.word_xml import NAMESPACE
from facilitation.errors import InvalidInput, mark

MOST_BYTES = 10_000_000
MOST_UNPACKED_BYTES = 60_000_000
MOST_XML_BYTES = 5_000_000
MOST_TAGS = 100_000
MOST_PARTS = 500
HIGHEST_RATIO, RATIO_FROM = 200, 1_000_000
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
OLD_WORD = b"\xd0\xcf\x11\xe0"
RUNS = ("vbaproject", "vbadata", "activex", "embeddings/", "oleobject", "macroenabled")
FETCHING = re.compile(
    r"\b(?:DDE(?:AUTO)?|INCLUDE(?:PICTURE|TEXT)?|IMPORT|DATABASE|MACROBUTTON|LINK|QUOTE|ASK|FILLIN)\b"
)
UNREADABLE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
W = f"{{{NAMESPACE}}}"
KEPT_PARTS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
}
OF_A_PART = {RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.FONT}
"""What headers, footers, lists and fonts may bring along."""
KEPT_OF_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
SETTINGS_GONE = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "attachedSchema")

DAMAGED = mark(
    "“{file}” is damaged or no Word file, and cannot be used. Open it in Word or LibreOffice, save it as "
    ".docx and choose that file."
)
OLD_OR_LOCKED = mark("“{file}” is an old .doc or has a password. Save it as .docx without one and choose that file.")
RUNS_SOMETHING = mark("“{file}” holds macros or embedded programs. Save it as .docx without them and choose that file.")
TOO_LARGE = mark(
    "“{file}” is far larger than a letterhead or a template needs. Keep only header, footer and logo in it and choose "
    "it again."
)
LOADS_SOMETHING = mark(
    "“{file}” loads pictures or data from elsewhere when it is opened. Put the picture into the file itself, remove "
    "the rest and choose it again."
)


def letterhead(data: bytes, name: str) -> bytes:
    """The letterhead as an empty, harmless .docx; ``InvalidInput`` for anything else."""
    emptied = _emptied(data, name)
    try:
        document = Document(BytesIO(emptied))
        _clean(document, name)
        made = BytesIO()
        document.save(made)
    except (*UNREADABLE, AttributeError, TypeError, etree.XMLSyntaxError) as error:
        raise InvalidInput(DAMAGED, file=name) from error
    return made.getvalue()


def _emptied(data: bytes, name: str) -> bytes:
    """The package looked at part by part, with nothing left of the body but its last section."""
    if data.startswith(OLD_WORD):
        raise InvalidInput(OLD_OR_LOCKED, file=name)
    if len(data) > MOST_BYTES:
        raise InvalidInput(TOO_LARGE, file=name)
    made = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as package, ZipFile(made, "w", ZIP_DEFLATED) as copy:
            _inspect(package, name)
            for part in package.infolist():
                copy.writestr(part.filename, _part(package.read(part), part.filename, name))
    except (*UNREADABLE, etree.XMLSyntaxError) as error:
        raise InvalidInput(DAMAGED, file=name) from error
    return made.getvalue()


def _inspect(package: ZipFile, name: str) -> None:
    """What the directory claims; no part unpacks to more than it says there."""
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(names) != len(parts) or not {DOCUMENT, TYPES} <= names:
        raise InvalidInput(DAMAGED, file=name)
    if any(sign in part.casefold() for part in names for sign in RUNS):
        raise InvalidInput(RUNS_SOMETHING, file=name)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
        raise InvalidInput(TOO_LARGE, file=name)
    if any(_is_bomb(part) for part in parts):
        raise InvalidInput(TOO_LARGE, file=name)


def _is_bomb(part: ZipInfo) -> bool:
    if _is_xml(part.filename) and part.file_size > MOST_XML_BYTES:
        return True
    return part.file_size > RATIO_FROM and part.file_size > part.compress_size * HIGHEST_RATIO


def _is_xml(part: str) -> bool:
    return part.casefold().endswith((".xml", ".rels"))


def _part(content: bytes, part: str, name: str) -> bytes:
    """One part as it may stay."""
    if not _is_xml(part):
        return content
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
        raise InvalidInput(DAMAGED, file=name)
    if content.count(b"<") > MOST_TAGS:
        raise InvalidInput(TOO_LARGE, file=name)
    if part == DOCUMENT:
        return _without_body(content)
    if part == TYPES:
        return _as_document(content, name)
    return content


def _as_document(types: bytes, name: str) -> bytes:
    """A template (.dotx) is a document under another type; what carries macros is neither."""
    if b"macroenabled" in types.lower() or b"vbaproject" in types.lower():
        raise InvalidInput(RUNS_SOMETHING, file=name)
    return types.replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")


def _without_body(content: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    body = root.find(f"{W}body")
    if body is None:
        raise KeyError("body")
    last = body.find(f"{W}sectPr")
    for child in list(body):
        if child is not last:
            body.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _clean(document: Any, name: str) -> None:
    """Keep the parts a letterhead has, and nothing in them that fetches."""
    package, part = document.part.package, document.part
    _drop(package.rels, KEPT_OF_PACKAGE)
    _drop(part.rels, KEPT_PARTS)
    for tag in SETTINGS_GONE:
        for found in document.settings.element.findall(f".//{W}{tag}"):
            found.getparent().remove(found)
    _drop(part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels, set())
    for kept in package.iter_parts():
        if kept is not part:
            _refuse_fetching(kept, name)


def _drop(relationships: dict[str, Any], kept: set[str]) -> None:
    for key, relationship in list(relationships.items()):
        if relationship.reltype not in kept:
            del relationships[key]


def _refuse_fetching(part: Any, name: str) -> None:
    """Links a reader may click stay; nothing is loaded by itself."""
    for entry in part.rels.values():
        if entry.reltype not in OF_A_PART or (entry.is_external and entry.reltype != RELATIONSHIP_TYPE.HYPERLINK):
            raise InvalidInput(LOADS_SOMETHING, file=name)
    content = part.blob
    if not str(part.partname).endswith(".xml") or b"instr" not in content:
        return
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    told = "".join(node.text or "" for node in root.iter(f"{W}instrText"))
    simple = " ".join(node.get(f"{W}instr", "") for node in root.iter(f"{W}fldSimple"))
    if FETCHING.search(f"{told} {simple}".upper()):
        raise InvalidInput(LOADS_SOMETHING, file=name)
