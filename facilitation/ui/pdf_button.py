"""A paper as PDF: a button that opens a dialog in which it is made, and saved once it is there."""

from __future__ import annotations

from typing import Any

import streamlit as st

from facilitation.errors import FacilitationError, mark
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.services.pdfs import PdfRun, PdfStage
from facilitation.ui import state
from facilitation.ui.messages import plain, unexpected
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

WANTED = "wanted_pdf"
POLL = 0.5
"""Seconds between two looks at how far the paper is."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STAGES = {
    PdfStage.WAITING: mark("Another PDF is being made; this one is next…"),
    PdfStage.LAYING_OUT: mark("Laying out the pages…"),
    PdfStage.NUMBERING: mark("Writing in the page numbers and checking them…"),
}


def pdf_button(page: EventScreen, name: str, title: str, *, place: str, menu: str = "", **look: Any) -> None:
    """The button for one Word paper; the frame opens its dialog (``wanted_pdf``).

    ``title`` names it there, each ``place`` shows a paper once, ``menu`` is the key of the popover it closes.
    """
    key = state.widget_key("pdf", place, name)
    st.button("PDF", key=key, on_click=_want, args=(page, name, title, menu), **look)


def _want(page: EventScreen, name: str, title: str, menu: str) -> None:
    page.app.pdfs.forget(page.event_id, name)
    state.keep_once(WANTED, (page, name, title))
    if menu:
        state.put_widget(menu, False)


def wanted_pdf() -> None:
    """The dialog of the paper whose button was clicked, where one was.

    To be called at the end of a run: it waits for the paper, and the screen behind it is to be whole meanwhile.
    """
    if wanted := state.take_once(WANTED):
        page, name, title = wanted
        st.dialog(page._("{paper} as PDF").format(paper=plain(title)))(pdf_form)(page, name)


def pdf_below(page: EventScreen) -> None:
    """The same inside a dialog, which cannot open another one: below what stands there already."""
    if wanted := state.take_once(WANTED):
        state.choose(WANTED, wanted[1])
    if name := state.chosen(WANTED):
        with st.container(border=True):
            pdf_form(page, name)


def no_pdf_below() -> None:
    """A dialog opens anew: nothing stands below it yet."""
    state.forget(WANTED)


def no_pdf_note(page: EventScreen) -> None:
    """How a PDF is made where LibreOffice is missing; nothing where it is there."""
    if not page.app.pdfs.is_possible():
        st.caption(page._("A PDF: open the Word file and choose “Save as”, PDF."))


def pdf_form(page: EventScreen, name: str) -> None:
    """The language, how far the paper is, and then the files."""
    _ = page._
    key = state.widget_key("pdf_language", name)
    language = switch(_("Language of the paper"), LANGUAGE_NAMES, key=key, default=page.language)
    try:
        run = page.app.pdfs.current(page.event_id, name, language, page.app.preferences.print_look())
        if run is None or not run.is_over:
            run = _made(page, name, language)
    except FacilitationError as error:
        st.error(plain(error_sentence(error, _)))
        return
    _files(run, name, language, _)


def _made(page: EventScreen, name: str, language: str) -> PdfRun:
    """Say how far the paper is until it is there. A click elsewhere ends the looking on, and nothing else."""
    _, place = page._, st.empty()
    with place, st.status(_(STAGES[PdfStage.LAYING_OUT])) as status:
        run = page.app.pdfs.start(page.event_id, name, language, page.app.preferences.print_look())
        while not run.wait(POLL):
            status.update(label=_said(run, _))
    place.empty()
    return run


def _said(run: PdfRun, _: Translator) -> str:
    stage = _(STAGES[run.stage])
    return f"{stage} {run.seconds} s"


def _files(run: PdfRun, name: str, language: str, _: Translator) -> None:
    if run.files is None:
        st.error(_failure(run.error, _))
        return
    stem = name.removesuffix(".docx") + ("" if language == "sq" else "-en")
    icon = ":material/download:"
    st.download_button(
        _("Save the PDF"),
        run.files.pdf,
        f"{stem}.pdf",
        "application/pdf",
        key=state.widget_key("pdf_file", stem),
        on_click="ignore",
        type="primary",
        icon=icon,
    )
    if run.files.entries:
        st.download_button(
            _("Save the Word file with page numbers"),
            run.files.docx,
            f"{stem}.docx",
            WORD,
            key=state.widget_key("numbered_file", stem),
            on_click="ignore",
            icon=icon,
        )
        st.caption(_("The page numbers stand in the contents. They count for this file: after a change, make it anew."))


def _failure(error: Exception | None, _: Translator) -> str:
    if isinstance(error, FacilitationError):
        return plain(error_sentence(error, _))
    reference = unexpected(error or RuntimeError("no PDF"))
    return _("Something went wrong. Reference: {reference}.").format(reference=reference)
