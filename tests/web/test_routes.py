"""The routes of our own, called as an ASGI server calls them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.web.asking import asked


def test_ready_answers_with_the_number_of_events_and_guarded_heads() -> None:
    answer = asked("/ready")

    assert (answer.status, json.loads(answer.body)) == (200, {"ready": True, "events": 0})
    assert answer.heads["x-content-type-options"] == "nosniff"
    assert answer.heads["x-frame-options"] == "DENY"


def test_ready_says_so_when_the_database_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "tryeza.db").write_text("no database at all, but long enough to be read as one " * 40)

    answer = asked("/ready")

    assert (answer.status, json.loads(answer.body)) == (503, {"ready": False})
