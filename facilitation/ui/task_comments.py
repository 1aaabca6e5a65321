"""What people said about the chosen task."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.task import Comment
from facilitation.i18n.formats import moment_text
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.task_form import TaskForm


def comment_thread(form: TaskForm) -> None:
    """All comments, the oldest first, and the field for another one."""
    _, comments = form.page._, form.task.comments
    label = _("Comments · {count}").format(count=len(comments)) if comments else _("Comments")
    thread = st.expander(label, on_change="rerun", key=form.key("comments"))
    if not thread.open:
        return
    with thread:
        for comment in comments:
            _said(form, comment)
        st.text_area(_("Your comment"), key=form.key("comment"), height=80)
        st.button(_("Add the comment"), key=form.key("comment_save"), on_click=_add, args=(form,))


def _said(form: TaskForm, comment: Comment) -> None:
    _ = form.page._
    is_own = comment.author == form.page.app.task_parts.desk.actor
    with st.container(horizontal=True, wrap=False, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{plain(comment.author)}** · {moment_text(comment.written_at, form.page.language)}")
        if is_own:
            st.button(
                _("Remove"),
                key=state.widget_key("remove_comment", comment.id),
                icon=":material/delete:",
                type="tertiary",
                help=_("Removes this comment; only who wrote it can do that."),
                on_click=_remove,
                args=(form, comment.id),
            )
    st.markdown(plain_lines(comment.text))


def _add(form: TaskForm) -> None:
    text = str(state.widget_value(form.key("comment")) or "")
    if attempt(form.page.app.task_parts.comment, form.task.id, text) is not None:
        state.put_widget(form.key("comment"), "")


def _remove(form: TaskForm, comment_id: str) -> None:
    done = form.page._("Comment removed. Undo brings it back.")
    attempt(form.page.app.task_parts.remove_comment, form.task.id, comment_id, done=done)
