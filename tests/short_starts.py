"""Starts inside the tests: the shipped library and the installed packages read once, new databases copied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine
from streamlit.components.v2 import manifest_scanner

from facilitation.library.loader import ShippedLibrary, load_library
from facilitation.services import application
from facilitation.settings import ROOT
from facilitation.storage.database import open_database, upgrade

SHIPPED = ROOT / "agendas"


@contextmanager
def short_starts() -> Iterator[None]:
    """While this lasts, ``build_application`` starts in milliseconds."""
    with TemporaryDirectory(prefix="tryeza-empty-") as folder, pytest.MonkeyPatch.context() as patch:
        empty = Path(folder) / "empty.db"
        patch.setattr(application, "load_library", _library)
        patch.setattr(application, "upgrade", lambda engine: _upgrade(engine, empty))
        # Every AppTest would look through all installed packages for components: a third of its time.
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@cache
def _shipped() -> ShippedLibrary:
    return load_library(SHIPPED)


def _library(folder: Path) -> ShippedLibrary:
    """The program's own library is never changed by a test; any other folder is read as it is."""
    return _shipped() if folder == SHIPPED else load_library(folder)


def _upgrade(engine: Engine, empty: Path) -> None:
    """A file without tables gets those of the empty database; everything else goes the usual way."""
    if engine.dialect.name == "sqlite" and engine.url.database:
        with closing(sqlite3.connect(engine.url.database)) as target:
            if not target.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                with closing(sqlite3.connect(_made(empty))) as source:
                    source.backup(target)
    upgrade(engine)


def _made(empty: Path) -> Path:
    if not empty.exists():
        engine = open_database(f"sqlite:///{empty.as_posix()}")
        upgrade(engine)
        engine.dispose()
    return empty
