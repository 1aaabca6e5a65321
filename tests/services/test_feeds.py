"""Calendar links: made, listed, read and revoked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar

from facilitation.domain.agenda import Contributor
from facilitation.domain.event import Event
from facilitation.domain.feed import FeedScope
from facilitation.errors import InvalidInput, NotFound, Revoked
from facilitation.services.application import Application
from tests.services.conftest import Clock

OFFICE = Contributor("Drejtuesja, Zyra e Punësimit")


def with_a_part(app: Application, event: Event, room: str = "Salla A") -> str:
    """Give the office a part in a session in a room; answers the session's id."""
    item = app.agendas.get(event.id).days[0].items[1]
    app.agendas.edit_item(event.id, item, replace(item, room=room, facilitators=(OFFICE,)))
    return item.id


def entries(data: bytes) -> list[tuple[str, str]]:
    calendar: Any = Calendar.from_ical(data)
    return [(str(entry["UID"]).partition("@")[0], str(entry["STATUS"])) for entry in calendar.walk("VEVENT")]


def test_a_link_is_made_listed_and_revoked(app: Application, conference: Event) -> None:
    feed = app.feeds.create(conference.id, FeedScope.EVENT, language="en")
    assert app.feeds.list_for(conference.id) == (feed,)

    app.feeds.revoke(feed.token)

    assert app.feeds.list_for(conference.id) == ()
    with pytest.raises(Revoked):
        app.feeds.calendar(feed.token)


def test_links_are_long_and_never_the_same(app: Application, conference: Event) -> None:
    tokens = set()
    for _number in range(3):
        feed = app.feeds.create(conference.id, FeedScope.EVENT)
        app.feeds.revoke(feed.token)
        tokens.add(feed.token)

    assert len(tokens) == 3
    assert all(len(token) == 32 for token in tokens)


def test_the_same_link_is_given_again_while_it_is_open(app: Application, conference: Event) -> None:
    feed = app.feeds.create(conference.id, FeedScope.EVENT, subject="ignored")

    assert app.feeds.create(conference.id, FeedScope.EVENT) == feed
    assert app.feeds.create(conference.id, FeedScope.EVENT, language="en") != feed
    assert feed.subject == ""


def test_subjects_are_the_people_and_rooms_of_the_agenda(app: Application, conference: Event) -> None:
    with_a_part(app, conference, room="Salla Re")

    subjects = app.feeds.subjects(conference.id)

    assert OFFICE in subjects.people
    assert "Salla Re" in subjects.rooms


@pytest.mark.parametrize("scope", [FeedScope.PERSON, FeedScope.ROOM])
@pytest.mark.parametrize("subject", ["", "nobody"])
def test_a_link_for_nobody_is_refused(app: Application, conference: Event, scope: FeedScope, subject: str) -> None:
    with pytest.raises(InvalidInput):
        app.feeds.create(conference.id, scope, subject=subject)

    assert app.feeds.list_for(conference.id) == ()


def test_a_link_of_an_event_that_is_not_there_is_refused(app: Application) -> None:
    with pytest.raises(NotFound):
        app.feeds.create("nothere", FeedScope.EVENT)


def test_an_unknown_link_is_not_found_and_revoking_it_does_nothing(app: Application) -> None:
    app.feeds.revoke("nothere")

    with pytest.raises(NotFound):
        app.feeds.calendar("nothere")


def test_revoking_twice_keeps_the_first_time(app: Application, conference: Event, clock: Clock) -> None:
    feed = app.feeds.create(conference.id, FeedScope.EVENT)
    app.feeds.revoke(feed.token)
    first = clock.moment
    app.feeds.revoke(feed.token)

    with app.feeds.desk.reading() as work:
        found = work.feeds.find(feed.token)
    assert found is not None
    assert found.revoked_at == first


def test_a_calendar_follows_the_agenda_and_stays_the_same_while_nothing_changes(
    app: Application, conference: Event
) -> None:
    feed = app.feeds.create(conference.id, FeedScope.PERSON, subject=_identity(app, conference))
    item_id = with_a_part(app, conference)
    before = app.feeds.calendar(feed.token)
    assert before == app.feeds.calendar(feed.token)

    item = app.agendas.get(conference.id).item(item_id)
    assert item is not None
    app.agendas.edit_item(conference.id, item, replace(item, room="Salla B"))

    assert app.feeds.calendar(feed.token) != before
    assert entries(app.feeds.calendar(feed.token)) == [(item_id, "CONFIRMED")]


def _identity(app: Application, event: Event) -> str:
    with_a_part(app, event)
    return OFFICE.identity


def test_a_person_who_lost_their_session_after_a_release_sees_it_called_off(
    app: Application, conference: Event
) -> None:
    item_id = with_a_part(app, conference)
    feed = app.feeds.create(conference.id, FeedScope.PERSON, subject=OFFICE.identity)
    app.releases.release(conference.id, name="", note="")

    item = app.agendas.get(conference.id).item(item_id)
    assert item is not None
    app.agendas.edit_item(conference.id, item, replace(item, facilitators=()))

    assert entries(app.feeds.calendar(feed.token)) == [(item_id, "CANCELLED")]


def test_the_public_reads_the_version_that_went_out_and_who_has_duties_the_plan_as_it_is(
    app: Application, conference: Event
) -> None:
    item_id = with_a_part(app, conference)
    app.releases.release(conference.id, name="", note="")
    public = app.feeds.create(conference.id, FeedScope.EVENT)
    own = app.feeds.create(conference.id, FeedScope.PERSON, subject=OFFICE.identity)
    item = app.agendas.get(conference.id).item(item_id)
    assert item
    app.agendas.edit_item(conference.id, item, replace(item, room="Salla e re"))

    assert b"Salla e re" not in app.feeds.calendar(public.token)
    assert b"Salla e re" in app.feeds.calendar(own.token)
