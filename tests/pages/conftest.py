"""Screens driven through AppTest over a real SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.services import shared
from facilitation.services.application import Application, build_application
from facilitation.settings import Settings


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The application the screens of this test will use, over an empty database of its own."""
    monkeypatch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}")
    settings = Settings.from_environment()
    application = build_application(settings)
    monkeypatch.setattr(shared, "_applications", {settings: application})
    yield application
    application.archives.engine.dispose()
