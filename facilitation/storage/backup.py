"""The whole database as one file and back: every table as JSON lines in a zip, with a manifest to check it by.

Values are written as the tables keep them, so a backup of SQLite can be restored into PostgreSQL and the other way.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import (
    Connection,
    Date,
    Engine,
    Interval,
    LargeBinary,
    Table,
    Time,
    TypeDecorator,
    insert,
    select,
    type_coerce,
)
from sqlalchemy import column as plain_column
from sqlalchemy import table as plain_table
from sqlalchemy.types import TypeEngine

from facilitation.errors import InvalidInput, mark
from facilitation.storage.database import READING, SCHEMA_REVISION
from facilitation.storage.rows import Row

_FORMAT = "tryeza-backup-1"
_MANIFEST = "manifest.json"
_CHUNK = 500
_MICROSECOND = timedelta(microseconds=1)
_TABLES = tuple(Row.metadata.sorted_tables)
"""Every table, those that others point to first."""

_Values = dict[str, Any]
_TO_JSON: Mapping[type[TypeEngine[Any]], Callable[[Any], Any]] = {
    Date: date.isoformat,
    Time: time.isoformat,
    Interval: lambda length: length // _MICROSECOND,
    LargeBinary: lambda content: base64.b64encode(content).decode(),
}
_FROM_JSON: Mapping[type[TypeEngine[Any]], Callable[[Any], Any]] = {
    Date: date.fromisoformat,
    Time: time.fromisoformat,
    Interval: lambda number: number * _MICROSECOND,
    LargeBinary: base64.b64decode,
}


class _TableEntry(BaseModel):
    """What the manifest says of one table."""

    model_config = ConfigDict(extra="forbid")

    rows: int
    sha256: str


class _Manifest(BaseModel):
    """What a backup says of itself."""

    model_config = ConfigDict(extra="forbid")

    format: str
    schema_revision: str
    tables: dict[str, _TableEntry]


def write_backup(engine: Engine, path: Path) -> None:
    """Write everything into ``path`` as one picture of one moment; an older file there is replaced at the end.

    Raises InvalidInput where the file cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with _reading(engine) as connection, zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as file:
            entries = {table.name: _write_table(connection, table, file) for table in _TABLES}
            manifest = _Manifest(format=_FORMAT, schema_revision=SCHEMA_REVISION, tables=entries)
            file.writestr(_MANIFEST, manifest.model_dump_json(indent=2))
        unfinished.replace(path)
    except OSError as error:
        raise InvalidInput(
            mark("The backup cannot be written to {path}. Choose another folder, or make room there."), path=str(path)
        ) from error
    finally:
        _discard(unfinished)


