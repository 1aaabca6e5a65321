"""A database is opened, made and brought up to date; one that cannot be used is refused with a clear sentence."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from facilitation.domain.cafe import Cafe
from facilitation.errors import InvalidInput, StorageUnavailable
from facilitation.storage.database import SCHEMA_REVISION, open_database, upgrade
from facilitation.storage.migrations import configuration
from facilitation.storage.rows import Row
from facilitation.storage.unit_of_work import unit_of_work_factory
from tests.programs import ROOT

OPEN_AND_UPGRADE = """
import sys
from facilitation.storage.database import open_database, upgrade
import facilitation.storage.migrations
print("ready", flush=True)
sys.stdin.readline()
engine = open_database(sys.argv[1])
upgrade(engine)
engine.dispose()
"""


EVENT_BEFORE_RULES = """
INSERT INTO events (id, instrument, title, starts_on, day_count, place, country, host, languages, expected_people,
    time_zone, objectives, sector_targets, about, expected_results, consultation, donors, is_sample, sources_note,
    rules_left_out, version)
VALUES ('event-1', 'x', '{}', '2027-05-17', 1, '', 'AL', '{}', '[]', 0, 'Europe/Tirane', '[]', '[]', '{}', '{}', '[]',
    '{}', :no, '', '[]', 1)
"""
CAFE_BEFORE_RULES = """
INSERT INTO cafes (event_id, item_id, number, questions, table_count, host_ids, has_hosts, seed, version)
VALUES ('event-1', 'item-1', 1, '[]', 7, '[]', :no, 3, 1)
"""


def tables_of(url: str) -> set[str]:
    engine = open_database(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def run_statement(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_the_first_upgrade_makes_every_table(empty_url: str) -> None:
    engine = open_database(empty_url)

    upgrade(engine)
    engine.dispose()

    assert tables_of(empty_url) == {*Row.metadata.tables, "alembic_version"}


def test_a_second_upgrade_changes_nothing(empty_url: str) -> None:
    engine = open_database(empty_url)
    upgrade(engine)

    upgrade(engine)
    engine.dispose()

    assert tables_of(empty_url) == {*Row.metadata.tables, "alembic_version"}


def test_the_migrations_make_exactly_the_tables_of_the_rows(engine: Engine) -> None:
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Row.metadata)

    assert differences == []


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    scripts = ScriptDirectory.from_config(configuration())

    assert scripts.get_heads() == [SCHEMA_REVISION]


def test_processes_that_upgrade_at_once_do_it_once(empty_url: str) -> None:
    starters = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", OPEN_AND_UPGRADE, empty_url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    ready = [starter.stdout.readline() for starter in starters if starter.stdout]
    for starter in starters:
        assert starter.stdin
        starter.stdin.write("now\n")
        starter.stdin.flush()
    said = [starter.communicate(timeout=60)[1] for starter in starters]

    assert ready == ["ready\n"] * 3
    assert [(starter.returncode, words) for starter, words in zip(starters, said, strict=True)] == [(0, "")] * 3
    assert tables_of(empty_url) == {*Row.metadata.tables, "alembic_version"}


def test_a_database_of_a_newer_program_is_refused_and_left_alone(url: str) -> None:
    run_statement(url, "UPDATE alembic_version SET version_num = '9999'")
    engine = open_database(url)

    with pytest.raises(StorageUnavailable, match=r"made by a newer version of Tryeza\. Install that version"):
        upgrade(engine)

    with engine.begin() as connection:
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        connection.execute(text("UPDATE alembic_version SET version_num = :now"), {"now": SCHEMA_REVISION})
    engine.dispose()
    assert revision == "9999"


def test_a_database_of_another_program_is_refused_and_left_alone(empty_url: str) -> None:
    run_statement(empty_url, "CREATE TABLE events (id integer)")
    engine = open_database(empty_url)

    with pytest.raises(StorageUnavailable, match="holds the tables of another program"):
        upgrade(engine)

    engine.dispose()
    assert tables_of(empty_url) == {"events"}


def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "data" / "tryeza.db"

    open_database(f"sqlite:///{path}").dispose()

    assert path.exists()


def test_an_sqlite_file_is_opened_for_many_readers_and_one_writer(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'tryeza.db'}")

    with engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }

    engine.dispose()
    assert settings == {"journal_mode": "wal", "synchronous": 1, "busy_timeout": 5000, "foreign_keys": 1}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://root:do-not-show-me@localhost/tryeza", "not in “mysql”"),
        ("postgresql+asyncpg://root:do-not-show-me@localhost/tryeza", "not in “postgresql\\+asyncpg”"),
        ("data/tryeza.db", "cannot be read"),
        ("postgresql://root:do-not-show-me@localhost:port/tryeza", "cannot be read"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///file:tryeza.db?uri=true", "names no file"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(address: str, sentence: str) -> None:
    with pytest.raises(InvalidInput, match=sentence) as refused:
        open_database(address)

    assert "do-not-show-me" not in str(refused.value)
    assert "Write" in str(refused.value)


def test_the_file_is_an_ordinary_sqlite_file(tmp_path: Path) -> None:
    path = tmp_path / "tryeza.db"
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()

    with sqlite3.connect(path) as connection:
        problems = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()

    assert problems == [("ok",)]


def test_a_cafe_from_before_rules_and_plans_keeps_its_set_up(empty_url: str) -> None:
    engine = open_database(empty_url)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0002")
        connection.execute(text(EVENT_BEFORE_RULES), {"no": False})
        connection.execute(text(CAFE_BEFORE_RULES), {"no": False})

    upgrade(engine)

    with unit_of_work_factory(engine).reading() as unit:
        cafe = unit.cafes.get("event-1", "item-1")
    engine.dispose()
    assert cafe == Cafe("event-1", "item-1", (), 7, (), has_hosts=False, seed=3, version=1)
