"""Takes one person's traces, or one field of many, out of every table and out of the bytes of the database file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Engine, Table, TypeDecorator, delete, or_, select, text, type_coerce, update
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Session

from facilitation.domain.person_file import OwnLink
from facilitation.planning.redaction import Redaction
from facilitation.storage.column_types import AsJson, Moment, OneOf, Words
from facilitation.storage.row_access import table_of
from facilitation.storage.rows import (
    AttachmentRow,
    CalendarFeedRow,
    ChangeRow,
    FormLinkRow,
    ParticipationRow,
    PersonRow,
    PhoneLinkRow,
    PreferenceRow,
    ReleaseRow,
    Row,
)

Rewrite = Callable[[str], str]
_CHANGES = table_of(ChangeRow)
_PREFERENCES = table_of(PreferenceRow)
_PARTS = table_of(ParticipationRow)
_OTHERS = PersonRow.__tablename__
"""People who are not erased keep their names and addresses, also where somebody else shares them."""
_JSON_BY_HAND = frozenset({(ChangeRow.__tablename__, "before"), (ChangeRow.__tablename__, "after")}) | {
    (ReleaseRow.__tablename__, "record")
}
"""Columns that hold JSON and are written as plain text."""


class ErasureStore:
    """What no other store does: it looks into every table, also into what was kept as it once was."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def participations_of(self, person_id: str) -> tuple[str, ...]:
        """The ids of somebody's parts in all events."""
        found = select(_PARTS.c.id).where(_PARTS.c.person_id == person_id).order_by(_PARTS.c.id)
        return tuple(self._session.scalars(found))

    def forget_history(self, subject: str, subject_ids: Collection[str]) -> int:
        """Remove the rows of history of these things: undo must not bring them back. Answers how many."""
        of_things = (_CHANGES.c.subject == subject, _CHANGES.c.subject_id.in_(list(subject_ids)))
        return _count(self._session.execute(delete(_CHANGES).where(*of_things)))

    def forget_links(self, participation_ids: Collection[str]) -> int:
        """Remove the phone pages and the addresses of questionnaires of these people. Answers how many."""
        tables = (table_of(PhoneLinkRow), table_of(FormLinkRow))
        wanted = list(participation_ids)
        return sum(
            _count(self._session.execute(delete(table).where(table.c.participation_id.in_(wanted)))) for table in tables
        )

    def links_of(self, participation_id: str) -> tuple[OwnLink, ...]:
        """The links made for somebody, without their secrets."""
        found = []
        for kind, row_type in (("phone", PhoneLinkRow), ("form", FormLinkRow)):
            table = table_of(row_type)
            sought = select(table.c.created_at, table.c.revoked_at).where(table.c.participation_id == participation_id)
            found += [OwnLink(kind, *row) for row in self._session.execute(sought.order_by(table.c.created_at))]
        return tuple(found)

    def forget_choices(self, redaction: Redaction) -> int:
        """Remove remembered choices, drafts and calendar links that speak of the person. Answers how many."""
        kept = self._session.execute(select(_PREFERENCES.c.key, _PREFERENCES.c.value)).all()
        keys = [key for key, value in kept if redaction.is_in(key) or redaction.is_in(value)]
        feeds = table_of(CalendarFeedRow)
        subjects = self._session.execute(select(feeds.c.token, feeds.c.subject)).all()
        tokens = [token for token, subject in subjects if redaction.is_in(subject)]
        self._session.execute(delete(_PREFERENCES).where(_PREFERENCES.c.key.in_(keys)))
        self._session.execute(delete(feeds).where(feeds.c.token.in_(tokens)))
        return len(keys) + len(tokens)

    def sweep(self, redaction: Redaction) -> dict[str, int]:
        """Cover the person in every text of every table; answers how many rows of which table were changed."""
        found = {
            table.name: self._sweep_table(table, redaction)
            for table in Row.metadata.sorted_tables
            if table.name != _OTHERS
        }
        return {name: count for name, count in found.items() if count}

    def files_with(self, words: Collection[str]) -> int:
        """How many attached files hold one of the words as plain bytes; they are not rewritten."""
        content = table_of(AttachmentRow).c.content
        sought = [word.encode() for word in words if word.strip()]
        return sum(any(word in data for word in sought) for data in self._session.scalars(select(content)))

    def blank_history(self, subject_ids: Collection[str], fields: Collection[tuple[str, ...]]) -> int:
        """Take fields (as paths) out of the history of these participations. Answers how many rows changed."""
        of_people = (_CHANGES.c.subject == "participation", _CHANGES.c.subject_id.in_(list(subject_ids)))
        rows = self._session.execute(select(_CHANGES.c.id, _CHANGES.c.before, _CHANGES.c.after).where(*of_people)).all()
        changed = 0
        for key, before, after in rows:
            values = {"before": _without(before, fields), "after": _without(after, fields)}
            if values == {"before": before, "after": after}:
                continue
            changed += 1
            if before and after and set(values.values()) == {"{}"}:
                self._session.execute(delete(_CHANGES).where(or_(_CHANGES.c.id == key, _CHANGES.c.after == key)))
            else:
                self._session.execute(update(_CHANGES).where(_CHANGES.c.id == key).values(**values))
        return changed

    def _sweep_table(self, table: Table, redaction: Redaction) -> int:
        """Rewrite the rows of one table that mention the person."""
        columns = dict(_text_columns(table, redaction))
        keys = [column.name for column in table.primary_key]
        names = [*keys, *(name for name in columns if name not in keys)]
        raw = [type_coerce(table.c[name], _raw(table, name)).label(name) for name in names]
        changed = 0
        for row in self._session.execute(select(*raw)).mappings().all():
            values = {name: rewrite(row[name]) for name, rewrite in columns.items() if row[name] is not None}
            values = {name: value for name, value in values.items() if value != row[name]}
            if values:
                changed += 1
                self._write(table, {name: row[name] for name in keys}, values)
        return changed

    def _write(self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        this_row = [type_coerce(table.c[name], _raw(table, name)) == value for name, value in key.items()]
        fresh = {table.c[name]: type_coerce(value, LongText()) for name, value in values.items()}
        self._session.execute(update(table).where(*this_row).values(fresh))


def _text_columns(table: Table, redaction: Redaction) -> Iterator[tuple[str, Rewrite]]:
    """The columns that hold what people wrote, with what rewrites them."""
    for column in table.columns:
        if isinstance(column.type, OneOf | Moment) or not isinstance(column.type, AsJson | Words):
            continue
        is_json = isinstance(column.type, AsJson) or (table.name, column.name) in _JSON_BY_HAND
        yield column.name, redaction.json_text if is_json else redaction.text


def _raw(table: Table, name: str) -> Any:
    """The type a column is kept as."""
    kind = table.c[name].type
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _without(content: str, fields: Collection[tuple[str, ...]]) -> str:
    """A JSON text of the history without these fields: gone from a difference, empty in a whole thing."""
    if not content.startswith("{"):
        return content
    value = json.loads(content)
    is_whole = "event_id" in value
    cleared = value
    for path in fields:
        cleared = _cleared(cleared, path, is_whole)
    return content if cleared == value else json.dumps(cleared, ensure_ascii=False, separators=(",", ":"))


def _cleared(value: dict[str, Any], path: tuple[str, ...], is_whole: bool) -> dict[str, Any]:
    name, *rest = path
    if name not in value:
        return value
    others = {key: part for key, part in value.items() if key != name}
    if rest:
        inner = _cleared(value[name], tuple(rest), is_whole)
        return others | {name: inner} if inner else others
    empty: Any = [] if isinstance(value[name], list) else ""
    return value | {name: empty} if is_whole else others


def _count(result: Any) -> int:
    return int(result.rowcount)


def wipe_traces(engine: Engine) -> bool:
    """Rewrite the file so that nothing deleted is left in its bytes; False where somebody else was reading.

    A PostgreSQL server is told to free the rows; what its disk keeps is up to whoever looks after it.
    """
    if engine.dialect.name != "sqlite":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM"))
        return True
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, *_rest = cursor.fetchone() or (1,)
        return not is_busy
    except sqlite3.OperationalError:
        return False
    finally:
        raw.close()
