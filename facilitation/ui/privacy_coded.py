"""Adding beneficiaries, who are known by a code only."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District
from facilitation.i18n.labels import district_label, sector_label
from facilitation.planning.coded_people import MOST_AT_ONCE
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

FORM, COUNT, SECTOR, DISTRICT = "add_coded", "coded_count", "coded_sector", "coded_district"


def coded_person_button(page: EventScreen) -> None:
    """A small form below the list: how many, and what the figures may count."""
    _ = page._
    label = _("Add beneficiaries by code")
    with st.popover(label, type="tertiary", icon=":material/tag:", key=FORM, on_change="rerun"):
        st.write(
            _(
                "Beneficiaries never stand here by name: each gets the next code (P-01, P-02 …). Who is who stays on"
                " your own paper, away from this computer."
            )
        )
        st.number_input(_("How many"), 1, MOST_AT_ONCE, 1, key=COUNT)
        st.selectbox(
            _("Sector"),
            list(Sector),
            index=None,
            key=SECTOR,
            format_func=lambda sector: sector_label(sector, _),
            placeholder=_("Choose"),
        )
        st.selectbox(
            _("District"),
            list(District),
            index=None,
            key=DISTRICT,
            format_func=lambda district: district_label(district, _),
            placeholder=_("Choose"),
        )
        st.button(_("Add with codes"), key="coded_save", type="primary", on_click=_add, args=(page,))


def _add(page: EventScreen) -> None:
    added = attempt(
        page.app.privacy.add_coded,
        page.event_id,
        int(state.widget_value(COUNT) or 1),
        sector=state.widget_value(SECTOR) or Sector.OTHER,
        district=state.widget_value(DISTRICT),
        done=page._("Added with codes. Undo takes it back."),
    )
    if added is not None:
        state.put_widget(FORM, False)
