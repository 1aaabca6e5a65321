"""What notes and tasks have in common: items of an event, saved one by one and listed by their position."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.note import Note
from facilitation.domain.task import Task
from facilitation.errors import NotFound
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

Item = TypeVar("Item", Note, Task)


class PositionedStore(Generic[Item]):
    """The items of one kind of all events. ``missing`` is said where there is none with an id."""

    kind: ClassVar[type[Any]]
    row_type: ClassVar[type[Any]]
    missing: ClassVar[str]

    def __init__(self, session: Session) -> None:
        self._session = session
        self._fields = field_names(self.kind, without=("version",))
        self._table = table_of(self.row_type)

    def get(self, item_id: str) -> Item:
        """The item; NotFound if there is none with this id."""
        found = self._read(self._table.c.id, item_id)
        if not found:
            raise NotFound(self.missing)
        return found[0]

    def list_for(self, event_id: str) -> tuple[Item, ...]:
        """The items of an event by position; equal positions in the order they came."""
        return self._read(self._table.c.event_id, event_id)

    def save(self, item: Item) -> Item:
        """Save and return the item with its next version; ChangedElsewhere if somebody else was faster."""
        row, is_new = row_to_write(self._session, self.row_type, item.id, item, stored=lambda: self.get(item.id))
        if is_new:
            row.number = next_number(self.row_type, item.event_id)
        fill(row, item, self._fields)
        write_out(self._session, [row])
        return saved(item)

    def remove(self, item_id: str) -> None:
        """Remove the item, if it is there."""
        self._session.execute(delete(self._table).where(self._table.c.id == item_id))

    def _read(self, column: Any, value: str) -> tuple[Item, ...]:
        table = self._table
        every = select(*columns(table, (*self._fields, "version"))).where(column == bindparam("value"))
        rows = self._session.execute(every.order_by(table.c.position, table.c.number, table.c.id), {"value": value})
        return tuple(self.kind(*row) for row in rows)
