"""The style sheet, lists and settings of a document as elements, made from the named styles."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.documents.word_look import base_size, box_lines, ink, specs_for
from facilitation.documents.word_styles import FONT, LINE, STYLE_IDS, StyleSpec
from facilitation.documents.word_xml import Element, element, switch, twips
from facilitation.domain.print_look import USUAL, PrintLook

_BUILT_IN_DEFAULTS = frozenset({"Normal", "Default Paragraph Font", "Normal Table"})
BUILT_IN = _BUILT_IN_DEFAULTS | {
    *("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "toc heading", "toc 1", "toc 2", "caption"),
    *("header", "footer", "List Bullet", "Quote", "Strong", "Emphasis", "Hyperlink", "Table Grid"),
    *("footnote text", "footnote reference"),
}
"""Styles Word knows by their English name in every language; the others are ours."""


def styles_element(language_tag: str, look: PrintLook = USUAL) -> Element:
    """The whole ``w:styles``: defaults with the language of the document, then every style as it is printed."""
    return element("styles", _defaults(language_tag, look), *(style_element(spec) for spec in specs_for(look)))


def numbering_element() -> Element:
    """Two lists: 1 = bullets, 2 = chapter numbers of headings ("1", "1.1")."""
    return element(
        "numbering",
        element("abstractNum", element("multiLevelType", val="hybridMultilevel"), _bullet_level(), abstractNumId=0),
        element(
            "abstractNum",
            element("multiLevelType", val="multilevel"),
            _chapter_level(0, "%1"),
            _chapter_level(1, "%1.%2"),
            abstractNumId=1,
        ),
        element("num", element("abstractNumId", val=0), numId=1),
        element("num", element("abstractNumId", val=1), numId=2),
    )


def settings_element(language_tag: str) -> Element:
    """Settings of a current Word (compatibility 15), without anything the template carried."""
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=twips(10)),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", mode),
        element("themeFontLang", val=language_tag),
        element("decimalSymbol", val="," if language_tag.startswith("sq") else "."),
        element("listSeparator", val=";" if language_tag.startswith("sq") else ","),
    )


def font_table_element() -> Element:
    """The fonts a document names."""
    return element(
        "fonts", element("font", element("family", val="swiss"), element("pitch", val="variable"), name=FONT)
    )


def _defaults(language_tag: str, look: PrintLook) -> Element:
    fonts = element("rFonts", ascii=FONT, eastAsia=FONT, hAnsi=FONT, cs=FONT)
    language = element("lang", val=language_tag, eastAsia=language_tag, bidi="ar-SA")
    size = round(base_size(look) * 2)
    colour = element("color", val=ink(look))
    run = element("rPr", fonts, colour, element("sz", val=size), element("szCs", val=size), language)
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr")))


def style_element(spec: StyleSpec, ids: Mapping[str, str] = STYLE_IDS) -> Element:
    """The ``w:style`` of a spec; ``ids`` = what the styles of the document are called by."""
    made = element("style", element("name", val=spec.name), type=spec.kind, styleId=ids[spec.name])
    if spec.name in _BUILT_IN_DEFAULTS:
        made.attributes["default"] = 1
    if spec.name not in BUILT_IN:
        made.attributes["customStyle"] = 1
    if spec.based_on:
        made.children.append(element("basedOn", val=ids[spec.based_on]))
    if spec.next_style:
        made.children.append(element("next", val=ids[spec.next_style]))
    made.children.append(element("uiPriority", val=1 if spec.name not in _BUILT_IN_DEFAULTS else 99))
    if spec.kind == "paragraph":
        made.children.append(element("qFormat"))
        made.children.append(_paragraph_properties(spec))
    if spec.kind == "table":
        made.children.append(_table_properties(spec))
    elif (run := _run_properties(spec)) is not None:
        made.children.append(run)
    return made


def _paragraph_properties(spec: StyleSpec) -> Element:
    numbering = element("numPr", element("ilvl", val=0), element("numId", val=1)) if spec.bullet else None
    return element(
        "pPr",
        switch("keepNext", spec.keep_next),
        switch("keepLines", spec.keep_lines),
        numbering,
        _lines(spec),
        element("shd", val="clear", color="auto", fill=spec.fill) if spec.fill else None,
        _spacing(spec),
        _indent(spec),
        element("jc", val=spec.align) if spec.align else None,
        element("outlineLvl", val=spec.outline) if spec.outline is not None else None,
    )


def _lines(spec: StyleSpec) -> Element | None:
    """The bar at the left or the box of a style."""
    if spec.bar:
        return element("pBdr", element("left", val="single", sz=24, space=8, color=spec.bar))
    return box_lines() if spec.box else None


def _spacing(spec: StyleSpec) -> Element | None:
    values: dict[str, object] = {}
    if spec.before is not None:
        values["before"] = round(spec.before * 20)
    if spec.after is not None:
        values["after"] = round(spec.after * 20)
    if spec.line is not None:
        values |= {"line": round(spec.line * 240), "lineRule": "auto"}
    return element("spacing", **values) if values else None


def _indent(spec: StyleSpec) -> Element | None:
    if spec.left is None:
        return None
    return element(
        "ind", left=twips(spec.left), **({"hanging": twips(spec.left)} if spec.bullet or spec.hanging else {})
    )


def _run_properties(spec: StyleSpec) -> Element | None:
    parts = [
        element("b", **({} if spec.bold else {"val": 0})) if spec.bold is not None else None,
        element("i", **({} if spec.italic else {"val": 0})) if spec.italic is not None else None,
        element("color", val=spec.colour) if spec.colour else None,
        element("sz", val=round(spec.size * 2)) if spec.size else None,
        element("szCs", val=round(spec.size * 2)) if spec.size else None,
        element("vertAlign", val="superscript") if spec.superscript else None,
    ]
    return element("rPr", *parts) if any(part is not None for part in parts) else None


def _table_properties(spec: StyleSpec) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", *(element(side, val="single", sz=4, space=0, color=LINE) for side in sides))
    margins = element(
        "tblCellMar",
        element("top", w=twips(0.8), type="dxa"),
        element("left", w=twips(1.8), type="dxa"),
        element("bottom", w=twips(0.8), type="dxa"),
        element("right", w=twips(1.8), type="dxa"),
    )
    return element("tblPr", borders if spec.name == "Table Grid" else None, margins)


def _bullet_level() -> Element:
    place = element("pPr", element("ind", left=twips(5), hanging=twips(5)))
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("lvlText", val="–"),
        element("lvlJc", val="left"),
        place,
        ilvl=0,
    )


def _chapter_level(level: int, pattern: str) -> Element:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="decimal"),
        element("suff", val="space"),
        element("lvlText", val=pattern),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=0, firstLine=0)),
        ilvl=level,
    )
