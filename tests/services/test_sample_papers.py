"""The whole pack of both samples in both languages: valid, openable, in one language, and without secrets."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from facilitation.services.application import Application, build_application
from facilitation.services.paper_names import GUIDE_PAPERS, PLAN_PAPERS, papers_of
from facilitation.settings import ROOT, Settings
from tests.programs import need

SAMPLES = ("national-conference-2008", "regional-group-south")
LANGUAGES = ("sq", "en")
PACKS = [(sample, language) for sample in SAMPLES for language in LANGUAGES]
SECRET = "XSEKRETX-7431"
FOR_STAFF = {"running-order.docx", "guide.docx", "checklist.docx", "checklist.xlsx", *PLAN_PAPERS, *GUIDE_PAPERS}
ENGLISH = re.compile(
    r"\b(the|and|with|from|of the|session|agenda|participants?|table|room|day|minutes|round|question|name|"
    r"organisation|signature|page|version|printed|owner|task|status|sample|recommendations?|commitments?|summary|"
    r"who|what|when|notes?|facilitators?)\b",
    re.IGNORECASE,
)


@cache
def _application() -> Application:
    folder = Path(mkdtemp(prefix="tryeza-papers-"))
    settings = Settings(f"sqlite:///{(folder / 'tryeza.db').as_posix()}", ROOT / "agendas", "tester")
    return build_application(settings, now=lambda: datetime(2027, 1, 11, 9, 0))


@cache
def _pack(sample: str, language: str) -> dict[str, bytes]:
    app = _application()
    record = app.events.record(app.events.load_sample(sample, language).id)
    return {name: app.papers.paper(record, name, language) for name in papers_of(record)}


@cache
def _folder(sample: str, language: str) -> Path:
    folder = Path(mkdtemp(prefix=f"tryeza-{sample}-{language}-"))
    for name, data in _pack(sample, language).items():
        (folder / name).write_bytes(data)
    return folder


def _text(name: str, data: bytes) -> str:
    """Every word of a paper, also those in heads, feet, hidden columns and properties."""
    if name.endswith(".ics"):
        return data.decode("utf-8").replace("\r\n ", "")
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [package.read(part) for part in package.namelist() if part.endswith((".xml", ".rels"))]
    return " ".join(str(text) for part in parts for text in etree.fromstring(part).itertext())


@pytest.mark.ooxml
@pytest.mark.parametrize(("sample", "language"), PACKS)
def test_open_xml_sdk_finds_nothing_in_any_document(sample: str, language: str) -> None:
    validator = need("ooxml-validator")
    files = sorted(path for path in _folder(sample, language).iterdir() if path.suffix in {".docx", ".xlsx"})

    def answer(path: Path) -> tuple[str, bool, list[object]]:
        printed = subprocess.run([validator, path], capture_output=True, check=False, timeout=120).stdout
        found = json.loads(printed)
        return path.name, found["ok"], found["errors"]

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(answer, files))

    assert answers == [(path.name, True, []) for path in files]
    assert len(answers) == (24 if sample == SAMPLES[0] else 20)


@pytest.mark.libreoffice
@pytest.mark.parametrize(("sample", "language"), PACKS)
def test_libreoffice_opens_every_document(sample: str, language: str, tmp_path: Path) -> None:
    papers = sorted(str(path) for path in _folder(sample, language).glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        [str(need("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *papers],
        capture_output=True,
        check=True,
        timeout=300,
    )

    pages = {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")}
    assert set(pages) == {Path(paper).stem for paper in papers}
    assert pages["agenda"] == (2 if sample == SAMPLES[0] else 1)
    if sample == SAMPLES[0]:
        assert pages["proceedings"] >= 15


@pytest.mark.parametrize("sample", SAMPLES)
def test_albanian_documents_hold_no_english_word(sample: str) -> None:
    found = {}
    for name, data in _pack(sample, "sq").items():
        if name.endswith(".docx"):
            document = Document(BytesIO(data))
            words = " ".join(text.text or "" for text in document.element.body.iter(qn("w:t")))
            found[name] = sorted({hit.lower() for hit in ENGLISH.findall(words.replace("World café", ""))})

    assert {name: hits for name, hits in found.items() if hits} == {}


def test_secret_of_an_internal_note_is_in_no_public_file() -> None:
    app = _application()
    record = app.events.record(app.events.load_sample(SAMPLES[0], "sq").id)
    days = tuple(
        replace(day, items=tuple(replace(item, internal_note=f"{SECRET} {item.id}") for item in day.items))
        for day in record.agenda.days
    )
    record = replace(
        record,
        agenda=replace(record.agenda, days=days),
        tasks=tuple(replace(task, note=f"{SECRET} {task.id}") for task in record.tasks),
        participations=tuple(replace(part, note=f"{SECRET} {part.id}") for part in record.participations),
    )

    papers = {name: _text(name, app.papers.paper(record, name, "sq")) for name in papers_of(record)}

    public = {name for name in papers if name not in FOR_STAFF | {"participants.xlsx"}}
    assert {name for name in public if SECRET in papers[name]} == set()
    assert SECRET in papers["running-order.docx"]
