"""The three documented ways to start the program, and two copies of it at once."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from facilitation.settings import ROOT

WAYS = {
    "streamlit run": ["-m", "streamlit", "run", "app.py", "--server.headless=true", "--server.port={port}"],
    "uvicorn": ["-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", "{port}"],
    "python": ["app.py"],
}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _said_port(log: Path) -> int:
    """The port the program says it took; ``python app.py`` chooses a free one by itself."""
    for _attempt in range(300):
        found = re.search(r"http://127\.0\.0\.1:(\d+)", log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return int(found.group(1))
        time.sleep(0.2)
    raise TimeoutError(log.read_text(encoding="utf-8", errors="replace"))


@contextmanager
def _running(way: str, folder: Path) -> Iterator[int]:
    port = _free_port()
    environment = {
        **os.environ,
        "TRYEZA_DATABASE_URL": f"sqlite:///{(folder / 'tryeza.db').as_posix()}",
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    command = [sys.executable, *(part.format(port=port) for part in WAYS[way])]
    with (folder / f"{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            yield _said_port(folder / f"{port}.log") if way == "python" else port
        finally:
            process.terminate()
            process.wait(timeout=30)


def _answer(port: int, path: str) -> str:
    last: Exception = TimeoutError(path)
    for _attempt in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except (URLError, ConnectionError, TimeoutError) as error:
            last = error
            time.sleep(0.2)
    raise last


@pytest.mark.parametrize("way", WAYS)
def test_program_starts_and_answers(way: str, tmp_path: Path) -> None:
    with _running(way, tmp_path) as port:
        ready, home = _answer(port, "/ready"), _answer(port, "/")

    assert ready == '{"ready":true,"events":0}'
    assert "<title>" in home


def test_second_copy_of_the_program_works_on_the_same_database(tmp_path: Path) -> None:
    with _running("streamlit run", tmp_path) as first, _running("streamlit run", tmp_path) as second:
        answers = [_answer(port, "/ready") for port in (first, second)]

    assert answers == ['{"ready":true,"events":0}'] * 2
