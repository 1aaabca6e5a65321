"""The small checklist inside the chosen task."""

from __future__ import annotations

import streamlit as st

from facilitation.i18n.translator import Translator
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.row_list import Row, RowEdits, row_list
from facilitation.ui.task_form import TaskForm, progress_words


def points_list(form: TaskForm) -> None:
    """The points: tick, write anew, move, remove; a new one is added with Enter."""
    _, task = form.page._, form.task
    progress = progress_words(task, _)
    st.markdown("**" + (_("Points · {progress}").format(progress=progress) if progress else _("Points")) + "**")
    if task.points:
        row_list(
            [Row(point.id, point.text, is_checked=point.is_done, is_quiet=point.is_done) for point in task.points],
            key=form.key("points"),
            label=_("Points"),
            on_ticked=lambda point_id, on: attempt(form.page.app.task_parts.tick_point, task.id, point_id, is_done=on),
            edits=_edits(form),
        )
    st.text_input(
        _("New point"),
        key=form.key("new_point"),
        placeholder=_("New point, then Enter"),
        label_visibility="collapsed",
        on_change=_add,
        args=(form,),
    )


def _edits(form: TaskForm) -> RowEdits:
    parts, task = form.page.app.task_parts, form.task

    def place(point_ids: list[str], before_id: str) -> None:
        ids = [point.id for point in task.points]
        (moved,) = point_ids
        rest = [point_id for point_id in ids if point_id != moved]
        target = rest.index(before_id) if before_id in rest else len(rest)
        attempt(parts.move_point, task.id, moved, by=target - ids.index(moved))

    return RowEdits(
        on_placed=lambda point_ids, before_id: place(list(point_ids), before_id),
        on_edited=lambda point_id, text, _amount: attempt(parts.rename_point, task.id, point_id, text),
        on_removed=lambda point_id: attempt(parts.remove_point, task.id, point_id),
        words=_words(form.page._),
    )


def _words(_: Translator) -> dict[str, str]:
    return {
        "edit": _("Write the point anew (F2)"),
        "title": _("Point"),
        "save": _("Save (Enter)"),
        "cancel": _("Cancel (Esc)"),
        "remove": _("Remove the point (Delete)"),
        "placed": _("{title}: place {place} of {count}").format(title="%t", place="%p", count="%n"),
        "help": _("The space bar ticks a point, F2 writes it anew, Alt with the arrows moves it, Delete removes it."),
    }


def _add(form: TaskForm) -> None:
    text = str(state.widget_value(form.key("new_point")) or "").strip()
    if text and attempt(form.page.app.task_parts.add_point, form.task.id, text) is not None:
        state.put_widget(form.key("new_point"), "")
