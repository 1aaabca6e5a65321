"""Stores the history of events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from facilitation.domain.history import Change
from facilitation.storage.row_access import columns, field_names, fill, next_number, table_of, write_out
from facilitation.storage.rows import ChangeRow

_FIELDS = field_names(Change)
_CHANGES = table_of(ChangeRow)
_OF_EVENT = (
    select(*columns(_CHANGES, _FIELDS))
    .where(_CHANGES.c.event_id == bindparam("event_id"))
    .order_by(_CHANGES.c.number.desc(), _CHANGES.c.id)
)
_TO_UNDO = _OF_EVENT.where(
    _CHANGES.c.subject == bindparam("subject"), _CHANGES.c.is_undone.is_(False), _CHANGES.c.verb != "undo"
).limit(1)
_ONE_TO_UNDO = _TO_UNDO.where(_CHANGES.c.subject_id == bindparam("subject_id"))


class ChangeStore:
    """Who changed what; written once, only ever marked as undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, change: Change) -> None:
        """Write one row of history."""
        row = ChangeRow(number=next_number(ChangeRow, change.event_id))
        fill(row, change, _FIELDS)
        write_out(self._session, [row])

    def list_for(self, event_id: str, limit: int = 50) -> tuple[Change, ...]:
        """The newest changes of an event, the newest first."""
        rows = self._session.execute(_OF_EVENT.limit(limit), {"event_id": event_id})
        return tuple(_to_domain(row) for row in rows)

    def last(self, event_id: str, subject: str, subject_id: str = "") -> Change | None:
        """The newest change of a subject that can be undone; without ``subject_id`` of any of this kind."""
        asked = {"event_id": event_id, "subject": subject}
        if subject_id:
            row = self._session.execute(_ONE_TO_UNDO, asked | {"subject_id": subject_id}).one_or_none()
        else:
            row = self._session.execute(_TO_UNDO, asked).one_or_none()
        return None if row is None else _to_domain(row)

    def mark_undone(self, change_id: str) -> None:
        """Remember that a change was taken back."""
        self._session.execute(update(_CHANGES).where(_CHANGES.c.id == change_id).values(is_undone=True))


def _to_domain(row: Sequence[Any]) -> Change:
    return Change(*row)
