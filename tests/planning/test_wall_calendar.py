"""The months of a wall calendar."""

from __future__ import annotations

from datetime import date

from facilitation.domain.task import TaskStatus
from facilitation.planning.wall_calendar import MOST_MONTHS, undated, wall_calendar
from tests.builders import a_task, an_event

EVENT = an_event(starts_on=date(2027, 5, 20), day_count=2)


def test_months_run_from_the_first_open_deadline_to_the_last() -> None:
    tasks = (
        a_task("done", pinned_on=date(2027, 1, 11), status=TaskStatus.DONE),
        a_task("first", pinned_on=date(2027, 3, 15)),
        a_task("last", pinned_on=date(2027, 6, 30)),
    )

    assert [month.first for month in wall_calendar(tasks, EVENT)] == [date(2027, n, 1) for n in (3, 4, 5, 6)]


def test_without_a_task_the_months_of_the_event_stand() -> None:
    event = an_event(starts_on=date(2026, 12, 31), day_count=2)

    assert [month.first for month in wall_calendar((), event)] == [date(2026, 12, 1), date(2027, 1, 1)]


def test_weeks_begin_on_monday_and_days_beside_the_month_are_empty() -> None:
    (month,) = wall_calendar((), EVENT)

    assert [day.day.day if day else None for day in month.weeks[0]] == [None, None, None, None, None, 1, 2]
    assert [day.day for day in month.days] == [date(2027, 5, number) for number in range(1, 32)]


def test_a_day_has_its_open_tasks_in_their_order_its_holiday_and_its_part_of_the_event() -> None:
    tasks = (
        a_task("b", pinned_on=date(2027, 5, 21), position=2),
        a_task("a", pinned_on=date(2027, 5, 21), position=1),
        a_task("done", pinned_on=date(2027, 5, 21), status=TaskStatus.DONE),
    )

    (month,) = wall_calendar(tasks, EVENT)

    second = month.days[20]
    assert ([task.id for task in second.tasks], second.event_day, second.is_free) == (["a", "b"], 2, False)
    assert [day.day.day for day in month.days if day.holiday] == [1, 2, 3, 4, 16, 17]
    assert [day.event_day for day in month.days[18:22]] == [0, 1, 2, 0]


def test_a_slip_in_a_year_prints_no_hundred_empty_months() -> None:
    tasks = (a_task("early", pinned_on=date(2027, 5, 3)), a_task("slip", pinned_on=date(2072, 5, 3)))

    months = wall_calendar(tasks, EVENT)

    assert [month.first for month in months] == [date(2027, 5, 1), date(2072, 5, 1)]
    assert MOST_MONTHS == 24


def test_open_tasks_without_a_day_are_told_apart() -> None:
    tasks = (a_task("none", offset_days=None), a_task("dated"), a_task("x", offset_days=None, status=TaskStatus.DONE))

    assert [task.id for task in undated(tasks, EVENT)] == ["none"]
