"""A file of letters: each on pages of its own, on the organisation's letterhead or on ours.

Letters are formatted directly and use no style but the letterhead's own "Normal": fonts and sizes are the house's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from lxml import etree

from facilitation.documents.word_base import base_bytes
from facilitation.documents.word_fields import field
from facilitation.documents.word_package import LANGUAGE_TAGS, page_properties
from facilitation.documents.word_parts import run
from facilitation.documents.word_styles import GREEN, LINE, MUTED, STYLE_IDS, PageFormat
from facilitation.documents.word_xml import Element, clean_text, element, parsed, twips
from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator

LETTER = PageFormat(side=25, top=27, bottom=20, header=12, footer=10)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BEFORE_TYPE = {"headerReference", "footerReference", "footnotePr", "endnotePr"}
LINES = 240
"""A line of text, in the unit of ``w:spacing``."""


def words(text: str, language: str, *, is_bold: bool = False, size: float = 0, colour: str = "") -> Element:
    """A run in a language, so that Word checks its spelling by the right dictionary."""
    made = run(text)
    properties = element(
        "rPr",
        element("b") if is_bold else None,
        element("color", val=colour) if colour else None,
        element("sz", val=round(size * 2)) if size else None,
        element("lang", val=LANGUAGE_TAGS[language]),
    )
    made.children.insert(0, properties)
    return made


def line(
    *runs: Element, after: float = 6, before: float = 0, align: str = "", left: float = 0, stays: bool = False
) -> Element:
    """A paragraph of a letter; spaces in points, ``left`` in millimetres; ``stays`` = on the page of the next one."""
    properties = element(
        "pPr",
        element("keepNext") if stays else None,
        element("keepLines"),
        element("spacing", before=round(before * 20), after=round(after * 20), line=LINES, lineRule="auto"),
        element("ind", left=twips(left), hanging=twips(left)) if left else None,
        element("jc", val=align) if align else None,
    )
    return element("p", properties, *runs)


def on_new_page(blocks: Sequence[Element]) -> Sequence[Element]:
    """The paragraphs, the first of them on top of a page."""
    properties = blocks[0].child("pPr")
    if properties is not None:
        place = sum(child.tag in ("keepNext", "keepLines") for child in properties.children)
        properties.children.insert(place, element("pageBreakBefore"))
    return blocks


def labelled_line(label: str, text: str, language: str, *, at: float = 34) -> Element:
    """ "Place:   Tirana" with the texts under each other."""
    return line(words(f"{label}\t", language, is_bold=True), words(text, language), after=2, left=at)


def texts(text: str, language: str) -> Iterator[Element]:
    """One paragraph per line of a longer text."""
    for part in clean_text(text).split("\n"):
        if part.strip():
            yield line(words(part.strip(), language))


class LetterFile:
    """Collects letters and makes the file; ``letterhead`` = a file the guard has let through (b"" = ours)."""

    def __init__(self, event: Event, _: Translator, *, title: str, letterhead: bytes = b"") -> None:
        self.event, self._, self.title = event, _, title
        self.is_ours = not letterhead
        self._document = Document(BytesIO(letterhead or base_bytes(LANGUAGE_TAGS[_.language])))
        self._letters: list[Sequence[Element]] = []

    def add(self, letter: Iterable[Element]) -> None:
        """Put a letter at the end."""
        self._letters.append(tuple(letter))

    def data(self) -> bytes:
        """The finished .docx."""
        section = self._section()
        blocks = [block for number, letter in enumerate(self._letters) for block in self._pages(letter, number)]
        body = parsed(element("document", element("body", *blocks)), STYLE_IDS)
        for place in body.iter(f"{W}sectPr"):
            _fill(place, section)
        body[0].append(deepcopy(section))
        part: Any = self._document.part
        part._element = body
        self._write_properties()
        data = BytesIO()
        self._document.save(data)
        return data.getvalue()

    def _pages(self, letter: Sequence[Element], number: int) -> Iterator[Element]:
        """The letter; the end of its section stands in its last paragraph, but for the last letter."""
        is_last = number == len(self._letters) - 1
        yield from letter[:-1]
        last = letter[-1]
        properties = last.child("pPr")
        if not is_last and properties is not None:
            properties.children.append(element("sectPr"))
        yield last

    def _section(self) -> Any:
        """What every letter's pages look like: they are counted from 1 again."""
        found = None if self.is_ours else self._document.element.body.find(f"{W}sectPr")
        if found is None:
            edges = self._own_edges() if self.is_ours else ()
            found = parsed(element("sectPr", *edges, *page_properties(LETTER)), STYLE_IDS)
        section = deepcopy(found)
        for tag in ("type", "pgNumType"):
            for old in section.findall(f"{W}{tag}"):
                section.remove(old)
        place = sum(etree.QName(child).localname in BEFORE_TYPE for child in section)
        section.insert(place, section.makeelement(f"{W}type", {f"{W}val": "nextPage"}))
        after = max((section.index(child) for child in section if _stands_before_numbers(child)), default=place)
        section.insert(after + 1, section.makeelement(f"{W}pgNumType", {f"{W}start": "1"}))
        return section

    def _own_edges(self) -> Iterator[Element]:
        part: Any = self._document.part
        for kind, made, blocks in (
            ("header", part.add_header_part(), self._header()),
            ("footer", part.add_footer_part(), self._footer()),
        ):
            made[0]._element = parsed(element("hdr" if kind == "header" else "ftr", *blocks), STYLE_IDS)
            yield Element(f"{kind}Reference", {"type": "default", "r:id": made[1]}, [])

    def _header(self) -> list[Element]:
        language = self._.language
        host = words(self.event.host.said_in(language), language, is_bold=True, size=14, colour=GREEN)
        made = line(host, after=6)
        rule = element("pBdr", element("bottom", val="single", sz=8, space=6, color=LINE))
        properties = made.child("pPr")
        if properties is not None:
            properties.children.insert(1, rule)
        return [made]

    def _footer(self) -> list[Element]:
        language = self._.language
        title = words(self.event.title.said_in(language), language, size=10, colour=MUTED)
        number = [words("\t", language), *field("PAGE", "1")]
        made = line(title, *number, after=0)
        tab = element("tabs", element("tab", val="right", pos=twips(LETTER.text_width)))
        properties = made.child("pPr")
        if properties is not None:
            properties.children.insert(1, tab)
        return [made]

    def _write_properties(self) -> None:
        properties, language = self._document.core_properties, self._.language
        title = clean_text(self.event.title.said_in(language))
        properties.title = f"{self.title} – {title}"[:255]
        properties.author = properties.last_modified_by = clean_text(self.event.host.said_in(language))[:255]
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        properties.language = LANGUAGE_TAGS[language]
        properties.subject = title[:255]
        properties.comments = properties.keywords = properties.category = ""
        properties.revision = 1


def _stands_before_numbers(child: Any) -> bool:
    """The order of a section's properties is fixed: ``pgNumType`` comes after these."""
    before = {"type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", *BEFORE_TYPE}
    return etree.QName(child).localname in before


def _fill(place: Any, section: Any) -> None:
    for name, value in section.attrib.items():
        place.set(name, value)
    place.extend(deepcopy(list(section)))
