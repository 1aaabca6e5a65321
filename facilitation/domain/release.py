"""A released version of the plan: what was printed and sent on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Release:
    """One version that went out. ``number`` counts from 1; ``note`` says in public words what changed.

    The plan itself (event, agenda and guide as they were) is kept beside it and asked for by ``id``.
    """

    id: str
    event_id: str
    number: int
    name: str
    note: str
    released_at: datetime
    released_by: str
