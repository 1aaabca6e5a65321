"""The thirty days of the volume, also over the end of a year, and what is said about them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from facilitation.domain.finding import Severity, finding
from facilitation.domain.proceedings import ProceedingsPlan, Stage, VolumeStatus
from facilitation.domain.record import EventRecord
from facilitation.domain.task import TaskStatus
from facilitation.i18n.translator import Translator
from facilitation.i18n.volume_words import clock_sentence
from facilitation.planning.overview import event_findings
from facilitation.planning.volume_clock import has_volume, volume_clock, volume_findings
from facilitation.planning.volume_status import edition, final_on
from tests.builders import EVENT_ID, a_note, a_record, a_task, an_event

HELD = an_event(starts_on=date(2027, 12, 9), day_count=2)
"""Its last day is 10 December: the volume is due on 9 January of the next year."""
DUE = date(2028, 1, 9)


def final(day: date) -> ProceedingsPlan:
    stage = Stage(VolumeStatus.FINAL, datetime(day.year, day.month, day.day, 12), "tester")
    return ProceedingsPlan(EVENT_ID, status=VolumeStatus.FINAL, stages=(stage,))


def noted(**parts: object) -> EventRecord:
    return a_record(event=HELD, notes=(a_note(),), **parts)


@pytest.mark.parametrize(
    ("today", "left", "is_near", "is_late"),
    [
        (date(2027, 12, 10), 30, False, False),
        (date(2027, 12, 11), 29, False, False),
        (date(2027, 12, 29), 11, False, False),
        (date(2027, 12, 30), 10, True, False),
        (date(2028, 1, 9), 0, True, False),
        (date(2028, 1, 10), -1, False, True),
        (date(2028, 2, 29), -51, False, True),
    ],
)
def test_thirty_days_are_counted_over_the_end_of_the_year(today: date, left: int, is_near: bool, is_late: bool) -> None:
    clock = volume_clock(noted(), today)

    assert (clock.due_on, clock.days_left, clock.is_near, clock.is_late) == (DUE, left, is_near, is_late)
    assert clock.has_begun is (today > date(2027, 12, 10))


def test_a_leap_day_counts() -> None:
    record = a_record(event=an_event(starts_on=date(2028, 2, 1)))
    assert volume_clock(record, date(2028, 2, 2)).due_on == date(2028, 3, 2)


def test_the_checklist_may_have_another_day() -> None:
    task = a_task(rule="proceedings", offset_days=20)
    assert volume_clock(noted(tasks=(task,)), DUE).due_on < DUE


def test_the_clock_stops_when_the_volume_is_final() -> None:
    in_time = volume_clock(noted(proceedings=final(date(2028, 1, 9))), date(2028, 6, 1))
    too_late = volume_clock(noted(proceedings=final(date(2028, 1, 12))), date(2028, 6, 1))

    assert not in_time.is_late
    assert not too_late.is_late
    assert (in_time.days_late, too_late.days_late) == (0, 3)
    assert clock_sentence(in_time, Translator("en")) == "Final in time: it was due by 9 January 2028."
    assert clock_sentence(too_late, Translator("en")) == "Final 3 days after 9 January 2028."


@pytest.mark.parametrize(
    ("today", "english", "albanian"),
    [
        (date(2027, 12, 1), "due by 9 January 2028, 30 days after", "9 janar 2028, 30 ditë pas"),
        (date(2028, 1, 8), "9 January 2028: 1 day left.", "9 janar 2028: ka edhe 1 ditë."),
        (date(2028, 1, 11), "were due by 9 January 2028, 2 days ago.", "ishte 9 janar 2028, 2 ditë më parë."),
    ],
)
def test_the_clock_is_said_in_words(today: date, english: str, albanian: str) -> None:
    clock = volume_clock(noted(), today)
    assert english in clock_sentence(clock, Translator("en"))
    assert albanian in clock_sentence(clock, Translator("sq"))


def test_a_late_volume_is_a_finding_until_it_is_final() -> None:
    near = finding("late_volume", Severity.HINT, "proceedings", case="near", limit_on="2028-01-09")
    late = finding("late_volume", Severity.WARN, "proceedings", limit_on="2028-01-09")

    assert list(volume_findings(noted(), date(2027, 12, 20))) == []
    assert list(volume_findings(noted(), date(2028, 1, 2))) == [near]
    assert list(volume_findings(noted(), date(2028, 1, 10))) == [late]
    assert late in event_findings(noted(), date(2028, 1, 10))
    assert list(volume_findings(noted(proceedings=final(date(2028, 1, 20))), date(2028, 2, 1))) == []


def test_nothing_is_said_twice_and_nothing_where_no_volume_is_expected() -> None:
    with_task = noted(tasks=(a_task(rule="proceedings", offset_days=30),))
    codes = [remark.code for remark in event_findings(with_task, date(2028, 3, 1))]
    assert codes.count("late_proceedings") == 1
    assert "late_volume" not in codes

    done = noted(tasks=(a_task(rule="proceedings", status=TaskStatus.DONE, done_on=date(2027, 12, 20)),))
    assert list(volume_findings(done, date(2028, 3, 1))) == []
    empty = a_record(event=HELD)
    assert not has_volume(empty)
    assert list(volume_findings(empty, date(2028, 3, 1))) == []


def test_editions_count_the_times_a_volume_was_final() -> None:
    moment = datetime(2028, 1, 1)
    stages = [Stage(status, moment + timedelta(days=day), "x") for day, status in enumerate(VolumeStatus)] * 2

    numbers = [
        edition(ProceedingsPlan("e", status=stages[n - 1].status, stages=tuple(stages[:n]))) for n in range(1, 7)
    ]

    assert edition(ProceedingsPlan("e")) == 1
    assert numbers == [1, 1, 1, 2, 2, 2]
    assert final_on(ProceedingsPlan("e", stages=tuple(stages))) is None
