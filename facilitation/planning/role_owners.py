"""Who takes over the tasks of a role of the checklist, and how tasks change hands.

Which person a role has is not stored: it is what most of its open tasks say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.progress import is_mine, name_key, same_name


@dataclass(frozen=True, slots=True)
class RoleOwner:
    """One role with its open tasks. ``owner`` and ``deputy`` are those of more than half of them ("" = nobody).

    ``given`` are the tasks that somebody else was given by hand; ``count`` counts the done ones too.
    """

    role: Text
    owner: str
    deputy: str
    count: int
    open: tuple[Task, ...]

    @property
    def given(self) -> tuple[Task, ...]:
        """Open tasks with an owner of their own."""
        return tuple(task for task in self.open if task.owner.strip() and not same_name(task.owner, self.owner))

    @property
    def following(self) -> tuple[Task, ...]:
        """Open tasks that go with the role: those of its person and those of nobody."""
        return tuple(task for task in self.open if not task.owner.strip() or same_name(task.owner, self.owner))


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who hands what over to whom. ``taker`` "" = not known yet; ``task_ids`` None = all open tasks of the giver."""

    giver: str
    taker: str = ""
    task_ids: Collection[str] | None = None


def role_owners(tasks: Iterable[Task]) -> tuple[RoleOwner, ...]:
    """The roles of a checklist in the order in which they first appear; tasks without a role have none."""
    groups: dict[Text, list[Task]] = {}
    for task in tasks:
        if task.owner_role:
            groups.setdefault(task.owner_role, []).append(task)
    return tuple(_role_owner(role, group) for role, group in groups.items())


def _role_owner(role: Text, tasks: Sequence[Task]) -> RoleOwner:
    still_open = tuple(task for task in tasks if task.status is not TaskStatus.DONE)
    owner = _of_most([task.owner for task in still_open])
    return RoleOwner(role, owner, _of_most([task.deputy for task in still_open]), len(tasks), still_open)


def _of_most(names: Sequence[str]) -> str:
    """The name that stands more often than all others and "nobody" together; "" where none does."""
    keys = Counter(name_key(name) for name in names)
    key, count = max(keys.items(), key=lambda entry: entry[1], default=("", 0))
    return next(name for name in names if name_key(name) == key).strip() if key and 2 * count > len(names) else ""


def with_role_owner(role: RoleOwner, owner: str) -> tuple[Task, ...]:
    """The tasks that change when a role gets a person ("" = nobody): what was given by hand stays."""
    return _changed(role.following, owner=owner)


def with_role_deputy(role: RoleOwner, deputy: str) -> tuple[Task, ...]:
    """The tasks that change when a role gets a deputy; a deputy chosen by hand and one's own tasks stay."""
    free = [task for task in role.open if not task.deputy.strip() or same_name(task.deputy, role.deputy)]
    return _changed([task for task in free if not deputy or not same_name(task.owner, deputy)], deputy=deputy)


def given_to(tasks: Iterable[Task], owner: str) -> tuple[Task, ...]:
    """The tasks that change when they are all given to one person; nobody stands in for themselves."""
    return _changed(tasks, owner=owner)


def handed_over(tasks: Iterable[Task], wanted: HandOver) -> tuple[Task, ...]:
    """The open tasks as they are after the giver gave up their part in them, as owner or as deputy."""
    theirs = open_tasks_of(tasks, wanted.giver)
    chosen = [task for task in theirs if wanted.task_ids is None or task.id in wanted.task_ids]
    return tuple(_handed_over(task, wanted.giver, wanted.taker) for task in chosen)


def open_tasks_of(tasks: Iterable[Task], name: str) -> tuple[Task, ...]:
    """The open tasks a person owns or stands in for."""
    return tuple(task for task in tasks if task.status is not TaskStatus.DONE and is_mine(task, name))


def chosen_tasks(tasks: Iterable[Task], ids: Collection[str]) -> tuple[Task, ...]:
    """The open ones of some tasks."""
    return tuple(task for task in tasks if task.id in ids and task.status is not TaskStatus.DONE)


def _handed_over(task: Task, giver: str, taker: str) -> Task:
    owner = taker if same_name(task.owner, giver) else task.owner
    deputy = taker if same_name(task.deputy, giver) else task.deputy
    return replace(task, owner=owner, deputy="" if same_name(owner, deputy) else deputy)


def _changed(tasks: Iterable[Task], **fields: str) -> tuple[Task, ...]:
    found = []
    for task in tasks:
        after = replace(task, **fields)  # type: ignore[arg-type]
        if after.owner and same_name(after.owner, after.deputy):
            after = replace(after, deputy="")
        if after != task:
            found.append(after)
    return tuple(found)
