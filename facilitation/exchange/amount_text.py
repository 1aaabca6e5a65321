"""Amounts as people write them: "1.234,50", "1,234.50", "1 234,50 lekë", "€ 12"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from facilitation.planning.budget_sums import rounded

CURRENCY_WORDS = re.compile(r"(?<![^\W\d_])(?:lek[ëeu]?|lekësh|all|eur|euro|l)\b\.?|[€]", re.IGNORECASE)
SHAPE = re.compile(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+")
SPACES = re.compile(r"[\s’'`_]+")
MINUS = str.maketrans("−–", "--")


def amount_of(text: str, *, has_groups: bool = True) -> Decimal | None:
    """The amount in cents; ``None`` where the text is none.

    Of two different signs the last divides the decimals. One sign before exactly three digits groups thousands
    ("1.234" is one thousand two hundred), unless ``has_groups`` says that none are written, as in a rate.
    """
    plain = SPACES.sub("", CURRENCY_WORDS.sub("", text.translate(MINUS)))
    if not SHAPE.fullmatch(plain):
        return None
    whole, decimals = _divided(plain, has_groups)
    if not _has_even_groups(whole):
        return None
    digits = re.sub(r"[.,]", "", whole)
    try:
        number = (
            Decimal(f"{digits or '0'}.{decimals or '0'}") if digits not in "+-" else Decimal(f"{digits}0.{decimals}")
        )
    except InvalidOperation:
        return None
    return rounded(number) if has_groups else number


def _divided(plain: str, has_groups: bool) -> tuple[str, str]:
    """What stands before and after the sign of the decimals."""
    dot, comma = plain.rfind("."), plain.rfind(",")
    last = max(dot, comma)
    if last < 0:
        return plain, ""
    before, after = plain[:last], plain[last + 1 :]
    if min(dot, comma) >= 0:
        return before, after
    is_repeated = plain.count(plain[last]) > 1
    looks_grouped = len(after) == 3 and before.lstrip("+-") not in {"", "0"}
    return (plain, "") if is_repeated or (has_groups and looks_grouped) else (before, after)


def _has_even_groups(whole: str) -> bool:
    """Whether signs among the digits stand before every third digit."""
    groups = re.split(r"[.,]", whole.lstrip("+-"))
    return len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
