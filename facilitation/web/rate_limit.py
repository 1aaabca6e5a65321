"""How often somebody may ask: buckets that fill again, wide enough for a whole hall behind one address."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from math import ceil

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from facilitation.errors import mark
from facilitation.web.reader_language import reader_language
from facilitation.web.security import OWN_PATHS

TOO_OFTEN = mark("Too much was asked at once. Wait a moment and try again; what was handed in before is safe.")
MOST_KEYS = 20_000


class RateLimit:
    """Buckets by key: ``burst`` questions at once, then ``per_second`` more. In the memory of this process only."""

    def __init__(self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.per_second, self._clock = burst, per_second, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Take one from the bucket; the seconds to wait where it is empty, else 0."""
        with self._lock:
            now = self._clock()
            left, at = self._buckets.pop(key, (float(self.burst), now))
            left = min(self.burst, left + (now - at) * self.per_second)
            self._buckets[key] = (left - 1 if left >= 1 else left, now)
            if len(self._buckets) > MOST_KEYS:
                self._buckets.popitem(last=False)
        return 0.0 if left >= 1 else (1 - left) / self.per_second


class RateLimits:
    """ASGI middleware for our own routes. 300 phones behind one address open and hand in without a pause."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.by_address = RateLimit(3000, 50)
        self.by_link = RateLimit(3000, 50)
        self.reading = RateLimit(1500, 20)
        self.writing = RateLimit(900, 3)
        self.guessing = RateLimit(60, 0.5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on, unless its buckets are empty."""
        if scope["type"] != "http" or not scope["path"].startswith(OWN_PATHS):
            await self.app(scope, receive, send)
            return
        seconds = self._wait(scope)
        if seconds:
            await too_often(scope, seconds)(scope, receive, send)
            return
        await self.app(scope, receive, self._counting(scope, receive, send))

    def _wait(self, scope: Scope) -> float:
        address, path = address_of(scope), scope["path"]
        kind = self.writing if scope["method"] == "POST" else self.reading
        return max(self.by_address.wait(address), self.by_link.wait(path), kind.wait(f"{address} {path}"))

    def _counting(self, scope: Scope, receive: Receive, send: Send) -> Send:
        """Unknown links are counted by address: who guesses is slowed down, neighbours with true links are not."""
        is_refused = False

        async def counted(message: Message) -> None:
            nonlocal is_refused
            if message["type"] == "http.response.start" and message["status"] == 404:
                seconds = self.guessing.wait(address_of(scope))
                is_refused = seconds > 0
                if is_refused:
                    await too_often(scope, seconds)(scope, receive, send)
            if not is_refused:
                await send(message)

        return counted


def too_often(scope: Scope, seconds: float) -> HTMLResponse:
    """The plain sentence, and when to come back."""
    from facilitation.web.plain_html import PLAIN_POLICY, sentence_html

    language = reader_language(Headers(scope=scope).get("accept-language", ""))
    heads = {"Retry-After": str(max(1, ceil(seconds))), "Content-Security-Policy": PLAIN_POLICY}
    return HTMLResponse(sentence_html(TOO_OFTEN, language), 429, heads)


def address_of(scope: Scope) -> str:
    """Who asks; of IPv6 the network, as one household has all addresses below it."""
    address = str((scope.get("client") or ("",))[0])
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return parsed.exploded[:19] if isinstance(parsed, IPv6Address) else address
