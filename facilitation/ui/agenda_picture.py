"""The agenda as a picture: every day a column of blocks, readable in grey."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.i18n.formats import day_text
from facilitation.ui.agenda_chart import agenda_chart, clock_span
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.charts import show_chart
from facilitation.ui.page_head import EventScreen
from facilitation.ui.screen import is_dark

LEAST_WIDTH = 300


def day_picture(page: EventScreen, view: AgendaView) -> None:
    """All days side by side; on a narrow screen one below the other."""
    _ = page._
    if not view.shown:
        st.write(_("There is nothing to draw yet. Add a session first."))
        return
    span = clock_span(view.shown, page.event)
    mode = "dark" if is_dark() else "light"
    grid = st.grid("auto", min_column_width=LEAST_WIDTH)
    for day in range(1, len(view.agenda.days) + 1):
        timed = tuple(entry for entry in view.shown if entry.day == day)
        if not timed:
            continue
        with grid.cell():
            name = day_text(page.event.day(day), page.language)
            st.markdown(f"**{name}**")
            draw = partial(agenda_chart, timed, page.event, span, _, mode=mode)
            alt = _("The sessions of {day} as blocks at their clock times").format(day=name)
            show_chart(draw, timed, page.event.starts_on, span, language=page.language, alt=alt)
    st.caption(_("Dark blocks: small groups. Pale blocks: breaks and staff time. Side by side: at the same time."))
