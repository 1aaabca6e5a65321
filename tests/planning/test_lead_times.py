"""The minimum lead times: said when the event is made, near their limit, when missed, and afterwards as recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from facilitation.domain.event import ConsultationQuestion, Event
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.lead_times import design_start, lead_time_findings
from tests.builders import a_task, a_text, an_event

EVENT_DAY = date(2027, 5, 17)
DONE = TaskStatus.DONE


def before(days: int) -> date:
    """So many days before the event."""
    return EVENT_DAY - timedelta(days=days)


def tasks_done_in_time() -> tuple[Task, ...]:
    """The five rules as somebody met them who planned well."""
    return (
        a_task("design", rule="design", minimum_days=90, status=DONE, done_on=before(100)),
        a_task("invitations", rule="invitations", minimum_days=30, status=DONE, done_on=before(35)),
        a_task("guide", rule="guide", status=DONE, done_on=before(4)),
        a_task("training", rule="training", status=DONE, done_on=before(3)),
        a_task("proceedings", rule="proceedings", offset_days=30, status=DONE, done_on=before(-20)),
    )


def of_code(code: str, findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings with one code."""
    return [remark for remark in findings if remark.code == code]


def test_an_event_planned_in_time_has_no_findings_at_any_time() -> None:
    event = an_event(design_started_on=before(100))

    assert [lead_time_findings(event, tasks_done_in_time(), before(days)) for days in (1, 0, -3, -90)] == [()] * 4


def test_an_event_twenty_days_ahead_is_impossible_and_says_from_when_on_it_would_be_possible() -> None:
    assert lead_time_findings(an_event(), (), before(20)) == (
        finding("late_design", Severity.BLOCK, days=20, minimum=90, limit_on="2027-02-16", earliest_on="2027-07-26"),
        finding(
            "late_invitation", Severity.BLOCK, days=20, minimum=30, limit_on="2027-04-17", earliest_on="2027-05-27"
        ),
    )


def test_exactly_the_minimum_is_enough() -> None:
    design = a_task(rule="design", status=DONE, done_on=before(90))
    invitations = a_task(rule="invitations", status=DONE, done_on=before(30))

    assert lead_time_findings(an_event(), (design, invitations), before(10)) == ()


def test_one_day_less_than_the_minimum_blocks_and_names_the_task() -> None:
    invitations = a_task("task-7", rule="invitations", status=DONE, done_on=before(29))

    assert lead_time_findings(an_event(design_started_on=before(90)), (invitations,), before(10)) == (
        finding(
            "late_invitation",
            Severity.BLOCK,
            "task-7",
            days=29,
            minimum=30,
            limit_on="2027-04-17",
            earliest_on="2027-05-18",
        ),
    )


@pytest.mark.parametrize(
    ("days_ahead", "severities"), [(98, []), (97, [Severity.WARN]), (90, [Severity.WARN]), (89, [Severity.BLOCK])]
)
def test_a_design_not_started_warns_seven_days_before_its_limit(days_ahead: int, severities: list[Severity]) -> None:
    found = of_code("late_design", lead_time_findings(an_event(), (), before(days_ahead)))

    assert [remark.severity for remark in found] == severities


def test_the_day_entered_in_the_event_counts_before_the_task() -> None:
    design = a_task(rule="design", status=DONE, done_on=before(50))

    assert design_start(an_event(design_started_on=before(95)), (design,)) == before(95)
    assert design_start(an_event(), (design,)) == before(50)
    assert design_start(an_event(), (a_task(rule="design"),)) is None


def test_a_task_may_ask_for_another_minimum() -> None:
    tasks = (a_task("design", rule="design", minimum_days=14), a_task("ask", rule="invitations", minimum_days=10))

    assert lead_time_findings(an_event(), tasks, before(22)) == ()


