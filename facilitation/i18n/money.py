"""Amounts of money as people read them."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal

from facilitation.domain.budget import Currency
from facilitation.i18n.formats import NO_BREAK


def amount_text(amount: Decimal, language: str, *, has_cents: bool | None = None) -> str:
    """ "1 234,50" or "1,234.50"; without cents where there are none, unless ``has_cents`` says otherwise."""
    with_cents = amount != amount.to_integral_value() if has_cents is None else has_cents
    return format_decimal(amount, "#,##0.00" if with_cents else "#,##0", locale=language).replace("-", "−")


def money_text(amount: Decimal, currency: Currency, language: str) -> str:
    """ "1 234 lekë", "12,50 €", "ALL 1,234" or "€12.50": euros always with cents."""
    is_euro = currency is Currency.EUR
    number = amount_text(abs(amount), language, has_cents=True if is_euro else None)
    sign = "−" if amount < 0 else ""
    if language == "sq":
        return f"{sign}{number}{NO_BREAK}{'€' if is_euro else 'lekë'}"
    return f"{sign}€{number}" if is_euro else f"{sign}ALL{NO_BREAK}{number}"
