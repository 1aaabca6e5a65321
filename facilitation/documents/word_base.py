"""The empty document every paper starts from: our styles, lists and settings, nothing of python-docx's template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from facilitation.documents.word_look import base_size, specs_for
from facilitation.documents.word_style_sheet import (
    font_table_element,
    numbering_element,
    settings_element,
    styles_element,
)
from facilitation.documents.word_styles import FONT, STYLE_IDS
from facilitation.documents.word_xml import Element, element, parsed
from facilitation.domain.print_look import USUAL, PrintLook

_KEPT_PARTS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
_KEPT_OF_PACKAGE = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of an organisation's template in millimetres; ``top`` and ``bottom`` leave room for its edges."""

    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class Base:
    """What a paper starts from: an empty .docx, and what it calls our styles and lists.

    ``sizes`` = points by the id of a style ("" = text without a style); ``bullets`` and ``chapters`` are the numbers of
    our lists in it. ``margins`` is None where it is our own paper.
    """

    data: bytes
    style_ids: Mapping[str, str]
    sizes: Mapping[str, float]
    bullets: int = 1
    chapters: int = 2
    margins: Margins | None = None


@cache
def own_base(language_tag: str, look: PrintLook = USUAL) -> Base:
    """Our own paper in a language ("sq-AL", "en-GB") and a look."""
    sizes = {spec.style_id: spec.size or 0.0 for spec in specs_for(look)}
    bases = {spec.style_id: STYLE_IDS.get(spec.based_on, "") for spec in specs_for(look)}
    known = {"": base_size(look)}
    for style_id, size in sizes.items():
        known[style_id] = size or known.get(bases[style_id], base_size(look)) or base_size(look)
    return Base(base_bytes(language_tag, look), STYLE_IDS, known)


@cache
def base_bytes(language_tag: str, look: PrintLook = USUAL) -> bytes:
    """An empty .docx in one language ("sq-AL", "en-GB"); made once per process, as cleaning costs 60 ms."""
    document = Document()
    package, part = document.part.package, document.part
    _drop(package.rels, _KEPT_OF_PACKAGE)
    _drop(part.rels, _KEPT_PARTS)
    _fill(document.styles.element, styles_element(language_tag, look))
    _fill(document.settings.element, settings_element(language_tag))
    _fill(part.numbering_part.element, numbering_element())
    _fill(document.element.body, element("body", element("sectPr")))
    fonts = etree.tostring(parsed(font_table_element(), STYLE_IDS), encoding="UTF-8")
    part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = fonts
    theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Cambria"', f'typeface="{FONT}"'.encode())
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _drop(relationships: dict[str, Any], kept: set[str]) -> None:
    for key, relationship in list(relationships.items()):
        if relationship.reltype not in kept:
            del relationships[key]


def _fill(target: etree._Element, source: Element) -> None:
    """Put the contents of ``source`` in the place of what ``target`` holds."""
    del target[:]
    target.attrib.clear()
    target.extend(list(parsed(source, STYLE_IDS)))
    etree.cleanup_namespaces(target)
