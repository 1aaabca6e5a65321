"""Opens the database of an address and brings its tables up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from facilitation.errors import FacilitationError, InvalidInput, StorageUnavailable, mark
from facilitation.storage.database_errors import CANNOT_OPEN, FOREIGN, NEWER, our_error, place_of
from facilitation.storage.rows import Row

SCHEMA_REVISION = "0008"
"""The newest migration; a database that names it needs no look into the migrations."""
READING = "is_reading"
"""Execution option of an engine whose transactions only read."""

_BUSY_MILLISECONDS = 5000
_UPGRADE_LOCK = 7_279_391
_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def open_database(url: str) -> Engine:
    """The engine for an address such as ``sqlite:///data/tryeza.db`` or ``postgresql+psycopg://…``, tried once.

    Makes the folder of an SQLite file. Raises InvalidInput for an address Tryeza cannot use and StorageUnavailable
    where the database cannot be opened; every later error of this engine is one of ours too.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        engine = _open_sqlite(address)
    else:
        engine = create_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=10,
            pool_timeout=10,
            connect_args={"connect_timeout": 5},
        )
    event.listen(engine, "handle_error", _say_it_our_way, retval=True)
    try:
        with engine.connect():
            return engine
    except FacilitationError:
        engine.dispose()
        raise


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest migration; of several processes at once, one does it and the others wait.

    Raises StorageUnavailable for a database that a newer Tryeza, or another program, has made.
    """
    if _revision_of(engine) == SCHEMA_REVISION:
        return
    from facilitation.storage.migrations import known_revisions, run_migrations  # Alembic is slow to import

    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        _refuse_foreign_tables(connection, known_revisions())
        run_migrations(connection)


def _address(url: str) -> URL:
    """The parsed address with our driver. The address itself may hold a password, so no message repeats it."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise InvalidInput(
            mark("The address in TRYEZA_DATABASE_URL cannot be read. Write it like {example}."),
            example="sqlite:///data/tryeza.db",
        ) from None
    driver = _DRIVERS.get(address.drivername)
    if driver is None:
        raise InvalidInput(
            mark("Tryeza keeps its data in SQLite or PostgreSQL, not in “{kind}”. Write the address like {example}."),
            kind=address.drivername,
            example="sqlite:///data/tryeza.db",
        )
    if driver == "sqlite" and (not address.database or address.database.startswith((":memory:", "file:"))):
        raise InvalidInput(
            mark("The address of the database names no file. Write it like {example}."),
            example="sqlite:///data/tryeza.db",
        )
    return address.set(drivername=driver)


def _open_sqlite(address: URL) -> Engine:
    """An engine for a file whose folder exists."""
    try:
        Path(address.database or "").absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable(CANNOT_OPEN, place=place_of(address)) from error
    engine = create_engine(
        address,
        hide_parameters=True,
        pool_size=20,
        max_overflow=30,
        pool_timeout=10,
        connect_args={"timeout": _BUSY_MILLISECONDS / 1000},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Settings of one connection. Python's own transactions are switched off: ``_begin_sqlite`` begins them."""
    connection.isolation_level = None
    try:
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once: read-then-write in a plain BEGIN fails as soon as somebody else has written."""
    is_reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


def _say_it_our_way(context: ExceptionContext) -> BaseException | None:
    """Replace an error of the driver by ours; None leaves it as it is."""
    url: URL | None = context.engine.url if context.engine is not None else None
    return our_error(context.original_exception, url) if url is not None else None


def _revision_of(engine: Engine) -> str | None:
    """The migration this database stands at; None where it has none."""
    with engine.execution_options(**{READING: True}).connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: Any = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def _refuse_foreign_tables(connection: Connection, known_revisions: frozenset[str]) -> None:
    """Raise StorageUnavailable for a newer schema, and for a database that another program filled."""
    place = place_of(connection.engine.url)
    revision = _revision(connection)
    if revision is not None and revision not in known_revisions:
        raise StorageUnavailable(NEWER, place=place)
    found = set(inspect(connection).get_table_names()) - {"alembic_version"}
    # A server's database may hold tables of an extension; a file with other tables is another program's.
    is_foreign = found if connection.dialect.name == "sqlite" else found & set(Row.metadata.tables)
    if revision is None and is_foreign:
        raise StorageUnavailable(FOREIGN, place=place)
