"""Days as agendas name them: "Dita 1", "Day two – Tuesday, 18 May", "E hënë, 17 maj", "17.05.2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_day_names

from facilitation.exchange.due_text import due_of, month_numbers
from facilitation.exchange.words import folded
from facilitation.i18n.translator import LANGUAGES

LONGEST_HEADING = 200
MOST_OTHER_WORDS = 4
"""How many further words a heading may have that is known by its date alone."""
MOST_DAYS = 366
NUMERIC = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b")
NUMBERED = re.compile(r"\b(?:dita|dite|diten|day|jour|dan)(?: e| nr| no)? (\w+)\b|\b(\w+) (?:dite|day)\b")
DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:te? |of )?([a-z]{3,})(?: (\d{4}))?\b")
MONTH_DAY = re.compile(r"\b([a-z]{3,}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?\b")
SEVERAL_DAYS = re.compile(r"\b\d{1,2} \d{1,2} [a-z]{3,}")
""" "20–21 maj" names the whole event."""
LONGEST_ENDING = 2
"""Letters a case may add to a month's name: "17 majit"."""
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            *("pare one first 1 i", "dyte two second 2 ii", "trete three third 3 iii", "katert four fourth 4 iv"),
            *("peste five fifth 5 v", "gjashte six sixth 6 vi", "shtate seven seventh 7 vii"),
        ),
        start=1,
    )
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day as named: its number in the agenda (0 = not said), its date, or only that a new day begins."""

    number: int = 0
    on: date | None = None


def day_mark(text: str, near: date) -> DayMark | None:
    """The day a heading names, or ``None``. A date without its year is the one closest to ``near``."""
    if len(text) > LONGEST_HEADING:
        return None
    plain = folded(text)
    number, on = _number(plain), _date(text, plain, near)
    if number or (on and _other_words(plain) <= MOST_OTHER_WORDS):
        return DayMark(number, on)
    return DayMark() if _weekday(plain) is not None and _other_words(plain) <= 1 else None


def _number(plain: str) -> int:
    for match in NUMBERED.finditer(plain):
        word = match[1] or match[2]
        number = int(word) if word.isdigit() and len(word) <= 3 else NUMBERS.get(word, 0)
        if 1 <= number <= MOST_DAYS:
            return number
    return 0


def _date(text: str, plain: str, near: date) -> date | None:
    if match := NUMERIC.search(text):
        due = due_of(re.sub(r"\s", "", match[0]))
        return due.day if due else None
    for day, month, year in _days_and_months(NUMBERED.sub(" ", plain)):
        if on := _closest(day, month, int(year or 0), near, _weekday(plain)):
            return on
    return None


def _days_and_months(plain: str) -> Iterator[tuple[int, int, str | None]]:
    if SEVERAL_DAYS.search(plain):
        return
    for match in DAY_MONTH.finditer(plain):
        yield int(match[1]), _month(match[2]), match[3]
    for match in MONTH_DAY.finditer(plain):
        yield int(match[2]), _month(match[1]), match[3]


def _month(word: str) -> int:
    """The month a word names, also in another case."""
    known = month_numbers()
    endings = (word[: len(word) - cut] for cut in range(LONGEST_ENDING + 1))
    return next((known[stem] for stem in endings if stem in known), 0)


def _closest(day: int, month: int, year: int, near: date, weekday: int | None) -> date | None:
    """That day of the month in the year said, else in the year in which it is the weekday said, else nearest."""
    found = []
    for candidate in (year,) if year else range(near.year - 1, near.year + 2):
        try:
            found.append(date(candidate, month, day))
        except ValueError:
            continue
    fitting = [on for on in found if on.weekday() == weekday] or found
    return min(fitting, key=lambda on: abs(on - near), default=None)


def _weekday(plain: str) -> int | None:
    words = plain.split()
    return next((_weekdays()[word] for word in words if word in _weekdays()), None)


def _other_words(plain: str) -> int:
    """Words that name no day, date or part of one."""
    small = {"e", "te", "day", "dita", "dite", "data", "date", "the", "of"}
    known = small | set(_weekdays())
    return sum(not word[:1].isdigit() and word not in known and not _month(word) for word in plain.split())


@cache
def _weekdays() -> dict[str, int]:
    """Folded names of the days, long and short, without the "e" before Albanian ones."""
    names = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, locale=language).items():
                names[folded(name).removeprefix("e ").split(" ")[0]] = number
    return names
