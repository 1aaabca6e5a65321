"""The side panel of one session: every field saved on change."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.agenda import ItemKind
from facilitation.i18n.formats import clock_span_text, minutes_text
from facilitation.i18n.labels import kind_label
from facilitation.ui.agenda_item_fields import ItemFields
from facilitation.ui.agenda_item_more import more_fields
from facilitation.ui.agenda_item_moves import item_moves
from facilitation.ui.agenda_item_people import people_fields
from facilitation.ui.agenda_view import CHOSEN_ITEM, AgendaView
from facilitation.ui.fields import choice_field, number_field, tick_field, time_field, trimmed, words_field
from facilitation.ui.findings import finding_line
from facilitation.ui.messages import attempt
from facilitation.ui.method_suggestions import method_buttons
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head


def item_panel(page: EventScreen, view: AgendaView) -> None:
    """Title, facts, people, notes of the chosen session, and what can be done with it."""
    timed = next((entry for entry in view.timed if view.chosen and entry.item.id == view.chosen.id), None)
    if timed is None:
        return
    fields = ItemFields(page, view, timed)
    with st.container(border=True):
        facts = (clock_span_text(timed.starts_at, timed.ends_at), kind_label(timed.item.kind, page._))
        panel_head(timed.item.title.said_in(page.language), facts, page._, what=CHOSEN_ITEM)
        with st.container():  # keeps the fields below in their places, so that the browser need not build them anew
            for found in view.findings_of(timed.item.id):
                finding_line(page, found, view.record, where="agenda")
        _facts(fields)
        people_fields(fields)
        _method(fields)
        method_buttons(page, timed.item)
        more_fields(fields)
        item_moves(fields)


def _facts(fields: ItemFields) -> None:
    _, item = fields.page._, fields.item
    words_field(fields.page, _("Title"), item.title, key=fields.key("title"), save=fields.save("title"))
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        number_field(
            _("Minutes"),
            item.minutes,
            key=fields.key("duration"),
            least=1,
            most=1440,
            save=fields.save_minutes("duration"),
        )
    with right:
        time_field(
            _("Pinned start"),
            item.pinned_start,
            key=fields.key("pin"),
            save=fields.save("pinned_start"),
            help=_("Leave it empty and the session follows the one before it."),
        )
    choice_field(
        _("Kind"),
        list(ItemKind),
        item.kind,
        key=fields.key("kind"),
        save=fields.save("kind"),
        format_func=lambda kind: kind_label(kind, _),
    )
    _room(fields)
    tick_field(
        _("Runs beside the session before"),
        bool(item.parallel),
        key=fields.key("parallel"),
        save=lambda on: attempt(
            fields.page.app.agendas.set_parallel, fields.page.event_id, item.id, is_parallel=bool(on)
        ),
    )


def _room(fields: ItemFields) -> None:
    """The rooms of the event, those that sessions already name, or a new one."""
    _, item = fields.page._, fields.item
    rooms = [room.name for room in fields.view.agenda.rooms]
    named = sorted({other.room for _n, other in fields.view.agenda.items() if other.room})
    choice_field(
        _("Room"),
        list(dict.fromkeys((*rooms, *named))),
        item.room or None,
        key=fields.key("room"),
        save=trimmed(fields.save("room")),
        format_func=str,
        placeholder=_("Choose or type"),
        accept_new=True,
    )


def _method(fields: ItemFields) -> None:
    page, item = fields.page, fields.item
    methods = page.app.library.methods
    choice_field(
        page._("Method"),
        list(methods),
        item.method_id if item.method_id in methods else None,
        key=fields.key("method"),
        save=lambda name: name and attempt(page.app.guides.use_method, page.event_id, item.id, name),
        format_func=lambda name: (
            f"{methods[name].title.said_in(page.language)} · {minutes_text(methods[name].typical_time)}"
        ),
        placeholder=page._("Choose"),
    )
