"""Merging two people on both databases: nothing is lost, everything follows, and one undo restores it exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, Contributor
from facilitation.domain.cafe import CafeRules, PersonPair, Round, Seating
from facilitation.domain.consultation import FormLink, Questionnaire, Reply
from facilitation.domain.person import CheckIn, Consent, InvitationStatus, Participation, Person
from facilitation.domain.phone_link import PhoneLink
from facilitation.errors import InvalidInput
from facilitation.services.desk import Desk
from facilitation.services.history import History
from facilitation.services.people import People
from facilitation.services.people_merge import PeopleMerge
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import a_cafe, a_note, a_participation, a_person, a_text, an_agenda, an_event, an_item, counted_ids

EVENTS = ("event-1", "event-2", "event-3")
KEPT = a_person("Agimor Gurëzi", id="kept", email="", phone="+355 69 200 0001")
OTHER = a_person("GUREZI Agim.", id="other", email="agimor@shembull.al", municipality="Pukë")
WANTED = replace(KEPT, email=OTHER.email, municipality=OTHER.municipality)
AT = datetime(2027, 1, 11, 9)


def _moments() -> Iterator[datetime]:
    return (AT + timedelta(seconds=number) for number in count())


@pytest.fixture
def desk(work: UnitOfWorkFactory) -> Desk:
    """Both people in "event-2", the kept one in "event-1" too, the other one in "event-3"."""
    moments = _moments()
    with work() as unit:
        for event_id in EVENTS:
            unit.events.save(replace(an_event(), id=event_id))
            unit.agendas.save(Agenda(event_id))
        for part in _parts():
            unit.participations.save(part)
        _fill(unit)
        unit.commit()
    return Desk(work, lambda: next(moments), "tester", counted_ids("change"))


def _parts() -> tuple[Participation, ...]:
    def part(key: str, event_id: str, person: Person, **facts: Any) -> Participation:
        return replace(Participation(key, event_id, person), **facts)

    return (
        part("kept-1", "event-1", KEPT),
        part("other-2", "event-2", OTHER, status=InvitationStatus.CONFIRMED, days_attended=(2,),
             dietary_needs="pa mish", photo_consent=Consent.NO, list_consent=Consent.YES, nights=2,
             invited_on=date(2027, 1, 5), certificate="7", check_ins=(CheckIn("in-2", 2, AT),)),
        part("kept-2", "event-2", KEPT, status=InvitationStatus.INVITED, days_attended=(1,), photo_consent=Consent.YES,
             invited_on=date(2027, 1, 8), note="vjen vonë"),
        part("third-2", "event-2", a_person("Zyra A", id="third"), substitute_for_id="other-2"),
        part("other-3", "event-3", OTHER),
    )  # fmt: skip


def _fill(unit: Any) -> None:
    both, speaks = Contributor("Agimor Gurëzi", "kept-2"), Contributor("GUREZI Agim.", "other-2")
    item = an_item("item-1", minutes=30)
    unit.agendas.save(
        replace(
            an_agenda([replace(item, speakers=(both, speaks), note_takers=(speaks,))]),
            event_id="event-2",
            version=1,
        )
    )
    seating = Seating(
        rounds=(Round((("other-2", "third-2"), ("kept-2",))),),
        hosts=("other-2", "kept-2"),
        seed=1,
        balanced_by=(),
        possible_meetings=1,
        unique_meetings=1,
        repeated_meetings=0,
        sector_balance=0.0,
    )
    rules = CafeRules(apart=(PersonPair("kept-2", "other-2"), PersonPair("other-2", "third-2")))
    unit.cafes.save(replace(a_cafe(rules=rules, seating=seating, host_ids=("other-2",)), event_id="event-2"))
    unit.notes.save(a_note(event_id="event-2", speaker_id="other-2"))
    unit.questionnaires.save(Questionnaire("form-1", "event-2", a_text("Form")))
    unit.replies.save(Reply("reply-1", "event-2", "form-1", participation_id="other-2"))
    unit.phone_links.add(
        [PhoneLink("token-other", "event-2", "other-2", AT), PhoneLink("token-kept", "event-2", "kept-2", AT)]
    )
    unit.form_links.add([FormLink("link-1", "secret", "event-2", "form-1", "other-2", AT)])


def everything(desk: Desk) -> dict[str, Any]:
    """All that the three events hold, without versions."""
    with desk.reading() as unit:
        found: dict[str, Any] = {"people": set(unit.people.list_all())}
        for event_id in EVENTS:
            stores = (unit.participations, unit.cafes, unit.notes, unit.replies)
            found[event_id] = [[replace(thing, version=0) for thing in store.list_for(event_id)] for store in stores]
            found[event_id].append(replace(unit.agendas.get(event_id), version=0))
            found[event_id].append(
                sorted((link.token, link.participation_id) for link in unit.phone_links.open_for(event_id))
            )
            found[event_id].append([(link.id, link.participation_id) for link in unit.form_links.list_for(event_id)])
    return found


def test_two_parts_in_one_event_become_one_and_nothing_is_lost(desk: Desk) -> None:
    PeopleMerge(desk).merge(KEPT, OTHER, WANTED)

    with desk.reading() as unit:
        kept, third = unit.participations.list_for("event-2")
        people = {person.id for person in unit.people.list_all()}
    assert replace(kept, version=0) == Participation(
        "kept-2",
        "event-2",
        WANTED,
        status=InvitationStatus.CONFIRMED,
        days_attended=(1, 2),
        dietary_needs="pa mish",
        photo_consent=Consent.NO,
        list_consent=Consent.YES,
        note="vjen vonë",
        nights=2,
        invited_on=date(2027, 1, 5),
        check_ins=(CheckIn("in-2", 2, AT),),
        certificate="7",
    )
    assert third.substitute_for_id == "kept-2"
    assert people == {"kept", "third"}


def test_the_person_has_the_events_of_both(desk: Desk) -> None:
    merge = PeopleMerge(desk)

    merge.merge(KEPT, OTHER, WANTED)

    assert [event.id for event in merge.events_of("kept")] == ["event-1", "event-2", "event-3"]
    with desk.reading() as unit:
        assert [part.person for part in unit.participations.of_person("kept")] == [WANTED] * 3


def test_everything_that_named_the_removed_part_names_the_kept_one(desk: Desk) -> None:
    PeopleMerge(desk).merge(KEPT, OTHER, WANTED)

    with desk.reading() as unit:
        ((_day, item),) = unit.agendas.get("event-2").items()
        (cafe,) = unit.cafes.list_for("event-2")
        named = (
            unit.notes.list_for("event-2")[0].speaker_id,
            unit.replies.list_for("event-2")[0].participation_id,
            unit.phone_links.find("token-other"),
            unit.form_links.list_for("event-2")[0].participation_id,
        )
    once = (Contributor("Agimor Gurëzi", "kept-2"),)
    assert (item.speakers, item.note_takers) == (once, once)
    assert cafe.rules == CafeRules(apart=(PersonPair("kept-2", "third-2"),))
    assert cafe.seating is not None
    assert (cafe.seating.rounds, cafe.seating.is_repeatable) == ((Round((("kept-2", "third-2"), ())),), False)
    assert cafe.host_ids == ("kept-2",)
    assert named == ("kept-2", "kept-2", PhoneLink("token-other", "event-2", "kept-2", AT), "kept-2")


@pytest.mark.parametrize("event_id", EVENTS)
def test_one_undo_in_any_event_restores_all_of_them_exactly(desk: Desk, event_id: str) -> None:
    before, history = everything(desk), History(desk)
    PeopleMerge(desk).merge(KEPT, OTHER, WANTED)
    merged = everything(desk)

    history.undo(event_id, "participation")
    assert everything(desk) == before
    history.redo(event_id, "participation")
    assert everything(desk) == merged
    history.undo(event_id, "participation")

    assert everything(desk) == before


def test_each_event_has_the_merge_in_its_history(desk: Desk) -> None:
    PeopleMerge(desk).merge(KEPT, OTHER, WANTED)

    changes = {event_id: History(desk).can_undo(event_id, "participation") for event_id in EVENTS}
    assert [change.verb if change else "" for change in changes.values()] == ["merge_people"] * 3
    assert len({change.happened_at for change in changes.values() if change}) == 1


def test_what_is_changed_after_the_merge_stays_when_it_is_undone(desk: Desk) -> None:
    PeopleMerge(desk).merge(KEPT, OTHER, WANTED)
    with desk.reading() as unit:
        part = unit.participations.get("kept-1")
    with desk.work() as unit:
        unit.participations.save(replace(part, note="shtuar më pas"))
        unit.commit()

    History(desk).undo("event-3", "participation")

    with desk.reading() as unit:
        assert unit.participations.get("kept-1").note == "shtuar më pas"
        assert unit.participations.get("other-3").person == OTHER


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.fixed_dictionaries(
        {
            field: st.sampled_from([getattr(KEPT, field), getattr(OTHER, field), "="])
            for field in ("name", "email", "phone")
        }
    )
)
def test_whatever_stays_of_each_field_undo_brings_both_back(desk: Desk, fields: dict[str, str]) -> None:
    before = everything(desk)
    wanted = replace(KEPT, **fields)  # type: ignore[arg-type]

    PeopleMerge(desk).merge(KEPT, OTHER, wanted)
    merged = everything(desk)["people"]
    History(desk).undo("event-2", "participation")

    assert merged == {wanted, a_person("Zyra A", id="third")}
    assert everything(desk) == before


@pytest.mark.parametrize(
    ("kept", "other", "wanted"),
    [
        (replace(KEPT, name="Somebody"), OTHER, WANTED),
        (KEPT, replace(OTHER, id="gone"), WANTED),
        (KEPT, KEPT, WANTED),
        (KEPT, OTHER, replace(WANTED, name=" ")),
        (KEPT, replace(OTHER, is_coded=True), WANTED),
    ],
    ids=["changed meanwhile", "gone", "with oneself", "without a name", "a code"],
)
def test_a_merge_that_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, kept: Person, other: Person, wanted: Person
) -> None:
    before = everything(desk)

    with pytest.raises(InvalidInput):
        PeopleMerge(desk).merge(kept, other, wanted)

    assert everything(desk) == before


def test_two_people_remembered_as_two_are_not_suspected_again(desk: Desk) -> None:
    merge, people = PeopleMerge(desk), People(desk)
    other = replace(OTHER, name="Gurezi Agimor")
    part = people.list_for("event-3")[0]
    people.edit(part, replace(part, person=other))
    (pair,) = merge.suspected("event-1")
    assert {pair.first.id, pair.second.id} == {"kept", "other"}

    merge.keep_apart("other", "kept")

    assert (merge.suspected("event-1"), merge.apart_keys()) == ((), frozenset({"kept:other"}))


def test_a_participation_alone_needs_no_agenda_to_be_merged(desk: Desk) -> None:
    """Two people of one event only, as they stand right after an import."""
    one, other = a_participation("a", name="Zana Oroshi"), a_participation("b", name="Zana Orosh")
    with desk.work() as unit:
        for part in (one, other):
            unit.participations.save(replace(part, event_id="event-1"))
        unit.commit()

    PeopleMerge(desk).merge(one.person, other.person, one.person)

    with desk.reading() as unit:
        assert [part.id for part in unit.participations.list_for("event-1")] == ["kept-1", "a"]
