"""The rooms of the event: seats, set-ups, when they are closed, and the time people need between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Layout, Room, Window
from facilitation.i18n.labels import layout_label
from facilitation.ui import state
from facilitation.ui.fields import many_field, number_field, text_field, trimmed
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.setup_windows import window_fields, window_text

MOST_SEATS = 9999


def rooms_part(page: EventScreen) -> None:
    """Every room with its fields, then the form for a further one."""
    _ = page._
    agenda = page.app.agendas.get(page.event_id)
    if not agenda.rooms:
        st.write(_("No room yet. With rooms and seats the agenda warns where too many people meet too few chairs."))
    for room in agenda.rooms:
        _room(page, room)
    with st.form("add_room", border=True, clear_on_submit=True):
        left, middle, right = st.columns([4, 2, 2], vertical_alignment="bottom")
        name = left.text_input(_("Name of a further room"), key="new_room_name")
        seats = middle.number_input(_("Seats"), 0, MOST_SEATS, 0, key="new_room_seats", help=_("0 = not known"))
        if right.form_submit_button(_("Add the room")):
            attempt(page.app.agenda_setup.add_room, page.event_id, Room(name, int(seats or 0)))
            st.rerun()
    with st.columns([1, 2])[0]:
        number_field(
            _("Minutes to change rooms"),
            int(agenda.room_change.total_seconds() // 60),
            key=state.widget_key("room_change", page.event_id),
            most=120,
            save=lambda minutes: attempt(page.app.agenda_setup.set_room_change, page.event_id, int(minutes or 0)),
        )


def _key(page: EventScreen, room: Room, field: str) -> str:
    return state.widget_key("room", page.event_id, room.name, field)


def _room(page: EventScreen, room: Room) -> None:
    _ = page._

    def save(field: str) -> Callable[[Any], None]:
        return lambda value: attempt(
            page.app.agenda_setup.edit_room, page.event_id, room.name, replace(room, **{field: value})
        )

    with st.container(border=True):
        name, seats, layouts = st.columns([4, 2, 5], vertical_alignment="bottom")
        with name:
            text_field(_("Room"), room.name, key=_key(page, room, "name"), save=trimmed(save("name")))
        with seats:
            key = _key(page, room, "seats")
            number_field(
                _("Seats"),
                room.capacity,
                key=key,
                most=MOST_SEATS,
                save=lambda seats: save("capacity")(int(seats or 0)),
            )
        with layouts:
            many_field(
                _("Possible set-ups"),
                list(Layout),
                room.layouts,
                key=_key(page, room, "layouts"),
                save=lambda chosen: save("layouts")(tuple(chosen)),
                format_func=lambda layout: layout_label(layout, _),
                placeholder=_("Any"),
            )
        _closed(page, room, save("closed"))


def _closed(page: EventScreen, room: Room, save: Callable[[Any], None]) -> None:
    """When the room cannot be used, and its removal."""
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center"):
        for window in room.closed:
            rest = tuple(other for other in room.closed if other != window)
            label = _("Closed: {time}").format(time=window_text(page, window))
            key = _key(page, room, f"open{window.day}{window.starts_at}")
            st.button(label, icon=":material/close:", type="tertiary", key=key, on_click=save, args=(rest,))
        with st.popover(_("Not free at times"), type="tertiary", icon=":material/event_busy:"):
            wanted = window_fields(page, key=_key(page, room, "window"))
            add = _key(page, room, "close")
            st.button(_("Add"), key=add, on_click=_add_window, args=(save, room, wanted), disabled=wanted is None)
        st.button(
            _("Remove the room"),
            icon=":material/delete:",
            type="tertiary",
            key=_key(page, room, "remove"),
            on_click=lambda: attempt(page.app.agenda_setup.remove_room, page.event_id, room.name),
        )


def _add_window(save: Callable[[Any], None], room: Room, window: Window | None) -> None:
    if window:
        save((*room.closed, window))
