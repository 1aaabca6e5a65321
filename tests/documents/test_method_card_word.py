"""The card of a method: one page in either language, with all a facilitator needs, fit for Word."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from facilitation.documents.method_card_word import method_card_docx
from facilitation.documents.word_styles import SMALLEST
from facilitation.domain.method import Method
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.library.loader import load_library
from facilitation.settings import ROOT
from tests.builders import a_material, a_method
from tests.documents.reading import LANGUAGES, STAMP, W, heading_levels, outline, parts, style_sizes, texts, xml
from tests.programs import need

METHODS = load_library(ROOT / "agendas").methods
LONG = Text(en="Everybody writes, reads and talks about what the whole room should know. " * 12)
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@cache
def card(method_id: str, language: str) -> bytes:
    """The card of a method of the library."""
    return method_card_docx(METHODS[method_id], Translator(language), STAMP)


def a_method_of_many_words() -> Method:
    """More than a page holds even in the smallest words."""
    method = a_method(steps=(5,) * 12, room_setup=LONG, roles=LONG, tips=(LONG,) * 3, risks=(LONG,) * 3)
    return replace(method, steps=tuple(replace(step, words=LONG) for step in method.steps))


def test_a_card_has_everything_a_facilitator_needs() -> None:
    method = METHODS["check_in"]

    words = "\n".join(texts(card("check_in", "en")))

    said = [method.title, method.purpose, method.room_setup, method.roles, method.output, method.plan_b, method.source]
    said += [text for step in method.steps for text in (step.what, step.words, step.who) if text]
    assert [text.en for text in said if text.en not in words] == []
    assert [text.en for text in (*method.tips, *method.risks) if f"• {text.en}" not in words] == []
    assert "3–20 people · 5–20 min, usually 12 min · Opening and getting acquainted" in words.replace("\u00a0", " ")


def test_the_card_is_in_the_language_asked_for() -> None:
    method = METHODS["check_in"]

    words = "\n".join(texts(card("check_in", "sq")))

    assert method.steps[0].words.sq in words
    assert method.steps[0].words.en not in words


def test_materials_are_counted_for_a_number_of_people() -> None:
    method = a_method(materials=(a_material("Card", 2),))

    per_head = outline(method_card_docx(method, Translator("en"), STAMP))
    for_forty = outline(method_card_docx(method, Translator("en"), STAMP, people=40))

    assert "Card (en) – 2 per participant" in per_head
    assert "| Materials for 40 people | 88 × Card (en) |" in for_forty


def test_what_a_method_does_not_say_leaves_no_hole() -> None:
    bare = replace(a_method(), materials=(), source=Text())

    found = outline(method_card_docx(bare, Translator("en"), STAMP))

    assert "(table: About the method)" not in found
    assert "(table: Tips and risks)" not in found
    assert "| 10 | Move 1 (en) | Words 1 (en) | Facilitator (en) |" in found


def test_short_methods_are_printed_large_and_long_ones_small() -> None:
    def style_of_steps(data: bytes) -> set[str]:
        return {entry.get(W + "val") for entry in xml(data).iter(W + "pStyle")} & {"LargestCardWords", "TableWords"}

    assert style_of_steps(card("buzz", "sq")) == {"LargestCardWords"}
    assert style_of_steps(card("world_cafe", "sq")) == {"TableWords"}


def test_where_nothing_fits_tips_risks_and_words_to_say_are_left_out() -> None:
    words = "\n".join(texts(method_card_docx(a_method_of_many_words(), Translator("en"), STAMP)))

    assert "Move 12 (en)" in words
    assert "What can go wrong" not in words
    assert "Words to say" not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_finds_named_styles_alternative_texts_whole_rows_and_readable_sizes(language: str) -> None:
    for method_id in METHODS:
        data = card(method_id, language)
        root, sizes = xml(data), style_sizes(data)
        tables = list(root.iter(W + "tbl"))
        read = {entry.get(W + "val") for entry in root.iter(W + "pStyle")} - {"Spacer", "Gap"}

        assert heading_levels(data) == []
        assert all(table.find(f"{W}tblPr/{W}tblCaption").get(W + "val") for table in tables)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in root.iter(W + "tr"))
        assert {child.tag for properties in root.iter(W + "rPr") for child in properties} <= {W + "rStyle"}
        assert min(sizes[style] for style in read) >= SMALLEST


def test_the_properties_name_the_method_and_no_person() -> None:
    core = parts(card("buzz", "en"))["docProps/core.xml"].decode()

    assert "Method card – Buzz groups" in core
    assert "python-docx" not in core


@pytest.mark.ooxml
@pytest.mark.parametrize("language", LANGUAGES)
def test_open_xml_sdk_finds_nothing_in_any_card(language: str, tmp_path: Path) -> None:
    """Starting the validator takes a second, so the bodies of all cards are read as one document."""
    program, path = need("ooxml-validator"), tmp_path / f"cards-{language}.docx"
    path.write_bytes(_all_in_one(language))

    answer = subprocess.run([program, path], capture_output=True, check=False, timeout=120)

    found = json.loads(answer.stdout)
    assert (found["ok"], found["errors"]) == (True, [])
    assert len(xml(path.read_bytes()).findall(f"{W}body/{W}tbl")) >= len(METHODS)


def _all_in_one(language: str) -> bytes:
    """One document with what stands in every card, the ids of each made different from those of the others."""
    cards = [xml(card(method_id, language)) for method_id in METHODS]
    whole, *others = cards
    end = whole.find(f"{W}body/{W}sectPr")
    for number, other in enumerate(others, start=1):
        for numbered in other.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", DRAWN):
            name = "id" if numbered.tag == DRAWN else W + "id"
            numbered.set(name, str(int(numbered.get(name)) + 1000 * number))
        for block in other.find(W + "body"):
            if block.tag != W + "sectPr":
                end.addprevious(block)
    packed = BytesIO()
    with ZipFile(BytesIO(card(next(iter(METHODS)), language))) as first, ZipFile(packed, "w") as file:
        for name in first.namelist():
            is_body = name == "word/document.xml"
            file.writestr(name, etree.tostring(whole, xml_declaration=True) if is_body else first.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("method_id", ["buzz", "world_cafe", "case_clinic"])
def test_openxml_audit_finds_nothing(method_id: str, tmp_path: Path) -> None:
    path = tmp_path / f"{method_id}.docx"
    path.write_bytes(card(method_id, "sq"))

    result = OpenXmlValidator().validate(path)

    assert (result.is_valid, list(result.errors)) == (True, [])


@pytest.mark.libreoffice
def test_every_card_is_one_page_in_libreoffice(tmp_path: Path) -> None:
    soffice, paths = need("soffice"), _written(tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, paths)]

    subprocess.run(command, capture_output=True, check=True, timeout=600)

    pages = {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")}
    assert {name: count for name, count in pages.items() if count != 1} == {}
    assert len(pages) == 2 * len(METHODS)


def _written(folder: Path) -> list[Path]:
    """Every card of the library as a file, in both languages."""
    paths = []
    for method_id in METHODS:
        for language in LANGUAGES:
            paths.append(folder / f"{method_id}-{language}.docx")
            paths[-1].write_bytes(card(method_id, language))
    return paths


def test_a_title_in_one_language_is_printed_in_the_other_too() -> None:
    assert "Bisedë" in texts(method_card_docx(a_method(title=Text(sq="Bisedë")), Translator("en"), STAMP))
