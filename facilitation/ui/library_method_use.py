"""Putting a method into the agenda of the open event: into a session that is there, or a new one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_text, minutes_text
from facilitation.i18n.labels import kind_label
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import ONE_MINUTE
from facilitation.planning.method_fit import least_time
from facilitation.planning.method_need import session_kind
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.screen import Screen

NEW = "new:"
"""Stands before the number of the day at whose end a new session is put."""


def use_method_button(found: Screen, method: Method) -> None:
    """The button with its small form; without an event it leads to the beginning."""
    _ = found._
    if found.event is None:
        if st.button(_("Make an event first"), key="use_method_begin", type="primary"):
            go_to("home", new="1")
        return
    form = st.popover(_("Use it in the agenda"), type="primary", key="use_method_form", on_change="rerun")
    if form.open:
        with form:
            _form(found, method, found.app.agendas.plan(found.event.id))


def _form(found: Screen, method: Method, record: EventRecord) -> None:
    _ = found._
    st.caption(plain(record.event.title.said_in(found.language)))
    timed = {entry.item.id: entry for entry in timed_items(record.agenda, record.event.starts_on)}
    days = len(record.agenda.days)
    places = [*(f"{NEW}{number}" for number in range(1, days + 1)), *timed]
    place = st.selectbox(
        _("Where?"),
        places,
        key="use_method_place",
        format_func=lambda place: _place_words(found, place, timed, days),
        placeholder=_("Choose"),
    )
    if not place:
        return
    entry = timed.get(place)
    _say_what_happens(found, method, record, entry)
    if st.button(_("Put it there"), key="use_method_here", type="primary"):
        _put(found, method, record.event.id, place)


def _place_words(found: Screen, place: str, timed: Mapping[str, TimedItem], days: int) -> str:
    _ = found._
    if place.startswith(NEW):
        number = place.removeprefix(NEW)
        return _("A new session at the end of day {number}").format(number=number) if days > 1 else _("A new session")
    entry = timed[place]
    title = f"{clock_text(entry.starts_at)} · {entry.item.title.said_in(found.language)}"
    return _("Day {number} · {title}").format(number=entry.day, title=title) if days > 1 else title


def _say_what_happens(found: Screen, method: Method, record: EventRecord, entry: TimedItem | None) -> None:
    _ = found._
    if entry is None:
        kind = kind_label(session_kind(method), _)
        st.caption(f"{kind} · {minutes_text(method.typical_time)}")
        return
    if entry.item.duration < least_time(method):
        text = _("This method needs at least {least}; the session has {length}. Its steps are shortened all the same.")
        st.warning(
            text.format(least=minutes_text(least_time(method)), length=minutes_text(entry.item.duration)),
            icon=":material/warning:",
        )
    if any(sheet.item_id == entry.item.id for sheet in record.guide.sheets):
        st.caption(_("The session's page in the guide is written anew. Undo in the agenda brings the old one back."))


def _put(found: Screen, method: Method, event_id: str, place: str) -> None:
    item_id = place
    if place.startswith(NEW):
        item: AgendaItem | None = attempt(
            found.app.agendas.add_item,
            event_id,
            day=int(place.removeprefix(NEW)),
            kind=session_kind(method),
            title=method.title,
            minutes=method.typical_time // ONE_MINUTE,
        )
        item_id = item.id if item else ""
    done = found._("The session follows the method now.")
    if item_id and attempt(found.app.guides.use_method, event_id, item_id, method.id, done=done) is not None:
        state.choose(CHOSEN_ITEM, item_id)
        go_to("agenda", event=event_id)
    st.rerun()
