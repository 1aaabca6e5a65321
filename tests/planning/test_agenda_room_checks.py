"""Rules about rooms."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import AgendaItem, ItemKind, Room, Window
from facilitation.domain.finding import Severity, finding
from tests.builders import A_MONDAY, a_record, a_text, an_agenda, an_event, an_item, minutes
from tests.planning.remarks import findings_of, remarks

K = ItemKind


def rooms(*rooms: Room, **fields: Any) -> dict[str, Any]:
    """The rooms of an agenda."""
    return {"rooms": rooms, **fields}


def closed(*windows: Window) -> dict[str, Any]:
    return rooms(Room("Salla A", closed=windows))


def in_rooms(*names: str, **fields: Any) -> list[AgendaItem]:
    """Sessions beside each other, one in each room; "" = in none."""
    return [an_item(f"in {name or 'no room'}", parallel="x", room=name, **fields) for name in names]


def test_a_room_used_twice_at_once_blocks() -> None:
    first = an_item("a", minutes=40, parallel="rooms", room="Salla A")
    second = an_item("b", minutes=60, parallel="rooms", room=" SALLA A ")

    assert remarks("room_overlap", [first, second]) == [
        finding(
            "room_overlap",
            Severity.BLOCK,
            "b",
            title=a_text("b"),
            day=1,
            starts_at="09:00",
            ends_at="09:40",
            other=a_text("a"),
            other_id="a",
            room="SALLA A",
        )
    ]


def test_sessions_without_a_room_overlap_nowhere() -> None:
    assert remarks("room_overlap", [an_item("a", parallel="rooms"), an_item("b", parallel="rooms")]) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.integers(0, 60), st.sampled_from(["A", "B", ""])), min_size=1, max_size=12
    )
)
def test_every_session_that_starts_while_its_room_is_taken_is_found(plan: list[tuple[int, int, str]]) -> None:
    start = datetime.combine(A_MONDAY, time(9))
    sessions = sorted((start + minutes(offset), minutes(length), room) for offset, length, room in plan)
    items = [
        an_item(f"item-{number}", duration=length, pinned_start=starts_at.time(), room=room)
        for number, (starts_at, length, room) in enumerate(sessions)
    ]

    found = {remark.subject for remark in remarks("room_overlap", items)}

    assert found == {
        f"item-{later}"
        for later, (starts_at, length, room) in enumerate(sessions)
        if length
        and any(room and room == other and starts_at < begun + lasts for begun, lasts, other in sessions[:later])
    }


# Closed, too small, not known


def test_a_session_in_a_room_while_it_is_closed_blocks() -> None:
    talk = an_item("talk", minutes=60, room=" salla a")

    assert remarks("room_closed", [30, talk], agenda=closed(Window(1, time(10), time(12)))) == [
        finding(
            "room_closed",
            Severity.BLOCK,
            "talk",
            title=a_text("talk"),
            day=1,
            starts_at="09:30",
            ends_at="10:30",
            room="salla a",
            closed_from="10:00",
            closed_until="12:00",
        )
    ]


def test_staff_work_and_rests_need_an_open_room_too() -> None:
    items = [an_item(kind.value, kind=kind, room="Salla A") for kind in (K.STAFF, K.BREAK)]

    found = remarks("room_closed", items, agenda=closed(Window(1, time(8), time(18))))

    assert [remark.subject for remark in found] == ["staff", "break"]


@pytest.mark.parametrize(
    "windows",
    [
        (),
        (Window(1, time(8), time(9)), Window(1, time(9, 30), time(12))),
        (Window(2, time(8), time(18)),),
    ],
    ids=["never", "before and after", "on the next day"],
)
def test_these_windows_leave_the_room_to_the_session(windows: tuple[Window, ...]) -> None:
    assert remarks("room_closed", [an_item("talk", room="Salla A")], agenda=closed(*windows)) == []


def test_a_window_that_ends_before_it_starts_is_a_night() -> None:
    late = an_item("late", minutes=120, room="Salla A")
    agenda = an_agenda([late], starts_at=time(23, 30), **closed(Window(1, time(0, 30), time(2))))
    night = an_agenda([late], starts_at=time(23, 30), **closed(Window(1, time(22), time(2))))

    assert findings_of("room_closed", a_record(agenda=agenda)) == []
    assert [remark.subject for remark in findings_of("room_closed", a_record(agenda=night))] == ["late"]


def test_a_room_with_too_few_seats_warns() -> None:
    talk = an_item("talk", room="Salla A")

    found = remarks(
        "room_too_small", [talk], event=an_event(expected_people=61), agenda=rooms(Room("Salla A", capacity=60))
    )

    assert found == [
        finding(
            "room_too_small",
            Severity.WARN,
            "talk",
            title=a_text("talk"),
            day=1,
            starts_at="09:00",
            room="Salla A",
            people=61,
            capacity=60,
        )
    ]


@pytest.mark.parametrize(
    ("items", "too_small"),
    [
        (in_rooms("A", "B"), ["in A"]),
        ([*in_rooms("A", "B"), an_item("staff", kind=K.STAFF, parallel="x")], ["in A"]),
        (in_rooms("A", "B", "C"), []),
        (in_rooms("A", "B", people=41), ["in A", "in B"]),
        ([an_item("debrief", kind=K.STAFF, room="A")], []),
        ([an_item("briefing", kind=K.STAFF, room="A", people=21)], ["briefing"]),
        ([an_item("unknown", room="C")], []),
        ([an_item("nowhere")], []),
    ],
    ids=[
        "spread over two",
        "the staff take no share",
        "spread over three",
        "own figure",
        "staff",
        "staff with a figure",
        "seats not known",
        "no room",
    ],
)
def test_people_spread_evenly_over_parallel_sessions_unless_one_says_how_many(
    items: list[AgendaItem], too_small: list[str]
) -> None:
    known = rooms(Room("A", capacity=20), Room("B", capacity=40), Room("C"))

    found = remarks("room_too_small", items, event=an_event(expected_people=60), agenda=known)

    assert [remark.subject for remark in found] == too_small


def test_a_room_that_is_not_among_those_of_the_event_is_hinted_at() -> None:
    items = [an_item("a", room="SALLA A "), an_item("b", room=" Salla B"), an_item("c")]

    assert remarks("unknown_room", items, agenda=rooms(Room("Salla A"))) == [
        finding("unknown_room", Severity.HINT, "b", title=a_text("b"), day=1, starts_at="09:30", room="Salla B")
    ]


def test_without_a_list_of_rooms_every_room_will_do() -> None:
    assert remarks("unknown_room", [an_item("a", room="Salla A")]) == []


# From room to room


def test_too_little_time_to_change_rooms_warns() -> None:
    talk, panel = an_item("talk", room="Salla A"), an_item("panel", room="Salla B", buffer_before=minutes(4))

    assert remarks("short_room_change", [talk, panel]) == [
        finding(
            "short_room_change",
            Severity.WARN,
            "panel",
            title=a_text("panel"),
            day=1,
            starts_at="09:34",
            minutes=4,
            needed=10,
            room="Salla B",
            other=a_text("talk"),
            other_room="Salla A",
        )
    ]


TALK, PANEL = an_item("talk", room="Salla A"), an_item("panel", room="Salla B")


@pytest.mark.parametrize(
    "items",
    [
        [TALK, an_item("panel", room="salla a ")],
        [TALK, an_item("panel")],
        [TALK, an_item("coffee", kind=K.BREAK, room="Holli", minutes=5), PANEL],
        [an_item("sign in", kind=K.REGISTRATION, room="Holli"), TALK],
        [TALK, an_item("panel", room="Salla B", buffer_before=minutes(10))],
        [TALK, an_item("panel", room="Salla B", soft_start=time(9, 40))],
        [TALK, an_item("debrief", kind=K.STAFF, room="Zyra")],
        [*in_rooms("A", "B"), an_item("next", parallel="y", room="B"), an_item("then", parallel="y", room="A")],
        [
            an_item("short", minutes=20, room="A", parallel="x"),
            an_item("long", room="B", parallel="x"),
            *[an_item("next", room="B")],
        ],
    ],
    ids=[
        "the same room",
        "no room",
        "a rest between",
        "registration",
        "a buffer",
        "a gap",
        "staff",
        "the same rooms",
        "the shorter session leaves time",
    ],
)
def test_these_leave_time_to_change_rooms(items: list[AgendaItem]) -> None:
    assert remarks("short_room_change", items) == []


@pytest.mark.parametrize(
    ("items", "subject", "other"),
    [
        ([*in_rooms("A", "B"), an_item("next", room="B")], "next", "in A"),
        ([an_item("talk", room="A"), *in_rooms("A", "B", "C")], "in B", "talk"),
        (
            [*in_rooms("A", "B"), an_item("next", parallel="y", room="A"), an_item("new", parallel="y", room="C")],
            "new",
            "in B",
        ),
        ([TALK, an_item("note", kind=K.STAFF, minutes=5), PANEL], "panel", "talk"),
        (
            [an_item("talk", room="A", minutes=60), an_item("early", room="B", pinned_start=time(9, 30))],
            "early",
            "talk",
        ),
    ],
    ids=["into one room", "out of one room", "one room is new", "staff work is no rest", "overlap"],
)
def test_one_remark_is_made_where_somebody_has_to_move(items: list[AgendaItem], subject: str, other: str) -> None:
    found = remarks("short_room_change", items)

    assert [(remark.subject, dict(remark.values)["other"]) for remark in found] == [(subject, a_text(other))]


def test_the_agenda_says_how_long_changing_rooms_takes() -> None:
    assert remarks("short_room_change", [TALK, PANEL], agenda={"room_change": minutes(0)}) == []
    assert findings_of("short_room_change", a_record(agenda=an_agenda(days=[[TALK], [PANEL]]))) == []
