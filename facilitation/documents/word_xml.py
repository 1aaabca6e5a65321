"""The elements of WordprocessingML as light objects: written as one text and parsed once.

Sixty thousand lxml elements made one by one take 0.5 s, as a text 0.1 s (a sign-in sheet for 300 people).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TWIPS_PER_MM = 1440 / 25.4
USUAL_STYLE = "Normal"
STYLE_TAGS = frozenset({"pStyle", "rStyle", "tblStyle"})

_NAMESPACES = f' xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"'
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Element:
    """A ``w:`` element. ``tag`` and the keys of ``attributes`` go without prefix, unless they bring one ("r:id");
    attributes of a tag that brings one ("wp:extent") are written as they are. ``text`` stands for itself."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, object], children: list[Element], text: str = "") -> None:
        self.tag, self.attributes, self.children, self.text = tag, attributes, children, text

    def child(self, tag: str) -> Element | None:
        """The first child with this tag."""
        return next((child for child in self.children if child.tag == tag), None)

    def walk(self) -> Iterable[Element]:
        """This element and everything in it, in the order of the document; plain words, and what is shared, are one
        thing."""
        waiting = [self]
        while waiting:
            entry = waiting.pop()
            yield entry
            kind = type(entry)
            if kind is Element or (kind is Words and entry.is_made):  # type: ignore[attr-defined]
                waiting.extend(reversed(entry.children))


class Words(Element):
    """A ``w:p`` that is nothing but words in a named style. Papers are mostly that: its parts are only made where
    somebody looks at them, else it is written as it is (a volume of 4,000 notes has 9,000 of them)."""

    __slots__ = ("is_made", "style", "words")

    def __init__(self, words: str, style: str) -> None:
        self.tag, self.text, self.words, self.style, self.is_made = "p", "", words, style, False

    def __getattr__(self, name: str) -> Any:
        """Called for the parts as long as there are none."""
        if name == "attributes":
            self.attributes = {}
        elif name == "children":
            self.is_made = True
            has_style = self.style != USUAL_STYLE
            properties = element("pPr", element("pStyle", val=self.style)) if has_style else None
            self.children = element("p", properties, element("r", text_element(self.words))).children
        else:
            raise AttributeError(name)
        return getattr(self, name)


class Shared(Element):
    """An element that is written once and then only put in, be it in many places or later on: nobody may change it.
    Where ``made`` is not given, no style may be named in it."""

    __slots__ = ("made",)

    def __init__(self, source: Element, made: str = "") -> None:
        super().__init__(source.tag, source.attributes, source.children)
        self.made = made


def element(tag: str, /, *children: Element | None, **attributes: object) -> Element:
    """An element with its attributes; children that are None are left out."""
    return Element(tag, attributes, [child for child in children if child is not None])


def switch(tag: str, on: bool) -> Element | None:
    """An on/off property such as ``w:keepNext``, only where it is on."""
    return element(tag) if on else None


def text_element(text: str, tag: str = "t") -> Element:
    """A ``w:t`` (or ``w:instrText``) that keeps its spaces."""
    return Element(tag, {}, [], text)


def clean_text(text: str) -> str:
    """The text without the control characters XML cannot carry; line ends as ``\\n``."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def twips(millimetres: float) -> int:
    """Twentieths of a point: the unit of nearly every length in Word."""
    return round(millimetres * TWIPS_PER_MM)


def whole_number(text: str | None) -> int | None:
    """A number as foreign files write it; None for anything else, also for more than nine digits."""
    return int(text) if text and len(text) <= 9 and text.isascii() and text.isdigit() else None


def parsed(root: Element, style_ids: Mapping[str, str]) -> etree._Element:
    """The element as lxml makes it; names of styles become the ids of the document."""
    return etree.fromstring("".join(root_pieces(root, style_ids)))


def root_pieces(root: Element, style_ids: Mapping[str, str]) -> list[str]:
    """The outermost element of a part as pieces of text, with the names of its namespaces."""
    pieces: list[str] = []
    _write(root, pieces, style_ids)
    start = len(f"<w:{root.tag}")
    pieces[0] = pieces[0][:start] + _NAMESPACES + pieces[0][start:]
    return pieces


def pieces_of(entries: Iterable[Element], style_ids: Mapping[str, str]) -> list[str]:
    """Elements as pieces of text, each tag a piece; names of styles become the ids of the document."""
    pieces: list[str] = []
    for entry in entries:
        _write(entry, pieces, style_ids)
    return pieces


def _write(entry: Element, pieces: list[str], style_ids: Mapping[str, str]) -> None:
    if type(entry) is not Element and (text := _whole(entry, style_ids)):
        pieces.append(text)
        return
    tag = entry.tag
    is_ours = ":" not in tag
    name = f"w:{tag}" if is_ours else tag
    start = f"<{name}{_attributes(entry, style_ids, is_ours)}" if entry.attributes else f"<{name}"
    if entry.text:
        pieces.append(f'{start} xml:space="preserve">{_escaped(entry.text)}</{name}>')
    elif entry.children:
        pieces.append(f"{start}>")
        for child in entry.children:
            _write(child, pieces, style_ids)
        pieces.append(f"</{name}>")
    else:
        pieces.append(f"{start}/>")


def _attributes(entry: Element, style_ids: Mapping[str, str], is_ours: bool) -> str:
    written = ""
    for key, value in entry.attributes.items():
        if entry.tag in STYLE_TAGS:
            value = style_ids[str(value)]
        prefix = "w:" if is_ours and ":" not in key else ""
        written += f' {prefix}{key}="{escape(value) if isinstance(value, str) else value}"'
    return written


def _whole(entry: Element, style_ids: Mapping[str, str]) -> str:
    """What is written in one go: plain words, and what is shared; "" where the parts have to be gone through."""
    if isinstance(entry, Words):
        if entry.is_made:
            return ""
        style = "" if entry.style == USUAL_STYLE else f'<w:pPr><w:pStyle w:val="{style_ids[entry.style]}"/></w:pPr>'
        return f'<w:p>{style}<w:r><w:t xml:space="preserve">{_escaped(entry.words)}</w:t></w:r></w:p>'
    if isinstance(entry, Shared) and not entry.made:
        pieces: list[str] = []
        _write(Element(entry.tag, entry.attributes, entry.children), pieces, style_ids)
        entry.made = "".join(pieces)
    return entry.made if isinstance(entry, Shared) else ""


def _escaped(text: str) -> str:
    """Words as they stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
