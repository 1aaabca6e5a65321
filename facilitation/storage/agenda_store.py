"""Stores agendas: a head with the version, a row per day and a row per item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.storage.event_store import refuse_unknown_event
from facilitation.storage.row_access import (
    Values,
    columns,
    field_names,
    field_values,
    fill,
    row_to_write,
    saved,
    sync_children,
    table_of,
    write_out,
)
from facilitation.storage.rows import AgendaDayRow, AgendaItemRow, AgendaRow

_ITEM_FIELDS = field_names(AgendaItem)
_HEAD_FIELDS = field_names(Agenda, without=("event_id", "days", "version"))
_EVENT: BindParameter[str] = bindparam("event_id")
_DAY_TABLE = table_of(AgendaDayRow)
_ITEM_TABLE = table_of(AgendaItemRow)
_HEADS = table_of(AgendaRow)
_HEAD = select(*columns(_HEADS, (*_HEAD_FIELDS, "version"))).where(_HEADS.c.event_id == _EVENT)
_DAYS = (
    select(_DAY_TABLE.c.day, _DAY_TABLE.c.starts_at).where(_DAY_TABLE.c.event_id == _EVENT).order_by(_DAY_TABLE.c.day)
)
_ITEMS = (
    select(*columns(_ITEM_TABLE, ("day", *_ITEM_FIELDS)))
    .where(_ITEM_TABLE.c.event_id == _EVENT)
    .order_by(_ITEM_TABLE.c.day, _ITEM_TABLE.c.position)
)


class AgendaStore:
    """The agendas, one per event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str) -> Agenda:
        """The agenda of an event, empty and of version 0 where none was saved; NotFound without the event."""
        asked = {"event_id": event_id}
        # The head comes first: a change in between then makes the next save stale instead of overwriting it.
        head = self._session.execute(_HEAD, asked).one_or_none()
        if head is None:
            refuse_unknown_event(self._session, event_id)
            return Agenda(event_id)
        items: defaultdict[int, list[AgendaItem]] = defaultdict(list)
        for row in self._session.execute(_ITEMS, asked):
            items[row[0]].append(_to_domain(row))
        days = self._session.execute(_DAYS, asked)
        return Agenda(event_id, tuple(AgendaDay(starts_at, tuple(items[day])) for day, starts_at in days), *head)

    def save(self, agenda: Agenda) -> Agenda:
        """Save and return the agenda with its next version; ChangedElsewhere if somebody else was faster."""
        event_id = agenda.event_id
        head, _ = row_to_write(self._session, AgendaRow, event_id, agenda, stored=lambda: self.get(event_id))
        head.event_id = event_id
        fill(head, agenda, _HEAD_FIELDS)
        write_out(self._session, [head])
        sync_children(self._session, _DAY_TABLE, {"event_id": event_id}, _day_values(agenda))
        sync_children(self._session, _ITEM_TABLE, {"event_id": event_id}, _item_values(agenda))
        return saved(agenda)


def _to_domain(row: Sequence[Any]) -> AgendaItem:
    return AgendaItem(*row[1:])


def _day_values(agenda: Agenda) -> Iterator[Values]:
    for number, day in enumerate(agenda.days, start=1):
        yield {"day": number, "starts_at": day.starts_at}


def _item_values(agenda: Agenda) -> Iterator[Values]:
    for number, day in enumerate(agenda.days, start=1):
        for position, item in enumerate(day.items):
            yield {"day": number, "position": position, **field_values(item, _ITEM_FIELDS)}
