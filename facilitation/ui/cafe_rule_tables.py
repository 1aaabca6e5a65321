"""Rules that speak of tables: sizes, languages, observers, themes, and what the mix is balanced by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.cafe import BalancedColumn, CafeColumn, ThemeVisit
from facilitation.i18n.labels import cafe_column_label
from facilitation.ui import state
from facilitation.ui.cafe_rule_hosts import language_rules
from facilitation.ui.cafe_rule_sizes import size_rules
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import many_field, number_field, text_field, tick_field
from facilitation.ui.page_head import EventScreen

MOST_WEIGHT = 10


def _save(page: EventScreen, view: CafeView, **changes: Any) -> Any:
    return edit(page, view.cafe, replace(view.cafe, rules=replace(view.cafe.rules, **changes)))


def _key(view: CafeView, *parts: object) -> str:
    return state.widget_key("cafe_rule", view.cafe.item_id, *parts)


def table_rules(page: EventScreen, view: CafeView) -> None:
    """How large the tables are, who sits where by language, and observers."""
    _, rules = page._, view.cafe.rules
    left, right = st.columns(2, gap="large")
    with left:
        size_rules(page, view)
    with right:
        tick_field(
            _("Everybody at a table shares a language"),
            rules.has_one_language_per_table,
            key=_key(view, "language"),
            save=lambda on: _save(page, view, has_one_language_per_table=bool(on)),
        )
        language_rules(page, view)
        tick_field(
            _("Observers are spread over the tables"),
            rules.has_spread_observers,
            key=_key(view, "observers"),
            save=lambda on: _save(page, view, has_spread_observers=bool(on)),
        )


def theme_rules(page: EventScreen, view: CafeView) -> None:
    """A theme per table, and who must or may visit which."""
    _, rules = page._, view.cafe.rules
    left, right = st.columns(2, gap="large")
    with left:
        text_field(
            _("Themes of the tables, one per line in the order of the tables"),
            "\n".join(rules.themes),
            key=_key(view, "themes"),
            save=lambda typed: _save(page, view, themes=tuple(line.strip() for line in (typed or "").splitlines())),
            rows=3,
        )
        tick_field(
            _("Nobody visits a theme twice"),
            rules.has_no_theme_twice,
            key=_key(view, "no_theme_twice"),
            save=lambda on: _save(page, view, has_no_theme_twice=bool(on)),
        )
    if any(rules.themes):
        with right:
            _visit_picker(page, view)
            _visits(page, view, _("Must visit"), "must_visit")
            _visits(page, view, _("Sit only at chosen themes"), "may_visit")


def _visit_picker(page: EventScreen, view: CafeView) -> None:
    _ = page._
    who = st.multiselect(
        _("People and their themes"),
        [part.id for part in view.everybody],
        key=_key(view, "visitors"),
        format_func=view.name,
        placeholder=_("Choose"),
    )
    themes = st.multiselect(
        _("Themes"),
        list(dict.fromkeys(theme for theme in view.cafe.rules.themes if theme)),
        key=_key(view, "visited"),
        placeholder=_("Choose"),
    )
    with st.container(horizontal=True):
        for name, label in (("must_visit", _("Must visit these")), ("may_visit", _("Only these"))):
            visits = tuple(ThemeVisit(person, theme) for person in who for theme in themes)
            st.button(
                label,
                key=_key(view, "add", name),
                disabled=not visits,
                on_click=_add_visits,
                args=(page, view, name, visits),
            )


def _add_visits(page: EventScreen, view: CafeView, name: str, visits: tuple[ThemeVisit, ...]) -> None:
    known: tuple[ThemeVisit, ...] = getattr(view.cafe.rules, name)
    if _save(page, view, **{name: tuple(dict.fromkeys((*known, *visits)))}) is not None:
        state.put_widget(_key(view, "visitors"), [])
        state.put_widget(_key(view, "visited"), [])


def _visits(page: EventScreen, view: CafeView, label: str, name: str) -> None:
    visits: tuple[ThemeVisit, ...] = getattr(view.cafe.rules, name)
    many_field(
        label,
        visits,
        visits,
        key=_key(view, name),
        save=lambda kept: _save(page, view, **{name: tuple(kept or ())}),
        format_func=lambda visit: f"{view.name(visit.participation_id)} – {visit.theme}",
        placeholder=page._("Nobody"),
    )


def balance_rules(page: EventScreen, view: CafeView) -> None:
    """What the tables are balanced by, the most important first, and how much each counts."""
    _, balance = page._, view.cafe.rules.balance
    weights = {each.column: each.weight for each in balance}

    def save(columns: list[CafeColumn] | None) -> None:
        chosen = tuple(BalancedColumn(column, weights.get(column, 1.0)) for column in columns or ())
        _save(page, view, balance=chosen)

    left, right = st.columns(2, gap="large")
    with left:
        many_field(
            _("Tables are mixed by (the most important first)"),
            [*CafeColumn],
            list(weights),
            key=_key(view, "balance"),
            save=save,
            format_func=lambda column: cafe_column_label(column, _),
            placeholder=_("Choose"),
        )
    with right, st.container(horizontal=True):
        for each in balance:
            _weight(page, view, each)


def _weight(page: EventScreen, view: CafeView, each: BalancedColumn) -> None:
    def save(value: int | None) -> None:
        changed = tuple(
            replace(other, weight=float(value or 0)) if other.column is each.column else other
            for other in view.cafe.rules.balance
        )
        _save(page, view, balance=changed)

    number_field(
        page._("Weight: {column}").format(column=cafe_column_label(each.column, page._)),
        int(each.weight),
        key=_key(view, "weight", each.column),
        save=save,
        most=MOST_WEIGHT,
    )
