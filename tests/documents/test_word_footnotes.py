"""Footnotes of a paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document

from facilitation.documents.word_footnotes import Footnotes
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Run, paragraph
from facilitation.documents.word_styles import STYLE_IDS
from facilitation.i18n.translator import Translator
from tests.builders import an_event
from tests.documents.reading import STAMP, W, parts, xml

PART = "word/footnotes.xml"


def a_paper(*notes: str | Run) -> bytes:
    paper = Paper(an_event(), Translator("sq"), STAMP, title="Fletë")
    paper.add(paragraph(["Teksti", *(paper.footnote(note) for note in notes), "."]))
    return paper.data()


def words(data: bytes) -> dict[int, str]:
    found: Any = xml(data, PART).iter(W + "footnote")
    return {int(note.get(W + "id")): "".join(node.text or "" for node in note.iter(W + "t")) for note in found}


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    data = a_paper("E para & <e pabesë>.", Run("The second.", "", "en"))

    marks = [entry.get(W + "id") for entry in xml(data).iter(W + "footnoteReference")]

    assert marks == ["1", "2"]
    assert words(data) == {-1: "", 0: "", 1: " E para & <e pabesë>.", 2: " The second."}
    assert [entry.get(W + "val") for entry in xml(data, PART).iter(W + "lang")] == ["en-GB"]


def test_the_settings_name_the_separators_before_the_compatibility() -> None:
    settings = [child.tag.removeprefix(W) for child in xml(a_paper("Një."), "word/settings.xml")]

    assert settings.index("footnotePr") + 1 == settings.index("compat")
    kinds = [entry.get(W + "type") for entry in xml(a_paper("Një."), PART)]
    assert kinds == ["separator", "continuationSeparator", None]


def test_the_styles_of_footnotes_are_in_every_paper_and_readable() -> None:
    styles = {entry.get(W + "styleId"): entry for entry in xml(a_paper("Një."), "word/styles.xml").iter(W + "style")}

    text, mark = styles[STYLE_IDS["footnote text"]], styles[STYLE_IDS["footnote reference"]]
    assert int(text.find(f"{W}rPr/{W}sz").get(W + "val")) >= 20
    assert mark.find(f"{W}rPr/{W}vertAlign").get(W + "val") == "superscript"
    assert {entry.find(W + "name").get(W + "val") for entry in (text, mark)} == {"footnote text", "footnote reference"}


def test_a_paper_without_notes_has_no_part_for_them() -> None:
    data = a_paper()

    assert PART not in parts(data)
    assert list(xml(data, "word/settings.xml").iter(W + "footnotePr")) == []


def test_the_footnotes_of_a_template_give_way_to_ours() -> None:
    document, notes = Document(BytesIO(a_paper("E shabllonit."))), Footnotes()
    notes.mark("E jona.")

    notes.write_into(document, STYLE_IDS)
    data = BytesIO()
    document.save(data)

    assert words(data.getvalue())[1] == " E jona."
    with ZipFile(data) as package:
        assert sum(name.startswith("word/footnotes") for name in package.namelist()) == 1
    assert len(list(xml(data.getvalue(), "word/settings.xml").iter(W + "footnotePr"))) == 1
