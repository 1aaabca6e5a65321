"""The route of calendar feeds: what calendar programs are told, and that nobody else waits for them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from icalendar import Calendar

from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.record import EventRecord
from facilitation.errors import StorageUnavailable
from facilitation.services.application import Application
from facilitation.services.events import save_record
from facilitation.services.feeds import Feeds
from facilitation.services.shared import shared_application
from tests.browser.running_app import RunningApp
from tests.builders import EVENT_ID, a_contributor, a_record, a_text, an_event, an_item
from tests.web.asking import Answer, ask, asked, in_a_loop

HOST = a_contributor("Përfaqësuese, Zyra e Punësimit", person_id="person-1")
SECRET = "SECRET"
RECORD = a_record(
    items=[
        an_item("open", room="Salla A", internal_note=SECRET),
        an_item("groups", room="Salla B", facilitators=(HOST,), note_takers=(a_contributor(SECRET),)),
    ]
)


def stored(application: Application, record: EventRecord = RECORD) -> Application:
    with application.events.desk.work() as work:
        save_record(work, record)
        work.commit()
    return application


@pytest.fixture
def app() -> Iterator[Application]:
    """The application of the routes, with one event in it."""
    application = stored(shared_application())
    yield application
    application.archives.engine.dispose()


def path(feed: CalendarFeed) -> str:
    return f"/calendar/{feed.token}.ics"


def uids(answer: Answer) -> list[str]:
    calendar: Any = Calendar.from_ical(answer.body)
    return [str(entry["UID"]).partition("@")[0] for entry in calendar.walk("VEVENT")]


@pytest.mark.parametrize(
    ("scope", "subject", "items"),
    [
        (FeedScope.EVENT, "", ["open", "groups"]),
        (FeedScope.PERSON, "person-1", ["groups"]),
        (FeedScope.ROOM, "Salla A", ["open"]),
    ],
)
def test_a_link_gives_its_calendar_and_no_secret(
    app: Application, scope: FeedScope, subject: str, items: list[str]
) -> None:
    answer = asked(path(app.feeds.create(EVENT_ID, scope, subject=subject)))

    assert (answer.status, answer.heads["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.heads["cache-control"] == "private, max-age=300"
    assert answer.heads["x-content-type-options"] == "nosniff"
    assert uids(answer) == items
    assert SECRET.encode() not in answer.body


def test_a_program_that_has_the_calendar_already_is_told_so_until_the_plan_changes(app: Application) -> None:
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    first = asked(path(feed))

    again = [
        asked(path(feed), if_none_match=tag) for tag in (first.heads["etag"], f'"x", W/{first.heads["etag"]}', "*")
    ]
    item = app.agendas.get(EVENT_ID).days[0].items[0]
    app.agendas.edit_item(EVENT_ID, item, replace(item, room="Salla C"))
    changed = asked(path(feed), if_none_match=first.heads["etag"])

    assert [(answer.status, answer.body, answer.heads["etag"]) for answer in again] == [
        (304, b"", first.heads["etag"])
    ] * 3
    assert changed.status == 200
    assert changed.heads["etag"] != first.heads["etag"]
    assert b"Salla C" in changed.body


@pytest.mark.parametrize("scope", [FeedScope.TASKS, FeedScope.TODOS])
def test_a_link_to_deadlines_is_served_kept_and_closed_like_the_others(app: Application, scope: FeedScope) -> None:
    app.tasks.add(EVENT_ID, a_text("Invitations"), offset_days=-30, owner=HOST.name)
    feed = app.feeds.create(EVENT_ID, scope, subject=HOST.name)

    first = asked(path(feed))
    again = asked(path(feed), if_none_match=first.heads["etag"])
    (task,) = app.tasks.list_for(EVENT_ID)
    app.tasks.remove(task.id)
    changed = asked(path(feed), if_none_match=first.heads["etag"])
    app.feeds.revoke(feed.token)
    revoked = asked(path(feed), accept_language="en")

    assert (first.status, first.heads["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert {name: first.heads[name] for name in ("cache-control", "x-content-type-options", "referrer-policy")} == {
        "cache-control": "private, max-age=300",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }
    assert SECRET.encode() not in first.body
    assert (again.status, again.body) == (304, b"")
    assert b"STATUS:CANCELLED" not in first.body
    assert (changed.status, b"STATUS:CANCELLED" in changed.body) == (200, True)
    assert (revoked.status, revoked.heads["cache-control"]) == (410, "no-store")
    assert HOST.name not in revoked.body.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("", "Nuk ka kalendar"), ("sq-AL,en;q=0.5", "Nuk ka kalendar"), ("en-GB", "no calendar")]
)
def test_an_unknown_link_is_said_in_the_language_of_the_reader(app: Application, language: str, words: str) -> None:
    answer = asked("/calendar/nobody-ever-had-this.ics", accept_language=language)

    assert (answer.status, answer.heads["content-type"]) == (404, "text/plain; charset=utf-8")
    assert words in answer.body.decode()
    assert answer.heads["cache-control"] == "no-store"


def test_a_revoked_link_is_gone(app: Application) -> None:
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    app.feeds.revoke(feed.token)

    answer = asked(path(feed), accept_language="en")

    assert answer.status == 410
    assert answer.body.decode().startswith("This calendar was closed by its organiser.")


def test_the_link_of_a_removed_event_is_unknown(app: Application) -> None:
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    app.events.remove(EVENT_ID)

    assert asked(path(feed)).status == 404


def test_a_database_that_cannot_be_read_is_503_with_a_plain_sentence(
    app: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(feeds: Feeds, token: str) -> bytes:
        raise StorageUnavailable("The database at db.example cannot be reached.")

    monkeypatch.setattr(Feeds, "calendar", broken)

    answer = asked("/calendar/x.ics", accept_language="en")

    assert (answer.status, answer.heads["retry-after"]) == (503, "120")
    assert answer.body.decode() == (
        "The calendar cannot be read at the moment. Calendar programs try again by themselves."
    )


def test_an_event_that_cannot_be_written_out_gives_a_sentence_and_no_trace(app: Application) -> None:
    stored(app, replace(RECORD, event=an_event(id="event-2", time_zone="Nowhere"),
                        agenda=replace(RECORD.agenda, event_id="event-2", days=()),
                        guide=replace(RECORD.guide, event_id="event-2"),
                        proceedings=replace(RECORD.proceedings, event_id="event-2"),
                        budget=replace(RECORD.budget, event_id="event-2")))  # fmt: skip

    answer = asked(path(app.feeds.create("event-2", FeedScope.EVENT)), accept_language="en")

    assert answer.status == 500
    assert "Nowhere" not in answer.body.decode()


def test_a_slow_database_keeps_nobody_else_waiting(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    others = threading.Event()

    def slow(feeds: Feeds, token: str) -> bytes:
        return b"served" if others.wait(20) else b"alone"

    async def both() -> Answer:
        feed = asyncio.create_task(ask("/calendar/x.ics"))
        await asyncio.sleep(0.05)
        others.set()
        return await feed

    monkeypatch.setattr(Feeds, "calendar", slow)

    assert in_a_loop(both()).body == b"served"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_calendar_can_only_be_read(app: Application, method: str) -> None:
    assert asked(path(app.feeds.create(EVENT_ID, FeedScope.EVENT)), method).status == 405


def _served(url: str, method: str = "GET", tag: str = "") -> tuple[int, bytes, str]:
    """Status, body and kind of the answer of a real server."""
    question = Request(url, method=method, headers={"If-None-Match": tag} if tag else {})
    try:
        with urlopen(question, timeout=20) as answer:
            return answer.status, answer.read(), answer.headers["Content-Type"]
    except HTTPError as error:
        return error.code, error.read(), error.headers.get("Content-Type", "")


def test_the_running_program_serves_a_calendar_beside_its_screens(app: Application, tmp_path: Path) -> None:
    feed = app.feeds.create(EVENT_ID, FeedScope.EVENT)
    server = RunningApp(tmp_path)
    server.start()
    try:
        url = f"{server.url}{path(feed)}"
        status, body, kind = _served(url)
        head, nothing, _ = _served(url, "HEAD")
        with urlopen(url, timeout=20) as answer:
            known = _served(url, tag=answer.headers["ETag"])[:2]
        unknown = _served(f"{server.url}/calendar/x.ics")[0]
        app.feeds.revoke(feed.token)
        revoked = _served(url)[0]
    finally:
        server.stop()

    assert (status, body[:15], kind) == (200, b"BEGIN:VCALENDAR", "text/calendar; charset=utf-8")
    assert (head, nothing, known) == (200, b"", (304, b""))
    assert (unknown, revoked) == (404, 410)
