"""Rules of thumb about a budget. They only hint: a planner's sheet is no book of accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from facilitation.domain.budget import BudgetCategory
from facilitation.planning.budget_sums import ZERO, BudgetSums, LineSum

ACCESSIBILITY_SHARE = Decimal("0.04")
"""When in doubt about four parts in a hundred go into accessibility (domain.md 10, EXT 19)."""


@dataclass(frozen=True, slots=True)
class BudgetHint:
    """One hint: ``lines`` it speaks of by name, the ``amount`` in the currency of the sums, a ``share`` 0..1."""

    code: str
    lines: tuple[str, ...] = ()
    amount: Decimal = ZERO
    share: float = 0.0


def budget_hints(sums: BudgetSums) -> tuple[BudgetHint, ...]:
    """What somebody should look at, the most pressing first."""
    return tuple(hint for check in CHECKS for hint in check(sums))


def check_rate(sums: BudgetSums) -> Iterator[BudgetHint]:
    """Lines in the other currency count once a rate is typed in."""
    if sums.foreign:
        yield BudgetHint("no_rate", tuple(line.what for line in sums.foreign))


def check_sources(sums: BudgetSums) -> Iterator[BudgetHint]:
    """Every line has somebody who bears it."""
    if sums.gap:
        yield BudgetHint("nobody_bears", _names(sums.without_source), sums.gap)


def check_surplus(sums: BudgetSums) -> Iterator[BudgetHint]:
    """Nobody promises more than a line costs."""
    if sums.surplus:
        yield BudgetHint("too_much", _names(tuple(entry for entry in sums.lines if entry.gap < 0)), sums.surplus)


def check_spending(sums: BudgetSums) -> Iterator[BudgetHint]:
    """A line does not come out above its plan."""
    over = tuple(entry for entry in sums.lines if (entry.difference or ZERO) > 0)
    if over:
        yield BudgetHint("over_plan", _names(over), sum((entry.difference or ZERO for entry in over), ZERO))


def check_prices(sums: BudgetSums) -> Iterator[BudgetHint]:
    """A line without a price is not planned yet."""
    empty = tuple(entry for entry in sums.lines if not entry.planned)
    if empty:
        yield BudgetHint("no_price", _names(empty))


def check_accessibility(sums: BudgetSums) -> Iterator[BudgetHint]:
    """About four parts in a hundred of the plan are for accessibility."""
    planned = sum((entry.planned for entry in sums.lines if entry.line.category is BudgetCategory.ACCESSIBILITY), ZERO)
    wanted = sums.total.planned * ACCESSIBILITY_SHARE
    if planned < wanted:
        yield BudgetHint("little_access", amount=wanted - planned, share=float(planned / sums.total.planned))


def _names(lines: tuple[LineSum, ...]) -> tuple[str, ...]:
    return tuple(entry.line.what for entry in lines)


CHECKS: tuple[Callable[[BudgetSums], Iterator[BudgetHint]], ...] = (
    check_rate,
    check_sources,
    check_surplus,
    check_spending,
    check_prices,
    check_accessibility,
)
