"""The catalogues: everything the code says is in them, and Albanian is complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from facilitation.i18n.translator import LOCALES
from facilitation.settings import ROOT

PLACE = re.compile(r"\{[a-z_]*\}")
EXTRACT = ["-q", "extract", "--no-wrap", "--sort-output", "--no-location", "-k", "_", "-k", "mark", "-k", "plural:1,2"]


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="sq")


def _entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (str(value or ""),)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    path = tmp_path_factory.mktemp("catalogue") / "messages.pot"
    pybabel = str(Path(sys.executable).with_name("pybabel"))
    command = [pybabel, *EXTRACT, "-o", str(path), "facilitation", "pages"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return _catalogue(path)


def test_template_holds_what_the_code_says(extracted: Catalog) -> None:
    kept = {str(message.id) for message in _entries(_catalogue(LOCALES / "messages.pot"))}

    assert {str(message.id) for message in _entries(extracted)} == kept


@pytest.mark.parametrize("language", ["sq", "en"])
def test_catalogue_has_the_entries_of_the_template_and_no_fuzzy_one(extracted: Catalog, language: str) -> None:
    catalogue = _catalogue(LOCALES / language / "LC_MESSAGES" / "messages.po")

    assert {str(m.id) for m in _entries(catalogue)} == {str(m.id) for m in _entries(extracted)}
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def test_albanian_has_every_sentence() -> None:
    catalogue = _catalogue(LOCALES / "sq" / "LC_MESSAGES" / "messages.po")

    assert [message.id for message in _entries(catalogue) if not all(_texts(message.string))] == []


def test_places_of_a_sentence_are_the_same_in_albanian() -> None:
    catalogue = _catalogue(LOCALES / "sq" / "LC_MESSAGES" / "messages.po")

    different = [
        message.id
        for message in _entries(catalogue)
        for text in _texts(message.string)
        if set(PLACE.findall(text)) != set(PLACE.findall(_texts(message.id)[-1]))
    ]

    assert different == []


def test_sentences_begin_and_end_alike_in_both_languages() -> None:
    catalogue = _catalogue(LOCALES / "sq" / "LC_MESSAGES" / "messages.po")

    different = [
        message.id
        for message in _entries(catalogue)
        for text in _texts(message.string)
        if _texts(message.id)[-1].endswith(".") != text.endswith(".")
    ]

    assert different == []
