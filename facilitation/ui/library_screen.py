"""The screen of the library: its parts, and what can be brought in and saved."""

from __future__ import annotations

import streamlit as st

from facilitation.library.own_text import CHECKLISTS, INSTRUMENTS, METHODS, QUESTIONNAIRES
from facilitation.ui import state
from facilitation.ui.library_checklists import checklists_view
from facilitation.ui.library_fit import fit_view
from facilitation.ui.library_instruments import instruments_view
from facilitation.ui.library_methods import methods_view
from facilitation.ui.library_own import CHOICES, bring_in_button, save_agenda_button
from facilitation.ui.library_own_editor import edited_entry, own_file_editor
from facilitation.ui.library_questionnaires import questionnaires_view
from facilitation.ui.screen import Screen
from facilitation.ui.switches import switch

PART, FIT = "library_part", "fit"
VIEWS = {
    METHODS: methods_view,
    FIT: fit_view,
    INSTRUMENTS: instruments_view,
    CHECKLISTS: checklists_view,
    QUESTIONNAIRES: questionnaires_view,
}


def library_screen(found: Screen) -> None:
    """The own file that is being edited, or one part of the library."""
    entry = edited_entry(found)
    if entry is not None:
        own_file_editor(found, entry)
        return
    _follow_link()
    part = _head(found)
    VIEWS[part](found)


def _head(found: Screen) -> str:
    """The switch between the parts, and the buttons for own files."""
    _ = found._
    parts = {
        METHODS: _("Methods"),
        FIT: _("What fits?"),
        INSTRUMENTS: _("Instruments"),
        CHECKLISTS: _("Checklists"),
        QUESTIONNAIRES: _("Questionnaires"),
    }
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        part = switch(_("View"), parts, key=PART, keeps=True)
        if not _is_reading(found, part):
            _own_buttons(found, part)
    return part


def _is_reading(found: Screen, part: str) -> bool:
    """Whether one method or one instrument stands open."""
    if part == FIT:
        return False
    library = found.app.library
    known = {
        METHODS: library.methods,
        INSTRUMENTS: library.instruments,
        CHECKLISTS: library.checklists,
        QUESTIONNAIRES: library.questionnaires,
    }
    return state.chosen(CHOICES[part]) in known[part]


def _own_buttons(found: Screen, part: str) -> None:
    """Beside the lists; a page that is being read has buttons of its own."""
    with st.container(horizontal=True, width="content"):
        bring_in_button(found)
        if part == INSTRUMENTS:
            save_agenda_button(found)


def _follow_link() -> None:
    """A link may name the method or the instrument to be read."""
    for part, choice in CHOICES.items():
        linked = st.query_params.pop(choice, "")
        if linked:
            state.choose(choice, str(linked))
            state.put_widget(PART, part)
