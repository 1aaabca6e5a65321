"""The budget of an event: what is planned, what it cost, and who bears it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Currency(StrEnum):
    """The two currencies organisers reckon in."""

    ALL = "ALL"
    EUR = "EUR"


class BudgetCategory(StrEnum):
    """What money is spent on."""

    VENUE = "venue"
    MEALS = "meals"
    TRAVEL = "travel"
    ACCOMMODATION = "accommodation"
    FEES = "fees"
    INTERPRETATION = "interpretation"
    EQUIPMENT = "equipment"
    PRINTING = "printing"
    ACCESSIBILITY = "accessibility"
    COMMUNICATION = "communication"
    OTHER = "other"


class FundingKind(StrEnum):
    """Whether a source gives money, or the thing itself (a hall, staff time)."""

    CASH = "cash"
    IN_KIND = "in_kind"


@dataclass(frozen=True, slots=True)
class BudgetShare:
    """A fixed part of a line that another source promised, in the currency of the line."""

    source: str
    amount: Decimal
    kind: FundingKind = FundingKind.CASH


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line: ``quantity`` times ``unit_price`` is planned, ``actual`` is what it came to (``None`` = open).

    Amounts are in ``currency``. ``source`` bears what the ``shares`` leave; "" = nobody yet, which is the gap.
    """

    id: str
    category: BudgetCategory
    what: str
    quantity: Decimal = Decimal(1)
    unit_price: Decimal = Decimal(0)
    currency: Currency = Currency.ALL
    actual: Decimal | None = None
    kind: FundingKind = FundingKind.CASH
    source: str = ""
    note: str = ""
    shares: tuple[BudgetShare, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """The lines in their order. Sums are shown in ``currency``; ``rate`` = how many ALL make one EUR (typed in)."""

    event_id: str
    currency: Currency = Currency.ALL
    rate: Decimal | None = None
    lines: tuple[BudgetLine, ...] = ()
    note: str = ""
    version: int = 0
