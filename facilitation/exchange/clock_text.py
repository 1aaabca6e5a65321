"""Lengths and clock times as people type them: "45", "1h20", "1 orë 20 min"; "9.30", "09:30", "9:30 PM", "9–9.45"."""

from __future__ import annotations

import re
from datetime import time, timedelta

HOUR_WORDS = r"(?:h|hr|hrs|hours?|or[eë]|orësh)"
MINUTE_WORDS = r"(?:m|min|mins|minutes?|minut[aëe]?|minuta|')"
MORNING, AFTERNOON = ("am", "pd", "paradite"), ("pm", "md", "mbasdite", "pasdite")
HALF_DAY = rf"(?P<half>{'|'.join((*MORNING, *AFTERNOON))})"
NOON = 12

_MINUTES = re.compile(rf"(\d{{1,4}})(?:[.,]0+)? ?(?:{MINUTE_WORDS})?\.?")
_HOURS = re.compile(rf"(\d{{1,2}}) ?{HOUR_WORDS}\.? ?(?:(?:e|dhe|and)? ?(\d{{1,2}}) ?(?:{MINUTE_WORDS})?\.?)?")
_PART_OF_HOURS = re.compile(rf"(\d{{1,2}})[.,](5|25|75|50) ?{HOUR_WORDS}")
_CLOCK_LENGTH = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
_CLOCK = re.compile(rf"(?:ora |ore |orë |at )?(\d{{1,2}})(?:[:.h ](\d{{2}}))?(?::00)? ?h? ?(?:{HALF_DAY})?")
_SPAN = re.compile(r" ?(?:-|–|—|−|\bderi(?: më| në)?\b|\bto\b|\bnë\b) ?")


def length_of(text: str) -> timedelta | None:
    """How long, from 1 minute on; ``None`` where the text does not say it."""
    plain = " ".join(text.casefold().split())
    minutes = _minutes(plain)
    return timedelta(minutes=minutes) if minutes else None


def _minutes(plain: str) -> int:
    if found := _MINUTES.fullmatch(plain):
        return int(found[1])
    if found := _HOURS.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2] or 0)
    if found := _PART_OF_HOURS.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2].ljust(2, "0")) * 60 // 100
    if (found := _CLOCK_LENGTH.fullmatch(plain)) and int(found[2]) < 60:
        return int(found[1]) * 60 + int(found[2])
    return 0


def clock_of(text: str) -> time | None:
    """A clock time; ``None`` where the text is none."""
    plain = re.sub(r"\b([apm])\. ?([md])\.", r"\1\2", " ".join(text.casefold().split()))
    found = _CLOCK.fullmatch(re.sub(r"^(\d\d)(\d\d)$", r"\1:\2", plain).rstrip("."))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found["half"]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if found["half"] in AFTERNOON else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def span_of(text: str) -> tuple[time, timedelta | None] | None:
    """A clock time, or a start and an end ("9.00–9.45" is 9:00 and 45 minutes); an end before the start is no end."""
    parts = _SPAN.split(" ".join(text.split()))
    if not 1 <= len(parts) <= 2:
        return None
    clocks = [clock_of(part) for part in parts]
    start, end = clocks[0], clocks[-1]
    if start is None or end is None:
        return None
    if len(clocks) == 1:
        return start, None
    length = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
    return (start, length) if length > timedelta() else None
