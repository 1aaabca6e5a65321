"""Rules of single tables: who takes over as host in which round, and the language everybody at a table speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.cafe import HostSeat
from facilitation.i18n.labels import LANGUAGE_NAMES as SPOKEN
from facilitation.i18n.labels import language_label
from facilitation.i18n.sorting import sorted_by
from facilitation.ui import state
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import many_field
from facilitation.ui.page_head import EventScreen


def _save(page: EventScreen, view: CafeView, **changes: Any) -> Any:
    return edit(page, view.cafe, replace(view.cafe, rules=replace(view.cafe.rules, **changes)))


def _key(view: CafeView, *parts: object) -> str:
    return state.widget_key("cafe_rule", view.cafe.item_id, *parts)


def host_rules(page: EventScreen, view: CafeView) -> None:
    """Hosts who hand over: who takes which table from which round on."""
    if not view.cafe.has_hosts or view.cafe.round_count < 2:
        return
    _ = page._
    left, right = st.columns(2, gap="large")
    with left:
        _host_picker(page, view)
    with right:
        seats = view.cafe.rules.round_hosts
        many_field(
            _("Hosts who take over"),
            seats,
            seats,
            key=_key(view, "round_hosts"),
            save=lambda kept: _save(page, view, round_hosts=tuple(kept or ())),
            format_func=lambda seat: _("{name} (table {table}, from round {round})").format(
                name=view.name(seat.participation_id), table=seat.table, round=seat.round
            ),
            placeholder=_("Nobody: the hosts stay in all rounds"),
        )
        st.caption(
            _(
                "Who takes over hosts the table from that round on; the host before then moves on like everybody else."
                " New hosts need new groups."
            )
        )


def _host_picker(page: EventScreen, view: CafeView) -> None:
    _, keys = page._, [_key(view, "new_host", part) for part in ("person", "round", "table")]
    who = st.selectbox(
        _("New host"),
        [part.id for part in view.everybody],
        index=None,
        format_func=view.name,
        key=keys[0],
        placeholder=_("Choose"),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = _number(_("From round"), view.cafe.round_count, key=keys[1], placeholder=_("Choose"))
        table = _number(_("At table"), view.cafe.table_count, key=keys[2], placeholder=_("Choose"))

    def add() -> None:
        seat = HostSeat(str(who), int(number or 1), int(table or 1))
        if _save(page, view, round_hosts=with_host(view.cafe.rules.round_hosts, seat)) is not None:
            for key in keys:
                state.put_widget(key, None)

    is_chosen = who is not None and number is not None and table is not None
    st.button(_("Hand the table over"), key="cafe_hand_over", disabled=not is_chosen, on_click=add)


def _number(label: str, most: int, *, key: str, placeholder: str) -> int | None:
    return st.selectbox(label, list(range(1, most + 1)), index=None, key=key, placeholder=placeholder)


def with_host(seats: Sequence[HostSeat], new: HostSeat) -> tuple[HostSeat, ...]:
    """The hosts with one more; who was named for the same table and round makes room."""
    kept = [seat for seat in seats if (seat.round, seat.table) != (new.round, new.table)]
    return tuple(sorted((*kept, new), key=lambda seat: (seat.round, seat.table)))


def language_rules(page: EventScreen, view: CafeView) -> None:
    """The language of a table, where it is not free; offered where tables share a language at all."""
    rules, _ = view.cafe.rules, page._
    if not rules.has_one_language_per_table:
        return
    language_key, tables_key = _key(view, "new_language"), _key(view, "language_tables")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            _("Language of a table"),
            sorted_by(_codes(view), lambda code: language_label(code, _), page.language),
            index=None,
            format_func=lambda code: language_label(code, _),
            key=language_key,
            placeholder=_("Choose"),
        )
        tables = st.multiselect(
            _("At these tables"), list(range(1, view.cafe.table_count + 1)), key=tables_key, placeholder=_("Choose")
        )

    def fix() -> None:
        fixed = with_languages(rules.table_languages, tables, str(code), count=view.cafe.table_count)
        if _save(page, view, table_languages=fixed) is not None:
            state.put_widget(language_key, None)
            state.put_widget(tables_key, [])

    st.button(_("Fix the language"), key="cafe_fix_language", disabled=not (code and tables), on_click=fix)
    _fixed(page, view)


def _codes(view: CafeView) -> list[str]:
    """Languages there are names for, and those people of the list speak."""
    return list({**SPOKEN, **{code: "" for part in view.everybody for code in part.person.languages}})


def with_languages(fixed: Sequence[str], tables: Sequence[int], code: str, *, count: int) -> tuple[str, ...]:
    """The languages of all tables with those of some (from 1) set; "" frees them."""
    spoken = [*fixed, *[""] * count][:count]
    for table in tables:
        spoken[table - 1] = code
    return tuple(spoken) if any(spoken) else ()


def _fixed(page: EventScreen, view: CafeView) -> None:
    _, spoken = page._, view.cafe.rules.table_languages
    tables = [number for number, code in enumerate(spoken, start=1) if code]

    def keep(kept: list[int] | None) -> None:
        gone = [table for table in tables if table not in (kept or ())]
        _save(page, view, table_languages=with_languages(spoken, gone, "", count=len(spoken)))

    many_field(
        _("Fixed languages (the other tables share whichever fits)"),
        tables,
        tables,
        key=_key(view, "table_languages"),
        save=keep,
        format_func=lambda number: _("Table {number}: {language}").format(
            number=number, language=language_label(spoken[number - 1], _)
        ),
        placeholder=_("None"),
    )
