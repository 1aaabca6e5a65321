"""Services over a real SQLite file, with a clock that stands still until a test moves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.services.application import Application, build_application
from facilitation.services.events import NewEvent
from facilitation.settings import ROOT, Settings


@dataclass
class Clock:
    """The time of a test; every reading moves it by a second so that two strokes differ."""

    moment: datetime = datetime(2027, 1, 11, 9, 0)

    def __call__(self) -> datetime:
        self.moment = self.moment.replace(microsecond=0) + (datetime(2000, 1, 1, 0, 0, 1) - datetime(2000, 1, 1))
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Application]:
    settings = Settings(f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}", ROOT / "agendas", "tester")
    application = build_application(settings, now=clock)
    yield application
    application.archives.engine.dispose()


@pytest.fixture
def conference(app: Application) -> Event:
    """A two-day conference on 20 May 2027, made on 11 January 2027."""
    return app.events.create(
        NewEvent("national-conference", Text(sq="Konferenca", en="The conference"), date(2027, 5, 20), place="Tiranë")
    )


MakeEvent = Callable[[], Event]
