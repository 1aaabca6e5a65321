"""The plans kept for a café: put one in use, name, lock or remove it, and compare two."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.domain.cafe import CafeColumn, CafePlan, Seating
from facilitation.i18n.formats import moment_text, number_text, share_text
from facilitation.i18n.labels import cafe_column_label
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_changes import CardChange
from facilitation.ui import state
from facilitation.ui.cafe_rules import rule_count
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import text_field, trimmed
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

MOST_CHANGES_HEIGHT = 420


def versions_screen(page: EventScreen, view: CafeView) -> None:
    """Every plan with its seed and settings; two of them side by side."""
    _, plans = page._, view.cafe.plans[::-1]
    if not plans:
        st.write(_("No plan is kept yet. Every time the groups are made, the plan is kept here with its seed."))
        return
    for plan in plans:
        _plan(page, view, plan)
    if len(plans) > 1:
        _compare(page, view)


def plan_name(plan: CafePlan, _: Translator) -> str:
    """ "Plan 2 · with interpreters"."""
    number = _("Plan {number}").format(number=plan.number)
    return f"{number} · {plan.name}" if plan.name else number


def _plan(page: EventScreen, view: CafeView, plan: CafePlan) -> None:
    _, is_used = page._, view.cafe.plan_number == plan.number
    with st.container(border=True):
        words = ((is_used, "green", _("in use")), (plan.is_locked, "gray", _("locked")))
        badges = "".join(f" :{colour}-badge[{word}]" for is_so, colour, word in words if is_so)
        st.markdown(f"**{plain(plan_name(plan, _))}**{badges}")
        st.caption(_facts(plan, _))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _buttons(page, view, plan, is_used=is_used)


def _facts(plan: CafePlan, _: Translator) -> str:
    kept, seating = plan.settings, plan.seating
    pieces = (
        moment_text(plan.made_at, _.language),
        _("seed {seed}").format(seed=seating.seed),
        _.plural("{count} table", "{count} tables", kept.table_count).format(count=kept.table_count),
        _.plural("{count} round", "{count} rounds", kept.round_count).format(count=kept.round_count),
        _("repeated meetings: {count}").format(count=number_text(seating.repeated_meetings, _.language)),
        _("rules: {count}").format(count=_rule_count(plan)),
    )
    return " · ".join(pieces)


def _rule_count(plan: CafePlan) -> int:
    rules = plan.settings.rules
    return rule_count(rules) + len(rules.pinned)


def _buttons(page: EventScreen, view: CafeView, plan: CafePlan, *, is_used: bool) -> None:
    _, plans, number = page._, page.app.cafe_plans, plan.number

    def key(name: str) -> str:
        return state.widget_key("cafe_plan", name, view.cafe.item_id, number)

    text_field(
        _("Name of plan {number}").format(number=number),
        plan.name,
        key=key("name"),
        save=trimmed(lambda name: attempt(plans.rename, *view.key, number, name)),
    )
    if not is_used:
        st.button(_("Use this plan"), key=key("use"), on_click=attempt, args=(plans.choose, *view.key, number))
    st.button(
        _("Unlock") if plan.is_locked else _("Lock"),
        key=key("lock"),
        icon=":material/lock_open:" if plan.is_locked else ":material/lock:",
        on_click=_lock,
        args=(page, view, plan),
    )
    if not is_used and not plan.is_locked:
        st.button(_("Remove"), key=key("remove"), on_click=attempt, args=(plans.remove, *view.key, number))


def _lock(page: EventScreen, view: CafeView, plan: CafePlan) -> None:
    attempt(page.app.cafe_plans.lock, *view.key, plan.number, is_locked=not plan.is_locked)


def _compare(page: EventScreen, view: CafeView) -> None:
    _, plans = page._, view.cafe.plans
    st.subheader(_("Compare two plans"), anchor=False)
    names = {plan.number: plan_name(plan, _) for plan in plans}
    numbers = list(names)
    left, right = st.columns(2)

    def choice(place: st.delta_generator.DeltaGenerator, label: str, index: int) -> int:
        found: int = place.selectbox(
            label,
            numbers,
            index=index,
            format_func=names.__getitem__,
            key=state.widget_key("cafe_compare", view.cafe.item_id, index, len(numbers)),
            placeholder=_("Choose"),
        )
        return found

    one = choice(left, _("One plan"), len(numbers) - 2)
    other = choice(right, _("The other plan"), len(numbers) - 1)
    found = attempt(page.app.cafe_plans.compare, *view.key, one, other) if view.cafe.seating else None
    if found is None or one == other:
        return
    columns = ((names[one], found.one.seating), (names[other], found.other.seating))
    figures_table(page, columns)
    changes_table(page, view, found.changes)


def figures_table(page: EventScreen, columns: tuple[tuple[str, Seating], ...]) -> None:
    """The figures of plans side by side."""
    figures = [(name, _figures(seating, page._)) for name, seating in columns]
    rows = {label: [values.get(label, "—") for _name, values in figures] for label in figures[0][1]}
    data = pd.DataFrame.from_dict(rows, orient="index", columns=[name for name, _values in figures])
    st.table(data, alt=page._("The figures of two plans side by side"))


def _figures(seating: Seating, _: Translator) -> dict[str, str]:
    found = {
        _("Broken rules"): number_text(seating.broken_rules, _.language),
        _("Different meetings"): number_text(seating.unique_meetings, _.language),
        _("Repeated meetings"): number_text(seating.repeated_meetings, _.language),
        _("People met on average"): number_text(seating.mean_new_people, _.language, digits=1),
        _("Fewest people somebody meets"): number_text(seating.least_new_people, _.language),
    }
    for each in seating.balance:
        label = _("Distance from the mix: {column}").format(column=cafe_column_label(CafeColumn(each.column), _))
        found[label] = share_text(each.distance, _.language, digits=1)
    return found


def changes_table(page: EventScreen, view: CafeView, changes: tuple[CardChange, ...]) -> None:
    """Who sits elsewhere, round by round ("3 → 7")."""
    _ = page._
    if not changes:
        st.write(_("Everybody sits at the same tables."))
        return
    st.write(
        _.plural("{count} person sits elsewhere.", "{count} people sit elsewhere.", len(changes)).format(
            count=number_text(len(changes), page.language)
        )
    )
    rows = [
        {
            _("Name"): view.name(change.participation_id),
            **{
                _("Round {number}").format(number=number): _moved(old, new)
                for number, (old, new) in enumerate(zip(change.before, change.after, strict=True), start=1)
            },
        }
        for change in sorted_by(changes, lambda change: view.name(change.participation_id), page.language)
    ]
    data = pd.DataFrame(rows)
    height = min(MOST_CHANGES_HEIGHT, 36 * len(rows) + 38)
    st.dataframe(data, hide_index=True, height=height, alt=_("Who sits elsewhere, with the old and the new table"))


def _moved(old: int | None, new: int | None) -> str:
    before, after = ("—" if table is None else str(table) for table in (old, new))
    return before if old == new else f"{before} → {after}"
