"""What tasks, notes, questionnaires and replies have in common: items of an event, saved and listed in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.note import Note
from facilitation.domain.task import Task
from facilitation.errors import NotFound
from facilitation.storage.row_access import (
    columns,
    field_names,
    field_values,
    fill,
    insert_numbered,
    next_number,
    row_to_write,
    saved,
    table_of,
    write_out,
)

Item = TypeVar("Item", Note, Questionnaire, Reply, Task)


class ListedStore(Generic[Item]):
    """The items of one kind of all events. ``missing`` is said where there is none with an id.

    ``order`` = the columns they are listed by; ``number`` counts them in the order they came.
    """

    kind: ClassVar[type[Any]]
    row_type: ClassVar[type[Any]]
    missing: ClassVar[str]
    order: ClassVar[tuple[str, ...]] = ("number", "id")

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
        """The items of an event in their order."""
        return self._read(self._table.c.event_id, event_id)

    def save(self, item: Item) -> Item:
        """Save and return the item with its next version; ChangedElsewhere if somebody else was faster."""
        row, is_new = row_to_write(self._session, self.row_type, item.id, item, stored=lambda: self.get(item.id))
        if is_new:
            row.number = next_number(self.row_type, item.event_id)
        fill(row, item, self._fields)
        write_out(self._session, [row])
        return saved(item)

    def add_all(self, items: Iterable[Item]) -> None:
        """Keep new items that nobody else can have changed yet, in this order."""
        values = [field_values(item, self._fields) | {"version": item.version + 1} for item in items]
        insert_numbered(self._session, self.row_type, values)

    def remove(self, item_id: str) -> None:
        """Remove the item, if it is there."""
        self._session.execute(delete(self._table).where(self._table.c.id == item_id))

    def _read(self, column: Any, value: str) -> tuple[Item, ...]:
        table = self._table
        every = select(*columns(table, (*self._fields, "version"))).where(column == bindparam("value"))
        rows = self._session.execute(every.order_by(*columns(table, self.order)), {"value": value})
        return tuple(self.kind(*row) for row in rows)
