"""What Word itself computes or follows: page numbers, captions, bookmarks, links and the table of contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.documents.word_parts import Piece, heading, paragraph, run
from facilitation.documents.word_xml import Element, element, text_element


def field(instruction: str, result: str, style: str = "") -> list[Element]:
    """The runs of a complex field with the result shown until Word computes it anew."""
    return [
        _mark("begin"),
        element("r", _instruction(instruction)),
        _mark("separate"),
        run(result, style),
        _mark("end"),
    ]


def page_of_pages(template: str) -> list[Piece]:
    """ "Page {page} of {pages}" with both numbers as fields."""
    words: list[Piece] = []
    for number, part in enumerate(template.replace("{pages}", "{page}").split("{page}")):
        if number:
            words += field("PAGE" if number == 1 else "NUMPAGES", "1")
        words.append(part)
    return words


def bookmarked(content: Iterable[Element], bookmark: str) -> list[Element]:
    """Runs inside a bookmark; its number is given when the document is saved."""
    return [element("bookmarkStart", id=0, name=bookmark), *content, element("bookmarkEnd", id=0)]


def link(text: str, bookmark: str, style: str = "Hyperlink", language: str = "") -> Element:
    """A link to a bookmark of the same document."""
    return element("hyperlink", run(text, style, language), anchor=bookmark, history=1)


def page_reference(bookmark: str, number: str) -> list[Element]:
    """A tab and the page of a bookmark: what ends an entry of the contents."""
    return [run("\t"), *field(f"PAGEREF {bookmark} \\h", number)]


def caption(template: str, number: int, text: str, *, sequence: str = "Table", bookmark: str = "") -> Element:
    """The caption of a table or figure, "Table {number}. …", its number a SEQ field of a ``sequence`` ("Table",
    "Figure"); ``bookmark`` = what cross-references to "Table 3" lead to."""
    before, after = template.split("{number}", 1)
    label = [run(before), *field(f"SEQ {sequence} \\* ARABIC", str(number))]
    return paragraph([*(bookmarked(label, bookmark) if bookmark else label), f"{after} {text}"], "caption")


def reference(bookmark: str, text: str) -> list[Element]:
    """A cross-reference ("Table 3") that Word computes anew and that leads to its place with a click."""
    return field(f"REF {bookmark} \\h", text)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading that the table of contents lists; ``number`` is what Word computes for it ("3", "6.2" or "").

    ``language`` where its words are in another one than the paper.
    """

    text: str
    level: int
    bookmark: str
    number: str = ""
    language: str = ""

    def element(self, *, page_break: bool = False) -> Element:
        """The heading itself, with its bookmark and its chapter number."""
        made = heading(
            bookmarked([run(self.text, "", self.language)], self.bookmark), self.level, page_break=page_break
        )
        if self.number:
            numbering = element("numPr", element("ilvl", val=self.level - 1), element("numId", val=2))
            properties = made.children[0].children
            place = next((at for at, entry in enumerate(properties) if entry.tag == "spacing"), len(properties))
            properties.insert(place, numbering)
        return made

    @property
    def label(self) -> str:
        """The number and the text, as a reader sees them."""
        return f"{self.number} {self.text}" if self.number else self.text


def contents(title: str, chapters: Iterable[Chapter]) -> list[Element]:
    """A real TOC field of two levels whose entries are already written, each a link to its heading.

    Page numbers come with ``page_numbers``, or when Word computes the field (F9): a wrong one is worse than none.
    """
    entries = [
        paragraph([link(chapter.label, chapter.bookmark, "", chapter.language)], f"toc {chapter.level}")
        for chapter in chapters
    ]
    if not entries:
        return []
    start = [_mark("begin"), element("r", _instruction('TOC \\o "1-2" \\h \\z \\u')), _mark("separate")]
    at = 1 if entries[0].child("pPr") else 0
    entries[0].children[at:at] = start
    entries[-1].children.append(_mark("end"))
    return [paragraph(title, "toc heading", extra=[element("pageBreakBefore")]), *entries]


def _mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))


def _instruction(text: str) -> Element:
    return text_element(f" {text} ", "instrText")


__all__ = [
    "Chapter",
    "bookmarked",
    "caption",
    "contents",
    "field",
    "link",
    "page_of_pages",
    "page_reference",
    "reference",
]
