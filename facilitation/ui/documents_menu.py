"""The menu of all documents: each with one click, in either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from facilitation.errors import mark
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.services.paper_names import PAPERS
from facilitation.ui import state
from facilitation.ui.calendar_links import calendar_links_button
from facilitation.ui.page_head import EventScreen
from facilitation.ui.pdf_button import no_pdf_note, pdf_button
from facilitation.ui.print_look import print_look_fields

PAPER_NAMES = {
    "agenda.docx": mark("Agenda"),
    "agenda-bilingual.docx": mark("Agenda in two languages"),
    "volume-comments.docx": mark("Comments and what was done"),
    "running-order.docx": mark("Running order (staff)"),
    "checklist.docx": mark("Checklist"),
    "checklist-by-owner.docx": mark("Checklist by owner"),
    "hand-over.docx": mark("Hand-over sheets"),
    "guide.docx": mark("Facilitator's guide"),
    "guides.docx": mark("Guide for each facilitator"),
    "run-of-show.docx": mark("Run of show (staff)"),
    "pocket-cards.docx": mark("Pocket cards"),
    "training-plan.docx": mark("Training plan"),
    "materials.docx": mark("Materials and logistics"),
    "rehearsal.docx": mark("Rehearsal of the facilitators"),
    "cafe-rosters.docx": mark("World café rosters"),
    "table-cards.docx": mark("Table cards"),
    "cafe-cards.docx": mark("Personal cards"),
    "cafe-hosts.docx": mark("Host’s sheet"),
    "cafe-questions.docx": mark("Question signs"),
    "cafe-harvest.docx": mark("Harvest sheet"),
    "sign-in.docx": mark("Sign-in sheet"),
    "badges.docx": mark("Badges"),
    "name-cards.docx": mark("Name cards"),
    "sign-in-codes.docx": mark("Sign-in sheet by code"),
    "certificates.docx": mark("Certificates of attendance"),
    "note-form.docx": mark("Note form"),
    "proceedings.docx": mark("Proceedings"),
    "checklist.xlsx": mark("Checklist (Excel)"),
    "participants.xlsx": mark("Participants (Excel)"),
    "event.ics": mark("Calendar"),
    "budget.docx": mark("Budget on one page"),
    "budget.xlsx": mark("Budget (Excel)"),
    "wall-calendar.docx": mark("Wall calendar"),
    "concept-note.docx": mark("Concept note"),
    "synthesis.docx": mark("What you said, what we made of it"),
    "thread.docx": mark("From answers to commitments"),
    "agenda.xlsx": mark("Agenda (Excel)"),
    "running-order.xlsx": mark("Running order (Excel, staff)"),
    "schedule.xml": mark("Programme (XML)"),
    "schedule.json": mark("Programme (JSON)"),
}
BILINGUAL = "agenda-bilingual.docx"
FOR_PROGRAMS = ("agenda.xlsx", "running-order.xlsx", "schedule.xml", "schedule.json")
MENU = "documents_menu"
WIDTH, TITLE_WIDTH = 370, 190
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
    "xml": "application/xml",
    "json": "application/json",
    "eml": "message/rfc822",
    "zip": "application/zip",
}


def file_button(label: str, make: Callable[[], bytes], file_name: str, *, key: str, **look: object) -> None:
    """A button that makes a file when it is clicked and hands it over."""
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        mime=MIME[file_name.rpartition(".")[2]],
        key=key,
        on_click="ignore",
        **look,  # type: ignore[arg-type]
    )


def paper_button(page: EventScreen, name: str, language: str, label: str, *, place: str = "paper", **look: Any) -> None:
    """A button that makes one document when it is clicked and hands it over; each ``place`` shows a paper once."""
    make = partial(_maker(page, name), page.event_id, name, language)
    file_name = name if language == "sq" else name.replace(".", "-en.", 1)
    file_button(label, make, file_name, key=state.widget_key(place, name, language), **look)


def both_button(page: EventScreen, names: Sequence[str], label: str, **look: Any) -> None:
    """A button that makes these papers (none = all) in both languages from one reading of the event, as a ``.zip``."""
    make = partial(page.app.papers.in_both, page.event_id, names)
    stem = names[0].rpartition(".")[0] if names else "documents"
    file_button(label, make, f"{stem}-sq-en.zip", key=state.widget_key("both", *names), **look)


def _maker(page: EventScreen, name: str) -> Callable[[str, str, str], bytes]:
    """What makes a file; a paper gets the look this person has chosen when the button is pressed."""
    if name in FOR_PROGRAMS:
        return page.app.exports.make
    return lambda event_id, paper, language: page.app.papers.make(
        event_id, paper, language, page.app.preferences.print_look()
    )


def documents_menu(page: EventScreen) -> None:
    """All documents behind one button."""
    _ = page._
    menu = st.popover(_("Documents"), icon=":material/download:", key=MENU, on_change="rerun")
    if not menu.open:
        return
    withheld = page.app.papers.withheld(page.event_id)
    with menu, st.container(width=WIDTH, gap=None):
        for name in PAPERS:
            if name != withheld:
                _line(page, name, menu=MENU)
        if withheld:
            st.caption(_("The proceedings wait for the anonymity check (screen “Proceedings”)."))
        no_pdf_note(page)
        print_look_fields(page, "menu")
        _bilingual_line(page)
        both_button(page, (), _("All in both languages"), type="tertiary", icon=":material/folder_zip:")
        st.caption(_("For other programs"))
        for name in FOR_PROGRAMS:
            _line(page, name)
        calendar_links_button(page)


def _bilingual_line(page: EventScreen, place: str = "paper") -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(page._(PAPER_NAMES[BILINGUAL]), width=TITLE_WIDTH)
        words = page._("Side by side")
        paper_button(page, BILINGUAL, page.language, words, place=place, type="tertiary", width="content")


def agenda_papers(page: EventScreen) -> None:
    """The agenda as Word files: in either language, both side by side, and both files from one moment."""
    paper_lines(page, "agenda.docx", "running-order.docx", place="agenda")
    _bilingual_line(page, "agenda")
    both_button(page, ("agenda.docx",), page._("Both files (.zip)"), type="tertiary", icon=":material/folder_zip:")


def paper_buttons(page: EventScreen, *names: str) -> None:
    """The papers that belong to a screen, each in both languages."""
    st.header(page._("Papers"), anchor=False)
    paper_lines(page, *names)


def paper_lines(page: EventScreen, *names: str, place: str = "paper") -> None:
    """The same without a heading."""
    with st.container(width=WIDTH, gap=None):
        for name in names:
            _line(page, name, place)
        no_pdf_note(page)


def _line(page: EventScreen, name: str, place: str = "paper", menu: str = "") -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(page._(PAPER_NAMES[name]), width=TITLE_WIDTH)
        for language, word in LANGUAGE_NAMES.items():
            paper_button(page, name, language, word, place=place, type="tertiary", width="content")
        if name.endswith(".docx") and page.app.pdfs.is_possible():
            title = page._(PAPER_NAMES[name])
            pdf_button(page, name, title, place=place, menu=menu, type="tertiary", width="content")
