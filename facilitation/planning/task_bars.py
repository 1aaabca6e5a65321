"""How long a task takes on the calendar: its working days up to the day it is due."""

from __future__ import annotations

from datetime import date, timedelta

from facilitation.domain.task import Task
from facilitation.planning.working_days import is_working_day

ONE_DAY = timedelta(days=1)
LONGEST = 400
"""Working days; what is longer is drawn so long."""


def work_begins(task: Task, due_on: date, country: str) -> date:
    """The first day of the work: the due day is its last one, and only working days count."""
    day, left = due_on, min(max(task.work_days, 1), LONGEST) - 1
    while left:
        day -= ONE_DAY
        left -= is_working_day(day, country)
    return day
