"""What somebody changed in a checklist that was sent out: changed, new and removed tasks, and what clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task as its row shows it: texts by field. ``number`` is its row in the file (0 = it stands in none).

    ``id`` is "" where the row has none; ``version`` that of the task when it was sent (``None`` = not known).
    """

    id: str
    cells: Mapping[str, str]
    number: int = 0
    version: int | None = None

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.cells.get("title", "")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field that has another value in the file. ``sent`` = what was sent out (``None`` = not known)."""

    field: str
    sent: str | None
    file: str
    here: str

    @property
    def is_conflict(self) -> bool:
        """Whether the same field was changed here meanwhile, or may have been."""
        return self.sent != self.here


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task with the fields that were changed in the file."""

    here: ListedTask
    file: ListedTask
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class ChecklistDifference:
    """Everything that taking the file back could change. ``same`` counts the rows that change nothing.

    ``removed`` are tasks whose rows were deleted in the file, ``gone`` rows that were changed in the file while their
    task was removed here.
    """

    changed: tuple[TaskChange, ...] = ()
    new: tuple[ListedTask, ...] = ()
    removed: tuple[ListedTask, ...] = ()
    gone: tuple[ListedTask, ...] = ()
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to decide."""
        return not (self.changed or self.new or self.removed or self.gone)


@dataclass(slots=True)
class _Found:
    """What was found so far, in the order of the file."""

    changed: list[TaskChange] = field(default_factory=list)
    new: list[ListedTask] = field(default_factory=list)
    gone: list[ListedTask] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    same: int = 0


def checklist_difference(
    file: Sequence[ListedTask], sent: Iterable[ListedTask] | None, here: Iterable[ListedTask], fields: Iterable[str]
) -> ChecklistDifference:
    """What taking ``file`` back would change ``here``, looking only at ``fields``.

    A row is known by its id, else by its title; where it stands does not matter. ``sent`` are the rows as they were
    sent out; without them (``None``) a task whose version is still the same was not changed here.
    """
    known = {task.id: task for task in here}
    before = {task.id: task for task in sent or ()}
    wanted, found = tuple(fields), _Found()
    for row, task_id in zip(file, _matches(file, before, known), strict=True):
        found.seen.add(task_id)
        if task_id in known:
            _compare(row, known[task_id], before.get(task_id), wanted, found)
        elif task_id:
            _missing(row, before[task_id], wanted, found)
        else:
            found.new.append(row)
    lost = before if sent is not None else known
    removed = tuple(task for task in known.values() if task.id in lost and task.id not in found.seen)
    return ChecklistDifference(tuple(found.changed), tuple(found.new), removed, tuple(found.gone), found.same)


def _compare(row: ListedTask, here: ListedTask, sent: ListedTask | None, fields: Iterable[str], found: _Found) -> None:
    """Add what was changed in a row whose task exists."""
    is_known = sent is not None or row.version in (None, here.version)
    base = sent or here
    cells = tuple(
        CellChange(name, base.cells.get(name, "") if is_known else None, file, now)
        for name in fields
        for file, now in [(row.cells.get(name, ""), here.cells.get(name, ""))]
        if file != now and (not is_known or file != base.cells.get(name, ""))
    )
    if cells:
        found.changed.append(TaskChange(here, row, cells))
    else:
        found.same += 1


def _missing(row: ListedTask, sent: ListedTask, fields: Iterable[str], found: _Found) -> None:
    """A row whose task was removed here: worth a word only where the file changed it."""
    if any(row.cells.get(name, "") != sent.cells.get(name, "") for name in fields):
        found.gone.append(row)
    else:
        found.same += 1


def _matches(
    file: Sequence[ListedTask], sent: Mapping[str, ListedTask], here: Mapping[str, ListedTask]
) -> tuple[str, ...]:
    """For each row the id of its task; "" = a new one. A copied row carries its id along, so only one may keep it."""
    known = {**sent, **here}
    keepers: dict[str, int] = {}
    for place, row in enumerate(file):
        if row.id in known and (row.id not in keepers or _is_original(row, file[keepers[row.id]], known[row.id])):
            keepers[row.id] = place
    found = {place: task_id for task_id, place in keepers.items()}
    titles = _unique_titles(task for task in here.values() if task.id not in keepers)
    for place, row in enumerate(file):
        if place not in found and row.id not in known and (by_title := titles.pop(_plain(row.title), "")):
            found[place] = by_title
    return tuple(found.get(place, "") for place in range(len(file)))


def _is_original(row: ListedTask, other: ListedTask, known: ListedTask) -> bool:
    """Whether a row with the same id looks more like the task than the one before."""
    return row.title == known.title != other.title


def _unique_titles(tasks: Iterable[ListedTask]) -> dict[str, str]:
    rows = [(_plain(task.title), task.id) for task in tasks]
    counts = Counter(title for title, _id in rows)
    return {title: task_id for title, task_id in rows if title and counts[title] == 1}


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
