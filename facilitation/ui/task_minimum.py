"""Asking before a minimum that practice has shown is broken; the person may go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.task import Task
from facilitation.i18n.translator import Translator
from facilitation.planning.task_minima import BrokenMinimum, broken_minimum
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

QUESTION = "minimum_question"
Changes = Iterable[tuple[Task, Task | None]]


def confirm_minimum(
    page: EventScreen, before: Task, after: Task | None, go_on: Callable[[], Any] | None = None
) -> bool:
    """Whether a change of a task (``after`` None = removing) may be saved at once (inside callbacks).

    Otherwise the person is asked on the next run; ``go_on`` is what they agree to, by default saving the change.
    """
    tasks = page.app.tasks
    change = partial(tasks.edit, before, after) if after else partial(tasks.remove, before.id)
    return confirm_minima(page, [(before, after)], go_on or change)


def confirm_minima(page: EventScreen, changes: Changes, go_on: Callable[[], Any]) -> bool:
    """The same for several tasks that are changed together."""
    found = [broken for before, after in changes if (broken := broken_minimum(before, after, page.event))]
    if found:
        state.keep_once(QUESTION, (tuple(found), go_on))
    return not found


def minimum_question(page: EventScreen) -> None:
    """The open question as a dialog, if there is one. Every screen that calls ``confirm_minimum`` shows it."""
    asked = state.take_once(QUESTION)
    if asked is not None:
        st.dialog(page._("This breaks a minimum"), width="medium", dismissible=False)(question_form)(page, *asked)


def question_form(page: EventScreen, found: tuple[BrokenMinimum, ...], go_on: Callable[[], Any]) -> None:
    """The reasons, where the minimum comes from, and the choice."""
    _ = page._
    for broken in found:
        st.markdown(f"**{plain(broken.task.title.said_in(page.language))}**  \n{minimum_reason(broken, _)}")
    st.caption(
        _(
            "Source 002 (Coordination, CAAHT programme): what the national coordination conferences of 2004–2009 have"
            " shown."
        )
    )
    with st.container(horizontal=True):
        choices = (
            st.button(
                _("Leave it as it is"), key="minimum_keep", type="primary", on_click=_forget_typed, args=(found,)
            ),
            st.button(_("Change it all the same"), key="minimum_break", on_click=_go_on, args=(page, go_on)),
        )
    if any(choices):
        st.rerun()


def _go_on(page: EventScreen, go_on: Callable[[], Any]) -> None:
    attempt(go_on, done=page._("Saved."))


def _forget_typed(found: tuple[BrokenMinimum, ...]) -> None:
    """The fields of the panel show again what is stored."""
    for broken in found:
        for field in ("offset", "pinned", "counted_from", "counted_from_id", "working_days"):
            state.clear_widget(state.widget_key("task", broken.task.id, field))


def minimum_reason(broken: BrokenMinimum, _: Translator) -> str:
    """What would be broken, and why that matters."""
    return f"{_what_breaks(broken, _)} {_why(broken, _)}"


def _what_breaks(broken: BrokenMinimum, _: Translator) -> str:
    days = _.plural("{count} day before the event", "{count} days before the event", broken.days)
    needed = days.format(count=broken.days)
    if broken.case == "removed":
        return _("Without this task nobody watches over the minimum: {needed} at the latest.").format(needed=needed)
    if broken.case == "unmarked":
        return _("The task would lose its minimum: {needed} at the latest.").format(needed=needed)
    if broken.case == "undated":
        return _("The task would have no day any more; it must be done {needed} at the latest.").format(needed=needed)
    if broken.case == "linked":
        return _(
            "Its day would follow something else; nobody can say any more whether it is done {needed} at the latest."
        ).format(needed=needed)
    if broken.left <= 0:
        return _("It would be due when the event has begun; it must be done {needed} at the latest.").format(
            needed=needed
        )
    left = _.plural("{count} day before it", "{count} days before it", broken.left).format(count=broken.left)
    return _("It would be due {left}; it must be done {needed} at the latest.").format(left=left, needed=needed)


def _why(broken: BrokenMinimum, _: Translator) -> str:
    reasons = {
        "design": _("Design that begins later leaves no time to ask the actors and to agree on the agenda with them."),
        "invitations": _("Offices that are invited later can no longer authorise their people to come."),
        "guide": _("Facilitators who get the guide later work from their own ideas."),
        "training": _("Facilitators who were not trained on the guide lead each group in another way."),
    }
    return reasons.get(broken.task.rule, "")
