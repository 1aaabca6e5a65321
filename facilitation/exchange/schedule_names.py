"""The names by which other programs know an event, its items, rooms and speakers again, export after export."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable

from facilitation.domain.event import Event
from facilitation.exchange.words import folded

SCHEDULES = uuid.uuid5(uuid.NAMESPACE_DNS, "schedule.tryeza")
"""Where all guids begin: the same event and item give the same guid on every computer."""
SMALLEST_NUMBER, NUMBERS = 1_000_000, 2**31 - 1_000_000
"""Numbers fit the 31 bits that phones keep for them."""
FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot carry."""
SHORTEST_ACRONYM, LONGEST_SLUG = 4, 40


def guid_of(event: Event, *parts: str) -> str:
    """The guid of an event, or of a part of it: ``guid_of(event, "item", item.id)``."""
    return str(uuid.uuid5(SCHEDULES, "/".join((event.id, *parts))))


def numbers_of(guids: Iterable[str]) -> dict[str, int]:
    """A number for each guid that stays the same as long as the guid does; two never share one."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for guid in sorted(set(guids)):
        number = uuid.UUID(guid).int % NUMBERS
        while number in taken:
            number = (number + 1) % NUMBERS
        taken.add(number)
        numbers[guid] = SMALLEST_NUMBER + number
    return numbers


def acronym_of(event: Event) -> str:
    """A short name of small letters, the same in both languages, so that addresses made of it stay."""
    acronym = slug_of(str(event.title), "_")
    return acronym if len(acronym) >= SHORTEST_ACRONYM else f"event_{guid_of(event)[:8]}"


def slug_of(text: str, sign: str = "-") -> str:
    """Small Latin letters and digits with ``sign`` between the words, cut after a word where it is long."""
    words = re.findall("[a-z0-9]+", folded(text))
    while len(words) > 1 and len(sign.join(words)) > LONGEST_SLUG:
        words.pop()
    return sign.join(words)[:LONGEST_SLUG]


def one_line(text: str) -> str:
    """The text as typed, on one line and without signs XML cannot carry."""
    return " ".join(many_lines(text).split())


def many_lines(text: str) -> str:
    """The text as typed, without signs XML cannot carry."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
