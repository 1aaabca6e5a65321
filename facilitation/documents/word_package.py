"""A Word document under construction: its pages, footer, properties, and the file in the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from docx.opc.part import XmlPart

from facilitation.documents.word_base import base_bytes
from facilitation.documents.word_fields import page_of_pages
from facilitation.documents.word_footnotes import Footnotes
from facilitation.documents.word_parts import Run, paragraph
from facilitation.documents.word_picture import picture
from facilitation.documents.word_styles import PORTRAIT, STYLE_IDS, PageFormat, Stamp
from facilitation.documents.word_xml import Element, clean_text, element, parsed, twips
from facilitation.domain.event import Event
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.translator import Translator

LANGUAGE_TAGS = {"sq": "sq-AL", "en": "en-GB"}
LONGEST_FOOTER_TITLE = 80
LONGEST_RELEASE = 40
LONGEST_REPLACING = 18


class Paper:
    """One document of an event. Blocks are added in order; ``data()`` gives the file.

    ``title`` names the paper ("Sign-in sheet"); ``header``, where set, stands on top of every page. ``has_footer`` is
    False where a page is handed to somebody for good: version and day of printing are of no use to them.
    """

    def __init__(self, event: Event, _: Translator, stamp: Stamp, *, title: str, page: PageFormat = PORTRAIT) -> None:
        self.event, self._, self.stamp, self.title, self.page = event, _, stamp, title, page
        self.header, self.has_footer = "", True
        self._document = Document(BytesIO(base_bytes(LANGUAGE_TAGS[_.language])))
        self._blocks: list[Element] = []
        self._picture_count = 0
        self._footnotes = Footnotes()
        self._ended: list[Element] = []
        self._section = ("nextPage", 1)

    def add(self, *blocks: Element | Iterable[Element]) -> None:
        """Put paragraphs and tables (or lists of them) at the end."""
        for block in blocks:
            if isinstance(block, Element):
                self._blocks.append(block)
            else:
                self._blocks.extend(block)

    def begin_section(self, start: str, columns: int = 1) -> None:
        """What is added from here on starts as a section of its own: "oddPage" (a right-hand page), "nextPage" or
        "continuous" (on the same page), in so many columns of text."""
        ended = element("sectPr")
        self._ended.append(ended)
        self._fill_section(ended)
        self._blocks.append(element("p", element("pPr", element("pStyle", val="Spacer"), ended)))
        self._section = (start, columns)

    def _fill_section(self, section: Element) -> None:
        start, columns = self._section
        section.children.append(element("type", val=start))
        section.children += page_properties(self.page)
        section.children.append(element("cols", num=columns, space=twips(8)))

    def square_picture(self, png: bytes, side: float, alt: str) -> Element:
        """A run with a picture, ``side`` millimetres wide and high, to be put into a paragraph."""
        return self.picture(png, (side, side), alt)

    def picture(self, data: bytes, size_mm: tuple[float, float], alt: str) -> Element:
        """A run with a PNG or JPEG picture of a width and height in millimetres, to be put into a paragraph."""
        part: Any = self._document.part
        relationship, _image = part.get_or_add_image(BytesIO(data))
        self._picture_count += 1
        return picture(relationship, size_mm, alt, self._picture_count)

    def data(self) -> bytes:
        """The finished .docx."""
        if not self._blocks or self._blocks[-1].tag == "tbl":
            self._blocks.append(paragraph("", "Spacer"))
        _number_bookmarks(self._blocks)
        last = element("sectPr")
        self._fill_section(last)
        # The other sections take header and footer over from the first one.
        next(iter((*self._ended, last))).children[:0] = list(self._edges())
        body = element("body", *self._blocks, last)
        self._document.part._element = _untyped(element("document", body))
        self._footnotes.write_into(self._document, STYLE_IDS)
        self._write_properties()
        data = BytesIO()
        self._document.save(data)
        return data.getvalue()

    def _edges(self) -> Iterable[Element]:
        """The header, where there is one, and the footer; each in a part of its own."""
        part: Any = self._document.part
        if self.header:
            yield _edge("header", part.add_header_part(), [paragraph(self.header, "Staff Mark")])
        footer = self._footer() if self.has_footer else [paragraph("", "footer")]
        yield _edge("footer", part.add_footer_part(), footer)

    def _footer(self) -> list[Element]:
        _ = self._
        title = shortened(self.event.title.said_in(_.language), LONGEST_FOOTER_TITLE)
        printed = stamp_text(self.stamp, _)
        parts = [_("SAMPLE"), printed] if self.event.is_sample else [printed]
        tab = element("tabs", element("tab", val="right", pos=twips(self.page.text_width)))
        last = [" · ".join(parts), "\t", *page_of_pages(_("page {page} of {pages}"))]
        return [paragraph([title, " · ", self.title], "footer"), paragraph(last, "footer", extra=[tab])]

    def _write_properties(self) -> None:
        properties, now = self._document.core_properties, datetime.now(UTC).replace(tzinfo=None)
        title = clean_text(self.event.title.said_in(self._.language))
        host = clean_text(self.event.host.said_in(self._.language))
        properties.title = f"{self.title} – {title}"[:255]
        properties.author = properties.last_modified_by = host[:255]
        properties.created = properties.modified = now
        properties.language = LANGUAGE_TAGS[self._.language]
        properties.comments = properties.keywords = properties.category = ""
        properties.subject = title[:255]
        properties.version = clean_text(self.stamp.version)[:255]
        properties.revision = 1

    def footnote(self, words: str | Run) -> Element:
        """The raised number of a footnote, to be put into a paragraph."""
        return self._footnotes.mark(words)


def stamp_text(stamp: Stamp, _: Translator) -> str:
    """Which version a print is of, which one it replaces, and when it was printed.

    A version that replaces another says less of its own name, so that the footer stays on one line.
    """
    template = _("version {version} · printed {date}")
    if stamp.released_on and stamp.replaces:
        template = _("version {release}, replaces version {replaced}, released {released} · printed {date}")
    elif stamp.released_on:
        template = _("version {release}, released {released} · printed {date}")
    elif stamp.release:
        template = _("draft {version}, changed since version {release} · printed {date}")
    return template.format(
        version=stamp.version,
        release=shortened(stamp.release, LONGEST_REPLACING if stamp.replaces else LONGEST_RELEASE),
        replaced=stamp.replaces,
        released=short_day_text(stamp.released_on or stamp.printed_on, _.language),
        date=short_day_text(stamp.printed_on, _.language),
    )


def shortened(text: str, length: int) -> str:
    """The text, cut at a word with "…" where it is longer than ``length`` signs."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0] or text[:length]
    return f"{cut.rstrip(' ,;:–-')} …"


