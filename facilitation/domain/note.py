"""What was written down in a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note holds. ``HARVEST`` = what a café table brought out in a round."""

    KEY_POINT = "key_point"
    QUOTE = "quote"
    QUESTION = "question"
    RECOMMENDATION = "recommendation"
    COMMITMENT = "commitment"
    PARKING_LOT = "parking_lot"
    HARVEST = "harvest"


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a session, in the words it was typed in.

    ``speaker`` is what the note-taker wrote; what a paper may show of it follows from the session's attribution rule
    (``planning.attribution``). ``speaker_person_id`` links to a participation where known. ``owner`` and ``due_on``
    belong to commitments (and recommendations: to whom). ``table`` and ``round`` belong to a café's harvest.
    ``done_on`` = the day a commitment was kept (``None`` = still open).
    """

    id: str
    event_id: str
    item_id: str
    kind: NoteKind
    text: str
    speaker: str = ""
    speaker_role: str = ""
    speaker_sector: str = ""
    quote_consent: bool = False
    owner: str = ""
    due_on: date | None = None
    round: int | None = None
    table: int | None = None
    author: str = ""
    written_at: datetime | None = None
    position: int = 0
    done_on: date | None = None
    version: int = 0
