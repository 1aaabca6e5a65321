"""Rules about who has a part in the agenda."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from facilitation.domain.agenda import Absence, AgendaItem, Contributor, ItemKind, Window
from facilitation.domain.finding import Severity, finding
from facilitation.planning.agenda_checks import agenda_findings
from tests.builders import a_contributor, a_record, a_text, an_agenda, an_event, an_item
from tests.planning.remarks import findings_of, remarks

K = ItemKind
LEAD, NOTES, SPEAKER = (a_contributor(name) for name in ("Lehtësuese", "Mbajtës shënimesh", "Drejtor, Bashkia Vlorë"))


def crew(number: int) -> tuple[Contributor, ...]:
    return tuple(a_contributor(f"Lehtësues {n}") for n in range(1, number + 1))


def away(who: Contributor, starts_at: time, ends_at: time, day: int = 1) -> dict[str, Any]:
    """The absences of an agenda: one person in one window."""
    return {"absences": (Absence(who, Window(day, starts_at, ends_at), "Në gjyq"),)}


def test_a_person_in_two_sessions_at_once_blocks() -> None:
    panel = an_item("panel", minutes=60, parallel="rooms", speakers=(SPEAKER,))
    groups = an_item("groups", minutes=45, parallel="rooms", facilitators=(SPEAKER,))

    assert remarks("person_overlap", [panel, groups]) == [
        finding(
            "person_overlap",
            Severity.BLOCK,
            "groups",
            title=a_text("groups"),
            day=1,
            starts_at="09:00",
            ends_at="09:45",
            other=a_text("panel"),
            other_id="panel",
            name="Drejtor, Bashkia Vlorë",
        )
    ]


def test_the_same_person_by_id_overlaps_under_any_name() -> None:
    first = an_item("a", parallel="rooms", speakers=(a_contributor("Drejtor", person_id="p"),))
    second = an_item("b", parallel="rooms", note_takers=(a_contributor("Drejtori i bashkisë", person_id="p"),))

    assert [remark.subject for remark in remarks("person_overlap", [first, second])] == ["b"]


def test_a_person_in_staff_work_during_a_session_overlaps() -> None:
    session = an_item("session", facilitators=(LEAD,))
    debrief = an_item("debrief", kind=K.STAFF, pinned_start=time(9, 15), facilitators=(LEAD,))

    assert [remark.subject for remark in remarks("person_overlap", [session, debrief])] == ["debrief"]


@pytest.mark.parametrize(
    "items",
    [
        [an_item("a", speakers=(LEAD,)), an_item("b", speakers=(LEAD,))],
        [an_item("a", speakers=(LEAD,), facilitators=(LEAD,))],
        [
            an_item("a", parallel="r", speakers=(Contributor(""),)),
            an_item("b", parallel="r", speakers=(Contributor(""),)),
        ],
        [an_item("a", speakers=(LEAD,)), an_item("b", minutes=0, pinned_start=time(9, 10), speakers=(LEAD,))],
    ],
    ids=["one after the other", "two roles in one session", "nobody named", "no time at all"],
)
def test_these_are_no_overlap_of_a_person(items: list[AgendaItem]) -> None:
    assert remarks("person_overlap", items) == []


def test_a_session_that_covers_several_others_overlaps_with_each() -> None:
    long = an_item("long", minutes=90, speakers=(LEAD,))
    others = [
        an_item(f"at {hour}", minutes=30, pinned_start=hour, speakers=(LEAD,)) for hour in (time(9, 30), time(10))
    ]

    assert [remark.subject for remark in remarks("person_overlap", [long, *others])] == ["at 09:30:00", "at 10:00:00"]


@pytest.mark.parametrize("kind", [K.PLENARY, K.PANEL, K.WORKING_GROUPS, K.WORLD_CAFE, K.GALLERY])
def test_a_working_session_needs_a_facilitator_and_a_note_taker(kind: ItemKind) -> None:
    item = an_item("bare", kind=kind, facilitators=(Contributor(" "),))
    values: dict[str, Any] = {"title": a_text("bare"), "day": 1, "starts_at": "09:00"}

    assert remarks("no_facilitator", [item]) == [finding("no_facilitator", Severity.WARN, "bare", **values)]
    assert remarks("no_note_taker", [item]) == [finding("no_note_taker", Severity.WARN, "bare", **values)]


@pytest.mark.parametrize("kind", [K.OPENING, K.NETWORKING, K.BREAK, K.STAFF, K.EVALUATION])
def test_other_sessions_need_neither(kind: ItemKind) -> None:
    codes = {remark.code for remark in agenda_findings(a_record(agenda=an_agenda([an_item(kind=kind)])))}

    assert codes.isdisjoint({"no_facilitator", "no_note_taker"})


def test_who_leads_and_takes_notes_is_hinted_at() -> None:
    item = an_item("talk", facilitators=(LEAD, a_contributor("Tjetër")), note_takers=(NOTES, LEAD))

    assert remarks("same_person_leads_and_notes", [item]) == [
        finding(
            "same_person_leads_and_notes",
            Severity.HINT,
            "talk",
            title=a_text("talk"),
            day=1,
            starts_at="09:00",
            name="Lehtësuese",
        )
    ]


def test_fewer_than_half_local_speakers_warn_and_each_counts_once() -> None:
    guests = tuple(Contributor(f"Ekspert {number}") for number in (1, 2))
    items = [an_item("a", speakers=(SPEAKER, guests[0])), an_item("b", speakers=(SPEAKER, guests[1]))]

    assert remarks("few_local_presenters", items) == [
        finding("few_local_presenters", Severity.WARN, share=1 / 3, minimum=0.5, local=1, total=3)
    ]


def test_half_local_speakers_are_enough_and_without_speakers_nothing_is_said() -> None:
    assert remarks("few_local_presenters", [an_item(speakers=(SPEAKER, Contributor("Ekspert")))]) == []
    assert remarks("few_local_presenters", [30]) == []


def test_who_has_a_part_while_away_blocks() -> None:
    talk = an_item("talk", minutes=60, speakers=(SPEAKER,))

    assert remarks("person_unavailable", [30, talk], agenda=away(SPEAKER, time(10), time(12))) == [
        finding(
            "person_unavailable",
            Severity.BLOCK,
            "talk",
            title=a_text("talk"),
            day=1,
            starts_at="09:30",
            ends_at="10:30",
            name="Drejtor, Bashkia Vlorë",
            away_from="10:00",
            away_until="12:00",
        )
    ]


@pytest.mark.parametrize("role", ["speakers", "facilitators", "note_takers"])
def test_nobody_is_away_in_any_role_nor_under_another_name(role: str) -> None:
    as_listed, as_named = (a_contributor(name, person_id="p") for name in ("Drejtor", "Drejtori i bashkisë"))
    item = an_item("debrief", kind=K.STAFF, **{role: (as_named,)})

    found = remarks("person_unavailable", [item], agenda=away(as_listed, time(8), time(18)))

    assert [dict(remark.values)["name"] for remark in found] == ["Drejtori i bashkisë"]


@pytest.mark.parametrize(
    "absence",
    [
        away(LEAD, time(8), time(9)),
        away(LEAD, time(9, 30), time(18)),
        away(LEAD, time(0), time(23), day=2),
        away(NOTES, time(8), time(18)),
        away(Contributor(" "), time(8), time(18)),
    ],
    ids=["until it starts", "from its end", "on the next day", "somebody else", "nobody"],
)
def test_these_absences_disturb_nothing(absence: dict[str, Any]) -> None:
    item = an_item("talk", facilitators=(LEAD,), speakers=(Contributor(""),))

    assert remarks("person_unavailable", [item], agenda=absence) == []


def test_an_absence_of_the_second_day_is_of_the_second_day() -> None:
    days = [[an_item("one", speakers=(SPEAKER,))], [an_item("two", speakers=(SPEAKER,))]]
    agenda = an_agenda(days=days, **away(SPEAKER, time(0), time(0), day=2))

    assert [remark.subject for remark in findings_of("person_unavailable", a_record(agenda=agenda))] == ["two"]


def test_working_groups_with_some_facilitators_but_not_one_for_ten_people_are_hinted_at() -> None:
    groups = an_item("groups", kind=K.WORKING_GROUPS, facilitators=crew(2))

    assert remarks("too_few_facilitators", [groups], event=an_event(expected_people=21)) == [
        finding(
            "too_few_facilitators",
            Severity.HINT,
            "groups",
            title=a_text("groups"),
            day=1,
            starts_at="09:00",
            named=2,
            needed=3,
            people=21,
        )
    ]


def test_the_people_of_the_session_count_where_it_says_how_many() -> None:
    groups = an_item("groups", kind=K.WORKING_GROUPS, facilitators=crew(2), people=20)

    assert remarks("too_few_facilitators", [groups], event=an_event(expected_people=100)) == []


@pytest.mark.parametrize(
    "item",
    [
        an_item("groups", kind=K.WORKING_GROUPS, facilitators=crew(1)),
        an_item("groups", kind=K.WORKING_GROUPS, facilitators=crew(10)),
        an_item("groups", kind=K.WORKING_GROUPS, facilitators=crew(2), parallel="rooms"),
        an_item("café", kind=K.WORLD_CAFE, facilitators=crew(2)),
        an_item("talk", facilitators=crew(2)),
    ],
    ids=["one leads", "one for ten", "a group of its own", "café hosts", "a plenary"],
)
def test_these_have_facilitators_enough(item: AgendaItem) -> None:
    assert remarks("too_few_facilitators", [item], event=an_event(expected_people=100)) == []
