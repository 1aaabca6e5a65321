"""What a budget adds up to: by line, category and source, in cash and in kind, per participant, and the gap.

Rounding: each line is worked out and rounded to cents in its own currency, then turned into the currency of the sums
and rounded to cents again (half a cent goes up). Every sum adds rounded lines, so that printed columns add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, Currency, FundingKind

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """What one source bears of a line; "" = nobody yet. Nobody's part is negative where more is promised than needed.

    ``actual`` is its part of what the line came to, 0 while the line is open.
    """

    source: str
    kind: FundingKind
    planned: Decimal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class LineSum:
    """One line in the currency of the sums. ``actual`` is ``None`` while it is open; ``parts`` add up to the line."""

    line: BudgetLine
    planned: Decimal
    actual: Decimal | None
    parts: tuple[Part, ...]

    @property
    def difference(self) -> Decimal | None:
        """By how much the line came out above its plan (less than 0: under it); ``None`` while it is open."""
        return None if self.actual is None else self.actual - self.planned

    @property
    def gap(self) -> Decimal:
        """What nobody bears yet; less than 0 where more is promised than needed."""
        return sum((part.planned for part in self.parts if not part.source), ZERO)


@dataclass(frozen=True, slots=True)
class GroupSum:
    """The sum of some parts. ``planned`` = ``cash`` + ``in_kind`` + ``gap``; ``open`` = planned and not yet spent.

    ``name`` is the value of a category or the name of a source ("" = nobody yet, and for the sum of everything).
    """

    name: str
    planned: Decimal = ZERO
    actual: Decimal = ZERO
    open: Decimal = ZERO
    cash: Decimal = ZERO
    in_kind: Decimal = ZERO
    gap: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        """What was spent and is still open, less the plan: more than 0 is over it."""
        return self.actual + self.open - self.planned

    @property
    def pledged(self) -> Decimal:
        """What somebody bears, in cash and in kind."""
        return self.cash + self.in_kind


GROUP_FIELDS = ("planned", "actual", "open", "cash", "in_kind", "gap")


def fewer_groups(groups: Sequence[GroupSum], most: int, name: str) -> tuple[GroupSum, ...]:
    """At most so many groups: the largest stay in their order, the others become one of this name at the end."""
    if len(groups) <= most:
        return tuple(groups)
    largest = sorted(groups, key=lambda group: -group.planned)[: most - 1]
    kept = [group for group in groups if group in largest][: most - 1]
    others = [group for group in groups if group not in kept]
    return (*kept, GroupSum(name, **{field: _summed(others, field) for field in GROUP_FIELDS}))


def _summed(groups: Iterable[GroupSum], field: str) -> Decimal:
    return sum((getattr(group, field) for group in groups), ZERO)


@dataclass(frozen=True, slots=True)
class BudgetSums:
    """A whole budget in one currency.

    ``foreign`` lines are in the other currency and in no sum, because no rate was typed in. Sources stand in the order
    in which they first bear something; what nobody bears is not among them. ``gap`` sums what is missing,
    ``surplus`` what is promised beyond need.
    """

    currency: Currency
    lines: tuple[LineSum, ...]
    foreign: tuple[BudgetLine, ...]
    categories: tuple[GroupSum, ...]
    sources: tuple[GroupSum, ...]
    total: GroupSum
    gap: Decimal
    surplus: Decimal

    @property
    def without_source(self) -> tuple[LineSum, ...]:
        """The lines somebody must still be found for."""
        return tuple(entry for entry in self.lines if entry.gap > 0)

    @property
    def nobody(self) -> GroupSum:
        """What no source bears: with it the sources add up to the total."""
        left = {field: getattr(self.total, field) - _summed(self.sources, field) for field in GROUP_FIELDS}
        return GroupSum("", **left)

    @property
    def is_settled(self) -> bool:
        """Whether every line has come to its amount."""
        return not self.foreign and all(entry.actual is not None for entry in self.lines)


def rounded(amount: Decimal) -> Decimal:
    """The amount in whole cents; half a cent goes up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def line_amount(line: BudgetLine) -> Decimal:
    """What a line is planned to cost, in its own currency."""
    return rounded(line.quantity * line.unit_price)


