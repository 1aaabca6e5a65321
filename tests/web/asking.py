"""Asking our routes as an ASGI server asks them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

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


def asked(path: str, method: str = "GET", *, query: str = "", body: bytes = b"", **heads: str) -> Answer:
    """The answer to one question; ``if_none_match="…"`` is the head If-None-Match."""
    return in_a_loop(ask(path, method, query=query, body=body, **heads))


def sent(path: str, fields: Sequence[tuple[str, str]], **heads: str) -> Answer:
    """The answer to a form that a browser sends from our own page."""
    own = {"content_type": "application/x-www-form-urlencoded", "sec_fetch_site": "same-origin"}
    return asked(path, "POST", body=urlencode(fields).encode(), **{**own, **heads})


def in_a_loop(call: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end. Playwright keeps a loop running in this thread, so ours runs in one of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(call)).result()


async def ask(path: str, method: str = "GET", *, query: str = "", body: bytes = b"", **heads: str) -> Answer:
    """The same inside a running loop."""
    return await ask_of(fresh_app(), path, method, query=query, body=body, **heads)


async def ask_of(
    app: Starlette, path: str, method: str = "GET", *, query: str = "", body: bytes = b"", **heads: str
) -> Answer:
    """The same of one application, which may have been asked before."""
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    asked_heads = [(name.replace("_", "-").encode(), value.encode()) for name, value in heads.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": asked_heads}
    await app(scope, receive, send)
    answered = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return Answer(said[0]["status"], answered, b"".join(part.get("body", b"") for part in said[1:]))


def fresh_app() -> Starlette:
    """Our routes with what stands around them, never asked before."""
    return Starlette(routes=ROUTES, middleware=MIDDLEWARE)
