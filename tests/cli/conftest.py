"""The command line over a database of its own: in this process, or in one of its own where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitation.cli.main import main
from facilitation.settings import ROOT


@dataclass(frozen=True)
class Outcome:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Outcome]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"TRYEZA_DATABASE_URL": f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}", "TRYEZA_LANGUAGE": "en"}


@pytest.fixture
def run(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("events", "--json")`` as a person types it; exit code and what was printed."""

    def command(*arguments: str, **more: str) -> Outcome:
        for name, value in {**environment, **more}.items():
            monkeypatch.setenv(name, value)
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return command


@pytest.fixture
def run_apart(environment: dict[str, str]) -> Run:
    """The same in a process of its own, as a night job runs it."""

    def command(*arguments: str, **more: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "facilitation", *arguments],
            cwd=ROOT,
            env={**os.environ, **environment, **more},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return command
