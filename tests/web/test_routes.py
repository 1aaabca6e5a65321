"""The routes of our own, called as an ASGI server calls them."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from facilitation.services import shared
from facilitation.web.routes import MIDDLEWARE, ROUTES


@dataclass(frozen=True)
class Answer:
    """Status, heads and body of one answer."""

    status: int
    heads: dict[str, str]
    body: Any


def get(path: str) -> Answer:
    """GET a path of our routes."""
    sent: list[Message] = []

    async def call() -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
        await Starlette(routes=ROUTES, middleware=MIDDLEWARE)(scope, receive, send)

    # Playwright keeps a loop running in this thread, so ours runs in one of its own.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(call())).result()
    heads = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], heads, json.loads(b"".join(part.get("body", b"") for part in sent[1:])))


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}")
    monkeypatch.setattr(shared, "_applications", {})


def test_ready_answers_with_the_number_of_events_and_guarded_heads() -> None:
    answer = get("/ready")

    assert (answer.status, answer.body) == (200, {"ready": True, "events": 0})
    assert answer.heads["x-content-type-options"] == "nosniff"
    assert answer.heads["x-frame-options"] == "SAMEORIGIN"


def test_ready_says_so_when_the_database_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "tryeza.db").write_text("no database at all, but long enough to be read as one " * 40)

    answer = get("/ready")

    assert (answer.status, answer.body) == (503, {"ready": False})
