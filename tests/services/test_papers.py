"""Papers that depend on more than the plan as it is now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

from facilitation.domain.event import Event
from facilitation.domain.release import Release
from facilitation.services.application import Application


def released(app: Application, event: Event) -> None:
    """Send the plan out as it is."""
    with app.papers.desk.work() as work:
        release = Release("release-1", event.id, 1, "Version 1", "", datetime(2027, 2, 1), "tester")
        work.releases.add(release, work.record(event.id))
        work.commit()


def cancelled(data: bytes) -> list[str]:
    calendar: Any = Calendar.from_ical(data)
    return [str(entry["UID"]) for entry in calendar.walk("VEVENT") if entry["STATUS"] == "CANCELLED"]


def test_the_calendar_calls_off_what_went_out_and_was_removed_since(
    app: Application, conference: Event, tmp_path: Path
) -> None:
    removed = app.agendas.get(conference.id).days[0].items[1]
    released(app, conference)
    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == []

    app.agendas.remove_item(conference.id, removed.id)
    app.papers.pack(conference.id, tmp_path, "en")

    expected = [f"{removed.id}@{conference.id}.tryeza"]
    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == expected
    assert cancelled((tmp_path / "event.ics").read_bytes()) == expected


def test_what_never_went_out_is_removed_without_a_word(app: Application, conference: Event) -> None:
    app.agendas.remove_item(conference.id, app.agendas.get(conference.id).days[0].items[1].id)

    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == []
