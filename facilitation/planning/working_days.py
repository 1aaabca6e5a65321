"""Working days of six countries: no weekends, no public holidays, moving feasts included."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

import holidays
from holidays.registry import COUNTRIES as MODULES

from facilitation.domain.text import Text

COUNTRIES = ("AL", "XK", "MK", "ME", "RS", "BA")
"""Countries whose public holidays are known (all six by library ``holidays``; BA: those of the whole state)."""
SATURDAY = 5
ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2299, 12, 31)
"""Days are worked out between these two; what would lie beyond is taken for the nearer one."""
FIRST_NUMBERED_YEAR = 2020
MOST_WORKING_DAYS = 262
MOST_KEPT = 8192
"""Days whose numbers are remembered: twenty years of one country."""


def is_working_day(day: date, country: str) -> bool:
    """Whether people work on a day: no Saturday, Sunday or public holiday of ``country`` (an ISO 3166 code)."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year, country)


def holiday_name(day: date, country: str) -> Text:
    """The public holiday on a day: ``sq`` in the language of the country, ``en`` in English; empty on other days."""
    return _holidays(day.year, country).get(day, Text())


def days_later(day: date, days: int) -> date:
    """The day so many calendar days later, or earlier where ``days`` is negative."""
    place = day.toordinal() + days
    return date.fromordinal(max(FIRST_DAY.toordinal(), min(LAST_DAY.toordinal(), place)))


def working_days_later(day: date, days: int, country: str) -> date:
    """The day so many working days later, or earlier where ``days`` is negative; 0 is the day itself, worked or not."""
    if days == 0:
        return day
    year, ordinals = day.year, _working_days(day.year, country)
    place = bisect_right(ordinals, day.toordinal()) - 1 if days > 0 else bisect_left(ordinals, day.toordinal())
    place += days
    while place < 0 and year > FIRST_DAY.year:
        year -= 1
        place += len(_working_days(year, country))
    while place >= len(_working_days(year, country)) and year < LAST_DAY.year:
        place -= len(_working_days(year, country))
        year += 1
    ordinals = _working_days(year, country)
    return date.fromordinal(ordinals[max(0, min(place, len(ordinals) - 1))])


def working_day_from(day: date, country: str, *, is_forwards: bool) -> date:
    """The day itself if people work on it, else the next working day (``is_forwards``) or the one before."""
    if is_working_day(day, country):
        return day
    return working_days_later(day, 1 if is_forwards else -1, country)


@lru_cache(MOST_KEPT)
def working_day_number(day: date, country: str) -> int:
    """How many working days there are up to and with a day, counted from the start of 2020.

    The difference of two numbers is the working days that lie between; days off have the number of the day before.
    """
    return _number_before(day.year, country) + bisect_right(_working_days(day.year, country), day.toordinal())


@lru_cache(MOST_KEPT)
def numbered_working_day(number: int, country: str) -> date:
    """The working day of a number of ``working_day_number``."""
    year = max(FIRST_DAY.year, min(LAST_DAY.year, FIRST_NUMBERED_YEAR + number // MOST_WORKING_DAYS))
    while number > _number_before(year + 1, country) and year < LAST_DAY.year:
        year += 1
    while number <= _number_before(year, country) and year > FIRST_DAY.year:
        year -= 1
    days = _working_days(year, country)
    return date.fromordinal(days[max(0, min(number - _number_before(year, country) - 1, len(days) - 1))])


@cache
def _number_before(year: int, country: str) -> int:
    """The number of the last working day before a year."""
    back = range(year, FIRST_NUMBERED_YEAR)
    forth = range(FIRST_NUMBERED_YEAR, year)
    counted = sum(len(_working_days(one, country)) for one in forth)
    return counted - sum(len(_working_days(one, country)) for one in back)


@cache
def _working_days(year: int, country: str) -> tuple[int, ...]:
    """The ordinals of all working days of a year."""
    off = {day.toordinal() for day in _holidays(year, country)}
    days = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    return tuple(day for day in days if date.fromordinal(day).weekday() < SATURDAY and day not in off)


@cache
def _holidays(year: int, country: str) -> dict[date, Text]:
    """The public holidays of a year; none for a country we do not know."""
    if country not in COUNTRIES:
        return {}
    library = _country(country)
    local = library(years=year, language=library.default_language)
    english = library(years=year, language="en_US")
    return {day: Text(sq=name, en=english.get(day, name)) for day, name in local.items()}


@cache
def _country(country: str) -> Any:
    """The library's class for a country. Asked for by ``country_holidays``, it would read the modules of all its 250
    countries first, which takes a tenth of a second at every start.

    Without a language (the class's own) the machine's would decide.
    """
    module_name, class_name = next((name, names[0]) for name, names in MODULES.items() if country in names)
    folders = [f"{folder}/countries" for folder in holidays.__path__]
    spec = PathFinder.find_spec(f"holidays.countries.{module_name}", folders)
    if spec is None or spec.loader is None:
        return type(holidays.country_holidays(country))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, class_name)
