"""Telephones, e-mails, identity numbers and addresses in a text (forms of Albania, Kosovo and their neighbours)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


def _pattern(*parts: str) -> re.Pattern[str]:
    """A pattern in pieces; capital and small letters are the same."""
    return re.compile("".join(parts), re.IGNORECASE)


EMAIL = _pattern(r"[\w.+-]+\s?(?:@|\(at\))\s?[\w-]+(?:\.[\w-]+)+")
PHONE = _pattern(
    r"(?<![\w.,/-])(?:\+|00)\s?(?:355|381|382|383|387|389|39|30)", r"(?:[\s./-]?\(?\d{1,4}\)?){2,5}(?![\w-])"
)
LOCAL_PHONE = _pattern(r"(?<![\w.,/+-])\(?0(?:6[6-9]|4|(?!80)[2-8]\d{1,2})\)?", r"(?:[\s./-]?\d{2,4}){2,3}(?![\w-])")
ALBANIAN_ID = re.compile(r"(?<!\w)[A-T]\d{8}[A-W](?!\w)")
"""The personal number of Albania: decade, year, month, day and sex, sequence, check letter."""
THIRTEEN = re.compile(r"(?<![\w+])\d{13}(?!\w)")
"""JMBG of Serbia, Montenegro, Bosnia and Herzegovina; EMBG of North Macedonia."""
TEN = _pattern(r"(?<!\w)(?:personal|letërnjoftim|ID)\w*\D{0,12}(\d{10})(?!\w)")
"""The personal number of Kosovo has ten figures and no form of its own: only what is called so is one."""
CARD = _pattern(
    r"(?:letërnjoftim|pasaport|passport|ID card|kart\w+ e identitetit)\w*",
    r"\s+(?:nr\.?\s*)?([A-Z]{0,2}\d{6,9})(?!\w)",
)
STREET = _pattern(
    r"(?<!\w)(?:rruga|rrugën|rrugës|rr\.|bulevardi|bulevardin|blv\.?|sheshi)\s+",
    r"[“\"«]?[^\W\d_][^,;.\n]{1,40}?[”\"»]?,?\s*",
    r"(?:nr\.?|numri|pallati|pll\.?|godina|hyrja|ap\.?)\s*\d+\w?",
)
FLAT = _pattern(r"(?:lagjja|lagjen|lagjes|lagja|l\.)\s+\S{1,20},?\s*(?:pallati|pll\.?|godina)\s*\S{1,6}")
FLAT_ONLY = _pattern(
    r"(?:pallati|pll\.|hyrja|shkalla|kati)\s*\d+\w?,\s*", r"(?:hyrja|shkalla|kati|ap\.?|apartamenti)\s*\d+"
)
FEWEST_DIGITS, MOST_DIGITS = 8, 15


@dataclass(frozen=True, slots=True)
class Exposed:
    """Something that may tell who somebody is: "phone", "email", "identity" or "address", from ``start`` to ``end``."""

    kind: str
    start: int
    end: int


@lru_cache(20_000)
def exposed_numbers(text: str) -> tuple[Exposed, ...]:
    """All of them in the order of the text, without overlaps."""
    kept: list[Exposed] = []
    for entry in (*_emails(text), *_identities(text), *_phones(text), *_addresses(text)):
        if all(entry.end <= other.start or entry.start >= other.end for other in kept):
            kept.append(entry)
    return tuple(sorted(kept, key=lambda entry: entry.start))


def _emails(text: str) -> Iterator[Exposed]:
    for match in EMAIL.finditer(text):
        yield Exposed("email", *match.span())


def _phones(text: str) -> Iterator[Exposed]:
    for pattern in (PHONE, LOCAL_PHONE):
        for match in pattern.finditer(text):
            digits = sum(sign.isdigit() for sign in match.group())
            if FEWEST_DIGITS <= digits <= MOST_DIGITS:
                yield Exposed("phone", *match.span())


def _identities(text: str) -> Iterator[Exposed]:
    for match in ALBANIAN_ID.finditer(text):
        yield Exposed("identity", *match.span())
    for match in THIRTEEN.finditer(text):
        if is_jmbg(match.group()):
            yield Exposed("identity", *match.span())
    for pattern in (TEN, CARD):
        for match in pattern.finditer(text):
            yield Exposed("identity", *match.span(1))


def is_jmbg(digits: str) -> bool:
    """Whether thirteen figures are a personal number: a day of birth, a region, and the check figure (mod 11)."""
    numbers = [int(digit) for digit in digits]
    year = int(digits[4:7])
    try:
        date((1000 if year >= 800 else 2000) + year, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    weights = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = 11 - sum(weight * number for weight, number in zip(weights, numbers, strict=False)) % 11
    return numbers[12] == (0 if rest > 9 else rest)


def _addresses(text: str) -> Iterator[Exposed]:
    for pattern in (STREET, FLAT, FLAT_ONLY):
        for match in pattern.finditer(text):
            yield Exposed("address", *match.span())
