"""Rules about how sessions are led."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.finding import Severity, finding
from tests.builders import (
    a_guide,
    a_method,
    a_record,
    a_sheet,
    a_text,
    an_event,
    an_item,
    minutes,
    some_steps,
)
from tests.planning.remarks import findings_of, remarks

K = ItemKind
METHODS = {
    "pairs": a_method("pairs", steps=(10, 30), minimum_time=minutes(20)),
    "vote": a_method("vote", goals=("decide",)),
    "plan": a_method("plan", goals=("decide", "close")),
}


def test_steps_that_take_longer_than_their_session_warn() -> None:
    guide = a_guide(a_sheet("item-1", steps=some_steps(20, 15)), a_sheet("item-2", steps=some_steps(15)))

    assert remarks("steps_do_not_add_up", [30, 15, 10], guide=guide) == [
        finding("steps_do_not_add_up", Severity.WARN, "item-1", title=a_text("item-1"), minutes=35, planned=30)
    ]


def test_a_session_shorter_than_its_method_needs_warns() -> None:
    record = a_record(
        items=[an_item("short", minutes=19, method_id="pairs"), an_item("fits", minutes=20, method_id="pairs")]
    )

    assert findings_of("method_under_minimum", record, METHODS) == [
        finding(
            "method_under_minimum",
            Severity.WARN,
            "short",
            title=a_text("short"),
            day=1,
            starts_at="09:00",
            minutes=19,
            minimum=20,
            method=a_text("Method pairs"),
        )
    ]


@pytest.mark.parametrize(
    ("steps", "is_said"),
    [((4, 4, 4), False), ((4, 4, 5), True), ((4, 8), True), ((), True)],
    ids=["steps of its own", "that do not fill it", "the method's steps", "no steps"],
)
def test_a_shorter_way_planned_in_the_guide_is_left_alone(steps: tuple[int, ...], is_said: bool) -> None:
    item = an_item("short", minutes=12, method_id="pairs")
    record = a_record(items=[item], guide=a_guide(a_sheet("short", steps=some_steps(*steps))))

    assert bool(findings_of("method_under_minimum", record, METHODS)) is is_said


def test_where_the_methods_are_not_at_hand_or_not_known_nothing_is_said_of_them() -> None:
    record = a_record(
        items=[an_item("short", minutes=1, method_id="pairs"), an_item("odd", minutes=1, method_id="gone")]
    )

    assert findings_of("method_under_minimum", record) == []
    assert [remark.subject for remark in findings_of("method_under_minimum", record, METHODS)] == ["short"]


def test_an_event_that_begins_with_a_decision_is_hinted_at() -> None:
    sign_in = an_item("sign in", kind=K.REGISTRATION)
    record = a_record(items=[sign_in, an_item("vote", method_id="vote"), an_item("later", method_id="vote")])

    assert findings_of("starts_with_decision", record, METHODS) == [
        finding(
            "starts_with_decision",
            Severity.HINT,
            "vote",
            title=a_text("vote"),
            day=1,
            starts_at="09:30",
            method=a_text("Method vote"),
        )
    ]


@pytest.mark.parametrize(
    "first", [an_item("opening"), an_item("plan", method_id="plan")], ids=["no method", "closes too"]
)
def test_deciding_after_something_else_is_well(first: AgendaItem) -> None:
    record = a_record(items=[first, an_item("vote", method_id="vote")])

    assert findings_of("starts_with_decision", record, METHODS) == []
    assert findings_of("starts_with_decision", a_record(), METHODS) == []


def test_many_people_who_only_listen_for_long_are_hinted_at() -> None:
    report = an_item("report", minutes=21)

    assert remarks("listening_without_exchange", [report], event=an_event(expected_people=41)) == [
        finding(
            "listening_without_exchange",
            Severity.HINT,
            "report",
            title=a_text("report"),
            day=1,
            starts_at="09:00",
            people=41,
            minutes=21,
        )
    ]


@pytest.mark.parametrize(
    "item",
    [
        an_item("short", minutes=20),
        an_item("questions", questions=minutes(5)),
        an_item("method", method_id="pairs"),
        an_item("groups", kind=K.WORKING_GROUPS),
        an_item("few", people=40),
        an_item("half", parallel="rooms"),
        an_item("said by another rule", minutes=61),
    ],
    ids=lambda item: item.id,
)
def test_these_are_not_only_listening(item: AgendaItem) -> None:
    items = [item, an_item("other half", parallel="rooms", questions=minutes(5))]

    assert remarks("listening_without_exchange", items, event=an_event(expected_people=80)) == []
