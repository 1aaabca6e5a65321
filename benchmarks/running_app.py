"""The real program in a process of its own, and a real browser to look at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from facilitation.settings import ROOT
from tests.programs import PROGRAMS

DESKTOP = (1366, 768)
PATIENCE = 60.0
"""Seconds a start may take before it is given up."""


class RunningApp(NamedTuple):
    """A program that answers at ``address``; ``process_id`` for those who ask what it costs."""

    address: str
    process_id: int

    def cpu_seconds(self) -> float:
        """The processor time it has used so far (Linux; elsewhere 0)."""
        facts = Path(f"/proc/{self.process_id}/stat")
        if not facts.exists():
            return 0.0
        user, system = facts.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running_app(database: Path, script: Path = ROOT / "app.py") -> Iterator[RunningApp]:
    """Start a Streamlit script over an SQLite file, wait until it answers, end it afterwards."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script.name, f"--server.port={port}", "--server.headless=true"],
        cwd=script.parent,
        env=os.environ | {"TRYEZA_DATABASE_URL": f"sqlite:///{database.as_posix()}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield RunningApp(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    chromium = PROGRAMS["chromium"]
    found = chromium.find()
    if found is None:
        raise SystemExit(f"Chromium is missing. Get it with: {chromium.how_to_get}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(found), args=["--no-sandbox"])
        yield started
        started.close()


def fresh_page(started: Browser) -> Page:
    """A page of a visitor who was never here, on a laptop's screen, with light colours."""
    width, height = DESKTOP
    context = started.new_context(viewport={"width": width, "height": height}, color_scheme="light", locale="sq-AL")
    return context.new_page()


def wait_until_still(page: Page) -> None:
    """Wait until the script has run to its end and fonts are there."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=PATIENCE * 1000)
    page.evaluate("document.fonts.ready.then(() => true)")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        if process.poll() is not None:
            raise SystemExit(f"The program ended at once (exit code {process.returncode}).")
        if _answers(port):
            return
        sleep(0.02)
    raise SystemExit(f"The program did not answer within {PATIENCE:.0f} seconds.")


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
