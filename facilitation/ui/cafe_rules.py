"""The rules of a café: typed by picking people, or imported from a file; saved on change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import streamlit as st

from facilitation.domain.cafe import CafeColumn, CafeRules, PersonPair, RoundAbsence
from facilitation.i18n.formats import number_text
from facilitation.i18n.labels import cafe_column_label, error_sentence
from facilitation.ui import state
from facilitation.ui.cafe_rule_hosts import host_rules
from facilitation.ui.cafe_rule_import import rule_import
from facilitation.ui.cafe_rule_tables import balance_rules, table_rules, theme_rules
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import many_field
from facilitation.ui.page_head import EventScreen

Change = Callable[[CafeRules], CafeRules]


def rules_form(page: EventScreen, view: CafeView) -> None:
    """All rules, folded in. The head stays the same whatever is given: with another one the browser would fold it."""
    if not view.people:
        return
    _ = page._
    with st.expander(_("Rules"), key=state.widget_key("cafe_rules", view.cafe.item_id), on_change="rerun") as part:
        if part.open:
            st.caption(_rules_given(page, view))
            _people_rules(page, view)
            table_rules(page, view)
            host_rules(page, view)
            theme_rules(page, view)
            balance_rules(page, view)
            rule_import(page, view)


def _rules_given(page: EventScreen, view: CafeView) -> str:
    """ "Rules given: 3"."""
    count = number_text(rule_count(view.cafe.rules), page.language)
    return page._("Rules given: {count}. They hold in every plan made from now on.").format(count=count)


def rule_count(rules: CafeRules) -> int:
    """How many rules were given."""
    lists: tuple[tuple[Any, ...], ...] = (
        rules.apart,
        rules.together,
        rules.apart_by,
        rules.absences,
        rules.not_hosting_ids,
        rules.round_hosts,
        rules.must_visit,
        rules.may_visit,
    )
    switches = (
        rules.has_spread_observers,
        rules.has_one_language_per_table,
        rules.has_no_theme_twice,
        bool(rules.table_sizes),
        bool(rules.least_sizes),
        any(rules.round_sizes),
        any(rules.table_languages),
    )
    return sum(map(len, lists)) + sum(switches)


def save_rules(page: EventScreen, view: CafeView, **changes: Any) -> Any:
    """Save some rules; the others stay."""
    return edit(page, view.cafe, replace(view.cafe, rules=replace(view.cafe.rules, **changes)))


def _people_rules(page: EventScreen, view: CafeView) -> None:
    _, rules, item = page._, view.cafe.rules, view.cafe.item_id
    left, right = st.columns(2, gap="large")
    with left:
        _picker(page, view)
        _pairs(page, view, _("Kept apart in every round"), "apart", rules.apart)
        _pairs(page, view, _("Kept together in every round"), "together", rules.together)
    with right:
        _absence_picker(page, view)
        many_field(
            _("Away"),
            rules.absences,
            rules.absences,
            key=state.widget_key("cafe_absences", item),
            save=lambda kept: save_rules(page, view, absences=tuple(kept or ())),
            format_func=lambda away: _("{name} (round {number})").format(
                name=view.name(away.participation_id), number=away.round
            ),
            placeholder=_("Nobody"),
        )
        many_field(
            _("Never two at one table with the same"),
            [*CafeColumn],
            rules.apart_by,
            key=state.widget_key("cafe_apart_by", item),
            save=lambda columns: save_rules(page, view, apart_by=tuple(columns or ())),
            format_func=lambda column: cafe_column_label(column, _),
            placeholder=_("Choose"),
        )
        many_field(
            _("Must not host"),
            [part.id for part in view.everybody],
            rules.not_hosting_ids,
            key=state.widget_key("cafe_not_hosting", item),
            save=lambda ids: save_rules(page, view, not_hosting_ids=tuple(ids or ())),
            format_func=view.name,
            placeholder=_("Choose"),
        )


def _picker(page: EventScreen, view: CafeView) -> None:
    """Several people chosen, then kept apart or together."""
    _, key = page._, state.widget_key("cafe_rule_people", view.cafe.item_id)
    chosen = st.multiselect(
        _("People of a new rule"),
        [part.id for part in view.everybody],
        key=key,
        format_func=view.name,
        placeholder=_("Choose two or more"),
    )
    with st.container(horizontal=True):
        for name, label in (("apart", _("Keep apart")), ("together", _("Keep together"))):
            st.button(
                label,
                key=state.widget_key("cafe_keep", name),
                disabled=len(chosen) < 2,
                on_click=_add_pairs,
                args=(page, view, name, key),
            )


def _add_pairs(page: EventScreen, view: CafeView, name: str, key: str) -> None:
    chosen = list(state.widget_value(key) or ())
    known: tuple[PersonPair, ...] = getattr(view.cafe.rules, name)
    seen = {frozenset((pair.one_id, pair.other_id)) for pair in known}
    new = [PersonPair(*pair) for pair in _wanted(name, chosen) if frozenset(pair) not in seen]
    if save_rules(page, view, **{name: (*known, *new)}) is not None:
        state.put_widget(key, [])


def _wanted(name: str, chosen: list[str]) -> Iterable[tuple[str, str]]:
    """Apart: every two of them; together: a chain, which makes one group."""
    return combinations(chosen, 2) if name == "apart" else pairwise(chosen)


def _pairs(page: EventScreen, view: CafeView, label: str, name: str, pairs: tuple[PersonPair, ...]) -> None:
    many_field(
        label,
        pairs,
        pairs,
        key=state.widget_key("cafe_pairs", name, view.cafe.item_id),
        save=lambda kept: save_rules(page, view, **{name: tuple(kept or ())}),
        format_func=lambda pair: f"{view.name(pair.one_id)} – {view.name(pair.other_id)}",
        placeholder=page._("Nobody"),
    )


def _absence_picker(page: EventScreen, view: CafeView) -> None:
    _, item = page._, view.cafe.item_id
    people_key, rounds_key = (state.widget_key("cafe_away", name, item) for name in ("people", "rounds"))
    who = st.multiselect(
        _("People who are away"),
        [part.id for part in view.everybody],
        key=people_key,
        format_func=view.name,
        placeholder=_("Choose"),
    )
    numbers = st.multiselect(
        _("In these rounds"),
        list(range(1, view.cafe.round_count + 1)),
        key=rounds_key,
        format_func=lambda number: _("Round {number}").format(number=number),
        placeholder=_("Choose"),
    )

    def add() -> None:
        new = (RoundAbsence(person, number) for person in who for number in numbers)
        away = tuple(dict.fromkeys((*view.cafe.rules.absences, *new)))
        if save_rules(page, view, absences=away) is not None:
            state.put_widget(people_key, [])
            state.put_widget(rounds_key, [])

    st.button(_("Note as away"), key="cafe_note_away", disabled=not (who and numbers), on_click=add)


def check_part(page: EventScreen, view: CafeView) -> None:
    """Why no groups can be made, before anybody tries: who, what, and the smallest change."""
    if not view.people or not rule_count(view.cafe.rules):
        return
    refusal = page.app.cafes.refusal(*view.key)
    if refusal is not None:
        st.warning(error_sentence(refusal, page._), icon=":material/rule:")
