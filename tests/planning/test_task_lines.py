"""Lines of a checklist become tasks that know one another, and tasks become lines again."""

from __future__ import annotations

from facilitation.domain.instrument import InstrumentTask, TaskLink
from facilitation.domain.task import CountedFrom, Dependency
from facilitation.planning.task_lines import task_lines, tasks_of_lines
from tests.builders import EVENT_ID, a_task, a_text, counted_ids

AGENDA = InstrumentTask(a_text("Agenda"), -50, a_text("Coordinator"), key="agenda", work_days=4)
SEND = InstrumentTask(a_text("Send"), -30, a_text("Secretariat"), key="send", waits_for=(TaskLink("agenda", 2),))
REMIND = InstrumentTask(
    a_text("Remind"),
    7,
    a_text("Secretariat"),
    counted_from=CountedFrom.TASK,
    after="send",
    is_working_days=True,
    waits_for=(TaskLink("gone"),),
)


def test_keys_become_ids_and_what_is_not_there_is_left_out() -> None:
    agenda, send, remind = tasks_of_lines((AGENDA, SEND, REMIND), EVENT_ID, counted_ids())

    assert (agenda.id, agenda.work_days) == ("id-1", 4)
    assert send.waits_for == (Dependency("id-1", 2),)
    assert (remind.counted_from, remind.counted_from_id) == (CountedFrom.TASK, "id-2")
    assert (remind.is_working_days, remind.waits_for, remind.position) == (True, (), 2)


def test_tasks_become_lines_with_keys_where_they_are_named() -> None:
    lines = task_lines(tasks_of_lines((AGENDA, SEND, REMIND), EVENT_ID, counted_ids()))

    assert [line.key for line in lines] == ["task_1", "task_2", ""]
    assert lines[1].waits_for == (TaskLink("task_1", 2),)
    assert (lines[2].after, lines[2].counted_from) == ("task_2", CountedFrom.TASK)


def test_tasks_without_a_day_stay_behind_with_what_counts_from_them() -> None:
    tasks = (
        a_task("undated", offset_days=None),
        a_task("second", counted_from=CountedFrom.TASK, counted_from_id="first"),
        a_task("first", counted_from=CountedFrom.TASK, counted_from_id="undated"),
        a_task("kept", title="Kept", waits_for=(Dependency("first"),)),
    )

    assert task_lines(tasks) == (InstrumentTask(a_text("Kept"), -10, a_text("Coordinator")),)
