"""Which day is shown and how, where it starts and ends, and the findings about the agenda as a whole."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from facilitation.i18n.formats import clock_text, day_text, share_text
from facilitation.planning.agenda_timing import longest_stretch, small_group_share
from facilitation.ui import state
from facilitation.ui.agenda_filters import filter_popover
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.fields import time_field
from facilitation.ui.findings import finding_line, settled_list
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch


def day_choice(page: EventScreen, view: AgendaView) -> tuple[int, str]:
    """How the agenda is looked at, and which day (some ways show all days); between the two, the filter."""
    _ = page._
    shapes = {
        "list": _("List"),
        "rooms": _("Rooms"),
        "days": _("All days"),
        "picture": _("Picture"),
        "versions": _("Versions"),
    }
    days = list(range(1, len(view.agenda.days) + 1))
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        place = st.container(width="content")
        if state.widget_value("agenda_shape") != "versions":
            filter_popover(page, view)
        shape = switch(_("View"), shapes, key="agenda_shape", keeps=True)
    if shape not in ("list", "rooms"):
        return 1, shape
    names = {number: _day_name(page, number) for number in days}
    with place:
        return switch(_("Day"), names, key=state.widget_key("agenda_day", page.event_id), keeps=True), shape


def _day_name(page: EventScreen, number: int) -> str:
    return page._("Day {number} · {date}").format(number=number, date=day_text(page.event.day(number), page.language))


def _start_field(page: EventScreen, view: AgendaView, day: int) -> None:
    def save(starts_at: time | None) -> None:
        if starts_at:
            attempt(page.app.agendas.start_day, page.event_id, day=day, starts_at=starts_at)

    key = state.widget_key("day_start", page.event_id, day)
    time_field(page._("The day starts at"), view.agenda.days[day - 1].starts_at, key=key, save=save)


def day_sums(page: EventScreen, view: AgendaView, day: int) -> None:
    """Where the day ends, the small-group share, and findings about the agenda as a whole."""
    _ = page._
    timed = view.of_day(day)
    if timed:
        ends: datetime = max(entry.ends_at for entry in timed)
        st.caption(
            _("Small groups {share} of the working time · longest stretch {minutes} min · ends at {time}").format(
                share=share_text(small_group_share(view.agenda), page.language),
                minutes=int(longest_stretch(view.agenda).total_seconds() // 60),
                time=clock_text(ends),
            )
        )
    items = {item.id for _number, item in view.agenda.items()}
    for found in view.findings:
        if found.subject not in items:
            finding_line(page, found, view.record, where="agenda")
    settled_list(page, view.settled, where="agenda")
    if view.chosen:
        return
    with st.columns([1, 2])[0]:
        _start_field(page, view, day)
