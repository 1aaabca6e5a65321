"""Stores the released versions of an event."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from facilitation.domain.record import EventRecord
from facilitation.domain.release import Release
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import columns, field_names, field_values, table_of
from facilitation.storage.rows import ReleaseRow

_FIELDS = field_names(Release)
_RELEASES = table_of(ReleaseRow)
_OF_EVENT = (
    select(*columns(_RELEASES, _FIELDS))
    .where(_RELEASES.c.event_id == bindparam("event_id"))
    .order_by(_RELEASES.c.number.desc())
)
_ONE = select(*columns(_RELEASES, _FIELDS)).where(_RELEASES.c.id == bindparam("id"))
_RECORD = select(_RELEASES.c.record).where(_RELEASES.c.id == bindparam("id"))
_RECORDS = select(_RELEASES.c.record).where(_RELEASES.c.event_id == bindparam("event_id")).order_by(_RELEASES.c.number)


GONE = mark("This version does not exist any more. Choose another one from the list.")


@cache
def _adapter() -> TypeAdapter[EventRecord]:
    return TypeAdapter(EventRecord)


class ReleaseStore:
    """The released versions; written once, never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, release: Release, record: EventRecord) -> None:
        """Keep a version with the plan as it is now. A number the event has already raises an error of the database."""
        values = field_values(release, _FIELDS) | {"record": _adapter().dump_json(record).decode()}
        self._session.execute(insert(_RELEASES), [values])

    def list_for(self, event_id: str) -> tuple[Release, ...]:
        """The versions of an event, the newest first."""
        return tuple(Release(*row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def get(self, release_id: str) -> Release:
        """One version; NotFound if there is none with this id."""
        row = self._session.execute(_ONE, {"id": release_id}).one_or_none()
        if row is None:
            raise NotFound(GONE)
        return Release(*row)

    def record(self, release_id: str) -> EventRecord:
        """The plan as it was in a version; NotFound if there is none with this id."""
        content = self._session.execute(_RECORD, {"id": release_id}).scalar_one_or_none()
        if content is None:
            raise NotFound(GONE)
        return _adapter().validate_json(content)

    def records(self, event_id: str) -> tuple[EventRecord, ...]:
        """The plans of all versions of an event, the oldest first."""
        found = self._session.execute(_RECORDS, {"event_id": event_id}).scalars()
        return tuple(_adapter().validate_json(content) for content in found)
