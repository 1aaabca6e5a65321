"""Budget lines as a spreadsheet puts them on the clipboard, with or without a head."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from facilitation.domain.budget import BudgetCategory, BudgetLine, Currency, FundingKind
from facilitation.errors import FacilitationError, InvalidInput, mark
from facilitation.exchange.amount_text import amount_of
from facilitation.exchange.budget_words import COLUMNS, TOTALS, category_words, currency_words, kind_words
from facilitation.exchange.words import cleaned, folded, guessed_columns
from facilitation.planning.budget_sums import rounded

LEAST_NAMES = 2
LEAST_SHARE = 0.6
NOT_AN_AMOUNT = mark("“{text}” is no amount. Write a number such as 1 234,50.")
NEGATIVE = mark("“{text}” is below 0. Amounts of a budget are 0 or more.")
NO_NAME = mark("The row says no cost by name, so it is left out.")
IS_A_TOTAL = mark("The row adds up others, so it is left out.")


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One row: the line it becomes, or why it becomes none. ``number`` counts from 1."""

    number: int
    words: str
    line: BudgetLine | None = None
    problem: FacilitationError | None = None


def pasted_lines(text: str, currency: Currency) -> tuple[PastedLine, ...]:
    """The rows of a pasted table; amounts without a currency of their own are in ``currency``."""
    rows = [[cleaned(cell) for cell in line.split("\t" if "\t" in text else ";")] for line in text.splitlines()]
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if not filled:
        return ()
    named = guessed_columns(filled[0][1], COLUMNS)
    is_headed = len(named) >= LEAST_NAMES
    mapping = named if is_headed else _guessed([row for _, row in filled])
    return tuple(_pasted(number, row, mapping, currency) for number, row in filled[is_headed:])


def amount_in(text: str) -> Decimal:
    """The amount a person typed, 0 or more. Raises InvalidInput."""
    amount = amount_of(text)
    if amount is None:
        raise InvalidInput(NOT_AN_AMOUNT, text=text)
    if amount < 0:
        raise InvalidInput(NEGATIVE, text=text)
    return amount


def _pasted(number: int, row: Sequence[str], mapping: Mapping[str, int], currency: Currency) -> PastedLine:
    cells = {field: row[place] for field, place in mapping.items() if place < len(row) and row[place]}
    words = " · ".join(filter(None, row))
    try:
        return PastedLine(number, words, _line(cells, currency))
    except FacilitationError as error:
        return PastedLine(number, words, problem=error)


def _line(cells: Mapping[str, str], currency: Currency) -> BudgetLine:
    what = cells.get("what", "") or cells.get("category", "")
    if not what:
        raise InvalidInput(NO_NAME)
    if folded(what) in TOTALS:
        raise InvalidInput(IS_A_TOTAL)
    quantity, price = _quantity_and_price(cells)
    kind = kind_words().meaning(cells.get("kind", ""))
    return BudgetLine(
        "",
        _category(cells, what),
        what,
        quantity,
        price,
        _currency(cells, currency),
        amount_in(cells["actual"]) if "actual" in cells else None,
        kind.member if kind else FundingKind.CASH,
        cells.get("source", ""),
        cells.get("note", ""),
    )


def _category(cells: Mapping[str, str], what: str) -> BudgetCategory:
    """As it is written, else as the name of the cost suggests."""
    for words in (cells.get("category", ""), what):
        if words and (meaning := category_words().meaning(words)):
            return meaning.member
    return BudgetCategory.OTHER


def _quantity_and_price(cells: Mapping[str, str]) -> tuple[Decimal, Decimal]:
    """As written; where only a sum is, it is divided, or stays whole as one piece where cents would be lost."""
    quantity = amount_in(cells["quantity"]) if "quantity" in cells else Decimal(1)
    if "unit_price" in cells:
        return quantity, amount_in(cells["unit_price"])
    total = amount_in(cells["total"]) if "total" in cells else Decimal(0)
    price = rounded(total / quantity) if quantity else total
    return (quantity, price) if rounded(price * quantity) == total else (Decimal(1), total)


def _currency(cells: Mapping[str, str], usual: Currency) -> Currency:
    if meaning := currency_words().meaning(cells.get("currency", "")):
        return meaning.member
    amounts = " ".join(cells.get(field, "") for field in ("unit_price", "total", "actual")).casefold()
    if "€" in amounts or "eur" in amounts:
        return Currency.EUR
    return Currency.ALL if "lek" in amounts else usual


def _guessed(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """A meaning for each column without a head: words are cost, category, source; numbers quantity, price."""
    width = max(len(row) for row in rows)
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    numbers = [place for place in range(width) if _most(columns[place], lambda cell: amount_of(cell) is not None)]
    words = [place for place in range(width) if columns[place] and place not in numbers]
    categories = [place for place in words if len(words) > 1 and _most(columns[place], _is_category)]
    names = [place for place in words if place not in categories[:1]]
    amounts = ("unit_price",) if len(numbers) == 1 else ("quantity", "unit_price", "total")
    return (
        dict(zip(("what", "source", "note"), names, strict=False))
        | dict(zip(("category",), categories, strict=False))
        | dict(zip(amounts, numbers, strict=False))
    )


def _is_category(cell: str) -> bool:
    meaning = category_words().own.get(cell.casefold())
    return meaning is not None or folded(cell) in category_words().synonyms


def _most(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= len(cells) * LEAST_SHARE
