"""The display in the hall: the round of the clock, or a chosen one, with every name and its table."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.services.halls import HallBoard, cafe_items
from facilitation.ui import state
from facilitation.ui.hall_board import hall_board
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen, event_page
from facilitation.ui.screen import screen
from facilitation.ui.switches import switch

BY_CLOCK = 0
LOOKS_AGAIN = 3.0
"""Seconds until a change of the groups, or the next round, stands on the display."""
PAGE_SECONDS = (5, 10, 15, 20, 30)


def hall_screen() -> None:
    """The whole screen; in a frame of its own (``?embed=true``) nothing but the board."""
    found = screen()
    if st.context.is_embedded and found.event:
        st.set_page_config(initial_sidebar_state="collapsed")
        _board(EventScreen(found.app, found._, found.event, st.container()), "", BY_CLOCK, 10)
        return
    page = event_page(found._("In the hall"), found)
    board = page.app.halls.board(page.event_id)
    if board is None:
        _no_cafe(page)
        return
    with page.buttons:
        item_id = _cafe(page, board.item_id)
        shown = page.app.halls.board(page.event_id, item_id) or board
        number = _round(page, shown)
        seconds = _seconds(page)
    _board(page, item_id, number, seconds)


@st.fragment(run_every=LOOKS_AGAIN)
def _board(page: EventScreen, item_id: str, number: int, seconds: int) -> None:
    _, board = page._, page.app.halls.board(page.event_id, item_id, number)
    if board is None or board.shown is None:
        st.write(_("The groups are not made yet. They stand here as soon as they are."))
        return
    name = _("Round {number}").format(number=board.shown.number)
    hall_board(
        sorted_by(board.seats, lambda seat: seat[0], page.language),
        key="hall_board",
        title=f"{name} · {clock_span_text(board.shown.starts_at, board.shown.ends_at)}",
        question=board.question.said_in(page.language),
        words=_words(_),
        seconds=seconds,
    )


def _words(_: Translator) -> Mapping[str, str]:
    """What the board says itself."""
    return {
        "table": _("Table"),
        "page": _("page {page} of {pages}"),
        "back": _("Previous page"),
        "next": _("Next page"),
        "pause": _("Stop turning pages"),
        "go_on": _("Turn pages"),
    }


def _cafe(page: EventScreen, by_clock: str) -> str:
    """Which café, where the agenda has several."""
    items = {entry.item.id: entry.item.title for entry in cafe_items(page.app.agendas.plan(page.event_id))}
    if len(items) < 2:
        return by_clock
    return st.selectbox(
        page._("Café"),
        list(items),
        index=list(items).index(by_clock),
        key=state.widget_key("hall_cafe", page.event_id),
        format_func=lambda item_id: items[item_id].said_in(page.language),
        placeholder=page._("Choose"),
    )


def _round(page: EventScreen, board: HallBoard) -> int:
    _ = page._
    names = {BY_CLOCK: _("By the clock")}
    names |= {entry.number: str(entry.number) for entry in board.rounds}
    return switch(_("Round"), names, key=state.widget_key("hall_round", board.item_id))


def _seconds(page: EventScreen) -> int:
    _ = page._
    return int(
        st.selectbox(
            _("Each page stays"),
            PAGE_SECONDS,
            index=1,
            key="hall_seconds",
            format_func=lambda seconds: _("{seconds} seconds").format(seconds=seconds),
            placeholder=_("Choose"),
            width=150,
        )
    )


def _no_cafe(page: EventScreen) -> None:
    _ = page._
    st.write(_("The agenda of this event has no world café. Add a session of that kind first."))
    if st.button(_("Open the agenda"), type="primary", key="hall_to_agenda"):
        go_to("agenda")
