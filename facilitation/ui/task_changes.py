"""What the last stroke over several tasks changed, as a list to be read until it is closed."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from facilitation.domain.task import Task
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.task_batch import TaskChange
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import TaskView

CHANGES = "task_changes"


def keep_changes(changes: tuple[TaskChange, ...]) -> None:
    """Keep what was changed for the next run (inside callbacks)."""
    state.keep_once(CHANGES, changes)


def changes_list(page: EventScreen, view: TaskView) -> None:
    """Every changed task with before and after; gone once it is closed, or once the changes were taken back."""
    changes: tuple[TaskChange, ...] | None = state.take_once(CHANGES)
    if changes is None:
        return
    _ = page._
    if not changes:
        st.caption(_("Nothing changed: the selected tasks were so already."))
        return
    if not _stand(changes, view) or changes[0].before.event_id != page.event_id:
        return
    state.keep_once(CHANGES, changes)
    count = len(changes)
    words = _.plural("{count} task was changed.", "{count} tasks were changed.", count).format(count=count)
    with st.expander(words, key=CHANGES):
        st.dataframe(_table(changes, page), hide_index=True, alt=_("Every changed task, before and after"))
        st.button(_("Close"), key="close_changes", on_click=state.take_once, args=(CHANGES,))


def _stand(changes: tuple[TaskChange, ...], view: TaskView) -> bool:
    """Whether one of the changes is still as it was made."""
    stored = {task.id: task.version for task in view.tasks}
    return any(
        stored.get(change.before.id) == change.after.version if change.after else change.before.id not in stored
        for change in changes
    )


def _table(changes: tuple[TaskChange, ...], page: EventScreen) -> pd.DataFrame:
    _ = page._
    columns = (_("Task"), _("What"), _("Before"), _("After"))
    rows = [
        (change.before.title.said_in(page.language), *line)
        for change in changes
        for line in _differences(change, page._)
    ]
    return pd.DataFrame(rows, columns=list(columns))


def _differences(change: TaskChange, _: Translator) -> Iterator[tuple[str, str, str]]:
    if change.after is None:
        yield _("Task"), "", _("removed")
        return
    before, after = _said(change.before, _), _said(change.after, _)
    yield from ((name, before[name], after[name]) for name in before if before[name] != after[name])


def _said(task: Task, _: Translator) -> dict[str, str]:
    """What a stroke can change, in words."""
    return {
        _("Status"): status_label(task.status, _),
        _("Owner"): task.owner or "—",
        _("Deputy"): task.deputy or "—",
        _("Days from the event"): "—" if task.offset_days is None else f"{task.offset_days:+d}".replace("-", "−"),
        _("Fixed day"): short_day_text(task.pinned_on, _.language) if task.pinned_on else "—",
    }
