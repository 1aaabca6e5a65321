"""Stores what was written down in the sessions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.note import Note
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import (
    columns,
    field_names,
    fill,
    next_number,
    row_to_write,
    saved,
    table_of,
    write_out,
)
from facilitation.storage.rows import NoteRow

_FIELDS = field_names(Note, without=("version",))
_NOTES = table_of(NoteRow)
_EVERY = select(*columns(_NOTES, (*_FIELDS, "version"))).order_by(_NOTES.c.position, _NOTES.c.number, _NOTES.c.id)
_ONE = _EVERY.where(_NOTES.c.id == bindparam("id"))
_OF_EVENT = _EVERY.where(_NOTES.c.event_id == bindparam("event_id"))


class NoteStore:
    """The notes of all events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, note_id: str) -> Note:
        """The note; NotFound if there is none with this id."""
        row = self._session.execute(_ONE, {"id": note_id}).one_or_none()
        if row is None:
            raise NotFound(mark("This note does not exist any more. Choose another one from the list."))
        return _to_domain(row)

    def list_for(self, event_id: str) -> tuple[Note, ...]:
        """The notes of an event by position; equal positions in the order they came."""
        return tuple(_to_domain(row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def save(self, note: Note) -> Note:
        """Save and return the note with its next version; ChangedElsewhere if somebody else was faster."""
        row, is_new = row_to_write(self._session, NoteRow, note.id, note, stored=lambda: self.get(note.id))
        if is_new:
            row.number = next_number(NoteRow, note.event_id)
        _fill(row, note)
        write_out(self._session, [row])
        return saved(note)

    def remove(self, note_id: str) -> None:
        """Remove the note, if it is there."""
        self._session.execute(delete(_NOTES).where(_NOTES.c.id == note_id))


def _to_domain(row: Sequence[Any]) -> Note:
    return Note(*row)


def _fill(row: NoteRow, note: Note) -> None:
    fill(row, note, _FIELDS)
