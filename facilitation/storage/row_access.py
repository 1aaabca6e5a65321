"""How every store reads rows fast and writes what two people may edit at once.

Reading selects plain columns in the order of the dataclass (a third of the cost of mapped objects); writing goes
through mapped rows, so that only what differs is sent. Nothing stays in the session between two calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import FlushError, StaleDataError

from facilitation.domain.agenda import Agenda
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe
from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.note import Note
from facilitation.domain.own_file import OwnFile
from facilitation.domain.person import Participation
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.series import Series
from facilitation.domain.task import Task
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound, mark
from facilitation.storage.rows import Row, Versioned

Key = tuple[Any, ...]
Values = Mapping[str, Any]
Saved = TypeVar(
    "Saved",
    Agenda,
    Budget,
    Cafe,
    Event,
    Guide,
    Note,
    OwnFile,
    Participation,
    ProceedingsPlan,
    Questionnaire,
    Reply,
    Series,
    Task,
)
AnyRow = TypeVar("AnyRow", bound=Row)
VersionedRow = TypeVar("VersionedRow", bound=Versioned)


def field_names(kind: type[Any], *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The fields of a dataclass in their order."""
    return tuple(field.name for field in fields(kind) if field.name not in without)


def table_of(row_type: type[Row]) -> Table:
    """The table of a row, for statements that read plain columns."""
    table = row_type.__table__
    assert isinstance(table, Table)
    return table


def columns(table: Table, names: Iterable[str]) -> list[ColumnElement[Any]]:
    """The columns of these names, in this order."""
    return [table.c[name] for name in names]


def field_values(item: object, names: Iterable[str]) -> dict[str, Any]:
    """The fields of these names with their values."""
    return {name: getattr(item, name) for name in names}


def fill(row: Row, item: object, names: Iterable[str]) -> None:
    """Copy the fields of these names from a dataclass to its row."""
    for name in names:
        setattr(row, name, getattr(item, name))


def next_number(row_type: type[Any], event_id: str) -> ScalarSelect[int]:
    """The place after the last row of an event, worked out inside the INSERT."""
    last = func.coalesce(func.max(row_type.number), 0)
    return select(last + 1).where(row_type.event_id == event_id).scalar_subquery()


def insert_numbered(session: Session, row_type: type[Any], values: Sequence[Values]) -> None:
    """Insert many rows in one statement, each after the last row of its event."""
    table, last = table_of(row_type), dict[str, int]()
    for event_id in {str(row["event_id"]) for row in values}:
        newest = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.event_id == event_id)
        last[event_id] = session.execute(newest).scalar_one()
    numbered = []
    for row in values:
        last[row["event_id"]] += 1
        numbered.append({**row, "number": last[row["event_id"]]})
    if numbered:
        session.execute(insert(table), numbered)


def row_to_write(
    session: Session, row_type: type[VersionedRow], key: str | Key, item: Saved, *, stored: Callable[[], Saved]
) -> tuple[VersionedRow, bool]:
    """The locked row of ``item`` with its next version, and whether it is new (not yet added to the session).

    Raises ChangedElsewhere where the stored version is another (``stored`` reads what is there) and NotFound where
    the row was removed in the meantime.
    """
    row = session.get(row_type, key, with_for_update=True)
    if row is None and item.version:
        raise NotFound(mark("This was removed in the meantime. Go back to the list and choose again."))
    if row is not None and row.version != item.version:
        raise changed_elsewhere(item, stored())
    is_new = row is None
    row = row_type() if row is None else row
    row.version = item.version + 1
    return row, is_new


def write_out(session: Session, rows: Iterable[object] = ()) -> None:
    """Send everything to the database now, so that errors name the call that made them, and forget the rows."""
    session.add_all(rows)
    try:
        session.flush()
    except (StaleDataError, FlushError) as error:
        raise ChangedElsewhere from error
    session.expunge_all()


def saved(item: Saved) -> Saved:
    """The object as it is now stored."""
    return replace(item, version=item.version + 1)


def sync_children(session: Session, table: Table, parent: Values, wanted: Iterable[Values]) -> None:
    """Make the rows below ``parent`` (names and values of its key) the wanted ones, known by their primary key.

    Only rows that differ are written; rows nobody wants any more are deleted. Raises InvalidInput for equal keys.
    """
    key_names = [column.name for column in table.primary_key]
    of_parent = [table.c[name] == value for name, value in parent.items()]
    rows = [row._asdict() for row in session.execute(select(table).where(*of_parent))]
    stored = {_key(row, key_names): row for row in rows}
    new, changed = [], []
    seen: set[Key] = set()
    for child in wanted:
        values = {**parent, **child}
        key = _key(values, key_names)
        if key in seen:
            raise InvalidInput(
                mark("The id “{id}” occurs twice in what was to be saved. Give each part its own id."), id=key[-1]
            )
        seen.add(key)
        if key not in stored:
            new.append(values)
        elif stored[key] != values:
            changed.append(values)
    gone = [dict(zip(key_names, key, strict=True)) for key in stored if key not in seen]
    _write(session, table, key_names, gone=gone, changed=changed, new=new)


def _key(values: Values, names: Iterable[str]) -> Key:
    return tuple(values[name] for name in names)


def _write(session: Session, table: Table, key_names: list[str], **rows: list[dict[str, Any]]) -> None:
    """Send the rows that are gone, changed and new, each kind in one statement."""
    this_row = [table.c[name] == bindparam(f"key_{name}") for name in key_names]

    def named(values: Values) -> dict[str, Any]:
        """The values with the key under the names it has in ``this_row``: keys are looked for, never set."""
        return {f"key_{name}" if name in key_names else name: value for name, value in values.items()}

    if rows["gone"]:
        session.execute(delete(table).where(*this_row), [named(values) for values in rows["gone"]])
    if rows["changed"]:
        session.execute(update(table).where(*this_row), [named(values) for values in rows["changed"]])
    if rows["new"]:
        session.execute(insert(table), rows["new"])


def changed_elsewhere(mine: Saved, theirs: Saved) -> ChangedElsewhere:
    """The error with both sides: the field and its two values where one differs, else both whole objects."""
    names = [
        name for name in field_names(type(mine), without=("version",)) if getattr(mine, name) != getattr(theirs, name)
    ]
    subject = str(getattr(mine, "id", "") or getattr(mine, "item_id", "") or getattr(mine, "event_id", ""))
    if len(names) == 1:
        name = names[0]
        return ChangedElsewhere(subject=subject, field=name, mine=getattr(mine, name), theirs=getattr(theirs, name))
    return ChangedElsewhere(subject=subject, mine=mine, theirs=theirs)
