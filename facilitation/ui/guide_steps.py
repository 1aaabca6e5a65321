"""The steps of a session: add one, and change, move or remove the one in the side panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import streamlit as st

from facilitation.domain.guide import Step
from facilitation.domain.text import typed
from facilitation.i18n.formats import clock_span_text
from facilitation.ui import state
from facilitation.ui.fields import number_field, words_field
from facilitation.ui.guide_view import CHOSEN_PART, STEP, GuideView, part_of
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

LONGEST_STEP = 1440


def add_step_button(page: EventScreen, view: GuideView) -> None:
    """A small form: what happens and how long; the rest follows in the side panel."""
    _ = page._
    with st.popover(_("Add a step"), icon=":material/add:", key="add_step"):
        st.text_input(_("What happens"), key="new_step_what")
        st.number_input(_("Minutes"), 1, LONGEST_STEP, 5, key="new_step_minutes")
        st.button(_("Add"), type="primary", key="new_step_save", on_click=_add, args=(page, view))


def _add(page: EventScreen, view: GuideView) -> None:
    what = str(state.widget_value("new_step_what") or "").strip()
    if not what:
        state.say("block", page._("The step has no words. Write what happens in it."))
        return
    length = timedelta(minutes=int(state.widget_value("new_step_minutes") or 1))
    step = Step("", length, typed(what, page.language))
    sheet = attempt(page.app.guides.add_step, page.event_id, view.chosen.item.id, step, done=page._("Step added."))
    if sheet is not None:
        state.clear_widget("new_step_what", "")
        state.choose(CHOSEN_PART, part_of(STEP, sheet.steps[-1].id))


def step_panel(page: EventScreen, view: GuideView, step: Step) -> None:
    """The chosen step: minutes, what, words, who; up, down, away."""
    _ = page._
    timed = next(entry for entry in view.steps if entry.step.id == step.id)
    place = view.sheet.steps.index(step)

    def key(field: str) -> str:
        return state.widget_key("step", step.id, field)

    def save(field: str) -> Callable[[Any], None]:
        return lambda value: _save(page, view, _with(view, replace(step, **{field: value})))

    st.subheader(_("Step {number} of {count}").format(number=place + 1, count=len(view.steps)), anchor=False)
    st.caption(clock_span_text(timed.starts_at, timed.ends_at))
    number_field(
        _("Minutes"),
        step.minutes,
        key=key("duration"),
        least=1,
        most=LONGEST_STEP,
        save=lambda value: save("duration")(timedelta(minutes=int(value or 1))),
    )
    words_field(page, _("What happens"), step.what, key=key("what"), save=save("what"), rows=2)
    words_field(page, _("Words to say"), step.words, key=key("words"), save=save("words"), rows=4)
    words_field(page, _("Who"), step.who, key=key("who"), save=save("who"))
    _moves(page, view, step, place)


def _moves(page: EventScreen, view: GuideView, step: Step, place: int) -> None:
    _ = page._
    last = len(view.sheet.steps) - 1
    with st.container(horizontal=True):
        for by, icon, word, is_end in (
            (-1, "arrow_upward", _("Up"), place == 0),
            (1, "arrow_downward", _("Down"), place == last),
        ):
            st.button(
                word,
                key=f"step_move_{by}",
                icon=f":material/{icon}:",
                disabled=is_end,
                on_click=_save,
                args=(page, view, _moved(view, place, place + by)),
            )
        st.button(_("Remove"), key="step_remove", icon=":material/delete:", on_click=_remove, args=(page, view, step))


def _with(view: GuideView, step: Step) -> tuple[Step, ...]:
    return tuple(step if known.id == step.id else known for known in view.sheet.steps)


def _moved(view: GuideView, place: int, to: int) -> tuple[Step, ...]:
    steps = list(view.sheet.steps)
    if 0 <= to < len(steps):
        steps.insert(to, steps.pop(place))
    return tuple(steps)


def _save(page: EventScreen, view: GuideView, steps: tuple[Step, ...], done: str = "") -> None:
    attempt(page.app.guides.edit_sheet, page.event_id, view.sheet, replace(view.sheet, steps=steps), done=done)


def _remove(page: EventScreen, view: GuideView, step: Step) -> None:
    left = tuple(known for known in view.sheet.steps if known.id != step.id)
    _save(page, view, left, page._("Step removed. Undo brings it back."))
    state.forget(CHOSEN_PART)
