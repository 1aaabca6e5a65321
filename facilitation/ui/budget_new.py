"""A further line of the budget, and the start from usual lines."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.budget import BudgetCategory, Currency, FundingKind
from facilitation.i18n.budget_words import category_label, currency_label, funding_label
from facilitation.services.budget_entry import line_from
from facilitation.ui import state
from facilitation.ui.budget_view import BudgetView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

FORM = "budget_form"


def new_line_form(page: EventScreen, view: BudgetView) -> None:
    """The fields of one line; emptied once it is saved, kept for mending where it was refused."""
    _ = page._
    number = state.chosen(FORM, "1")

    def key(field: str) -> str:
        return state.widget_key("budget_new", page.event_id, field, number)

    with st.form("budget_new", border=True, enter_to_submit=True):
        what, quantity, price, currency = st.columns([5, 2, 2, 2])
        typed: dict[str, object] = {
            "what": what.text_input(_("A further line"), key=key("what"), placeholder=_("Lunch on both days")),
            "quantity": quantity.text_input(_("Quantity"), "1", key=key("quantity")),
            "unit_price": price.text_input(_("Unit price"), key=key("price"), placeholder="1 234,50"),
            "currency": currency.selectbox(
                _("Currency"),
                list(Currency),
                index=list(Currency).index(view.budget.currency),
                key=key("currency"),
                format_func=lambda each: currency_label(each, _),
                placeholder=_("Choose"),
            ),
        }
        category, source, kind, button = st.columns([3, 4, 2, 2], vertical_alignment="bottom")
        typed |= {
            "category": category.selectbox(
                _("Category"),
                list(BudgetCategory),
                index=None,
                key=key("category"),
                format_func=lambda each: category_label(each, _),
                placeholder=_("By its name"),
            ),
            "source": source.text_input(_("Source"), key=key("source"), placeholder=_("Nobody yet")),
            "kind": kind.selectbox(
                _("How"),
                list(FundingKind),
                key=key("kind"),
                format_func=lambda each: funding_label(each, _),
                placeholder=_("Choose"),
            ),
        }
        if button.form_submit_button(_("Add the line"), width="stretch"):
            added = attempt(lambda: page.app.budgets.add_lines(page.event_id, [line_from(typed)]))
            if added is not None:
                state.choose(FORM, str(int(number) + 1))
            st.rerun()


def usual_lines_button(page: EventScreen, view: BudgetView) -> None:
    """The usual lines of this kind of event; the main step of an empty budget."""
    _ = page._
    if not view.budget.lines:
        st.write(
            _("No line yet. Start from the usual costs of this kind of event, paste a table, or add a line below.")
        )
    st.button(
        _("Start from the usual lines") if not view.budget.lines else _("Add the usual lines that are missing"),
        key="budget_usual",
        type="tertiary" if view.budget.lines else "primary",
        icon=":material/playlist_add:",
        help=_(
            "Costs as the field shares them: free halls, own travel of officials, sponsors for the rest. No prices."
        ),
        on_click=attempt,
        args=(page.app.budgets.start_from_usual, page.event_id, page.language),
    )
