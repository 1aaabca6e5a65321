"""The agenda as a grid: a day by rooms, or all days side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.agenda import REST_KINDS, ItemKind
from facilitation.domain.finding import Severity
from facilitation.i18n.formats import clock_span_text, clock_text, day_text
from facilitation.i18n.labels import kind_label, severity_label
from facilitation.planning.agenda_grid import Grid, Placed, day_grid, minutes_of_day, room_grid
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, AgendaView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.time_grid import Block, time_grid


def rooms_view(page: EventScreen, view: AgendaView, day: int) -> None:
    """One day: rooms beside each other."""
    rooms = [room.name for room in view.agenda.rooms]
    grid = room_grid([entry for entry in view.shown if entry.day == day], rooms)
    names = [name or page._("No room") for name in grid.columns]
    if grid.columns == ("",):
        st.caption(page._("No session has a room yet; choose rooms in the sessions to see them side by side."))
    _show(page, view, grid, names, key=state.widget_key("room_grid", page.event_id, day))


def days_view(page: EventScreen, view: AgendaView) -> None:
    """All days beside each other."""
    grid = day_grid(view.shown, len(view.agenda.days))
    names = [day_text(page.event.day(int(number)), page.language) for number in grid.columns]
    _show(page, view, grid, names, key=state.widget_key("day_grid", page.event_id))


def _show(page: EventScreen, view: AgendaView, grid: Grid, names: Sequence[str], *, key: str) -> None:
    if not grid.placed:
        st.write(page._("No session fits."))
        return
    time_grid(
        names,
        [_block(page, view, placed) for placed in grid.placed],
        key=key,
        label=page._("Sessions by clock time"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=lambda item_id: state.choose(CHOSEN_ITEM, item_id),
    )


def _block(page: EventScreen, view: AgendaView, placed: Placed) -> Block:
    entry, day = placed.entry, page.event.day(placed.entry.day)
    item = entry.item
    remark, level = _remark(page, view, item.id)
    return Block(
        id=item.id,
        column=placed.column,
        lane=placed.lane,
        lanes=placed.lanes,
        start=minutes_of_day(entry.starts_at, day),
        end=minutes_of_day(entry.ends_at, day),
        clock=clock_text(entry.starts_at),
        span=clock_span_text(entry.starts_at, entry.ends_at),
        title=item.title.said_in(page.language),
        facts=" · ".join(part for part in (kind_label(item.kind, page._), item.room) if part),
        remark=remark,
        level=level,
        is_quiet=item.kind in REST_KINDS or item.kind is ItemKind.STAFF,
    )


def _remark(page: EventScreen, view: AgendaView, item_id: str) -> tuple[str, str]:
    """A word about the gravest finding of a session, and what it weighs; the side panel has the sentence."""
    found = sorted(view.findings_of(item_id), key=lambda each: list(Severity).index(each.severity))
    return (severity_label(found[0].severity, page._), found[0].severity.value) if found else ("", "")
