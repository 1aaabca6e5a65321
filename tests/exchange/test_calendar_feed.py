"""A subscribed calendar: the right sessions for its reader, and nobody else's business."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar

from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.domain.record import EventRecord
from facilitation.exchange.calendar_feed import feed_ics
from facilitation.planning.calendar_items import earlier_items
from tests.builders import EVENT_ID, a_contributor, a_note, a_participation, a_record, a_text, an_item

MADE_AT = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
SECRET = "SECRET"
HOST = a_contributor("Përfaqësuese, Zyra e Punësimit", person_id="person-1")
PREFECT = a_contributor("Prefekti, Elbasan")
OTHER = a_contributor(SECRET)
RECORD = a_record(
    items=[
        an_item("open", room="Salla A", speakers=(PREFECT,), facilitators=(OTHER,), internal_note=SECRET),
        an_item("groups", room="Salla B", summary=a_text("Summary"), speakers=(PREFECT,), facilitators=(HOST,),
                note_takers=(OTHER, HOST), internal_note=SECRET),
        an_item("set-up", room="Salla A", kind=ItemKind.STAFF, speakers=(OTHER,), facilitators=(HOST, OTHER),
                internal_note=SECRET),
    ],
    participations=(a_participation(name=SECRET, note=SECRET),),
    notes=(a_note(text=SECRET),),
)  # fmt: skip


def a_feed(scope: FeedScope, subject: str = "", language: str = "en") -> CalendarFeed:
    return CalendarFeed("token", EVENT_ID, scope, subject, language, datetime(2027, 1, 1))


def content(feed: CalendarFeed, record: EventRecord = RECORD, *before: EventRecord) -> bytes:
    return feed_ics(feed, record, earlier_items(before), MADE_AT)


def calendar(feed: CalendarFeed, record: EventRecord = RECORD, *before: EventRecord) -> Any:
    """The feed as a calendar program reads it."""
    return Calendar.from_ical(content(feed, record, *before))


def uids(read: Any) -> list[tuple[str, str]]:
    return [(str(entry["UID"]).partition("@")[0], str(entry["STATUS"])) for entry in read.walk("VEVENT")]


FEEDS = [
    (a_feed(FeedScope.EVENT), "Event (en)", ["open", "groups"]),
    (a_feed(FeedScope.ROOM, "Salla A"), "Event (en) – Salla A", ["open"]),
    (a_feed(FeedScope.PERSON, "person-1"), f"Event (en) – {HOST.name}", ["groups", "set-up"]),
    (a_feed(FeedScope.PERSON, "person-1", "sq"), f"Event (sq) – {HOST.name}", ["groups", "set-up"]),
]


@pytest.mark.parametrize(("feed", "name", "items"), FEEDS)
def test_a_feed_has_its_name_and_its_sessions(feed: CalendarFeed, name: str, items: list[str]) -> None:
    read = calendar(feed)

    assert str(read["X-WR-CALNAME"]) == name
    assert uids(read) == [(item, "CONFIRMED") for item in items]


@pytest.mark.parametrize(("feed", "name", "items"), FEEDS)
def test_no_feed_holds_an_internal_note_or_a_name_the_public_agenda_does_not_show(
    feed: CalendarFeed, name: str, items: list[str]
) -> None:
    assert SECRET.encode() not in content(feed)


@pytest.mark.parametrize(
    ("language", "part", "set_up"),
    [
        ("en", "Your part: Facilitator and Note-taker\nSummary (en)\nSpeakers: Prefekti, Elbasan",
         "Your part: Facilitator"),
        ("sq", "Roli juaj: Lehtësues dhe Mbajtës shënimesh\nSummary (sq)\nFlasin: Prefekti, Elbasan",
         "Roli juaj: Lehtësues"),
    ],
)  # fmt: skip
def test_a_person_reads_what_they_do_and_who_speaks_in_public_sessions_alone(
    language: str, part: str, set_up: str
) -> None:
    entries = calendar(a_feed(FeedScope.PERSON, "person-1", language)).walk("VEVENT")

    assert [str(entry["DESCRIPTION"]) for entry in entries] == [part, set_up]


def test_a_session_that_left_the_room_or_the_person_is_cancelled_there_alone() -> None:
    now = a_record(items=[an_item("open", room="Salla B", speakers=(PREFECT,)), an_item("groups", room="Salla B")])

    assert uids(calendar(a_feed(FeedScope.ROOM, "Salla A"), now, RECORD)) == [("open", "CANCELLED")]
    assert uids(calendar(a_feed(FeedScope.PERSON, "person-1"), now, RECORD)) == [
        ("groups", "CANCELLED"),
        ("set-up", "CANCELLED"),
    ]
    assert uids(calendar(a_feed(FeedScope.EVENT), now, RECORD)) == [("open", "CONFIRMED"), ("groups", "CONFIRMED")]


def test_a_person_nobody_needs_any_more_keeps_their_name_on_the_calendar() -> None:
    read = calendar(a_feed(FeedScope.PERSON, "person-1"), a_record(), RECORD)

    assert str(read["X-WR-CALNAME"]) == f"Event (en) – {HOST.name}"


def test_a_private_session_says_nothing_of_its_speakers_to_one_who_takes_notes_in_it() -> None:
    item = an_item(audience=Audience.PARTICIPANTS, speakers=(OTHER,), note_takers=(HOST,))

    assert SECRET.encode() not in content(a_feed(FeedScope.PERSON, "person-1"), a_record(items=[item]))


def test_programs_are_asked_to_read_it_again_every_hour() -> None:
    lines = content(a_feed(FeedScope.EVENT)).split(b"\r\n")

    assert [line for line in lines if line.startswith((b"REFRESH", b"X-PUB"))] == [
        b"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        b"X-PUBLISHED-TTL:PT1H",
    ]


def test_the_same_plan_gives_the_same_bytes() -> None:
    feed = a_feed(FeedScope.PERSON, "person-1")

    assert content(feed) == content(feed)
