"""Days of work per owner and week, and who has too much. The event is on Monday 17 May 2027."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.finding import Severity, finding
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.owner_checks import owner_findings
from facilitation.planning.owner_load import WeekLoad, overloads, week_loads
from tests.builders import a_record, a_task, a_text, an_event

EARLY = date(2027, 1, 11)


def days(*tasks: Task, today: date = EARLY, **event: Any) -> list[tuple[str, str, int, int]]:
    loads = week_loads(tasks, an_event(**event), today)
    return [(load.owner.sq, load.monday.isoformat(), load.work_days, len(load.due)) for load in loads]


def test_the_last_day_of_the_work_is_the_day_it_is_due() -> None:
    assert days(a_task(owner="Zyra A", pinned_on=date(2027, 4, 14), work_days=3)) == [("Zyra A", "2027-04-12", 3, 1)]


def test_work_of_more_days_reaches_back_over_the_weekend_into_the_week_before() -> None:
    assert days(a_task(owner="Zyra A", pinned_on=date(2027, 4, 13), work_days=4)) == [
        ("Zyra A", "2027-04-05", 2, 0),
        ("Zyra A", "2027-04-12", 2, 1),
    ]


def test_nobody_works_on_a_public_holiday() -> None:
    # Monday 22 March 2027 is a holiday in Albania (Nevruz) and a working day in Serbia.
    assert days(a_task(owner="Zyra A", pinned_on=date(2027, 3, 23), work_days=2)) == [
        ("Zyra A", "2027-03-15", 1, 0),
        ("Zyra A", "2027-03-22", 1, 1),
    ]
    assert days(a_task(owner="Zyra A", pinned_on=date(2027, 3, 23), work_days=2), country="RS") == [
        ("Zyra A", "2027-03-22", 2, 1),
    ]


def test_tasks_of_one_owner_add_up_and_a_role_stands_where_no_person_does() -> None:
    day = date(2027, 4, 14)
    tasks = (
        a_task("t1", owner="Zyra A", pinned_on=day, work_days=2),
        a_task("t2", pinned_on=day),
        a_task("t3", owner="Zyra A", pinned_on=day, work_days=3),
    )

    assert days(*tasks) == [("Zyra A", "2027-04-12", 5, 2), ("Coordinator (sq)", "2027-04-12", 1, 1)]


def test_done_and_undated_tasks_are_no_load() -> None:
    assert days(a_task(status=TaskStatus.DONE), a_task("t2", offset_days=None)) == []


def test_what_is_late_has_to_be_done_in_the_week_of_today() -> None:
    late = a_task(owner="Zyra A", pinned_on=date(2027, 3, 1), work_days=4)
    begun_too_late = a_task("t2", owner="Zyra A", pinned_on=date(2027, 4, 14), work_days=9)

    assert days(late, begun_too_late, today=date(2027, 4, 13)) == [("Zyra A", "2027-04-12", 13, 2)]


@pytest.mark.parametrize(("work_days", "is_too_much"), [(5, False), (6, True)])
def test_more_than_five_days_of_work_in_a_week_are_too_much(work_days: int, is_too_much: bool) -> None:
    tasks = [a_task(f"t{n}", owner="Zyra A", pinned_on=date(2027, 4, 14)) for n in range(work_days)]

    assert bool(overloads(week_loads(tasks, an_event(), EARLY))) is is_too_much


def test_more_than_ten_tasks_due_in_a_week_are_too_many_and_the_heaviest_week_comes_first() -> None:
    load = WeekLoad(a_text("Zyra"), date(2027, 4, 12), 0, (), (a_task(),) * 10)
    busier = WeekLoad(a_text("Zyra"), date(2027, 4, 19), 3, (), (a_task(),) * 11)
    heavy = WeekLoad(a_text("Zyra"), date(2027, 4, 26), 6, (), ())

    assert overloads((load, busier, heavy)) == (heavy, busier)


def test_an_overloaded_week_is_a_hint_with_its_days_about_the_first_task() -> None:
    record = a_record(tasks=(a_task(owner="Zyra A", pinned_on=date(2027, 4, 16), work_days=5), a_task("t2")))
    more = a_record(tasks=(*record.tasks, a_task("t3", owner="Zyra A", pinned_on=date(2027, 4, 12), work_days=2)))

    assert owner_findings(record, EARLY) == ()
    (found,) = owner_findings(more, EARLY)
    assert found == finding(
        "owner_overloaded",
        Severity.HINT,
        "task-1",
        case="work",
        owner=Text(sq="Zyra A", en="Zyra A"),
        days=6,
        count=2,
        week="2027-04-12/2027-04-16",
    )
