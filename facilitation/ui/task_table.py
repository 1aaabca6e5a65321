"""The tasks as a table whose cells are edited where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.labels import status_label
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_list import nothing_shown
from facilitation.ui.task_minimum import confirm_minima
from facilitation.ui.task_view import TaskView

TITLE, OWNER, STATUS, DUE, BENCHMARK = COLUMNS = ("title", "owner", "status", "due", "benchmark")
ROW_HEIGHT, MOST_HEIGHT = 35, 560
Cells = dict[str, Any]


def task_table(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """The table. A typed day fixes the task to it; an emptied one lets it be counted again."""
    _ = page._
    if not rows:
        nothing_shown(page, view)
        return
    rows = _in_kept_order(page, rows)
    key = _key(page, rows)
    st.data_editor(
        pd.DataFrame([_cells(row, page) for row in rows], columns=list(COLUMNS)),
        key=key,
        hide_index=True,
        num_rows="fixed",
        column_config=_columns(page),
        on_change=_save,
        args=(page, rows, key),
        alt=_("Tasks with title, owner, status, day and benchmark"),
        placeholder="—",
        height=min(ROW_HEIGHT * (len(rows) + 1) + 3, MOST_HEIGHT),
    )
    st.caption(
        _("A typed day fixes the task to it; where the cell is emptied, the day is counted from the event again.")
    )


def _columns(page: EventScreen) -> Mapping[str, Any]:
    _, columns = page._, st.column_config
    statuses = [status_label(status, _) for status in TaskStatus]
    return {
        TITLE: columns.TextColumn(_("Task"), width="large", required=True),
        OWNER: columns.TextColumn(_("Owner"), width="medium"),
        STATUS: columns.SelectboxColumn(_("Status"), options=statuses, required=True),
        DUE: columns.DateColumn(_("Due"), format="DD.MM.YYYY"),
        BENCHMARK: columns.TextColumn(_("Benchmark"), width="medium"),
    }


def _cells(row: DatedTask, page: EventScreen) -> Cells:
    task = row.task
    return {
        TITLE: task.title.said_in(page.language),
        OWNER: task.owner,
        STATUS: status_label(task.status, page._),
        DUE: row.due_on,
        BENCHMARK: task.benchmark.said_in(page.language),
    }


def _in_kept_order(page: EventScreen, rows: Sequence[DatedTask]) -> list[DatedTask]:
    """The rows in the order the table has on the screen: a row that gets another day must not slip from the hand."""
    memory = state.widget_key("task_table_order", page.event_id)
    places = {task_id: place for place, task_id in enumerate(state.picked(memory))}
    if set(places) == {row.task.id for row in rows}:
        return sorted(rows, key=lambda row: places[row.task.id])
    state.pick(memory, [row.task.id for row in rows])
    return list(rows)


def _key(page: EventScreen, rows: Sequence[DatedTask]) -> str:
    """The key of the editor: a new one where the browser's own edits are not what is stored.

    The browser lays its edits over the rows by their place. After an undo, a refused edit or a change of somebody
    else they would hide what is stored, so the table begins anew.
    """
    memory = state.widget_key("task_table_turn", page.event_id)
    shape = state.widget_key(*(row.task.id for row in rows), page.language)
    turn, _, before = state.chosen(memory, "0|").partition("|")
    key = state.widget_key("task_table", page.event_id, turn)
    if before == shape and _shows_stored(key, rows, page):
        return key
    state.choose(memory, f"{int(turn) + 1}|{shape}")
    return state.widget_key("task_table", page.event_id, int(turn) + 1)


def _shows_stored(key: str, rows: Sequence[DatedTask], page: EventScreen) -> bool:
    edits = _edits(key)
    return all(place < len(rows) and _fits(cells, _cells(rows[place], page)) for place, cells in edits.items())


def _fits(cells: Cells, stored: Cells) -> bool:
    return all(value == stored[name] for name, value in cells.items())


def _edits(key: str) -> dict[int, Cells]:
    """What the browser has typed over the rows, by their place."""
    found = state.widget_value(key) or {}
    return {int(place): _read(cells) for place, cells in found.get("edited_rows", {}).items()}


def _read(cells: Cells) -> Cells:
    """The typed cells as values: days as days, emptied texts as empty ones."""
    read = {name: "" if value is None and name != DUE else value for name, value in cells.items() if name in COLUMNS}
    if isinstance(read.get(DUE), str):
        read[DUE] = date.fromisoformat(str(read[DUE])[:10])
    return read


def _save(page: EventScreen, rows: Sequence[DatedTask], key: str) -> None:
    """Save what differs from what was on the screen; where that breaks a minimum, the person is asked first."""
    changes = tuple(_changes(page, rows, key))
    if confirm_minima(page, changes, partial(_edit_all, page, changes)):
        for change in changes:
            attempt(page.app.tasks.edit, *change)


def _changes(page: EventScreen, rows: Sequence[DatedTask], key: str) -> Iterator[tuple[Task, Task]]:
    """Every task that was typed over, before and after."""
    for place, cells in _edits(key).items():
        seen = _cells(rows[place], page)
        changed = {name: value for name, value in cells.items() if value != seen[name]}
        if changed:
            task = rows[place].task
            yield task, _wanted(task, changed, page)


def _edit_all(page: EventScreen, changes: Sequence[tuple[Task, Task]]) -> None:
    """Every task goes through the merging of its service."""
    for change in changes:
        page.app.tasks.edit(*change)


def _wanted(task: Task, cells: Cells, page: EventScreen) -> Task:
    """The task with the typed cells; an emptied title is refused by the service, in words."""
    facts: Cells = {}
    for name, field in ((TITLE, "title"), (BENCHMARK, "benchmark")):
        if name in cells:
            facts[field] = getattr(task, field).with_language(page.language, str(cells[name]).strip())
    if OWNER in cells:
        facts["owner"] = str(cells[OWNER]).strip()
    if STATUS in cells:
        labels = {status_label(status, page._): status for status in TaskStatus}
        facts["status"] = labels[cells[STATUS]]
    if DUE in cells:
        facts["pinned_on"] = cells[DUE]
    return replace(task, **facts)
