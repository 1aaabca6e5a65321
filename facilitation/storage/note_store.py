"""Stores what was written down in the sessions."""

from __future__ import annotations

from facilitation.domain.note import Note
from facilitation.errors import mark
from facilitation.storage.listed_store import ListedStore
from facilitation.storage.rows import NoteRow


class NoteStore(ListedStore[Note]):
    """The notes of all events."""

    kind = Note
    row_type = NoteRow
    missing = mark("This note does not exist any more. Choose another one from the list.")
    order = ("position", "number", "id")
