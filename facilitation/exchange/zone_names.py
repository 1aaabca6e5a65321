"""Time zones as files name them, and moments in local time."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

LONGEST_NAME = 100


@lru_cache(1000)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, also inside a longer one ("/mozilla.org/…/Europe/Tirane"), or of a Windows name."""
    plain = name.strip().strip('"')[:LONGEST_NAME]
    parts = plain.split("/")
    tails = ("/".join(parts[-count:]) for count in (len(parts), 3, 2, 1) if count <= len(parts))
    for candidate in (WINDOWS_TO_OLSON.get(plain, ""), *tails):
        if candidate and candidate.replace("/", "").replace("_", "").replace("-", "").replace("+", "").isalnum():
            try:
                return ZoneInfo(candidate)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return None


def local_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment on the clock of a zone, as a naive time."""
    return moment.astimezone(zone).replace(tzinfo=None)
