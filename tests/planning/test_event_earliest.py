"""The day an event could be at the earliest, beside trying one day after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.planning.deadlines import due_days
from facilitation.planning.event_earliest import EarliestEvent
from facilitation.planning.task_network import task_network
from facilitation.planning.working_days import is_working_day
from tests.builders import a_task, an_event

TODAY = date(2027, 3, 1)
SOON = an_event(starts_on=date(2027, 3, 8))


def earliest(*tasks: Task, event: Event = SOON) -> date | None:
    network = task_network(tasks, event, TODAY)
    return EarliestEvent(event, network).day_for(network.too_late())


def test_nothing_too_late_asks_for_no_other_day() -> None:
    assert earliest(a_task(offset_days=-1)) is None


def test_moving_does_not_help_what_stays_or_follows_the_event() -> None:
    pinned = a_task("pinned", pinned_on=date(2027, 3, 2), work_days=9)
    anchor = a_task("anchor", status=TaskStatus.DONE, pinned_on=date(2027, 3, 1))
    from_done = a_task("from-done", offset_days=1, counted_from=CountedFrom.TASK, counted_from_id="anchor", work_days=9)

    assert earliest(pinned, anchor, from_done) is None


def test_the_task_that_needs_most_decides() -> None:
    # Nine working days from Monday 1 March, without Bajram on the 9th, end on Friday 12; five days later: the 17th.
    assert earliest(a_task("a", offset_days=-5, work_days=9), a_task("b", offset_days=-1, work_days=6)) == date(
        2027, 3, 17
    )


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(-30, -1), st.integers(1, 40), st.booleans()), min_size=1, max_size=6))
def test_it_is_the_first_working_day_that_is_enough(rows: list[tuple[int, int, bool]]) -> None:
    tasks = tuple(
        a_task(
            str(n),
            offset_days=offset,
            work_days=work_days,
            is_working_days=is_working,
            counted_from=CountedFrom.TASK if n % 3 == 2 else CountedFrom.FIRST_DAY,
            counted_from_id=str(n - 1),
        )
        for n, (offset, work_days, is_working) in enumerate(rows)
    )
    needed = {task_id: times.earliest_on for task_id, times in task_network(tasks, SOON, TODAY).times.items()}

    def is_enough(day: date) -> bool:
        due = due_days(tasks, replace(SOON, starts_on=day))
        return all((due[task_id] or date.min) >= finished for task_id, finished in needed.items())

    days = (SOON.starts_on + timedelta(days=n) for n in range(400))
    expected = next(day for day in days if is_enough(day) and (day == SOON.starts_on or is_working_day(day, "AL")))

    assert (earliest(*tasks) or SOON.starts_on) == expected
