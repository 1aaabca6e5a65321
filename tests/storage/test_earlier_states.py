"""Tasks as they were: the history read backwards."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitation.domain.history import REDO, UNDO, Change
from facilitation.domain.task import Task, TaskStatus
from facilitation.storage.earlier_states import earlier_tasks
from facilitation.storage.history import change_of
from tests.builders import EVENT_ID, a_task

FIELDS = frozenset({"owner", "offset_days"})
MORNING = datetime(2027, 1, 11, 9)


def a_change(number: int, before: Task | None, after: Task | None) -> Change:
    at = MORNING + timedelta(minutes=number)
    return change_of(
        before, after, event_id=EVENT_ID, verb="edit_task", actor="tester", at=at, new_id=lambda: f"change-{number}"
    )


def a_step(verb: str, number: int, target: int) -> Change:
    """Undo or redo of the change with the number ``target``."""
    at = MORNING + timedelta(minutes=number)
    return Change(f"change-{number}", EVENT_ID, at, "tester", verb, "task", "task-1", after=f"change-{target}")


FIRST, SECOND, THIRD = a_task(owner="A"), a_task(owner="B"), a_task(owner="C")


def test_each_change_gives_the_state_before_it_the_newest_first() -> None:
    changes = (a_change(3, SECOND, THIRD), a_change(2, FIRST, SECOND), a_change(1, None, FIRST))

    assert earlier_tasks([THIRD], changes, FIELDS) == {"task-1": (SECOND, FIRST)}


def test_a_removed_task_is_known_by_its_last_state() -> None:
    changes = (a_change(2, SECOND, None), a_change(1, FIRST, SECOND))

    assert earlier_tasks([], changes, FIELDS) == {"task-1": (SECOND, FIRST)}


def test_an_undone_change_was_there_for_a_while() -> None:
    changes = (a_step(UNDO, 3, 2), a_change(2, FIRST, SECOND), a_change(1, None, FIRST))

    assert earlier_tasks([FIRST], changes, FIELDS) == {"task-1": (SECOND, FIRST)}


def test_a_change_made_again_passes_through_all_its_states() -> None:
    changes = (a_step(REDO, 4, 2), a_step(UNDO, 3, 2), a_change(2, FIRST, SECOND))

    assert earlier_tasks([SECOND], changes, FIELDS) == {"task-1": (FIRST, SECOND, FIRST)}


def test_a_removal_that_was_undone_leaves_no_gap() -> None:
    changes = (a_step(UNDO, 3, 2), a_change(2, SECOND, None), a_change(1, FIRST, SECOND))

    assert earlier_tasks([SECOND], changes, FIELDS) == {"task-1": (SECOND, FIRST)}


def test_changes_of_other_fields_make_no_state() -> None:
    done = a_task(owner="A", status=TaskStatus.DONE)

    assert earlier_tasks([done], (a_change(1, FIRST, done),), FIELDS) == {}


def test_nothing_before_a_moment_is_read() -> None:
    changes = (a_change(3, SECOND, THIRD), a_change(2, FIRST, SECOND))

    assert earlier_tasks([THIRD], changes, FIELDS, since=MORNING + timedelta(minutes=3)) == {"task-1": (SECOND,)}


def test_undoing_what_the_history_no_longer_holds_changes_nothing() -> None:
    assert earlier_tasks([FIRST], (a_step(UNDO, 3, 2),), FIELDS) == {"task-1": (FIRST,)}
