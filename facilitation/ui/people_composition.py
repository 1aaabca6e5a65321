"""Who comes: by sector against the targets, and beside the earlier national conferences."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.planning.composition import sector_rows
from facilitation.ui.charts import sector_chart, show_chart
from facilitation.ui.page_head import EventScreen
from facilitation.ui.past_conferences import past_chart, past_figures, past_table, shares_now
from facilitation.ui.people_view import PeopleView


def composition_screen(page: EventScreen, view: PeopleView) -> None:
    """Two pictures, each with its sentence and its footnotes."""
    _ = page._
    if not view.parts:
        st.write(_("Nobody is on the list yet. Add the first participant or import a spreadsheet."))
        return
    st.header(_("By sector, against the targets"), anchor=False)
    rows = sector_rows(view.parts, page.event)
    alt = _("Confirmed people by sector against the targets")
    show_chart(partial(sector_chart, rows, _), rows, language=page.language, alt=alt)
    st.caption(_("At the right: confirmed of the target; the line shows the target."))
    if view.count.listed:
        st.write(
            _("{count} of {total} on the list come from outside the capital.").format(
                count=view.count.outside_capital, total=view.count.listed
            )
        )
    st.header(_("Beside the earlier national conferences"), anchor=False)
    past = page.app.library.past_conferences
    grid = st.grid("auto", min_column_width=300, border=True)
    for name, figures in past_figures(past, shares_now(view.parts), _).items():
        with grid.cell():
            st.markdown(f"**{name}**")
            alt = _("Share of “{category}” by conference").format(category=name)
            show_chart(partial(past_chart, figures, _), figures, language=page.language, alt=alt)
    st.dataframe(past_table(past, _), hide_index=True, alt=_("Participation in the earlier conferences as stated"))
    for conference in past:
        footnote = conference.footnote.said_in(page.language)
        if footnote:
            st.caption(f"{conference.year}: {footnote}")
