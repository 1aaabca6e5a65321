"""The differences of a checklist that comes back, each with its tick; saved on yes, in one stroke."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from facilitation.domain.task import Task
from facilitation.services.imports import remark_text
from facilitation.services.task_files import field_names
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_minimum import confirm_minima

if TYPE_CHECKING:
    import pandas as pd

    from facilitation.services.task_files import ChecklistReturn, Choice

ROW_HEIGHT, HEIGHT = 36, 420
TAKE = "take"
"""The column of ticks; a person reads its label."""


def show_difference(page: EventScreen, returned: ChecklistReturn) -> None:
    """What is different, in figures and row by row with ticks, and the button."""
    _ = page._
    if returned.is_of_another_event:
        st.warning(_("This checklist was sent out from another event: all its rows would be new tasks here."))
    st.write(_figures(page, returned))
    possible = [choice for choice in returned.choices if choice.problem is None]
    for choice in returned.choices:
        if choice.problem is not None:
            st.caption(_("Row {row}: {reason}").format(row=choice.number, reason=remark_text(choice.problem, _)))
    if not possible:
        return
    if any(choice.is_conflict for choice in possible):
        st.caption(_("Fields that were changed here since are not ticked: both texts are shown, choose one."))
    ticks = _ticked(page, possible)
    label = _.plural("Save {count} change", "Save {count} changes", len(ticks)).format(count=len(ticks))
    if st.button(label, type="primary", key="tasks_return_save", disabled=not ticks):
        _save(page, returned, ticks)
        st.rerun()


def _save(page: EventScreen, returned: ChecklistReturn, ticks: frozenset[str]) -> None:
    """Save what is ticked; where that breaks a minimum, the person is asked first, once this dialog is closed."""
    changed, _new, removed = returned.wanted(ticks)
    changes: list[tuple[Task, Task | None]] = [(returned.tasks[task.id], task) for task in changed]
    changes += [(task, None) for task in removed]
    take_back = partial(page.app.task_files.take_back, page.event_id, returned, ticks)
    if confirm_minima(page, changes, take_back):
        attempt(take_back, done=page._("The checklist was taken back. One undo takes all of it away again."))


def _figures(page: EventScreen, returned: ChecklistReturn) -> str:
    _, found = page._, returned.difference
    if found.is_empty:
        return _("No difference: the file says what stands here.")
    return _("{changed} tasks changed, {new} new, {removed} no longer in the file, {same} the same.").format(
        changed=len(found.changed), new=len(found.new), removed=len(found.removed), same=found.same
    )


def _ticked(page: EventScreen, choices: list[Choice]) -> frozenset[str]:
    """The keys of what is ticked in the table."""
    _ = page._
    table = _table(page, choices)
    edited = st.data_editor(
        table,
        hide_index=True,
        height=min(HEIGHT, ROW_HEIGHT * (len(choices) + 1)),
        disabled=[name for name in table.columns if name != TAKE],
        column_config={TAKE: st.column_config.CheckboxColumn(_("Take over"), width="small")},
        key=state.widget_key("tasks_return", *sorted(choice.key + choice.after for choice in choices)),
        alt=_("Every difference, to be ticked"),
    )
    return frozenset(choice.key for choice, take in zip(choices, edited[TAKE], strict=True) if take)


def _table(page: EventScreen, choices: list[Choice]) -> pd.DataFrame:
    import pandas as pd  # slow to import

    _ = page._
    return pd.DataFrame(
        [
            {
                TAKE: choice.is_ticked,
                _("Task"): choice.title,
                _("What"): _what(page, choice),
                _("Here"): choice.before,
                _("In the file"): choice.after,
            }
            for choice in choices
        ]
    )


def _what(page: EventScreen, choice: Choice) -> str:
    _ = page._
    if choice.field:
        name = _(field_names()[choice.field])
        return _("{field} – changed here too").format(field=name) if choice.is_conflict else name
    return {
        "new": _("New task"),
        "removed": _("Remove: no longer in the file"),
        "gone": _("Bring back: removed here since"),
    }[choice.kind]
