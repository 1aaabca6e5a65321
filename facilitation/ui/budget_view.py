"""What the screen of the budget reads once per run."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from facilitation.domain.budget import Budget
from facilitation.i18n.money import money_text
from facilitation.planning.budget_checks import BudgetHint, budget_hints
from facilitation.planning.budget_sums import BudgetSums, budget_sums
from facilitation.planning.composition import people_count
from facilitation.ui.page_head import EventScreen


@dataclass(frozen=True, slots=True)
class BudgetView:
    """The budget with what it adds up to; ``attended`` = people who came."""

    budget: Budget
    sums: BudgetSums
    hints: tuple[BudgetHint, ...]
    expected: int
    attended: int


def budget_view(page: EventScreen) -> BudgetView:
    """Read the budget and add it up."""
    record = page.app.budgets.plan(page.event_id)
    sums = budget_sums(record.budget)
    attended = people_count(record.participations).attended
    return BudgetView(record.budget, sums, budget_hints(sums), record.event.expected_people, attended)


def money(view: BudgetView, amount: Decimal, language: str) -> str:
    """An amount in the currency of the sums."""
    return money_text(amount, view.sums.currency, language)
