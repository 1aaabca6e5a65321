"""Every storage test runs twice: on an SQLite file and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from facilitation.storage.database import open_database, upgrade
from facilitation.storage.rows import Row
from facilitation.storage.unit_of_work import UnitOfWorkFactory, unit_of_work_factory
from tests.postgres_cluster import PostgresCluster, postgres_cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[PostgresCluster]:
    """A PostgreSQL server for all tests of this run."""
    with postgres_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def postgres_engine(cluster: PostgresCluster) -> Iterator[Engine]:
    """A PostgreSQL database with all tables; making one for each test would take half of the time."""
    engine = open_database(cluster.url(cluster.new_database()))
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> str:
    """Which kind of database the test runs on."""
    return str(request.param)


@pytest.fixture
def empty_url(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    running: PostgresCluster = request.getfixturevalue("cluster")
    name = running.new_database()
    yield running.url(name)
    running.drop_database(name)


@pytest.fixture
def postgres(postgres_engine: Engine) -> Iterator[Engine]:
    """A PostgreSQL database with all tables and no rows."""
    yield postgres_engine
    with postgres_engine.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("storage") / "template.db"
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def url(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with all tables and no rows."""
    if database == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "tryeza.db")
        yield f"sqlite:///{path}"
        return
    postgres: Engine = request.getfixturevalue("postgres")
    yield postgres.url.render_as_string(hide_password=False)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on a database with all tables and no rows."""
    opened = open_database(url)
    yield opened
    opened.dispose()


@pytest.fixture
def work(engine: Engine) -> UnitOfWorkFactory:
    """Units of work on a database with all tables and no rows."""
    return unit_of_work_factory(engine)
