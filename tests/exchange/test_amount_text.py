"""Amounts as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.budget import Currency
from facilitation.exchange.amount_text import amount_of
from facilitation.i18n.money import amount_text, money_text
from facilitation.i18n.translator import LANGUAGES


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1 234,50 lekë", "1234.50"),
        ("1\u00a0234", "1234"),
        ("1'200", "1200"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1,5", "1.5"),
        ("0,125", "0.13"),
        ("€ 12", "12"),
        ("12.50 EUR", "12.50"),
        ("ALL 500", "500"),
        (".5", "0.50"),
        ("−5", "-5"),
    ],
)
def test_an_amount_is_understood_in_the_writings_of_the_region(text: str, amount: str) -> None:
    assert amount_of(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "abc", "12 copë", "1.23.4", "1,234,5", "1e5", "5-", "NaN", "--5", "=1+1"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount_of(text) is None


@pytest.mark.parametrize("text", ["97,350", "97.350", "97,35"])
def test_a_rate_has_decimals_and_no_thousands(text: str) -> None:
    assert amount_of(text, has_groups=False) == Decimal("97.35")


@given(st.integers(-(10**11), 10**11), st.sampled_from(LANGUAGES))
def test_what_is_shown_can_be_typed_again(number: int, language: str) -> None:
    amount = Decimal(number) / 100

    assert amount_of(amount_text(amount, language)) == amount
    assert amount_of(money_text(amount, Currency.EUR, language)) == amount
    assert amount_of(money_text(amount, Currency.ALL, language)) == amount
