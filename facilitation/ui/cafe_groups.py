"""The groups: figures in words, tables of a round, and who sits where."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.domain.cafe import Seating
from facilitation.i18n.formats import number_text, share_text
from facilitation.ui import state
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch


def groups_screen(page: EventScreen, view: CafeView) -> None:
    """Figures and groups of the seating, if there is one."""
    _, seating = page._, view.cafe.seating
    if seating is None:
        st.write(_("No groups yet. Check the questions and tables, then make the groups."))
        return
    _figures(page, view, seating)
    shapes = {"tables": _("Tables"), "people": _("People")}
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        place = st.container(width="content")
        shape = switch(_("View"), shapes, key="cafe_shape")
    if shape == "people":
        _people(page, view, seating)
    else:
        with place:
            number = _round(page, view, seating)
        _tables(page, view, seating, number)


def _round(page: EventScreen, view: CafeView, seating: Seating) -> int:
    names = {number: page._("Round {number}").format(number=number) for number in range(1, len(seating.rounds) + 1)}
    return switch(page._("Round"), names, key=state.widget_key("cafe_round", view.cafe.item_id))


def _figures(page: EventScreen, view: CafeView, seating: Seating) -> None:
    _, language = page._, page.language
    share = seating.unique_meetings / seating.possible_meetings if seating.possible_meetings else 1.0
    st.write(
        _("**{unique}** different meetings of {possible} possible ({share}); **{repeats}** repeated.").format(
            unique=number_text(seating.unique_meetings, language),
            possible=number_text(seating.possible_meetings, language),
            share=share_text(share, language),
            repeats=number_text(seating.repeated_meetings, language),
        )
    )
    sentence = _("Tables differ from the mix of the room by {mix} (0 % = no difference). Seed {seed}.")
    st.write(sentence.format(mix=share_text(seating.sector_balance, language), seed=seating.seed))
    seated = {person for entry in seating.rounds for table in entry.tables for person in table}
    missing = [part for part in view.people if part.id not in seated]
    if missing:
        st.warning(
            _.plural(
                "{count} person on the list has no seat yet. Make the groups anew.",
                "{count} people on the list have no seat yet. Make the groups anew.",
                len(missing),
            ).format(count=len(missing)),
            icon=":material/warning:",
        )


def _tables(page: EventScreen, view: CafeView, seating: Seating, number: int) -> None:
    _, place = page._, number - 1
    if place < len(view.cafe.questions):
        st.markdown(f"**{plain(view.cafe.questions[place].said_in(page.language))}**")
    grid = st.grid("auto", min_column_width=260, border=True)
    for table_number, table in enumerate(seating.rounds[place].tables, start=1):
        with grid.cell():
            head = "**" + _("Table {number}").format(number=table_number) + "**"
            st.markdown("\n".join((head, *(f"- {_seat(page, view, seating, person)}" for person in table))))


def _seat(page: EventScreen, view: CafeView, seating: Seating, person: str) -> str:
    host = " :gray[" + page._("host") + "]" if person in seating.hosts else ""
    return plain(view.name(person)) + host


def _people(page: EventScreen, view: CafeView, seating: Seating) -> None:
    _ = page._
    places: dict[str, list[int | None]] = {}
    for round_number, entry in enumerate(seating.rounds):
        for table_number, table in enumerate(entry.tables, start=1):
            for person in table:
                places.setdefault(person, [None] * len(seating.rounds))[round_number] = table_number
    rows = [
        {
            _("Name"): view.name(person),
            **{_("Round {number}").format(number=n): table for n, table in enumerate(tables, start=1)},
        }
        for person, tables in places.items()
    ]
    data = pd.DataFrame(rows).sort_values(_("Name"))
    st.dataframe(data, hide_index=True, height=520, alt=_("For every person the table of each round"))
