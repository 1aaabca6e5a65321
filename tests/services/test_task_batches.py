"""Several tasks in one stroke, over a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.errors import InvalidInput
from facilitation.planning.deadlines import due_day
from facilitation.planning.task_batch import TaskChange
from facilitation.services.application import Application

Stroke = Callable[[Application, str, list[str]], tuple[TaskChange, ...]]
STROKES: dict[str, Stroke] = {
    "status": lambda app, event, ids: app.task_batches.set_status(event, ids, TaskStatus.DONE),
    "owner": lambda app, event, ids: app.task_batches.set_owner(event, ids, " Zyra A "),
    "deputy": lambda app, event, ids: app.task_batches.set_deputy(event, ids, "Zyra B"),
    "shift": lambda app, event, ids: app.task_batches.shift(event, ids, days=-3),
    "pin": lambda app, event, ids: app.task_batches.pin(event, ids),
    "remove": lambda app, event, ids: app.task_batches.remove(event, ids),
}


def _stored(app: Application, event: Event) -> list[Task]:
    return [replace(task, version=0) for task in app.tasks.list_for(event.id)]


@pytest.mark.parametrize("verb", STROKES)
def test_one_undo_takes_a_stroke_over_several_tasks_back(app: Application, conference: Event, verb: str) -> None:
    before = _stored(app, conference)
    ids = [task.id for task in before[1:5]]

    changes = STROKES[verb](app, conference.id, ids)
    after = _stored(app, conference)
    app.history.undo(conference.id, "task")

    assert [change.before.id for change in changes] == ids
    assert [task for task in after if task.id not in ids] == [before[0], *before[5:]]
    assert (_stored(app, conference), after != before) == (before, True)
    app.history.redo(conference.id, "task")
    assert _stored(app, conference) == after


def test_finishing_many_writes_the_day_and_opening_them_clears_it(app: Application, conference: Event) -> None:
    ids = [task.id for task in app.tasks.list_for(conference.id)[:2]]

    app.task_batches.set_status(conference.id, ids, TaskStatus.DONE)
    assert [app.tasks.get(task_id).done_on for task_id in ids] == [date(2027, 1, 11)] * 2
    app.task_batches.set_status(conference.id, ids, TaskStatus.PLANNED)

    assert [app.tasks.get(task_id).done_on for task_id in ids] == [None, None]


def test_pinned_tasks_keep_their_days_when_the_event_moves(app: Application, conference: Event) -> None:
    first, second = app.tasks.list_for(conference.id)[:2]
    days = [due_day(task, conference) for task in (first, second)]

    app.task_batches.pin(conference.id, [first.id, second.id])
    moved = app.events.move(conference.id, date(2027, 6, 17))
    assert [due_day(app.tasks.get(task.id), moved) for task in (first, second)] == days
    app.task_batches.unpin(conference.id, [first.id])

    assert due_day(app.tasks.get(first.id), moved) != days[0]


def test_only_what_changes_is_said_to_have_changed(app: Application, conference: Event) -> None:
    first, second = app.tasks.list_for(conference.id)[:2]
    app.tasks.edit(first, replace(first, owner="Zyra A"))

    changes = app.task_batches.set_owner(conference.id, [first.id, second.id, "gone"], "Zyra A")

    assert changes == (TaskChange(second, replace(second, owner="Zyra A", version=second.version + 1)),)


def test_a_stroke_with_one_impossible_day_changes_nothing(app: Application, conference: Event) -> None:
    before = _stored(app, conference)

    with pytest.raises(InvalidInput):
        app.task_batches.shift(conference.id, [task.id for task in before], days=-3600)

    assert _stored(app, conference) == before
