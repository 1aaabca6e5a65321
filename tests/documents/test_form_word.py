"""The Word form: fields for every question, valid files, and read back after being filled in."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from facilitation.documents.form_word import form_docx
from facilitation.documents.word_styles import Stamp
from facilitation.errors import InvalidInput
from facilitation.exchange.form_word_import import word_form
from facilitation.i18n.translator import Translator
from facilitation.planning.filled_form import form_keys, with_keys
from tests.builders import an_event
from tests.documents.reading import LANGUAGES, texts
from tests.forms import FILLED, a_form, fill_word
from tests.programs import need, sdk_answer


def form(language: str = "sq", participation_id: str = "") -> bytes:
    stamp = Stamp("3", date(2027, 1, 5))
    return form_docx(a_form(), an_event(), Translator(language), stamp, participation_id=participation_id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_form_is_read_back_field_by_field(language: str) -> None:
    read = word_form(fill_word(form(language), FILLED), "form.docx")

    assert {key: text for key, text in read.values.items() if text} == FILLED
    assert (read.questionnaire_id, read.language, read.participation_id) == ("form1", language, "")


def test_an_empty_form_says_nothing() -> None:
    assert set(word_form(form(), "form.docx").values.values()) == {""}


def test_the_fields_stand_in_the_order_their_keys_are_counted_in() -> None:
    assert tuple(word_form(form(), "f.docx").values) == form_keys(a_form(), is_personal=False)
    assert tuple(word_form(form(participation_id="p1"), "f.docx").values) == form_keys(a_form(), is_personal=True)


def test_a_personal_form_does_not_ask_where_its_reader_works() -> None:
    words = texts(form("en", "p1"))

    assert "Where you work" not in words
    assert word_form(form("en", "p1"), "f.docx").participation_id == "p1"


def test_any_other_word_file_is_refused_with_what_to_do() -> None:
    from facilitation.documents.note_form_word import note_form_docx
    from tests.builders import a_record

    other = note_form_docx(a_record(), Translator("sq"), Stamp("1", date(2027, 1, 5)))
    with pytest.raises(InvalidInput, match="not one of our forms"):
        word_form(other, "note.docx")


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

    read = with_keys(word_form((out / "form.docx").read_bytes(), "form.docx"), a_form())

    assert read is not None
    assert {key: text for key, text in read.values.items() if text} == FILLED
