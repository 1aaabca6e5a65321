"""Real programs read the papers: the Open XML SDK, openxml-audit and LibreOffice."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from facilitation.documents.catalogue import CAFE_DOCUMENTS, EVERY_WORD_DOCUMENT
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_record
from tests.documents.cafe_reading import a_large_cafe
from tests.documents.conference import a_conference, a_large_event
from tests.documents.reading import LANGUAGES, NAMES, STAMP, conference_document
from tests.programs import need

NOTED_SESSIONS = 11
LONG = "Konferenca Kombëtare e Koordinimit për mbrojtjen, ndihmën dhe riintegrimin e personave në nevojë, " * 3


def a_conference_of_long_names() -> EventRecord:
    """Titles and offices that run over several lines."""
    record = a_conference(108)
    people = tuple(
        replace(entry, person=replace(entry.person, name=f"{entry.person.name}, {LONG}", organisation=LONG))
        for entry in record.participations
    )
    return replace(record, event=replace(record.event, title=Text(sq=LONG)), participations=people)


LONG_NAMED = ("agenda.docx", "badges.docx", "table-cards.docx", "note-form.docx", *CAFE_DOCUMENTS)
JOBS: tuple[tuple[str, Callable[[], EventRecord], str, Iterable[str]], ...] = (
    ("sq", partial(a_conference, 108), "sq", NAMES),
    ("en", partial(a_conference, 108), "en", NAMES),
    ("small", partial(a_conference, 3), "sq", NAMES),
    ("long", a_conference_of_long_names, "sq", LONG_NAMED),
    ("empty", a_record, "sq", NAMES),
    ("large", a_large_event, "sq", ("agenda.docx", "badges.docx", "table-cards.docx")),
    ("tens", partial(a_large_cafe, 300), "sq", CAFE_DOCUMENTS),
    ("odd", partial(a_large_cafe, 119), "en", CAFE_DOCUMENTS),
)
"""Label, event, language and the papers that LibreOffice is to open."""


@pytest.mark.ooxml
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_open_xml_sdk_finds_nothing(name: str, language: str, tmp_path: Path) -> None:
    program = need("ooxml-validator")
    path = tmp_path / name
    path.write_bytes(conference_document(name, language))

    answer = subprocess.run([program, path], capture_output=True, check=False, timeout=60)

    found = json.loads(answer.stdout)
    assert (found["ok"], found["errors"]) == (True, [])


@pytest.mark.parametrize("name", NAMES)
def test_openxml_audit_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(conference_document(name, "sq"))

    result = OpenXmlValidator().validate(path)

    assert (result.is_valid, list(result.errors)) == (True, [])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The pages of papers as LibreOffice lays them out, all converted in one call with a profile of its own."""
    soffice, folder = need("soffice"), tmp_path_factory.mktemp("papers")
    for label, record, language, names in JOBS:
        for name in names:
            data = EVERY_WORD_DOCUMENT[name](record(), Translator(language), STAMP)
            (folder / f"{label}-{name}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    papers = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *papers]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {path.stem: len(PdfReader(path).pages) for path in folder.glob("*.pdf")}


@pytest.mark.libreoffice
def test_libreoffice_opens_every_paper(pages: dict[str, int]) -> None:
    asked = {f"{label}-{Path(name).stem}" for label, _record, _language, names in JOBS for name in names}

    assert set(pages) == asked


@pytest.mark.libreoffice
@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_of_a_full_conference_fill_the_pages_they_should(pages: dict[str, int], language: str) -> None:
    found = {name: pages[f"{language}-{name}"] for name in ("agenda", "badges", "table-cards", "note-form")}

    assert found == {"agenda": 2, "badges": 11, "table-cards": 21, "note-form": 2 * NOTED_SESSIONS}
    assert pages[f"{language}-running-order"] <= 4
    assert pages[f"{language}-proceedings"] >= 10


@pytest.mark.libreoffice
def test_papers_of_a_small_event_are_short(pages: dict[str, int]) -> None:
    found = {name: pages[f"small-{name}"] for name in ("agenda", "badges", "table-cards", "sign-in")}

    assert found == {"agenda": 2, "badges": 1, "table-cards": 1, "sign-in": 2}


@pytest.mark.libreoffice
def test_long_names_break_no_page(pages: dict[str, int]) -> None:
    found = {name: pages[f"long-{name}"] for name in ("agenda", "badges", "table-cards", "note-form")}

    assert found == {"agenda": 2, "badges": 11, "table-cards": 21, "note-form": 2 * NOTED_SESSIONS}


@pytest.mark.libreoffice
def test_sixty_sessions_and_three_hundred_people_still_fit(pages: dict[str, int]) -> None:
    found = {name: pages[f"large-{name}"] for name in ("agenda", "badges", "table-cards")}

    assert found == {"agenda": 3, "badges": 30, "table-cards": 60}


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("label", "people", "tables", "rounds"),
    [("sq", 108, 21, 3), ("en", 108, 21, 3), ("long", 108, 21, 3), ("odd", 119, 11, 4), ("tens", 300, 30, 4)],
)
def test_cafe_prints_fill_eight_cards_two_sides_and_a_sheet_per_round(
    pages: dict[str, int], label: str, people: int, tables: int, rounds: int
) -> None:
    found = {Path(name).stem: pages[f"{label}-{Path(name).stem}"] for name in CAFE_DOCUMENTS}

    assert found == {
        "cafe-cards": -(-people // 8),
        "cafe-hosts": 2 * tables,
        "cafe-questions": rounds,
        "cafe-harvest": rounds * tables,
    }
