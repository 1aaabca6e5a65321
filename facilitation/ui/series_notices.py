"""What the first screens say of all series before anything else: what is overdue, soon due, or a term that ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from facilitation.i18n.series_sentences import duty_notice, term_notice
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.series import SeriesNotice
from facilitation.ui.messages import plain
from facilitation.ui.navigation import go_to
from facilitation.ui.series_view import SERIES_PARAMETER

MOST = 6


def series_notices(app: Application, _: Translator) -> None:
    """The notices of all series, the longest overdue first, and the way to them."""
    found = app.series.notices()
    if not found:
        return
    _show(found[:MOST], app.overviews.today(), _)
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(found) > MOST:
            more = len(found) - MOST
            st.caption(_.plural("{count} more of this kind", "{count} more of this kind", more).format(count=more))
        if st.button(_("Open the series"), key="open_series", type="tertiary", icon=":material/arrow_forward:"):
            go_to("series", **{SERIES_PARAMETER: found[0].series.id})


def notices_of(app: Application, series_id: str, _: Translator) -> None:
    """The terms of one series that end; its duties stand in its own table."""
    own = [notice for notice in app.series.notices() if notice.series.id == series_id and notice.term]
    _show(own, app.overviews.today(), _)


def _show(notices: Sequence[SeriesNotice], today: date, _: Translator) -> None:
    """A line for each, with its weight in a word before it."""
    if not notices:
        return
    with st.container(border=True, gap="xsmall"):
        for notice in notices:
            is_late = notice.standing is not None and notice.standing.overdue > 0
            badge = ":red-badge[" + _("Late") + "]" if is_late else ":orange-badge[" + _("Soon") + "]"
            st.markdown(f"{badge} {plain(_sentence(notice, today, _))}")


def _sentence(notice: SeriesNotice, today: date, _: Translator) -> str:
    if notice.standing:
        return duty_notice(notice.series, notice.standing, today, _)
    return term_notice(notice.series, notice.term, notice.next_president, _) if notice.term else ""
