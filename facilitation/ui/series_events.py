"""The events of a series, those to come first; a click opens one."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.event import Event
from facilitation.i18n.formats import short_day_text
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import open_event
from facilitation.ui.series_view import SeriesView

OPENED = "event_of_series"


def events_list(page: EventScreen, view: SeriesView) -> None:
    """Coming events in their order, held ones the last first."""
    _, events = page._, view.found.events
    if not events:
        st.write(_("No event belongs to this series yet. Open an event and add it here."))
        return
    coming = [event for event in events if event.starts_on > view.today]
    held = [event for event in reversed(events) if event.starts_on <= view.today]
    rows = [
        _row(page, event, f"{name} · {len(group)}" if place == 0 else "")
        for name, group in ((_("Coming"), coming), (_("Held"), held))
        for place, event in enumerate(group)
    ]
    row_list(
        rows,
        key=state.widget_key("series_event_rows", view.series.id),
        label=_("Events"),
        chosen=page.event_id,
        on_chosen=lambda event_id: state.choose(OPENED, event_id),
    )
    _leave(page, view)
    opened = state.chosen(OPENED)
    if opened:
        state.forget(OPENED)
        open_event(opened)
        go_to("home", event=opened)


def _row(page: EventScreen, event: Event, heading: str) -> Row:
    instruments = page.app.library.instruments
    kind = instruments[event.instrument].title.said_in(page.language) if event.instrument in instruments else ""
    return Row(
        id=event.id,
        lead=short_day_text(event.starts_on, page.language),
        title=event.title.said_in(page.language),
        facts=" · ".join(part for part in (kind, event.place) if part),
        heading=heading,
    )


def _leave(page: EventScreen, view: SeriesView) -> None:
    if page.event.series_id != view.series.id:
        return
    st.button(
        page._("Take “{title}” out of the series").format(title=page.event.title.said_in(page.language)),
        key="leave_series",
        type="tertiary",
        on_click=attempt,
        args=(page.app.series.leave, page.event_id),
        kwargs={"done": page._("The event does not belong to the series any more. Nothing else was changed.")},
    )
