"""Stores events; removing one removes everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.event import Event
from facilitation.errors import NotFound, mark
from facilitation.storage.participation_store import remove_people_without_event
from facilitation.storage.row_access import columns, field_names, fill, row_to_write, saved, table_of, write_out
from facilitation.storage.rows import EventRow

_FIELDS = field_names(Event, without=("version",))
_EVENTS = table_of(EventRow)
_EVERY = select(*columns(_EVENTS, (*_FIELDS, "version"))).order_by(_EVENTS.c.starts_on, _EVENTS.c.id)
_ONE = _EVERY.where(_EVENTS.c.id == bindparam("id"))


class EventStore:
    """The events of this database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str) -> Event:
        """The event; NotFound if there is none with this id."""
        row = self._session.execute(_ONE, {"id": event_id}).one_or_none()
        if row is None:
            raise NotFound(mark("There is no event “{id}” (any more). Choose another event."), id=event_id)
        return _to_domain(row)

    def list_all(self) -> tuple[Event, ...]:
        """Every event, the earliest first."""
        return tuple(_to_domain(row) for row in self._session.execute(_EVERY))

    def save(self, event: Event) -> Event:
        """Save and return the event with its next version; ChangedElsewhere if somebody else was faster."""
        row, _ = row_to_write(self._session, EventRow, event.id, event, stored=lambda: self.get(event.id))
        _fill(row, event)
        write_out(self._session, [row])
        return saved(event)

    def remove(self, event_id: str) -> None:
        """Remove the event with its agenda, guide, tasks, people, cafés, notes, proceedings and history."""
        self._session.execute(delete(_EVENTS).where(_EVENTS.c.id == event_id))
        remove_people_without_event(self._session)


def _to_domain(row: Sequence[Any]) -> Event:
    return Event(*row)


def _fill(row: EventRow, event: Event) -> None:
    fill(row, event, _FIELDS)


def refuse_unknown_event(session: Session, event_id: str) -> None:
    """Raise NotFound unless the event exists."""
    EventStore(session).get(event_id)
