from __future__ import annotations

import time as clock
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

import pytest

from facilitation.domain.agenda import Agenda, AgendaItem, Contributor, ItemKind
from facilitation.domain.finding import Severity, finding
from facilitation.planning.agenda_checks import CHECKS, agenda_findings
from facilitation.planning.agenda_timing import small_group_share, working_time
from tests.builders import (
    a_contributor,
    a_record,
    a_text,
    an_agenda,
    an_event,
    an_item,
    minutes,
    some_participations,
)
from tests.planning.remarks import findings_of, remarks

K = ItemKind
LEAD, NOTES, SPEAKER = (a_contributor(name) for name in ("Lehtësuese", "Mbajtës shënimesh", "Drejtor, Bashkia Vlorë"))


def staffed(item: AgendaItem, number: int) -> AgendaItem:
    """The item with everybody named: other people in every session."""
    return replace(
        item,
        speakers=(a_contributor(f"Folëse {number}"),),
        facilitators=(a_contributor(f"Lehtësues {number}"),),
        note_takers=(a_contributor(f"Shënuese {number}"),),
    )


def a_day(*rows: tuple[ItemKind, int] | tuple[ItemKind, int, int]) -> list[AgendaItem]:
    """Staffed items from kind, minutes and minutes for questions."""
    return [
        staffed(an_item(f"{kind}-{place}", kind=kind, minutes=length, questions=minutes(sum(questions))), place)
        for place, (kind, length, *questions) in enumerate(rows, start=1)
    ]


def renamed(day: Sequence[AgendaItem], suffix: str) -> list[AgendaItem]:
    return [replace(item, id=f"{item.id}{suffix}") for item in day]


TWO_DAYS = an_agenda(
    days=[
        a_day(
            (K.REGISTRATION, 30),
            (K.OPENING, 20),
            (K.PLENARY, 15),
            (K.NETWORKING, 20),
            (K.PLENARY, 25),
            (K.BREAK, 25),
            (K.PANEL, 55, 23),
            (K.BREAK, 10),
            (K.WORKING_GROUPS, 70),
            (K.MEAL, 60),
            (K.ENERGISER, 10),
            (K.WORLD_CAFE, 105),
            (K.BREAK, 20),
            (K.GALLERY, 30),
            (K.EVALUATION, 15),
            (K.STAFF, 30),
        ),
        renamed(
            a_day(
                (K.PLENARY, 20),
                (K.PANEL, 60, 20),
                (K.BREAK, 20),
                (K.PANEL, 40, 15),
                (K.WORKING_GROUPS, 75),
                (K.MEAL, 60),
                (K.GALLERY, 40),
                (K.PLENARY, 45),
                (K.EVALUATION, 10),
                (K.PLENARY, 20),
                (K.STAFF, 45),
            ),
            "-of-day-2",
        ),
    ],
    starts_at=time(8, 30),
)
"""domain.md 3.2, with every item staffed."""

ONE_DAY = an_agenda(
    a_day(
        (K.REGISTRATION, 30),
        (K.OPENING, 15),
        (K.NETWORKING, 25),
        (K.PLENARY, 40, 15),
        (K.BREAK, 15),
        (K.GALLERY, 45),
        (K.WORKING_GROUPS, 50),
        (K.MEAL, 50),
        (K.PLENARY, 35),
        (K.WORKING_GROUPS, 35),
        (K.PLENARY, 15),
        (K.EVALUATION, 5),
    ),
    starts_at=time(9, 30),
)
"""domain.md 4.2, with every item staffed."""


@pytest.mark.parametrize("agenda", [TWO_DAYS, ONE_DAY], ids=["conference of two days", "regional group"])
def test_the_agendas_of_the_instruments_raise_nothing(agenda: Agenda) -> None:
    objectives = ["learn", "commit"]
    served = agenda.with_day(1, tuple(replace(item, objective_ids=tuple(objectives)) for item in agenda.days[0].items))

    assert agenda_findings(a_record(event=an_event(objectives=objectives), agenda=served)) == ()


def test_the_two_day_agenda_has_the_working_time_and_share_of_the_plan() -> None:
    assert working_time(TWO_DAYS) == minutes(675)
    assert round(small_group_share(TWO_DAYS), 2) == 0.5


def test_an_empty_agenda_raises_only_what_misses_a_session() -> None:
    record = a_record(event=an_event(objectives=["learn"]))

    assert agenda_findings(record) == (
        finding("objective_without_session", Severity.WARN, "learn", objective=a_text("learn")),
    )


def test_every_check_says_what_it_asks_for() -> None:
    assert all(check.__doc__ for check in CHECKS)


# Overlaps of people and rooms


def test_overlapping_pins_are_said_in_minutes() -> None:
    pinned = an_item("pinned", pinned_start=time(9, 45))

    assert remarks("item_overlap", [60, pinned]) == [
        finding("item_overlap", Severity.WARN, "pinned", title=a_text("pinned"), day=1, starts_at="09:45", minutes=15)
    ]


def test_time_kept_free_that_does_not_fit_before_a_pin_is_an_overlap() -> None:
    pinned = an_item("pinned", pinned_start=time(10, 4), buffer_before=minutes(10))

    assert remarks("item_overlap", [60, pinned]) == [
        finding(
            "item_overlap",
            Severity.WARN,
            "pinned",
            title=a_text("pinned"),
            day=1,
            starts_at="10:04",
            minutes=6,
            case="buffer",
            buffer=10,
        )
    ]


def test_a_gap_is_no_overlap() -> None:
    assert remarks("item_overlap", [60, an_item("pinned", pinned_start=time(10, 30))]) == []


# Breaks


