"""Whatever happens to a database, a person reads what, where and how to mend it; what was saved stays."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.pool import QueuePool

from facilitation.errors import FacilitationError, InvalidInput, StorageUnavailable
from facilitation.storage.database import open_database, upgrade
from facilitation.storage.database_errors import (
    CANNOT_OPEN,
    DAMAGED,
    DISK_FULL,
    LOCKED,
    NO_SUCH_DATABASE,
    NOT_A_DATABASE,
    NOT_ALLOWED,
    NOT_SET_UP,
    READ_ONLY,
    SIGN_IN_REFUSED,
    TOO_BUSY,
    UNREACHABLE,
)
from facilitation.storage.unit_of_work import UnitOfWorkFactory, unit_of_work_factory
from tests.builders import EVENT_ID, a_note, an_event
from tests.postgres_cluster import PASSWORD, PostgresCluster
from tests.storage.whole_event import fill_database

needs_accounts = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="this system has no accounts to change to")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An SQLite file with a whole event in it."""
    return a_filled_file(tmp_path / "tryeza.db")


def a_filled_file(path: Path) -> Path:
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    fill_database(unit_of_work_factory(engine))
    engine.dispose()
    return path


def impatient(path: Path, **settings: int) -> Engine:
    """An engine that waits 0.1 s for a lock, with further settings of each connection."""
    engine = open_database(f"sqlite:///{path}")
    engine.dispose()

    def prepare(connection: Any, _record: object) -> None:
        for name, value in {"busy_timeout": 100, **settings}.items():
            connection.execute(f"PRAGMA {name} = {value}")

    event.listen(engine, "connect", prepare)
    return engine


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everything, so root becomes somebody else for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def visible_folder() -> Iterator[Path]:
    """A folder that other accounts may enter (pytest's own may not)."""
    with tempfile.TemporaryDirectory(prefix="tryeza-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


def test_a_locked_file_says_so_and_keeps_what_was_saved(path: Path) -> None:
    engine = impatient(path)
    other_program = sqlite3.connect(path, isolation_level=None)
    other_program.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine)() as unit:
        unit.notes.get("note-1")

    other_program.execute("ROLLBACK")
    other_program.close()
    assert (refused.value.template, refused.value.values) == (LOCKED, {"place": str(path)})
    with unit_of_work_factory(engine)() as unit:
        assert unit.notes.get("note-1").id == "note-1"
    engine.dispose()


def test_reading_waits_for_nobody(path: Path) -> None:
    engine = impatient(path)
    other_program = sqlite3.connect(path, isolation_level=None)
    other_program.execute("BEGIN IMMEDIATE")

    with unit_of_work_factory(engine).reading() as unit:
        record = unit.record(EVENT_ID)

    other_program.close()
    engine.dispose()
    assert record.event.id == EVENT_ID


def test_a_full_disk_says_so_and_keeps_what_was_saved(path: Path) -> None:
    work = unit_of_work_factory(impatient(path, max_page_count=1))
    with work.reading() as unit:
        before = unit.record(EVENT_ID)

    with pytest.raises(StorageUnavailable) as refused, work() as unit:
        unit.notes.save(a_note("long", text="e" * 1_000_000))

    assert refused.value.template == DISK_FULL
    with work.reading() as unit:
        assert unit.record(EVENT_ID) == before
    work.engine.dispose()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Të nderuar kolegë, " * 100)

    with pytest.raises(StorageUnavailable) as refused:
        open_database(f"sqlite:///{path}")

    assert (refused.value.template, refused.value.values) == (NOT_A_DATABASE, {"place": str(path)})
    assert path.read_text() == "Të nderuar kolegë, " * 100


def test_a_damaged_file_says_so(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))

    with pytest.raises(StorageUnavailable) as refused:
        open_database(f"sqlite:///{path}")

    assert (refused.value.template, refused.value.values) == (DAMAGED, {"place": str(path)})


def test_a_file_damaged_in_the_middle_says_so_when_it_is_read(path: Path) -> None:
    page = 4096
    with sqlite3.connect(path) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notes'").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * page : root * page] = b"\xff" * page
    path.write_bytes(data)
    engine = open_database(f"sqlite:///{path}")

    with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine).reading() as unit:
        unit.record(EVENT_ID)

    engine.dispose()
    assert refused.value.template == DAMAGED


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable) as refused:
        open_database(f"sqlite:///{tmp_path}")

    assert (refused.value.template, refused.value.values) == (CANNOT_OPEN, {"place": str(tmp_path)})


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, no folder")

    with pytest.raises(StorageUnavailable) as refused:
        open_database(f"sqlite:///{tmp_path / 'data' / 'tryeza.db'}")

    assert refused.value.template == CANNOT_OPEN


