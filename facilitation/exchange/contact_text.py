"""E-mail addresses and phone numbers as people write them, tidied without guessing."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
AT_SIGNS = re.compile(r"\s*(?:\(at\)|\[at\]|\s@\s?|\s?@\s)\s*", re.IGNORECASE)
COUNTRIES = {"355": (9, 8), "383": (8,), "389": (8,), "382": (8,), "381": (9, 8), "387": (8,), "385": (9, 8)}
"""Codes of the region, and how many digits follow them."""
ALBANIAN_MOBILE = re.compile(r"0?(6[6-9]\d{7})")
SEVERAL = re.compile(r"[;,\n]|\s/\s|(?<=\d)/(?=[+0])")
LEAST_DIGITS, MOST_DIGITS = 3, 15


def addresses(text: str) -> tuple[str, ...]:
    """Every e-mail address in a text, in small letters: also "Zyra <zyra@example.org>" and "zyra (at) example.org"."""
    return tuple(dict.fromkeys(found.rstrip(".").lower() for found in EMAIL.findall(AT_SIGNS.sub("@", text))))


def tidy_phones(text: str) -> str:
    """The numbers in a cell with the code of their country where it is certain; "" where there is none.

    A number without a code is completed only where it can be nothing but an Albanian mobile number.
    """
    numbers = [_tidy_phone(part.strip()) for part in SEVERAL.split(text) if part.strip()]
    return ", ".join(numbers) if numbers and all(numbers) else ""


def _tidy_phone(text: str) -> str:
    digits = "".join(sign for sign in text if sign.isdecimal() and sign.isascii())
    if not LEAST_DIGITS <= len(digits) <= MOST_DIGITS or re.search(r"[^\d\s()+./\-–:]", _without_label(text)):
        return ""
    plain = digits.removeprefix("00")
    mobile = ALBANIAN_MOBILE.fullmatch(digits)
    if mobile:
        return _grouped("355", mobile.group(1))
    for code, lengths in COUNTRIES.items():
        rest = plain.removeprefix(code)
        rest = rest[1:] if rest.startswith("0") and len(rest) - 1 in lengths else rest
        if plain.startswith(code) and len(rest) in lengths:
            return _grouped(code, rest)
    international = text.lstrip().startswith("+") or digits.startswith("00")
    return f"+{plain}" if international and digits.startswith("00") else " ".join(_without_label(text).split())


def _without_label(text: str) -> str:
    """ "Cel: 069 …" and "tel. 04 …" without the word before the number."""
    return re.sub(r"^(?:tel|cel|mob|phone|тел|моб)\w*[.:]?\s*", "", text.strip(), flags=re.IGNORECASE)


def _grouped(code: str, rest: str) -> str:
    """ "+355 69 123 4567"."""
    return f"+{code} {rest[:2]} {rest[2:5]} {rest[5:]}"
