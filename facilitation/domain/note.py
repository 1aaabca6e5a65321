"""What was written down in a session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note holds. ``HARVEST`` = what a café table brought out in a round; ``SYNTHESIS`` = a line that sums up
    other notes."""

    KEY_POINT = "key_point"
    QUOTE = "quote"
    QUESTION = "question"
    RECOMMENDATION = "recommendation"
    COMMITMENT = "commitment"
    PARKING_LOT = "parking_lot"
    HARVEST = "harvest"
    SYNTHESIS = "synthesis"


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a session, in the words it was typed in.

    ``speaker`` is what the note-taker wrote; what a paper may show of it follows from the session's attribution rule
    (``planning.attribution``). ``speaker_id`` links to a participation where known. ``owner`` and ``due_on``
    belong to commitments (and recommendations: to whom). ``table`` and ``round`` belong to a café's harvest.
    ``done_on`` = the day a commitment was kept (``None`` = still open).
    ``theme_id`` = the theme of the volume it was gathered under; ``source_note_ids`` = the notes a synthesis rests on.
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
    speaker_id: str = ""
    theme_id: str = ""
    source_note_ids: tuple[str, ...] = ()
    version: int = 0
