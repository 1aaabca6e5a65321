"""Papers on the template pandoc itself gives out, as it comes."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypandoc
import pytest
from openxml_audit import OpenXmlValidator

from facilitation.documents.catalogue import EVERY_WORD_DOCUMENT
from facilitation.documents.word_look import W
from facilitation.documents.word_template_facts import checked_template, template_facts
from facilitation.domain.template import StylePart
from facilitation.i18n.translator import Translator
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, STAMP, xml
from tests.programs import sdk_answer

PAPERS = ("agenda.docx", "guide.docx", "proceedings.docx", "sign-in.docx")


@cache
def reference() -> bytes:
    """The ``reference.docx`` of the installed pandoc, through the guard."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return checked_template(
        subprocess.run(command, capture_output=True, check=True, timeout=60).stdout, "reference.docx"
    )


@cache
def paper(name: str, language: str) -> bytes:
    return EVERY_WORD_DOCUMENT[name](a_conference(10), Translator(language), replace(STAMP, template=reference()))


def test_what_it_lacks_is_brought_along() -> None:
    assert {StylePart.LISTS, StylePart.TABLES} <= set(template_facts(reference()).brought)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_style_of_a_paper_is_there(name: str, language: str) -> None:
    data = paper(name, language)
    known = {style.get(f"{W}styleId") for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    used = {mark.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for mark in xml(data).iter(f"{W}{tag}")}

    assert len(used) > 5
    assert used - known == set()


@pytest.mark.ooxml
@pytest.mark.parametrize("name", PAPERS)
def test_both_validators_find_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(paper(name, "sq"))

    assert sdk_answer(path) == (True, [])
    assert list(OpenXmlValidator().validate(path).errors) == []