def restore_backup(engine: Engine, path: Path) -> None:
    """Replace everything in the database by a backup; the tables must stand at the newest migration.

    The whole file is checked first and written in one transaction: a damaged file or an error changes nothing.
    Raises InvalidInput for a file that is no backup, is damaged or comes from another version.
    """
    try:
        with zipfile.ZipFile(path) as file:
            manifest = _checked_manifest(file, path)
            with engine.begin() as connection:
                for table in reversed(_TABLES):
                    connection.execute(table.delete())
                for table in _TABLES:
                    _read_table(connection, table, file, manifest, path)
    except OSError as error:
        raise InvalidInput(
            mark("The file {path} cannot be read. Check its name and that this user account may read it."),
            path=str(path),
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise _not_a_backup(path) from error


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one unchanging picture of the database."""
    options: dict[str, Any] = {READING: True}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with engine.execution_options(**options).connect() as connection:
        yield connection


def _discard(path: Path) -> None:
    """Remove what is left of a file that was not finished."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _kept_type(table: Table, name: str) -> TypeEngine[Any]:
    """The type a column is kept as, without our conversions."""
    kind = table.c[name].type
    if isinstance(kind, TypeDecorator) and not isinstance(kind, Interval):
        return kind.impl_instance
    return kind


def _converters(
    table: Table, by_type: Mapping[type[TypeEngine[Any]], Callable[[Any], Any]]
) -> dict[str, Callable[[Any], Any]]:
    """The columns whose values JSON cannot hold as they are, with the way to turn them."""
    kinds = {column.name: _kept_type(table, column.name) for column in table.columns}
    return {
        name: convert for name, kind in kinds.items() for wanted, convert in by_type.items() if isinstance(kind, wanted)
    }


def _converted(values: _Values, converters: Mapping[str, Callable[[Any], Any]]) -> _Values:
    """The values with those columns turned that need it."""
    turned = {name: convert(values[name]) for name, convert in converters.items() if values[name] is not None}
    return values | turned


def _write_table(connection: Connection, table: Table, file: zipfile.ZipFile) -> _TableEntry:
    """Write one table line by line."""
    names = [column.name for column in table.columns]
    statement = select(*(type_coerce(table.c[name], _kept_type(table, name)).label(name) for name in names))
    converters = _converters(table, _TO_JSON)
    digest, count = hashlib.sha256(), 0
    with file.open(f"{table.name}.jsonl", "w") as lines:
        for row in connection.execute(statement.order_by(*table.primary_key.columns)).yield_per(_CHUNK):
            values = _converted(row._asdict(), converters)
            line = json.dumps(values, ensure_ascii=False).encode() + b"\n"
            lines.write(line)
            digest.update(line)
            count += 1
    return _TableEntry(rows=count, sha256=digest.hexdigest())


def _checked_manifest(file: zipfile.ZipFile, path: Path) -> _Manifest:
    """The manifest of a file whose every table is whole."""
    try:
        manifest = _Manifest.model_validate_json(file.read(_MANIFEST))
    except (KeyError, ValidationError) as error:
        raise _not_a_backup(path) from error
    if manifest.format != _FORMAT or manifest.schema_revision != SCHEMA_REVISION:
        raise InvalidInput(
            mark("The backup {path} was made by another version of Tryeza. Restore it with that version."),
            path=str(path),
        )
    if set(manifest.tables) != {table.name for table in _TABLES}:
        raise _not_a_backup(path)
    for name, entry in manifest.tables.items():
        _check_table(file, name, entry, path)
    return manifest


def _check_table(file: zipfile.ZipFile, name: str, entry: _TableEntry, path: Path) -> None:
    """Raise InvalidInput unless the lines of a table are those that were written."""
    digest, count = hashlib.sha256(), 0
    try:
        with file.open(f"{name}.jsonl") as lines:
            for line in lines:
                digest.update(line)
                count += 1
    except KeyError as error:
        raise _not_a_backup(path) from error
    if (digest.hexdigest(), count) != (entry.sha256, entry.rows):
        raise _not_a_backup(path)


def _read_table(connection: Connection, table: Table, file: zipfile.ZipFile, manifest: _Manifest, path: Path) -> None:
    """Write the lines of one table into the database."""
    if not manifest.tables[table.name].rows:
        return
    converters = _converters(table, _FROM_JSON)
    names = {column.name for column in table.columns}
    target = plain_table(table.name, *(plain_column(name, _kept_type(table, name)) for name in names))
    with file.open(f"{table.name}.jsonl") as lines:
        while chunk := [_row(line, names, converters, path) for line in islice(lines, _CHUNK)]:
            connection.execute(insert(target), chunk)


def _row(line: bytes, names: set[str], converters: Mapping[str, Callable[[Any], Any]], path: Path) -> _Values:
    """The values of one line."""
    try:
        values = json.loads(line)
        if set(values) != names:
            raise _not_a_backup(path)
        return _converted(values, converters)
    except (ValueError, TypeError) as error:
        raise _not_a_backup(path) from error


def _not_a_backup(path: Path) -> InvalidInput:
    return InvalidInput(
        mark("The file {path} is not a backup of Tryeza, or it is damaged. Nothing was changed. Choose another file."),
        path=str(path),
    )
