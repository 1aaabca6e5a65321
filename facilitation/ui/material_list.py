"""What the whole event needs to bring: added up, by day and room, what is carried in between, and as tasks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, number_text
from facilitation.i18n.labels import material_per_label
from facilitation.i18n.material_words import use_label
from facilitation.planning.material_moves import MaterialMove, material_moves
from facilitation.planning.materials import MaterialNeed, MaterialUse, material_needs
from facilitation.services.material_lists import MOST_PERCENT
from facilitation.ui import state
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.fields import number_field
from facilitation.ui.guide_view import GuideView
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

MOST_NAMES = 2
"""So many sessions are named in the totals."""
RESERVE_WIDTH = 180


def totals_view(page: EventScreen, view: GuideView) -> None:
    """All materials of the event: how many of each, where and when."""
    _ = page._
    percent = page.app.material_lists.percent(page.event_id)
    needs = material_needs(view.record, percent / 100)
    if not needs:
        st.write(_("No materials have been written down yet."))
        return
    _head(page, percent)
    shapes = {"sums": _("All together"), "places": _("By day and room"), "moves": _("From room to room")}
    shape = switch(_("View"), shapes, key="material_shape", keeps=True)
    {"sums": _sums, "places": _places, "moves": _moves}[shape](page, view, needs)
    paper_buttons(page, "materials.docx")


def _head(page: EventScreen, percent: int) -> None:
    """The reserve, and the tasks that bring it all to the event."""
    _, lists = page._, page.app.material_lists
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=RESERVE_WIDTH):
            number_field(
                _("Reserve in percent"),
                percent,
                key=state.widget_key("reserve", page.event_id),
                save=lambda typed: attempt(lists.keep_percent, page.event_id, int(typed or 0)),
                most=MOST_PERCENT,
                help=_("On top of what is used up. What serves again has none."),
            )
        st.button(
            _("Make tasks of it"),
            key="material_tasks",
            icon=":material/checklist:",
            help=_(
                "One task each to buy, print and bring, with every thing as a point. Pressed again, they are renewed."
            ),
            on_click=_make_tasks,
            args=(page,),
        )


def _make_tasks(page: EventScreen) -> None:
    _ = page._
    made = attempt(page.app.material_lists.make_tasks, page.event_id, page.language)
    if made is None:
        return
    if not made.added and not made.changed:
        state.say("done", _("The checklist has all of it already."))
        return
    sentence = _("In the checklist: {added} tasks made, {changed} renewed. Undo is on the checklist.")
    state.say("done", sentence.format(added=len(made.added), changed=len(made.changed)))


def _sums(page: EventScreen, _view: GuideView, needs: Sequence[MaterialNeed]) -> None:
    _ = page._
    st.write(_("What is used up is added over all sessions. What serves again is counted where most is used at once."))
    st.table(
        pd.DataFrame([_sum_row(page, need) for need in needs]),
        hide_index=True,
        border="horizontal",
        alt=_("Materials for the whole event"),
    )


def _sum_row(page: EventScreen, need: MaterialNeed) -> dict[str, str]:
    _, language = page._, page.language
    reserve = _("{count} in reserve").format(count=number_text(need.reserve, language)) if need.reserve else ""
    return {
        _("Material"): plain(need.name.said_in(language)),
        _("Quantity"): " · ".join(part for part in (f"**{number_text(need.quantity, language)}**", reserve) if part),
        _("Use"): use_label(need.is_used_up, _),
        _("Counted"): ", ".join(material_per_label(per, _) for per in need.per),
        _("Where and when"): _where(page, need.uses),
    }


def _where(page: EventScreen, uses: Sequence[MaterialUse]) -> str:
    """The first uses with day, time and room, the others by number."""
    shown = plain("; ".join(_use_text(page, use) for use in uses[:MOST_NAMES]))
    more = len(uses) - MOST_NAMES
    if more <= 0:
        return shown
    return page._.plural("{names} and {count} more session", "{names} and {count} more sessions", more).format(
        names=shown, count=more
    )


def _use_text(page: EventScreen, use: MaterialUse) -> str:
    """ "Day 1, 09:00–10:30, Hall A: 12"."""
    day = [page._("Day {number}").format(number=use.day)] if page.event.day_count > 1 else []
    place = ", ".join([*day, clock_span_text(use.starts_at, use.ends_at), *([use.room] if use.room else [])])
    return f"{place}: {number_text(use.quantity, page.language)}"


def _places(page: EventScreen, view: GuideView, needs: Sequence[MaterialNeed]) -> None:
    """A table for each room of each day, in the order of the sessions."""
    _ = page._
    titles = {entry.item.id: entry.item.title.said_in(page.language) for entry in view.timed}
    used = sorted(
        ((use, need) for need in needs for use in need.uses),
        key=lambda entry: (entry[0].day, entry[0].room, entry[0].starts_at, entry[0].item_id),
    )
    for (day, room), entries in groupby(used, key=lambda entry: (entry[0].day, entry[0].room)):
        heading = ", ".join((_("Day {number}").format(number=day), room or _("Room not named yet")))
        st.subheader(plain(heading), anchor=False)
        rows = [
            {
                _("Time"): clock_span_text(use.starts_at, use.ends_at),
                _("Session"): plain(titles.get(use.item_id, "")),
                _("Material"): plain(need.name.said_in(page.language)),
                _("Quantity"): f"**{number_text(use.quantity, page.language)}**",
            }
            for use, need in entries
        ]
        st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=heading)


def _moves(page: EventScreen, _view: GuideView, needs: Sequence[MaterialNeed]) -> None:
    _, moves = page._, material_moves(needs)
    if not moves:
        st.write(_("Nothing has to be carried from room to room."))
        st.caption(_("Only moves between rooms that have a name are listed. Rooms are named in the agenda."))
        return
    st.write(_("So that no more pieces are needed than are used at once:"))
    rows = [_move_row(page, move) for move in moves]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=_("What is carried from room to room"))


def _move_row(page: EventScreen, move: MaterialMove) -> dict[str, str]:
    _, language = page._, page.language
    is_overnight = move.free_at.date() != move.needed_at.date()
    day = [_("Day {number}").format(number=move.day)] if page.event.day_count > 1 else []
    return {
        _("Needed"): ", ".join((*day, clock_text(move.needed_at))),
        _("Material"): plain(f"{number_text(move.quantity, language)} × {move.name.said_in(language)}"),
        _("From"): plain(move.from_room),
        _("To"): plain(move.to_room),
        _("Time for it"): _("overnight") if is_overnight else minutes_text(move.needed_at - move.free_at),
    }
