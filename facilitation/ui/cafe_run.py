"""Making the groups: the button, and how far the search is while it runs."""

from __future__ import annotations

import streamlit as st

from facilitation.cafe.search import Progress
from facilitation.errors import FacilitationError
from facilitation.i18n.formats import number_text
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.cafe_runs import CafeRun
from facilitation.ui import state
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.page_head import EventScreen

AT_ONCE = 1.5
"""Seconds after which a search gets a bar of its own; most are over before."""
POLL = 0.4


def make_button(page: EventScreen, view: CafeView) -> None:
    """The one button that matters."""
    _, cafe = page._, view.cafe
    run = page.app.cafe_runs.current(*view.key)
    label = _("Make the groups anew") if cafe.seating else _("Make the groups")
    is_running = run is not None and not run.is_over
    if page.buttons.button(label, type="primary", key="make_groups", icon=":material/shuffle:", disabled=is_running):
        with st.spinner(_("Grouping {count} people…").format(count=len(view.people))):
            run = page.app.cafe_runs.start(*view.key, seed=_next_seed(view))
            if run.wait(AT_ONCE):
                _finish(page, view, run)
        st.rerun()


def _next_seed(view: CafeView) -> int:
    """The seed of the set-up; where a plan was made with it already, one that no plan has."""
    used = {plan.seating.seed for plan in view.cafe.plans}
    if view.cafe.seating:
        used.add(view.cafe.seating.seed)
    return view.cafe.seed if view.cafe.seed not in used else max(used) + 1


def running(page: EventScreen, view: CafeView) -> None:
    """How far the search is, where one runs; its end once it is over."""
    run = page.app.cafe_runs.current(*view.key)
    if run is None:
        return
    if run.is_over:
        _finish(page, view, run)
        st.rerun()
    _watch(page, view)


@st.fragment(run_every=POLL)
def _watch(page: EventScreen, view: CafeView) -> None:
    run = page.app.cafe_runs.current(*view.key)
    if run is None or run.is_over:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(min(1.0, run.progress.share if run.progress else 0.0), text=_said(run.progress, page._))
        st.button(
            page._("Stop and keep the best"),
            key="cafe_stop",
            icon=":material/stop_circle:",
            on_click=run.stop,
        )


def _said(progress: Progress | None, _: Translator) -> str:
    if progress is None:
        return _("Looking for a first plan…")
    return _("Best so far: {repeats} repeated meetings, {broken} broken rules.").format(
        repeats=number_text(progress.repeats, _.language), broken=number_text(progress.rules_broken, _.language)
    )


def _finish(page: EventScreen, view: CafeView, run: CafeRun) -> None:
    page.app.cafe_runs.forget(*view.key)
    if run.error is None:
        state.say("done", page._("Groups made."))
    elif isinstance(run.error, FacilitationError):
        state.say("block", error_sentence(run.error, page._))
    else:
        raise run.error
