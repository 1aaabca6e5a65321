"""The steps by which the tables came to be what they are; one file per step in ``versions/``."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings for this folder; ``env.py`` works on the given connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", Path(__file__).parent.as_posix().replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def known_revisions() -> frozenset[str]:
    """Every migration of this program."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions())


def run_migrations(connection: Connection) -> None:
    """Run every migration this database has not seen, inside the transaction of ``connection``."""
    command.upgrade(configuration(connection), "head")
