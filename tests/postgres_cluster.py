"""A real PostgreSQL for tests: its own cluster in a temporary folder, gone when the tests are over."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.programs import need

_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "lc_messages": "C",
    "unix_socket_permissions": "0777",
}
"""Fast instead of safe: nobody needs these data after a crash."""
USER = "tryeza"
PASSWORD = "do-not-show-me"


@dataclass(frozen=True, slots=True)
class PostgresCluster:
    """A running server on 127.0.0.1 that makes databases."""

    port: int
    numbers: count[int]

    def url(self, database: str) -> str:
        """The address of a database of this server, with a password that nothing may ever show."""
        return f"postgresql+psycopg://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Make an empty database and say its name."""
        name = f"tryeza_{next(self.numbers)}"
        self._run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, and whoever is still connected to it."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _run(self, statement: sql.Composed) -> None:
        address = self.url("postgres").replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres_cluster() -> Iterator[PostgresCluster]:
    """Start a throw-away server; skips (fails when CI=true) where PostgreSQL is not installed."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="tryeza-pg-"))
    account = _unprivileged_account(folder)
    try:
        _initialise(binaries, folder, account)
        port = _start(binaries, folder, account)
        try:
            yield PostgresCluster(port, count(1))
        finally:
            _call([binaries / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop"], folder, account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    """The folder of initdb and pg_ctl; what lies on the path may be a wrapper of initdb alone."""
    folder = need("postgresql")
    if (folder / "pg_ctl").exists():
        return folder
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return installed[-1].parent if installed else folder


def _unprivileged_account(folder: Path) -> dict[str, Any]:
    """Under which account the server runs: it refuses root, so root lends it another one."""
    if os.geteuid() != 0:
        return {}
    import pwd  # only where there are accounts of this kind

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _initialise(binaries: Path, folder: Path, account: dict[str, Any]) -> None:
    """Make the data folder of the cluster."""
    password_file = folder / "password"
    password_file.write_text(PASSWORD)
    password_file.chmod(0o644)
    options: list[Path | str] = [
        "--username",
        USER,
        "--pwfile",
        password_file,
        "--auth",
        "scram-sha-256",
        "--encoding",
        "UTF8",
    ]
    _call([binaries / "initdb", "-D", folder / "data", "--locale", "C", "--no-sync", *options], folder, account)


def _start(binaries: Path, folder: Path, account: dict[str, Any]) -> int:
    """Start the server on a free port; another program may take the port first, so try a few."""
    for attempt in range(5):
        port = _free_port()
        settings = _SETTINGS | {"listen_addresses": "127.0.0.1", "port": str(port)}
        told = " ".join(f"-c {name}={value}" for name, value in settings.items())
        command: list[Path | str] = [
            binaries / "pg_ctl",
            "-D",
            folder / "data",
            "-o",
            f"{told} -k {folder}",
            "-w",
            "-t",
            "60",
        ]
        try:
            _call([*command, "-l", folder / "log", "start"], folder, account)
            return port
        except subprocess.CalledProcessError:
            if attempt == 4:
                raise
    raise AssertionError("unreachable")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _call(command: Sequence[Path | str], folder: Path, account: dict[str, Any]) -> None:
    """Run a program of PostgreSQL quietly; what it said goes into the error if it fails."""
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(folder)}
    # The server inherits standard output: a pipe would never be closed, a file is.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [str(part) for part in command], cwd=folder, env=environment, stdout=said, stderr=said, **account
        )
        if done.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(done.returncode, list(command), said.read().decode(errors="replace"))
