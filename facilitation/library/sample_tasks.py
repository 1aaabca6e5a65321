"""From the tasks file of a sample to its checklist: the instrument's tasks and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.domain.task import Task
from facilitation.library.file_format import text_of
from facilitation.library.sample_format import ExtraTaskFile, ProgressFile, SampleTasksFile, said
from facilitation.planning.deadlines import due_days
from facilitation.planning.working_days import is_working_day


@dataclass(frozen=True, slots=True)
class Checklist:
    """What the progress of a task is worked out from."""

    event: Event
    people: Mapping[str, Participation]
    language: str
    today: date

    def after(self, task: Task, progress: ProgressFile | None, due_on: date | None) -> Task:
        """The task as far as it got; untouched where the file says nothing."""
        if progress is None:
            return task
        return replace(
            task,
            status=progress.reached,
            note=said(progress.note, self.language),
            done_on=self._done_on(due_on, progress.early),
        )

    def _done_on(self, due_on: date | None, early: int | None) -> date | None:
        """So many days before the due day, never in the future, on a working day unless it was done on the due day."""
        if early is None or due_on is None:
            return None
        done_on = min(due_on - timedelta(days=early), self.today)
        while done_on != due_on and not is_working_day(done_on, self.event.country):
            done_on -= timedelta(days=1)
        return done_on


def tasks_of(
    file: SampleTasksFile, proposed: tuple[Task, ...], checklist: Checklist, new_id: Callable[[], str]
) -> tuple[Task, ...]:
    """The extra tasks and those of the instrument by day, with owners, status and days."""
    extra = [(_extra_task(entry, checklist.event.id, new_id()), entry) for entry in file.extra]
    known = [(task, progress) for task, progress in _with_changes(file, proposed)]
    days = due_days([task for task, _ in (*extra, *known)], checklist.event)
    reached = [checklist.after(task, progress, days[task.id]) for task, progress in (*extra, *known)]
    owners = {entry.role: checklist.people[entry.person].person.name for entry in file.owners}
    reached.sort(key=lambda task: days[task.id] or date.max)
    return tuple(
        replace(task, owner=owners.get(task.owner_role.en, ""), position=position)
        for position, task in enumerate(reached)
    )


def _with_changes(file: SampleTasksFile, proposed: tuple[Task, ...]) -> Iterator[tuple[Task, ProgressFile | None]]:
    """Each proposed task with its change; changes of the same day are taken one after the other."""
    left = list(file.changes)
    for task in proposed:
        change = next((entry for entry in left if entry.day == task.offset_days), None)
        if change:
            left.remove(change)
        yield task, change


def _extra_task(file: ExtraTaskFile, event_id: str, task_id: str) -> Task:
    return Task(
        id=task_id,
        event_id=event_id,
        title=file.title.text(),
        offset_days=file.day,
        owner_role=text_of(file.owner),
        benchmark=text_of(file.benchmark),
        rule=file.rule,
        minimum_days=file.minimum_days,
        is_from_seed=file.is_from_seed,
    )
