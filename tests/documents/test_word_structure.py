"""What Word and a screen reader need in every paper: heads, rows, headings, fields, links and sizes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from facilitation.documents.word_styles import SMALLEST
from tests.documents.reading import NAMES, W, conference_document, heading_levels, style_sizes, xml

NOT_DATA = {"table-cards.docx", "badges.docx"}
every_paper = pytest.mark.parametrize("name", NAMES)


def body(name: str) -> Any:
    return xml(conference_document(name, "sq"))


@every_paper
def test_headings_step_by_one_at_most(name: str) -> None:
    levels = [0, *heading_levels(conference_document(name, "sq"))]

    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@every_paper
def test_no_row_splits_over_pages(name: str) -> None:
    rows = list(body(name).iter(W + "tr"))

    assert [row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None] == []


@every_paper
def test_every_table_has_an_alternative_text(name: str) -> None:
    tables = list(body(name).iter(W + "tbl"))

    for tag in ("tblCaption", "tblDescription"):
        found = [table.find(f"{W}tblPr/{W}{tag}").get(W + "val") for table in tables]
        assert "" not in found


@every_paper
def test_tables_with_columns_repeat_a_flagged_head(name: str) -> None:
    for table in body(name).iter(W + "tbl"):
        first = table.find(W + "tr")
        is_head = first.find(f"{W}trPr/{W}tblHeader") is not None
        styles = {entry.get(W + "val") for entry in first.iter(W + "pStyle")}
        look = table.find(f"{W}tblPr/{W}tblLook").get(W + "firstRow")
        assert (look == "1") == is_head
        assert is_head == (styles <= {"TableHead", "TableHeadNumber"})


@every_paper
def test_every_cell_ends_in_a_paragraph(name: str) -> None:
    assert {cell[-1].tag for cell in body(name).iter(W + "tc")} <= {W + "p"}


def span(cell: Any) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(W + "val"))


@every_paper
def test_rows_fill_the_grid(name: str) -> None:
    for table in body(name).iter(W + "tbl"):
        columns = len(table.find(W + "tblGrid"))
        assert {sum(span(cell) for cell in row.iter(W + "tc")) for row in table.iter(W + "tr")} == {columns}


@every_paper
def test_fields_are_closed(name: str) -> None:
    data = conference_document(name, "sq")
    for root in (xml(data), xml(data, "word/footer1.xml")):
        depth, kinds = 0, Counter[str]()
        for mark in root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            kinds[kind] += 1
            depth += {"begin": 1, "separate": 0, "end": -1}[kind]
            assert depth >= 0
        assert depth == 0
        assert kinds["begin"] == kinds["separate"] == kinds["end"]


@every_paper
def test_links_lead_to_bookmarks_with_numbers_of_their_own(name: str) -> None:
    root = body(name)
    starts = list(root.iter(W + "bookmarkStart"))
    ids = [mark.get(W + "id") for mark in starts]

    anchors = {link.get(W + "anchor") for link in root.iter(W + "hyperlink")}

    assert anchors <= {mark.get(W + "name") for mark in starts}
    assert len(set(ids)) == len(ids)
    assert Counter(ids) == Counter(mark.get(W + "id") for mark in root.iter(W + "bookmarkEnd"))


@every_paper
def test_nothing_readable_is_smaller_than_ten_points(name: str) -> None:
    data = conference_document(name, "sq")
    sizes = style_sizes(data)
    read = {
        entry.find(f"{W}pPr/{W}pStyle").get(W + "val") if entry.find(f"{W}pPr/{W}pStyle") is not None else "Normal"
        for part in ("word/document.xml", "word/footer1.xml")
        for entry in xml(data, part).iter(W + "p")
        if "".join(node.text or "" for node in entry.iter(W + "t")).strip()
    }

    assert {style: sizes[style] for style in read if sizes[style] < SMALLEST} == {}


@every_paper
def test_text_carries_named_styles_only(name: str) -> None:
    root = body(name)
    direct = {child.tag for properties in root.iter(W + "rPr") for child in properties}

    assert direct <= {W + "rStyle", W + "lang"}


@every_paper
def test_headings_and_captions_stay_with_what_follows(name: str) -> None:
    sheet = xml(conference_document(name, "sq"), "word/styles.xml")
    kept = {
        entry.get(W + "styleId") for entry in sheet.iter(W + "style") if entry.find(f"{W}pPr/{W}keepNext") is not None
    }

    assert kept >= {"Heading1", "Heading2", "Heading3", "Caption", "Label", "TableHead"}
