"""Stores the pages participants open on their phones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from facilitation.domain.phone_link import PhoneLink
from facilitation.storage.row_access import columns, field_names, field_values, table_of
from facilitation.storage.rows import PhoneLinkRow
from facilitation.storage.secret_tokens import beginning, begins_alike, the_one

_FIELDS = field_names(PhoneLink)
_LINKS = table_of(PhoneLinkRow)
_EVERY = select(*columns(_LINKS, _FIELDS))
_ALIKE = _EVERY.where(begins_alike(_LINKS.c.token))
_OPEN = _EVERY.where(_LINKS.c.event_id == bindparam("event_id"), _LINKS.c.revoked_at.is_(None)).order_by(
    _LINKS.c.created_at, _LINKS.c.token
)


class PhoneLinkStore:
    """The links of all events, known by their token. They outlive a person taken off the list, for an undo."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, links: Iterable[PhoneLink]) -> None:
        """Keep new links."""
        if values := [field_values(link, _FIELDS) for link in links]:
            self._session.execute(insert(_LINKS), values)

    def find(self, token: str) -> PhoneLink | None:
        """The link of a token, revoked or not; None where nobody ever had it."""
        return the_one((PhoneLink(*row) for row in self._session.execute(_ALIKE, beginning(token))), token)

    def open_for(self, event_id: str) -> tuple[PhoneLink, ...]:
        """The links of an event that were not revoked, the oldest first."""
        return tuple(PhoneLink(*row) for row in self._session.execute(_OPEN, {"event_id": event_id}))

    def of_part(self, participation_id: str) -> tuple[PhoneLink, ...]:
        """The links of one participation, revoked or not."""
        every = _EVERY.where(_LINKS.c.participation_id == participation_id)
        return tuple(PhoneLink(*row) for row in self._session.execute(every))

    def move(self, tokens: Iterable[str], participation_id: str) -> None:
        """Give links to another participation."""
        some = update(_LINKS).where(_LINKS.c.token.in_(list(tokens)))
        self._session.execute(some.values(participation_id=participation_id))

    def revoke(self, token: str, at: datetime) -> None:
        """From now on the token opens nothing; a link revoked before keeps its time."""
        one = update(_LINKS).where(_LINKS.c.token == token, _LINKS.c.revoked_at.is_(None))
        self._session.execute(one.values(revoked_at=at))

    def revoke_all(self, event_id: str, at: datetime) -> None:
        """From now on no link of the event opens anything."""
        every = update(_LINKS).where(_LINKS.c.event_id == event_id, _LINKS.c.revoked_at.is_(None))
        self._session.execute(every.values(revoked_at=at))
