"""``/calendar/<token>.ics``: a calendar for programs that have subscribed to it; no session and no sign-in."""

from __future__ import annotations

import hashlib
import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from facilitation.errors import FacilitationError, NotFound, Revoked, StorageUnavailable, mark

FRESH = {"Cache-Control": "private, max-age=300"}
"""Nobody but the reader's own program keeps it, and no longer than five minutes."""
REFUSED = {"Cache-Control": "no-store"}
TRY_AGAIN = {"Retry-After": "120"}
NOT_NOW = mark("The calendar cannot be read at the moment. Calendar programs try again by themselves.")
logger = logging.getLogger(__name__)


async def calendar_feed(request: Request) -> Response:
    """The calendar of a link, or a plain sentence why there is none.

    Reading and writing out happen in a thread: a slow database never keeps the screens of others waiting.
    """
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    from facilitation.services.shared import shared_application  # not at the start: the port opens a second earlier

    try:
        content = shared_application().feeds.calendar(request.path_params["token"])
    except FacilitationError as error:
        return _refusal(error, request)
    heads = FRESH | {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    if _is_known(heads["ETag"], request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=heads)
    return Response(content, media_type="text/calendar", headers=heads)


def _is_known(tag: str, asked: str) -> bool:
    """Whether the reader has this very file already (RFC 9110, weak comparison)."""
    return tag in {part.strip().removeprefix("W/") for part in asked.split(",")} or asked.strip() == "*"


def _refusal(error: FacilitationError, request: Request) -> Response:
    """What is wrong with the link is said; what is wrong with the program is the organiser's business: the log's."""
    from facilitation.i18n.translator import Translator

    _ = Translator(_reader_language(request.headers.get("accept-language", "")))
    if isinstance(error, NotFound | Revoked):
        status = 410 if isinstance(error, Revoked) else 404
        return PlainTextResponse(_(error.template), status, REFUSED)
    logger.warning("calendar feed: %s", error)
    status = 503 if isinstance(error, StorageUnavailable) else 500
    return PlainTextResponse(_(NOT_NOW), status, REFUSED | TRY_AGAIN)


def _reader_language(accepted: str) -> str:
    """Albanian, unless the reader's program asks for another language first."""
    first = accepted.split(",")[0].strip().casefold()
    return "sq" if not first or first.startswith(("sq", "*")) else "en"
