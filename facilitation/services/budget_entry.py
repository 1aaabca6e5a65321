"""Cells of a budget as a person types them, and as they are shown to be typed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from facilitation.domain.budget import BudgetCategory, BudgetLine
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.amount_text import amount_of
from facilitation.exchange.budget_pasted import amount_in
from facilitation.exchange.budget_words import category_words
from facilitation.exchange.shares_text import shares_of, shares_text
from facilitation.i18n.money import amount_text
from facilitation.i18n.translator import Translator


def with_cell(line: BudgetLine, field: str, typed: object) -> BudgetLine:
    """The line with what was typed in one field. Raises InvalidInput with a sentence about what was typed."""
    read = READERS.get(field)
    if read is None:
        return line if typed is None else replace(line, **{field: typed})  # type: ignore[arg-type]
    return replace(line, **{field: read("" if typed is None else str(typed).strip())})


def line_from(typed: Mapping[str, object]) -> BudgetLine:
    """A new line from a form; without a category its name suggests one. Raises InvalidInput."""
    line = BudgetLine("", BudgetCategory.OTHER, "")
    for field, value in typed.items():
        line = with_cell(line, field, value)
    if typed.get("category") is None and (meaning := category_words().meaning(line.what)):
        return replace(line, category=meaning.member)
    return line


def rate_from(typed: str) -> Decimal | None:
    """How many lek one euro costs; ``None`` for an empty field. Raises InvalidInput."""
    if not typed.strip():
        return None
    rate = amount_of(typed, has_groups=False)
    if rate is None:
        raise InvalidInput(mark("“{rate}” is no rate. Write how many lek one euro costs, such as 97.35."), rate=typed)
    return rate


def cell_text(line: BudgetLine, field: str, _: Translator) -> str:
    """An amount or the shares of a line as they can be typed again."""
    value = getattr(line, field)
    if field == "shares":
        return shares_text(value, _)
    return "" if value is None else amount_text(value, _.language)


def _named(text: str) -> str:
    if not text:
        raise InvalidInput(mark("A line has no name. Write what is paid for."))
    return text


READERS: Mapping[str, Callable[[str], Any]] = {
    "what": _named,
    "quantity": lambda text: amount_in(text or "0"),
    "unit_price": lambda text: amount_in(text or "0"),
    "actual": lambda text: amount_in(text) if text else None,
    "source": str,
    "shares": shares_of,
    "note": str,
}
