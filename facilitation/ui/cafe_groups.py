"""The groups: figures in words, then the plan as tables, per person, as meetings, by hand, as versions, repaired."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.domain.cafe import Seating
from facilitation.i18n.cafe_words import table_about
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.cafe_changes import tables_by_person
from facilitation.ui import state
from facilitation.ui.cafe_figures import figures_part
from facilitation.ui.cafe_hand import hand_screen
from facilitation.ui.cafe_meetings import meetings_screen
from facilitation.ui.cafe_repair import repair_screen
from facilitation.ui.cafe_versions import versions_screen
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

TABLE_WIDTH = 260
PEOPLE_HEIGHT = 520


def groups_screen(page: EventScreen, view: CafeView) -> None:
    """Figures and groups of the seating, if there is one; without one the plans kept from before."""
    _, seating = page._, view.cafe.seating
    if seating is None:
        st.write(_("No groups yet. Check the questions and tables, then make the groups."))
        if view.cafe.plans:
            versions_screen(page, view)
        return
    figures_part(page, view, seating)
    shapes = {
        "tables": _("Tables"),
        "people": _("People"),
        "meetings": _("Meetings"),
        "hand": _("By hand"),
        "plans": _("Plans"),
        "repair": _("Repair"),
    }
    shape = switch(_("View"), shapes, key="cafe_shape")
    if shape == "tables":
        _tables(page, view, seating, round_switch(page, view, seating))
    elif shape == "people":
        _people(page, view, seating)
    elif shape == "meetings":
        meetings_screen(page, view, seating)
    elif shape == "hand":
        hand_screen(page, view, seating, round_switch(page, view, seating))
    elif shape == "plans":
        versions_screen(page, view)
    else:
        repair_screen(page, view, seating)


def round_switch(page: EventScreen, view: CafeView, seating: Seating) -> int:
    """The round on the screen (from 1)."""
    names = {number: page._("Round {number}").format(number=number) for number in range(1, len(seating.rounds) + 1)}
    return switch(page._("Round"), names, key=state.widget_key("cafe_round", view.cafe.item_id))


def _tables(page: EventScreen, view: CafeView, seating: Seating, number: int) -> None:
    _, place = page._, number - 1
    if place < len(view.cafe.questions):
        st.markdown(f"**{plain(view.cafe.questions[place].said_in(page.language))}**")
    grid = st.grid("auto", min_column_width=TABLE_WIDTH, border=True)
    hosts = set(seating.hosts_in(number))
    for table_number, table in enumerate(seating.rounds[place].tables, start=1):
        if table:
            with grid.cell():
                head = "**" + _("Table {number}").format(number=table_number) + "**"
                st.markdown("\n".join((head, *(f"- {_seat(page, view, person, hosts)}" for person in table))))
                if about := table_about(view.cafe, table_number, _):
                    st.caption(plain(" · ".join(about)))


def _seat(page: EventScreen, view: CafeView, person: str, hosts: set[str]) -> str:
    host = " :gray[" + page._("host") + "]" if person in hosts else ""
    return plain(view.name(person)) + host


def _people(page: EventScreen, view: CafeView, seating: Seating) -> None:
    _ = page._
    wanted = st.text_input(_("Search"), key="cafe_person_search", placeholder=_("Name"), label_visibility="collapsed")
    words = (wanted or "").casefold().split()
    rows = [
        {
            _("Name"): view.name(person),
            **{_("Round {number}").format(number=n): table for n, table in enumerate(tables, start=1)},
        }
        for person, tables in sorted_by(
            tables_by_person(seating).items(), lambda seat: view.name(seat[0]), page.language
        )
        if all(word in view.name(person).casefold() for word in words)
    ]
    if not rows:
        st.write(_("Nobody fits the search."))
        return
    data = pd.DataFrame(rows)
    height = min(PEOPLE_HEIGHT, 36 * len(rows) + 38)
    st.dataframe(data, hide_index=True, height=height, alt=_("For every person the table of each round"))
