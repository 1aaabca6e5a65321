"""Clock times and lengths as people and programs write them: 09:30, 9.30, 9h30, 1h20, PT30M, parts of a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta

LONGEST_CELL = 80
"""Signs of a text worth looking at: no time takes more."""
DAY_MINUTES = 1440
LONGEST = timedelta(hours=24)
DASH = re.compile(r"\s*(?:[-–—‒‑→~]+|\b(?:deri(?:\s+n[eë])?|to|till?|until)\b)\s*", re.IGNORECASE)
LEAD = re.compile(r"^(?:(?:n[eë]|nga|from|at|ora|or[eë]|oren|orën|kl|rreth|ca)\b[\s.:]*)+", re.IGNORECASE)
HALF = re.compile(r"\s*(?P<half>[ap]\.?\s?m\.?|[pm]d)$", re.IGNORECASE)
"""Halves of the day: a.m. and p.m., PD (paradite) and MD (mbasdite)."""
PLAIN = re.compile(r"(?P<h>\d{1,2}):(?P<m>\d{2})(?::\d{2}(?:\.\d+)?)?")
TYPED = re.compile(r"(?P<h>\d{1,2})\s*(?:[.,:hH]\s*(?P<m>\d{1,2})|[hH])")
DIGITS = re.compile(r"(?P<h>\d{1,2}?)(?P<m>\d{2})?")
FRACTION = re.compile(r"0?[.,]\d+(?:[eE]-\d+)?|\d[.,]\d+[eE]-\d+")
ISO_LENGTH = re.compile(
    r"P(?:(?P<d>\d{1,3})D)?(?:T(?:(?P<h>\d{1,4})H)?(?:(?P<m>\d{1,5})M)?(?:(?P<s>\d{1,7})(?:\.\d+)?S)?)?", re.IGNORECASE
)
CLOCK_LENGTH = re.compile(r"(?:(?P<d>\d{1,2}):(?=\d+:\d+:))?(?P<h>\d{1,3}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?")
HOURS = r"(?P<h>\d{1,3}(?:[.,]\d{1,3})?)\s*(?:h|hrs?|hours?|or[eë]t?)\.?"
MINUTES = r"(?P<m>\d{1,4}(?:[.,]0+)?)\s*(?:m|mins?|min|minutes?|minuta|minut[eë]|['’′])\.?"
IN_HOURS = re.compile(rf"{HOURS}(?:\s*(?:e|dhe|and|,)?\s*(?P<m>\d{{1,2}})\s*(?:m\w*|['’′])?\.?)?", re.IGNORECASE)
IN_MINUTES = re.compile(MINUTES, re.IGNORECASE)
NUMBER = re.compile(r"(?P<n>\d{1,4}(?:[.,]\d{1,20})?)")
MOST_BARE_HOURS = 4
"""A bare number up to here in a column of lengths is hours: nobody plans sessions of three minutes in a row."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. ``is_exact`` = nothing had to be guessed."""

    time: time
    is_exact: bool = True


def clock_of(text: str) -> Clock | None:
    """The time a cell says, or ``None``. A number between 0 and 1 is a spreadsheet's part of a day."""
    plain = LEAD.sub("", text.strip()[:LONGEST_CELL]).strip()
    half = HALF.search(plain)
    body = plain[: half.start()] if half else plain
    if half is None and FRACTION.fullmatch(body):
        return _of_fraction(body)
    for pattern in (PLAIN, TYPED, DIGITS):
        if match := pattern.fullmatch(body):
            minute = match["m"] or "0"
            is_tenth = pattern is TYPED and len(match["m"] or "00") == 1 and ":" not in body
            minutes = int(minute) * (10 if is_tenth else 1)
            is_exact = not is_tenth and (pattern is not DIGITS or half is not None)
            return _clock(int(match["h"]), minutes, half["half"] if half else "", is_exact=is_exact)
    return None


