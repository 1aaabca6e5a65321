"""Word files as PDF by LibreOffice, and the page numbers read from it."""

from __future__ import annotations

import re
import subprocess
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from facilitation.documents import office_pdf
from facilitation.documents.office_pdf import NoOffice, NoPdf, pages_of_bookmarks, pdf_of, pdfs_of
from facilitation.documents.page_numbers import Numbered, contents_of, numbered, with_page_numbers
from tests import fake_office
from tests.documents.reading import W, conference_document, parts, xml
from tests.programs import need, sdk_answer


def entries(paper: bytes) -> list[tuple[str, str, str]]:
    """Of each line of the contents: its bookmark, its words and what stands behind the tab."""
    found = []
    for link in xml(paper).iter(W + "hyperlink"):
        if link.get(W + "anchor").startswith("_Toc"):
            text = "".join("\t" if node.tag == W + "tab" else node.text for node in link.iter(W + "t", W + "tab"))
            words, _tab, number = text.partition("\t")
            found.append((link.get(W + "anchor"), words, number))
    return found


def test_a_number_stands_behind_every_entry_as_a_field_after_a_dotted_line() -> None:
    paper = conference_document("proceedings.docx", "en")
    bookmarks = contents_of(paper)

    made = with_page_numbers(paper, {bookmark: 10 + place for place, bookmark in enumerate(bookmarks)})

    assert [(bookmark, number) for bookmark, _words, number in entries(made)] == [
        (bookmark, str(10 + place)) for place, bookmark in enumerate(bookmarks)
    ]
    root = xml(made)
    fields = [node.text.split() for node in root.iter(W + "instrText") if "PAGEREF" in node.text]
    assert fields == [["PAGEREF", bookmark, "\\h"] for bookmark in bookmarks]
    stops = [stop.attrib for stop in root.iter(W + "tab") if stop.get(W + "leader")]
    width = 11906 - 2 * round(24 * 1440 / 25.4)
    assert {stop[W + "val"] for stop in stops} == {"right"}
    assert [int(stop[W + "pos"]) for stop in stops] == [pytest.approx(width, abs=2)] * len(bookmarks)
    kinds = Counter(mark.get(W + "fldCharType") for mark in root.iter(W + "fldChar"))
    assert len(set(kinds.values())) == 1


def test_only_the_body_of_the_file_is_written_anew() -> None:
    paper = conference_document("proceedings.docx", "sq")

    made = parts(with_page_numbers(paper, dict.fromkeys(contents_of(paper), 7)))

    before = parts(paper)
    assert list(made) == list(before)
    assert {name for name, data in made.items() if data != before[name]} == {"word/document.xml"}


def test_an_entry_the_pdf_does_not_know_stays_a_link_without_a_number() -> None:
    paper = conference_document("proceedings.docx", "en")
    first, *_others = contents_of(paper)

    made = entries(with_page_numbers(paper, {first: 2}))

    assert [number for _bookmark, _words, number in made] == ["2"] + [""] * (len(made) - 1)
    assert [words for _bookmark, words, _number in made] == [words for _bookmark, words, _number in entries(paper)]


def test_a_paper_without_contents_is_converted_once_and_stays_as_it_is() -> None:
    paper, seen = conference_document("agenda.docx", "sq"), []

    made = numbered(paper, lambda docx: seen.append(docx) or fake_office.a_pdf())  # type: ignore[func-returns-value]

    assert (made.docx, made.entries, seen) == (paper, 0, [paper])


def test_numbers_that_move_a_heading_are_written_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = conference_document("proceedings.docx", "sq")
    bookmarks = contents_of(paper)
    looks = [dict.fromkeys(bookmarks, 4), {**dict.fromkeys(bookmarks, 4), bookmarks[-1]: 5}]
    monkeypatch.setattr("facilitation.documents.page_numbers.pages_of_bookmarks", lambda *_: looks.pop(0))
    converted: list[bytes] = []

    made = numbered(paper, lambda docx: converted.append(docx) or b"%PDF")  # type: ignore[func-returns-value]

    assert (made.moved, made.entries, len(converted)) == (1, len(bookmarks), 3)
    assert converted[-1] == made.docx
    assert [number for _bookmark, _words, number in entries(made.docx)] == ["4"] * (len(bookmarks) - 1) + ["5"]


