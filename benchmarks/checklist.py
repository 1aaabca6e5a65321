"""What a very long checklist costs: dates, what waits for what, the critical path; beside a plain way of doing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.one_line import say
from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.deadlines import due_day, due_days
from facilitation.planning.event_move import task_moves, tasks_after_move
from facilitation.planning.task_network import TaskNetwork, task_network
from facilitation.planning.working_days import is_working_day

TASKS = 2000
RUNS, PLAIN_RUNS = 15, 3
TODAY = date(2027, 1, 11)
ONE_DAY = timedelta(days=1)
TARGETS = {"dates_and_path_ms": 100.0, "after_a_move_ms": 100.0}


def main() -> None:
    """Measure each part and print the line."""
    event, tasks = large_checklist()
    figures, naive = dates_and_path(event, tasks)
    say("checklist", figures=figures, targets=TARGETS, tasks=TASKS, runs=RUNS, naive=naive)


def dates_and_path(event: Event, tasks: tuple[Task, ...]) -> tuple[dict[str, float], dict[str, Any]]:
    """Milliseconds for all dates, for everything, and for everything again after a move; and the plain way."""
    moved = replace(event, starts_on=event.starts_on + timedelta(days=24))
    network = task_network(tasks, event, TODAY)
    plain_days, plain_ends = plain_network(event, tasks)
    assert dict(due_days(tasks, event)) == plain_days, "the plain way must find the same days"
    assert ends(network) == plain_ends, "the plain way must find the same earliest days"
    plain = milliseconds(lambda: plain_network(event, tasks), runs=PLAIN_RUNS)
    figures = {
        "dates_ms": milliseconds(lambda: due_days(tasks, event)),
        "dates_and_path_ms": milliseconds(lambda: task_network(tasks, event, TODAY)),
        "moves_ms": milliseconds(lambda: task_moves(tasks, event, moved)),
        "after_a_move_ms": milliseconds(lambda: task_network(tasks_after_move(tasks, event), moved, TODAY)),
        "critical_days": float(network.critical_days),
    }
    naive = {
        "what": "dates counted day by day along each chain; all tasks gone through until no earliest day changes",
        "ms": plain,
        "times_slower": round(plain / figures["dates_and_path_ms"], 1),
    }
    return figures, naive


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of some work."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return round(1000 * median(taken), 2)


def ends(network: TaskNetwork) -> dict[str, date]:
    """The earliest day of every open task."""
    return {task_id: times.earliest_on for task_id, times in network.times.items()}


def large_checklist() -> tuple[Event, tuple[Task, ...]]:
    """Tasks over a year and a half in no order: a third counts from another one, most wait for one to three others."""
    chance = Random(20270517)
    event = Event(
        id="large",
        instrument="national-conference",
        title=Text(sq="Konferenca më e madhe", en="The largest conference"),
        starts_on=date(2028, 5, 15),
        day_count=3,
    )
    tasks = [_task(number, chance) for number in range(TASKS)]
    chance.shuffle(tasks)
    return event, tuple(tasks)


def _task(number: int, chance: Random) -> Task:
    """The task of a number; it names only tasks of smaller numbers."""
    nearest = range(max(0, number - 60), number)
    before = chance.sample(nearest, min(len(nearest), chance.randint(0, 3)))
    counts_from_other = bool(before) and number % 3 == 0
    is_done = number < TASKS // 20
    return Task(
        id=f"task-{number}",
        event_id="large",
        title=Text(sq=f"Detyra {number}", en=f"Task {number}"),
        offset_days=chance.randint(0, 4) if counts_from_other else -1 - chance.randint(0, 420),
        counted_from=CountedFrom.TASK if counts_from_other else CountedFrom.EVENT,
        counted_from_id=f"task-{before[0]}" if counts_from_other else "",
        is_working_days=number % 4 == 0,
        status=TaskStatus.DONE if is_done else TaskStatus.PLANNED,
        work_days=chance.randint(1, 5),
        waits_for=tuple(Dependency(f"task-{other}", chance.randint(0, 2)) for other in before),
        position=number,
    )


def plain_network(event: Event, tasks: tuple[Task, ...]) -> tuple[dict[str, date | None], dict[str, date]]:
    """Due days and earliest days of open tasks, each worked out as one would by hand."""
    known = {task.id: task for task in tasks}
    return {task.id: _plain_due(task, known, event) for task in tasks}, _plain_ends(event, tasks)


def _plain_due(task: Task, known: dict[str, Task], event: Event) -> date | None:
    """The day along the chain of tasks it counts from, nothing remembered."""
    if task.counted_from is not CountedFrom.TASK:
        return (
            due_day(replace(task, is_working_days=False), event)
            if not task.is_working_days
            else _stepped(event.starts_on, task.offset_days or 0, event.country)
        )
    anchor = _plain_due(known[task.counted_from_id], known, event)
    assert anchor is not None
    if task.is_working_days or not task.offset_days:
        return _stepped(anchor, task.offset_days or 0, event.country)
    day = anchor + timedelta(days=task.offset_days)
    while not is_working_day(day, event.country):
        day += ONE_DAY
    return day


def _stepped(day: date, working_days: int, country: str) -> date:
    """So many working days later or earlier, day by day."""
    step = ONE_DAY if working_days > 0 else -ONE_DAY
    left = abs(working_days)
    while left:
        day += step
        left -= is_working_day(day, country)
    return day


def _plain_ends(event: Event, tasks: tuple[Task, ...]) -> dict[str, date]:
    """Go through all tasks until no earliest day changes any more."""
    still_open = [task for task in tasks if task.status is not TaskStatus.DONE]
    found: dict[str, date] = {task.id: _stepped(TODAY - ONE_DAY, task.work_days, event.country) for task in still_open}
    has_changed = True
    while has_changed:
        has_changed = False
        for task in still_open:
            for link in task.waits_for:
                if link.task_id in found:
                    end = _stepped(found[link.task_id], link.lag_days + task.work_days, event.country)
                    if end > found[task.id]:
                        found[task.id], has_changed = end, True
    return found


if __name__ == "__main__":
    main()
