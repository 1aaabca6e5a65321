"""Days as note-takers type them: "30.4.", "30 prill 2027", "30 April"."""

from __future__ import annotations

import re
from datetime import date

from facilitation.planning.name_folding import plain_letters

MONTHS = (
    ("janar", "january"),
    ("shkurt", "february"),
    ("mars", "march"),
    ("prill", "april"),
    ("maj", "may"),
    ("qershor", "june"),
    ("korrik", "july"),
    ("gusht", "august"),
    ("shtator", "september"),
    ("tetor", "october"),
    ("nentor", "november"),
    ("dhjetor", "december"),
)
"""The months without accents, Albanian and English; a case may add letters ("30 prillit")."""
SHORTEST = 3
IN_FIGURES = re.compile(r"(?P<d>\d{1,2})\s*[./]\s*(?P<m>\d{1,2})(?:\s*[./]\s*(?P<y>\d{4})?)?\.?")
YEAR_FIRST = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
IN_WORDS = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<m>[^\W\d]+)\.?,?(?:\s+(?P<y>\d{4}))?")


def spoken_day(text: str, since: date) -> date | None:
    """The day a text names; without a year the next such day from ``since`` on. ``None`` = it names no day."""
    for pattern in (YEAR_FIRST, IN_FIGURES, IN_WORDS):
        if match := pattern.fullmatch(text.strip()):
            return _day(int(match["d"]), _month(match["m"]), int(match["y"] or 0), since)
    return None


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    plain = plain_letters(word)
    if len(plain) < SHORTEST:
        return 0
    return next((number for number, names in enumerate(MONTHS, start=1) if _is_named(plain, names)), 0)


def _is_named(plain: str, names: tuple[str, str]) -> bool:
    """The month itself, in a case ("prillit"), or cut short ("sept")."""
    return plain.startswith(names[0]) or any(name.startswith(plain) for name in names)


def _day(day: int, month: int, year: int, since: date) -> date | None:
    for candidate in (year,) if year else (since.year, since.year + 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= since:
            return found
    return None
