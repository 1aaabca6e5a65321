"""Page numbers in a table of contents: LibreOffice lays the paper out, its pages are written into our own file.

Word only computes them when a person presses F9. The file LibreOffice would save itself is not valid (91 errors),
so its PDF is read and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from facilitation.documents.office_pdf import Convert, pages_of_bookmarks
from facilitation.documents.word_fields import page_reference
from facilitation.documents.word_xml import NAMESPACE, element, parsed

W = f"{{{NAMESPACE}}}"
BODY = "word/document.xml"
UNKNOWN = "000"
"""What stands in the place of a number while the pages are counted: about as wide."""
_TABS_COME_BEFORE = frozenset(
    f"{W}{tag}"
    for tag in (
        *("suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
        *("cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper and its PDF. ``entries`` = lines of its contents that were given a page number (0 = it has no contents),
    ``moved`` = those the second look found on another page than the first."""

    docx: bytes
    pdf: bytes
    entries: int = 0
    moved: int = 0


def numbered(paper: bytes, convert: Convert) -> Numbered:
    """The paper with page numbers in its contents; without contents only its PDF.

    Takes two conversions, and a third where the numbers themselves moved a heading.
    """
    bookmarks = contents_of(paper)
    if not bookmarks:
        return Numbered(paper, convert(paper))
    pages = pages_of_bookmarks(convert(with_page_numbers(paper, dict.fromkeys(bookmarks, UNKNOWN))), bookmarks)
    written = with_page_numbers(paper, pages)
    pdf = convert(written)
    again = pages_of_bookmarks(pdf, bookmarks)
    moved = sum(again.get(bookmark) != pages.get(bookmark) for bookmark in bookmarks)
    if moved:
        written = with_page_numbers(paper, again)
        pdf = convert(written)
    return Numbered(written, pdf, len(again), moved)


def contents_of(paper: bytes) -> tuple[str, ...]:
    """The bookmarks the table of contents of a Word file leads to, in its order; none where it has no contents."""
    with ZipFile(BytesIO(paper)) as package:
        body = package.read(BODY)
    if b"_Toc" not in body:
        return ()
    return tuple(link.get(f"{W}anchor", "") for link in _entries(_parsed(body)))


def with_page_numbers(paper: bytes, pages: Mapping[str, int | str]) -> bytes:
    """The Word file with a dotted line and a page number behind each entry of its contents that has one.

    Every other part stays byte for byte.
    """
    made = BytesIO()
    with ZipFile(BytesIO(paper)) as package, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for entry in package.infolist():
            data = package.read(entry)
            written.writestr(entry, _numbered_body(data, pages) if entry.filename == BODY else data)
    return made.getvalue()


def _numbered_body(body: bytes, pages: Mapping[str, int | str]) -> bytes:
    root = _parsed(body)
    right = _text_width(root)
    for link in _entries(root):
        bookmark = link.get(f"{W}anchor", "")
        if bookmark in pages:
            _add_tab_stop(cast(etree._Element, link.getparent()), right)
            link.extend(list(parsed(element("p", *page_reference(bookmark, str(pages[bookmark]))), {})))
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(filter(None, root.nsmap)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _parsed(body: bytes) -> etree._Element:
    return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    """The links inside the field of the table of contents."""
    depth = 0  # of fields since the one of the contents began
    for node in root.iter(f"{W}instrText", f"{W}fldChar", f"{W}hyperlink"):
        if node.tag == f"{W}instrText":
            depth = depth or int((node.text or "").split()[:1] == ["TOC"])
        elif node.tag == f"{W}hyperlink" and depth:
            yield node
        elif depth and node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType", ""), 0)
            if not depth:
                return


def _text_width(root: etree._Element) -> int:
    """Between the margins of the last section, in twentieths of a point."""
    section = list(root.iter(f"{W}sectPr"))[-1]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return 9026
    return int(size.get(f"{W}w", 11906)) - int(margins.get(f"{W}left", 1440)) - int(margins.get(f"{W}right", 1440))


def _add_tab_stop(paragraph: etree._Element, right: int) -> None:
    """A right tab stop with dots at the edge of the text; styles of contents bring none."""
    tabs = parsed(element("tabs", element("tab", val="right", leader="dot", pos=right)), {})
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = parsed(element("pPr"), {})
        paragraph.insert(0, properties)
    place = next((at for at, child in enumerate(properties) if child.tag in _TABS_COME_BEFORE), len(properties))
    properties.insert(place, tabs)
