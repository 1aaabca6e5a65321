"""Due days: counted, moved off days nobody works, and moved with the event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import (
    Deadline,
    DueState,
    deadline,
    due_day,
    due_days,
    due_reasons,
    is_late,
)
from facilitation.planning.event_move import TaskMove, task_moves, tasks_after_move
from facilitation.planning.working_days import COUNTRIES, holiday_name, is_working_day
from tests.builders import a_task, an_event

TUESDAY_AFTER_EASTER = date(2027, 4, 27)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_holidays_of_a_country_are_those_the_library_names(country: str) -> None:
    years = range(2020, 2041)
    asked = country_holidays(country, years=years, language=country_holidays(country).default_language)

    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(366 * 20)]
    assert {day: holiday_name(day, country).sq for day in days if day in asked} == {
        day: asked[day] for day in days if day in asked
    }
    assert [day for day in days if holiday_name(day, country) and day not in asked] == []


def test_a_working_day_stays_as_counted() -> None:
    event = an_event(starts_on=date(2027, 5, 17))

    assert deadline(-7, event) == Deadline(date(2027, 5, 10), date(2027, 5, 10), is_moved=False, holiday="")


def test_a_weekend_moves_back_to_friday() -> None:
    event = an_event(starts_on=date(2027, 6, 14))

    assert deadline(-1, event) == Deadline(date(2027, 6, 11), date(2027, 6, 13), is_moved=True, holiday="")


def test_a_holiday_is_named_in_the_language_of_the_country() -> None:
    event = an_event(starts_on=TUESDAY_AFTER_EASTER)

    assert deadline(-30, event) == Deadline(
        date(2027, 3, 26), date(2027, 3, 28), is_moved=True, holiday="E diela e Pashkëve Katolike"
    )


def test_many_days_off_in_a_row_are_all_left_behind() -> None:
    # 1 to 4 January 2027: New Year, its second day on a Saturday, a Sunday, and the Monday given for the Saturday.
    event = an_event(starts_on=date(2027, 1, 14))

    assert deadline(-10, event).due_on == date(2026, 12, 31)


def test_after_the_event_a_deadline_moves_forwards_from_the_last_day() -> None:
    # Serbia: Good Friday 30 April to the Tuesday given for Labour Day on a Sunday.
    event = an_event(starts_on=date(2027, 4, 15), day_count=2, country="RS")

    assert (deadline(14, event).counted_on, deadline(14, event).due_on) == (date(2027, 4, 30), date(2027, 5, 5))


def test_the_day_of_the_event_never_moves() -> None:
    sunday = date(2027, 5, 16)

    assert deadline(0, an_event(starts_on=sunday)) == Deadline(sunday, sunday, is_moved=False, holiday="")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_knows_its_new_year(country: str) -> None:
    assert not is_working_day(date(2026, 1, 1), country)
    assert holiday_name(date(2026, 1, 1), country).en == "New Year's Day"


def test_a_holiday_has_an_albanian_and_an_english_name() -> None:
    assert holiday_name(date(2028, 11, 28), "AL") == Text(
        sq="Dita Flamurit dhe e Pavarësisë", en="Flag and Independence Day"
    )


def test_an_unknown_country_has_weekends_only() -> None:
    assert is_working_day(date(2026, 1, 1), "QQ")
    assert not is_working_day(date(2026, 1, 3), "QQ")


def test_the_pinned_day_wins_over_the_counted_one() -> None:
    task = a_task(offset_days=-10, pinned_on=date(2027, 5, 15))

    assert due_day(task, an_event()) == date(2027, 5, 15)


def test_a_task_without_offset_has_no_due_day() -> None:
    assert due_day(a_task(offset_days=None), an_event()) is None


@pytest.mark.parametrize(
    ("status", "today", "expected"),
    [
        (TaskStatus.PLANNED, date(2027, 5, 7), False),
        (TaskStatus.PLANNED, date(2027, 5, 8), True),
        (TaskStatus.BLOCKED, date(2027, 5, 8), True),
        (TaskStatus.DONE, date(2027, 5, 8), False),
    ],
)
def test_a_task_is_late_from_the_day_after_it_was_due(status: TaskStatus, today: date, expected: bool) -> None:
    task = a_task(offset_days=-10, status=status)  # Friday 7 May

    assert is_late(task, an_event(), today) is expected


def test_an_undated_task_is_never_late() -> None:
    assert not is_late(a_task(offset_days=None), an_event(), date(2040, 1, 1))


def test_moving_the_event_says_for_every_task_whether_it_moves_or_why_not() -> None:
    event = an_event(starts_on=date(2027, 5, 17))
    moved = replace(event, starts_on=date(2027, 5, 24))
    open_task, done = a_task("open"), a_task("done", status=TaskStatus.DONE)
    pinned, undated = a_task("pinned", pinned_on=date(2027, 5, 3)), a_task("undated", offset_days=None)

    assert task_moves((open_task, done, pinned, undated), event, moved) == (
        TaskMove(open_task, date(2027, 5, 7), date(2027, 5, 14), ""),
        TaskMove(done, date(2027, 5, 7), date(2027, 5, 7), "done"),
        TaskMove(pinned, date(2027, 5, 3), date(2027, 5, 3), "pinned"),
        TaskMove(undated, None, None, "undated"),
    )


def test_after_a_move_done_tasks_keep_their_day_and_the_others_are_as_they_were() -> None:
    event = an_event(starts_on=date(2027, 5, 17))
    moved = replace(event, starts_on=date(2027, 6, 14))
    open_task, done = a_task("open"), a_task("done", status=TaskStatus.DONE)

    kept = tasks_after_move((open_task, done), event)

    assert kept == (open_task, replace(done, pinned_on=date(2027, 5, 7)))
    assert [due_day(task, moved) for task in kept] == [date(2027, 6, 4), date(2027, 5, 7)]


events = st.builds(
    an_event,
    starts_on=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    day_count=st.integers(1, 3),
    country=st.sampled_from(COUNTRIES),
)


@given(events, st.integers(-120, -1))
def test_before_the_event_a_deadline_is_a_working_day_not_later_than_counted(event: Event, offset: int) -> None:
    result = deadline(offset, event)

    assert is_working_day(result.due_on, event.country)
    assert timedelta() <= result.counted_on - result.due_on < timedelta(days=14)
    assert result.is_moved is (result.due_on != result.counted_on)


@given(events, st.integers(1, 200))
def test_after_the_event_a_deadline_is_a_working_day_not_earlier_than_counted(event: Event, offset: int) -> None:
    result = deadline(offset, event)

    assert is_working_day(result.due_on, event.country)
    assert timedelta() <= result.due_on - result.counted_on < timedelta(days=14)


@given(events, st.lists(st.integers(-120, 120), max_size=10), st.integers(-60, 60))
def test_moving_the_event_and_back_changes_no_open_task(event: Event, offsets: list[int], days: int) -> None:
    tasks = tuple(a_task(f"task-{n}", offset_days=offset) for n, offset in enumerate(offsets))
    moved = replace(event, starts_on=event.starts_on + timedelta(days=days))

    assert tasks_after_move(tasks_after_move(tasks, event), moved) == tasks


def test_three_hundred_due_days_take_less_than_five_milliseconds() -> None:
    event = an_event()
    tasks = tuple(a_task(f"task-{n}", offset_days=n - 150) for n in range(300))

    assert min(_seconds(tasks, event) for _ in range(5)) < 0.005


def _seconds(tasks: tuple[Task, ...], event: Event) -> float:
    start = perf_counter()
    for task in tasks:
        due_day(task, event)
    return perf_counter() - start


def test_tasks_count_from_the_event_its_half_year_or_one_another() -> None:
    event = an_event(day_count=2)  # Monday 17 and Tuesday 18 May 2027
    tasks = (
        a_task("first", offset_days=-3, counted_from=CountedFrom.LAST_DAY),  # Saturday 15 May, so Friday 14
        a_task("half-year", offset_days=-7, counted_from=CountedFrom.HALF_YEAR),  # Wednesday 23 June
        a_task("draft", offset_days=-5, counted_from=CountedFrom.TASK, counted_from_id="half-year"),  # Friday 18 June
        a_task("minutes", offset_days=5, counted_from=CountedFrom.LAST_DAY, is_working_days=True),  # Tuesday 25 May
        a_task("nowhere", counted_from=CountedFrom.TASK, counted_from_id="gone"),
    )

    assert due_days(tasks, event) == {
        "first": date(2027, 5, 14),
        "half-year": date(2027, 6, 23),
        "draft": date(2027, 6, 18),
        "minutes": date(2027, 5, 25),
        "nowhere": None,
    }


def test_tasks_in_a_circle_have_no_day_and_a_long_chain_has_one() -> None:
    circle = (_after("a", "b"), _after("b", "a"), _after("c", "a"), _after("d", "d"))
    chain = (a_task("0", offset_days=0), *(_after(str(n), str(n - 1)) for n in range(1, 5000)))

    reasons = due_reasons(circle, an_event())
    assert [reasons[name].state for name in "abcd"] == [*[DueState.CIRCULAR] * 2, DueState.ADRIFT, DueState.CIRCULAR]
    assert due_days(reversed(chain), an_event())["4999"] == date(2027, 5, 17)


def _after(task_id: str, other_id: str) -> Task:
    return a_task(task_id, offset_days=0, counted_from=CountedFrom.TASK, counted_from_id=other_id)
