"""What is done with the whole checklist rather than with a task: a menu beside the button that adds one."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from facilitation.ui.documents_menu import paper_lines
from facilitation.ui.page_head import EventScreen
from facilitation.ui.pdf_button import no_pdf_below, pdf_below
from facilitation.ui.task_calendar import deadlines_form
from facilitation.ui.task_import import import_form
from facilitation.ui.task_move import move_form
from facilitation.ui.task_reminders import reminders_form
from facilitation.ui.task_templates import templates_form

MENU = "tasks_more"
MOVE, IMPORT, PAPERS, CALENDAR = "move_event", "import_tasks", "task_papers", "task_calendar"
REMINDERS, TEMPLATES = "reminders", "task_templates"
PLACE = "checklist_paper"
WIDTHS: dict[str, Literal["small", "medium"]] = {PAPERS: "small", CALENDAR: "medium"}
CHECKLIST_PAPERS = (
    "checklist.xlsx",
    "checklist.docx",
    "checklist-by-owner.docx",
    "hand-over.docx",
    "wall-calendar.docx",
    "materials.docx",
)


def checklist_menu(page: EventScreen) -> None:
    """The menu; each of its entries opens a dialog."""
    words = _words(page)
    wanted = page.buttons.menu_button(page._("More"), list(words), key=MENU, format_func=lambda name: words[name])
    if wanted:
        _open(page, str(wanted), words[str(wanted)])


def _words(page: EventScreen) -> dict[str, str]:
    _ = page._
    return {
        MOVE: _("Move the event"),
        PAPERS: _("Papers and Excel"),
        IMPORT: _("Take in a checklist"),
        TEMPLATES: _("Templates"),
        CALENDAR: _("Deadlines in calendars"),
        REMINDERS: _("Reminders"),
    }


def _open(page: EventScreen, wanted: str, title: str) -> None:
    """The dialog of an entry."""
    no_pdf_below()
    forms = {
        MOVE: move_form,
        PAPERS: papers_form,
        IMPORT: import_form,
        TEMPLATES: templates_form,
        CALENDAR: deadlines_form,
        REMINDERS: reminders_form,
    }
    st.dialog(title, width=WIDTHS.get(wanted, "large"))(forms[wanted])(page)


def papers_form(page: EventScreen) -> None:
    """Everything the checklist is printed or sent as, in both languages."""
    _ = page._
    st.caption(
        _(
            "The workbook is for those who plan in Excel: changed and sent back, it is taken in with every difference"
            " shown."
        )
    )
    paper_lines(page, *CHECKLIST_PAPERS, place=PLACE)
    pdf_below(page)
