"""The styles of an organisation's template: ours are found in it by name, and what it lacks is brought in.

Word keeps the English name of a style in every language and translates only its id; LibreOffice and pandoc write the
name with a capital. So a name is compared without regard to case, aliases count, and an id is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any

from facilitation.documents.word_look import AFTER_FILLED, SMALLEST_LARGE, W, large_size, specs_for
from facilitation.documents.word_style_sheet import style_element
from facilitation.documents.word_styles import GREEN, SMALLEST, STYLES, StyleSpec
from facilitation.documents.word_xml import Element, element, parsed, whole_number
from facilitation.domain.print_look import PrintLook

DEFAULTS = {"paragraph": "Normal", "character": "Default Paragraph Font", "table": "Normal Table"}
MEASURED = ("Gap", "Spacer", "Certificate")
"""Styles by which pages are planned are always ours."""
WORD_SIZE = 10.0
"""Points of a text for which a style sheet names no size."""
LARGEST, DEEPEST = 400.0, 50
"""No style has more points, or more styles it is based on."""
OWN = "Tryeza"
AFTER_SIZE = (
    *("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath"),
)
AFTER_COLOUR = ("spacing", "w", "kern", "position", "sz", "szCs", *AFTER_SIZE)
AFTER_SPACING = (
    *("ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""What stands after the size, the colour and the spacing: the order of properties is fixed."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of our styles: their ids in the template, and the names of those it had and those it lacked."""

    ids: Mapping[str, str]
    sizes: Mapping[str, float]
    found: tuple[str, ...]
    brought: tuple[str, ...]


def joined_styles(sheet: Any, look: PrintLook, bullets: int) -> Joined:
    """Make a ``w:styles`` hold all of ours under the look; ``bullets`` = the number of our list of points."""
    known = found_styles(sheet)
    found = {spec.name: style for spec in STYLES if (style := usable_style(spec, known)) is not None}
    ids = _ids(sheet, found)
    accent = _accent(found, known)
    before = sizes_of(sheet)
    for spec in STYLES:
        if spec.name in found:
            _adapt(found[spec.name], spec, bullets)
            _print_as(found[spec.name], look, before)
    for spec in specs_for(look):
        if spec.name not in found:
            sheet.append(_brought(_alone(spec, accent), ids, known, bullets))
    _say_language_once(sheet)
    _forget_missing(sheet)
    names = [spec.name for spec in STYLES]
    return Joined(
        ids, sizes_of(sheet), tuple(n for n in names if n in found), tuple(n for n in names if n not in found)
    )


def _forget_missing(sheet: Any) -> None:
    """Styles that name one that is not there (pandoc's tables do) stand on their own: Word reads them so, too."""
    ids = {style.get(f"{W}styleId") for style in sheet.findall(f"{W}style")}
    for style in sheet.findall(f"{W}style"):
        for tag in ("basedOn", "next", "link"):
            for named in style.findall(f"{W}{tag}"):
                if named.get(f"{W}val") not in ids:
                    style.remove(named)


def found_styles(sheet: Any) -> dict[tuple[str, str], Any]:
    """The styles by kind and folded name; names go before aliases, and a kind's default is known as Word's."""
    by_name: dict[tuple[str, str], Any] = {}
    styles = [style for style in sheet.findall(f"{W}style") if style.get(f"{W}styleId")]
    for names in (_own_name, _aliases):
        for style in styles:
            for name in names(style):
                by_name.setdefault((_kind(style), name), style)
    for style in reversed(styles):
        if style.get(f"{W}default") in {"1", "true", "on"} and _kind(style) in DEFAULTS:
            by_name[_kind(style), DEFAULTS[_kind(style)].casefold()] = style
    return by_name


def sizes_of(sheet: Any) -> dict[str, float]:
    """Points of every style by its id, as inherited; "" = text without a style."""
    styles = {style.get(f"{W}styleId", ""): style for style in sheet.findall(f"{W}style")}
    base = _own_size(sheet.find(f"{W}docDefaults/{W}rPrDefault")) or WORD_SIZE
    default = next((key for key, style in styles.items() if _is_default_paragraph(style)), "")
    known = {key: _inherited_size(key, styles) or base for key in styles}
    return {**known, "": known.get(default, base)}


def _is_default_paragraph(style: Any) -> bool:
    return _kind(style) == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def _inherited_size(style_id: str, styles: Mapping[str, Any]) -> float:
    return next((size for style in lineage(style_id, styles) if (size := _own_size(style))), 0.0)


