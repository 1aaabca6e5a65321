"""Late tasks, tasks that could never be in time, and tasks nobody does."""

from __future__ import annotations

from datetime import date

from facilitation.domain.finding import Severity, finding
from facilitation.domain.task import TaskStatus
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
    record = a_record(
        tasks=(a_task("far", owner="Zyra", offset_days=-40), a_task("near", owner="Zyra", offset_days=-3))
    )

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
