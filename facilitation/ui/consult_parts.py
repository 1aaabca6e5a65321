"""The parts of the consultation's screen, in the order of the work; a further one is a further line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from facilitation.errors import mark
from facilitation.ui import state
from facilitation.ui.consult_brief import brief_part
from facilitation.ui.consult_files import files_part
from facilitation.ui.consult_questions import questions_part
from facilitation.ui.consult_replies import replies_part
from facilitation.ui.consult_sending import sending_part
from facilitation.ui.consult_start import first_start
from facilitation.ui.consult_synthesis import synthesis_part
from facilitation.ui.consult_themes import themes_part
from facilitation.ui.consult_thread import thread_part
from facilitation.ui.consult_view import PART, QUESTIONS, ConsultView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch
from facilitation.ui.undo import undo_button

HANDED_IN = "hand_in_reply"


@dataclass(frozen=True, slots=True)
class ConsultPart:
    """A part with the name it has on the switch.

    ``is_of_event`` = it can be shown without a questionnaire; ``subjects`` = what its undo takes back.
    """

    key: str
    name: str
    show: Callable[[EventScreen, ConsultView], None]
    is_of_event: bool = False
    subjects: tuple[str, ...] = ("questionnaire",)


def _themes(page: EventScreen, view: ConsultView) -> None:
    themes_part(page, view.one)


def _synthesis(page: EventScreen, view: ConsultView) -> None:
    synthesis_part(page, view.one)


def _thread(page: EventScreen, _view: ConsultView) -> None:
    thread_part(page)


def _brief(page: EventScreen, _view: ConsultView) -> None:
    brief_part(page)


def _files(page: EventScreen, view: ConsultView) -> None:
    files_part(page, view.one)


PARTS: tuple[ConsultPart, ...] = (
    ConsultPart(QUESTIONS, mark("Questions"), questions_part),
    ConsultPart("sending", mark("Sending"), sending_part),
    ConsultPart("files", mark("Files"), _files, subjects=("reply",)),
    ConsultPart("replies", mark("Replies"), replies_part, subjects=("reply",)),
    ConsultPart("themes", mark("Themes"), _themes, subjects=("questionnaire", "reply")),
    ConsultPart("synthesis", mark("Synthesis"), _synthesis, subjects=("event", "reply", "questionnaire")),
    ConsultPart("thread", mark("Thread"), _thread, is_of_event=True, subjects=("event",)),
    ConsultPart("brief", mark("Brief"), _brief, is_of_event=True, subjects=("event",)),
)


def consult_undo(page: EventScreen) -> None:
    """Undo of what the chosen part changes; a reply that somebody else handed in is not ours to take back."""
    chosen, history = state.widget_value(PART), page.app.history
    subjects = next((part.subjects for part in PARTS if part.key == chosen), PARTS[0].subjects)
    newest = {subject: history.can_undo(page.event_id, subject) for subject in subjects}
    own = [subject for subject, last in newest.items() if last is None or last.verb != HANDED_IN]
    if own:
        undo_button(page, *own)


def consult_parts(page: EventScreen, view: ConsultView) -> None:
    """The switch and the part that is chosen; before the first questionnaire the way to make one."""
    shown = [part for part in PARTS if view.asked is not None or part.is_of_event]
    if view.asked is None:
        first_start(page)
    if not shown:
        return
    with st.container():
        chosen = switch(page._("View"), {part.key: page._(part.name) for part in shown}, key=PART, keeps=True)
    next((part for part in shown if part.key == chosen), shown[0]).show(page, view)
