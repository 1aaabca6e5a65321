"""Gets the program ready while the browser of the first visitor still loads its own files."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module

from facilitation.errors import FacilitationError
from facilitation.logs import set_up_logging

logger = logging.getLogger(__name__)
SLOW_TO_IMPORT = ("altair", "streamlit.emojis")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Warm up in a thread of its own: the port is open before the rules and the database are (about a second)."""
    set_up_logging()
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()
    yield


def _warm_up() -> None:
    """Build the application and import what the first screen would wait for; trouble is said by the screen."""
    from facilitation.services.shared import shared_application

    try:
        shared_application()
    except FacilitationError as error:
        logger.info("warm-up stopped: %s", error)
    for name in SLOW_TO_IMPORT:
        with suppress(ImportError):
            import_module(name)
