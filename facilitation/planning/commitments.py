"""What was promised in the events of a series and is still open.

A commitment is a note; the task that carries it into a later event names it. Both are one promise: who finishes the
task keeps the commitment. That a promise has an owner and a day follows the domain notes (9, rule 6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.task import Task, TaskStatus


@dataclass(frozen=True, slots=True)
class EventPromises:
    """One event with what may hold promises: its notes and its tasks."""

    event: Event
    notes: tuple[Note, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class OpenCommitment:
    """A promise not yet kept. ``event`` is where it was made, or the earliest one that still knows of it.

    ``note_id`` names the note; ``task_id`` the newest task that carries it ("" = none). Owner and day are those of that
    task where there is one, because they may have been changed there.
    """

    note_id: str
    text: str
    owner: str
    due_on: date | None
    event: Event
    task_id: str = ""

    def days_late(self, today: date) -> int:
        """Days since it was due; 0 while there is time, or where no day was named."""
        return max(0, (today - self.due_on).days) if self.due_on else 0


def open_commitments(events: Iterable[EventPromises]) -> tuple[OpenCommitment, ...]:
    """Every open promise once, the first due first; undated ones last."""
    known = sorted(events, key=lambda entry: entry.event.starts_on)
    carried = {
        task.from_note_id: (entry.event, task)
        for entry in known
        for task in entry.tasks
        if task.from_note_id and task.status is not TaskStatus.DONE
    }
    kept_or_open = {note.id for entry in known for note in entry.notes}
    found = [
        _of_note(note, entry.event, carried.get(note.id))
        for entry in known
        for note in entry.notes
        if note.kind is NoteKind.COMMITMENT and note.done_on is None
    ]
    found += [_of_task(event, task) for key, (event, task) in carried.items() if key not in kept_or_open]
    return tuple(sorted(found, key=lambda each: (each.due_on or date.max, each.event.starts_on)))


def _of_note(note: Note, event: Event, carried: tuple[Event, Task] | None) -> OpenCommitment:
    if carried is None:
        return OpenCommitment(note.id, note.text, note.owner, note.due_on, event)
    _, task = carried
    return OpenCommitment(
        note.id, note.text, task.owner or note.owner, task.pinned_on or note.due_on, event, task_id=task.id
    )


def _of_task(event: Event, task: Task) -> OpenCommitment:
    """A carried task whose note is gone with its event."""
    return OpenCommitment(task.from_note_id, str(task.title), task.owner, task.pinned_on, event, task_id=task.id)
