"""What the budget adds up to, in sentences; hints; currency, rate and note."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from facilitation.domain.budget import Budget, Currency
from facilitation.i18n.budget_words import currency_label, hint_sentence
from facilitation.i18n.money import amount_text, money_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_sums import budget_sums, per_person
from facilitation.services.budget_entry import rate_from
from facilitation.services.overview import Overview
from facilitation.ui import state
from facilitation.ui.budget_view import BudgetView, money
from facilitation.ui.fields import choice_field, text_field, trimmed
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen


def budget_figures(page: EventScreen, view: BudgetView) -> None:
    """The plan and who bears it, what was spent, and what each participant costs."""
    if not view.budget.lines:
        return
    st.markdown(" ".join((*_plan(page, view), *_spent(page, view))))
    each = _per_participant(page, view)
    if each:
        st.caption(each)
    for hint in view.hints:
        is_rule_of_thumb = hint.code == "little_access"
        colour, word = ("gray", page._("Hint")) if is_rule_of_thumb else ("orange", page._("Look at this"))
        st.markdown(f":{colour}-badge[{word}] {plain(hint_sentence(hint, view.sums.currency, page._))}")


def _plan(page: EventScreen, view: BudgetView) -> list[str]:
    _, sums, language = page._, view.sums, page.language
    said = [
        _("Planned **{planned}**: {cash} in cash, {in_kind} in kind.").format(
            planned=money(view, sums.total.planned, language),
            cash=money(view, sums.total.cash, language),
            in_kind=money(view, sums.total.in_kind, language),
        )
    ]
    gap = money(view, sums.gap, language)
    said.append(
        _("**{gap}** are still missing.").format(gap=gap) if sums.gap else _("Everything is borne by somebody.")
    )
    return said


def _spent(page: EventScreen, view: BudgetView) -> list[str]:
    _, total, language = page._, view.sums.total, page.language
    if all(entry.actual is None for entry in view.sums.lines):
        return [_("Nothing has been spent yet.")]
    spent, amount = money(view, total.actual, language), money(view, abs(total.difference), language)
    if total.difference > 0:
        said = _("Spent so far **{spent}**, {amount} over the plan of these lines.")
    elif total.difference < 0:
        said = _("Spent so far **{spent}**, {amount} under the plan of these lines.")
    else:
        said = _("Spent so far **{spent}**, just as planned.")
    return [said.format(spent=spent, amount=amount)]


def _per_participant(page: EventScreen, view: BudgetView) -> str:
    """What each participant costs by plan and, once somebody came, in fact."""
    _, total = page._, view.sums.total
    planned, actual = per_person(total.planned, view.expected), per_person(total.actual, view.attended)
    parts = []
    if planned is not None:
        parts.append(
            _("Planned per participant: {amount} for {count} expected.").format(
                amount=money(view, planned, page.language), count=view.expected
            )
        )
    if actual:
        parts.append(
            _("Spent per participant: {amount} for {count} who came.").format(
                amount=money(view, actual, page.language), count=view.attended
            )
        )
    return " ".join(parts)


def budget_line(overview: Overview, _: Translator) -> None:
    """The gap in one line, for the home screen; nothing while there is no budget."""
    sums = budget_sums(overview.record.budget)
    if not sums.lines:
        return
    planned, gap = (money_text(amount, sums.currency, _.language) for amount in (sums.total.planned, sums.gap))
    if sums.gap:
        st.caption(_("Budget: {gap} of {planned} are borne by nobody yet.").format(gap=gap, planned=planned))
    else:
        st.caption(_("Budget: {planned}, all of it borne by somebody.").format(planned=planned))


def budget_facts(page: EventScreen, view: BudgetView) -> None:
    """Currency of the sums, rate and note, each saved on change."""
    _, budget = page._, view.budget

    def save(field: str, value: Any) -> Budget | None:
        return attempt(page.app.budgets.edit, budget, replace(budget, **{field: value}))  # type: ignore[no-any-return]

    def save_rate(typed: str | None) -> None:
        attempt(lambda: page.app.budgets.edit(budget, replace(budget, rate=rate_from(typed or ""))))

    left, middle, right = st.columns([2, 2, 5])
    with left:
        choice_field(
            _("Sums in"),
            list(Currency),
            budget.currency,
            key=_key(page, "currency"),
            save=lambda currency: save("currency", currency),
            format_func=lambda currency: currency_label(currency, _),
            placeholder=_("Choose"),
        )
    with middle:
        text_field(
            _("Lek for one euro"),
            _rate_text(budget.rate, page.language),
            key=_key(page, "rate"),
            save=save_rate,
            placeholder=_("such as 97.35"),
        )
    with right:
        text_field(
            _("Note for the team"),
            budget.note,
            key=_key(page, "note"),
            save=trimmed(lambda text: save("note", text)),
            placeholder=_("VAT, decisions, offers"),
        )


def _rate_text(rate: Decimal | None, language: str) -> str:
    if rate is None:
        return ""
    plain_rate = f"{rate.normalize():f}"
    return plain_rate.replace(".", ",") if language == "sq" else plain_rate


def _key(page: EventScreen, field: str) -> str:
    return state.widget_key("budget", page.event_id, field)


def amount_or_dash(amount: Decimal | None, language: str) -> str:
    """An amount for a cell; "–" where there is none."""
    return "–" if amount is None else amount_text(amount, language)
