"""What can be done with several selected sessions of a day, as a bar at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Audience
from facilitation.i18n.labels import audience_label
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, PICKED_ITEMS, AgendaView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

SHIFT_BY, TO_DAY, MARK = "shift_items_by", "items_to_day", "mark_items"
OPTIONAL, NEEDED = "optional", "needed"


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected sessions of the day in view."""

    page: EventScreen
    view: AgendaView
    day: int

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return self.view.picked_of_day(self.day)

    def call(self, verb: Callable[..., Any], **facts: Any) -> Any:
        """Let a service do something with them."""
        return attempt(verb, self.page.event_id, self.ids, **facts)


def select_all(view: AgendaView, day: int) -> None:
    """Select every session of the day (inside callbacks)."""
    state.pick(PICKED_ITEMS, [timed.item.id for timed in view.of_day(day)])


def selection_bar(page: EventScreen, view: AgendaView, day: int) -> None:
    """How many are selected and what to do with them; nothing where none is."""
    chosen, _ = Selection(page, view, day), page._
    count = len(chosen.ids)
    if not count:
        return
    # At the foot of the screen: above the list it would push the rows away from under the pointer.
    with st.bottom.container(horizontal=True, vertical_alignment="center", key="selection"):
        text = _.plural("{count} selected", "{count} selected", count).format(count=count)
        st.markdown(f"**{text}**", width="content")
        _shift_field(chosen)
        _to_day(chosen)
        _mark_as(chosen)
        st.button(_("Remove"), key="remove_items", icon=":material/delete:", on_click=_remove, args=(chosen,))
        if count < len(view.of_day(day)):
            st.button(_("All"), key="select_all", type="tertiary", on_click=select_all, args=(view, day))
        st.button(_("None"), key="unselect", type="tertiary", on_click=state.pick, args=(PICKED_ITEMS, ()))


def _shift_field(chosen: Selection) -> None:
    """No popover: at the foot of the screen there is no room below it."""
    _ = chosen.page._
    label = _("Minutes later (below zero: earlier)")
    st.number_input(label, -720, 720, 15, step=5, key=SHIFT_BY, label_visibility="collapsed", width=130)
    st.button(
        _("Shift"),
        key="shift_items",
        icon=":material/schedule:",
        help=_(
            "Later, or below zero earlier. Pinned and earliest starts move along. Before the first session without one"
            " a gap opens; the first of the day moves the start of the day."
        ),
        on_click=lambda: chosen.call(
            chosen.page.app.agenda_batches.shift, minutes=int(state.widget_value(SHIFT_BY) or 0)
        ),
    )


def _to_day(chosen: Selection) -> None:
    _, days = chosen.page._, range(1, len(chosen.view.agenda.days) + 1)
    others = [number for number in days if number != chosen.day]
    if others:
        st.menu_button(
            _("To another day"),
            others,
            key=TO_DAY,
            format_func=lambda number: _("To day {number}").format(number=number),
            on_click=lambda: chosen.call(
                chosen.page.app.agenda_batches.place,
                day=int(state.widget_value(TO_DAY)),
                done=_("Sessions moved to day {number}.").format(number=state.widget_value(TO_DAY)),
            ),
        )


def _mark_as(chosen: Selection) -> None:
    _, batches = chosen.page._, chosen.page.app.agenda_batches
    words = {
        OPTIONAL: _("May be dropped when time is lost"),
        NEEDED: _("Must take place"),
        **{
            audience.value: _("Read by: {audience}").format(audience=audience_label(audience, _))
            for audience in Audience
        },
    }

    def mark() -> None:
        wanted = str(state.widget_value(MARK))
        if wanted in (OPTIONAL, NEEDED):
            chosen.call(batches.set_optional, is_optional=wanted == OPTIONAL, done=_("Saved."))
        else:
            chosen.call(batches.set_audience, audience=Audience(wanted), done=_("Saved."))

    st.menu_button(_("Mark as"), list(words), key=MARK, format_func=lambda name: words[name], on_click=mark)


def _remove(chosen: Selection) -> None:
    count, _ = len(chosen.ids), chosen.page._
    done = _.plural("{count} session removed.", "{count} sessions removed.", count).format(count=count)
    if chosen.call(chosen.page.app.agenda_batches.remove, done=done) is not None:
        state.forget(CHOSEN_ITEM)
        state.pick(PICKED_ITEMS, ())
