"""What the screen of a series reads once per run, and which series is in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from facilitation.domain.series import Series
from facilitation.errors import NotFound
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.series_rhythm import DutyStanding
from facilitation.services.series import SeriesOverview
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

CHOSEN_SERIES, CHOSEN_DUTY = "series", "duty"
CHOICE = "series_choice"
SERIES_PARAMETER = "series"


@dataclass(frozen=True, slots=True)
class SeriesView:
    """All series and the one in view; ``chosen`` is the duty of the side panel."""

    known: tuple[Series, ...]
    found: SeriesOverview
    today: date
    chosen: DutyStanding | None

    @property
    def series(self) -> Series:
        """The series in view."""
        return self.found.series


def series_view(page: EventScreen) -> SeriesView | None:
    """The series chosen on this screen, else that of the event, else the first one; ``None`` = there is none."""
    known = page.app.series.list_all()
    ids = {series.id for series in known}
    linked = str(st.query_params.pop(SERIES_PARAMETER, ""))
    if linked in ids:
        state.choose(CHOSEN_SERIES, linked)
    first = sorted_by(known, lambda series: series.title.said_in(page.language), page.language)[:1]
    wanted = (state.chosen(CHOSEN_SERIES), page.event.series_id, *(series.id for series in first))
    series_id = next((each for each in wanted if each in ids), "")
    if not series_id:
        return None
    try:
        found = page.app.series.overview(series_id)
    except NotFound:  # removed by somebody else since the list was read
        return None
    duty = state.chosen(CHOSEN_DUTY)
    chosen = next((standing for standing in found.standings if standing.duty.id == duty), None)
    return SeriesView(tuple(known), found, page.app.overviews.today(), chosen)


def series_choice(page: EventScreen, view: SeriesView) -> None:
    """Which series is in view, where there are several; whether the event in view belongs to it."""
    _, series = page._, view.series
    if len(view.known) > 1:
        names = {each.id: each.title.said_in(page.language) for each in view.known}
        state.put_widget(CHOICE, series.id)
        st.selectbox(
            _("Series"),
            sorted_by(names, lambda each: names[each], page.language),
            format_func=lambda each: names.get(each, ""),
            key=CHOICE,
            placeholder=_("Choose"),
            label_visibility="collapsed",
            on_change=lambda: _choose(str(state.widget_value(CHOICE))),
        )
    else:
        st.header(series.title.said_in(page.language), anchor=False)
    if page.event.series_id == series.id:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("The event in view, “{title}”, is not in this series.").format(
                title=page.event.title.said_in(page.language)
            )
        )
        st.button(_("Add this event"), key="join_series", on_click=_join, args=(page, series.id))


def _choose(series_id: str) -> None:
    state.choose(CHOSEN_SERIES, series_id)
    state.forget(CHOSEN_DUTY)


def _join(page: EventScreen, series_id: str) -> None:
    attempt(page.app.series.join, series_id, page.event_id, done=page._("The event was added to the series."))


def series_part(page: EventScreen, view: SeriesView) -> str:
    """Which part of the series the screen shows."""
    _, count = page._, len(view.found.commitments)
    commitments = _("Commitments")
    parts = {
        "rhythm": _("Rhythm"),
        "commitments": f"{commitments} · {count}" if count else commitments,
        "events": _("Events"),
        "presidency": _("Presidency"),
        "facts": _("Name and removal"),
    }
    return switch(_("Part of the series"), parts, key="series_part")
