"""The papers of the world café: everything for the tables and for everybody's hands, each in both languages."""

from __future__ import annotations

import streamlit as st

from facilitation.services.paper_names import CAFE_PAPERS
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.page_head import EventScreen


def cafe_papers(page: EventScreen, view: CafeView) -> None:
    """The menu of the papers, and how to print them."""
    _ = page._
    paper_buttons(page, "cafe-rosters.docx", "table-cards.docx", *CAFE_PAPERS)
    if view.cafe.seating is None:
        st.caption(_("Rosters, personal cards and host’s sheets need the groups; the others can be printed before."))
    st.caption(
        _(
            "Personal cards are cut to eight a sheet, table cards folded along the dashed line, host’s sheets printed "
            "on both sides; there is a harvest sheet for every table and round."
        )
    )
