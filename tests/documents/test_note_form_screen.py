"""The note form for a computer: valid, read back field by field, also after LibreOffice and after tracked changes."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from facilitation.documents.note_form_screen_word import FormWanted, note_form_screen_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.agenda import ItemKind
from facilitation.domain.text import Text
from facilitation.errors import FacilitationError, InvalidInput
from facilitation.exchange.note_form_import import note_form
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.note_form import FormPlace, form_keys
from tests.builders import EVENT_ID, a_cafe, a_guide, a_record, a_sheet, an_agenda, an_item
from tests.documents.reading import LANGUAGES, texts
from tests.forms import W, fill_word
from tests.programs import need, sdk_answer

FILLED = {
    "taker": "Mbajtëse shënimesh, Zyra A",
    "started": "9:40",
    "present:media": "4",
    "row:1:kind": "recommendation",
    "row:1:speaker": "Drejtore, Zyra B",
    "row:1:words": "Rreshti i parë\nrreshti i dytë",
    "row:1:short": "Shkurt",
    "row:1:quote": "x",
    "row:20:words": "i fundit",
    "harvest:1": "një\ndy",
    "harvest:3": "tre",
    "decisions": "Vendim A\nVendim B",
    "action:6:due": "30.6.",
    "unclear": "Çfarë?",
    "free": "! Trajnime\n? Kur",
}


def form(language: str = "sq", table: int | None = 2) -> bytes:
    record = a_record(
        agenda=an_agenda([an_item(kind=ItemKind.WORLD_CAFE, minutes=90)]),
        cafes=(a_cafe(),),
        guide=a_guide(a_sheet(question=Text(sq="Çfarë mungon?", en="What is missing?"))),
    )
    entry = timed_items(record.agenda, record.event.starts_on)[0]
    rounds = (1, 2, 3) if table else ()
    wanted = FormWanted(entry, FormPlace(EVENT_ID, "item-1", None, table), "f001", rounds, a_cafe().questions)
    return note_form_screen_docx(record, Translator(language), Stamp("3", date(2027, 1, 5)), wanted)


def changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The file with its document changed as a program might."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    change(root)
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        for name, part in parts.items():
            file.writestr(name, etree.tostring(root) if name == "word/document.xml" else part)
    return packed.getvalue()


def detach(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def control(root: etree._Element, tag: str) -> etree._Element:
    return next(sdt for sdt in root.iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}tag[@{W}val='{tag}']") is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_form_is_read_back_field_by_field(language: str) -> None:
    read = note_form(fill_word(form(language), FILLED), "form.docx")

    assert dict(read.values) == FILLED
    assert (read.place, read.language, read.number, read.outside) == (
        FormPlace(EVENT_ID, "item-1", None, 2),
        language,
        "f001",
        (),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_form_says_nothing_and_holds_what_is_known(language: str) -> None:
    read = note_form(form(language, table=None), "form.docx")
    words = "\n".join(texts(form(language, table=None)))

    assert (dict(read.values), read.outside, read.place.table) == ({}, (), None)
    assert {"sq": "Çfarë mungon?", "en": "What is missing?"}[language] in words
    assert "Question 1" not in words
    assert f"Question 3 ({language})" in "\n".join(texts(form(language)))


def test_the_fields_stand_in_the_order_their_keys_are_counted_in() -> None:
    filled = fill_word(form(), dict.fromkeys(form_keys((1, 2, 3)), "x"))

    assert tuple(note_form(filled, "f.docx").values) == form_keys((1, 2, 3))


def test_what_word_tracked_is_read_as_if_accepted_and_split_runs_are_joined() -> None:
    def track(root: etree._Element) -> None:
        words = next(control(root, "free").iter(f"{W}p"))
        for run in words.findall(f"{W}r"):
            words.remove(run)
        for kind, pieces in (("", ["Traj", "nime"]), ("del", [" jo"]), ("ins", [" po", " çdo vit"])):
            place = etree.SubElement(words, f"{W}{kind}") if kind else words
            for piece in pieces:
                text = etree.SubElement(etree.SubElement(place, f"{W}r"), f"{W}delText" if kind == "del" else f"{W}t")
                text.text = piece
        run = etree.SubElement(words, f"{W}r")
        etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = "rreshti i dytë"
        hint = next(control(root, "free").iter(f"{W}showingPlcHdr"))
        detach(hint)

    assert note_form(changed(form(), track), "f.docx").values["free"] == "Trajnime po çdo vit\nrreshti i dytë"


def test_rows_and_lines_beside_the_fields_are_not_lost() -> None:
    def write_beside(root: etree._Element) -> None:
        last = next(control(root, "row:20:words").iterancestors(f"{W}tr"))
        row = deepcopy(last)
        for sdt in list(row.iter(f"{W}sdt")):
            detach(sdt)  # as Word does when a row is added with the tabulator
        cells = row.findall(f"{W}tc")
        for cell, words in zip(cells, ("21", "", "Drejtore, Zyra C", "Një fjalë e fundit", "", ""), strict=True):
            paragraph = cell.find(f"{W}p")
            paragraph = etree.SubElement(cell, f"{W}p") if paragraph is None else paragraph
            for child in list(paragraph):
                paragraph.remove(child)
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
        last.addnext(row)
        line = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = "Në fund të faqes"
        next(root.iter(f"{W}sectPr")).addprevious(line)

    read = note_form(changed(fill_word(form(), FILLED), write_beside), "f.docx")

    assert dict(read.values) == FILLED
    assert read.outside == ("21", "Drejtore, Zyra C", "Një fjalë e fundit", "Në fund të faqes")


def test_a_kind_typed_by_its_name_is_understood_in_both_languages() -> None:
    for name in ("Rekomandim", "recommendation", "RECOMMENDATION "):
        assert note_form(fill_word(form(), {"row:1:kind": name}), "f.docx").values["row:1:kind"] == "recommendation"
    assert note_form(fill_word(form(), {"row:1:kind": "vendim"}), "f.docx").values["row:1:kind"] == "vendim"


def test_any_other_word_file_is_refused_with_what_to_do() -> None:
    from facilitation.documents.note_form_word import note_form_docx

    other = note_form_docx(a_record(), Translator("sq"), Stamp("1", date(2027, 1, 5)))
    with pytest.raises(InvalidInput, match="not one of our note forms"):
        note_form(other, "note.docx")


def test_broken_files_never_end_in_a_traceback() -> None:
    chance, whole = random.Random(5), fill_word(form(table=None), {"free": "një"})
    with ZipFile(BytesIO(whole)) as file:
        document = file.read("word/document.xml")
    for _round in range(25):
        broken = bytearray(document)
        for _place in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.choice(b"<>/&x\"' w:sdt0")
        packed = BytesIO()
        with ZipFile(packed, "w") as file:
            file.writestr("word/document.xml", bytes(broken))
        for data in (packed.getvalue(), packed.getvalue()[: chance.randrange(len(document))]):
            try:
                note_form(data, "f.docx")
            except FacilitationError:
                continue


@pytest.mark.ooxml
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_validators_find_nothing(language: str, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(form(language))

    assert (*sdk_answer(path), OpenXmlValidator().validate(path).is_valid) == (True, [], True)


@pytest.mark.libreoffice
def test_a_form_saved_by_libreoffice_is_read_the_same(tmp_path: Path) -> None:
    path, out = tmp_path / "form.docx", tmp_path / "out"
    path.write_bytes(fill_word(form(), FILLED))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(need("soffice")), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", str(out), str(path)], capture_output=True, check=True, timeout=120)

    read = note_form((out / "form.docx").read_bytes(), "form.docx")

    assert {key: text for key, text in read.values.items() if not key.endswith(":quote")} == {
        key: text for key, text in FILLED.items() if not key.endswith(":quote")
    }
    assert [key for key in read.values if key.endswith(":quote")] == ["row:1:quote"]
    assert (read.place.table, read.outside) == (2, ())
