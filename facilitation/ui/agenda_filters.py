"""Showing only some sessions: by room, by person, and as one audience sees the agenda."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.agenda import Audience
from facilitation.i18n.labels import audience_label
from facilitation.planning.agenda_filter import AgendaFilter, people_in, rooms_in
from facilitation.ui import state
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.page_head import EventScreen

ROOMS, PEOPLE, READER = "filter_rooms", "filter_people", "filter_reader"


def filter_popover(page: EventScreen, view: AgendaView) -> None:
    """The button with the fields of the filter."""
    icon = ":material/filter_alt:" if _wanted(page) else ":material/filter_list:"
    with st.popover(page._("Filter"), icon=icon, type="tertiary", key=_key(page, "filter_open"), on_change="rerun"):
        _fields(page, view)


def filtered(page: EventScreen, view: AgendaView) -> AgendaView:
    """The view with what the filter leaves; where it leaves something out, it says how many are left."""
    _, wanted = page._, _wanted(page)
    if not wanted:
        return view
    view = replace(view, wanted=wanted)
    with st.container(horizontal=True, vertical_alignment="center"):
        shown, total = len(view.shown), len(view.timed)
        st.caption(
            _("{shown} of {total} sessions fit the filter; they are moved and selected without it.").format(
                shown=shown, total=total
            )
        )
        st.button(_("Show all"), key="filter_clear", type="tertiary", on_click=_clear, args=(page,))
    return view


def _key(page: EventScreen, name: str) -> str:
    return state.widget_key(name, page.event_id)


def _wanted(page: EventScreen) -> AgendaFilter:
    rooms, people = (state.widget_value(_key(page, name)) or () for name in (ROOMS, PEOPLE))
    return AgendaFilter(frozenset(rooms), frozenset(people), state.widget_value(_key(page, READER)))


def _fields(page: EventScreen, view: AgendaView) -> None:
    _ = page._
    st.multiselect(
        _("Rooms"), rooms_in(view.agenda), key=_key(page, ROOMS), placeholder=_("All rooms"), persist_state="session"
    )
    st.multiselect(
        _("People"), people_in(view.agenda), key=_key(page, PEOPLE), placeholder=_("Everybody"), persist_state="session"
    )
    st.selectbox(
        _("As it is read by"),
        list(Audience),
        index=None,
        key=_key(page, READER),
        format_func=lambda audience: audience_label(audience, _),
        placeholder=_("The planners"),
        persist_state="session",
    )


def _clear(page: EventScreen) -> None:
    for name, empty in ((ROOMS, []), (PEOPLE, []), (READER, None)):
        state.put_widget(_key(page, name), empty)
