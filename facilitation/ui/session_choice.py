"""Choosing one session of the event: by name, or one before and one after."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.i18n.formats import clock_text
from facilitation.planning.agenda_timing import TimedItem
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen


def chosen_session(timed: Sequence[TimedItem], what: str, default: str) -> TimedItem | None:
    """The session chosen on this screen, else the one with the id ``default``, else the first one."""
    by_id = {entry.item.id: entry for entry in timed}
    return by_id.get(state.chosen(what)) or by_id.get(default) or next(iter(timed), None)


def session_choice(page: EventScreen, timed: Sequence[TimedItem], chosen: TimedItem, *, what: str) -> None:
    """The name of the session in a list of all, with an arrow to either side; ``what`` is the name of the choice."""
    _ = page._
    ids = [entry.item.id for entry in timed]
    names = {entry.item.id: _name(page, entry, timed) for entry in timed}
    place = ids.index(chosen.item.id)
    key = state.synced(state.widget_key(what, page.event_id), chosen.item.id)
    with st.container(horizontal=True, wrap=False, vertical_alignment="bottom", gap="small"):
        _step(_("Session before"), "arrow_back", ids[place - 1] if place else "", what)
        st.selectbox(
            _("Session"),
            ids,
            key=key,
            format_func=lambda item_id: names.get(item_id, item_id),
            on_change=lambda: state.choose(what, str(state.widget_value(key) or "")),
            label_visibility="collapsed",
        )
        _step(_("Session after"), "arrow_forward", ids[place + 1] if place + 1 < len(ids) else "", what)


def _step(words: str, icon: str, item_id: str, what: str) -> None:
    st.button(
        "",
        key=state.widget_key(what, icon),
        icon=f":material/{icon}:",
        help=words,
        disabled=not item_id,
        on_click=state.choose,
        args=(what, item_id),
    )


def _name(page: EventScreen, entry: TimedItem, timed: Sequence[TimedItem]) -> str:
    title = f"{clock_text(entry.starts_at)} · {entry.item.title.said_in(page.language)}"
    if all(other.day == 1 for other in timed):
        return title
    return page._("Day {number} · {title}").format(number=entry.day, title=title)
