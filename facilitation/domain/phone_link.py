"""The page a participant opens on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PhoneLink:
    """One person's page of one event. Who knows the ``token`` can read it, until it is revoked."""

    token: str
    event_id: str
    participation_id: str
    created_at: datetime
    revoked_at: datetime | None = None
