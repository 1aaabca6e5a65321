"""How many seats the tables have: for all rounds, and for each round that differs."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.i18n.cafe_words import tables_text
from facilitation.i18n.formats import number_text
from facilitation.planning.cafe_sizes import round_sizes_of, sizes_of, with_round_sizes
from facilitation.ui import state
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import text_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def size_rules(page: EventScreen, view: CafeView) -> None:
    """Seats, the fewest people, and the rounds whose tables differ."""
    _ = page._
    _sizes(page, view, _("Seats of each table, such as 10,10,9 (empty = as even as possible)"), "table_sizes")
    _sizes(page, view, _("Fewest people at each table, such as 4,4,3 (empty = 2)"), "least_sizes")
    if view.cafe.round_count > 1:
        _rounds(page, view)


def _key(view: CafeView, *parts: object) -> str:
    return state.widget_key("cafe_rule", view.cafe.item_id, *parts)


def _sizes(page: EventScreen, view: CafeView, label: str, name: str) -> None:
    stored: tuple[int, ...] = getattr(view.cafe.rules, name)

    def save(typed: str | None) -> None:
        sizes = attempt(sizes_of, typed or "")
        if sizes is None:
            return
        rules = replace(view.cafe.rules, **{name: sizes})
        longest = max(map(len, (sizes, *rules.round_sizes)))
        tables = longest if name == "table_sizes" and sizes else view.cafe.table_count
        edit(page, view.cafe, replace(view.cafe, rules=rules, table_count=tables))

    text_field(label, ",".join(map(str, stored)), key=_key(view, name), save=save)


def _rounds(page: EventScreen, view: CafeView) -> None:
    """A line of sizes per round, and below them in words what they come to."""
    _ = page._
    st.caption(
        _(
            "Where a round differs, write the seats of its tables; empty = as above."
            " 0 = the table is not there in this round, and so are those left out at the end."
        )
    )
    with st.container(horizontal=True):
        for number in range(1, view.cafe.round_count + 1):
            _round(page, view, number)
    if told := [_said(page, view, number) for number in range(1, view.cafe.round_count + 1) if _typed(view, number)]:
        st.caption("  \n".join(told))


def _typed(view: CafeView, number: int) -> tuple[int, ...]:
    lines = view.cafe.rules.round_sizes
    return lines[number - 1] if number <= len(lines) else ()


def _round(page: EventScreen, view: CafeView, number: int) -> None:
    def save(typed: str | None) -> None:
        sizes = attempt(round_sizes_of, typed or "", number)
        if sizes is not None:
            edit(page, view.cafe, with_round_sizes(view.cafe, number, sizes))

    text_field(
        page._("Seats in round {number}").format(number=number),
        ",".join(map(str, _typed(view, number))),
        key=_key(view, "round_sizes", number),
        save=save,
        placeholder=page._("As above"),
        width=160,
    )


def _said(page: EventScreen, view: CafeView, number: int) -> str:
    """ "Round 2: 2 tables of 10 and 1 table of 9. Seats: 29, people: 28."."""
    _, sizes = page._, _typed(view, number)
    away = {absence.participation_id for absence in view.cafe.rules.absences if absence.round == number}
    return _("Round {number}: {tables}. Seats: {seats}, people: {people}.").format(
        number=number,
        tables=tables_text(sizes, _),
        seats=number_text(sum(sizes), page.language),
        people=number_text(sum(part.id not in away for part in view.people), page.language),
    )
