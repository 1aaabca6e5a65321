"""Every minutes, report and agreement in both languages: valid, well built, in one language, and without secrets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from facilitation.documents.report_word import LAYOUTS, report_docx
from facilitation.documents.word_styles import SMALLEST, Stamp
from facilitation.domain.event import Event
from facilitation.domain.proceedings import VolumePart
from facilitation.domain.series import Presidency
from facilitation.domain.text import Text
from facilitation.domain.volume_outline import OutlinePart, PartSource, VolumeOutline
from facilitation.i18n.translator import Translator
from facilitation.library.loader import load_library
from facilitation.planning.report_outline import COMPUTED
from facilitation.planning.report_sources import ReportSources, sources_of
from facilitation.services.application import Application, build_application
from facilitation.services.reports import read_sources
from facilitation.settings import ROOT, Settings
from tests.builders import a_record
from tests.documents.reading import W, all_text, heading_levels, outline, style_sizes, texts, xml
from tests.programs import sdk_answer
from tests.reports import a_full_event, in_own_words

VOLUMES = load_library(ROOT / "agendas").volumes
LANGUAGES = ("sq", "en")
SECRET = "XSEKRETX-7431"
DAY = date(2027, 5, 26)
ENGLISH = re.compile(
    r"\b(the|and|with|from|session|agenda|participants?|table|day|minutes|question|name|organisation|signature|page|"
    r"printed|owner|task|status|recommendations?|commitments?|summary|who|what|when|notes?|report|meeting|office)\b",
    re.IGNORECASE,
)
Papers = dict[tuple[str, str], bytes]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("reports")
    settings = Settings(f"sqlite:///{(folder / 'tryeza.db').as_posix()}", ROOT / "agendas", "tester")
    application = build_application(settings, now=lambda: datetime(2027, 6, 20, 9, 0))
    yield application
    application.archives.engine.dispose()


@pytest.fixture(scope="module")
def event(app: Application) -> Event:
    """The second meeting of a committee, with a rotating presidency and words of its own in every paper."""
    series = app.series.make(Text(sq="Komiteti, Shkodër", en="Committee, Shkodër"), "regional-committee")
    app.series.set_presidency(series.id, None, Presidency(("Zyra e Punësimit", "Bashkia"), date(2027, 1, 1)))
    a_full_event(app, "regional-committee", date(2027, 3, 3), series=series.id, people=4)
    event = a_full_event(app, "regional-committee", DAY, series=series.id)
    in_own_words(app, event, *VOLUMES)
    return event


@pytest.fixture(scope="module")
def papers(app: Application, event: Event) -> Papers:
    """Every paper of a full event in both languages."""
    return {
        (volume.key, language): app.papers.make(event.id, volume.file_name, language)
        for volume in VOLUMES.values()
        for language in LANGUAGES
    }


def made_of(volumes: Iterable[VolumeOutline], sources: ReportSources) -> Papers:
    return {
        (volume.key, language): report_docx(volume, sources, Translator(language), Stamp("1", DAY))
        for volume in volumes
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def empty() -> Papers:
    """The same papers of an event about which nothing is known."""
    return made_of(VOLUMES.values(), sources_of(a_record(), DAY))


def of_every_source() -> VolumeOutline:
    """A paper with a part for each source."""
    parts = tuple(
        OutlinePart(source.value, Text(sq=source.value, en=source.value), Text(), source) for source in PartSource
    )
    return replace(VOLUMES["minutes"], key="every-source", parts=parts)


@pytest.fixture(scope="module")
def whole(app: Application, event: Event) -> Papers:
    """A paper with every source of the full event."""
    volume = of_every_source()
    with app.events.desk.reading() as work:
        sources = read_sources(work, app.events.desk, app.library, work.record(event.id), volume)
    return made_of([volume], sources)


@pytest.mark.ooxml
def test_the_sdk_finds_nothing_in_any_part(whole: Papers, tmp_path: Path) -> None:
    made = {"full": whole, "empty": made_of([of_every_source()], sources_of(a_record(), DAY))}

    def found(entry: tuple[str, bytes]) -> tuple[str, bool, object]:
        path = tmp_path / f"{entry[0]}.docx"
        path.write_bytes(entry[1])
        return entry[0], *sdk_answer(path)

    files = [(f"{kind}-{key[1]}", data) for kind, papers in made.items() for key, data in papers.items()]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(found, files)) == [(name, True, []) for name, _data in files]


def test_the_audit_finds_nothing_in_any_paper(papers: Papers, tmp_path: Path) -> None:
    validator = OpenXmlValidator()
    for place, key in enumerate(VOLUMES):
        path = tmp_path / f"{key}.docx"
        path.write_bytes(papers[key, LANGUAGES[place % 2]])
        assert list(validator.validate(path).errors) == [], path.name


@pytest.mark.parametrize("kind", ["papers", "empty"])
def test_papers_are_built_for_word_and_screen_readers(kind: str, request: pytest.FixtureRequest) -> None:
    for (key, language), data in request.getfixturevalue(kind).items():
        body, levels = xml(data), [0, *heading_levels(data)]
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], key
        assert [row for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}cantSplit") is None] == [], key
        for table in body.iter(W + "tbl"):
            assert table.find(f"{W}tblPr/{W}tblDescription").get(W + "val"), key
        assert {cell[-1].tag for cell in body.iter(W + "tc")} <= {W + "p"}, key
        anchors = {entry.get(W + "anchor") for entry in body.iter(W + "hyperlink")}
        names = Counter(entry.get(W + "name") for entry in body.iter(W + "bookmarkStart"))
        assert anchors <= names.keys(), key
        assert set(names.values()) <= {1}, key
        fields = Counter(entry.get(W + "fldCharType") for entry in body.iter(W + "fldChar"))
        assert fields["begin"] == fields["end"], key
        sizes = style_sizes(data)
        used = {entry.get(W + "val") for entry in body.iter(W + "pStyle")} - {"Spacer", "Gap"}
        assert [style for style in used if sizes[style] < SMALLEST] == [], key
        tag = {"sq": "sq-AL", "en": "en-GB"}[language]
        assert f'w:val="{tag}"' in all_text(data), key


def test_every_chapter_stands_in_both_languages_in_the_order_of_its_outline(papers: Papers) -> None:
    for (key, language), data in papers.items():
        lines = Document(BytesIO(data)).paragraphs
        chapters = [each.text for each in lines if each.style and each.style.name == "Heading 1"]
        assert chapters == [part.title.said_in(language) for part in VOLUMES[key].parts]
        assert texts(data).count({"sq": "Teksti ynë.", "en": "Our words."}[language]) >= len(VOLUMES[key].parts) - 1


def test_albanian_papers_hold_no_english_word(papers: Papers, empty: Papers) -> None:
    made = [*papers.items(), *empty.items()]
    words = {key: " ".join(texts(data)) for (key, language), data in made if language == "sq"}

    found = {key: ENGLISH.findall(re.sub(r"\((sq|en)\)|World café", "", text)) for key, text in words.items()}

    assert {key: hits for key, hits in found.items() if hits} == {}


def test_an_empty_paper_says_so_in_one_sentence_for_each_part(empty: Papers) -> None:
    for (key, language), data in empty.items():
        sentence = Translator(language)("Nothing has been written down for this part.")
        only_words = [part for part in VOLUMES[key].parts if part.source in (None, PartSource.CLAUSES)]
        assert texts(data).count(sentence) >= len(only_words), key


def test_every_source_is_computed_laid_out_and_used() -> None:
    assert set(COMPUTED) == set(PartSource)
    assert set(LAYOUTS) == set(PartSource) - {PartSource.CLAUSES}
    assert {part.source for volume in VOLUMES.values() for part in volume.parts} == {None, *PartSource}


def test_secrets_of_the_staff_are_in_no_paper_that_leaves(app: Application, event: Event) -> None:
    record = app.events.record(event.id)
    days = tuple(
        replace(day, items=tuple(replace(item, internal_note=f"{SECRET} {item.id}") for item in day.items))
        for day in record.agenda.days
    )
    hidden = replace(
        record,
        agenda=replace(record.agenda, days=days),
        tasks=tuple(replace(task, note=SECRET, proof=SECRET) for task in record.tasks),
        budget=replace(record.budget, note=SECRET),
        participations=tuple(
            replace(
                part,
                note=SECRET,
                access_needs=SECRET,
                person=replace(part.person, name=f"Mirela Kashtori {SECRET}", email=f"{SECRET}@x.al", phone=SECRET),
            )
            for part in record.participations
        ),
    )

    for volume in VOLUMES.values():
        assert SECRET not in all_text(app.papers.paper(hidden, volume.file_name, "sq")), volume.key


def test_names_in_texts_nobody_looks_through_are_masked_where_a_paper_leaves(app: Application) -> None:
    event = a_full_event(app, "presidency-handover", date(2027, 5, 30), people=3)
    record = app.events.record(event.id)
    tasks = tuple(
        replace(task, title=Text(sq="Telefononi Znj. Mirela Kashtori, 069 123 4567")) for task in record.tasks
    )
    telling = replace(record, tasks=tasks)

    public = " ".join(texts(app.papers.paper(telling, "progress-report.docx", "sq")))
    staff = " ".join(texts(app.papers.paper(telling, "handover-report.docx", "sq")))

    assert "Telefononi" in public
    assert "Kashtori" not in public
    assert "069" not in public
    assert "Kashtori" in staff
    assert "VETËM PËR STAFIN" in outline(app.papers.paper(telling, "handover-report.docx", "sq"))


def test_a_part_left_out_is_not_printed_and_clauses_are_numbered() -> None:
    charter: VolumeOutline = VOLUMES["charter"]
    parts = (
        VolumePart("charter", "clauses", Text(sq="E para.\n\nE dyta.")),
        VolumePart("charter", "lab", Text(sq="Një ide."), is_left_out=True),
    )
    record = a_record()
    record = replace(record, proceedings=replace(record.proceedings, parts=parts))

    lines = texts(report_docx(charter, sources_of(record, DAY), Translator("sq"), Stamp("1", DAY)))

    assert "Neni 1. E para." in lines
    assert "Neni 2. E dyta." in lines
    assert "Një ide." not in lines


def test_a_long_paper_has_a_table_of_contents_and_a_short_one_none(whole: Papers, empty: Papers) -> None:
    def has_contents(data: bytes) -> bool:
        return any("TOC" in (entry.text or "") for entry in xml(data).iter(W + "instrText"))

    assert all(has_contents(data) for data in whole.values())
    assert not any(has_contents(data) for data in empty.values())
