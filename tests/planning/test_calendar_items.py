"""Which sessions a calendar shows, and which were called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.feed import FeedScope
from facilitation.domain.person import EventRole
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.calendar_items import (
    called_off,
    earlier_items,
    everybody,
    parts_of,
    public_rooms,
    shown_items,
)
from tests.builders import A_MONDAY, a_contributor, a_record, an_agenda, an_event, an_item

PREFECT = a_contributor("Prefekti, Elbasan")
HOST = a_contributor("Përfaqësuese, Zyra e Punësimit", person_id="person-1")
ITEMS = (
    an_item("open", room="Salla A", speakers=(PREFECT,)),
    an_item("groups", room="Salla B", facilitators=(HOST,), note_takers=(PREFECT,)),
    an_item("set-up", room="Salla A", kind=ItemKind.STAFF, facilitators=(HOST,)),
    an_item("closed", room="Salla A", audience=Audience.PARTICIPANTS, speakers=(HOST,)),
)
TIMED = timed_items(an_agenda(ITEMS), A_MONDAY)


@pytest.mark.parametrize(
    ("scope", "subject", "expected"),
    [
        (FeedScope.EVENT, "", ["open", "groups"]),
        (FeedScope.ROOM, "Salla A", ["open"]),
        (FeedScope.ROOM, "Salla C", []),
        (FeedScope.PERSON, "person-1", ["groups", "set-up", "closed"]),
        (FeedScope.PERSON, PREFECT.identity, ["open", "groups"]),
        (FeedScope.PERSON, "nobody", []),
    ],
)
def test_a_calendar_shows_what_is_public_or_what_its_person_does(
    scope: FeedScope, subject: str, expected: list[str]
) -> None:
    assert [entry.item.id for entry in shown_items(TIMED, scope, subject)] == expected


def test_somebody_can_have_several_parts_in_one_session() -> None:
    item = an_item(speakers=(PREFECT, HOST), facilitators=(HOST,), note_takers=(PREFECT,))

    assert parts_of(item, HOST.identity) == (EventRole.SPEAKER, EventRole.FACILITATOR)
    assert parts_of(item, PREFECT.identity) == (EventRole.SPEAKER, EventRole.NOTE_TAKER)


def test_everybody_with_a_part_is_there_once_under_the_name_written_last() -> None:
    renamed = replace(HOST, name="Drejtuese, Zyra e Punësimit")

    assert everybody([*ITEMS[:2], an_item("last", speakers=(renamed,))]) == (PREFECT, renamed)


def test_rooms_are_those_of_public_sessions() -> None:
    items = [*ITEMS, an_item("hidden", room="Salla C", audience=Audience.STAFF), an_item("nowhere")]

    assert public_rooms(items) == ("Salla A", "Salla B")


def test_called_off_is_what_no_later_plan_has_as_it_was_announced_last() -> None:
    first = a_record(items=[an_item("a"), an_item("b", title="First")], event=an_event(starts_on=date(2027, 1, 4)))
    second = a_record(items=[an_item("a"), an_item("b", title="Second"), an_item("c")])

    gone = called_off(timed_items(an_agenda([an_item("a")]), A_MONDAY), earlier_items((first, second)))

    assert [(entry.item.id, entry.item.title.en, entry.starts_at.date()) for entry in gone] == [
        ("b", "Second (en)", A_MONDAY),
        ("c", "c (en)", A_MONDAY),
    ]
