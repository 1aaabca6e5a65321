"""What can be done with the whole session of the side panel: move, select, double, divide, join, remove."""

from __future__ import annotations

from typing import Any

import streamlit as st

from facilitation.planning.agenda_edits import item_after
from facilitation.ui import state
from facilitation.ui.agenda_item_fields import ItemFields
from facilitation.ui.agenda_view import CHOSEN_ITEM, PICKED_ITEMS
from facilitation.ui.fields import number_field
from facilitation.ui.messages import attempt

DIVIDE = "divide_item"


def item_moves(fields: ItemFields) -> None:
    """The foot of the panel: every way of the list once more, as buttons and fields."""
    _place(fields)
    _pieces(fields)


def _place(fields: ItemFields) -> None:
    _, agendas, event_id = fields.page._, fields.page.app.agendas, fields.page.event_id
    item, day = fields.item, fields.timed.day
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for by, icon, word in ((-1, "arrow_upward", _("Up")), (1, "arrow_downward", _("Down"))):
            st.button(
                word,
                key=f"move_{by}",
                icon=f":material/{icon}:",
                on_click=lambda by=by: attempt(agendas.move_item, event_id, item.id, by=by),
            )
        for number in range(1, len(fields.view.agenda.days) + 1):
            if number != day:
                st.button(
                    _("To day {number}").format(number=number),
                    key=f"to_day_{number}",
                    on_click=lambda number=number: attempt(agendas.move_to_day, event_id, item.id, day=number),
                )
    ids = [entry.item.id for entry in fields.view.of_day(day)]
    place = ids.index(item.id) + 1
    number_field(
        _("Place in the day"),
        place,
        key=fields.key("place"),
        least=1,
        most=len(ids),
        save=lambda value: attempt(agendas.move_item, event_id, item.id, by=int(value or place) - place),
    )


def _pieces(fields: ItemFields) -> None:
    _, item = fields.page._, fields.item
    is_picked = item.id in fields.view.picked
    with st.container(horizontal=True):
        st.button(
            _("Unselect") if is_picked else _("Select"),
            key="pick_item",
            icon=":material/check_box:" if is_picked else ":material/check_box_outline_blank:",
            on_click=_pick,
            args=(fields, not is_picked),
        )
        st.button(_("Duplicate"), key="duplicate_item", icon=":material/content_copy:", on_click=_twice, args=(fields,))
        _divide_form(fields)
        st.button(
            _("Join with the next"),
            key="join_items",
            icon=":material/merge:",
            disabled=item_after(fields.view.agenda, item.id) is None,
            on_click=_join,
            args=(fields,),
        )
        st.button(_("Remove"), key="remove_item", icon=":material/delete:", on_click=_remove, args=(fields,))


def _divide_form(fields: ItemFields) -> None:
    _, item = fields.page._, fields.item
    if item.minutes < 2:
        return
    form = st.popover(_("Divide"), key=DIVIDE, icon=":material/splitscreen:", on_change="rerun")
    if not form.open:
        return
    with form:
        half = item.minutes // 2
        st.number_input(_("After how many minutes"), 1, item.minutes - 1, half, key=fields.key("divide_after"))
        st.caption(_("The steps of the guide are divided at the same minute."))
        st.button(_("Divide here"), type="primary", key="divide_item_save", on_click=_divide, args=(fields,))


def _pick(fields: ItemFields, on: bool) -> None:
    others = [item_id for item_id in fields.view.picked_of_day(fields.timed.day) if item_id != fields.item.id]
    state.pick(PICKED_ITEMS, [*others, fields.item.id] if on else others)


def _open(found: Any) -> None:
    if found is not None:
        state.choose(CHOSEN_ITEM, found.id)


def _twice(fields: ItemFields) -> None:
    page = fields.page
    done = page._("Session doubled; the copy is open.")
    _open(attempt(page.app.agenda_pieces.duplicate, page.event_id, fields.item.id, done=done))


def _divide(fields: ItemFields) -> None:
    page = fields.page
    minutes = int(state.widget_value(fields.key("divide_after")) or 0)
    done = page._("Session divided.")
    attempt(page.app.agenda_pieces.divide, page.event_id, fields.item.id, after_minutes=minutes, done=done)
    state.put_widget(DIVIDE, False)
    state.clear_widget(fields.key("divide_after"))


def _join(fields: ItemFields) -> None:
    page = fields.page
    attempt(page.app.agenda_pieces.join, page.event_id, fields.item.id, done=page._("Sessions joined."))


def _remove(fields: ItemFields) -> None:
    page = fields.page
    done = page._("Session removed. Undo brings it back.")
    if attempt(page.app.agendas.remove_item, page.event_id, fields.item.id, done=done) is not None:
        state.forget(CHOSEN_ITEM)
