"""The one application of this process, for the faces that have no place of their own to keep it."""

from __future__ import annotations

import threading

from facilitation.services.application import Application, build_application
from facilitation.settings import Settings

_lock = threading.Lock()
_applications: dict[Settings, Application] = {}


def shared_application(settings: Settings | None = None) -> Application:
    """The application over these settings (default: this environment's), built once and kept.

    A failed start is not kept: the next call tries again.
    """
    chosen = settings or Settings.from_environment()
    with _lock:
        if chosen not in _applications:
            _applications[chosen] = build_application(chosen)
        return _applications[chosen]