@needs_accounts
def test_a_read_only_file_can_be_read_and_says_that_it_cannot_be_written() -> None:
    with visible_folder() as folder:
        path = a_filled_file(folder / "tryeza.db")
        path.chmod(0o444)
        folder.chmod(0o777)

        with ordinary_user():
            engine = open_database(f"sqlite:///{path}")
            with unit_of_work_factory(engine).reading() as unit:
                seen = unit.events.get(EVENT_ID)
            with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine)() as unit:
                unit.notes.save(a_note("note-3"))
            engine.dispose()

    assert (seen.id, refused.value.template) == (EVENT_ID, READ_ONLY)


@needs_accounts
def test_a_file_without_the_right_to_read_it_is_refused() -> None:
    with visible_folder() as folder:
        path = a_filled_file(folder / "tryeza.db")
        path.chmod(0o000)

        with pytest.raises(StorageUnavailable) as refused, ordinary_user():
            open_database(f"sqlite:///{path}")

    assert refused.value.template == CANNOT_OPEN


@needs_accounts
def test_a_folder_without_the_right_to_write_is_refused() -> None:
    with visible_folder() as folder:
        folder.chmod(0o555)

        with pytest.raises(StorageUnavailable) as refused, ordinary_user():
            open_database(f"sqlite:///{folder / 'data' / 'tryeza.db'}")

    assert refused.value.template == CANNOT_OPEN


def test_a_database_without_tables_says_that_it_was_not_set_up(empty_url: str) -> None:
    engine = open_database(empty_url)

    with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine)() as unit:
        unit.events.list_all()

    engine.dispose()
    assert refused.value.template == NOT_SET_UP


def test_when_everybody_works_at_once_the_last_one_hears_that_it_is_too_busy(url: str) -> None:
    engine = open_database(url)
    assert isinstance(engine.pool, QueuePool)
    engine.pool._timeout = 0.1
    busy = [engine.connect() for _ in range(engine.pool.size() + engine.pool._max_overflow)]

    with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine)():
        pass

    for connection in busy:
        connection.close()
    engine.dispose()
    assert refused.value.template == TOO_BUSY


def test_a_number_too_large_for_the_database_is_refused(work: UnitOfWorkFactory) -> None:
    with pytest.raises(InvalidInput, match="a number is too large"), work() as unit:
        unit.events.save(an_event(expected_people=2**70))


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("127.0.0.1:{port}", "127.0.0.1:1"), UNREACHABLE),
        ((PASSWORD, "wrong"), SIGN_IN_REFUSED),
        (("tryeza:", "nobody:"), SIGN_IN_REFUSED),
        (("/postgres", "/nowhere"), NO_SUCH_DATABASE),
    ],
    ids=["no server", "wrong password", "wrong user", "no such database"],
)
def test_a_server_that_cannot_be_used_is_named_without_its_password(
    cluster: PostgresCluster, change: tuple[str, str], sentence: str
) -> None:
    old, new = change
    url = cluster.url("postgres").replace(old.format(port=cluster.port), new)

    with pytest.raises(StorageUnavailable) as refused:
        open_database(url)

    assert refused.value.template == sentence
    assert_no_secret(refused.value)


@pytest.mark.postgresql
def test_a_connection_that_breaks_says_so_and_the_next_unit_works(cluster: PostgresCluster) -> None:
    name = cluster.new_database()
    engine = open_database(cluster.url(name))
    upgrade(engine)
    work = unit_of_work_factory(engine)
    stored = fill_database(work)

    def lose_connection() -> None:
        with work() as unit:
            unit.notes.save(a_note("lost"))
            run_as_server(cluster, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            unit.commit()

    with pytest.raises(StorageUnavailable) as refused:
        lose_connection()

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored
    engine.dispose()
    cluster.drop_database(name)
    assert refused.value.template == UNREACHABLE
    assert_no_secret(refused.value)


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("setting", "sentence"),
    [("default_transaction_read_only = on", NOT_ALLOWED), ("lock_timeout = '100ms'", TOO_BUSY)],
    ids=["read-only", "busy"],
)
def test_a_server_that_lets_nobody_write_says_so(cluster: PostgresCluster, setting: str, sentence: str) -> None:
    name = cluster.new_database()
    owner = open_database(cluster.url(name))
    upgrade(owner)
    fill_database(unit_of_work_factory(owner))
    run_as_server(cluster, f"ALTER DATABASE {name} SET {setting}")
    engine = open_database(cluster.url(name))

    with unit_of_work_factory(owner)() as other_person:
        other_person.notes.save(other_person.notes.get("note-1"))
        with pytest.raises(StorageUnavailable) as refused, unit_of_work_factory(engine)() as unit:
            unit.notes.save(unit.notes.get("note-1"))

    owner.dispose()
    engine.dispose()
    cluster.drop_database(name)
    assert refused.value.template == sentence


def run_as_server(cluster: PostgresCluster, statement: str) -> None:
    with psycopg.connect(cluster.url("postgres").replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())


def assert_no_secret(error: FacilitationError) -> None:
    assert PASSWORD not in str(error)
    assert PASSWORD not in repr(error.values)
