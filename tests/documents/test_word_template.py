"""Papers on an organisation's own template: its edges and styles stay, ours come in, and nothing falls to Normal."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from facilitation.documents.catalogue import EVERY_WORD_DOCUMENT, FOR_STAFF
from facilitation.documents.letterhead import DAMAGED
from facilitation.documents.word_look import W
from facilitation.documents.word_styles import STYLES
from facilitation.documents.word_template import template_base
from facilitation.documents.word_template_facts import checked_template, template_facts
from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.domain.template import StylePart
from facilitation.errors import InvalidInput
from facilitation.i18n.translator import Translator
from tests.documents.conference import a_conference
from tests.documents.letterheads import a_letterhead, with_part, with_parts
from tests.documents.reading import LANGUAGES, NAMES, STAMP, all_text, parts, style_sizes, xml
from tests.documents.templates import LOCAL_HEADER, LOCAL_IDS, TEMPLATES, local_template, pandoc_template
from tests.programs import need, sdk_answer

BARE = {
    "badges.docx",
    "cafe-cards.docx",
    "table-cards.docx",
    "name-cards.docx",
    "cafe-questions.docx",
    "pocket-cards.docx",
}
"""Cut into cards or read across a hall: made on our own paper."""
UNMARKED = {"checklist.docx", "checklist-by-owner.docx", "hand-over.docx"}
KINDS = tuple(TEMPLATES)
every_template = pytest.mark.parametrize("kind", KINDS)
STYLE_KEYS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


@cache
def template(kind: str) -> bytes:
    """A template that was let through."""
    return checked_template(TEMPLATES[kind][0](), f"{kind}.dotx")


@cache
def paper(kind: str, name: str, language: str, look: PrintLook = USUAL) -> bytes:
    stamp = replace(STAMP, template=template(kind), look=look)
    return EVERY_WORD_DOCUMENT[name](a_conference(10), Translator(language), stamp)


def every_paper() -> Iterator[tuple[str, str, str, bytes]]:
    """All papers on all templates in both languages."""
    for kind in KINDS:
        for name in NAMES:
            for language in LANGUAGES:
                yield kind, name, language, paper(kind, name, language)


def a_share() -> dict[str, bytes]:
    """Every paper once, on one of the templates in one of the languages: what outside programs have time to read."""
    chosen = {
        name: (KINDS[place % len(KINDS)], LANGUAGES[place // len(KINDS) % len(LANGUAGES)])
        for place, name in enumerate(NAMES)
    }
    return {f"{kind}-{language}-{name}": paper(kind, name, language) for name, (kind, language) in chosen.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every paper as a file, each on one of the templates."""
    made = tmp_path_factory.mktemp("on-templates")
    for file, data in a_share().items():
        (made / file).write_bytes(data)
    return made


def edges(data: bytes, kind: str) -> list[str]:
    """The words of each header or footer part."""
    found = [name for name in parts(data) if re.fullmatch(rf"word/{kind}\d*\.xml", name)]
    return ["".join(node.text or "" for node in xml(data, name).iter(f"{W}t")) for name in sorted(found)]


def styles(data: bytes) -> dict[tuple[str, str], Any]:
    return {
        (entry.get(f"{W}type"), entry.get(f"{W}styleId")): entry
        for entry in xml(data, "word/styles.xml").iter(f"{W}style")
    }


@pytest.mark.ooxml
def test_open_xml_sdk_finds_nothing_in_any_paper_on_a_template(folder: Path) -> None:
    def answer(path: Path) -> tuple[str, bool, list[object]]:
        return path.name, *sdk_answer(path)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(answer, sorted(folder.glob("*.docx"))))

    assert [entry for entry in answers if entry[1:] != (True, [])] == []
    assert len(answers) == len(NAMES)


def test_openxml_audit_finds_nothing(folder: Path) -> None:
    for path in sorted(folder.glob("*.docx"))[::3]:
        assert (path.name, list(OpenXmlValidator().validate(path).errors)) == (path.name, [])


