"""Stores people and their part in events.

A person is one row for all events. Changing the person through one event raises the version of the person's other
participations, so that an older copy of the person cannot overwrite the newer one from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from facilitation.domain.person import Participation, Person
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import (
    columns,
    field_names,
    field_values,
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

    def of_person(self, person_id: str) -> tuple[Participation, ...]:
        """Somebody's parts in all events."""
        return tuple(_to_domain(row) for row in self._session.execute(_OF_PERSON, {"person_id": person_id}))

    def number_of(self, participation_id: str) -> int:
        """The place of a participation on its event's list; 0 where it is not there."""
        place = select(_PARTS.c.number).where(_PARTS.c.id == participation_id)
        return self._session.execute(place).scalar_one_or_none() or 0

    def put_at(self, participation_id: str, number: int) -> None:
        """Give a participation its old place on the list back."""
        self._session.execute(update(_PARTS).where(_PARTS.c.id == participation_id).values(number=number))

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

    def add_many(self, participations: Sequence[Participation]) -> tuple[Participation, ...]:
        """Add new participations of one event at the end of its list, in a few statements; with their versions."""
        if not participations:
            return ()
        ids = {part.person.id for part in participations}
        known = set(self._session.scalars(select(_PERSONS.c.id).where(_PERSONS.c.id.in_(ids))))
        for part in participations:
            if part.person.id in known:
                self._save_person(part)
        new = [field_values(part.person, _PERSON_FIELDS) for part in participations if part.person.id not in known]
        if new:
            self._session.execute(insert(_PERSONS), new)
        of_event = select(func.coalesce(func.max(_PARTS.c.number), 0)).where(
            _PARTS.c.event_id == participations[0].event_id
        )
        last = self._session.scalars(of_event).one()
        self._session.execute(insert(_PARTS), [_values(part, last + n) for n, part in enumerate(participations, 1)])
        return tuple(saved(part) for part in participations)

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

    def remove_unneeded(self) -> None:
        """Remove persons no event has a part for any more."""
        remove_people_without_event(self._session)


def remove_people_without_event(session: Session) -> None:
    """Remove persons nobody needs any more: their data must not outlive the events they came for."""
    still_needed = select(_PARTS.c.id).where(_PARTS.c.person_id == _PERSONS.c.id).exists()
    session.execute(delete(_PERSONS).where(~still_needed))


def _to_domain(row: Sequence[Any]) -> Participation:
    key, event_id, *values = row[_SPLIT:]
    return Participation(key, event_id, Person(*row[:_SPLIT]), *values)


def _values(part: Participation, number: int) -> dict[str, Any]:
    return field_values(part, _FIELDS) | {"person_id": part.person.id, "number": number, "version": part.version + 1}


def _fill(row: ParticipationRow, participation: Participation) -> None:
    row.person_id = participation.person.id
    fill(row, participation, _FIELDS)
