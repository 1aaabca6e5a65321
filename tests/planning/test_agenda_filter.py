"""Which sessions a person wants to see."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import Audience, ItemKind, Room
from facilitation.planning.agenda_filter import AgendaFilter, people_in, rooms_in
from tests.builders import a_contributor, an_agenda, an_item

LEADER, SPEAKER = a_contributor("Lehtësuese"), a_contributor("Bashkia Fier")
ITEMS = (
    an_item("a", room="A", facilitators=(LEADER,)),
    an_item("b", room=" B ", speakers=(SPEAKER,), note_takers=(LEADER,)),
    an_item("c", audience=Audience.PARTICIPANTS),
    an_item("d", kind=ItemKind.STAFF, facilitators=(LEADER,)),
)
AGENDA = an_agenda(ITEMS, rooms=(Room("Salla e madhe"), Room("A")))


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (AgendaFilter(), "abcd"),
        (AgendaFilter(rooms=frozenset({"B"})), "b"),
        (AgendaFilter(rooms=frozenset({"A", "B"})), "ab"),
        (AgendaFilter(people=frozenset({"Lehtësuese"})), "abd"),
        (AgendaFilter(people=frozenset({"Lehtësuese"}), rooms=frozenset({"B"})), "b"),
        (AgendaFilter(audience=Audience.PUBLIC), "ab"),
        (AgendaFilter(audience=Audience.PARTICIPANTS), "abc"),
        (AgendaFilter(audience=Audience.STAFF), "abcd"),
    ],
)
def test_a_filter_wants_what_fits_all_its_parts(wanted: AgendaFilter, ids: str) -> None:
    assert "".join(item.id for item in ITEMS if wanted.wants(item)) == ids


def test_a_filter_without_parts_is_none() -> None:
    assert [bool(AgendaFilter()), bool(AgendaFilter(audience=Audience.PUBLIC))] == [False, True]


def test_rooms_of_the_event_come_before_those_only_named_and_people_once() -> None:
    assert rooms_in(AGENDA) == ("Salla e madhe", "A", "B")
    assert people_in(AGENDA) == ("Lehtësuese", "Bashkia Fier")
