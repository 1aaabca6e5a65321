"""The day an event could be at the earliest, with what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.planning.deadlines import counts_from_task, due_days
from facilitation.planning.task_network import TaskNetwork
from facilitation.planning.task_work import FROM_EVENT
from facilitation.planning.working_days import days_later, working_day_from

FURTHEST = 3650
"""Moving an event further than ten years is no way to save a task."""


@dataclass(frozen=True, slots=True)
class EarliestEvent:
    """Looks for the first day on which an event leaves its open tasks the time they need."""

    event: Event
    network: TaskNetwork

    def day_for(self, tasks: Iterable[Task]) -> date | None:
        """The first working day an event could be on so that these late tasks are in time.

        ``None`` where none of them would be helped: they are pinned, or count from something that does not move.
        """
        days = 0
        for task in tasks:
            days = max(days, self._needed(task, days))
        if not days:
            return None
        return working_day_from(days_later(self.event.starts_on, days), self.event.country, is_forwards=True)

    def _needed(self, task: Task, least: int) -> int:
        """By how many days the event must move, at least ``least``; 0 where moving does not help."""
        anchors = self._anchors(task)
        earliest_on = self.network.times[task.id].earliest_on
        if anchors is None:
            return 0

        def is_enough(days: int) -> bool:
            moved = replace(self.event, starts_on=days_later(self.event.starts_on, days))
            due_on = due_days(anchors, moved)[task.id]
            return due_on is not None and due_on >= earliest_on

        return least if least and is_enough(least) else _first(is_enough, least)

    def _anchors(self, task: Task) -> list[Task] | None:
        """The task and those it counts from down to the event; ``None`` where its day does not follow the event's."""
        path = [task]
        while counts_from_task(path[-1]) and path[-1].status is not TaskStatus.DONE:
            anchor = self.network.tasks.get(path[-1].counted_from_id)
            if anchor is None or anchor in path:
                return None
            path.append(anchor)
        last = path[-1]
        is_fixed = last.pinned_on is not None or last.status is TaskStatus.DONE or last.counted_from not in FROM_EVENT
        begins_after_event = self._follows_event(self.network.chain(task.id)[0])
        return None if is_fixed or begins_after_event else path

    def _follows_event(self, first: Task) -> bool:
        """Whether a chain begins with something that follows the event: it would move along and gain nothing."""
        is_counted = first.pinned_on is None and first.offset_days is not None and first.counted_from in FROM_EVENT
        return is_counted and (first.offset_days or 0) >= 0


def _first(is_enough: Callable[[int], bool], least: int) -> int:
    """The smallest number of days above ``least`` that is enough; 0 if none is."""
    low, high = least, least + 1
    while not is_enough(high):
        low, high = high, high + 2 * (high - least)
        if high > FURTHEST:
            return 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high