def budget_sums(budget: Budget) -> BudgetSums:
    """Everything the budget adds up to."""
    lines = tuple(_line_sum(line, budget) for line in budget.lines if _is_known(line, budget))
    categories = [_group(category.value, lines, _is_of(category)) for category in BudgetCategory]
    gaps = [entry.gap for entry in lines]
    return BudgetSums(
        currency=budget.currency,
        lines=lines,
        foreign=tuple(line for line in budget.lines if not _is_known(line, budget)),
        categories=tuple(
            entry
            for entry, category in zip(categories, BudgetCategory, strict=True)
            if any(each.line.category is category for each in lines)
        ),
        sources=tuple(_source_sums(lines)),
        total=_group("", lines, lambda _entry, _part: True),
        gap=sum((gap for gap in gaps if gap > 0), ZERO),
        surplus=-sum((gap for gap in gaps if gap < 0), ZERO),
    )


def per_person(amount: Decimal, people: int) -> Decimal | None:
    """The amount for each of so many people; ``None`` where there is nobody."""
    return rounded(amount / people) if people else None


def source_key(name: str) -> str:
    """How sources are compared: small and capital letters and spaces around make no other source."""
    return " ".join(name.split()).casefold()


def _is_known(line: BudgetLine, budget: Budget) -> bool:
    return line.currency is budget.currency or bool(budget.rate)


def _line_sum(line: BudgetLine, budget: Budget) -> LineSum:
    def turned(amount: Decimal) -> Decimal:
        return _in_currency_of(budget, rounded(amount), line.currency)

    planned = turned(line.quantity * line.unit_price)
    actual = None if line.actual is None else turned(line.actual)
    promised = [(share.source, share.kind, turned(share.amount)) for share in line.shares]
    return LineSum(line, planned, actual, tuple(_parts(line, planned, actual, promised)))


def _in_currency_of(budget: Budget, amount: Decimal, currency: Currency) -> Decimal:
    if currency is budget.currency or not budget.rate:
        return amount
    return rounded(amount * budget.rate if currency is Currency.EUR else amount / budget.rate)


def _parts(
    line: BudgetLine, planned: Decimal, actual: Decimal | None, promised: list[tuple[str, FundingKind, Decimal]]
) -> Iterable[Part]:
    """Promised parts pay first, in their order; the source of the line bears the rest."""
    left_planned, left_actual = planned, actual or ZERO
    for source, kind, amount in promised:
        paid = min(amount, left_actual)
        yield Part(source, kind, amount, paid)
        left_planned, left_actual = left_planned - amount, left_actual - paid
    borne = max(left_planned, ZERO) if line.source else ZERO
    if line.source and (borne or left_actual or not promised):
        yield Part(line.source, line.kind, borne, left_actual)
        left_planned, left_actual = left_planned - borne, ZERO
    if left_planned or left_actual:
        yield Part("", line.kind, left_planned, left_actual)


Takes = Callable[[LineSum, Part], bool]


def _is_of(category: BudgetCategory) -> Takes:
    return lambda entry, _part: entry.line.category is category


def _from(key: str) -> Takes:
    return lambda _entry, part: source_key(part.source) == key


def _source_sums(lines: tuple[LineSum, ...]) -> Iterable[GroupSum]:
    names: dict[str, str] = {}
    for entry in lines:
        for part in entry.parts:
            if part.source:
                names.setdefault(source_key(part.source), " ".join(part.source.split()))
    for key, name in names.items():
        yield _group(name, lines, _from(key))


def _group(name: str, lines: tuple[LineSum, ...], takes: Takes) -> GroupSum:
    parts = [(entry, part) for entry in lines for part in entry.parts if takes(entry, part)]

    def summed(takes: Callable[[LineSum, Part], bool]) -> Decimal:
        return sum((part.planned for entry, part in parts if takes(entry, part)), ZERO)

    return GroupSum(
        name=name,
        planned=summed(lambda _entry, _part: True),
        actual=sum((part.actual for _entry, part in parts), ZERO),
        open=summed(lambda entry, _part: entry.actual is None),
        cash=summed(lambda _entry, part: bool(part.source) and part.kind is FundingKind.CASH),
        in_kind=summed(lambda _entry, part: bool(part.source) and part.kind is FundingKind.IN_KIND),
        gap=summed(lambda _entry, part: not part.source),
    )
