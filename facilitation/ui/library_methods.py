"""The methods as a list, found by words, goal, people and minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from facilitation.domain.method import Method
from facilitation.i18n.labels import goal_label
from facilitation.i18n.sorting import sorted_by
from facilitation.library.own_text import METHODS
from facilitation.planning.method_need import GOALS
from facilitation.ui import state
from facilitation.ui.library_method_page import CHOSEN_METHOD, method_page
from facilitation.ui.library_own import broken_files
from facilitation.ui.library_words import goals_words, has_words, minutes_words, own_keys, people_words
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen

WORDS, GOAL, PEOPLE, MINUTES = "method_words", "method_goals", "method_people", "method_minutes"


def methods_view(found: Screen) -> None:
    """The methods as a list; one of them as a page."""
    chosen = found.app.library.methods.get(state.chosen(CHOSEN_METHOD))
    if chosen:
        method_page(found, chosen)
    else:
        _list(found)


def _list(found: Screen) -> None:
    _ = found._
    methods = _filtered(found)
    broken_files(found, METHODS)
    everything = len(found.app.library.methods)
    st.caption(_("{count} of {all} methods").format(count=len(methods), all=everything))
    if not methods:
        st.write(_("No method fits the filters."))
        return
    row_list(
        _rows(found, methods),
        key="method_rows",
        label=_("Methods"),
        on_chosen=lambda method_id: state.choose(CHOSEN_METHOD, method_id),
    )


def _filtered(found: Screen) -> Sequence[Method]:
    _ = found._
    first, second, third, fourth = st.columns([3, 3, 1, 1], vertical_alignment="bottom")
    words = first.text_input(
        _("Search"), key=WORDS, placeholder=_("Title or purpose"), live=True, icon=":material/search:",
        persist_state="session",
    )  # fmt: skip
    goals = second.multiselect(
        _("Goal"), GOALS, key=GOAL, format_func=lambda goal: goal_label(goal, _), placeholder=_("All goals"),
        persist_state="session",
    )  # fmt: skip
    any_number = _("0 = any number")
    people = third.number_input(_("People"), 0, 3000, 0, key=PEOPLE, help=any_number, persist_state="session")
    minutes = fourth.number_input(_("Minutes"), 0, 1440, 0, key=MINUTES, help=any_number, persist_state="session")
    return [
        method
        for method in found.app.library.methods.values()
        if has_words(words or "", method.title.said_in(found.language), method.purpose.said_in(found.language))
        and (not goals or set(goals) & set(method.goals))
        and (not people or method.minimum_people <= people <= method.maximum_people)
        and (not minutes or method.minimum_time <= timedelta(minutes=minutes) <= method.maximum_time)
    ]


def _rows(found: Screen, methods: Sequence[Method]) -> Sequence[Row]:
    """Own methods first under a heading of their own, each part by title."""
    _, own = found._, own_keys(found, METHODS)
    by_title = sorted_by(methods, lambda method: method.title.said_in(found.language), found.language)
    mine = [method for method in by_title if method.id in own]
    others = [method for method in by_title if method.id not in own]
    return [
        *(_row(found, method, _("Yours") if place == 0 else "") for place, method in enumerate(mine)),
        *(_row(found, method, _("From Tryeza") if mine and place == 0 else "") for place, method in enumerate(others)),
    ]


def _row(found: Screen, method: Method, heading: str) -> Row:
    facts = (people_words(method, found._), goals_words(method, found._))
    return Row(
        id=method.id,
        title=method.title.said_in(found.language),
        facts=" · ".join(fact for fact in facts if fact),
        trail=minutes_words(method),
        heading=heading,
    )
