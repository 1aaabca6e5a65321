"""``/p/<token>``: the page of one participant for any phone; no session, no sign-in, no script."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from facilitation.errors import FacilitationError, NotFound, Revoked, StorageUnavailable, mark
from facilitation.web.reader_language import reader_language
from facilitation.web.together import THREADS, Together

if TYPE_CHECKING:
    from facilitation.planning.own_page import OwnPage

LANGUAGES = frozenset({"sq", "en"})
NOT_NOW = mark("The page cannot be read at the moment. It tries again by itself every minute.")
logger = logging.getLogger(__name__)


def _read_all(tokens: Sequence[str]) -> Sequence[OwnPage | Exception]:
    from facilitation.services.shared import shared_application  # not at the start: the port opens a second earlier

    return shared_application().phone_links.pages(tokens)


READING = Together(_read_all)


async def participant_page(request: Request) -> Response:
    """The page of a link, or a plain sentence why there is none.

    Reading and writing out happen in threads, for a whole hall together: a slow database never keeps the screens of
    others waiting.
    """
    asked = request.query_params.get("language", "")
    try:
        page = await READING.ask(request.path_params["token"])
    except FacilitationError as error:
        return _refusal(error, asked or reader_language(request.headers.get("accept-language", "")))
    return await to_thread.run_sync(_shown, page, asked, limiter=THREADS)


def _shown(page: OwnPage, asked: str) -> Response:
    from facilitation.web.participant_html import POLICY, own_page_html

    return _answered(own_page_html(page, asked if asked in LANGUAGES else page.language), 200, POLICY)


def _refusal(error: FacilitationError, language: str) -> Response:
    """What is wrong with the link is said; what is wrong with the program is the organiser's business: the log's."""
    from facilitation.web.plain_html import PLAIN_POLICY, sentence_html

    if isinstance(error, NotFound | Revoked):
        status = 410 if isinstance(error, Revoked) else 404
        return _answered(sentence_html(error.template, language), status, PLAIN_POLICY)
    logger.warning("participant page: %s", error)
    status = 503 if isinstance(error, StorageUnavailable) else 500
    return _answered(sentence_html(NOT_NOW, language, refreshes=True), status, PLAIN_POLICY)


def _answered(html: str, status: int, policy: str) -> Response:
    """It may load nothing and run nothing; that nobody keeps or lists it, the middleware says."""
    return HTMLResponse(html, status, {"Content-Security-Policy": policy})
