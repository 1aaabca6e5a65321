"""Which tasks are shown: by view, owner and status."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.task import TaskStatus
from facilitation.i18n.labels import status_label
from facilitation.planning.progress import owner_of
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch
from facilitation.ui.task_view import TaskView

LATE = "late"


def task_filters(page: EventScreen, view: TaskView) -> str:
    """The view switch and the two filters; answers the view: "list", "gantt" or "owners"."""
    _ = page._
    shapes = {"list": _("List"), "gantt": _("Timeline"), "owners": _("By owner")}
    with st.container(horizontal=True, vertical_alignment="center"):
        shape = switch(_("View"), shapes, key="task_shape", keeps=True)
        if shape != "owners":
            _filters(page, view)
    return shape


def _filters(page: EventScreen, view: TaskView) -> None:
    _ = page._
    owners = list(dict.fromkeys(owner_of(task).said_in(page.language) for task in view.tasks))
    st.multiselect(
        _("Owner"),
        [name for name in owners if name],
        key=_key(page, "owners"),
        placeholder=_("All owners"),
        label_visibility="collapsed",
    )
    words = {LATE: _("Late"), **{status.value: status_label(status, _) for status in TaskStatus}}
    st.multiselect(
        _("Status"),
        list(words),
        key=_key(page, "statuses"),
        format_func=lambda name: words[name],
        placeholder=_("All statuses"),
        label_visibility="collapsed",
    )


def _key(page: EventScreen, what: str) -> str:
    return state.widget_key("task_filter", what, page.event_id)


def filtered(page: EventScreen, view: TaskView) -> tuple[DatedTask, ...]:
    """The tasks the filters let through."""
    owners = state.widget_value(_key(page, "owners")) or ()
    statuses = state.widget_value(_key(page, "statuses")) or ()
    return tuple(
        row
        for row in view.rows
        if (not owners or owner_of(row.task).said_in(page.language) in owners)
        and (not statuses or row.task.status.value in statuses or (row.is_late and LATE in statuses))
    )