@pytest.mark.parametrize(("rule", "code"), [("guide", "late_guide"), ("training", "facilitators_untrained")])
def test_guide_and_training_warn_in_the_last_week_and_block_on_the_day(rule: str, code: str) -> None:
    event, task = an_event(design_started_on=before(100)), a_task("task-1", rule=rule)
    told = {days: of_code(code, lead_time_findings(event, (task,), before(days))) for days in (9, 8, 1, 0, -1)}

    near = [finding(code, Severity.WARN, "task-1", case="near", limit_on="2027-05-16")]
    missed = [finding(code, Severity.BLOCK, "task-1", limit_on="2027-05-16")]
    assert told == {9: [], 8: near, 1: near, 0: missed, -1: []}


def test_a_guide_finished_on_the_day_is_said_afterwards() -> None:
    event, task = (
        an_event(design_started_on=before(100)),
        a_task("task-1", rule="guide", status=DONE, done_on=EVENT_DAY),
    )

    assert lead_time_findings(event, (task,), before(-60)) == (
        finding("late_guide", Severity.BLOCK, "task-1", limit_on="2027-05-16"),
    )


def test_an_event_without_such_tasks_is_not_asked_for_guide_training_or_proceedings() -> None:
    assert lead_time_findings(an_event(design_started_on=before(100)), (), before(-60)) == ()


@pytest.mark.parametrize(
    ("days_after", "expected"),
    [
        (22, []),
        (23, [finding("late_proceedings", Severity.HINT, "task-1", case="near", limit_on="2027-06-16")]),
        (30, [finding("late_proceedings", Severity.HINT, "task-1", case="near", limit_on="2027-06-16")]),
        (31, [finding("late_proceedings", Severity.WARN, "task-1", limit_on="2027-06-16")]),
    ],
)
def test_open_proceedings_hint_near_their_day_and_warn_after_it(days_after: int, expected: list[Finding]) -> None:
    task = a_task("task-1", rule="proceedings", offset_days=30)

    assert of_code("late_proceedings", lead_time_findings(an_event(), (task,), before(-days_after))) == expected


def test_proceedings_sent_late_are_remembered_as_a_hint() -> None:
    task = a_task("task-1", rule="proceedings", offset_days=30, status=DONE, done_on=date(2027, 6, 20))

    assert lead_time_findings(an_event(), (task,), date(2028, 1, 1)) == (
        finding("late_proceedings", Severity.HINT, "task-1", case="done", limit_on="2027-06-16", done_on="2027-06-20"),
    )


def test_of_a_past_event_with_nothing_recorded_nothing_is_claimed() -> None:
    tasks = (a_task(rule="design"), a_task(rule="invitations"), a_task(rule="guide"))

    assert lead_time_findings(an_event(), tasks, before(-1)) == ()


def test_the_task_still_open_is_named_where_several_stand_for_a_rule() -> None:
    tasks = (
        a_task("first", rule="invitations", status=DONE, done_on=before(40)),
        a_task("second", rule="invitations"),
    )

    found = of_code("late_invitation", lead_time_findings(an_event(), tasks, before(20)))

    assert [remark.subject for remark in found] == ["second"]


def consulted(*syntheses: str, **fields: Any) -> Event:
    """An event whose actors were asked, with what they answered ("" = not written down)."""
    asked = tuple(ConsultationQuestion(a_text("Question"), Text(en=answer)) for answer in syntheses)
    return an_event(consultation=asked, **fields)


@pytest.mark.parametrize(("minimum_days", "limit"), [(90, 58), (None, 30)], ids=["design phase", "short preparation"])
def test_answers_not_written_down_when_the_agenda_is_settled_are_hinted_at(minimum_days: int, limit: int) -> None:
    tasks = (a_task(rule="design", minimum_days=minimum_days),)

    found = [
        of_code("consultation_missing", lead_time_findings(consulted("Said", "", ""), tasks, before(days)))
        for days in (limit + 1, limit, 0, -1)
    ]

    hint = finding("consultation_missing", Severity.HINT, count=2, limit_on=before(limit).isoformat())
    assert found == [[], [hint], [hint], []]


def test_answers_written_down_or_never_asked_for_are_not_missed() -> None:
    events = (consulted("Said", "Said"), consulted())

    assert [of_code("consultation_missing", lead_time_findings(event, (), before(5))) for event in events] == [[], []]
