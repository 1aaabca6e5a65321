"""Look a template through before papers are made on it, and say what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from facilitation.documents.letterhead import DAMAGED, UNREADABLE, letterhead
from facilitation.documents.word_look import W
from facilitation.documents.word_styles import STYLES
from facilitation.documents.word_template import template_base
from facilitation.documents.word_template_styles import found_styles, lineage, usable_style
from facilitation.domain.print_look import USUAL
from facilitation.domain.template import StylePart, TemplateFacts
from facilitation.errors import InvalidInput

NAMES_OF_PARTS: Mapping[StylePart, tuple[str, ...]] = {
    StylePart.TEXT: ("Normal",),
    StylePart.TITLE: ("Title", "Subtitle"),
    StylePart.HEADINGS: ("heading 1", "heading 2", "heading 3"),
    StylePart.LISTS: ("List Bullet",),
    StylePart.QUOTES: ("Quote",),
    StylePart.CAPTIONS: ("caption",),
    StylePart.CONTENTS: ("toc heading", "toc 1", "toc 2"),
    StylePart.TABLES: ("Table Grid",),
}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
UNFIT = (*UNREADABLE, AttributeError, TypeError, IndexError, etree.XMLSyntaxError, RecursionError)
EDGES = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


@lru_cache(maxsize=8)
def checked_template(data: bytes, name: str) -> bytes:
    """The template as an empty, harmless .docx on which papers can be made; ``InvalidInput`` for anything else."""
    cleaned = letterhead(data, name)
    try:
        template_base("sq-AL", USUAL, cleaned)
    except UNFIT as error:
        raise InvalidInput(DAMAGED, file=name) from error
    return cleaned


def template_facts(cleaned: bytes) -> TemplateFacts:
    """What is in a template that was let through."""
    document: Any = Document(BytesIO(cleaned))
    known = found_styles(document.styles.element)
    have = {spec.name for spec in STYLES if usable_style(spec, known) is not None}
    has = {part: have >= set(names[:1]) for part, names in NAMES_OF_PARTS.items()}
    edges = {kind: list(_edges(document.part, reltype)) for kind, reltype in EDGES.items()}
    return TemplateFacts(
        has_header=any(map(_shows_something, edges["header"])),
        has_footer=any(map(_shows_something, edges["footer"])),
        has_logo=any(_has_picture(edge) for edge in (*edges["header"], *edges["footer"])),
        fonts=tuple(dict.fromkeys(_fonts(document, known))),
        found=tuple(part for part, is_there in has.items() if is_there),
        brought=tuple(part for part, is_there in has.items() if not is_there),
    )


def _edges(part: Any, reltype: str) -> Iterator[Any]:
    return (entry.target_part.element for entry in part.rels.values() if entry.reltype == reltype)


def _shows_something(edge: Any) -> bool:
    return _has_picture(edge) or any((entry.text or "").strip() for entry in edge.iter(f"{W}t"))


def _has_picture(edge: Any) -> bool:
    return next(edge.iter(f"{W}drawing", f"{W}pict"), None) is not None


def _fonts(document: Any, known: Mapping[tuple[str, str], Any]) -> Iterator[str]:
    """The fonts of the text and of the first heading, as far as they are said."""
    sheet = document.styles.element
    styles = {style.get(f"{W}styleId", ""): style for style in sheet.findall(f"{W}style")}
    defaults = sheet.find(f"{W}docDefaults/{W}rPrDefault")
    for name in ("normal", "heading 1"):
        style = known.get(("paragraph", name))
        places = [] if style is None else [*lineage(style.get(f"{W}styleId", ""), styles)]
        said = (_font(place, document.part) for place in (*places, defaults) if place is not None)
        if font := next(filter(None, said), ""):
            yield font


def _font(place: Any, part: Any) -> str:
    fonts = place.find(f"{W}rPr/{W}rFonts")
    if fonts is None:
        return ""
    theme = fonts.get(f"{W}asciiTheme", "")
    return (_theme_font(theme, part) if theme else "") or str(fonts.get(f"{W}ascii", ""))


def _theme_font(name: str, part: Any) -> str:
    """The Latin font of a theme: "minorHAnsi" is that of the text, "majorHAnsi" that of headings."""
    found = [entry.target_part for entry in part.rels.values() if entry.reltype == RELATIONSHIP_TYPE.THEME]
    if not found:
        return ""
    root = etree.fromstring(found[0].blob, etree.XMLParser(resolve_entities=False, no_network=True))
    kind = "majorFont" if name.startswith("major") else "minorFont"
    latin = root.find(f".//{DRAWING}{kind}/{DRAWING}latin")
    return "" if latin is None else str(latin.get("typeface", ""))
