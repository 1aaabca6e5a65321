"""The rules of thumb about a budget."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from facilitation.domain.budget import Budget, BudgetCategory, Currency
from facilitation.planning.budget_checks import BudgetHint, budget_hints
from facilitation.planning.budget_sums import budget_sums
from tests.builders import EVENT_ID
from tests.planning.test_budget_sums import a_line, a_share

ACCESS = a_line("access", "4", category=BudgetCategory.ACCESSIBILITY)


def hints(*lines: Any) -> tuple[BudgetHint, ...]:
    return budget_hints(budget_sums(Budget(EVENT_ID, lines=lines)))


def test_a_sound_budget_and_an_empty_one_have_no_hint() -> None:
    assert hints(a_line(price="96"), ACCESS) == ()
    assert hints() == ()


def test_less_than_four_in_a_hundred_for_accessibility_is_said_with_what_is_missing() -> None:
    assert hints(a_line(price="297"), a_line("access", "3", category=BudgetCategory.ACCESSIBILITY)) == (
        BudgetHint("little_access", amount=Decimal("9.00"), share=0.01),
    )


def test_lines_nobody_bears_are_named_with_their_sum() -> None:
    assert hints(a_line("a", "50", source=""), a_line("b", "46", source="", shares=(a_share("X", "6"),)), ACCESS) == (
        BudgetHint("nobody_bears", ("a", "b"), Decimal(90)),
    )


def test_more_promised_than_needed_is_said() -> None:
    assert hints(a_line("a", "50", shares=(a_share("X", "60"),)), ACCESS) == (
        BudgetHint("too_much", ("a",), Decimal(10)),
    )


def test_lines_over_their_plan_are_named_with_what_they_are_over() -> None:
    assert hints(a_line("a", "50", actual=Decimal(60)), a_line("b", "46", actual=Decimal(6)), ACCESS) == (
        BudgetHint("over_plan", ("a",), Decimal(10)),
    )


def test_foreign_lines_without_a_rate_and_lines_without_a_price_are_named() -> None:
    assert hints(a_line("a", "0"), a_line("b", currency=Currency.EUR), ACCESS) == (
        BudgetHint("no_rate", ("b",)),
        BudgetHint("no_price", ("a",)),
    )
