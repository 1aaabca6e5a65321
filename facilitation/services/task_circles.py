"""A task is not saved that would make tasks wait for, or count from, one another in a circle."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.task import Task
from facilitation.errors import InvalidInput, mark
from facilitation.planning.task_circles import chain_text, counting_circle, waiting_circle

WAITING = mark("Tasks cannot wait for one another in a circle: {chain}. Leave out one of these links.")
COUNTING = mark(
    "Days cannot count from one another in a circle: {chain}. Let one of these tasks count from the event, or give it "
    "a fixed day."
)


def refuse_circles(tasks: Iterable[Task], before: Task, after: Task) -> None:
    """Refuse ``after`` in the place of ``before`` where it closes a circle among ``tasks``; both kinds are named."""
    listed = tuple(after if task.id == after.id else task for task in tasks)
    if after.waits_for != before.waits_for and (circle := waiting_circle(listed)):
        raise InvalidInput(WAITING, chain=chain_text((*circle, circle[0])))
    if (after.counted_from, after.counted_from_id) == (before.counted_from, before.counted_from_id):
        return
    if circle := counting_circle(listed):
        raise InvalidInput(COUNTING, chain=chain_text((*circle, circle[0])))


def refuse_any_circle(tasks: Iterable[Task]) -> None:
    """InvalidInput that names the tasks of the first circle there is."""
    known = tuple(tasks)
    for circle, template in ((waiting_circle(known), WAITING), (counting_circle(known), COUNTING)):
        if circle:
            raise InvalidInput(template, chain=chain_text((*circle, circle[0])))
