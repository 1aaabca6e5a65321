"""Every paper has the structure of its golden file; ``TRYEZA_UPDATE_GOLDEN=1`` writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.reading import LANGUAGES, NAMES, conference_document, outline

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "documents"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_paper_has_the_structure_of_its_golden_file(name: str, language: str) -> None:
    golden = GOLDEN / f"{name.removesuffix('.docx')}.{language}.txt"

    found = outline(conference_document(name, language))

    if os.environ.get("TRYEZA_UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