def lineage(style_id: str, styles: Mapping[str, Any]) -> Iterator[Any]:
    """A style and what it is based on; a sheet that goes in circles ends."""
    seen: set[str] = set()
    while style_id in styles and style_id not in seen and len(seen) < DEEPEST:
        seen.add(style_id)
        yield styles[style_id]
        based = styles[style_id].find(f"{W}basedOn")
        style_id = "" if based is None else based.get(f"{W}val", "")


def _own_size(style: Any) -> float:
    found = None if style is None else style.find(f"{W}rPr/{W}sz")
    return 0.0 if found is None else min((whole_number(found.get(f"{W}val")) or 0) / 2, LARGEST)


def _kind(style: Any) -> str:
    return str(style.get(f"{W}type", "paragraph"))


def _own_name(style: Any) -> list[str]:
    name = style.find(f"{W}name")
    return [] if name is None else [name.get(f"{W}val", "").strip().casefold()]


def _aliases(style: Any) -> list[str]:
    names = style.find(f"{W}aliases")
    return [] if names is None else [name.strip().casefold() for name in names.get(f"{W}val", "").split(",")]


def usable_style(spec: StyleSpec, known: Mapping[tuple[str, str], Any]) -> Any:
    """The style of the template that can stand for ours, if it has one.

    A table style that colours its head would set white letters on our light fill: such a one is left alone.
    """
    found = known.get((spec.kind, spec.name.casefold()))
    if found is None or spec.name.startswith(MEASURED):
        return None
    is_coloured = any(found.find(f"{W}{tag}") is not None for tag in ("tblStylePr", "tcPr", "rPr"))
    return None if spec.name == "Table Grid" and is_coloured else found


def _ids(sheet: Any, found: Mapping[str, Any]) -> dict[str, str]:
    """The id of each of ours; what is brought in takes one that is free."""
    taken = {style.get(f"{W}styleId", "").casefold() for style in sheet.findall(f"{W}style")}
    ids = {name: str(style.get(f"{W}styleId")) for name, style in found.items()}
    for spec in STYLES:
        if spec.name not in ids:
            tries = chain([spec.style_id], (f"{OWN}{spec.style_id}{number or ''}" for number in count()))
            ids[spec.name] = next(entry for entry in tries if entry.casefold() not in taken)
            taken.add(ids[spec.name].casefold())
    return ids


def _accent(found: Mapping[str, Any], known: Mapping[tuple[str, str], Any]) -> str:
    """The colour of the template's own headings, which ours take over ("" = that of its text)."""
    styles = {style.get(f"{W}styleId", ""): style for style in known.values()}
    heading = found.get("heading 1", found.get("Title"))
    if heading is None:
        return GREEN
    for style in lineage(heading.get(f"{W}styleId", ""), styles):
        colour = style.find(f"{W}rPr/{W}color")
        value = "" if colour is None else colour.get(f"{W}val", "")
        if len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value):
            return str(value)
    return ""


def _alone(spec: StyleSpec, accent: str) -> StyleSpec:
    """Ours, but saying itself what it usually takes from our own Normal."""
    colour = accent if spec.colour == GREEN else spec.colour
    bar = (accent or "auto") if spec.bar == GREEN else spec.bar
    if spec.kind != "paragraph" or spec.based_on != "Normal":
        return replace(spec, colour=colour, bar=bar)
    return replace(
        spec,
        colour=colour,
        bar=bar,
        before=spec.before or 0,
        after=5 if spec.after is None else spec.after or (AFTER_FILLED if spec.fill or spec.box else 0),
        line=spec.line or 1.1,
        align=spec.align or "left",
        left=spec.left or 0,
    )


def _brought(spec: StyleSpec, ids: Mapping[str, str], known: Mapping[tuple[str, str], Any], bullets: int) -> Any:
    made = parsed(style_element(spec, ids), {})
    if (kind := spec.kind) in DEFAULTS and (kind, DEFAULTS[kind].casefold()) in known:
        made.attrib.pop(f"{W}default", "")
    if any(name == spec.name.casefold() for _kind_of, name in known):
        next(made.iter(f"{W}name")).set(f"{W}val", f"{OWN} {spec.name}")
        made.set(f"{W}customStyle", "1")
    for number in made.iter(f"{W}numId"):
        number.set(f"{W}val", str(bullets))
    for indent in made.iter(f"{W}ind"):
        if indent.get(f"{W}hanging") is None:
            indent.set(f"{W}firstLine", "0")
    return made