def test_more_than_two_hours_without_a_break_block() -> None:
    assert remarks("break_gap", [an_item("café", kind=K.WORLD_CAFE, minutes=100), 21]) == [
        finding(
            "break_gap",
            Severity.BLOCK,
            "café",
            title=a_text("café"),
            day=1,
            starts_at="09:00",
            ends_at="11:01",
            minutes=121,
            limit=120,
        )
    ]


def test_more_than_ninety_minutes_of_sitting_warn() -> None:
    coffee = an_item("coffee", kind=K.BREAK)

    assert remarks("break_gap", [60, coffee, an_item("talk", minutes=50), 41]) == [
        finding(
            "break_gap",
            Severity.WARN,
            "talk",
            title=a_text("talk"),
            day=1,
            starts_at="10:30",
            ends_at="12:01",
            minutes=91,
            limit=90,
        )
    ]


@pytest.mark.parametrize(
    "items",
    [
        [60, an_item("rest", kind=K.BREAK), 60, an_item("lunch", kind=K.MEAL), 90],
        [90, an_item("sign in", kind=K.REGISTRATION, minutes=15), 90],
        [60, an_item("move", kind=K.ENERGISER, minutes=10), 50],
        [60, an_item("groups", kind=K.WORKING_GROUPS, minutes=60)],
        [90, an_item("debrief", kind=K.STAFF, minutes=60)],
        [an_item("café", kind=K.WORLD_CAFE, minutes=120)],
    ],
    ids=["rests", "registration", "on the move", "into groups", "staff afterwards", "two hours on the move"],
)
def test_these_days_have_rest_enough(items: list[int | AgendaItem]) -> None:
    assert remarks("break_gap", items) == []


def test_parallel_sessions_are_one_sitting_and_not_two() -> None:
    rooms = [an_item(name, minutes=60, parallel="rooms") for name in "ab"]

    assert remarks("break_gap", rooms) == []


def test_sitting_goes_on_in_the_room_beside_working_groups() -> None:
    groups = an_item("groups", kind=K.WORKING_GROUPS, minutes=60, parallel="rooms")
    talk = an_item("talk", minutes=60, parallel="rooms")

    assert [remark.severity for remark in remarks("break_gap", [40, groups, talk])] == [Severity.WARN]


# Speech


def test_more_than_an_hour_of_speech_without_questions_warns() -> None:
    opening = an_item("opening", kind=K.OPENING, minutes=20)

    assert remarks("long_speech", [opening, 25, an_item("panel", kind=K.PANEL, minutes=16)]) == [
        finding(
            "long_speech",
            Severity.WARN,
            "opening",
            title=a_text("opening"),
            day=1,
            starts_at="09:00",
            ends_at="10:01",
            minutes=61,
            limit=60,
        )
    ]


@pytest.mark.parametrize(
    "items",
    [
        [20, 40],
        [20, an_item("panel", minutes=60, questions=minutes(20))],
        [an_item("panel", minutes=50, questions=minutes(5)), 60],
        [50, an_item("pairs", kind=K.NETWORKING, minutes=10), 50],
        [an_item("a", minutes=40, parallel="rooms"), an_item("b", minutes=50, parallel="rooms")],
    ],
    ids=["an hour", "questions are no speech", "questions end the run", "another kind ends it", "parallel"],
)
def test_these_are_no_long_speech(items: list[int | AgendaItem]) -> None:
    assert remarks("long_speech", items) == []


def test_speech_does_not_run_from_one_day_into_the_next() -> None:
    assert findings_of("long_speech", a_record(agenda=an_agenda(days=[[50], [50]]))) == []


def test_staff_work_does_not_cut_a_speech() -> None:
    note = an_item("note", kind=K.STAFF, minutes=5)

    assert [remark.subject for remark in remarks("long_speech", [40, note, 40])] == ["item-1"]


# Shares, objectives, people and steps


def test_too_little_time_in_small_groups_warns() -> None:
    groups = an_item("groups", kind=K.WORKING_GROUPS, minutes=39)

    assert remarks("small_group_share", [61, groups]) == [
        finding("small_group_share", Severity.WARN, share=0.39, minimum=0.4)
    ]


def test_two_fifths_in_small_groups_are_enough() -> None:
    assert remarks("small_group_share", [60, an_item("groups", kind=K.WORKING_GROUPS, minutes=40)]) == []


def test_an_objective_served_by_no_session_warns() -> None:
    event = an_event(objectives=["learn", "commit", "rest"])
    items = [an_item("talk", objectives=["learn"]), an_item("lunch", kind=K.MEAL, objectives=["rest"])]

    assert [remark.subject for remark in remarks("objective_without_session", items, event=event)] == ["commit", "rest"]


def test_an_agenda_without_an_evaluation_warns() -> None:
    assert remarks("no_evaluation", [30]) == [finding("no_evaluation", Severity.WARN)]
    assert remarks("no_evaluation", [30, an_item("form", kind=K.EVALUATION)]) == []


def test_a_large_agenda_is_checked_in_a_few_milliseconds() -> None:
    people = some_participations(300)
    crew = [Contributor(entry.person.name, entry.person.id) for entry in people]
    days = [
        [
            an_item(
                f"item-{day}-{place}",
                minutes=45,
                speakers=tuple(crew[place * 10 : place * 10 + 10]),
                facilitators=tuple(crew[200 + place * 2 : 202 + place * 2]),
                note_takers=(crew[250 + place],),
            )
            for place in range(20)
        ]
        for day in range(3)
    ]
    record = a_record(agenda=an_agenda(days=days), participations=people)

    def seconds() -> float:
        start = clock.perf_counter()
        agenda_findings(record)
        return clock.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.02
