"""Adding a participant: who and where; the rest follows in the side panel."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, Person
from facilitation.i18n.labels import district_label, sector_label
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import CHOSEN_PERSON

FORM = "add_person"


def add_person_button(page: EventScreen) -> None:
    """The button with its small form."""
    _ = page._
    with page.buttons.popover(
        _("Add a participant"), type="primary", icon=":material/add:", key=FORM, on_change="rerun"
    ):
        st.text_input(_("Name, or office if the name must not appear"), key="new_person_name")
        st.text_input(_("Organisation"), key="new_person_organisation")
        st.selectbox(
            _("Sector"),
            list(Sector),
            index=None,
            key="new_person_sector",
            format_func=lambda sector: sector_label(sector, _),
            placeholder=_("Choose"),
        )
        st.selectbox(
            _("District"),
            list(District),
            index=None,
            key="new_person_district",
            format_func=lambda district: district_label(district, _),
            placeholder=_("Choose"),
        )
        st.button(_("Add"), type="primary", key="new_person_save", on_click=_add, args=(page,))


def _add(page: EventScreen) -> None:
    person = Person(
        id="",
        name=str(state.widget_value("new_person_name") or "").strip(),
        organisation=str(state.widget_value("new_person_organisation") or "").strip(),
        sector=state.widget_value("new_person_sector") or Sector.OTHER,
        district=state.widget_value("new_person_district"),
    )
    part = attempt(page.app.people.add, page.event_id, person, done=page._("Participant added."))
    if part is not None:
        state.clear_widget("new_person_name", "")
        state.clear_widget("new_person_organisation", "")
        state.put_widget(FORM, False)
        state.choose(CHOSEN_PERSON, part.id)
