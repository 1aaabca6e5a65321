"""Somebody nobody expected: name, office and role, and they are in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, EventRole, Participation, Person
from facilitation.i18n.labels import district_label, role_label, sector_label
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

OPEN = "walk_in_open"
NAME, OFFICE, ROLE, SECTOR, DISTRICT = (f"walk_in_{what}" for what in ("name", "office", "role", "sector", "district"))


def open_walk_in(typed: str) -> None:
    """Open the form with what was typed as the name (inside callbacks)."""
    state.choose(OPEN, "yes")
    state.put_widget(NAME, typed)
    state.put_widget(OFFICE, "")
    state.put_widget(ROLE, EventRole.PARTICIPANT)
    state.put_widget(SECTOR, None)
    state.put_widget(DISTRICT, None)


def walk_in_form(page: EventScreen, day: int, welcome: Callable[[Participation], Any]) -> None:
    """The form where it is open, else the button that opens it."""
    _ = page._
    if not state.chosen(OPEN):
        st.button(
            _("Add somebody who was not expected"),
            key="walk_in_open",
            type="tertiary",
            icon=":material/person_add:",
            on_click=open_walk_in,
            args=("",),
        )
        return
    with st.form("walk_in", border=True):
        name, office = st.columns(2)
        name.text_input(_("Name, or office if the name must not appear"), key=NAME)
        office.text_input(_("Organisation"), key=OFFICE)
        role, sector, district = st.columns(3)
        role.selectbox(_("Role"), list(EventRole), key=ROLE, format_func=lambda one: role_label(one, _))
        sector.selectbox(
            _("Sector"),
            list(Sector),
            index=None,
            key=SECTOR,
            format_func=lambda one: sector_label(one, _),
            placeholder=_("Choose"),
        )
        district.selectbox(
            _("District"),
            list(District),
            index=None,
            key=DISTRICT,
            format_func=lambda one: district_label(one, _),
            placeholder=_("Choose"),
        )
        with st.container(horizontal=True):
            st.form_submit_button(
                _("Add and check in"), type="primary", key="walk_in_save", on_click=_save, args=(page, day, welcome)
            )
            st.form_submit_button(_("Close"), key="walk_in_close", on_click=state.forget, args=(OPEN,))


def _save(page: EventScreen, day: int, welcome: Callable[[Participation], Any]) -> None:
    person = Person(
        id="",
        name=str(state.widget_value(NAME) or "").strip(),
        organisation=str(state.widget_value(OFFICE) or "").strip(),
        sector=state.widget_value(SECTOR) or Sector.OTHER,
        district=state.widget_value(DISTRICT),
    )
    role = state.widget_value(ROLE) or EventRole.PARTICIPANT
    part = attempt(page.app.check_ins.walk_in, page.event_id, person, role, day)
    if part is not None:
        state.forget(OPEN)
        welcome(part)
