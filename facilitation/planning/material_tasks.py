"""The list of materials as tasks: one to buy, one to print and one to bring, each with its things as points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.task import Task, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.checklist_merge import folded
from facilitation.planning.material_words import Supply, supply_of
from facilitation.planning.materials import MaterialNeed

DAYS = {Supply.BUY: -14, Supply.PRINT: -7, Supply.BRING: -1}
"""Days from the event; ours. What is bought may have to be ordered, and print may have to be done again."""
TITLES = {
    Supply.BUY: Text(en="Buy the materials of the guide", sq="Blini materialet e udhëzuesit"),
    Supply.PRINT: Text(en="Print the materials of the guide", sq="Printoni materialet e udhëzuesit"),
    Supply.BRING: Text(en="Bring the tools of the guide to the hall", sq="Sillni në sallë mjetet e udhëzuesit"),
}
OWNER = Text(en="Logistics", sq="Logjistika")
BENCHMARK = Text(en="Every point ticked", sq="Çdo pikë e shënuar")
SIGN = "material-"
"""How the id of a point begins that stands for a thing of the guide."""


@dataclass(frozen=True, slots=True)
class MaterialTasks:
    """New tasks, and known ones before and after."""

    added: tuple[Task, ...]
    changed: tuple[tuple[Task, Task], ...]


def by_supply(needs: Iterable[MaterialNeed]) -> Mapping[Supply, tuple[MaterialNeed, ...]]:
    """What is to be bought, printed and brought; nothing for an empty part."""
    parts: dict[Supply, list[MaterialNeed]] = {supply: [] for supply in Supply}
    for need in needs:
        if need.quantity:
            parts[supply_of(need.name, used_up=need.is_used_up)].append(need)
    return {supply: tuple(part) for supply, part in parts.items() if part}


def material_tasks(
    tasks: Sequence[Task], needs: Iterable[MaterialNeed], language: str, *, event_id: str, new_id: Callable[[], str]
) -> MaterialTasks:
    """The tasks that bring all things to the event; ``language`` is that of the points.

    Nothing is made twice: a task of the same title gets the things it lacks, and new numbers where they changed. What
    the guide does not need any more goes, unless it is done; points and ticks of people stay.
    """
    added: list[Task] = []
    changed: list[tuple[Task, Task]] = []
    parts = by_supply(needs)
    for supply in Supply:
        known, wanted = _task_of(tasks, supply), _points(parts.get(supply, ()), language)
        if known is None and wanted:
            added.append(_new(supply, event_id, new_id(), wanted))
        elif known is not None and (after := _with_points(known, wanted)) != known:
            changed.append((known, after))
    return MaterialTasks(tuple(added), tuple(changed))


def _task_of(tasks: Iterable[Task], supply: Supply) -> Task | None:
    """The task made before: by its points, else by its title in either language."""
    names = {folded(TITLES[supply].sq), folded(TITLES[supply].en)}
    prefix = f"{SIGN}{supply.value}-"
    known = list(tasks)
    by_point = (task for task in known if any(point.id.startswith(prefix) for point in task.points))
    by_title = (task for task in known if {folded(task.title.sq), folded(task.title.en)} & names)
    return next(by_point, next(by_title, None))


def _new(supply: Supply, event_id: str, task_id: str, points: tuple[TaskPoint, ...]) -> Task:
    return Task(task_id, event_id, TITLES[supply], DAYS[supply], owner_role=OWNER, benchmark=BENCHMARK, points=points)


def _points(needs: Iterable[MaterialNeed], language: str) -> tuple[TaskPoint, ...]:
    return tuple(TaskPoint(_point_id(need), f"{need.quantity} × {need.name.said_in(language)}") for need in needs)


def _point_id(need: MaterialNeed) -> str:
    supply = supply_of(need.name, used_up=need.is_used_up)
    return f"{SIGN}{supply.value}-{folded(need.name.sq)}|{folded(need.name.en)}"


def _with_points(task: Task, wanted: tuple[TaskPoint, ...]) -> Task:
    """The points of people, then those of the guide; one whose number changed is open again, and its task too."""
    known = {point.id: point for point in task.points}
    wanted_ids = {point.id for point in wanted}
    stays = [point for point in task.points if not point.id.startswith(SIGN) or point.is_done]
    kept = [point for point in stays if point.id not in wanted_ids]
    points = (*kept, *(_still(known.get(point.id), point) for point in wanted))
    is_open_again = task.status is TaskStatus.DONE and any(not point.is_done for point in points)
    status = TaskStatus.IN_PROGRESS if is_open_again else task.status
    return replace(task, points=points, status=status, done_on=None if is_open_again else task.done_on)


def _still(known: TaskPoint | None, wanted: TaskPoint) -> TaskPoint:
    """The point as it was, tick and all, where the number is the same (its words may be in the other language)."""
    return known if known is not None and known.text.split(" ")[0] == wanted.text.split(" ")[0] else wanted
