"""Who comes: by sector against the targets, and beside the earlier national conferences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import SectorRow, sector_rows
from facilitation.ui.charts import sector_chart, show_chart
from facilitation.ui.page_head import EventScreen
from facilitation.ui.past_conferences import past_chart, past_figures, past_table, shares_now
from facilitation.ui.people_figures import (
    attendance_figures,
    composition_figures,
    public_figures,
    series_figures,
)
from facilitation.ui.people_view import PeopleView


def composition_screen(page: EventScreen, view: PeopleView) -> None:
    """The pictures, each with its sentence and its footnotes."""
    _ = page._
    if not view.parts:
        st.write(_("Nobody is on the list yet. Add the first participant or import a spreadsheet."))
        return
    st.header(_("By sector, against the targets"), anchor=False)
    rows = sector_rows(view.parts, page.event)
    alt = _sector_finding(rows, _)
    show_chart(partial(sector_chart, rows, _), rows, language=page.language, alt=alt)
    st.caption(_("At the right: confirmed of the target; the line shows the target."))
    composition_figures(page, view.parts)
    attendance_figures(page, view.parts)
    series_figures(page, view.parts)
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
    public_figures(page, view.parts)


def _sector_finding(rows: Sequence[SectorRow], _: Translator) -> str:
    """What the picture of the sectors shows, in words."""
    said = ", ".join(f"{sector_label(row.sector, _)} {row.confirmed} / {row.target}" for row in rows)
    finding = _("Confirmed people by sector against the targets: {sectors}.").format(sectors=said)
    short = [sector_label(row.sector, _) for row in rows if row.confirmed < row.target]
    return finding + (" " + _("Under the target: {sectors}.").format(sectors=", ".join(short)) if short else "")
