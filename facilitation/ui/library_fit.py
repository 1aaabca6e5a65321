"""What fits? The question as a form, the answer as a list with reasons, the best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import streamlit as st

from facilitation.domain.agenda import Layout
from facilitation.domain.method import Method
from facilitation.i18n.formats import minutes_text
from facilitation.i18n.labels import goal_label, layout_label
from facilitation.i18n.method_reasons import reason_sentence
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import METHODS
from facilitation.planning.guide_outline import ONE_MINUTE
from facilitation.planning.method_fit import MethodFit, MethodRefusal, method_fits
from facilitation.planning.method_need import GOALS, MethodNeed
from facilitation.ui import state
from facilitation.ui.library_method_page import CHOSEN_METHOD, USUAL_PEOPLE
from facilitation.ui.messages import plain
from facilitation.ui.screen import Screen

SHOWN_FIRST = 6
Action = Callable[[Method], None]


def fit_view(found: Screen) -> None:
    """The form, filled with the open event's number of people, and what fits."""
    people = found.event.expected_people if found.event else USUAL_PEOPLE
    need = need_form(found._, "fit", MethodNeed(people, timedelta(minutes=30)))

    def read(method: Method) -> None:
        state.choose(CHOSEN_METHOD, method.id)
        state.put_widget("library_part", METHODS)

    fit_list(found._, need, tuple(found.app.library.methods.values()), label=found._("Read"), action=read)


def need_form(_: Translator, name: str, start: MethodNeed) -> MethodNeed:
    """What is asked of a method; ``name`` sets the form apart from others, ``start`` is what it begins with."""

    def key(field: str) -> str:
        return state.widget_key(name, field)

    first, second, third, fourth = st.columns(4, vertical_alignment="bottom")
    people = first.number_input(_("People"), 1, 3000, start.people, key=key("people"), persist_state="session")
    minutes = second.number_input(
        _("Minutes"), 1, 1440, start.duration // ONE_MINUTE, key=key("minutes"), persist_state="session"
    )
    tables = third.number_input(
        _("Tables"), 0, 400, start.tables, key=key("tables"), help=_("0 = as many as it takes"), persist_state="session"
    )
    listened = fourth.number_input(
        _("Minutes of listening"), 0, 600, start.listened // ONE_MINUTE, key=key("listened"),
        help=_("How long people have only listened when it begins"), persist_state="session",
    )  # fmt: skip
    left, right = st.columns(2, vertical_alignment="bottom")
    goals = left.multiselect(
        _("Goal"), GOALS, list(start.goals), key=key("goals"), format_func=lambda goal: goal_label(goal, _),
        placeholder=_("Any goal"), persist_state="session",
    )  # fmt: skip
    layouts = right.multiselect(
        _("The room can be set up as"), list(Layout), list(start.layouts), key=key("layouts"),
        format_func=lambda layout: layout_label(layout, _), placeholder=_("Any room"), persist_state="session",
    )  # fmt: skip
    cases = st.toggle(_("Cases of real people are talked about"), key=key("cases"), persist_state="session")
    ranks = st.toggle(_("Juniors and seniors sit together"), key=key("ranks"), persist_state="session")
    return MethodNeed(
        people=int(people or 1),
        duration=timedelta(minutes=int(minutes or 1)),
        goals=tuple(goals),
        layouts=tuple(layouts),
        is_about_cases=bool(cases),
        has_mixed_ranks=bool(ranks),
        tables=int(tables or 0),
        listened=timedelta(minutes=int(listened or 0)),
    )


def fit_list(_: Translator, need: MethodNeed, methods: Sequence[Method], *, label: str, action: Action) -> None:
    """What fits, with a button each, and why the others do not."""
    found = method_fits(need, methods)
    count = len(found.suggestions)
    if count:
        st.markdown("**" + _.plural("{count} method fits", "{count} methods fit", count).format(count=count) + "**")
    else:
        st.write(_("No method fits all of this. Below it says what stands in the way of each."))
    for fit in found.suggestions[:SHOWN_FIRST]:
        _suggestion(_, fit, label, action)
    if count > SHOWN_FIRST:
        more = st.expander(_("{count} more").format(count=count - SHOWN_FIRST), on_change="rerun", key="fit_more")
        if more.open:
            with more:
                for fit in found.suggestions[SHOWN_FIRST:]:
                    _suggestion(_, fit, label, action)
    if found.refusals:
        with st.expander(_("Why not the others ({count})").format(count=len(found.refusals))):
            st.markdown("\n".join(_refusal_line(_, refusal) for refusal in found.refusals))


def _suggestion(_: Translator, fit: MethodFit, label: str, action: Action) -> None:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            title = plain(fit.method.title.said_in(_.language))
            st.markdown(f"**{title}** · {minutes_text(fit.duration)}", width="stretch")
            st.button(label, key=state.widget_key("fit", label, fit.method.id), on_click=action, args=(fit.method,))
        st.markdown(plain(" · ".join(reason_sentence(reason, _) for reason in fit.reasons)))
        word = _("Mind")
        for caution in fit.cautions:
            st.markdown(f":orange-badge[{word}] {plain(reason_sentence(caution, _))}")
        st.caption(plain(_steps_words(_, fit)))


def _steps_words(_: Translator, fit: MethodFit) -> str:
    """ "Steps: Put the question 2 · Talk 6 · Answers 4"."""
    steps = (f"{step.what.said_in(_.language)} {step.duration // ONE_MINUTE}" for step in fit.steps)
    return _("Steps in minutes: {steps}").format(steps=" · ".join(steps))


def _refusal_line(_: Translator, refusal: MethodRefusal) -> str:
    reasons = "; ".join(reason_sentence(reason, _) for reason in refusal.reasons)
    return f"- **{plain(refusal.method.title.said_in(_.language))}**: {plain(reasons)}"
