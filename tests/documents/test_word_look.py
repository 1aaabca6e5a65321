"""Large print and little ink: nothing below sixteen points, no filled area, black letters, and no word lost."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from facilitation.documents.catalogue import EVERY_WORD_DOCUMENT
from facilitation.documents.word_fit import text_width
from facilitation.documents.word_look import balanced, large_size, specs_for
from facilitation.documents.word_styles import STYLES
from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.i18n.translator import Translator
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, NAMES, STAMP, W, conference_document, outline, style_sizes, texts, xml

LARGE, LOW_INK, BOTH = PrintLook(is_large=True), PrintLook(is_low_ink=True), PrintLook(True, True)
FIXED = {
    "badges.docx",
    "cafe-cards.docx",
    "cafe-questions.docx",
    "certificates.docx",
    "name-cards.docx",
    "table-cards.docx",
}
"""Measured to fit: large print leaves them as they are."""
READ_LARGE = tuple(name for name in NAMES if name not in FIXED)
ARRANGED = {"guide.docx", "guides.docx", "run-of-show.docx"}
"""Their authors choose other columns for large print."""


@cache
def printed(name: str, language: str, look: PrintLook) -> bytes:
    stamp = replace(STAMP, look=look, release="2 · Për ministrinë")
    return EVERY_WORD_DOCUMENT[name](a_conference(10), Translator(language), stamp)


def used_styles(data: bytes) -> set[str]:
    """The ids of the paragraph styles in which something can be read."""
    return {
        "Normal" if (style := entry.find(f"{W}pPr/{W}pStyle")) is None else style.get(f"{W}val")
        for part in ("word/document.xml", "word/footer1.xml")
        for entry in xml(data, part).iter(f"{W}p")
        if "".join(node.text or "" for node in entry.iter(f"{W}t")).strip()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", READ_LARGE)
def test_large_print_has_nothing_below_sixteen_points(name: str, language: str) -> None:
    data = printed(name, language, LARGE)
    sizes = style_sizes(data)

    assert {style: sizes[style] for style in used_styles(data) if sizes[style] < 16} == {}
    assert list(xml(data).iter(f"{W}sz", f"{W}szCs")) == []
    runs = {entry.get(f"{W}val") for entry in xml(data).iter(f"{W}rStyle")}
    assert {style for style in runs if _own_size(data, style) not in {None} and sizes[style] < 16} == set()


def _own_size(data: bytes, style_id: str) -> Any:
    found = xml(data, "word/styles.xml").find(f"{W}style[@{W}styleId='{style_id}']/{W}rPr/{W}sz")
    return None if found is None else found.get(f"{W}val")


@pytest.mark.parametrize("name", READ_LARGE)
def test_large_print_says_what_the_usual_one_says_and_cuts_nothing(name: str) -> None:
    data = printed(name, "sq", LARGE)

    assert {entry.get(f"{W}hRule") for entry in xml(data).iter(f"{W}trHeight")} <= {"atLeast"}
    usual, large = (set(" ".join(texts(printed(name, "sq", look))).split()) for look in (USUAL, LARGE))
    assert usual - large == set() or name in ARRANGED


@pytest.mark.parametrize("name", sorted(FIXED))
def test_cards_signs_and_certificates_ignore_large_print(name: str) -> None:
    large, usual = printed(name, "sq", LARGE), printed(name, "sq", USUAL)

    assert outline(large) == outline(usual)
    assert style_sizes(large) == style_sizes(usual)


@pytest.mark.parametrize("name", READ_LARGE)
def test_columns_of_large_print_stay_within_the_page(name: str) -> None:
    root, usual = xml(printed(name, "sq", LARGE)), xml(printed(name, "sq", USUAL))
    page, margin = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")
    text = int(page.get(f"{W}w")) - 2 * int(margin.get(f"{W}left"))
    room = max([text, *(int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) for table in usual.iter(f"{W}tbl"))])

    for table in root.iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")) <= room + len(widths)
    for row in xml(printed(name, "sq", LARGE)).iter(f"{W}tr"):
        assert all(int(cell.get(f"{W}w")) > 0 for cell in row.iter(f"{W}tcW"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_of_a_large_footer_is_short(language: str) -> None:
    for name in READ_LARGE:
        data = printed(name, language, LARGE)
        page, margin = xml(data).find(f".//{W}pgSz"), xml(data).find(f".//{W}pgMar")
        room = (int(page.get(f"{W}w")) - 2 * int(margin.get(f"{W}left"))) / 1440 * 25.4
        lines = [line for line in outline(data).splitlines() if line.startswith("<footer> ")]
        for line in lines:
            assert text_width(line.removeprefix("<footer> ").replace("\t", " "), 16) <= room * 1.03, (name, line)
        assert [("2027" in line) for line in lines] in ([], [False, True]), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_low_ink_has_no_filled_area_and_black_letters(name: str, language: str) -> None:
    data = printed(name, language, LOW_INK)
    sheet = xml(data, "word/styles.xml")

    assert list(xml(data).iter(f"{W}shd")) == []
    assert list(sheet.iter(f"{W}shd")) == []
    assert {entry.get(f"{W}val") for entry in sheet.iter(f"{W}color")} == {"000000"}
    assert list(xml(data).iter(f"{W}color")) == []
    assert outline(data) == outline(printed(name, language, USUAL))


def test_low_ink_keeps_the_lines_of_tables_and_outlines_the_bars() -> None:
    usual, spared = xml(printed("proceedings.docx", "sq", USUAL)), xml(printed("proceedings.docx", "sq", LOW_INK))
    bars = [shade for shade in usual.iter(f"{W}shd") if shade.getparent().tag == f"{W}pPr"]

    outlined = [lines for lines in spared.iter(f"{W}pBdr") if lines.getparent().find(f"{W}ind") is not None]

    assert len(bars) == len(outlined) > 0
    assert len(list(spared.iter(f"{W}tblBorders"))) == len(list(usual.iter(f"{W}tblBorders")))
    indents = [[entry.get(f"{W}right") for entry in root.iter(f"{W}ind")] for root in (usual, spared)]
    assert [int(after) - int(before) for before, after in zip(*indents, strict=True)] == [60] * len(bars)


def test_the_usual_print_is_what_it_was() -> None:
    assert specs_for(USUAL) == STYLES
    assert printed("guide.docx", "sq", USUAL)[:2] == conference_document("guide.docx", "sq")[:2]
    shades = [shade.get(f"{W}fill") for shade in xml(printed("agenda.docx", "sq", USUAL)).iter(f"{W}shd")]
    assert "E4DFD3" in shades


def test_headings_grow_less_than_text_and_the_order_of_sizes_stays() -> None:
    sizes = (10, 10.5, 11, 12, 13, 16, 20, 24, 30, 39, 40, 150)
    grown = [large_size(size) for size in sizes]

    assert grown[0] == 16
    assert grown == sorted(grown)
    assert large_size(24) / 24 < large_size(10) / 10
    assert grown[-2:] == [40, 150]
    assert large_size(1) == 1


@pytest.mark.parametrize(
    ("old", "needed", "new"),
    [
        ([100, 100], [80, 90], [100, 100]),
        ([50, 150], [80, 60], [80, 120]),
        ([50, 50, 100], [80, 60, 60], [80, 60, 60]),
        ([50, 50], [150, 50], [75, 25]),
        ([50, 50], [0, 0], [50, 50]),
        ([60, 40], [0, 400], [0, 100]),
    ],
)
def test_columns_give_to_those_that_need(old: list[int], needed: list[int], new: list[int]) -> None:
    found = balanced(old, needed)

    assert found == new
    assert sum(found) == sum(old)


def test_both_looks_go_together() -> None:
    data = printed("proceedings.docx", "en", BOTH)

    assert min(style_sizes(data)[style] for style in used_styles(data)) >= 16
    assert list(xml(data).iter(f"{W}shd")) == []
