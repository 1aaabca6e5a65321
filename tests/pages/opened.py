"""A screen opened on an event that was made for a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.record import EventRecord
from facilitation.services import shared
from facilitation.services.application import Application
from facilitation.services.events import save_record
from facilitation.ui.navigation import PAGES

FRAME = PAGES.parent / "facilitation" / "ui" / "frame.py"


def stored(app: Application, record: EventRecord) -> EventRecord:
    """The record as an event of this database, open on the screens."""
    with app.events.desk.work() as work:
        save_record(work, record)
        work.commit()
    app.preferences.choose_event(record.event.id)
    return record


def opened(page: str, language: str = "sq") -> AppTest:
    """A new visit that begins on this screen."""
    screen = AppTest.from_file(FRAME, default_timeout=60)
    screen.session_state["language"] = language
    screen.switch_page(f"../../{PAGES.name}/{page}.py")
    return without_mistakes(screen.run())


def without_mistakes(screen: AppTest) -> AppTest:
    """The screen, if nothing went wrong on it."""
    assert [entry.value for entry in (*screen.exception, *screen.error)] == []
    return screen


def at_time(app: Application, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the screens of this test think that it is ``moment``."""
    desk = replace(app.agendas.desk, now=lambda: moment)
    moved = replace(app, agendas=replace(app.agendas, desk=desk), notes=replace(app.notes, desk=desk))
    monkeypatch.setattr(shared, "_applications", dict.fromkeys(shared._applications, moved))


def said(screen: AppTest) -> str:
    """All words on the screen, as markdown, one element per line."""
    parts: list[Any] = [*screen.title, *screen.header, *screen.subheader, *screen.markdown, *screen.caption]
    return "\n".join(str(part.value) for part in (*parts, *screen.warning, *screen.toast))
