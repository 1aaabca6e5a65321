"""What can be done with several selected tasks, as a bar at the foot of the screen, and the list of what it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.labels import status_label
from facilitation.planning.task_batch import TaskChange, pinned, shifted
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_changes import keep_changes
from facilitation.ui.task_minimum import confirm_minima
from facilitation.ui.task_view import CHOSEN_TASK, PICKED_TASKS, PICKING, TaskView

STATUS, WHO, SET_AS, DAYS, DAY = "tasks_status", "tasks_who", "tasks_set_as", "tasks_days", "tasks_day"
Verb = Callable[..., tuple[TaskChange, ...]]


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected tasks among those in sight."""

    page: EventScreen
    rows: tuple[DatedTask, ...]
    shown: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Which tasks are selected."""
        return tuple(row.task.id for row in self.rows)

    def call(self, verb: Verb, *facts: Any, **named: Any) -> None:
        """Let a service do something with them, and keep what it changed to be read."""
        attempt(self._done, verb, *facts, **named)

    def call_after_asking(self, after: Callable[[DatedTask], Task | None], verb: Verb, **named: Any) -> None:
        """The same for what may break a minimum; ``after`` is what would become of a task."""
        changes = attempt(lambda: [(row.task, after(row)) for row in self.rows])
        go_on = partial(self._done, verb, **named)
        if changes is not None and confirm_minima(self.page, changes, go_on):
            attempt(go_on)

    def _done(self, verb: Verb, *facts: Any, **named: Any) -> None:
        changes: tuple[TaskChange, ...] = verb(self.page.event_id, self.ids, *facts, **named)
        keep_changes(changes)
        if any(change.after is None for change in changes):
            state.forget(CHOSEN_TASK)
            _unselect()


def selection_bar(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """How many are selected and what to do with them; nothing where none is."""
    picked = view.picked_of(rows)
    chosen = Selection(page, tuple(row for row in rows if row.task.id in picked), tuple(row.task.id for row in rows))
    count, _ = len(chosen.rows), page._
    if not count and not view.is_picking:
        return
    # At the foot of the screen: above the list it would push the rows away from under the pointer.
    with st.bottom.container(horizontal=True, vertical_alignment="center", key="task_selection"):
        text = _.plural("{count} selected", "{count} selected", count).format(count=count)
        st.markdown(f"**{text}**", width="content")
        if count:
            _status(chosen)
            _who(chosen)
            _days(chosen)
            st.button(_("Remove"), key="remove_tasks", on_click=_remove, args=(chosen,))
        if count < len(rows):
            st.button(
                _("All"), key="select_all", type="tertiary", on_click=state.pick, args=(PICKED_TASKS, chosen.shown)
            )
        st.button(_("None"), key="unselect", type="tertiary", on_click=_unselect)


def _status(chosen: Selection) -> None:
    _, batches = chosen.page._, chosen.page.app.task_batches
    st.menu_button(
        _("Status"),
        list(TaskStatus),
        key=STATUS,
        format_func=lambda status: status_label(status, _),
        on_click=lambda: chosen.call(batches.set_status, TaskStatus(state.widget_value(STATUS))),
    )


def _who(chosen: Selection) -> None:
    """No popover: at the foot of the screen there is no room below it."""
    _, batches = chosen.page._, chosen.page.app.task_batches
    label = _("Person or office")
    st.text_input(label, key=WHO, placeholder=label, label_visibility="collapsed", width=140)
    verbs = {"owner": batches.set_owner, "deputy": batches.set_deputy}
    words = {"owner": _("Owner"), "deputy": _("Deputy")}
    st.menu_button(
        _("Set as"),
        list(words),
        key=SET_AS,
        format_func=lambda name: words[name],
        on_click=lambda: chosen.call(verbs[str(state.widget_value(SET_AS))], str(state.widget_value(WHO) or "")),
    )


def _days(chosen: Selection) -> None:
    _, batches = chosen.page._, chosen.page.app.task_batches
    label = _("Days later (below zero: earlier)")
    st.number_input(label, -3650, 3650, 7, key=DAYS, label_visibility="collapsed", width=95)
    verbs: dict[str, Callable[[], Any]] = {
        "shift": lambda: _shift(chosen, int(state.widget_value(DAYS) or 0)),
        "pin": lambda: chosen.call_after_asking(lambda row: pinned(row.task, row.due_on), batches.pin),
        "unpin": lambda: chosen.call_after_asking(lambda row: replace(row.task, pinned_on=None), batches.unpin),
    }
    words = {
        "shift": _("So many days later"),
        "pin": _("Fix to the day they are due now"),
        "unpin": _("Let the day be counted again"),
    }
    st.menu_button(
        _("Day"),
        list(words),
        key=DAY,
        help=label,
        format_func=lambda name: words[name],
        on_click=lambda: verbs[str(state.widget_value(DAY))](),
    )


def _shift(chosen: Selection, days: int) -> None:
    shift = chosen.page.app.task_batches.shift
    chosen.call_after_asking(lambda row: shifted(row.task, days), shift, days=days)


def _remove(chosen: Selection) -> None:
    chosen.call_after_asking(lambda _row: None, chosen.page.app.task_batches.remove)


def _unselect() -> None:
    state.pick(PICKED_TASKS, ())
    state.forget(PICKING)


def select_button(page: EventScreen, view: TaskView) -> None:
    """Lets the boxes of the list select instead of tick: for those who have no keyboard."""
    if view.rows and not view.is_picking and not view.picked:
        st.button(
            page._("Select several"),
            key="select_tasks",
            type="tertiary",
            icon=":material/checklist:",
            on_click=partial(state.choose, PICKING, "1"),
        )
