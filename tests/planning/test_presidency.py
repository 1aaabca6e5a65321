"""Who presides when, and what a change of the presidency takes."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.series import Delivery, HandoverStep, Presidency
from facilitation.planning.presidency import Term, ending_term, handover, president, rotation, term_at
from tests.builders import a_presidency, a_text

FIVE = ("Elbasan", "Tiranë", "Gjirokastër", "Linzë", "Vlorë")
STEPS = (
    HandoverStep("plan", 14, a_text("Plan")),
    HandoverStep("review", 90, a_text("Review")),
    HandoverStep("report", -30, a_text("Report")),
    HandoverStep("next", -14, a_text("Next")),
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), ""),
        (date(2026, 1, 1), "A"),
        (date(2026, 6, 30), "A"),
        (date(2026, 7, 1), "B"),
        (date(2026, 12, 31), "B"),
        (date(2027, 1, 1), "C"),
        (date(2027, 7, 1), "A"),
        (date(2031, 2, 3), "B"),
    ],
)
def test_members_preside_in_turn_six_months_each(day: date, expected: str) -> None:
    assert president(a_presidency(), day) == expected


def test_terms_from_the_end_of_august_end_with_february_and_begin_on_the_31st_again() -> None:
    presidency = a_presidency("A", "B", starts_on=date(2027, 8, 31))

    assert [term_at(presidency, date(2027, 9, 1)), term_at(presidency, date(2028, 3, 1))] == [
        Term(0, "A", date(2027, 8, 31), date(2028, 2, 28)),
        Term(1, "B", date(2028, 2, 29), date(2028, 8, 30)),
    ]
    assert term_at(presidency, date(2028, 8, 31)) == Term(2, "A", date(2028, 8, 31), date(2029, 2, 27))


def test_the_table_begins_with_the_running_term_and_gives_everybody_a_turn() -> None:
    found = rotation(a_presidency(*FIVE), date(2026, 11, 26))

    assert [(each.president, each.starts_on, each.ends_on) for each in found] == [
        ("Tiranë", date(2026, 7, 1), date(2026, 12, 31)),
        ("Gjirokastër", date(2027, 1, 1), date(2027, 6, 30)),
        ("Linzë", date(2027, 7, 1), date(2027, 12, 31)),
        ("Vlorë", date(2028, 1, 1), date(2028, 6, 30)),
        ("Elbasan", date(2028, 7, 1), date(2028, 12, 31)),
    ]


def test_before_the_first_term_nobody_presides_and_the_table_begins_with_it() -> None:
    presidency = a_presidency()

    assert term_at(presidency, date(2025, 12, 31)) is None
    assert [each.number for each in rotation(presidency, date(2025, 12, 31))] == [0, 1, 2]


def test_without_members_there_is_no_term() -> None:
    presidency = Presidency((), date(2026, 1, 1))

    assert (term_at(presidency, date(2026, 5, 1)), rotation(presidency, date(2026, 5, 1))) == (None, ())
    assert (ending_term(presidency, date(2026, 6, 20)), handover(presidency, (), date(2026, 6, 20))) == (None, ())


@pytest.mark.parametrize(
    ("day", "is_ending"),
    [(date(2026, 5, 30), False), (date(2026, 5, 31), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_the_end_of_a_term_is_warned_of_thirty_days_before(day: date, is_ending: bool) -> None:
    assert (ending_term(a_presidency(), day) is not None) is is_ending


def test_a_presidency_of_one_is_never_warned_of() -> None:
    assert ending_term(a_presidency("A"), date(2026, 6, 30)) is None


def test_the_steps_of_a_handover_are_counted_from_the_ends_of_the_term() -> None:
    done = Delivery("d", "plan", date(2026, 7, 10), due_on=date(2026, 7, 15))

    found = handover(a_presidency(steps=STEPS), (done,), date(2026, 10, 1))

    assert [(task.step.id, task.due_on, task.done_on, task.is_late(date(2026, 10, 1))) for task in found] == [
        ("plan", date(2026, 7, 15), date(2026, 7, 10), False),
        ("review", date(2026, 9, 29), None, True),
        ("report", date(2026, 12, 1), None, False),
        ("next", date(2026, 12, 17), None, False),
    ]


def test_a_step_done_in_an_earlier_term_is_open_in_this_one() -> None:
    done = Delivery("d", "plan", date(2026, 1, 10), due_on=date(2026, 1, 15))

    (plan, *_) = handover(a_presidency(steps=STEPS), (done,), date(2026, 7, 2))

    assert plan.done_on is None


@given(
    members=st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=9, unique=True),
    starts_on=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    months=st.integers(1, 24),
    rounds=st.integers(1, 3),
)
def test_over_whole_rounds_every_member_presides_equally_often_without_a_gap(
    members: list[str], starts_on: date, months: int, rounds: int
) -> None:
    presidency = Presidency(tuple(members), starts_on, months)
    found, day = [], starts_on
    for _ in range(rounds * len(members)):
        now = term_at(presidency, day)
        assert now is not None
        found.append(now)
        day = now.ends_on + timedelta(days=1)

    assert Counter(each.president for each in found) == dict.fromkeys(members, rounds)
    assert [each.starts_on for each in found[1:]] == [each.ends_on + timedelta(days=1) for each in found[:-1]]
    assert [each.number for each in found] == list(range(len(found)))
