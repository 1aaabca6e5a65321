"""Giving the tasks of a checklist to people: by role, one by one, and from one person to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.progress import known_names, same_name
from facilitation.planning.role_owners import (
    HandOver,
    RoleOwner,
    chosen_tasks,
    given_to,
    handed_over,
    role_owners,
    with_role_deputy,
    with_role_owner,
)
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

Change = Callable[[tuple[Task, ...]], Iterable[Task]]


@dataclass(frozen=True, slots=True)
class TaskOwners:
    """What people do with the owners of tasks; each verb is one stroke for the undo and answers how many changed."""

    desk: Desk

    def names(self, event_id: str) -> tuple[str, ...]:
        """Everybody a task of the event can be given to."""
        with self.desk.reading() as work:
            return known_names(work.tasks.list_for(event_id), work.participations.list_for(event_id))

    def give_role(self, event_id: str, role: Text, owner: str) -> int:
        """Let a person or office take the open tasks of a role; those given to others by hand stay."""
        return self._change(event_id, "give_role", lambda tasks: with_role_owner(_role(tasks, role), _tidy(owner)))

    def give_role_deputy(self, event_id: str, role: Text, deputy: str) -> int:
        """Let somebody stand in for the open tasks of a role; deputies chosen by hand stay."""
        return self._change(event_id, "give_role", lambda tasks: with_role_deputy(_role(tasks, role), _tidy(deputy)))

    def give(self, event_id: str, task_ids: Collection[str], owner: str) -> int:
        """Give open tasks to one person, whoever had them before."""
        return self._change(event_id, "give_tasks", lambda tasks: given_to(chosen_tasks(tasks, task_ids), _tidy(owner)))

    def hand_over(self, event_id: str, wanted: HandOver) -> int:
        """Let another person take the place of the giver in open tasks, as owner or as deputy."""
        if not wanted.taker.strip():
            raise InvalidInput(mark("Nobody takes the tasks over yet. Choose or type who does."))
        if same_name(wanted.giver, wanted.taker):
            raise InvalidInput(
                mark("{name} has these tasks already. Choose somebody else to take them over."), name=wanted.taker
            )
        tidy = replace(wanted, taker=_tidy(wanted.taker))
        return self._change(event_id, "hand_over", lambda tasks: handed_over(tasks, tidy))

    def _change(self, event_id: str, verb: str, change: Change) -> int:
        with self.desk.work() as work:
            before = {task.id: task for task in work.tasks.list_for(event_id)}
            changed = tuple(change(tuple(before.values())))
            for task in changed:
                self._save(work, verb, before[task.id], task)
            work.commit()
        return len(changed)

    def _save(self, work: UnitOfWork, verb: str, before: Task, after: Task) -> None:
        saved = work.tasks.save(after)
        self.desk.note_change(work, verb, after.event_id, before=before, after=saved)


def _role(tasks: tuple[Task, ...], role: Text) -> RoleOwner:
    found = next((row for row in role_owners(tasks) if row.role == role), None)
    if found is None:
        raise NotFound(mark("No task has this role any more. Choose another one from the list."))
    return found


def _tidy(name: str) -> str:
    return " ".join(name.split())
