"""The side panel of one task: every field saved on change, and why its day is what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.labels import status_label
from facilitation.ui import state
from facilitation.ui.fields import choice_field, text_field, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head
from facilitation.ui.task_minimum import confirm_minimum
from facilitation.ui.task_view import CHOSEN_TASK, TaskView
from facilitation.ui.task_when import when_fields, why_text


def task_panel(page: EventScreen, view: TaskView) -> None:
    """The chosen task."""
    task = view.chosen
    if task is None:
        return
    _ = page._

    def key(field: str) -> str:
        return state.widget_key("task", task.id, field)

    def save(field: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            wanted = replace(task, **{field: value})
            if confirm_minimum(page, task, wanted):
                attempt(page.app.tasks.edit, task, wanted)

        return keep

    with st.container(border=True):
        panel_head(task.title.said_in(page.language), (why_text(page, view, task),), _, what=CHOSEN_TASK)
        if task.minimum_days:
            st.caption(
                _("A minimum that practice has shown: at least {count} days before.").format(count=task.minimum_days)
            )
        choice_field(
            _("Status"),
            list(TaskStatus),
            task.status,
            key=key("status"),
            save=save("status"),
            format_func=lambda status: status_label(status, _),
        )
        text_field(
            _("Owner (person or office)"),
            task.owner,
            key=key("owner"),
            save=lambda text: save("owner")((text or "").strip()),
            placeholder=task.owner_role.said_in(page.language),
        )
        text_field(_("Note"), task.note, key=key("note"), save=lambda text: save("note")((text or "").strip()), rows=3)
        when_fields(page, view, task)
        _words(page, task, key, save)
        st.button(_("Remove"), key="remove_task", icon=":material/delete:", on_click=_remove, args=(page, task))


def _words(page: EventScreen, task: Task, key: Callable[[str], str], save: Callable[[str], Any]) -> None:
    with st.expander(page._("Title, role and benchmark")):
        words_field(page, page._("Title"), task.title, key=key("title"), save=save("title"), rows=2)
        words_field(page, page._("Role that answers for it"), task.owner_role, key=key("role"), save=save("owner_role"))
        words_field(page, page._("Benchmark"), task.benchmark, key=key("benchmark"), save=save("benchmark"))


def _remove(page: EventScreen, task: Task) -> None:
    if not confirm_minimum(page, task, None):
        return
    attempt(page.app.tasks.remove, task.id, done=page._("Task removed. Undo brings it back."))
    state.forget(CHOSEN_TASK)
