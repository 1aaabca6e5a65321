"""A backup holds everything, goes into either database, and a damaged one changes nothing."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, select

from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.storage.backup import restore_backup, write_backup
from facilitation.storage.database import SCHEMA_REVISION, open_database
from facilitation.storage.rows import Row
from facilitation.storage.unit_of_work import unit_of_work_factory
from tests.builders import an_event
from tests.storage.strategies import records
from tests.storage.whole_event import fill_database, save_record

Contents = dict[str, list[tuple[Any, ...]]]
Files = dict[str, bytes]


def contents(engine: Engine) -> Contents:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Row.metadata.sorted_tables
        }


@pytest.fixture
def other_engine(tmp_path: Path, sqlite_template: Path) -> Iterator[Engine]:
    """A second, empty database (SQLite)."""
    path = tmp_path / "other.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.fixture
def backup(tmp_path: Path, engine: Engine) -> Path:
    """A backup of a database in which every table has rows."""
    fill_database(unit_of_work_factory(engine))
    path = tmp_path / "backup.zip"
    write_backup(engine, path)
    return path


def test_a_restore_brings_everything_back(engine: Engine, backup: Path) -> None:
    before = contents(engine)
    with unit_of_work_factory(engine)() as unit:
        unit.events.remove("event-1")
        unit.events.save(an_event(id="event-2"))
        unit.preferences.put("language", "en")
        unit.commit()

    restore_backup(engine, backup)

    assert contents(engine) == before


def test_a_backup_goes_from_either_database_into_sqlite(engine: Engine, other_engine: Engine, backup: Path) -> None:
    restore_backup(other_engine, backup)

    assert contents(other_engine) == contents(engine)


@pytest.mark.postgresql
def test_a_backup_goes_from_sqlite_into_postgresql_and_back(
    other_engine: Engine, postgres: Engine, tmp_path: Path
) -> None:
    fill_database(unit_of_work_factory(other_engine))
    there, back = tmp_path / "there.zip", tmp_path / "back.zip"

    write_backup(other_engine, there)
    restore_backup(postgres, there)
    write_backup(postgres, back)

    assert contents(postgres) == contents(other_engine)
    assert lines_of(back) == lines_of(there)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(record=records())
def test_any_event_survives_a_backup(engine: Engine, other_engine: Engine, tmp_path: Path, record: EventRecord) -> None:
    with unit_of_work_factory(engine)() as unit:
        unit.events.remove(record.event.id)
        save_record(unit, record)
        unit.commit()

    write_backup(engine, tmp_path / "any.zip")
    restore_backup(other_engine, tmp_path / "any.zip")

    assert contents(other_engine) == contents(engine)


def test_the_manifest_says_what_is_inside(backup: Path, engine: Engine) -> None:
    with zipfile.ZipFile(backup) as file:
        manifest = json.loads(file.read("manifest.json"))

    counts = {name: entry["rows"] for name, entry in manifest["tables"].items()}
    assert (manifest["format"], manifest["schema_revision"]) == ("tryeza-backup-1", SCHEMA_REVISION)
    assert counts == {name: len(rows) for name, rows in contents(engine).items()}


def test_a_backup_takes_the_place_of_an_older_one(backup: Path, engine: Engine) -> None:
    with unit_of_work_factory(engine)() as unit:
        unit.notes.remove("note-1")
        unit.commit()

    write_backup(engine, backup)
    restore_backup(engine, backup)

    assert list(backup.parent.glob("*.part")) == []
    assert [row[0] for row in contents(engine)["notes"]] == ["note-2"]


def lines_of(path: Path) -> Files:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def rewritten(path: Path, change: Callable[[Files], Files]) -> None:
    """Change the files inside a backup and put it together again."""
    files = change(lines_of(path))
    with zipfile.ZipFile(path, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {key: data for key, data in files.items() if key != name}


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    return lambda files: files | {name: files[name].replace(old, new)}


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("Përshëndetje"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-200]),
    "a flipped byte": lambda path: path.write_bytes(flipped(path.read_bytes())),
    "no manifest": lambda path: rewritten(path, without("manifest.json")),
    "a table missing": lambda path: rewritten(path, without("notes.jsonl")),
    "a changed line": lambda path: rewritten(path, replaced("notes.jsonl", b"note-1", b"note-9")),
    "a lost line": lambda path: rewritten(path, lambda files: files | {"notes.jsonl": b""}),
    "a manifest of another kind": lambda path: rewritten(path, lambda files: files | {"manifest.json": b"[]"}),
    "a foreign zip": lambda path: rewritten(path, lambda files: {"word/document.xml": b"<w:document/>"}),
    "another format": lambda path: rewritten(path, replaced("manifest.json", b"backup-1", b"backup-9")),
    "a newer schema": lambda path: rewritten(path, replaced("manifest.json", SCHEMA_REVISION.encode(), b"9999")),
    "a table too many": lambda path: rewritten(path, replaced("manifest.json", b'"notes"', b'"other"')),
    "gone": lambda path: path.unlink(),
}


def flipped(data: bytes) -> bytes:
    """The data with one byte of the first compressed table changed."""
    place = data.index(b".jsonl") + 20
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_backup_is_refused_and_the_database_stays(
    backup: Path, engine: Engine, damage: Callable[[Path], object]
) -> None:
    before = contents(engine)
    damage(backup)

    with pytest.raises(InvalidInput) as refused:
        restore_backup(engine, backup)

    assert contents(engine) == before
    assert refused.value.values == {"path": str(backup)}


def test_a_line_the_tables_cannot_hold_changes_nothing(backup: Path, engine: Engine) -> None:
    before = contents(engine)
    rewritten(backup, sealed("notes.jsonl", b'{"id": "note-1"}\n'))

    with pytest.raises(InvalidInput, match="is not a backup"):
        restore_backup(engine, backup)

    assert contents(engine) == before


def sealed(name: str, data: bytes) -> Callable[[Files], Files]:
    """Put other lines into a table, with a manifest that agrees to them."""

    def change(files: Files) -> Files:
        manifest = json.loads(files["manifest.json"])
        entry = {"rows": len(data.splitlines()), "sha256": sha256(data).hexdigest()}
        manifest["tables"][name.removesuffix(".jsonl")] = entry
        return files | {name: data, "manifest.json": json.dumps(manifest).encode()}

    return change


def test_a_place_that_cannot_be_written_is_refused(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be written"):
        write_backup(engine, tmp_path / "no such folder" / "backup.zip")
