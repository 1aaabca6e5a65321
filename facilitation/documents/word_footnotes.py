"""Footnotes: a part of their own in the package, which python-docx cannot write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from facilitation.documents.word_parts import Run, paragraph
from facilitation.documents.word_xml import NAMESPACE, Element, element, parsed

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The line above the footnotes, and the one above a footnote that goes on from the page before."""
_W = f"{{{NAMESPACE}}}"
_COMES_AFTER = frozenset(
    f"{_W}{tag}"
    for tag in (
        *("footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
        *("readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags"),
        *("decimalSymbol", "listSeparator"),
    )
)


class Footnotes:
    """The footnotes of one document, numbered as they come."""

    def __init__(self) -> None:
        self._notes: list[list[Element]] = []

    def mark(self, words: str | Run) -> Element:
        """The raised number that belongs into the text; ``words`` stand at the foot of its page."""
        self._notes.append([paragraph([_run("footnoteRef"), " ", words], "footnote text")])
        return _run("footnoteReference", id=len(self._notes))

    def write_into(self, document: Any, style_ids: Mapping[str, str]) -> None:
        """Add the part to a python-docx document and name it in the settings; nothing where there are no footnotes."""
        if not self._notes:
            return
        blob = etree.tostring(parsed(self._part(), style_ids), xml_declaration=True, encoding="UTF-8", standalone=True)
        _put(document.part, blob)
        settings = document.settings.element
        for old in settings.findall(f"{_W}footnotePr"):
            settings.remove(old)
        names = parsed(element("footnotePr", *(element("footnote", id=number) for _kind, number in SEPARATORS)), {})
        place = next((at for at, child in enumerate(settings) if child.tag in _COMES_AFTER), len(settings))
        settings.insert(place, names)

    def _part(self) -> Element:
        lines = [
            element("footnote", element("p", element("r", element(kind))), type=kind, id=number)
            for kind, number in SEPARATORS
        ]
        notes = (element("footnote", *blocks, id=number) for number, blocks in enumerate(self._notes, start=1))
        return element("footnotes", *lines, *notes)


def _run(tag: str, **attributes: object) -> Element:
    return element("r", element("rPr", element("rStyle", val="footnote reference")), element(tag, **attributes))


def _put(part: Any, blob: bytes) -> None:
    """The part of a template is filled anew: nothing of its own text refers to it any more."""
    for relationship in part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            relationship.target_part._blob = blob
            return
    name = PackURI("/word/footnotes.xml")
    part.relate_to(Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob, part.package), RELATIONSHIP_TYPE.FOOTNOTES)