def test_without_libreoffice_a_sentence_says_how_a_pdf_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_pdf, "find_office", lambda: None)

    with pytest.raises(NoOffice, match="Open the Word file and choose “Save as”, PDF"):
        pdf_of(b"")


def test_a_program_that_hangs_is_ended_with_its_children_and_its_profile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = fake_office.put_in_place(monkeypatch, tmp_path, fake_office.HANGS)
    profile, began = office_pdf._profile(), time.monotonic()

    with pytest.raises(NoPdf, match="was stopped"):
        pdf_of(b"", limit=0.5)

    child = Path(f"/proc/{log.read_text().strip()}/stat")
    assert time.monotonic() - began < 10
    assert not child.exists() or child.read_text().split()[2] == "Z"
    assert office_pdf._profile() is not profile
    assert set() == office_pdf._RUNNING


def test_a_program_that_makes_nothing_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_NOTHING)

    with pytest.raises(NoPdf, match="could not make the PDF"):
        pdf_of(b"")


def test_two_conversions_stand_in_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    log = fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_A_PDF, between="sleep 0.1")
    threads = [Thread(target=pdfs_of, args=([b"", b""],)) for _number in range(3)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert log.read_text().split() == ["begin", "end"] * 3


@pytest.fixture(scope="module")
def volume() -> Numbered:
    """The volume of the made conference with its page numbers: the one place where LibreOffice is started."""
    need("soffice")
    return numbered(conference_document("proceedings.docx", "sq"), pdf_of)


@pytest.mark.libreoffice
def test_every_heading_stands_on_the_page_the_contents_name(volume: Numbered, tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(volume.pdf)
    command = [str(need("pdftoppm").with_name("pdftotext")), "-layout", str(path), "-"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout.split("\f")
    pages = [re.sub(r"\s+", " ", page) for page in printed]

    found = entries(volume.docx)

    assert (volume.moved, volume.entries) == (0, len(found))
    assert len(found) > 20
    for _bookmark, words, number in found:
        assert words in pages[int(number) - 1], (words, number)
    numbers = [int(number) for _bookmark, _words, number in found]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 7


def alternative_texts(tree: Any) -> list[str]:
    """Of every figure in the structure of a tagged PDF."""
    waiting, found = [tree], []
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def pictures(paper: bytes) -> list[str]:
    return [node.get("descr") for node in xml(paper).iter() if node.tag.endswith("}docPr")]


@pytest.mark.libreoffice
def test_the_pdf_is_tagged_and_says_language_title_and_author(volume: Numbered) -> None:
    reader = PdfReader(BytesIO(volume.pdf))
    root: Any = reader.trailer["/Root"]
    facts = reader.metadata

    assert sorted(alternative_texts(root["/StructTreeRoot"])) == sorted(pictures(volume.docx))
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sq-AL"
    assert facts
    assert (facts.title, facts.author) == (
        "Raporti i punimeve – Konferenca Kombëtare e Koordinimit për mbrojtjen e personave në nevojë",
        "Zyra e Koordinatorit Kombëtar",
    )


@pytest.mark.ooxml
def test_the_numbered_file_is_still_valid(tmp_path: Path) -> None:
    path, paper = tmp_path / "volume.docx", conference_document("proceedings.docx", "sq")
    path.write_bytes(with_page_numbers(paper, dict.fromkeys(contents_of(paper), 12)))

    result = OpenXmlValidator().validate(path)

    assert (result.is_valid, list(result.errors)) == (True, [])
    assert sdk_answer(path) == (True, [])


def test_bookmarks_a_pdf_does_not_have_are_left_out() -> None:
    assert pages_of_bookmarks(fake_office.a_pdf(), ["_Toc000001"]) == {}
