"""What every Word file is, whatever it says: page, language, properties, footer, and nothing left of the template."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from facilitation.documents.catalogue import (
    CAFE_DOCUMENTS,
    EVERY_WORD_DOCUMENT,
    FOR_STAFF,
    GUIDE_DOCUMENTS,
    PEOPLE_DOCUMENTS,
    PLAN_DOCUMENTS,
    WORD_DOCUMENTS,
)
from facilitation.documents.qr_code import qr_png
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import paragraph
from facilitation.i18n.translator import Translator
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, NAMES, STAMP, W, conference_document, outline, parts, xml

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
LANDSCAPE = {
    "thread.docx",
    "running-order.docx",
    "checklist.docx",
    "guide.docx",
    "sign-in.docx",
    "cafe-questions.docx",
    "checklist-by-owner.docx",
    "hand-over.docx",
    "wall-calendar.docx",
    "sign-in-codes.docx",
    "certificates.docx",
    "rehearsal.docx",
    "volume-comments.docx",
    "run-of-show.docx",
    "guides.docx",
    "training-plan.docx",
}
UNMARKED = {"checklist.docx", "checklist-by-owner.docx", "hand-over.docx", "pocket-cards.docx"}
"""Papers of the team that are carried around and signed: no mark on every page."""
every_paper = pytest.mark.parametrize("name", NAMES)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


HANDED_OVER = {"certificates.docx", "pocket-cards.docx"}
"""Each sheet is somebody's for good: version and day of printing are of no use on it, or stand on each card."""


def footer_lines(data: bytes) -> list[str]:
    return [line.removeprefix("<footer> ") for line in outline(data).splitlines() if line.startswith("<footer>")]


def test_names_are_the_contract_of_pack() -> None:
    assert tuple(WORD_DOCUMENTS) == (
        "agenda.docx",
        "running-order.docx",
        "checklist.docx",
        "guide.docx",
        "cafe-rosters.docx",
        "table-cards.docx",
        "sign-in.docx",
        "badges.docx",
        "note-form.docx",
        "proceedings.docx",
    )
    assert tuple(CAFE_DOCUMENTS) == (
        "cafe-cards.docx",
        "cafe-hosts.docx",
        "cafe-questions.docx",
        "cafe-harvest.docx",
    )
    assert tuple(PLAN_DOCUMENTS) == (
        "checklist-by-owner.docx",
        "hand-over.docx",
        "budget.docx",
        "wall-calendar.docx",
        "materials.docx",
        "rehearsal.docx",
        "volume-comments.docx",
    )


def test_papers_for_the_people_of_an_event_have_names_of_their_own() -> None:
    assert tuple(GUIDE_DOCUMENTS)[-4:] == ("run-of-show.docx", "pocket-cards.docx", "guides.docx", "training-plan.docx")
    assert tuple(PEOPLE_DOCUMENTS) == ("name-cards.docx", "sign-in-codes.docx", "certificates.docx")


VOLUME = "proceedings.docx"
"""The one paper with footnotes."""


@every_paper
def test_package_holds_nothing_of_the_template(name: str) -> None:
    header = {"word/header1.xml"} if name in (FOR_STAFF - UNMARKED) | {VOLUME} else set()
    found = {part for part in parts(conference_document(name, "sq")) if not part.startswith("word/media/")}
    notes = {"word/footnotes.xml"}

    assert found - (notes if name == VOLUME else set()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/theme/theme1.xml",
        "word/footer1.xml",
        *header,
    }


@every_paper
def test_page_is_a4(name: str) -> None:
    size = xml(conference_document(name, "en")).find(f".//{W}pgSz")

    millimetres = tuple(round(int(size.get(W + side)) / 1440 * 25.4) for side in ("w", "h"))

    assert millimetres == ((297, 210) if name in LANDSCAPE else (210, 297))


@both_languages
@every_paper
def test_language_of_the_document_is_marked(name: str, language: str) -> None:
    data = conference_document(name, language)
    tag = {"sq": "sq-AL", "en": "en-GB"}[language]

    marked = (
        xml(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang").get(W + "val"),
        xml(data, "word/settings.xml").find(f"{W}themeFontLang").get(W + "val"),
        Document(BytesIO(data)).core_properties.language,
    )

    assert marked == (tag, tag, tag)


@every_paper
def test_properties_name_the_event_and_its_host(name: str) -> None:
    properties = Document(BytesIO(conference_document(name, "en"))).core_properties

    assert properties.title.endswith("National Coordination Conference on the protection of persons in need")
    assert (properties.author, properties.last_modified_by) == ("Office of the National Coordinator",) * 2
    assert (properties.comments, properties.keywords, properties.revision) == ("", "", 1)
    assert properties.created == properties.modified
    assert abs(datetime.now(UTC) - properties.created) < timedelta(minutes=10)


@every_paper
def test_word_runs_in_its_own_mode(name: str) -> None:
    settings = xml(conference_document(name, "sq"), "word/settings.xml")

    mode = settings.find(f".//{W}compatSetting[@{W}name='compatibilityMode']").get(W + "val")

    assert (mode, settings.find(f"{W}zoom").get(W + "percent")) == ("15", "100")


@every_paper
def test_footer_names_event_version_date_and_pages(name: str) -> None:
    if name in HANDED_OVER:
        assert not any(footer_lines(conference_document(name, "en")))
        return
    data = conference_document(name, "en")
    fields = [entry.text.strip() for entry in xml(data, "word/footer1.xml").iter(W + "instrText")]

    title, print_line = footer_lines(data)

    assert title.startswith("National Coordination Conference on the protection of persons in need · ")
    assert print_line == "SAMPLE · version 3 · printed 25 Mar 2027\tpage 1 of 1"
    assert fields == ["PAGE", "NUMPAGES"]


@every_paper
def test_sample_mark_is_only_on_samples(name: str) -> None:
    record = a_conference(10)
    real = replace(record, event=replace(record.event, is_sample=False))

    data = EVERY_WORD_DOCUMENT[name](real, Translator("en"), STAMP)

    printed = [] if name in HANDED_OVER else ["version 3 · printed 25 Mar 2027\tpage 1 of 1"]
    assert footer_lines(data)[1:] == printed
    assert "ample" not in outline(data)


@every_paper
def test_staff_mark_stands_on_every_page_of_the_teams_papers(name: str) -> None:
    headers = [line for line in outline(conference_document(name, "en")).splitlines() if line.startswith("<header>")]

    expected = name in FOR_STAFF - UNMARKED

    draft = ["<header> DRAFT · not to be quoted or passed on"] if name == "proceedings.docx" else []
    assert headers == (["<header> FOR STAFF ONLY · do not hand out or put up"] if expected else draft)


def test_long_title_is_cut_at_a_word_in_the_footer() -> None:
    assert shortened("Konferenca kombëtare e koordinimit", 24) == "Konferenca kombëtare e …"
    assert shortened("Konferenca", 24) == "Konferenca"
    assert shortened("x" * 30, 10) == "x" * 10 + " …"


def test_a_picture_used_twice_lies_in_the_file_once() -> None:
    paper = Paper(a_conference(3).event, Translator("sq"), STAMP, title="Prova")
    pictures = [qr_png("një"), qr_png("dy"), qr_png("një")]

    paper.add(*(paragraph([paper.picture(data, (20, 20), "Kodi")]) for data in pictures))

    data = paper.data()
    kept = [part for part in Document(BytesIO(data)).part.package.iter_parts() if "media" in part.partname]
    assert [part.blob for part in kept] == pictures[:2]
    assert [entry.get("id") for entry in xml(data).iter(DRAWN)] == ["1", "2", "3"]
