"""Read a finished .docx back: as lines for golden files, and as XML for the checks of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from facilitation.documents.catalogue import CONSULT_DOCUMENTS, EVERY_WORD_DOCUMENT
from facilitation.documents.word_styles import Stamp
from facilitation.documents.word_xml import NAMESPACE
from facilitation.i18n.translator import Translator
from tests.consultations import a_consulted_conference
from tests.documents.conference import a_conference

STAMP = Stamp("3", date(2027, 3, 25))
W = f"{{{NAMESPACE}}}"
NAMES = tuple(EVERY_WORD_DOCUMENT)
LANGUAGES = ("sq", "en")


@cache
def conference_document(name: str, language: str, people: int = 10) -> bytes:
    """One paper of the made conference; those of the consultation with answers to it."""
    made = a_consulted_conference if name in CONSULT_DOCUMENTS else a_conference
    return EVERY_WORD_DOCUMENT[name](made(people), Translator(language), STAMP)


def outline(data: bytes) -> str:
    """The document as readable lines: "[style] text", tables as "| cell | cell |"."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: bytes) -> Iterator[str]:
    document = Document(BytesIO(data))
    for section in document.sections:
        for edge, blocks in (("header", section.header), ("footer", section.footer)):
            if not blocks.is_linked_to_previous:
                yield from (f"<{edge}> {paragraph.text}" for paragraph in blocks.paragraphs if paragraph.text)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _paragraph_line(block)
        else:
            yield from _table_lines(block)


def _paragraph_line(block: Paragraph) -> str:
    is_on_new_page = block.paragraph_format.page_break_before
    return ("--- new page ---\n" if is_on_new_page else "") + f"[{_style_name(block)}] {block.text}".rstrip()


def _style_name(block: Paragraph) -> str:
    return (block.style.name if block.style else None) or "?"


def _table_lines(table: Table) -> Iterator[str]:
    caption = table._tbl.find(f"{W}tblPr/{W}tblCaption")
    yield f"(table: {caption.get(W + 'val') if caption is not None else '?'})"
    for row in table._tbl.tr_lst:
        cells = (" / ".join(filter(None, (_text(entry) for entry in cell.p_lst))) for cell in row.tc_lst)
        yield "| " + " | ".join(cells) + " |"


def _text(entry: etree._Element) -> str:
    return "".join(node.text or "" for node in entry.iter(W + "t"))


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of the package by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, part: str = "word/document.xml") -> Any:
    """One part as XML (untyped: tests look into places that must exist)."""
    return etree.fromstring(parts(data)[part])


def all_text(data: bytes) -> str:
    """Every word and every attribute of every part, so that nothing can hide."""
    return "\n".join(content.decode("utf-8", errors="replace") for content in parts(data).values())


def texts(data: bytes) -> list[str]:
    """The text of every paragraph of the body, also in tables."""
    return [_text(entry) for entry in xml(data).iter(W + "p")]


def style_sizes(data: bytes) -> dict[str, float]:
    """The size in points of every paragraph style by id, as inherited."""
    sheet = xml(data, "word/styles.xml")
    default = float(sheet.find(f".//{W}rPrDefault/{W}rPr/{W}sz").get(W + "val"))
    styles = {entry.get(W + "styleId"): entry for entry in sheet.iter(W + "style")}

    def size(style_id: str) -> float:
        own = styles[style_id].find(f"{W}rPr/{W}sz")
        if own is not None:
            return float(own.get(W + "val"))
        base = styles[style_id].find(W + "basedOn")
        return default if base is None else size(base.get(W + "val"))

    return {style_id: size(style_id) / 2 for style_id in styles}


def heading_levels(data: bytes) -> list[int]:
    """The levels of the headings in their order."""
    styles = (entry.get(W + "val") for entry in xml(data).iter(W + "pStyle"))
    return [int(found[1]) for style in styles if (found := re.fullmatch(r"Heading(\d)", style))]
