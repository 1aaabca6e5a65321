"""Browsing instruments and methods."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.text import Text
from facilitation.i18n.formats import clock_text, minutes_text
from facilitation.i18n.labels import goal_label, kind_label, material_per_label
from facilitation.ui import state
from facilitation.ui.navigation import go_to
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen
from facilitation.ui.side_panel import panel_head

CHOSEN_METHOD = "method"
GOALS = ("open", "inform", "explore", "converge", "decide", "close")


def _minutes(method: Method) -> str:
    low, typical, high = (
        int(time.total_seconds() // 60) for time in (method.minimum_time, method.typical_time, method.maximum_time)
    )
    return f"{low}–{high} min ({typical})"


def _filters(found: Screen) -> Sequence[Method]:
    _ = found._
    first, second, third = st.columns([2, 2, 1], vertical_alignment="bottom")
    words = first.text_input(
        _("Search"), key="method_words", placeholder=_("Title or purpose"), live=True, icon=":material/search:"
    )
    goals = second.multiselect(
        _("Goal"), GOALS, key="method_goals", format_func=lambda goal: goal_label(goal, _), placeholder=_("All goals")
    )
    people = third.number_input(_("People"), 0, 3000, 0, key="method_people", help=_("0 = any number"))
    return [
        method
        for method in found.app.library.methods.values()
        if all(word in _haystack(method, found.language) for word in (words or "").casefold().split())
        and (not goals or set(goals) & set(method.goals))
        and (not people or method.minimum_people <= people <= method.maximum_people)
    ]


def _haystack(method: Method, language: str) -> str:
    return f"{method.title.said_in(language)} {method.purpose.said_in(language)}".casefold()


def methods_view(found: Screen) -> None:
    """The methods as a list; one of them as a page."""
    _ = found._
    methods = _filters(found)
    if not methods:
        st.write(_("No method fits the filters."))
        return
    chosen = found.app.library.methods.get(state.chosen(CHOSEN_METHOD))
    main, side = st.columns([1, 1]) if chosen else (st.container(), None)
    with main:
        row_list(
            [_row(method, found) for method in methods],
            key="method_rows",
            label=_("Methods"),
            chosen=chosen.id if chosen else "",
            on_chosen=lambda method_id: state.choose(CHOSEN_METHOD, method_id),
        )
    if side and chosen:
        with side.container(border=True):
            _method_page(found, chosen)


def _row(method: Method, found: Screen) -> Row:
    goals = ", ".join(goal_label(goal, found._) for goal in method.goals)
    people = found._("{people} people").format(people=f"{method.minimum_people}–{method.maximum_people}")
    return Row(
        id=method.id,
        title=method.title.said_in(found.language),
        facts=f"{goals} · {people}",
        trail=minutes_text(method.typical_time),
    )


def _paragraph(title: str, text: str) -> None:
    if text:
        st.markdown(f"**{title}**")
        st.text(text)


def _bullets(title: str, texts: Sequence[Text], language: str) -> None:
    _paragraph(title, "\n".join(f"• {text.said_in(language)}" for text in texts if text))


def _method_page(found: Screen, method: Method) -> None:
    _, language = found._, found.language
    people = _("{people} people").format(people=f"{method.minimum_people}–{method.maximum_people}")
    panel_head(method.title.said_in(language), (people, _minutes(method)), _, what=CHOSEN_METHOD)
    st.text(method.purpose.said_in(language))
    steps = [
        {_("Minutes"): int(step.duration.total_seconds() // 60), _("Step"): step.what.said_in(language)}
        for step in method.steps
    ]
    st.table(pd.DataFrame(steps).set_index(_("Minutes")))
    _paragraph(_("Room"), method.room_setup.said_in(language))
    _paragraph(_("Output for the notes"), method.output.said_in(language))
    _paragraph(_("Plan B if ten minutes are missing"), method.plan_b.said_in(language))
    _bullets(_("Tips"), method.tips, language)
    _bullets(_("Risks"), method.risks, language)
    materials = [
        f"• {material.name.said_in(language)}: {material.quantity:g} {material_per_label(material.per, _)}"
        for material in method.materials
    ]
    _paragraph(_("Materials"), "\n".join(materials))
    st.caption(method.source.said_in(language))


def instruments_view(found: Screen) -> None:
    """Each instrument with its agenda, checklist and start questions."""
    _ = found._
    instruments = found.app.library.instruments
    key = st.selectbox(
        _("Instrument"),
        list(instruments),
        format_func=lambda name: instruments[name].title.said_in(found.language),
        key="library_instrument",
        placeholder=_("Choose"),
    )
    if key is None:
        return
    instrument = instruments[key]
    st.write(instrument.purpose.said_in(found.language))
    if st.button(_("Use it for a new event"), type="primary", key="use_instrument"):
        go_to("home", new="1")
    _instrument_page(found, instrument)


def _instrument_page(found: Screen, instrument: Instrument) -> None:
    _, language = found._, found.language
    for number, day in enumerate(instrument.days, start=1):
        st.header(_("Day {number}, from {time}").format(number=number, time=clock_text(day.starts_at)))
        rows = [
            {
                _("Minutes"): int(item.duration.total_seconds() // 60),
                _("Session"): item.title.said_in(language),
                _("Kind"): kind_label(item.kind, _),
            }
            for item in day.items
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Agenda of the instrument"))
    st.header(_("Checklist"), anchor=False)
    tasks = [
        {
            _("Days"): task.offset_days,
            _("Task"): task.title.said_in(language),
            _("Owner"): task.owner_role.said_in(language),
            _("Benchmark"): task.benchmark.said_in(language),
        }
        for task in instrument.tasks
    ]
    st.dataframe(pd.DataFrame(tasks), hide_index=True, alt=_("Checklist of the instrument"))
    for title, texts in (
        (_("Questions before the start"), instrument.start_questions),
        (_("Prerequisites"), instrument.prerequisites),
        (_("Documents"), instrument.documents),
        (_("Indicators"), instrument.indicators),
    ):
        _bullets(title, [line.text for line in texts], language)
    st.caption(instrument.source.said_in(language))
