"""A paper's beginning: our own empty document, or the organisation's template made ready for our styles and lists.

The template has been through the guard (``letterhead``): there is no body in it and nothing that runs or fetches.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml

from facilitation.documents.word_base import Base, Margins, own_base
from facilitation.documents.word_edges import edge_height
from facilitation.documents.word_look import W
from facilitation.documents.word_style_sheet import numbering_element
from facilitation.documents.word_styles import PageFormat
from facilitation.documents.word_xml import NAMESPACE, TWIPS_PER_MM, element, parsed, whole_number
from facilitation.domain.print_look import USUAL, PrintLook

KEPT_BASES = 12
LEAST_SIDE, MOST_SIDE, MOST_HIGH, LEAST_HIGH = 8.0, 42.0, 90.0, 8.0
"""Millimetres: margins outside of these leave no page to print on."""
ROOM_AT_EDGES, PRINT_LINES = 3.0, 9.0
"""Millimetres between header, text and footer, and of our two lines in the footer."""
SETTINGS_GONE = (
    *("trackRevisions", "revisionView", "updateFields", "linkStyles", "rsids", "docVars", "proofState", "view"),
    *("removePersonalInformation", "removeDateAndTime", "formsDesign", "documentType", "saveSubsetFonts"),
)
AFTER_COMPAT = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats"),
    *("doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
    *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
MODE = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": 15}
EMPTY_LISTS = f'<w:numbering xmlns:w="{NAMESPACE}"/>'.encode()
LISTS_NAME = "/word/numbering.xml"


def base_for(language_tag: str, look: PrintLook = USUAL, template: bytes = b"") -> Base:
    """What a paper starts from in a language ("sq-AL", "en-GB"), a look and a template (b"" = ours)."""
    return template_base(language_tag, look, template) if template else own_base(language_tag, look)


@lru_cache(maxsize=KEPT_BASES)
def template_base(language_tag: str, look: PrintLook, template: bytes) -> Base:
    """The template with our styles and lists in it; kept, as making it costs some 50 ms."""
    from facilitation.documents.word_template_styles import joined_styles  # most papers stand on our own page

    document = Document(BytesIO(template))
    _add_missing_parts(document.part, language_tag)
    _refuse_other_roots(document)
    bullets, chapters = _add_lists(_lists(document.part))
    styles = joined_styles(document.styles.element, look, bullets)
    _say_language(document.styles.element, language_tag)
    _tidy_settings(document.settings.element, language_tag)
    made = BytesIO()
    document.save(made)
    return Base(made.getvalue(), styles.ids, styles.sizes, bullets, chapters, margins_of(document))


def page_on(base: Base, page: PageFormat) -> PageFormat:
    """A page format with the template's margins; a landscape page keeps our sides, which its tables need."""
    margins = base.margins
    if margins is None:
        return page
    sides = {} if page.width > page.height else {"side": margins.left, "right": margins.right}
    high = {name: getattr(margins, name) for name in ("top", "bottom", "header", "footer")}
    return PageFormat(**{**{name: getattr(page, name) for name in PageFormat.__slots__}, **high, **sides})


def margins_of(document: Any) -> Margins:
    """The margins of the last section, within reason; what it does not say is as on our own paper."""
    section = document.element.body.find(f"{W}sectPr")
    found = None if section is None else section.find(f"{W}pgMar")
    ours = PageFormat()
    said = {
        side: _millimetres(found, side) for side in ("left", "right", "top", "bottom", "header", "footer", "gutter")
    }
    left = _within(said["left"], ours.side, LEAST_SIDE, MOST_SIDE - said["gutter"]) + said["gutter"]
    right = _within(said["right"], ours.side, LEAST_SIDE, MOST_SIDE)
    header = _within(said["header"], ours.header, 3, MOST_HIGH)
    footer = _within(said["footer"], ours.footer, 3, MOST_HIGH)
    top, bottom = (_within(said[side], getattr(ours, side), LEAST_HIGH, MOST_HIGH) for side in ("top", "bottom"))
    over = header + edge_height(document, "header") + ROOM_AT_EDGES
    under = footer + edge_height(document, "footer") + PRINT_LINES + ROOM_AT_EDGES
    return Margins(left, right, max(top, min(over, MOST_HIGH)), max(bottom, min(under, MOST_HIGH)), header, footer)


def _millimetres(found: Any, side: str) -> float:
    return 0.0 if found is None else (whole_number(found.get(W + side, "").removeprefix("-")) or 0) / TWIPS_PER_MM