def page_properties(page: PageFormat) -> list[Element]:
    """Size and margins of a page format, for a ``w:sectPr``."""
    turned = {"orient": "landscape"} if page.width > page.height else {}
    side = twips(page.side)
    return [
        element("pgSz", w=twips(page.width), h=twips(page.height), **turned),
        element(
            "pgMar",
            top=twips(page.top),
            right=side,
            bottom=twips(page.bottom),
            left=side,
            header=twips(page.header),
            footer=twips(page.footer),
            gutter=0,
        ),
    ]


def _edge(kind: str, made: tuple[XmlPart, str], blocks: list[Element]) -> Element:
    """Fill a header or footer part; the element by which the section names it."""
    part, relationship = made
    part._element = _untyped(element("hdr" if kind == "header" else "ftr", *blocks))
    return Element(f"{kind}Reference", {"type": "default", "r:id": relationship}, [])


def _untyped(root: Element) -> Any:
    """A root for a part of the package; python-docx only writes it out again."""
    return parsed(root, STYLE_IDS)


def _number_bookmarks(blocks: Iterable[Element]) -> None:
    """Give every bookmark its number; an end belongs to the last start still open."""
    numbers, is_open = count(1), [0]
    for block in blocks:
        for mark in block.walk():
            if mark.tag == "bookmarkStart":
                is_open.append(next(numbers))
                mark.attributes["id"] = is_open[-1]
            elif mark.tag == "bookmarkEnd":
                mark.attributes["id"] = is_open.pop()
