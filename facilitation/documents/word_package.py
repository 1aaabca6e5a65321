"""A Word document under construction: its pages, footer, properties, and the file in the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from docx import Document
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart
from lxml import etree

from facilitation.documents.word_edges import Edges
from facilitation.documents.word_fields import page_of_pages
from facilitation.documents.word_fit import text_width
from facilitation.documents.word_footnotes import Footnotes
from facilitation.documents.word_look import SMALLEST_LARGE, W, fit_width, let_rows_grow, spare_ink, widen_columns
from facilitation.documents.word_parts import Run, paragraph
from facilitation.documents.word_picture import picture
from facilitation.documents.word_room import give_way
from facilitation.documents.word_styles import PORTRAIT, SMALLEST, PageFormat, Stamp
from facilitation.documents.word_template import base_for, page_on
from facilitation.documents.word_xml import Element, Shared, clean_text, element, pieces_of, root_pieces, twips
from facilitation.documents.word_zip import package_bytes
from facilitation.domain.event import Event
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.translator import Translator

LANGUAGE_TAGS = {"sq": "sq-AL", "en": "en-GB"}
LONGEST_FOOTER_TITLE = 80
LONGEST_RELEASE, LONGEST_REPLACING, SHORTEST_FOOTER_TITLE = 40, 18, 12
OTHER_FONTS = 0.25
"""The share by which the fonts of a template may be wider than ours."""
WIDER_WORDS = 1.35
"""How much wider a bold word may be there: columns are made for it."""
MORE_TEXT_IN_LARGE, MORE_TEXT_IN_OTHER_FONTS = 0.22, 0.05
"""The shares of a page that its words take more."""
FIRST_OF_OURS = 1001
"""Numbers of our pictures in a template, whose logos have the lower ones."""
BOOKMARK, BOOKMARK_START = "<w:bookmark", "<w:bookmarkStart "
WRITTEN_TOGETHER = 200
"""Blocks of a long chapter that are turned into text at once."""


class Paper:
    """One document of an event. Blocks are added in order; ``data()`` gives the file.

    The stamp brings look and template. ``page`` is the format with the template's margins: tables planned for another
    width are fitted to it. In large print ``look.is_large`` lets an author choose other columns; without that, each
    word gets the room it needs. On ``page.has_fixed_sizes`` large print, on ``page.is_bare`` the template is ignored.

    ``title`` names the paper ("Sign-in sheet"); ``header``, where set, stands on top of every page. ``has_footer`` is
    False where a page is handed to somebody for good: version and day of printing are of no use to them.
    """

    def __init__(self, event: Event, _: Translator, stamp: Stamp, *, title: str, page: PageFormat = PORTRAIT) -> None:
        self.event, self._, self.stamp, self.title = event, _, stamp, title
        self.look = replace(stamp.look, is_large=stamp.look.is_large and not page.has_fixed_sizes)
        self.template = b"" if page.is_bare else stamp.template
        self._base = base_for(LANGUAGE_TAGS[_.language], self.look, self.template)
        self.page = page_on(self._base, page)
        self.header, self.has_footer = "", True
        self._document = Document(BytesIO(self._base.data))
        self._edge_parts = Edges(self._document, self._base.style_ids)
        self._blocks: list[Element] = []
        self._planned = page
        self._picture_count, self._bookmarks = FIRST_OF_OURS - 1 if self.template else 0, count(1)
        self._pictures: dict[bytes, str] = {}
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
        self._picture_count += 1
        if data not in self._pictures:  # python-docx would look through all pictures of the package each time
            image = Image.from_blob(data)
            place = PackURI(f"/word/media/picture{self._picture_count}.{image.ext}")
            self._pictures[data] = self._document.part.relate_to(
                ImagePart.from_image(image, place), RELATIONSHIP_TYPE.IMAGE
            )
        return picture(self._pictures[data], size_mm, alt, self._picture_count)

    def held(self, blocks: Iterable[Element]) -> list[Element]:
        """The same blocks, to be added later and not changed any more: of a long chapter only its text is kept."""
        kept, waiting = list[Element](), list[Element]()
        for block in blocks:
            waiting.append(block)
            if len(waiting) == WRITTEN_TOGETHER:
                kept.append(self._together(waiting))
                waiting = []
        return [*kept, self._together(waiting)] if waiting else kept

    def _together(self, blocks: list[Element]) -> Element:
        pieces = pieces_of(blocks, self._base.style_ids)
        _number_bookmarks(pieces, self._bookmarks)
        return Shared(Element(blocks[-1].tag, {}, []), "".join(pieces))

    def data(self) -> bytes:
        """The finished .docx."""
        if not self._blocks or self._blocks[-1].tag == "tbl":
            self._blocks.append(paragraph("", "Spacer"))
        last = element("sectPr")
        self._fill_section(last)
        # The other sections take header and footer over from the first one.
        next(iter((*self._ended, last))).children[:0] = list(self._edges())
        body = root_pieces(element("document", element("body", *self._blocks, last)), self._base.style_ids)
        _number_bookmarks(body, self._bookmarks)
        self._footnotes.write_into(self._document, self._base.style_ids)
        self._write_properties()
        if self.template or self.look.is_large or self.look.is_low_ink:
            body = self._refitted(body)
        return package_bytes(self._document, body)

    def _refitted(self, body: list[str]) -> list[str]:
        """What a template or a look asks for is done to the body as a tree, which then takes the place of the text."""
        root = etree.fromstring("".join(body))
        self._print_as_wanted(root)
        part: Any = self._document.part
        part._element = root
        return []

    def _print_as_wanted(self, root: Any) -> None:
        """Fit the body to the template's page and lists, and to the look of the print."""
        if self.template:
            self._edge_parts.complete(root)
            self._renumber_lists(root)
            if (factor := self.page.text_width / self._planned.text_width) != 1:
                fit_width(root, factor)
        if lost := self._lost_height():
            give_way(root, lost)
        if self.look.is_large:
            let_rows_grow(root)
        if self.look.is_large or self.template:
            widen_columns(root, self._base.sizes, WIDER_WORDS if self.template else 1)
        if self.look.is_low_ink:
            spare_ink(root)

    def _lost_height(self) -> float:
        """Millimetres of a page that its letterhead and larger or wider letters take."""
        larger = MORE_TEXT_IN_LARGE * self.look.is_large + MORE_TEXT_IN_OTHER_FONTS * bool(self.template)
        return max(0.0, self._planned.text_height - self.page.text_height) + larger * self._planned.text_height

    def _renumber_lists(self, root: Any) -> None:
        numbers = {"1": self._base.bullets, "2": self._base.chapters}
        for place in root.iter(f"{W}numId"):
            value = place.get(f"{W}val")
            place.set(f"{W}val", str(numbers.get(value, value)))

    def _edges(self) -> Iterable[Element]:
        """The header, where there is one, and the footer; on a template ours stand under its own."""
        header = [paragraph(self.header, "Staff Mark")] if self.header else []
        if self.template:
            yield from self._edge_parts.shared("header", lambda: header)
            yield from self._edge_parts.shared("footer", lambda: self._footer("Print Line") if self.has_footer else [])
            return
        if header:
            yield self._edge_parts.own("header", header)
        yield self._edge_parts.own("footer", self._footer("footer") if self.has_footer else [paragraph("", "footer")])

    def _footer(self, style: str) -> list[Element]:
        """Two lines: what this is; which version and which page."""
        _, event = self._, self.event.title.said_in(self._.language)
        tab = element("tabs", element("tab", val="right", pos=twips(self.page.text_width)))
        page = ["\t", *page_of_pages(_("page {page} of {pages}"))]
        sample = _("SAMPLE") + " · " if self.event.is_sample else ""
        if self.look.is_large or self.template:
            title = paragraph([self._short_title(event, sample), *page], style, extra=[tab])
            number = self.stamp.release.partition(" · ")[0]
            return [title, paragraph(stamp_text(replace(self.stamp, release=number), _), style)]
        title = paragraph(f"{shortened(event, LONGEST_FOOTER_TITLE)} · {self.title}", style)
        return [title, paragraph([sample + stamp_text(self.stamp, _), *page], style, extra=[tab])]

    def _short_title(self, event: str, sample: str) -> str:
        """What this is, so that the number of the page has room in the same line."""
        size = SMALLEST_LARGE if self.look.is_large else SMALLEST
        room = self.page.text_width * (1 - OTHER_FONTS * bool(self.template))
        rest = f"{sample} · {self.title} " + self._("page {page} of {pages}").format(page=100, pages=100)
        return f"{sample}{_shortened_to(event, room - text_width(rest, size), size)} · {self.title}"

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


