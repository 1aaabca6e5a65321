"""The routes that need no Streamlit session, and what stands around every answer."""

from __future__ import annotations

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from facilitation.errors import FacilitationError
from facilitation.web.calendar_feed import calendar_feed
from facilitation.web.form_page import form_page
from facilitation.web.participant_page import participant_page
from facilitation.web.rate_limit import RateLimits
from facilitation.web.security import SecurityHeaders


async def ready(_: Request) -> JSONResponse:
    """``/ready``: 200 when the database answers, 503 when it does not."""
    from facilitation.services.shared import shared_application  # not at the start: the port opens a second earlier

    try:
        count = await to_thread.run_sync(lambda: len(shared_application().events.list_all()))
    except FacilitationError:
        return JSONResponse({"ready": False}, status_code=503)
    return JSONResponse({"ready": True, "events": count})


ROUTES = [
    Route("/ready", ready),
    Route("/calendar/{token}.ics", calendar_feed),
    Route("/p/{token}", participant_page),
    Route("/f/{key}", form_page, methods=["GET", "POST"]),
]
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(RateLimits)]
