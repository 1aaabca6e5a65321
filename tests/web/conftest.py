"""A database for each test of the routes."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.services import shared


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{(tmp_path / 'tryeza.db').as_posix()}")
    monkeypatch.setattr(shared, "_applications", {})
