"""The shares of a line in one cell: "UNICEF: 40 000; Bashkia: 10 000 në natyrë"."""

from __future__ import annotations

import re

from facilitation.domain.budget import BudgetShare, FundingKind
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.amount_text import amount_of
from facilitation.exchange.budget_words import kind_words
from facilitation.exchange.words import cleaned
from facilitation.i18n.budget_words import funding_label
from facilitation.i18n.money import amount_text
from facilitation.i18n.translator import Translator

SHARE = re.compile(r"(?P<source>.*\S)\s*:\s*(?P<amount>[-+−]?[\d.,\s’']*\d[\d.,]*)\s*(?P<kind>[^\d:]*)")


def shares_text(shares: tuple[BudgetShare, ...], _: Translator) -> str:
    """The shares as they can be typed again."""
    return "; ".join(_share_text(share, _) for share in shares)


def _share_text(share: BudgetShare, _: Translator) -> str:
    words = f"{share.source}: {amount_text(share.amount, _.language)}"
    return words if share.kind is FundingKind.CASH else f"{words} {funding_label(share.kind, _)}"


def shares_of(text: str) -> tuple[BudgetShare, ...]:
    """The shares in a text. Raises InvalidInput."""
    return tuple(_share(part) for part in (cleaned(part) for part in re.split(r"[;\n]", text)) if part)


def _share(text: str) -> BudgetShare:
    found = SHARE.fullmatch(text)
    amount = amount_of(found["amount"]) if found else None
    words = cleaned(found["kind"].strip(" ()")) if found else ""
    meaning = kind_words().meaning(words) if words else None
    if found is None or amount is None or (words and meaning is None and amount_of(f"1 {words}") is None):
        raise InvalidInput(
            mark(
                "“{text}” is no share. Write who gives how much, "
                "such as “UNICEF: 40 000; Municipality: 10 000 in kind”."
            ),
            text=text,
        )
    return BudgetShare(found["source"], amount, meaning.member if meaning else FundingKind.CASH)