@pytest.mark.libreoffice
def test_libreoffice_opens_every_paper_and_shows_the_letterhead(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    papers = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [str(need("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *papers]
    subprocess.run(command, capture_output=True, check=True, timeout=300)

    first_pages = {path.stem: PdfReader(path).pages[0].extract_text() for path in folder.glob("*.pdf")}

    assert len(first_pages) == len(papers)
    without = {stem for stem, text in first_pages.items() if TEMPLATES[stem.partition("-")[0]][1] not in text}
    assert {f"{stem.split('-', 2)[2]}.docx" for stem in without} == BARE


def test_no_text_falls_to_normal_because_its_style_is_missing() -> None:
    lost = {}
    for kind, name, language, data in every_paper():
        known = styles(data)
        for part in (
            entry for entry in parts(data) if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", entry)
        ):
            root = xml(data, part)
            for tag, of_kind in STYLE_KEYS.items():
                used = {entry.get(f"{W}val") for entry in root.iter(W + tag)}
                if missing := {style for style in used if (of_kind, style) not in known}:
                    lost[kind, name, language, part] = missing
    assert lost == {}


def test_styles_and_lists_of_a_paper_lead_to_something() -> None:
    for kind, name, language, data in (entry for entry in every_paper() if entry[2] == "sq"):
        ids = {style_id for _kind, style_id in styles(data)}
        based = {
            entry.get(f"{W}val") for tag in ("basedOn", "next") for entry in xml(data, "word/styles.xml").iter(W + tag)
        }
        numbers = {entry.get(f"{W}numId") for entry in xml(data, "word/numbering.xml").iter(f"{W}num")}
        used = {entry.get(f"{W}val") for entry in xml(data).iter(f"{W}numId")}
        assert (kind, name, language, based - ids, used - numbers) == (kind, name, language, set(), set())


@every_template
def test_header_stays_and_version_and_pages_stand_in_every_footer(kind: str) -> None:
    for name in NAMES:
        data = paper(kind, name, "en")
        if name in BARE:
            assert not any(TEMPLATES[kind][1] in text for text in edges(data, "header"))
            continue
        assert any(TEMPLATES[kind][1] in text for text in edges(data, "header")), name
        if name != "certificates.docx":
            assert all("version 3 · printed 25 Mar 2027" in text for text in edges(data, "footer")), name
            assert all("page 1 of 1" in text for text in edges(data, "footer")), name


@every_template
def test_staff_mark_stands_under_every_header_of_the_teams_papers(kind: str) -> None:
    for name in FOR_STAFF - UNMARKED:
        assert all("FOR STAFF ONLY" in text for text in edges(paper(kind, name, "en"), "header")), name
    for name in set(NAMES) - FOR_STAFF:
        assert not any("FOR STAFF ONLY" in text for text in edges(paper(kind, name, "en"), "header")), name


def test_a_first_page_of_its_own_is_kept_and_stamped() -> None:
    data = paper("local", "guide.docx", "en")
    section = next(xml(data).iter(f"{W}sectPr"))

    uses = {(entry.tag.removeprefix(W), entry.get(f"{W}type")) for entry in section if entry.get(f"{W}type")}

    assert uses == {(f"{kind}Reference", use) for kind in ("header", "footer") for use in ("default", "first")}
    assert section.find(f"{W}titlePg") is not None
    assert sorted(text.partition("FOR")[0] for text in edges(data, "header")) == [
        LOCAL_HEADER,
        f"{LOCAL_HEADER} · vijim",
    ]


def test_ids_of_another_language_are_used_and_ours_are_never_guessed() -> None:
    data = paper("local", "proceedings.docx", "sq")
    used = {entry.get(f"{W}val") for tag in STYLE_KEYS for entry in xml(data).iter(W + tag)}

    assert used >= {"Titulli1", "Titulli2", "Listmepika", "Rrjetitabele", "Citim", "Diçitura"}
    assert used.isdisjoint({"Heading1", "ListBullet", "TableGrid", "Quote", "Caption"})
    assert set(LOCAL_IDS.values()) <= {style_id for _kind, style_id in styles(data)}


def test_names_with_capitals_are_found_and_missing_styles_are_brought_in_once() -> None:
    data = paper("pandoc", "proceedings.docx", "sq")
    names = [entry.find(f"{W}name").get(f"{W}val") for entry in styles(data).values()]

    assert "Heading 1" in names
    assert "heading 1" not in names
    assert len({name.casefold() for name in names}) == len(names)
    assert {"List Bullet", "Quote", "Table Grid", "Table Text", "Print Line"} <= set(names)
    heading = styles(data)["paragraph", "Heading1"]
    assert heading.find(f"{W}rPr/{W}color").get(f"{W}val") == "4F81BD"
    assert styles(data)["paragraph", "Label"].find(f"{W}rPr/{W}color").get(f"{W}val") == "4F81BD"


def test_what_is_brought_in_carries_nothing_of_a_neighbour() -> None:
    for kind in KINDS:
        base = template_base("sq-AL", USUAL, template(kind))
        known = styles(base.data)
        for spec in (spec for spec in STYLES if spec.kind == "paragraph" and not spec.bullet):
            found = known["paragraph", base.style_ids[spec.name]]
            assert found.find(f"{W}pPr/{W}numPr") is None, (kind, spec.name)
        assert not list(xml(base.data, "word/styles.xml").find(f"{W}style").iter(f"{W}lang"))


@pytest.mark.parametrize(("language", "tag"), [("sq", "sq-AL"), ("en", "en-GB")])
@every_template
def test_language_of_the_paper_is_said_once(kind: str, language: str, tag: str) -> None:
    sheet = xml(paper(kind, "agenda.docx", language), "word/styles.xml")

    assert [entry.get(f"{W}val") for entry in sheet.iter(f"{W}lang")] == [tag]


@every_template
def test_word_runs_in_its_own_mode(kind: str) -> None:
    settings = xml(paper(kind, "agenda.docx", "sq"), "word/settings.xml")
    modes = [entry for entry in settings.iter(f"{W}compatSetting") if entry.get(f"{W}name") == "compatibilityMode"]

    assert [entry.get(f"{W}val") for entry in modes] == ["15"]
    for gone in ("updateFields", "trackRevisions", "attachedTemplate", "documentProtection", "linkStyles"):
        assert settings.find(W + gone) is None


def test_margins_are_the_templates_on_upright_pages_and_ours_at_the_sides_of_wide_ones() -> None:
    def margins(name: str) -> dict[str, int]:
        found = xml(paper("local", name, "sq")).find(f".//{W}pgMar")
        return {side: round(int(found.get(W + side)) / 1440 * 25.4) for side in ("left", "right", "top", "header")}

    upright, wide = margins("agenda.docx"), margins("guide.docx")

    assert (upright["left"], upright["right"]) == (22, 22)
    assert (wide["left"], wide["right"]) == (15, 15)
    assert (upright["top"], upright["header"]) == (wide["top"], wide["header"])


@every_template
def test_tables_are_as_wide_as_the_text(kind: str) -> None:
    for name in ("agenda.docx", "note-form.docx", "proceedings.docx"):
        root = xml(paper(kind, name, "en"))
        page, margin = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")
        room = int(page.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))
        assert int(page.get(f"{W}w")) == 11906
        for table in root.iter(f"{W}tbl"):
            widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            assert sum(widths) <= room + 5 * len(widths), name


def test_columns_and_old_text_of_the_template_are_left_behind() -> None:
    for kind in KINDS:
        data = paper(kind, "agenda.docx", "sq")
        assert {entry.get(f"{W}num", "1") for entry in xml(data).iter(f"{W}cols")} <= {"1"}
        for old in ("Hello", "letër e vjetër", "Shkresë e vjetër"):
            assert old not in all_text(data)


@every_template
def test_large_print_on_a_template_is_large_and_low_ink_is_black(kind: str) -> None:
    data = paper(kind, "proceedings.docx", "sq", PrintLook(is_large=True, is_low_ink=True))
    sizes, known = style_sizes(data), styles(data)
    used = {
        entry.get(f"{W}val")
        for entry in xml(data).iter(f"{W}pStyle")
        if "".join(node.text or "" for node in entry.getparent().getparent().iter(f"{W}t")).strip()
    }

    assert {style: sizes[style] for style in used if sizes[style] < 16} == {}
    for style in used:
        colour = known["paragraph", style].find(f"{W}rPr/{W}color")
        assert colour is None or colour.get(f"{W}val") in {"000000", "auto"}, style
    assert not list(xml(data).iter(f"{W}shd"))


def test_what_was_found_is_told() -> None:
    pandoc, local = template_facts(template("pandoc")), template_facts(template("local"))

    assert (pandoc.has_header, pandoc.has_footer, pandoc.has_logo) == (True, False, False)
    assert (local.has_header, local.has_footer, local.has_logo) == (True, True, True)
    assert pandoc.fonts == ("Cambria",)
    assert set(pandoc.brought) == {StylePart.LISTS, StylePart.QUOTES, StylePart.TABLES}
    assert StylePart.CONTENTS in template_facts(template("libreoffice")).brought
    assert set(local.found) | set(local.brought) == set(StylePart)


def test_a_template_is_made_ready_once_for_each_language_and_look() -> None:
    first = template_base("sq-AL", USUAL, template("local"))

    assert template_base("sq-AL", USUAL, bytes(bytearray(template("local")))) is first
    assert template_base("en-GB", USUAL, template("local")) is not first


def _styled(change: str, by: str) -> bytes:
    return with_part("word/styles.xml", lambda sheet: sheet.replace(change.encode(), by.encode(), 1))


ODD = {
    "styles in a circle": _styled('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Heading1"/>'),
    "endless size": _styled('<w:sz w:val="28"/>', f'<w:sz w:val="{"9" * 5000}"/>'),
    "no number": _styled('<w:sz w:val="28"/>', '<w:sz w:val="a lot"/>'),
    "a style without a name": _styled('<w:name w:val="heading 1"/>', ""),
    "a name of another kind": _styled('<w:name w:val="Quote"/>', '<w:name w:val="Table Text"/>'),
    "an id of ours": _styled('w:styleId="Heading1"', 'w:styleId="TableText"'),
    "odd margins": with_part(
        "word/document.xml", lambda part: re.sub(rb'w:(left|top)="\d+"', rb'w:\1="99999"', part)
    ),
    "negative top": with_part("word/document.xml", lambda part: re.sub(rb'w:top="(\d+)"', rb'w:top="-\1"', part)),
    "numbers at the end": with_part(
        "word/numbering.xml", lambda part: re.sub(rb'w:numId="1"', rb'w:numId="2147483647"', part)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_template_is_used_all_the_same(name: str, tmp_path: Path) -> None:
    stamp = replace(STAMP, template=checked_template(ODD[name], "koka.docx"), look=PrintLook(is_large=True))
    data = EVERY_WORD_DOCUMENT["proceedings.docx"](a_conference(3), Translator("sq"), stamp)

    known = styles(data)
    used = {entry.get(f"{W}val") for entry in xml(data).iter(f"{W}pStyle")}
    assert {style for style in used if ("paragraph", style) not in known} == set()
    page, margin = xml(data).find(f".//{W}pgSz"), xml(data).find(f".//{W}pgMar")
    assert int(page.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right")) > 5500


def test_a_table_style_that_colours_its_head_is_left_alone() -> None:
    head = '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>'
    sheet = xml(a_letterhead(), "word/styles.xml")
    grid = next(entry for entry in sheet.iter(f"{W}style") if entry.find(f"{W}name").get(f"{W}val") == "Table Grid")
    old = parts(a_letterhead())["word/styles.xml"]
    place = old.index(f'w:styleId="{grid.get(f"{W}styleId")}"'.encode())
    end = old.index(b"</w:style>", place)
    changed = old[:end] + head.encode() + old[end + len(b"</w:style>") :]
    base = template_base(
        "sq-AL", USUAL, checked_template(with_parts(a_letterhead(), {"word/styles.xml": changed}), "koka.docx")
    )

    assert base.style_ids["Table Grid"] == "TryezaTableGrid"


def test_a_file_with_styles_that_are_none_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        checked_template(with_part("word/styles.xml", lambda _sheet: b"<x/>"), "koka.docx")

    assert refused.value.template == DAMAGED


def test_templates_differ_where_they_should() -> None:
    assert b"template.main+xml" in parts(local_template())["[Content_Types].xml"]
    assert "word/numbering.xml" not in parts(pandoc_template())