def _adapt(style: Any, spec: StyleSpec, bullets: int) -> None:
    """A style of theirs so that our papers hold: no numbers of its own, headings that stay with what follows."""
    if spec.kind == "table":
        _pad_cells(style)
    if spec.kind != "paragraph":
        return
    properties = _properties(style, "pPr")
    gone = ["framePr", "pageBreakBefore", "pStyle"]
    gone += [] if spec.bullet and properties.find(f"{W}numPr") is not None else ["numPr"]
    gone += ["outlineLvl"] if spec.name == "toc heading" else []
    _remove(properties, gone)
    if spec.keep_next:
        _remove(properties, ["keepNext"])
        properties.insert(0, _made("keepNext"))
    if spec.name == "caption":
        _remove(properties, ["spacing"])
        _insert(properties, _made("spacing", before=160, after=60), AFTER_SPACING)
    if spec.outline is not None and properties.find(f"{W}outlineLvl") is None:
        _insert(properties, _made("outlineLvl", val=spec.outline), ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"))
    if spec.bullet and properties.find(f"{W}numPr") is None:
        _give_bullets(properties, bullets)


def _give_bullets(properties: Any, bullets: int) -> None:
    place = sum(child.tag in {f"{W}{tag}" for tag in ("keepNext", "keepLines", "widowControl")} for child in properties)
    numbering = element("numPr", element("ilvl", val=0), element("numId", val=bullets))
    properties.insert(place, parsed(numbering, {}))


def _pad_cells(style: Any) -> None:
    """Air over and under the words of a cell, which Word's own grid has not."""
    properties = _properties(style, "tblPr")
    _remove(properties, ["tblCellMar"])
    margins = (element(side, w=width, type="dxa") for side, width in CELL_MARGINS)
    _insert(properties, parsed(element("tblCellMar", *margins), {}), ("tblLook", "tblCaption", "tblDescription"))


CELL_MARGINS = (("top", 45), ("left", 102), ("bottom", 45), ("right", 102))


def _print_as(style: Any, look: PrintLook, sizes: Mapping[str, float]) -> None:
    """A style of theirs in large print, with little ink, and never smaller than ten points."""
    if _kind(style) == "paragraph":
        now = sizes.get(style.get(f"{W}styleId", ""), WORD_SIZE)
        wanted = max(large_size(now), SMALLEST_LARGE) if look.is_large else max(now, SMALLEST)
        if wanted != now:
            _set_size(_properties(style, "rPr"), wanted)
    if look.is_low_ink:
        _spare(style)


def _set_size(properties: Any, size: float) -> None:
    _remove(properties, ["sz", "szCs"])
    for tag in ("sz", "szCs"):
        _insert(properties, _made(tag, val=round(size * 2)), AFTER_SIZE)


def _spare(style: Any) -> None:
    for holder in (style.find(f"{W}pPr"), style.find(f"{W}rPr")):
        if holder is not None:
            _remove(holder, ["shd", "highlight"])
            for foreign in [child for child in holder if not str(child.tag).startswith(W)]:
                holder.remove(foreign)
    properties = style.find(f"{W}rPr")
    if properties is not None and properties.find(f"{W}color") is not None:
        _remove(properties, ["color"])
        _insert(properties, _made("color", val="000000"), AFTER_COLOUR)


def _say_language_once(sheet: Any) -> None:
    """The language of a paper is chosen for each: no style may say another."""
    for style in sheet.findall(f"{W}style"):
        for language in list(style.iter(f"{W}lang")):
            language.getparent().remove(language)


def _properties(style: Any, tag: str) -> Any:
    """The properties of a style, made where there are none."""
    found = style.find(f"{W}{tag}")
    if found is None:
        found = _made(tag)
        after = {"pPr": ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"), "rPr": ("tblPr", "trPr", "tcPr", "tblStylePr")}
        _insert(style, found, after.get(tag, ("trPr", "tcPr", "tblStylePr")))
    return found


def _insert(holder: Any, entry: Any, before: Iterable[str]) -> None:
    """Put an element before the first of these, else at the end: the order of properties is fixed."""
    tags = {f"{W}{tag}" for tag in before}
    place = next((at for at, child in enumerate(holder) if child.tag in tags), len(holder))
    holder.insert(place, entry)


def _remove(holder: Any, tags: Iterable[str]) -> None:
    for tag in tags:
        for entry in holder.findall(f"{W}{tag}"):
            holder.remove(entry)


def _made(tag: str, **attributes: object) -> Any:
    made: Element = element(tag, **attributes)
    return parsed(made, {})
