"""Dates, times, numbers and lists as a reader of Albanian or English expects them (Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

NO_BREAK = "\u00a0"


@lru_cache(maxsize=2000)
def day_text(day: date, language: str, *, with_year: bool = False, with_weekday: bool = True) -> str:
    """ "e martë, 20 prill" or "Tuesday, 20 April"; the year where asked for."""
    pattern = ("EEEE, " if with_weekday else "") + "d MMMM" + (" y" if with_year else "")
    return format_date(day, pattern, locale=language)


def short_day_text(day: date, language: str) -> str:
    """ "20.04.2027" or "20 Apr 2027": short, always with the full year."""
    return format_date(day, "dd.MM.y" if language == "sq" else "d MMM y", locale=language)


def short_day_or_dash(day: date | None, language: str) -> str:
    """The same in a cell of a table, where a day may not be known."""
    return short_day_text(day, language) if day else "–"


def day_span_text(first: date, last: date, language: str) -> str:
    """ "20–21 maj 2027", "30 prill – 1 maj 2027" or one day."""
    if first == last:
        return day_text(first, language, with_year=True, with_weekday=False)
    end = day_text(last, language, with_year=True, with_weekday=False)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = day_text(first, language, with_year=first.year != last.year, with_weekday=False)
    return f"{start} – {end}"


def month_text(day: date, language: str) -> str:
    """ "Maj 2027" or "May 2027", to stand alone."""
    text = format_date(day, "LLLL y", locale=language)
    return text[:1].upper() + text[1:]


def weekday_text(number: int, language: str) -> str:
    """The name of a weekday, 0 = Monday, to stand alone: "E hënë" or "Monday"."""
    text = str(get_day_names("wide", context="stand-alone", locale=language)[number])
    return text[:1].upper() + text[1:]


def clock_text(moment: time | datetime) -> str:
    """ "09:05": 24 hours in both languages."""
    return moment.strftime("%H:%M")


def clock_span_text(start: time | datetime, end: time | datetime) -> str:
    """ "14:10–15:55"."""
    return f"{clock_text(start)}–{clock_text(end)}"


def minutes_text(duration: timedelta) -> str:
    """ "30 min" with a no-break space; short in both languages."""
    return f"{int(duration.total_seconds() // 60)}{NO_BREAK}min"


def moment_text(moment: datetime, language: str) -> str:
    """ "20 pri, 09:05" or "20 Apr, 09:05": day, month and clock of something that happened."""
    return f"{format_date(moment, 'd MMM', locale=language)}, {clock_text(moment)}"


def number_text(number: float, language: str, *, digits: int = 0) -> str:
    """ "1 234,5" or "1,234.5"."""
    return format_decimal(_rounded(number, digits), locale=language)


def mean_text(mean: float, language: str) -> str:
    """A mean with one digit behind the point, also where it is a nought: "5,0" or "5.0"."""
    return format_decimal(_rounded(mean, 1), "#,##0.0", locale=language)


def share_text(share: float, language: str, *, digits: int = 0) -> str:
    """A share 0..1 as "35 %" or "35%"."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + (f"{NO_BREAK}%" if language == "sq" else "%")
    return format_percent(_rounded(share, digits + 2), pattern, locale=language)


def _rounded(number: float, digits: int) -> Decimal:
    """Half goes up, as people round by hand (Python and Babel round a half to the even neighbour)."""
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def list_text(parts: Sequence[str], language: str) -> str:
    """ "a, b dhe c" or "a, b, and c"."""
    return format_list(list(parts), locale=language)
