"""Papers that depend on more than the plan as it is now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from icalendar import Calendar

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.services.application import Application


def cancelled(data: bytes) -> list[str]:
    calendar: Any = Calendar.from_ical(data)
    return [str(entry["UID"]) for entry in calendar.walk("VEVENT") if entry["STATUS"] == "CANCELLED"]


def test_the_calendar_calls_off_what_went_out_and_was_removed_since(
    app: Application, conference: Event, tmp_path: Path
) -> None:
    removed = app.agendas.get(conference.id).days[0].items[1]
    app.releases.release(conference.id, name="", note="")
    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == []

    app.agendas.remove_item(conference.id, removed.id)
    app.papers.pack(conference.id, tmp_path, "en")

    expected = [f"{removed.id}@{conference.id}.tryeza"]
    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == expected
    assert cancelled((tmp_path / "event.ics").read_bytes()) == expected


def test_a_version_printed_again_calls_off_nothing_that_came_later(app: Application, conference: Event) -> None:
    items = app.agendas.get(conference.id).days[0].items
    app.agendas.remove_item(conference.id, items[1].id)
    first = app.releases.release(conference.id, name="", note="")
    app.agendas.add_item(conference.id, day=1, kind=ItemKind.PLENARY, title=Text(sq="E re"), minutes=30)
    app.releases.release(conference.id, name="", note="")

    assert cancelled(app.papers.released(first.id, "event.ics", "sq")) == []


def test_what_never_went_out_is_removed_without_a_word(app: Application, conference: Event) -> None:
    app.agendas.remove_item(conference.id, app.agendas.get(conference.id).days[0].items[1].id)

    assert cancelled(app.papers.make(conference.id, "event.ics", "sq")) == []
