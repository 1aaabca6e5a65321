"""What can be done with files of one's own: copy, edit, take along, remove, bring in, save."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.text import typed
from facilitation.library.own_text import CHECKLISTS, INSTRUMENTS, METHODS, QUESTIONNAIRES, Described, place_of
from facilitation.ui import state
from facilitation.ui.library_words import is_own
from facilitation.ui.messages import attempt, plain, problem_lines
from facilitation.ui.screen import Screen

EDITED = "own_file"
CHOICES = {
    METHODS: "method",
    INSTRUMENTS: "instrument",
    CHECKLISTS: "checklist",
    QUESTIONNAIRES: "library_questionnaire",
}
"""By which name the screen remembers what of a part is open."""
COPY, REMOVE, BRING, SAVE = "copy_form", "remove_form", "bring_form", "save_agenda_form"


def edited_file(part: str, key: str) -> str:
    """How the screen remembers which own file is being edited."""
    return f"{part}:{key}"


def own_file_buttons(found: Screen, made: Described) -> None:
    """Own ones can be edited, taken along and removed; of any one can have a copy of one's own."""
    part, key = place_of(made)
    if is_own(found, part, key):
        edit_buttons(found, part, key)
    _copy_button(found, made)


def edit_buttons(found: Screen, part: str, key: str) -> None:
    """Edit, take along and remove an own file."""
    _ = found._
    st.button(
        _("Edit"),
        key=state.widget_key("edit_own", key),
        icon=":material/edit:",
        on_click=state.choose,
        args=(EDITED, edited_file(part, key)),
    )
    st.download_button(
        _("Download"),
        data=partial(found.app.own_library.file_bytes, part, key),
        file_name=f"{key}.toml",
        mime="application/toml",
        key=state.widget_key("download_own", key),
        icon=":material/download:",
        on_click="ignore",
        help=_("As a file that can be brought in elsewhere"),
    )
    with st.popover(_("Remove"), key=state.widget_key(REMOVE, key), icon=":material/delete:"):
        st.write(_("It is removed for good. Events that were made with it keep what they have."))
        st.button(_("Remove it"), key=state.widget_key("remove_own", key), on_click=_remove, args=(found, part, key))


def _remove(found: Screen, part: str, key: str) -> None:
    attempt(found.app.own_library.remove, part, key, done=found._("Removed."))
    state.forget(CHOICES[part])


def _copy_button(found: Screen, made: Described) -> None:
    _ = found._
    form = st.popover(_("Make a copy of your own"), key=COPY, icon=":material/content_copy:", on_change="rerun")
    if form.open:
        with form:
            st.text_input(_("Title of the copy"), key="copy_title", placeholder=made.title.said_in(found.language))
            st.button(_("Make the copy"), key="copy_save", type="primary", on_click=_copy, args=(found, made))


def _copy(found: Screen, made: Described) -> None:
    title = typed(str(state.widget_value("copy_title") or "").strip(), found.language)
    done = found._("Copied. Now change what should be different.")
    file = attempt(found.app.own_library.copy, made, title, done=done)
    if file is not None:
        state.put_widget(COPY, False)
        state.clear_widget("copy_title", "")
        state.choose(CHOICES[file.part], file.key)
        state.choose(EDITED, edited_file(file.part, file.key))


def broken_files(found: Screen, part: str) -> None:
    """Own files that cannot be used as they are, with the reasons and the way to mend them."""
    for entry in found.app.library.own(part):
        if entry.problem is None:
            continue
        with st.container(border=True):
            text = found._("“{name}” of yours cannot be used as it is:").format(name=f"{entry.file.key}.toml")
            st.warning(plain(text) + "\n\n" + problem_lines(entry.problem, found._), icon=":material/warning:")
            with st.container(horizontal=True):
                edit_buttons(found, part, entry.file.key)


def bring_in_button(found: Screen) -> None:
    """Bringing in a file of the library's format."""
    _ = found._
    form = st.popover(_("Bring in a file"), key=BRING, icon=":material/upload_file:", on_change="rerun")
    if not form.open:
        return
    with form:
        upload = st.file_uploader(
            _("Template, method, checklist or questionnaire (.toml)"),
            type=["toml"],
            key="own_upload",
            max_upload_size=1,
        )
        if upload is None:
            st.caption(_("A file that was downloaded here, or one written as agendas/README.md says."))
            return
        arguments = (found, upload.name, upload.getvalue())
        st.button(_("Bring it in"), key="own_upload_save", type="primary", on_click=_bring_in, args=arguments)


def _bring_in(found: Screen, name: str, data: bytes) -> None:
    done = found._("It stands in the library now.")
    file = attempt(found.app.own_library.bring_in, name, data, done=done)
    if file is not None:
        state.put_widget(BRING, False)
        state.choose(CHOICES[file.part], file.key)
        state.put_widget("library_part", file.part)


def save_agenda_button(found: Screen) -> None:
    """Saving the open event's agenda as a template of one's own."""
    _ = found._
    if found.event is None:
        return
    form = st.popover(_("Save this event as a template"), key=SAVE, icon=":material/save:", on_change="rerun")
    if form.open:
        with form:
            title = found.event.title.said_in(found.language)
            st.text_input(_("Title of the template"), key="template_title", placeholder=title)
            st.toggle(_("Take the internal notes along"), key="template_notes")
            st.caption(
                _("Agenda, checklist, guide and questions of “{title}”. People and rooms stay behind.").format(
                    title=plain(title)
                )
            )
            st.button(_("Save the template"), key="template_save", type="primary", on_click=_save_agenda, args=(found,))


def _save_agenda(found: Screen) -> None:
    event = found.event
    if event is None:
        return
    title = typed(str(state.widget_value("template_title") or "").strip(), found.language) or event.title
    has_notes = bool(state.widget_value("template_notes"))
    done = found._("The template stands in the library now.")
    file = attempt(found.app.own_library.save_agenda, event.id, title, has_notes=has_notes, done=done)
    if file is not None:
        state.put_widget(SAVE, False)
        state.clear_widget("template_title", "")
        state.choose(CHOICES[file.part], file.key)
        state.put_widget("library_part", file.part)
