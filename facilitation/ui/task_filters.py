"""How the tasks are looked at, and which of them: by words, owner, status and month. Filters stay from view to view."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.task import TaskStatus
from facilitation.i18n.labels import status_label
from facilitation.planning.progress import owner_of
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.my_tasks import mine_of, mine_switch, name_of_filter
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch
from facilitation.ui.task_view import TaskView

LATE = "late"
EMPTY = {"words": "", "owners": [], "statuses": [], "month": False, "mine": False}


def task_filters(page: EventScreen, view: TaskView) -> str:
    """The view switch and the filters; answers the view: "list", "board", "table", "gantt" or "owners"."""
    _ = page._
    shapes = {
        "list": _("List"),
        "board": _("Board"),
        "table": _("Grid"),
        "gantt": _("Timeline"),
        "owners": _("By owner"),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        shape = switch(_("View"), shapes, key="task_shape", keeps=True)
        if shape != "owners":
            _filters(page, view)
    return shape


def _filters(page: EventScreen, view: TaskView) -> None:
    _ = page._
    st.text_input(
        _("Search"),
        key=_key(page, "words"),
        placeholder=_("Search the tasks"),
        label_visibility="collapsed",
        icon=":material/search:",
        persist_state="session",
        width=220,
    )
    is_on = any(state.widget_value(_key(page, name)) for name in ("owners", "statuses", "month", "mine"))
    icon = ":material/filter_alt:" if is_on else ":material/filter_list:"
    with st.popover(_("Filter"), icon=icon, type="tertiary", key=_key(page, "open"), on_change="rerun"):
        _fields(page, view)


def _fields(page: EventScreen, view: TaskView) -> None:
    _ = page._
    owners = list(dict.fromkeys(owner_of(task).said_in(page.language) for task in view.tasks))
    st.multiselect(
        _("Owner"),
        [name for name in owners if name],
        key=_key(page, "owners"),
        placeholder=_("All owners"),
        persist_state="session",
    )
    words = {LATE: _("Late"), **{status.value: status_label(status, _) for status in TaskStatus}}
    st.multiselect(
        _("Status"),
        list(words),
        key=_key(page, "statuses"),
        format_func=lambda name: words[name],
        placeholder=_("All statuses"),
        persist_state="session",
    )
    st.toggle(_("Due this month"), key=_key(page, "month"), persist_state="session")
    mine_switch(page)


def _key(page: EventScreen, what: str) -> str:
    return state.widget_key("task_filter", what, page.event_id)


def filtered(page: EventScreen, view: TaskView) -> tuple[DatedTask, ...]:
    """The tasks the filters let through; where they hold some back, it says how many are left."""
    found = tuple(row for row in mine_of(view.rows, name_of_filter(page)) if _fits(page, view, row))
    if len(found) < len(view.rows):
        with st.container(horizontal=True, vertical_alignment="center"):
            words = page._("{shown} of {total} tasks fit the filters.")
            st.caption(words.format(shown=len(found), total=len(view.rows)), width="content")
            st.button(page._("Show all"), key="task_filter_clear", type="tertiary", on_click=_clear, args=(page,))
    return found


def _fits(page: EventScreen, view: TaskView, row: DatedTask) -> bool:
    words, owners, statuses, month, _mine = (state.widget_value(_key(page, name)) for name in EMPTY)
    task = row.task
    return (
        (not owners or owner_of(task).said_in(page.language) in owners)
        and (not statuses or task.status.value in statuses or (row.is_late and LATE in statuses))
        and (not month or _is_this_month(row, view))
        and all(word in _all_words(row, page.language) for word in str(words or "").casefold().split())
    )


def _is_this_month(row: DatedTask, view: TaskView) -> bool:
    due_on, today = row.due_on, view.today
    return due_on is not None and (due_on.year, due_on.month) == (today.year, today.month)


def _all_words(row: DatedTask, language: str) -> str:
    """Where the search looks: everything of the task that stands in its row, and its note."""
    task = row.task
    parts = (task.title.said_in(language), owner_of(task).said_in(language), task.deputy)
    return "\n".join((*parts, task.benchmark.said_in(language), task.blocked_by, task.note)).casefold()


def _clear(page: EventScreen) -> None:
    for name, empty in EMPTY.items():
        state.put_widget(_key(page, name), empty)
