"""Stores the files kept with events."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.orm import Session

from facilitation.domain.attachment import Attachment
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import columns, field_names, field_values, table_of
from facilitation.storage.rows import AttachmentRow

_FIELDS = field_names(Attachment)
_FILES = table_of(AttachmentRow)
_EVERY = select(*columns(_FILES, _FIELDS))
_OF_EVENT = _EVERY.where(_FILES.c.event_id == bindparam("event_id")).order_by(_FILES.c.added_at, _FILES.c.id)
_CONTENT = select(_FILES.c.content).where(_FILES.c.id == bindparam("id"))
MISSING = mark("This file was removed in the meantime.")


class AttachmentStore:
    """The files of all events. They outlive the thing they belong to, for an undo; with the event they go."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, attachment: Attachment, content: bytes) -> None:
        """Keep a new file."""
        self._session.execute(insert(_FILES), [{**field_values(attachment, _FIELDS), "content": content}])

    def list_for(self, event_id: str) -> tuple[Attachment, ...]:
        """What is known of the files of an event, the oldest first."""
        return tuple(Attachment(*row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def get(self, attachment_id: str) -> Attachment:
        """What is known of a file; NotFound if there is none with this id."""
        row = self._session.execute(_EVERY.where(_FILES.c.id == attachment_id)).one_or_none()
        if row is None:
            raise NotFound(MISSING)
        return Attachment(*row)

    def content(self, attachment_id: str) -> bytes:
        """The file itself; NotFound if there is none with this id."""
        found: bytes | None = self._session.execute(_CONTENT, {"id": attachment_id}).scalar_one_or_none()
        if found is None:
            raise NotFound(MISSING)
        return found

    def remove(self, attachment_id: str) -> None:
        """Remove a file, if it is there."""
        self._session.execute(delete(_FILES).where(_FILES.c.id == attachment_id))
