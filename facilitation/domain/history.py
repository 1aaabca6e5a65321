"""One change somebody made: the ground of audit and undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """Who did what to which thing, and how it was before and after.

    ``subject`` names the kind of thing ("agenda", "guide", "event", "task", "participation", "cafe", "note",
    "proceedings"), ``subject_id`` which one; ``before`` and ``after`` are JSON texts ("" = did not exist).
    Undoing and redoing write rows too, with the verbs ``UNDO`` and ``REDO``; their ``after`` is the id of the change.
    """

    id: str
    event_id: str
    happened_at: datetime
    actor: str
    verb: str
    subject: str
    subject_id: str
    before: str = ""
    after: str = ""
    is_undone: bool = False
