"""What others write in the same session, while one's own hands stay on the keys."""

from __future__ import annotations

import streamlit as st

from facilitation.ui.notes_view import NotesView
from facilitation.ui.page_head import EventScreen

LOOKS_AGAIN = 5.0
"""Seconds between two looks at what the others wrote."""


@st.fragment(run_every=LOOKS_AGAIN)
def others_notes(page: EventScreen, view: NotesView) -> None:
    """A button as soon as somebody else wrote, changed or removed a note; nothing moves until it is pressed."""
    _, shown = page._, {note.id: note.version for note in view.notes}
    now = {note.id: note.version for note in page.app.notes.list_for(page.event_id, view.item.id)}
    count = len(now.keys() - shown.keys())
    if now == shown:
        return
    words = _("Others changed notes")
    if count:
        words = _.plural("{count} new note by others", "{count} new notes by others", count).format(count=count)
    if st.button(
        words, key="others_notes", icon=":material/refresh:", help=_("Show what others wrote in this session")
    ):
        st.rerun()
