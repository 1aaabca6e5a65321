"""Header and footer of a paper: ours alone, or ours under what the organisation's template has there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from facilitation.documents.word_look import W
from facilitation.documents.word_xml import RELATIONSHIPS, Element, element, parsed, whole_number

ROOTS = {"header": "hdr", "footer": "ftr"}
REFERENCE_ID = f"{{{RELATIONSHIPS}}}id"
LINE, EMU_PER_MM = 5.0, 36_000
"""Millimetres of a line of text in a header, and how many units of a drawing make one."""
INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
BLOCKS = frozenset(W + tag for tag in ("p", "tbl", "tr", "tc", "sdt", "sdtContent"))
Blocks = Callable[[], Sequence[Element]]


class Edges:
    """Puts headers and footers into a document; ``style_ids`` are those of the document."""

    def __init__(self, document: Any, style_ids: Mapping[str, str]) -> None:
        self._document, self._style_ids = document, style_ids
        self._section = document.element.body.find(f"{W}sectPr")

    def own(self, kind: str, blocks: Sequence[Element]) -> Element:
        """A header or footer of ours; answers the element by which the section names it."""
        return self._new(kind, "default", blocks)

    def shared(self, kind: str, blocks: Blocks) -> Iterable[Element]:
        """Those of the template, each with our lines after its own; none of ours where ``blocks`` gives nothing."""
        known = self._references(kind)
        for use in self._uses():
            if use in known:
                self._append(known[use], blocks())
                yield Element(f"{kind}Reference", {"type": use, "r:id": known[use]}, [])
            elif ours := blocks():
                yield self._new(kind, use, ours)

    def complete(self, root: Any) -> None:
        """Give the sections of a paper what else stays of the template's: lines around the page, a first page."""
        sections = list(root.iter(f"{W}sectPr"))
        if (lines := self._of_section("pgBorders")) is not None:
            for section in sections:
                section.insert(section.index(section.find(f"{W}pgMar")) + 1, deepcopy(lines))
        if self._has_first_page():
            sections[0].append(parsed(element("titlePg"), {}))

    def _of_section(self, tag: str) -> Any:
        return None if self._section is None else self._section.find(W + tag)

    def _has_first_page(self) -> bool:
        """Whether the first page has edges of its own."""
        found = self._of_section("titlePg")
        return found is not None and found.get(f"{W}val", "1") not in {"0", "false", "off"}

    def _uses(self) -> tuple[str, ...]:
        even = self._document.settings.element.find(f"{W}evenAndOddHeaders")
        has_even = even is not None and even.get(f"{W}val", "1") not in {"0", "false", "off"}
        return ("default", *(["first"] if self._has_first_page() else []), *(["even"] if has_even else []))

    def _references(self, kind: str) -> dict[str, str]:
        entries = [] if self._section is None else self._section.findall(f"{W}{kind}Reference")
        related = self._document.part.rels
        return {entry.get(f"{W}type", ""): key for entry in entries if (key := entry.get(REFERENCE_ID)) in related}

    def _append(self, relationship: str, blocks: Sequence[Element]) -> None:
        root = self._document.part.related_parts[relationship].element
        if blocks and len(root) == 1 and _is_empty(root[0]):
            root.remove(root[0])
        root.extend(list(parsed(Element("hdr", {}, list(blocks)), self._style_ids)))

    def _new(self, kind: str, use: str, blocks: Sequence[Element]) -> Element:
        part = self._document.part
        made, relationship = part.add_header_part() if kind == "header" else part.add_footer_part()
        made._element = parsed(Element(ROOTS[kind], {}, list(blocks)), self._style_ids)
        return Element(f"{kind}Reference", {"type": use, "r:id": relationship}, [])


def edge_height(document: Any, kind: str) -> float:
    """Millimetres the template's headers or footers take at most: their lines and the pictures in them."""
    section = document.element.body.find(f"{W}sectPr")
    entries = [] if section is None else section.findall(f"{W}{kind}Reference")
    parts = document.part.related_parts
    return max(
        (_height(parts[key].element) for entry in entries if (key := entry.get(REFERENCE_ID)) in parts), default=0.0
    )


def _height(block: Any) -> float:
    if block.tag == f"{W}p":
        drawn = ((whole_number(size.get("cy")) or 0) / EMU_PER_MM for size in block.iter(INLINE) if is_inline(size))
        return max((LINE, *drawn))
    heights = [_height(child) for child in block if child.tag in BLOCKS]
    return max(heights, default=0.0) if block.tag == f"{W}tr" else sum(heights)


def is_inline(size: Any) -> bool:
    """Whether a drawing takes room in its line, not floating over the page."""
    return bool(size.getparent().tag.endswith("}inline"))


def _is_empty(block: Any) -> bool:
    """Whether a paragraph shows nothing."""
    shown = {W + tag for tag in ("t", "drawing", "pict", "object", "fldChar", "fldSimple", "sym", "tab", "sdt")}
    return block.tag == f"{W}p" and not any(entry.tag in shown for entry in block.iter())
