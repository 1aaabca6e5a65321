"""Headers that keep pages out of foreign frames and hide where a reader came from."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_PATHS = ("/f/", "/p/", "/calendar/", "/ready")
"""Our own routes, which strangers reach; everything else is a screen."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}
OWN_HEADERS = HEADERS | {
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
UNLESS_SAID = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
"""For our own routes; a route may say otherwise, also an answer that is only an error."""


class SecurityHeaders:
    """ASGI middleware: adds the headers to every HTTP answer; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on and put the headers on its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_own = scope["path"].startswith(OWN_PATHS)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_heads(MutableHeaders(scope=message), is_own)
            await send(message)

        await self.app(scope, receive, with_headers)


def _add_heads(heads: MutableHeaders, is_own: bool) -> None:
    heads.update(OWN_HEADERS if is_own else HEADERS)
    if is_own:
        for name, value in UNLESS_SAID.items():
            heads.setdefault(name, value)
