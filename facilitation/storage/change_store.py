"""Stores the history of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from facilitation.domain.history import REDO, UNDO, Change
from facilitation.storage.row_access import (
    columns,
    field_names,
    field_values,
    fill,
    insert_numbered,
    next_number,
    table_of,
    write_out,
)
from facilitation.storage.rows import ChangeRow

_FIELDS = field_names(Change)
_CHANGES = table_of(ChangeRow)
_OF_EVENT = (
    select(*columns(_CHANGES, _FIELDS))
    .where(_CHANGES.c.event_id == bindparam("event_id"))
    .order_by(_CHANGES.c.number.desc(), _CHANGES.c.id)
)
_OF_SUBJECT = _OF_EVENT.where(_CHANGES.c.subject == bindparam("subject"))
_OF_SUBJECTS = _OF_EVENT.where(_CHANGES.c.subject.in_(bindparam("subjects", expanding=True)))
_TO_UNDO = _OF_SUBJECT.where(_CHANGES.c.is_undone.is_(False), _CHANGES.c.verb.not_in((UNDO, REDO))).limit(1)
_ONE_TO_UNDO = _TO_UNDO.where(_CHANGES.c.subject_id == bindparam("subject_id"))
_BY_ID = select(*columns(_CHANGES, _FIELDS)).where(_CHANGES.c.id == bindparam("id"))


class ChangeStore:
    """Who changed what; written once, only ever marked as undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, change: Change) -> None:
        """Write one row of history."""
        row = ChangeRow(number=next_number(ChangeRow, change.event_id))
        fill(row, change, _FIELDS)
        write_out(self._session, [row])

    def add_all(self, changes: Iterable[Change]) -> None:
        """Write many rows of history, in this order."""
        insert_numbered(self._session, ChangeRow, [field_values(change, _FIELDS) for change in changes])

    def list_for(self, event_id: str, limit: int = 50) -> tuple[Change, ...]:
        """The newest changes of an event, the newest first."""
        rows = self._session.execute(_OF_EVENT.limit(limit), {"event_id": event_id})
        return tuple(_to_domain(row) for row in rows)

    def all_of(self, event_id: str, subjects: Iterable[str]) -> tuple[Change, ...]:
        """Every change of things of these kinds, the newest first."""
        asked = {"event_id": event_id, "subjects": list(subjects)}
        return tuple(_to_domain(row) for row in self._session.execute(_OF_SUBJECTS, asked))

    def of_stroke(self, last: Change) -> tuple[Change, ...]:
        """The changes of all events that were made in the same stroke as ``last`` and stand as it does."""
        same = (
            _CHANGES.c.happened_at == last.happened_at,
            _CHANGES.c.actor == last.actor,
            _CHANGES.c.verb == last.verb,
            _CHANGES.c.is_undone == last.is_undone,
        )
        every = select(*columns(_CHANGES, _FIELDS)).where(*same)
        rows = self._session.execute(every.order_by(_CHANGES.c.number.desc(), _CHANGES.c.id))
        return tuple(_to_domain(row) for row in rows)

    def last(self, event_id: str, subject: str, subject_id: str = "") -> Change | None:
        """The newest change of a subject that can be undone; without ``subject_id`` of any of this kind."""
        asked = {"event_id": event_id, "subject": subject}
        if subject_id:
            row = self._session.execute(_ONE_TO_UNDO, asked | {"subject_id": subject_id}).one_or_none()
        else:
            row = self._session.execute(_TO_UNDO, asked).one_or_none()
        return None if row is None else _to_domain(row)

    def last_undone(self, event_id: str, subject: str) -> Change | None:
        """The change of this kind that was taken back last and can be made again; none after a new change."""
        asked = {"event_id": event_id, "subject": subject}
        newest = self._session.execute(_OF_SUBJECT.limit(1), asked).one_or_none()
        if newest is None or _to_domain(newest).verb not in (UNDO, REDO):
            return None
        target = _to_redo(map(_to_domain, self._session.execute(_OF_SUBJECT, asked)))
        row = self._session.execute(_BY_ID, {"id": target}).one_or_none() if target else None
        return None if row is None else _to_domain(row)

    def mark_undone(self, change_id: str, *, is_undone: bool = True) -> None:
        """Remember that a change was taken back, or made again."""
        self._session.execute(update(_CHANGES).where(_CHANGES.c.id == change_id).values(is_undone=is_undone))


def _to_redo(newest_first: Iterable[Change]) -> str:
    """The id of the change whose undoing has not been answered by a redo, down to the newest change of another verb."""
    answered = 0
    for step in newest_first:
        if step.verb == REDO:
            answered += 1
        elif step.verb != UNDO:
            return ""
        elif answered:
            answered -= 1
        else:
            return step.after
    return ""


def _to_domain(row: Sequence[Any]) -> Change:
    return Change(*row)
