"""Points and comments of a task, written by several people at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.task_parts import TaskParts


@pytest.fixture
def task(app: Application, conference: Event) -> Task:
    """The first task of the conference."""
    return app.tasks.list_for(conference.id)[0]


def _somebody_else(app: Application) -> TaskParts:
    return TaskParts(replace(app.task_parts.desk, actor="colleague"))


def test_a_comment_has_its_author_and_time(app: Application, task: Task) -> None:
    app.task_parts.comment(task.id, "  Salla është zënë.  ")

    (comment,) = app.tasks.get(task.id).comments
    assert (comment.author, comment.text) == ("tester", "Salla është zënë.")
    assert datetime(2027, 1, 11, 9) < comment.written_at < datetime(2027, 1, 11, 10)


def test_people_who_comment_at_once_lose_nothing(app: Application, task: Task) -> None:
    people = (app.task_parts, _somebody_else(app))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: people[number % 2].comment(task.id, f"fjala {number}"), range(24)))

    assert {comment.text for comment in app.tasks.get(task.id).comments} == {f"fjala {n}" for n in range(24)}


def test_a_comment_is_kept_beside_a_field_somebody_edits_meanwhile(app: Application, task: Task) -> None:
    _somebody_else(app).comment(task.id, "Unë pyes bashkinë.")

    app.tasks.edit(task, replace(task, status=TaskStatus.IN_PROGRESS))

    stored = app.tasks.get(task.id)
    assert (stored.status, len(stored.comments)) == (TaskStatus.IN_PROGRESS, 1)


def test_only_the_author_removes_a_comment_and_undo_brings_it_back(app: Application, task: Task) -> None:
    (mine,) = app.task_parts.comment(task.id, "E imja").comments
    theirs = _somebody_else(app).comment(task.id, "E tyrja").comments[1]

    with pytest.raises(InvalidInput) as caught:
        app.task_parts.remove_comment(task.id, theirs.id)
    assert caught.value.values == {"author": "colleague"}
    app.task_parts.remove_comment(task.id, mine.id)
    assert app.tasks.get(task.id).comments == (theirs,)
    with pytest.raises(NotFound):
        app.task_parts.remove_comment(task.id, mine.id)
    app.history.undo(task.event_id, "task")

    assert set(app.tasks.get(task.id).comments) == {mine, theirs}


def test_an_empty_comment_is_refused(app: Application, task: Task) -> None:
    with pytest.raises(InvalidInput):
        app.task_parts.comment(task.id, " \n")

    assert app.tasks.get(task.id) == task


def test_points_are_added_ticked_renamed_moved_and_removed(app: Application, task: Task) -> None:
    for words in ("Shkruaj", "Shtyp", "Dërgo"):
        app.task_parts.add_point(task.id, words)
    first, second, third = app.tasks.get(task.id).points

    app.task_parts.tick_point(task.id, second.id, is_done=True)
    app.task_parts.rename_point(task.id, first.id, "Shkruaj ftesën")
    app.task_parts.move_point(task.id, third.id, by=-2)
    app.task_parts.remove_point(task.id, first.id)

    assert app.tasks.get(task.id).points == (third, replace(second, is_done=True))


def test_two_people_change_other_points_and_each_undo_takes_back_one(app: Application, task: Task) -> None:
    first = app.task_parts.add_point(task.id, "Një").points[0]
    second = _somebody_else(app).add_point(task.id, "Dy").points[1]
    app.task_parts.tick_point(task.id, first.id, is_done=True)
    _somebody_else(app).rename_point(task.id, second.id, "Dytë")

    app.history.undo(task.event_id, "task")

    assert app.tasks.get(task.id).points == (replace(first, is_done=True), second)


def test_a_tick_that_changes_nothing_leaves_no_trace(app: Application, task: Task) -> None:
    point = app.task_parts.add_point(task.id, "Një").points[0]
    before = app.history.list_for(task.event_id)

    app.task_parts.tick_point(task.id, point.id, is_done=False)

    assert app.history.list_for(task.event_id) == before
