"""Adding a task: what and when; the rest follows in the side panel."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.text import typed
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import CHOSEN_TASK

FORM = "add_task"


def add_task_button(page: EventScreen) -> None:
    """The button with its small form."""
    _ = page._
    with page.buttons.popover(_("Add a task"), type="primary", icon=":material/add:", key=FORM, on_change="rerun"):
        st.text_input(_("What is to be done"), key="new_task_title")
        st.number_input(
            _("Days from the event"),
            -3650,
            3650,
            None,
            key="new_task_offset",
            help=_("−30 = thirty days before the first day; 14 = two weeks after the last one."),
        )
        st.text_input(_("Owner (person or office)"), key="new_task_owner")
        st.button(_("Add"), type="primary", key="new_task_save", on_click=_add, args=(page,))


def _add(page: EventScreen) -> None:
    task = attempt(
        page.app.tasks.add,
        page.event_id,
        typed(str(state.widget_value("new_task_title") or "").strip(), page.language),
        offset_days=state.widget_value("new_task_offset"),
        owner=str(state.widget_value("new_task_owner") or ""),
        done=page._("Task added."),
    )
    if task is not None:
        state.clear_widget("new_task_title", "")
        state.put_widget(FORM, False)
        state.choose(CHOSEN_TASK, task.id)
