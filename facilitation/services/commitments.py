"""Promises of a series: what is still open, and keeping them where their tasks are finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.commitments import EventPromises, OpenCommitment, open_commitments
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork


def promises(work: UnitOfWork, events: Iterable[Event]) -> tuple[OpenCommitment, ...]:
    """What is still open over these events."""
    return open_commitments(
        EventPromises(event, work.notes.list_for(event.id), work.tasks.list_for(event.id)) for event in events
    )


def keep_commitment(desk: Desk, work: UnitOfWork, before: Task, after: Task) -> None:
    """Write a task that was finished or opened again back to the commitment it carries; other tasks have none.

    It belongs to the same stroke as the change of the task, so that one undo takes both back.
    """
    if after.from_note_id and before.done_on != after.done_on:
        _Promise(desk, work, "edit_task", after.event_id).settle(after.from_note_id, after.done_on)


@dataclass(frozen=True, slots=True)
class _Promise:
    """One promise that is kept or opened again: its note, and every task of any event that carries it.

    ``event_id`` is the event whose history tells of it.
    """

    desk: Desk
    work: UnitOfWork
    verb: str
    event_id: str

    def settle(self, note_id: str, done_on: date | None) -> None:
        self._note(note_id, done_on)
        for task in self.work.tasks.carrying(note_id):
            if (task.status is TaskStatus.DONE) != (done_on is not None):
                self._task(task, done_on)

    def _note(self, note_id: str, done_on: date | None) -> None:
        """A commitment whose event is gone is passed over."""
        try:
            note = self.work.notes.get(note_id)
        except NotFound:
            return
        if note.done_on != done_on:
            saved = self.work.notes.save(replace(note, done_on=done_on))
            self._tell(note, saved)

    def _task(self, task: Task, done_on: date | None) -> None:
        status = TaskStatus.DONE if done_on else TaskStatus.PLANNED
        self._tell(task, self.work.tasks.save(replace(task, status=status, done_on=done_on)))

    def _tell(self, before: object, after: object) -> None:
        self.desk.note_change(self.work, self.verb, self.event_id, before=before, after=after)


@dataclass(frozen=True, slots=True)
class Commitments:
    """What people do with promises outside the checklists."""

    desk: Desk

    def set_done(self, commitment: OpenCommitment, done_on: date | None) -> None:
        """Say that a promise was kept on a day (``None`` = it is open again), in its note and in its tasks."""
        if done_on and done_on > self.desk.today():
            raise InvalidInput(mark("A commitment cannot be kept on a day that has not come yet. Choose another day."))
        with self.desk.work() as work:
            work.events.get(commitment.event.id)
            _Promise(self.desk, work, "keep_commitment", commitment.event.id).settle(commitment.note_id, done_on)
            work.commit()
