"""The real program on a free port of this computer, over a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.services.application import Application, build_application
from facilitation.settings import Settings
from facilitation.storage.database import open_database
from facilitation.storage.row_base import Row
from tests.programs import ROOT

START_SECONDS = 30.0
STOP_SECONDS = 5.0
QUIET_SECONDS = 0.6


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class RunningApp:
    """One process of the program. It keeps its port over ``kill`` and ``start``, so that open pages find it again."""

    folder: Path
    port: int = field(default_factory=_free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        """The database of this process, and of nobody else."""
        return f"sqlite:///{(self.folder / 'tryeza.db').as_posix()}"

    @property
    def log(self) -> str:
        """Everything the process said so far."""
        path = self.folder / "server.log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def start(self) -> None:
        """Start the process and wait until it serves pages and reaches its database."""
        command = ["-m", "streamlit", "run", "app.py", "--server.port", str(self.port), "--server.headless", "true"]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, "--server.fileWatcherType", "none"],
                cwd=ROOT,
                env={**os.environ, "TRYEZA_DATABASE_URL": self.database_url},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        for path in ("/_stcore/health", "/ready"):
            self._wait_for(path)

    def kill(self) -> None:
        """End the process at once (SIGKILL): it has no time to save or close anything."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """End the process as Ctrl+C does; where it does not listen, at once."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def empty(self) -> None:
        """Take everything out of the database, for the next journey."""
        if self.process is None:
            return
        self._settle()
        engine = open_database(self.database_url)
        with engine.begin() as connection:
            for table in reversed(Row.metadata.sorted_tables):
                connection.execute(table.delete())
        engine.dispose()

    @contextmanager
    def services(self) -> Iterator[Application]:
        """The services over the same database, as the same person: to prepare a journey, and to see what was stored."""
        if self.process is not None:
            self._settle()
        application = build_application(Settings(self.database_url, ROOT / "agendas", "local"))
        try:
            yield application
        finally:
            application.archives.engine.dispose()

    def _settle(self) -> None:
        """Wait until nothing was written for a moment: what was clicked last may still be on its way."""
        end, seen, since = time.monotonic() + START_SECONDS, self._written(), time.monotonic()
        while time.monotonic() - since < QUIET_SECONDS and time.monotonic() < end:
            time.sleep(0.05)
            if (now := self._written()) != seen:
                seen, since = now, time.monotonic()

    def _written(self) -> list[tuple[int, int]]:
        """Size and time of the files of the database."""
        found = (path.stat() for path in sorted(self.folder.glob("tryeza.db*")))
        return [(file.st_size, file.st_mtime_ns) for file in found]

    def _wait_for(self, path: str) -> None:
        end = time.monotonic() + START_SECONDS
        while not self._answers(path):
            if self.process is None or self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"{self.url}{path} does not answer. The server's log:\n{self.log}")
            time.sleep(0.05)

    def _answers(self, path: str) -> bool:
        try:
            with urllib.request.urlopen(self.url + path, timeout=2) as answer:
                return int(answer.status) == 200
        except (urllib.error.URLError, OSError):
            return False
