"""A paper as PDF from the screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from facilitation.documents import office_pdf, page_numbers
from facilitation.services.application import Application
from facilitation.services.pdfs import PdfRun
from tests import fake_office
from tests.builders import EVENT_ID, a_record, an_event
from tests.pages.opened import opened, said, stored, without_mistakes


def form(name: str) -> None:
    """What the dialog of a paper shows; AppTest runs only these lines."""
    import streamlit as st

    from facilitation.ui.page_head import event_page
    from facilitation.ui.pdf_button import pdf_form

    st.session_state.setdefault("language", "en")
    pdf_form(event_page("Dialog"), name)


def shown(name: str) -> AppTest:
    return AppTest.from_function(form, default_timeout=60, args=(name,)).run()


@pytest.fixture
def event(app: Application) -> str:
    stored(app, a_record(event=an_event(languages=("sq", "en")), items=[30, 30]))
    return EVENT_ID


def labels(screen: AppTest) -> list[str]:
    return [str(button.proto.label) for button in screen.get("download_button")]


def test_the_dialog_waits_and_then_offers_the_files(
    app: Application, event: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_A_PDF)
    monkeypatch.setattr(page_numbers, "pages_of_bookmarks", lambda _pdf, bookmarks: dict.fromkeys(bookmarks, 3))
    waits = iter([False, False, False])
    wait = PdfRun.wait
    monkeypatch.setattr(PdfRun, "wait", lambda run, seconds: next(waits, None) is None and wait(run, 30))

    plain = without_mistakes(shown("agenda.docx"))
    volume = without_mistakes(shown("proceedings.docx"))

    assert labels(plain) == ["Save the PDF"]
    assert labels(volume) == ["Save the PDF", "Save the Word file with page numbers"]
    other = without_mistakes(volume.segmented_control[0].set_value("sq").run())
    assert len(labels(other)) == 2
    assert app.pdfs.current(event, "proceedings.docx", "sq")


def test_the_dialog_says_what_went_wrong(
    app: Application, event: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_NOTHING)
    failed = shown("agenda.docx")
    monkeypatch.setattr(office_pdf, "find_office", lambda: None)
    missing = shown("guide.docx")

    assert (labels(failed), labels(missing), [*failed.exception, *missing.exception]) == ([], [], [])
    assert "could not make the PDF" in failed.error[0].value
    assert "Open the Word file and choose “Save as”, PDF" in missing.error[0].value


def pdf_of(screen: AppTest) -> Button:
    (found,) = [button for button in screen.button if button.label == "PDF"]
    return found


def test_the_screens_offer_a_pdf_only_where_it_can_be_made(
    app: Application, event: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office.put_in_place(monkeypatch, tmp_path, fake_office.MAKES_A_PDF)
    with_program = opened("budget", "sq")
    asked = without_mistakes(pdf_of(with_program).click().run())
    monkeypatch.setattr(office_pdf, "find_office", lambda: None)
    without = opened("budget", "sq")

    assert "Ruaj PDF-në" in labels(asked)
    assert [button.label for button in without.button].count("PDF") == 0
    assert "PDF" in said(without)
