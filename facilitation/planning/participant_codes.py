"""Codes for people who must not be known by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

CODE = re.compile(r"P-(\d+)")


def fresh_codes(used: Iterable[str]) -> Iterator[str]:
    """Codes nobody has yet: "P-001" and on, after the highest one in use."""
    numbers = [int(match.group(1)) for name in used if (match := CODE.fullmatch(name.strip()))]
    number = max(numbers, default=0)
    while True:
        number += 1
        yield f"P-{number:03}"
