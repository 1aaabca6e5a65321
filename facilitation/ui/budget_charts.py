"""The budget by category, as a picture with its finding in words, and by source, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import altair as alt
import pandas as pd
import streamlit as st

from facilitation.domain.budget import BudgetCategory
from facilitation.i18n.budget_words import category_label
from facilitation.i18n.formats import list_text
from facilitation.i18n.money import amount_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_sums import GroupSum
from facilitation.ui.budget_view import BudgetView, money
from facilitation.ui.charts import BAR, EDGES, ROW_HEIGHT, Layered, numbers_beside, row_scale, show_chart, words_above
from facilitation.ui.page_head import EventScreen


def by_category(page: EventScreen, view: BudgetView) -> None:
    """Plan against actual."""
    _, groups = page._, view.sums.categories
    finding = category_finding(view, _)
    st.write(finding)
    show_chart(partial(plan_chart, groups, _), groups, language=page.language, alt=finding)
    st.caption(_("The wide pale bar is the plan, the narrow dark one what was spent. At the right: spent / planned."))
    st.dataframe(_table(view, groups, _), hide_index=True, alt=_("The sums by category"))


def by_source(page: EventScreen, view: BudgetView) -> None:
    """Who bears how much, in cash and in kind."""
    st.dataframe(
        _table(view, _with_nobody(view), page._, is_by_source=True), hide_index=True, alt=page._("The sums by source")
    )


def category_finding(view: BudgetView, _: Translator) -> str:
    """The largest category, and which came out over their plan."""
    groups = view.sums.categories
    largest = max(groups, key=lambda group: group.planned)
    said = _("Most is planned for {category}: {amount}.").format(
        category=_name(largest, _), amount=money(view, largest.planned, _.language)
    )
    over = [
        _("{category} (by {amount})").format(category=_name(g, _), amount=money(view, g.difference, _.language))
        for g in groups
        if g.difference > 0
    ]
    if over:
        also = _("Over plan: {categories}.").format(categories=list_text(over, _.language))
    else:
        also = _("No category is over its plan.")
    return f"{said} {also}"


def _name(group: GroupSum, _: Translator) -> str:
    return category_label(BudgetCategory(group.name), _)


def plan_chart(groups: Sequence[GroupSum], _: Translator) -> Layered:
    """A wide bar for the plan with a narrow one for the actual inside; both numbers at the right."""
    category, planned, actual = _("Category"), _("Plan"), _("Spent")
    data = pd.DataFrame(
        [{category: _name(g, _), planned: float(g.planned), actual: float(g.actual), "line": 1} for g in groups]
    )
    numbers = {
        _name(g, _): f"{amount_text(g.actual, _.language)} / {amount_text(g.planned, _.language)}" for g in groups
    }
    base = alt.Chart(data).encode(
        tooltip=[category, planned, actual], color=alt.Color("line:N", legend=None), y=alt.Y(f"{category}:N", sort=None)
    )
    y = alt.Y(f"{category}:N", sort=None, scale=row_scale())
    scale = alt.Scale(domainMin=0, domainMax=float(max(max(g.planned, g.actual) for g in groups)) or 1.0, nice=False)
    plan = base.mark_bar(height=BAR, yOffset=7, opacity=0.3, cornerRadiusEnd=2).encode(
        x=alt.X(f"{planned}:Q", axis=None, scale=scale), y=y.axis(words_above())
    )
    spent = base.mark_bar(height=BAR / 2, yOffset=7).encode(
        x=alt.X(f"{actual}:Q", axis=None, scale=scale), y=y.axis(numbers_beside(numbers))
    )
    chart: Layered = alt.layer(plan, spent).resolve_axis(y="independent")
    return chart.properties(height=len(groups) * ROW_HEIGHT + EDGES)


def _with_nobody(view: BudgetView) -> tuple[GroupSum, ...]:
    """The sources, and in the end what nobody bears."""
    nobody = view.sums.nobody
    return (*view.sums.sources, nobody) if nobody.planned or nobody.actual else view.sums.sources


def _table(view: BudgetView, groups: Sequence[GroupSum], _: Translator, *, is_by_source: bool = False) -> pd.DataFrame:
    def amount(value: object) -> str:
        return amount_text(value, _.language)  # type: ignore[arg-type]

    head = _("Source") if is_by_source else _("Category")
    names = [(group.name or _("Nobody yet")) if is_by_source else _name(group, _) for group in groups]
    return pd.DataFrame(
        [
            {
                head: name,
                _("Plan"): amount(group.planned),
                _("In cash"): amount(group.cash),
                _("In kind"): amount(group.in_kind),
                _("Missing"): amount(group.gap),
                _("Spent"): amount(group.actual),
                _("Still open"): amount(group.open),
                _("Over (+) or under (−) plan"): _signed(group, _),
            }
            for name, group in zip((*names, _("In all")), (*groups, view.sums.total), strict=True)
        ]
    )


def _signed(group: GroupSum, _: Translator) -> str:
    sign = "+" if group.difference > 0 else ""
    return f"{sign}{amount_text(group.difference, _.language)}"
