"""Substitutes: who stands in for whom, in the count and in the agenda."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import Contributor
from facilitation.domain.person import InvitationStatus
from facilitation.errors import InvalidInput
from facilitation.planning.substitutes import (
    refuse_circle,
    roles_of,
    same_office,
    substitute_of,
    with_roles_taken_over,
    without_replaced,
)
from tests.builders import a_contributor, a_participation, a_person, an_agenda, an_item

OLD = a_participation("old", name="Zyra A")
NEW = a_participation("new", name="Zyra B", substitute_for_id="old")


def test_only_a_substitute_who_has_not_declined_takes_the_place() -> None:
    declined = a_participation("new", substitute_for_id="old", status=InvitationStatus.DECLINED)

    assert without_replaced([OLD, NEW]) == (NEW,)
    assert without_replaced([OLD, declined]) == (OLD, declined)
    assert substitute_of(OLD, [OLD, NEW]) == NEW
    assert substitute_of(OLD, [OLD, declined]) is None


def test_nobody_stands_in_for_themselves_even_over_others() -> None:
    third = a_participation("third", substitute_for_id="new")

    with pytest.raises(InvalidInput):
        refuse_circle(OLD, "old", [OLD, NEW])
    with pytest.raises(InvalidInput):
        refuse_circle(OLD, "third", [OLD, NEW, third])
    refuse_circle(third, "old", [OLD, NEW, third])


def test_a_substitute_has_the_office_and_nothing_of_the_other_person() -> None:
    old = a_person(email="zyra@example.org", phone="+355", title="Dr.", municipality="Shkodër")

    new = same_office(old, "fresh", " Zyra B ")

    assert (new.name, new.organisation, new.district, new.municipality) == (
        "Zyra B",
        old.organisation,
        old.district,
        "Shkodër",
    )
    assert (new.email, new.phone, new.title, new.position) == ("", "", "", "")


def test_every_part_in_the_agenda_goes_over_once() -> None:
    mine, other = a_contributor("Zyra A", person_id="old"), a_contributor("Zyra C", person_id="c")
    theirs = Contributor("Zyra B", "new", is_local=True)
    agenda = an_agenda(
        [
            an_item("panel", speakers=(mine, other), note_takers=(mine,)),
            an_item("group", facilitators=(mine, theirs)),
            an_item("free", speakers=(other,)),
        ]
    )

    after = with_roles_taken_over(agenda, OLD, NEW)

    assert [item.id for item in roles_of(OLD, agenda)] == ["panel", "group"]
    assert roles_of(OLD, after) == ()
    panel, group, free = (item for _day, item in after.items())
    assert (panel.speakers, panel.note_takers, group.facilitators) == ((theirs, other), (theirs,), (theirs,))
    assert free == an_item("free", speakers=(other,))
