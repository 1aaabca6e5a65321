"""The side panel of one task: every field saved on change, and why its day is what it is."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.task import Task
from facilitation.i18n.formats import day_text
from facilitation.planning.deadlines import deadline
from facilitation.ui import state
from facilitation.ui.fields import date_field, number_field, text_field, trimmed, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head
from facilitation.ui.task_comments import comment_thread
from facilitation.ui.task_form import TaskForm
from facilitation.ui.task_points import points_list
from facilitation.ui.task_proof import proof_fields
from facilitation.ui.task_status import status_fields
from facilitation.ui.task_view import CHOSEN_TASK, TaskView

FARTHEST = 3650


def task_panel(page: EventScreen, view: TaskView) -> None:
    """The chosen task."""
    task = view.chosen
    if task is None:
        return
    form, _ = TaskForm(page, view, task), page._
    with st.container(border=True):
        panel_head(task.title.said_in(page.language), (_why(page, task),), _, what=CHOSEN_TASK)
        if task.minimum_days:
            st.caption(
                _("A minimum that practice has shown: at least {count} days before.").format(count=task.minimum_days)
            )
        status_fields(form)
        _owner(form)
        _when(form)
        points_list(form)
        comment_thread(form)
        proof_fields(form)
        text_field(_("Note"), task.note, key=form.key("note"), save=trimmed(form.save("note")), rows=3)
        _words(form)
        st.button(_("Remove"), key="remove_task", icon=":material/delete:", on_click=_remove, args=(page, task))


def _why(page: EventScreen, task: Task) -> str:
    _, language = page._, page.language
    if task.pinned_on:
        return _("Pinned to {day}: it stays when the event moves.").format(
            day=day_text(task.pinned_on, language, with_year=True)
        )
    if task.offset_days is None:
        return _("No date yet.")
    found = deadline(task.offset_days, page.event)
    counted = f"D{task.offset_days:+d}".replace("-", "−") + " = " + day_text(found.counted_on, language, with_year=True)
    if not found.is_moved:
        return counted
    holiday = f" ({found.holiday})" if found.holiday else ""
    return f"{counted}{holiday} → {day_text(found.due_on, language)}"


def _owner(form: TaskForm) -> None:
    _, task = form.page._, form.task
    text_field(
        _("Owner (person or office)"),
        task.owner,
        key=form.key("owner"),
        save=trimmed(form.save("owner")),
        placeholder=task.owner_role.said_in(form.page.language),
    )
    text_field(_("Deputy"), task.deputy, key=form.key("deputy"), save=trimmed(form.save("deputy")))


def _when(form: TaskForm) -> None:
    _, task = form.page._, form.task
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        number_field(
            _("Days from the event"),
            task.offset_days,
            key=form.key("offset"),
            save=form.save("offset_days"),
            least=-FARTHEST,
            most=FARTHEST,
            help=_("−30 = thirty days before the first day; 14 = two weeks after the last one."),
            may_be_empty=True,
        )
    with right:
        date_field(_("Or a fixed day"), task.pinned_on, key=form.key("pinned"), save=form.save("pinned_on"))


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
    attempt(page.app.tasks.remove, task.id, done=page._("Task removed. Undo brings it back."))
    state.forget(CHOSEN_TASK)
