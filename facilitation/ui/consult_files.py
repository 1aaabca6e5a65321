"""The questionnaire as a file: to send out, and filled ones back in a batch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from facilitation.domain.consultation import Questionnaire
from facilitation.errors import FacilitationError
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import attempt, show_error, show_remarks
from facilitation.ui.page_head import EventScreen

if TYPE_CHECKING:
    from facilitation.services.form_imports import ReadForm

UPLOAD = "filled_forms"
WIDTH, TITLE_WIDTH = 320, 190


def files_part(page: EventScreen, asked: Questionnaire) -> None:
    """The empty form as Word and Excel; below, the filled ones that came back."""
    _ = page._
    st.header(_("Forms to send"), anchor=False)
    st.write(_("For those who answer by e-mail or with a pen. The files know which questionnaire they belong to."))
    _empty_forms(page, asked)
    st.header(_("Filled forms that came back"), anchor=False)
    files = st.file_uploader(
        _("Word or Excel forms, several at once"),
        type=["docx", "xlsx"],
        accept_multiple_files=True,
        key=state.widget_key(UPLOAD, asked.id, state.chosen(UPLOAD)),
    )
    if not files:
        st.caption(_("You see what was read from each file before anything is saved."))
        return
    try:
        read = page.app.form_imports.read(asked.id, [(file.name, file.getvalue()) for file in files])
    except FacilitationError as error:
        show_error(error, _)
        return
    _show(page, asked, read)


def _empty_forms(page: EventScreen, asked: Questionnaire) -> None:
    _, imports = page._, page.app.form_imports
    with st.container(width=WIDTH, gap=None):
        for kind, title in (("docx", _("Word form")), ("xlsx", _("Excel form"))):
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                st.markdown(title, width=TITLE_WIDTH)
                for language, word in LANGUAGE_NAMES.items():
                    make = partial(imports.form, asked.id, language, kind)
                    name = f"form-{language}.{kind}"
                    key = state.widget_key("form_file", asked.id, language, kind)
                    file_button(word, make, name, key=key, type="tertiary", width="content")


def _show(page: EventScreen, asked: Questionnaire, read: Sequence[ReadForm]) -> None:
    """What was read, file by file, and the button that saves it."""
    _ = page._
    rows = [_row(form, _) for form in read]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("What was read from each file"))
    show_remarks((form.file_name, error_sentence(remark, _)) for form in read for remark in form.remarks)
    usable = [form for form in read if form.reply]
    refused = len(read) - len(usable)
    if refused and usable:
        st.write(
            _.plural(
                "{count} file is refused; the others can be saved.",
                "{count} files are refused; the others can be saved.",
                refused,
            ).format(count=refused)
        )
    if not usable:
        return
    words = _.plural("Save {count} reply", "Save {count} replies", len(usable)).format(count=len(usable))
    st.button(words, type="primary", key="save_forms", on_click=_save, args=(page, asked, usable))


def _save(page: EventScreen, asked: Questionnaire, usable: Sequence[ReadForm]) -> None:
    """Save the replies; the field for files is a new, empty one afterwards."""
    if attempt(page.app.form_imports.save, asked.id, usable, done=page._("Saved.")) is not None:
        state.choose(UPLOAD, str(int(state.chosen(UPLOAD) or 0) + 1))


def _row(form: ReadForm, _: Translator) -> dict[str, str]:
    reply = form.reply
    outcome = _("refused")
    if reply:
        outcome = _("replaces an earlier answer") if form.replaces else _("read")
        if form.remarks:
            outcome = _("read, with something left out")
    return {
        _("File"): form.file_name,
        _("Outcome"): outcome,
        _("Answers"): str(len(reply.answers)) if reply else "",
        _("From"): reply.organisation if reply else "",
    }
