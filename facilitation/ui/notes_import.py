"""Note forms as files: to take along without a network, and filled ones back in a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from facilitation.errors import FacilitationError
from facilitation.i18n.labels import error_sentence, note_kind_label
from facilitation.i18n.note_form_words import remark_sentence
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import attempt, show_error, show_remarks
from facilitation.ui.notes_view import NotesView, notes_view
from facilitation.ui.page_head import EventScreen

if TYPE_CHECKING:
    from facilitation.services.note_imports import ReadFile

UPLOAD = "note_forms"
TITLE_WIDTH = 300


def forms_button(page: EventScreen) -> None:
    """The button that opens the forms as a dialog of their own."""
    if page.buttons.button(page._("Word forms"), key="note_forms_open", icon=":material/description:"):
        st.dialog(page._("Word forms for note-takers"), width="large")(note_forms)(page)


def note_forms(page: EventScreen) -> None:
    """Empty forms to take along, then the field for filled ones and what was read from them."""
    _ = page._
    st.write(
        _(
            "For a note-taker without a network: a Word file for each session or café table, with fields to fill in on"
            " the computer. It knows where it belongs."
        )
    )
    _empty_forms(page, notes_view(page))
    st.header(_("Filled forms that came back"), anchor=False)
    files = st.file_uploader(
        _("Word forms, several at once"),
        type=["docx"],
        accept_multiple_files=True,
        key=state.widget_key(UPLOAD, state.chosen(UPLOAD)),
    )
    if not files:
        st.caption(_("You see what was read from each file before anything is saved."))
        return
    try:
        read = page.app.note_forms.read(page.event_id, [(file.name, file.getvalue()) for file in files])
    except FacilitationError as error:
        show_error(error, _)
        return
    _show(page, read)


def _empty_forms(page: EventScreen, view: NotesView) -> None:
    """The form of the session, of one of its tables, and all forms of the event."""
    _, forms, item = page._, page.app.note_forms, view.item
    _line(_("This session"), "docx", lambda language: forms.form(page.event_id, item.id, language), "session")
    if view.cafe is not None:
        tables = list(range(1, view.cafe.table_count + 1))
        key = state.widget_key("note_form_table", item.id)
        table = st.selectbox(
            _("Table"), tables, key=key, format_func=lambda number: _("Table {number}").format(number=number)
        )
        title = _("Table {number}").format(number=table)
        _line(
            title,
            "docx",
            lambda language: forms.form(page.event_id, item.id, language, table=table),
            f"table-{table}",
        )
    _line(_("All sessions and tables (zip)"), "zip", lambda language: forms.every_form(page.event_id, language))


def _line(title: str, kind: str, make: Callable[[str], bytes], name: str = "all") -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(title, width=TITLE_WIDTH)
        for language, word in LANGUAGE_NAMES.items():
            key = state.widget_key("note_form", name, language)
            file = f"note-form-{name}-{language}.{kind}"
            file_button(word, partial(make, language), file, key=key, type="tertiary", width="content")


def _show(page: EventScreen, read: Sequence[ReadFile]) -> None:
    """What was read, file by file, and the button that takes it in."""
    _ = page._
    st.dataframe(pd.DataFrame([_row(page, file) for file in read]), hide_index=True, alt=_("What was read per file"))
    show_remarks((file.file_name, remark) for file in read for remark in _remarks(file, _))
    count = sum(len(file.notes) for file in read)
    if count:
        words = _.plural("Take in {count} note", "Take in {count} notes", count).format(count=count)
        if st.button(words, type="primary", key="take_in_notes"):
            _take_in(page, read)


def _row(page: EventScreen, file: ReadFile) -> dict[str, str]:
    _ = page._
    kinds = Counter(note.kind for note in file.notes)
    place = _("Table {number}").format(number=file.table) if file.table else ""
    return {
        _("File"): file.file_name,
        _("Session"): file.title.said_in(page.language),
        _("Table"): place,
        _("New notes"): ", ".join(f"{count} × {note_kind_label(kind, _)}" for kind, count in kinds.items()),
        _("Already in"): str(file.already or ""),
        _("Outcome"): _outcome(file, _),
    }


def _outcome(file: ReadFile, _: Translator) -> str:
    if file.error:
        return _("refused")
    if not file.notes:
        return _("already in")
    return _("read, with remarks") if file.remarks else _("read")


def _remarks(file: ReadFile, _: Translator) -> list[str]:
    if file.error:
        return [error_sentence(file.error, _)]
    return [remark_sentence(remark, _) for remark in file.remarks]


def _take_in(page: EventScreen, read: Sequence[ReadFile]) -> None:
    """Save the notes; the field for files is a new, empty one afterwards."""
    done = page._("The notes are in. One undo takes all of them back.")
    if attempt(page.app.note_forms.take_in, page.event_id, read, done=done) is not None:
        state.choose(UPLOAD, str(int(state.chosen(UPLOAD) or 0) + 1))
    st.rerun()  # closes the dialog; what was said about it stands on the screen
