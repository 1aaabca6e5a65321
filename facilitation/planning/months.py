"""Months in the calendar: some are shorter, so a day at the end of one may have to move to the end of another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later; the last day of a shorter month (31 August + 6 = 28 February).

    Count every term from the first day, not from the term before: 31 August + 12 is 31 August again.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(start: date, day: date) -> int:
    """How many months have passed from ``start`` to ``day`` (less than 0 before it), as ``months_after`` counts."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if months_after(start, months) <= day else months - 1


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