def _shortened_to(text: str, room: float, size: float) -> str:
    """The text cut at a word so that it has so many millimetres in letters of ``size`` points."""
    length = min(len(text), LONGEST_FOOTER_TITLE)
    while length > SHORTEST_FOOTER_TITLE and text_width(shortened(text, length), size) > room:
        length -= 1
    return shortened(text, length)


def page_properties(page: PageFormat) -> list[Element]:
    """Size and margins of a page format, for a ``w:sectPr``."""
    turned = {"orient": "landscape"} if page.width > page.height else {}
    left, right = twips(page.side), twips(page.side if page.right is None else page.right)
    return [
        element("pgSz", w=twips(page.width), h=twips(page.height), **turned),
        element(
            "pgMar",
            top=twips(page.top),
            right=right,
            bottom=twips(page.bottom),
            left=left,
            header=twips(page.header),
            footer=twips(page.footer),
            gutter=0,
        ),
    ]


def _number_bookmarks(pieces: list[str], numbers: Iterator[int]) -> None:
    """Give every bookmark its number; an end belongs to the last start still open."""
    is_open = [0]
    for place, piece in enumerate(pieces):
        if piece.startswith(BOOKMARK):
            if piece.startswith(BOOKMARK_START):
                is_open.append(next(numbers))
                number = is_open[-1]
            else:
                number = is_open.pop()
            pieces[place] = piece.replace('w:id="0"', f'w:id="{number}"', 1)
