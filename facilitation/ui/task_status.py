"""Where the chosen task stands: its status, what blocks it, what holds it, and its benchmark."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.formats import list_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.task_status import held_by
from facilitation.ui.fields import choice_field, text_field, trimmed
from facilitation.ui.messages import plain
from facilitation.ui.task_form import TaskForm, open_points_words, set_status

REACHED: Mapping[str, bool | None] = {"open": None, "yes": True, "no": False}


def status_fields(form: TaskForm) -> None:
    """The status; a blocked task asks at once what blocks it."""
    _, task = form.page._, form.task
    choice_field(
        _("Status"),
        list(TaskStatus),
        task.status,
        key=form.key("status"),
        save=lambda status: set_status(form.page, task, status),
        format_func=lambda status: status_label(status, _),
    )
    if task.status is TaskStatus.BLOCKED:
        text_field(
            _("What blocks it"),
            task.blocked_by,
            key=form.key("blocked_by"),
            save=trimmed(form.save("blocked_by")),
            placeholder=_("For example: the host has not answered"),
        )
    for words in _remarks(form, _):
        st.caption(plain(words))


def _remarks(form: TaskForm, _: Translator) -> list[str]:
    task = form.task
    asks = task.status is TaskStatus.BLOCKED and not task.blocked_by
    unfinished = open_points_words(task, _) if task.status is TaskStatus.DONE else ""
    found = (_("Write what blocks the task: others can help then.") if asks else "", holding_words(form, _), unfinished)
    return [words for words in found if words]


def holding_words(form: TaskForm, _: Translator) -> str:
    """Which unfinished tasks this one waits for ("" = none, or it is finished itself)."""
    return waiting_words(form.task, form.view.tasks, _)


def waiting_words(task: Task, tasks: tuple[Task, ...], _: Translator) -> str:
    """The same for any task."""
    held = () if task.status is TaskStatus.DONE else held_by(task, tasks)
    if not held:
        return ""
    titles = list_text([f"“{other.title.said_in(_.language)}”" for other in held], _.language)
    return _("Waits for {tasks}.").format(tasks=titles)


def reached_field(form: TaskForm) -> None:
    """Whether the benchmark was reached, said beside what it is."""
    _, task = form.page._, form.task
    benchmark = task.benchmark.said_in(form.page.language)
    if benchmark:
        st.caption(plain(_("Benchmark: {benchmark}").format(benchmark=benchmark)))
    words = {"open": _("Not judged yet"), "yes": _("Reached"), "no": _("Not reached")}
    choice_field(
        _("Was the benchmark reached?"),
        list(words),
        next(name for name, is_reached in REACHED.items() if is_reached is task.is_reached),
        key=form.key("is_reached"),
        save=lambda name: form.save("is_reached")(REACHED[name]),
        format_func=lambda name: words[name],
    )
