"""The invitations of an event: quotas, waves, letters and the list of those to be invited."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.person import Participation
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_letters import letters_part
from facilitation.ui.people_panel import person_panel
from facilitation.ui.people_quotas import quotas_part
from facilitation.ui.people_view import PeopleView
from facilitation.ui.people_waves import choosing_list, picked_people, waves_part
from facilitation.ui.side_panel import list_and_panel


def invitations_screen(page: EventScreen, view: PeopleView, rows: Sequence[Participation]) -> None:
    """What is missing first, then how the waves stand, the letters, and the people to choose."""
    _ = page._
    if not view.parts:
        st.write(_("Nobody is on the list yet. Add the first participant or import a spreadsheet."))
        return
    quotas_part(page, view)
    waves_part(page, view)
    letters_part(page, view, picked_people(page, view.parts).ids)
    if not rows:
        st.write(_("Nobody fits the search."))
        return
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        choosing_list(page, view, rows)
    with side:
        person_panel(page, view)
