"""Stores questionnaires, the replies to them, and the links strangers answer through."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from facilitation.domain.consultation import FormLink, Questionnaire, Reply
from facilitation.errors import mark
from facilitation.storage.listed_store import ListedStore
from facilitation.storage.row_access import (
    columns,
    field_names,
    field_values,
    table_of,
)
from facilitation.storage.rows import FormLinkRow, QuestionnaireRow, ReplyRow

_LINK_FIELDS = field_names(FormLink)
_LINKS = table_of(FormLinkRow)
_EVERY_LINK = select(*columns(_LINKS, _LINK_FIELDS))


class QuestionnaireStore(ListedStore[Questionnaire]):
    """The questionnaires of all events."""

    kind = Questionnaire
    row_type = QuestionnaireRow
    missing = mark("This questionnaire was removed in the meantime. Choose another one.")


class ReplyStore(ListedStore[Reply]):
    """The replies of all events."""

    kind = Reply
    row_type = ReplyRow
    missing = mark("This reply was removed in the meantime. Choose another one.")

    def find(self, reply_id: str) -> Reply | None:
        """The reply, or None where there is none with this id."""
        return next(iter(self._read(self._table.c.id, reply_id)), None)

    def of_person(self, questionnaire_id: str, participation_id: str) -> Reply | None:
        """What somebody answered to a questionnaire, draft or handed in; the newest where there are several."""
        every = self._read(self._table.c.participation_id, participation_id)
        return next((reply for reply in reversed(every) if reply.questionnaire_id == questionnaire_id), None)


class FormLinkStore:
    """The links of all questionnaires, known by their id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, links: Iterable[FormLink]) -> None:
        """Keep new links."""
        if values := [field_values(link, _LINK_FIELDS) for link in links]:
            self._session.execute(insert(_LINKS), values)

    def find(self, link_id: str) -> FormLink | None:
        """The link with this id, revoked or not; None where there never was one."""
        row = self._session.execute(_EVERY_LINK.where(_LINKS.c.id == link_id)).one_or_none()
        return None if row is None else FormLink(*row)

    def list_for(self, event_id: str) -> tuple[FormLink, ...]:
        """The links of an event, the oldest first."""
        of_event = _EVERY_LINK.where(_LINKS.c.event_id == event_id).order_by(_LINKS.c.created_at, _LINKS.c.id)
        return tuple(FormLink(*row) for row in self._session.execute(of_event))

    def move(self, link_ids: Iterable[str], participation_id: str) -> None:
        """Give links to another participation."""
        some = update(_LINKS).where(_LINKS.c.id.in_(list(link_ids)))
        self._session.execute(some.values(participation_id=participation_id))

    def revoke(self, link_id: str, at: datetime) -> None:
        """From now on no answer is taken through the link; one revoked before keeps its time."""
        one = update(_LINKS).where(_LINKS.c.id == link_id, _LINKS.c.revoked_at.is_(None))
        self._session.execute(one.values(revoked_at=at))

    def forget_secrets(self, link_ids: Iterable[str], at: datetime) -> None:
        """Nobody opens these links again, and nothing is left of what opened them."""
        some = update(_LINKS).where(_LINKS.c.id.in_(list(link_ids)))
        self._session.execute(some.values(secret="", revoked_at=func.coalesce(_LINKS.c.revoked_at, at)))
