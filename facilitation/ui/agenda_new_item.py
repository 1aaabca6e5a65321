"""Adding a session: three facts, everything else follows in the side panel."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.agenda import ItemKind
from facilitation.domain.text import typed
from facilitation.i18n.labels import kind_label
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, AgendaView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

FORM = "add_item"


def add_item_button(page: EventScreen, view: AgendaView) -> None:
    """The button with its small form."""
    _ = page._
    with page.buttons.popover(_("Add a session"), type="primary", icon=":material/add:", key=FORM, on_change="rerun"):
        st.text_input(_("Title"), key="new_item_title")
        st.selectbox(
            _("Kind"),
            list(ItemKind),
            index=list(ItemKind).index(ItemKind.PLENARY),
            format_func=lambda kind: kind_label(kind, _),
            key="new_item_kind",
            placeholder=_("Choose"),
        )
        st.number_input(_("Minutes"), 1, 1440, 30, key="new_item_minutes")
        st.button(_("Add"), type="primary", key="new_item_save", on_click=_add, args=(page, view))
        st.caption(_("It goes after the open session, or to the end of the day."))


def _add(page: EventScreen, view: AgendaView) -> None:
    day = int(state.widget_value(state.widget_key("agenda_day", page.event_id)) or 1)
    after = view.chosen.id if view.chosen and any(t.item.id == view.chosen.id for t in view.of_day(day)) else ""
    item = attempt(
        page.app.agendas.add_item,
        page.event_id,
        day=day,
        kind=state.widget_value("new_item_kind"),
        title=typed(str(state.widget_value("new_item_title") or "").strip(), page.language),
        minutes=int(state.widget_value("new_item_minutes") or 0),
        after_id=after,
        done=page._("Session added."),
    )
    if item is not None:
        state.clear_widget("new_item_title", "")
        state.put_widget(FORM, False)
        state.choose(CHOSEN_ITEM, item.id)
