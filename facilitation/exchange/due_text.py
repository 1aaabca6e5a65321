"""Deadlines as people write them: a date, a lead time such as D-30, or words such as "2 javë pas"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from babel.dates import get_month_names

from facilitation.exchange.words import folded
from facilitation.i18n.translator import LANGUAGES

SERIAL_DAY_ZERO = date(1899, 12, 30)
SERIAL_NUMBERS = range(36526, 73051)
"""Excel's day numbers of the years 2000 to 2099."""
YEARS = range(2000, 2100)
LONGEST_OFFSET = 1000
MINUS = str.maketrans(dict.fromkeys("−–—‒‑‐﹣－⁻", "-"))

ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\s*[./-]\s*(?P<m>\d{1,2})\s*[./-]\s*(?P<y>\d{4}|\d{2})\.?")
IN_WORDS = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<month>[^\W\d]+)\.?,?\s+(?P<y>\d{4})")
LEAD = re.compile(r"(?:[dt]\s*)?(?P<offset>[+-]\s*\d{1,4})(?:\s*dit[ëe]|\s*days?)?|[dt]\s*[+-]?\s*0?", re.IGNORECASE)
WORKING_DAYS = re.compile(r"dit[ëe]t?\s+pune|(?:working|business)\s+days?|work\s?days?", re.IGNORECASE)
UNDATED = frozenset({"", "pa afat", "pa date", "undated", "no deadline", "none", "n a", "tbd", "do te caktohet"})
EVENT_DAY = frozenset(
    {"dita e aktivitetit", "diten e aktivitetit", "ne diten e aktivitetit", "dita e takimit", "on the day", "event day"}
)
UNITS = {"dit": 1, "day": 1, "jav": 7, "week": 7, "muaj": 30, "month": 30}
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("nje one a", "dy two", "tre tri three", "kater four", "pese five", "gjashte six", "shtate seven"), start=1
    )
    for word in words.split()
} | {"tete": 8, "eight": 8, "nente": 9, "nine": 9, "dhjete": 10, "ten": 10}
BEFORE, AFTER = frozenset({"para", "perpara", "before", "prior", "ahead"}), frozenset({"pas", "after", "mbas"})


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: a day, an offset in days (or working days) from the event, or neither.

    ``is_exact`` = nothing had to be worked out.
    """

    day: date | None = None
    offset: int | None = None
    is_exact: bool = True
    is_working_days: bool = False


def due_of(text: str) -> Due | None:
    """What a cell says, or ``None`` when it is not understood."""
    plain = text.strip().translate(MINUS)
    if folded(plain) in UNDATED:
        return Due(is_exact=not folded(plain))
    if WORKING_DAYS.search(plain):
        due = _lead(in_days := WORKING_DAYS.sub("ditë", plain)) or _words(in_days)
        return replace(due, is_working_days=True) if due else None
    for reading in (_calendar_day, _serial_day, _lead, _words):
        if (due := reading(plain)) is not None:
            return due
    return None


def lead_text(offset_days: int | None) -> str:
    """An offset as lists show it: "D-30", "D0", "D+14"; "" without one."""
    if offset_days is None:
        return ""
    return f"D{offset_days:+d}" if offset_days else "D0"


def _calendar_day(text: str) -> Due | None:
    if match := ISO.fullmatch(text):
        return _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match := DAY_FIRST.fullmatch(text):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        year += 2000 if year < 100 else 0
        return _day(year, month, day) or _day(year, day, month, is_exact=False)
    if match := IN_WORDS.fullmatch(text):
        return _day(int(match["y"]), month_numbers().get(folded(match["month"]), 0), int(match["d"]))
    return None


def _day(year: int, month: int, day: int, *, is_exact: bool = True) -> Due | None:
    try:
        return Due(day=date(year, month, day), is_exact=is_exact) if year in YEARS else None
    except ValueError:
        return None


def _serial_day(text: str) -> Due | None:
    """The bare number a spreadsheet keeps for a day."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) == 5 else 0
    return Due(day=SERIAL_DAY_ZERO + timedelta(days=number), is_exact=False) if number in SERIAL_NUMBERS else None


def _lead(text: str) -> Due | None:
    match = LEAD.fullmatch(text)
    return _offset(int((match["offset"] or "0").replace(" ", "")), is_exact=text[0] in "DdTt") if match else None


def _words(text: str) -> Due | None:
    """ "30 ditë para", "para 2 javësh", "one month after the event"."""
    words = folded(text).split()
    if " ".join(words) in EVENT_DAY:
        return Due(offset=0, is_exact=False)
    numbers = [int(word) if word.isdigit() else NUMBERS[word] for word in words if word.isdigit() or word in NUMBERS]
    units = [days for word in words for stem, days in UNITS.items() if word.startswith(stem)]
    signs = [-1 if word in BEFORE else 1 for word in words if word in BEFORE | AFTER]
    if len(numbers) != 1 or len(units) != 1 or len(signs) != 1:
        return None
    return _offset(numbers[0] * units[0] * signs[0], is_exact=False)


def _offset(days: int, *, is_exact: bool) -> Due | None:
    return Due(offset=days, is_exact=is_exact) if abs(days) <= LONGEST_OFFSET else None


@cache
def month_numbers() -> dict[str, int]:
    """Folded month names of both languages, long and short."""
    return {
        folded(name): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }
