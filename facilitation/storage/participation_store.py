"""Stores people and their part in events.

A person is one row for all events. Changing the person through one event raises the version of the person's other
participations, so that an older copy of the person cannot overwrite the newer one from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from facilitation.domain.person import Participation, Person
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
from facilitation.storage.rows import ParticipationRow, PersonRow

_FIELDS = field_names(Participation, without=("person", "version"))
_PERSON_FIELDS = field_names(Person)
_SPLIT = len(_PERSON_FIELDS)
_PERSONS = table_of(PersonRow)
_PARTS = table_of(ParticipationRow)
_PEOPLE = select(*columns(_PERSONS, _PERSON_FIELDS)).order_by(_PERSONS.c.name, _PERSONS.c.id)
_EVERY = (
    select(*columns(_PERSONS, _PERSON_FIELDS), *columns(_PARTS, (*_FIELDS, "version")))
    .join_from(_PARTS, _PERSONS)
    .order_by(_PARTS.c.number, _PARTS.c.id)
)
_ONE = _EVERY.where(_PARTS.c.id == bindparam("id"))
_OF_PERSON = _EVERY.where(_PARTS.c.person_id == bindparam("person_id"))
_OF_EVENT = _EVERY.where(_PARTS.c.event_id == bindparam("event_id"))


class ParticipationStore:
    """Who takes part in which event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, participation_id: str) -> Participation:
        """The participation with its person; NotFound if there is none with this id."""
        row = self._session.execute(_ONE, {"id": participation_id}).one_or_none()
        if row is None:
            raise NotFound(mark("This person is not on the list any more. Choose another one from the list."))
        return _to_domain(row)

    def list_for(self, event_id: str) -> tuple[Participation, ...]:
        """The people of an event in the order they came."""
        return tuple(_to_domain(row) for row in self._session.execute(_OF_EVENT, {"event_id": event_id}))

    def list_of(self, person_id: str) -> tuple[Participation, ...]:
        """What one person has part in, in any event."""
        return tuple(_to_domain(row) for row in self._session.execute(_OF_PERSON, {"person_id": person_id}))

    def save(self, participation: Participation) -> Participation:
        """Save part and person, return the part with its next version; ChangedElsewhere if somebody was faster."""
        key = participation.id
        row, is_new = row_to_write(self._session, ParticipationRow, key, participation, stored=lambda: self.get(key))
        self._save_person(participation)
        if is_new:
            row.number = next_number(ParticipationRow, participation.event_id)
        _fill(row, participation)
        write_out(self._session, [row])
        return saved(participation)

    def remove(self, participation_id: str) -> None:
        """Remove the participation, if it is there, and the person if no event is left."""
        self._session.execute(delete(_PARTS).where(_PARTS.c.id == participation_id))
        remove_people_without_event(self._session)

    def _save_person(self, participation: Participation) -> None:
        person = participation.person
        row = self._session.get(PersonRow, person.id, with_for_update=True)
        is_new = row is None
        row = PersonRow() if row is None else row
        fill(row, person, _PERSON_FIELDS)
        self._session.add(row)
        if not is_new and self._session.is_modified(row):
            self._outdate_other_parts(participation)
        self._session.flush()

    def _outdate_other_parts(self, participation: Participation) -> None:
        others = (_PARTS.c.person_id == participation.person.id, _PARTS.c.id != participation.id)
        self._session.execute(update(_PARTS).where(*others).values(version=_PARTS.c.version + 1))


class PeopleStore:
    """The people of all events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_all(self) -> tuple[Person, ...]:
        """Everybody who is in some event, by name as the database sorts it."""
        return tuple(Person(*row) for row in self._session.execute(_PEOPLE))

    def remove_without_event(self) -> None:
        """Remove everybody who has no part in any event any more."""
        remove_people_without_event(self._session)


def remove_people_without_event(session: Session) -> None:
    """Remove persons nobody needs any more: their data must not outlive the events they came for."""
    still_needed = select(_PARTS.c.id).where(_PARTS.c.person_id == _PERSONS.c.id).exists()
    session.execute(delete(_PERSONS).where(~still_needed))


def _to_domain(row: Sequence[Any]) -> Participation:
    key, event_id, *values = row[_SPLIT:]
    return Participation(key, event_id, Person(*row[:_SPLIT]), *values)


def _fill(row: ParticipationRow, participation: Participation) -> None:
    row.person_id = participation.person.id
    fill(row, participation, _FIELDS)
