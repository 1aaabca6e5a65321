"""Asking our routes as an ASGI server asks them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.types import Message

from facilitation.web.routes import MIDDLEWARE, ROUTES

Result = TypeVar("Result")


@dataclass(frozen=True)
class Answer:
    """Status, heads and body of one answer."""

    status: int
    heads: dict[str, str]
    body: bytes


def asked(path: str, method: str = "GET", **heads: str) -> Answer:
    """The answer to one question; ``if_none_match="…"`` is the head If-None-Match."""
    return in_a_loop(ask(path, method, **heads))


def in_a_loop(call: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end. Playwright keeps a loop running in this thread, so ours runs in one of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(call)).result()


async def ask(path: str, method: str = "GET", **heads: str) -> Answer:
    """The same inside a running loop."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asked_heads = [(name.replace("_", "-").encode(), value.encode()) for name, value in heads.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": asked_heads}
    await Starlette(routes=ROUTES, middleware=MIDDLEWARE)(scope, receive, send)
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], answered, b"".join(part.get("body", b"") for part in sent[1:]))
