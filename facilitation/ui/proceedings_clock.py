"""The thirty days of the volume on the home screen, where they are nearly over or past."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.record import EventRecord
from facilitation.i18n.volume_words import clock_sentence
from facilitation.planning.volume_clock import has_volume, volume_clock
from facilitation.ui.messages import plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen


def volume_notice(page: EventScreen, record: EventRecord) -> None:
    """One line with the way to the proceedings; nothing while there is time or once they are final."""
    clock = volume_clock(record, page.app.overviews.today())
    if not (clock.is_late or clock.is_near) or not has_volume(record):
        return
    _, colour = page._, "red" if clock.is_late else "orange"
    word = _("late") if clock.is_late else _("soon due")
    with st.container(horizontal=True, vertical_alignment="center", key="volume_notice"):
        st.markdown(f":{colour}-badge[:material/schedule: {word}] {plain(clock_sentence(clock, _))}", width="content")
        if st.button(_("Open the proceedings"), key="home_volume", type="tertiary", icon=":material/arrow_forward:"):
            go_to("proceedings")
