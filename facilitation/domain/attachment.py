"""A file kept with something of an event: the proof of a task, the photo of a flipchart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is known of a file without reading it.

    ``subject`` names the kind of thing it belongs to ("task", "event", "photo"), ``subject_id`` the thing; ``size`` is
    in bytes. A photo belongs to a session: "photo", or "photo/<round>/<table>" where it is of one table in one round.
    """

    id: str
    event_id: str
    subject: str
    subject_id: str
    name: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str
