"""Earliest and latest days, slack and the critical path, beside networkx on graphs of chance."""

from __future__ import annotations

from datetime import date, timedelta

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.planning.task_network import TaskNetwork, TaskTimes, task_network
from facilitation.planning.working_days import is_working_day
from tests.builders import a_task, an_event

MONDAY = date(2027, 5, 31)  # two weeks before the event; no holiday in Albania until it is over


def after(*waits_for: str, lag: int = 0) -> tuple[Dependency, ...]:
    return tuple(Dependency(task_id, lag) for task_id in waits_for)


def network(*tasks: Task, today: date = MONDAY) -> TaskNetwork:
    return task_network(tasks, an_event(starts_on=date(2027, 6, 14)), today)


def test_a_task_begins_the_working_day_after_the_one_it_waits_for() -> None:
    draft = a_task("draft", offset_days=-7, work_days=3)  # by Monday 7 June
    invite = a_task("invite", offset_days=-3, work_days=2, waits_for=after("draft", lag=1))  # by Friday 11 June

    found = network(draft, invite)

    assert found.times == {
        # Monday to Wednesday; a pause on Thursday; Friday and Monday.
        "draft": TaskTimes(date(2027, 6, 2), date(2027, 6, 7), date(2027, 6, 3), slack=3),
        "invite": TaskTimes(date(2027, 6, 7), date(2027, 6, 11), date(2027, 6, 10), slack=4, held_by="draft"),
    }
    assert (found.critical, found.critical_days) == ((draft, invite), 6)
    assert found.too_late() == ()


def test_what_waits_gives_the_task_before_it_its_latest_day() -> None:
    undated = a_task("undated", offset_days=None)
    soon = a_task("soon", pinned_on=date(2027, 6, 4), work_days=2, waits_for=after("undated"))

    times = network(undated, soon).times["undated"]

    assert (times.latest_on, times.slack) == (date(2027, 6, 2), 2)


def test_a_chain_that_is_too_long_is_too_late_as_a_whole() -> None:
    first = a_task("first", offset_days=-12, work_days=4)  # by Wednesday 2 June
    second = a_task("second", offset_days=-10, work_days=2, waits_for=after("first"))  # by Friday 4 June
    third = a_task("third", offset_days=-3, work_days=1, waits_for=after("second"))  # by Friday 11 June

    found = network(first, second, third)

    assert found.too_late() == (first, second)
    assert [found.times[task.id].slack for task in (first, second, third)] == [-1, -1, 3]
    assert found.chain("third") == (first, second, third)


def test_done_work_lets_the_next_begin_the_same_day_and_work_under_way_is_taken_to_be_on_time() -> None:
    done = a_task("done", status=TaskStatus.DONE, done_on=MONDAY)
    follows = a_task("follows", offset_days=-13, waits_for=after("done"))  # by Tuesday 1 June
    begun = a_task("begun", offset_days=-13, work_days=20, status=TaskStatus.IN_PROGRESS, waits_for=after("follows"))

    found = network(done, follows, begun)

    assert {task_id: times.earliest_on for task_id, times in found.times.items()} == {
        "follows": MONDAY,
        "begun": date(2027, 6, 1),
    }


def test_what_follows_the_event_does_not_begin_before_it() -> None:
    minutes = a_task("minutes", offset_days=5, counted_from=CountedFrom.LAST_DAY, is_working_days=True, work_days=2)

    assert network(minutes).times["minutes"].earliest_on == date(2027, 6, 15)


def test_the_day_of_an_event_on_a_sunday_takes_no_working_day() -> None:
    event = an_event(starts_on=date(2027, 6, 13))
    ready = a_task("ready", offset_days=None)
    held = a_task("held", offset_days=0, waits_for=after("ready"))

    found = task_network((ready, held), event, date(2027, 6, 11))

    assert found.times == {
        "ready": TaskTimes(date(2027, 6, 11), date(2027, 6, 11), date(2027, 6, 11), slack=0),
        "held": TaskTimes(date(2027, 6, 13), date(2027, 6, 13), date(2027, 6, 13), slack=0, held_by=""),
    }


def test_tasks_in_a_circle_are_worked_out_as_if_they_waited_for_nothing() -> None:
    found = network(a_task("a", waits_for=after("b")), a_task("b", waits_for=after("a", "gone")))

    assert [times.earliest_on for times in found.times.values()] == [MONDAY, MONDAY]


def test_a_chain_of_five_thousand_tasks_is_worked_out() -> None:
    tasks = [a_task("0"), *(a_task(str(n), waits_for=after(str(n - 1))) for n in range(1, 5000))]

    assert network(*tasks).critical_days == 5000


@st.composite
def graphs(draw: st.DrawFn) -> list[Task]:
    count = draw(st.integers(1, 25))
    tasks = []
    for n in range(count):
        before = draw(st.lists(st.integers(0, n - 1), max_size=4, unique=True)) if n else []
        links = tuple(Dependency(str(other), draw(st.integers(0, 6))) for other in before)
        tasks.append(a_task(str(n), work_days=draw(st.integers(1, 12)), waits_for=links))
    return draw(st.permutations(tasks))


def in_networkx(tasks: list[Task]) -> nx.DiGraph[str]:
    """Tasks as points between a start and an end; a line weighs the work of the task it leaves and the pause."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for task in tasks:
        graph.add_edge("start", task.id, weight=0)
        graph.add_edge(task.id, "end", weight=task.work_days)
    length = {task.id: task.work_days for task in tasks}
    for task in tasks:
        for link in task.waits_for:
            graph.add_edge(link.task_id, task.id, weight=length[link.task_id] + link.lag_days)
    return graph


@settings(max_examples=200)
@given(graphs())
def test_the_critical_path_is_as_long_as_the_longest_path_of_networkx(tasks: list[Task]) -> None:
    found, graph = network(*tasks), in_networkx(tasks)

    path = ["start", *(task.id for task in found.critical), "end"]
    assert nx.path_weight(graph, path, "weight") == found.critical_days == nx.dag_longest_path_length(graph)


@settings(max_examples=100)
@given(graphs())
def test_every_earliest_day_lies_as_far_as_the_longest_path_to_it(tasks: list[Task]) -> None:
    found, graph = network(*tasks), in_networkx(tasks)

    for task in tasks:
        part = graph.subgraph(nx.ancestors(graph, task.id) | {task.id})
        days = nx.dag_longest_path_length(part) + task.work_days
        assert found.times[task.id].earliest_on == _nth_working_day(MONDAY, days)


def _nth_working_day(first: date, number: int) -> date:
    """Counted day by day; ``first`` is number one."""
    day = first
    while number > 1 or not is_working_day(day, "AL"):
        number -= is_working_day(day, "AL")
        day += timedelta(days=1)
    return day


@settings(max_examples=100)
@given(graphs())
def test_work_begun_on_its_latest_day_keeps_every_due_day(tasks: list[Task]) -> None:
    """Each latest day leaves the pause before what waits for the task, and none is after its own due day."""
    found = network(*tasks)

    for task in tasks:
        for link in task.waits_for:
            before, times = found.times[link.task_id].latest_on, found.times[task.id]
            assert before is not None
            assert times.begin_by is not None
            assert _working_days(before, times.begin_by) >= link.lag_days + 1
    assert max(times.latest_on or date.max for times in found.times.values()) <= date(2027, 6, 4)


def _working_days(after_day: date, until: date) -> int:
    span = (after_day + timedelta(days=n) for n in range(1, (until - after_day).days + 1))
    return sum(is_working_day(day, "AL") for day in span)
