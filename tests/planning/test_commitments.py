"""What was promised and is still open."""

from __future__ import annotations

from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.task import TaskStatus
from facilitation.planning.commitments import EventPromises, OpenCommitment, open_commitments
from tests.builders import a_note, a_task, an_event

SPRING = an_event(id="spring", starts_on=date(2027, 3, 15))
SUMMER = an_event(id="summer", starts_on=date(2027, 6, 14))


def promised(note_id: str, **fields: object) -> Note:
    """A commitment of the Prefecture until 31 May."""
    facts = {"kind": NoteKind.COMMITMENT, "owner": "Prefektura", "due_on": date(2027, 5, 31), **fields}
    return a_note(note_id, text=f"Text {note_id}", **facts)


def open_note(note: Note, event: Event, **fields: object) -> OpenCommitment:
    """The note as it is still open."""
    facts = {"owner": note.owner, "due_on": note.due_on, **fields}
    return OpenCommitment(note.id, note.text, event=event, **facts)  # type: ignore[arg-type]


def test_commitments_without_a_day_of_keeping_are_open_and_other_notes_are_not() -> None:
    kept = promised("kept", done_on=date(2027, 4, 1))
    late, undated = promised("late"), promised("undated", due_on=None)
    notes = (undated, kept, a_note("point"), late)

    assert open_commitments([EventPromises(SPRING, notes, ())]) == (open_note(late, SPRING), open_note(undated, SPRING))


def test_a_promise_carried_on_is_open_once_with_owner_and_day_of_its_newest_task() -> None:
    note = promised("note-1")
    older = a_task("older", from_note_id="note-1", owner="Bashkia", pinned_on=date(2027, 7, 1))
    newer = a_task("newer", from_note_id="note-1", owner="Policia", pinned_on=date(2027, 9, 1))
    autumn = an_event(id="autumn", starts_on=date(2027, 9, 6))
    events = [
        EventPromises(autumn, (), (newer,)),
        EventPromises(SPRING, (note,), ()),
        EventPromises(SUMMER, (), (older,)),
    ]

    assert open_commitments(events) == (
        open_note(note, SPRING, owner="Policia", due_on=date(2027, 9, 1), task_id="newer"),
    )


def test_a_carried_task_stays_open_when_the_note_is_gone_with_its_event() -> None:
    task = a_task("carried", from_note_id="gone", owner="Bashkia", title="Promise")

    assert open_commitments([EventPromises(SUMMER, (), (task,))]) == (
        OpenCommitment("gone", "Promise (sq)", "Bashkia", None, SUMMER, task_id="carried"),
    )


def test_a_kept_promise_is_not_opened_again_by_a_task_that_still_carries_it() -> None:
    note = promised("note-1", done_on=date(2027, 6, 1))
    task = a_task("carried", from_note_id="note-1")

    assert open_commitments([EventPromises(SPRING, (note,), (task,))]) == ()


def test_a_finished_task_of_a_note_that_is_gone_is_not_open() -> None:
    task = a_task("carried", from_note_id="gone", status=TaskStatus.DONE)

    assert open_commitments([EventPromises(SUMMER, (), (task,))]) == ()


def test_days_late_count_from_the_day_after_it_was_due() -> None:
    found = open_note(promised("note-1"), SPRING)

    assert [found.days_late(day) for day in (date(2027, 5, 31), date(2027, 6, 3))] == [0, 3]
    assert open_note(promised("n", due_on=None), SPRING).days_late(date(2030, 1, 1)) == 0