def _within(value: float, otherwise: float, least: float, most: float) -> float:
    return min(max(value, least), max(most, least)) if value else otherwise


def _refuse_other_roots(document: Any) -> None:
    """Styles, settings and lists must be what they are called; ValueError otherwise."""
    roots = {
        "styles": document.styles.element,
        "settings": document.settings.element,
        "numbering": _lists(document.part),
    }
    if any(root.tag != W + tag for tag, root in roots.items()):
        raise ValueError("a part of the template is not what it is called")


def _add_missing_parts(part: Any, language_tag: str) -> None:
    """Theme and list of fonts, which Word expects and some programs leave out: ours."""
    ours: Any = Document(BytesIO(own_base(language_tag).data)).part
    present = {relationship.reltype for relationship in part.rels.values()}
    for kind in (RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.FONT_TABLE):
        if kind not in present:
            found = ours.part_related_by(kind)
            part.relate_to(Part(found.partname, found.content_type, found.blob, part.package), kind)


def _lists(part: Any) -> Any:
    """The lists of the template; a part for them where it has none."""
    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        lists = XmlPart(PackURI(LISTS_NAME), CONTENT_TYPE.WML_NUMBERING, parse_xml(EMPTY_LISTS), part.package)
        part.relate_to(lists, RELATIONSHIP_TYPE.NUMBERING)
        return lists.element


def _add_lists(lists: Any) -> tuple[int, int]:
    """Our bullets and chapter numbers under numbers that are free; definitions stand before what uses them."""
    abstract_ids = _free_numbers(lists, "abstractNum", "abstractNumId")
    bullets, chapters = ids = _free_numbers(lists, "num", "numId")
    ours = parsed(numbering_element(), {})
    for place, made in enumerate(ours.findall(f"{W}abstractNum")):
        made.set(f"{W}abstractNumId", str(abstract_ids[place]))
        _insert_before(lists, made, ("num", "numIdMacAtCleanup"))
    for place, made in enumerate(ours.findall(f"{W}num")):
        made.set(f"{W}numId", str(ids[place]))
        next(made.iter(f"{W}abstractNumId")).set(f"{W}val", str(abstract_ids[place]))
        _insert_before(lists, made, ("numIdMacAtCleanup",))
    return bullets, chapters


def _free_numbers(lists: Any, tag: str, key: str) -> tuple[int, int]:
    """Two numbers that no list has."""
    used = {whole_number(entry.get(W + key)) for entry in lists.findall(W + tag)}
    free = (number for number in count(1) if number not in used)
    return next(free), next(free)


def _insert_before(holder: Any, entry: Any, tags: tuple[str, ...]) -> None:
    names = {tag if ":" in tag else W + tag for tag in tags}
    place = next((at for at, child in enumerate(holder) if child.tag in names), len(holder))
    holder.insert(place, entry)


def _say_language(sheet: Any, language_tag: str) -> None:
    """The language of the paper as that of every text."""
    defaults = _child(sheet, "docDefaults", 0)
    run = _child(_child(defaults, "rPrDefault", 0), "rPr", 0)
    for old in run.findall(f"{W}lang"):
        run.remove(old)
    language = parsed(element("lang", val=language_tag, eastAsia=language_tag, bidi="ar-SA"), {})
    _insert_before(run, language, ("eastAsianLayout", "specVanish", "oMath"))


def _child(holder: Any, tag: str, place: int) -> Any:
    found = holder.find(W + tag)
    if found is None:
        found = parsed(element(tag), {})
        holder.insert(place, found)
    return found


def _tidy_settings(settings: Any, language_tag: str) -> None:
    """Nothing that marks changes, asks at opening or takes styles from elsewhere."""
    for tag in SETTINGS_GONE:
        for entry in settings.findall(W + tag):
            settings.remove(entry)
    for entry in settings.findall(f"{W}themeFontLang"):
        entry.set(f"{W}val", language_tag)
    for entry in settings.findall(f"{W}zoom"):
        entry.set(f"{W}percent", entry.get(f"{W}percent") or "100")
    _set_mode(settings)


def _set_mode(settings: Any) -> None:
    """The layout of a current Word, for which our tables are planned: their edges stand at those of the text."""
    compat = settings.find(f"{W}compat")
    if compat is None:
        compat = parsed(element("compat"), {})
        _insert_before(settings, compat, AFTER_COMPAT)
    for old in compat.findall(f"{W}compatSetting[@{W}name='{MODE['name']}']"):
        compat.remove(old)
    compat.append(parsed(element("compatSetting", **MODE), {}))
