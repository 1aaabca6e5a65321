"""Pasted tables and shares, as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from facilitation.domain.budget import BudgetCategory, BudgetLine, BudgetShare, Currency, FundingKind
from facilitation.errors import InvalidInput
from facilitation.exchange.budget_pasted import pasted_lines
from facilitation.exchange.shares_text import shares_of, shares_text
from facilitation.i18n.translator import LANGUAGES, Translator


def lines(text: str) -> list[BudgetLine | None]:
    return [row.line for row in pasted_lines(text, Currency.ALL)]


def test_albanian_heads_in_any_order_are_understood() -> None:
    text = "Burimi\tZëri i buxhetit\tÇmimi\tSasia\tMënyra\tShënim\nBashkia\tSalla\t60.000\t2\tnë natyrë\tdy ditë"

    assert lines(text) == [
        BudgetLine(
            "",
            BudgetCategory.VENUE,
            "Salla",
            Decimal(2),
            Decimal(60000),
            kind=FundingKind.IN_KIND,
            source="Bashkia",
            note="dy ditë",
        )
    ]


def test_english_heads_and_a_sum_instead_of_a_price() -> None:
    assert lines("Item;Category;Qty;Total\nBus;Travel;4;€ 200,00\nFuel;Travel;3;100") == [
        BudgetLine("", BudgetCategory.TRAVEL, "Bus", Decimal(4), Decimal(50), Currency.EUR),
        BudgetLine("", BudgetCategory.TRAVEL, "Fuel", Decimal(1), Decimal(100)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dreka\t100\t900", (BudgetCategory.MEALS, "Dreka", 100, 900)),
        ("Dreka\t90000", (BudgetCategory.MEALS, "Dreka", 1, 90000)),
        ("Dreka\t100\t900\t90000", (BudgetCategory.MEALS, "Dreka", 100, 900)),
        ("Udhëtimi\tAutobus për Korçën\t1\t5000", (BudgetCategory.TRAVEL, "Autobus për Korçën", 1, 5000)),
    ],
)
def test_columns_without_a_head_are_guessed(text: str, expected: tuple[BudgetCategory, str, int, int]) -> None:
    (line,) = lines(text)

    assert line is not None
    assert (line.category, line.what, int(line.quantity), int(line.unit_price)) == expected


def test_rows_that_cannot_be_used_say_why_and_the_others_stay() -> None:
    rows = pasted_lines(
        "Zëri\tSasia\tÇmimi\n\nSalla\tdy\t5\n\t3\t5\nDreka\t1\t-5\nGjithsej\t\t10\nKafe\t1\t5", Currency.ALL
    )

    assert [(row.number, str(row.problem) if row.problem else row.words) for row in rows] == [
        (3, "“dy” is no amount. Write a number such as 1 234,50."),
        (4, "The row says no cost by name, so it is left out."),
        (5, "“-5” is below 0. Amounts of a budget are 0 or more."),
        (6, "The row adds up others, so it is left out."),
        (7, "Kafe · 1 · 5"),
    ]


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_nothing_pasted_gives_nothing(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_as_shown_can_be_typed_again(language: str) -> None:
    shares = (
        BudgetShare("UNICEF", Decimal("40000.50")),
        BudgetShare("Zyra: Shkodër 2", Decimal(10_000), FundingKind.IN_KIND),
    )

    assert shares_of(shares_text(shares, Translator(language))) == shares


def test_shares_are_understood_in_several_writings() -> None:
    assert shares_of("UNICEF: 40 000 lekë\nBashkia:10.000(në natyrë); ; OSBE: 5 in kind") == (
        BudgetShare("UNICEF", Decimal(40_000)),
        BudgetShare("Bashkia", Decimal(10_000), FundingKind.IN_KIND),
        BudgetShare("OSBE", Decimal(5), FundingKind.IN_KIND),
    )


@pytest.mark.parametrize("text", ["UNICEF", "UNICEF: shumë", ": 5", "UNICEF: 5 mollë"])
def test_what_is_no_share_is_said(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no share"):
        shares_of(text)
