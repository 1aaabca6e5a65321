"""The proof of the chosen task: whether its benchmark was reached, a link, and files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.attachment import Attachment
from facilitation.errors import FacilitationError
from facilitation.exchange.attached_file import MAXIMUM_BYTES, MEDIA_TYPES
from facilitation.i18n.formats import number_text, short_day_text
from facilitation.planning.task_status import safe_link
from facilitation.ui import state
from facilitation.ui.fields import text_field, trimmed
from facilitation.ui.messages import attempt, plain
from facilitation.ui.task_form import TaskForm
from facilitation.ui.task_status import reached_field


def proof_fields(form: TaskForm) -> None:
    """The part of the panel that says how one sees that the task was done."""
    proof = st.expander(form.page._("Benchmark and proof"), on_change="rerun", key=form.key("proof_open"))
    if not proof.open:  # closed it costs nothing, not even a look into the database
        return
    with proof:
        reached_field(form)
        _link(form)
        for file in form.page.app.attachments.list_for(form.page.event_id, form.task.id):
            _file(form, file)
        _upload(form)


def _link(form: TaskForm) -> None:
    _, proof = form.page._, form.task.proof
    text_field(
        _("Proof as a link"), proof, key=form.key("proof"), save=trimmed(form.save("proof")), placeholder="https://…"
    )
    if proof and _is_safe(proof):
        st.link_button(_("Open the link"), proof, key=form.key("proof_link"), icon=":material/open_in_new:")


def _is_safe(link: str) -> bool:
    """Whether a stored link may be clicked: it may have come in with an archive or a spreadsheet."""
    try:
        return bool(safe_link(link))
    except FacilitationError:
        return False


def _file(form: TaskForm, file: Attachment) -> None:
    _, language = form.page._, form.page.language
    size = number_text(max(file.size / 1000, 1), language)
    facts = _("{size} kB · {day} · {author}").format(
        size=size, day=short_day_text(file.added_at.date(), language), author=file.added_by
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            plain(file.name),
            data=partial(form.page.app.attachments.content, file.id),
            file_name=file.name,
            mime="application/octet-stream",
            key=state.widget_key("file", file.id),
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(plain(facts), width="content")
        with st.popover(_("Remove"), type="tertiary", key=state.widget_key("file_popover", file.id)):
            st.write(_("The file is removed for good; undo does not bring it back."))
            st.button(
                _("Remove the file"),
                key=state.widget_key("remove_file", file.id),
                on_click=partial(attempt, form.page.app.attachments.remove, file.id, done=_("File removed.")),
            )


def _upload(form: TaskForm) -> None:
    """Each file that was kept empties the field: its key carries how many there were."""
    _, counter = form.page._, form.key("uploads")
    key = state.widget_key(counter, state.chosen(counter, "0"))
    with st.popover(_("Add a file"), icon=":material/attach_file:", key=form.key("upload_open")):
        st.file_uploader(
            _("Proof as a file (at most {megabytes} MB)").format(megabytes=MAXIMUM_BYTES // 1_000_000),
            type=list(MEDIA_TYPES),
            key=key,
            max_upload_size=MAXIMUM_BYTES // 1_000_000,
            on_change=lambda: _add(form, key, counter),
        )


def _add(form: TaskForm, key: str, counter: str) -> None:
    upload = state.widget_value(key)
    if upload is None:
        return
    facts = (form.page.event_id, form.task.id, upload.name, upload.getvalue())
    attempt(form.page.app.attachments.add, *facts, done=form.page._("The file is kept with the task."))
    state.choose(counter, str(int(state.chosen(counter, "0")) + 1))