def _clock(hour: int, minute: int, half: str, *, is_exact: bool) -> Clock | None:
    if half[:1].casefold() in ("p", "a") and half[-1:].casefold() != "d":
        hour = hour % 12 + (12 if half[:1].casefold() == "p" else 0) if 1 <= hour <= 12 else hour
    elif half.casefold() == "md" and hour < 12:
        hour += 12
    if hour == 24 and minute == 0:
        hour = 0
    return Clock(time(hour, minute), is_exact) if hour < 24 and minute < 60 else None


def _of_fraction(text: str) -> Clock | None:
    """0.39583 is 09:30; 0.30, which is no round time of the day, is half past midnight."""
    minutes = float(text.replace(",", ".")) * DAY_MINUTES
    if abs(minutes - round(minutes / 5) * 5) > 0.02 and re.fullmatch(r"0[.,][0-5]\d", text):
        return Clock(time(0, int(text[-2:])), is_exact=False)
    whole = round(minutes)
    return Clock(time(whole // 60, whole % 60), is_exact=False) if whole < DAY_MINUTES else None


def span_of(text: str) -> tuple[Clock, Clock] | None:
    """Start and end of "09:30–10:15", "9.30 deri 10.15" or "9-10 am"; ``None`` for anything else."""
    plain = LEAD.sub("", text.strip()[:LONGEST_CELL])
    parts = DASH.split(plain)
    if len(parts) != 2 or not all(parts):
        return None
    half = HALF.search(parts[1])
    first = parts[0] if half is None or HALF.search(parts[0]) else parts[0] + half[0]
    start, end = clock_of(first), clock_of(parts[1])
    if start and end and half and first != parts[0] and start.time > end.time:
        start = clock_of(parts[0])  # "11-1 pm" begins in the morning
    return (start, end) if start and end else None


def length_of(text: str, unit: str = "") -> timedelta | None:
    """The length a cell says, from one minute to a day; ``None`` for anything else.

    ``unit`` is what its column says of bare numbers: "min", "h" or "" where it says nothing.
    """
    plain = text.strip()[:LONGEST_CELL].lstrip("~≈").strip()
    for pattern in (ISO_LENGTH, CLOCK_LENGTH, IN_HOURS, IN_MINUTES):
        if plain and (match := pattern.fullmatch(plain)):
            return _length(match.groupdict())
    match = NUMBER.fullmatch(plain)
    return _bare(float(match["n"].replace(",", ".")), unit) if match else None


def _length(parts: dict[str, str | None]) -> timedelta | None:
    amounts = {unit: float((parts.get(unit) or "0").replace(",", ".")) for unit in "dhms"}
    return _possible(timedelta(days=amounts["d"], hours=amounts["h"], minutes=amounts["m"], seconds=amounts["s"]))


def _bare(number: float, unit: str) -> timedelta | None:
    """Minutes, hours, or the part of a day that a spreadsheet keeps."""
    if unit == "h":
        return _possible(timedelta(hours=number))
    if number < 1 and abs(number * 4 - round(number * 4)) > 0.001:
        return _possible(timedelta(days=number))
    if unit == "min" and number >= 1:
        return _possible(timedelta(minutes=number))
    return _possible(timedelta(hours=number) if number <= MOST_BARE_HOURS else timedelta(minutes=number))


def _possible(length: timedelta) -> timedelta | None:
    whole = timedelta(minutes=round(length.total_seconds() / 60))
    return whole if timedelta(minutes=1) <= whole <= LONGEST else None


def is_guessed_length(text: str, length: timedelta) -> bool:
    """Whether a bare number was taken for something else than so many minutes."""
    match = NUMBER.fullmatch(text.strip())
    return match is not None and float(match["n"].replace(",", ".")) * 60 != length.total_seconds()


def length_text(length: timedelta) -> str:
    """ "1:30": hours and minutes, for remarks."""
    minutes = int(length.total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02}"
