"""The side panel of one task: every field saved on change, and why its day is what it is."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.task import Task
from facilitation.ui import state
from facilitation.ui.fields import text_field, trimmed, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head
from facilitation.ui.task_comments import comment_thread
from facilitation.ui.task_form import TaskForm
from facilitation.ui.task_minimum import confirm_minimum
from facilitation.ui.task_owner_fields import owner_fields
from facilitation.ui.task_points import points_list
from facilitation.ui.task_proof import proof_fields
from facilitation.ui.task_status import status_fields
from facilitation.ui.task_view import CHOSEN_TASK, TaskView
from facilitation.ui.task_when import when_fields, why_text


def task_panel(page: EventScreen, view: TaskView) -> None:
    """The chosen task."""
    task = view.chosen
    if task is None:
        return
    form, _ = TaskForm(page, view, task), page._
    with st.container(border=True):
        panel_head(task.title.said_in(page.language), (why_text(page, view, task),), _, what=CHOSEN_TASK)
        if task.minimum_days:
            st.caption(
                _("A minimum that practice has shown: at least {count} days before.").format(count=task.minimum_days)
            )
        status_fields(form)
        owner_fields(form)
        when_fields(page, view, task)
        points_list(form)
        comment_thread(form)
        proof_fields(form)
        text_field(_("Note"), task.note, key=form.key("note"), save=trimmed(form.save("note")), rows=3)
        _words(form)
        st.button(_("Remove"), key="remove_task", icon=":material/delete:", on_click=_remove, args=(page, task))


def _words(form: TaskForm) -> None:
    page, task, _ = form.page, form.task, form.page._
    words = st.expander(_("Title, role and benchmark"), on_change="rerun", key=form.key("words_open"))
    if not words.open:  # closed it costs nothing; its fields are half of the panel
        return
    with words:
        words_field(page, _("Title"), task.title, key=form.key("title"), save=form.save("title"), rows=2)
        role = _("Role that answers for it")
        words_field(page, role, task.owner_role, key=form.key("role"), save=form.save("owner_role"))
        words_field(page, _("Benchmark"), task.benchmark, key=form.key("benchmark"), save=form.save("benchmark"))


def _remove(page: EventScreen, task: Task) -> None:
    if not confirm_minimum(page, task, None):
        return
    attempt(page.app.tasks.remove, task.id, done=page._("Task removed. Undo brings it back."))
    state.forget(CHOSEN_TASK)
