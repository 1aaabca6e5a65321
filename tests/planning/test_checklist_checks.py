"""Late tasks, tasks that could never be in time, and tasks nobody does."""

from __future__ import annotations

from datetime import date

from facilitation.domain.finding import Severity, finding
from facilitation.domain.task import CountedFrom, Dependency, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.checklist_checks import checklist_findings, planned_from
from tests.builders import a_record, a_task, a_text, an_event

STARTED = date(2027, 2, 1)
TODAY = date(2027, 5, 10)


def test_an_open_task_after_its_day_is_late() -> None:
    record = a_record(event=an_event(design_started_on=STARTED), tasks=(a_task(title="Venue", owner="Zyra"),))

    assert checklist_findings(record, TODAY) == (
        finding("task_late", Severity.WARN, "task-1", title=a_text("Venue"), due_on="2027-05-07"),
    )


def test_a_task_due_before_the_planning_began_cannot_be_in_time() -> None:
    tasks = (a_task(title="Speakers", owner="Zyra", offset_days=-105),)
    record = a_record(event=an_event(design_started_on=date(2027, 4, 1)), tasks=tasks)

    assert checklist_findings(record, date(2027, 4, 2)) == (
        finding("task_due_in_past", Severity.WARN, "task-1", title=a_text("Speakers"), due_on="2027-02-01"),
    )


def test_in_an_event_made_today_every_overdue_task_was_impossible_from_the_start() -> None:
    record = a_record(tasks=(a_task("a", owner="Zyra", offset_days=-40), a_task("b", owner="Zyra", offset_days=-3)))

    assert [remark.code for remark in checklist_findings(record, TODAY)] == ["task_due_in_past"]


def test_planning_began_with_the_design_or_the_first_task_done() -> None:
    tasks = (a_task(status=TaskStatus.DONE, done_on=date(2027, 3, 1)), a_task(done_on=date(2027, 3, 8)))

    assert planned_from(a_record(event=an_event(design_started_on=STARTED), tasks=tasks), TODAY) == STARTED
    assert planned_from(a_record(tasks=tasks), TODAY) == date(2027, 3, 1)
    assert planned_from(a_record(), TODAY) == TODAY


def test_tasks_without_a_person_are_one_hint_about_the_first_that_is_due() -> None:
    tasks = (
        a_task("later", title="Later", offset_days=-3),
        a_task("sooner", title="Sooner", offset_days=-5),
        a_task("undated", title="Undated", offset_days=None),
        a_task("done", status=TaskStatus.DONE, offset_days=-6),
        a_task("owned", owner="Zyra", offset_days=-6),
    )

    assert checklist_findings(a_record(tasks=tasks), date(2027, 4, 1)) == (
        finding("no_owner", Severity.HINT, "sooner", count=3, title=a_text("Sooner")),
    )


def test_a_checklist_done_by_somebody_has_no_findings() -> None:
    tasks = (a_task(owner="Zyra", status=TaskStatus.DONE), a_task(owner="Zyra", offset_days=3))

    assert checklist_findings(a_record(tasks=tasks), TODAY) == ()


JUNE_EVENT = an_event(starts_on=date(2027, 6, 14), design_started_on=STARTED)  # a Monday; no holiday in June
FIRST = a_task("first", title="Draft", owner="Zyra", offset_days=-7, work_days=4)  # by Monday 7 June
SECOND = a_task(
    "second", title="Send", owner="Zyra", offset_days=-4, work_days=3, waits_for=(Dependency("first"),)
)  # by Thursday 10 June
CHAIN = Text(sq="“Draft (sq)” → “Send (sq)”", en="“Draft (en)” → “Send (en)”")


def test_a_chain_that_cannot_be_in_time_is_named_with_the_day_the_event_could_be() -> None:
    record = a_record(event=JUNE_EVENT, tasks=(FIRST, SECOND))

    # On Thursday 3 June: draft Thursday to Tuesday 8 June, send Wednesday to Friday 11 June; both are a day too late.
    # On Wednesday 16 June “send” would be due on Saturday 12, so on Friday 11 June; “draft” alone needs the 15th.
    assert checklist_findings(record, date(2027, 6, 3)) == (
        finding(
            "task_cannot_be_in_time",
            Severity.WARN,
            "second",
            title=a_text("Send"),
            due_on="2027-06-10",
            chain=CHAIN,
            earliest_on="2027-06-11",
            event_on="2027-06-15",
            case="chain_event",
        ),
    )


def test_a_task_too_long_for_its_days_is_named_alone_and_a_pinned_one_is_not_helped_by_moving() -> None:
    long = a_task("long", title="Print", owner="Zyra", pinned_on=date(2027, 6, 9), work_days=10)
    found = checklist_findings(a_record(event=JUNE_EVENT, tasks=(long,)), date(2027, 6, 3))

    assert found == (
        finding(
            "task_cannot_be_in_time",
            Severity.WARN,
            "long",
            title=a_text("Print"),
            due_on="2027-06-09",
            earliest_on="2027-06-16",
        ),
    )


def test_a_late_task_says_what_it_waits_for() -> None:
    (late, *_rest) = [
        remark
        for remark in checklist_findings(a_record(event=JUNE_EVENT, tasks=(FIRST, SECOND)), date(2027, 6, 11))
        if remark.subject == "second"
    ]

    # Friday 11 June: draft until Wednesday 16, send until Monday 21; four days before the event, so from 25 June on.
    assert dict(late.values) == {
        "title": a_text("Send"),
        "due_on": "2027-06-10",
        "chain": CHAIN,
        "earliest_on": "2027-06-21",
        "event_on": "2027-06-25",
        "case": "chain_event",
    }


def test_circles_are_named_once_for_waiting_and_once_for_counting() -> None:
    links = {"a": "b", "b": "a"}
    tasks = tuple(
        a_task(
            name,
            title=name,
            owner="Zyra",
            waits_for=(Dependency(other),),
            counted_from=CountedFrom.TASK,
            counted_from_id=other,
        )
        for name, other in links.items()
    )
    chain = Text(sq="“a (sq)” → “b (sq)” → “a (sq)”", en="“a (en)” → “b (en)” → “a (en)”")

    assert checklist_findings(a_record(tasks=tasks), TODAY) == (
        finding("task_circle", Severity.WARN, "a", chain=chain),
        finding("task_circle", Severity.WARN, "a", case="counting", chain=chain),
    )
