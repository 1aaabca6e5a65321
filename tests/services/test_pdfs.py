"""Papers as PDF in the background."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.documents import office_pdf, page_numbers
from facilitation.documents.office_pdf import NoOffice, NoPdf
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.errors import InvalidInput
from facilitation.services.application import Application
from facilitation.services.pdfs import MOST_KEPT, PdfStage
from tests import fake_office
from tests.documents.reading import all_text


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    return fake_office.put_in_place(monkeypatch, folder, fake_office.MAKES_A_PDF)


def test_a_paper_becomes_a_pdf_while_others_work(app: Application, conference: Event, log: Path) -> None:
    run = app.pdfs.start(conference.id, "agenda.docx", "sq")

    assert run.wait(30)
    assert run.error is None
    assert run.files is not None
    assert (run.files.pdf, run.files.entries) == (fake_office.a_pdf(), 0)
    assert app.pdfs.current(conference.id, "agenda.docx", "sq") is run
    app.pdfs.forget(conference.id, "agenda.docx")
    assert app.pdfs.current(conference.id, "agenda.docx", "sq") is None


def test_a_volume_gets_page_numbers_in_its_word_file_too(
    app: Application, conference: Event, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_numbers, "pages_of_bookmarks", lambda _pdf, bookmarks: dict.fromkeys(bookmarks, 3))

    run = app.pdfs.start(conference.id, "proceedings.docx", "en")

    assert run.wait(30)
    assert run.files is not None
    assert (run.files.entries, run.stage) == (len(page_numbers.contents_of(run.files.docx)), PdfStage.NUMBERING)
    assert log.read_text().split() == ["begin", "end"] * 2


def test_two_who_ask_for_the_same_paper_wait_for_one(
    app: Application, conference: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_A_PDF, between="sleep 0.2")

    first = app.pdfs.start(conference.id, "agenda.docx", "sq")
    second = app.pdfs.start(conference.id, "agenda.docx", "sq")
    app.pdfs.forget(conference.id, "agenda.docx")

    assert second is first
    assert app.pdfs.current(conference.id, "agenda.docx", "sq") is first
    assert first.wait(30)
    assert log.read_text().split() == ["begin", "end"]


def test_only_the_last_few_files_stay_in_memory(app: Application, conference: Event, log: Path) -> None:
    words = ("agenda", "guide", "checklist", "badges", "sign-in", "note-form", "table-cards")
    names = [f"{word}.docx" for word in words]

    for name in names:
        assert app.pdfs.start(conference.id, name, "sq").wait(30)

    kept = [name for name in names if app.pdfs.current(conference.id, name, "sq")]
    assert kept == names[-MOST_KEPT:]


def test_what_fails_is_a_sentence_and_can_be_tried_again(
    app: Application, conference: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_NOTHING)

    run = app.pdfs.start(conference.id, "agenda.docx", "sq")

    assert run.wait(30)
    assert (run.files, type(run.error)) == (None, NoPdf)
    assert app.pdfs.start(conference.id, "agenda.docx", "sq") is not run


def test_without_libreoffice_nothing_is_begun(
    app: Application, conference: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_pdf, "find_office", lambda: None)

    assert not app.pdfs.is_possible()
    with pytest.raises(NoOffice):
        app.pdfs.start(conference.id, "agenda.docx", "sq")


def test_a_volume_with_an_open_place_does_not_leave_as_pdf_either(
    app: Application, conference: Event, log: Path
) -> None:
    item = next(item for _, item in app.agendas.get(conference.id).items() if item.duration)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Tel. 069 123 4567, kërkoi ndihmë.")

    with pytest.raises(InvalidInput, match="cannot leave yet"):
        app.pdfs.start(conference.id, "proceedings.docx", "sq")

    assert not log.exists()


def test_a_pack_has_a_pdf_beside_every_word_file_and_numbers_in_its_volume(
    app: Application, conference: Event, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_numbers, "pages_of_bookmarks", lambda _pdf, bookmarks: dict.fromkeys(bookmarks, 3))
    files = app.papers.pack(conference.id, tmp_path / "pack", "sq")

    made = app.pdfs.beside(files)

    assert {path.stem for path in made} == {path.stem for path in files if path.suffix == ".docx"}
    assert {path.read_bytes() for path in made} == {fake_office.a_pdf()}
    with_contents = [path for path in files if path.suffix == ".docx" and page_numbers.contents_of(path.read_bytes())]
    assert log.read_text().split() == ["begin", "end"] * (1 + 2 * len(with_contents))
    volume = (tmp_path / "pack" / "proceedings.docx").read_bytes()
    assert "PAGEREF" in all_text(volume)
