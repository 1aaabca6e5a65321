"""Tasks that wait for one another, or count from one another, in a circle: nobody could ever begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import LANGUAGES, Text


def waiting_circle(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The first circle of tasks each of which waits for the next one, the last one for the first; empty if none."""
    return _circle(tasks, lambda task: [link.task_id for link in task.waits_for])


def counting_circle(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The first circle of tasks each of which counts its day from the next one; pinned ones too. Empty if none."""
    return _circle(tasks, lambda task: [task.counted_from_id] if task.counted_from is CountedFrom.TASK else [])


def chain_text(tasks: Sequence[Task]) -> Text:
    """Tasks as a chain in both languages: "First → second → third"."""
    return Text(*(" → ".join(f"“{task.title.said_in(language)}”" for task in tasks) for language in LANGUAGES))


def _circle(tasks: Iterable[Task], links: Callable[[Task], Sequence[str]]) -> tuple[Task, ...]:
    """A search in depth that keeps its own path: a long chain is no reason to fail."""
    known = {task.id: task for task in tasks}
    done: set[str] = set()
    for first in known:
        found = _circle_from(first, known, links, done)
        if found:
            return tuple(known[task_id] for task_id in found)
    return ()


def _circle_from(
    first: str, known: Mapping[str, Task], links: Callable[[Task], Sequence[str]], done: set[str]
) -> Sequence[str]:
    """The ids of a circle that can be reached from a task; ``done`` are those known to reach none."""
    path: dict[str, list[str]] = {} if first in done else {first: _open(links(known[first]), known, done)}
    while path:
        last, ahead = next(reversed(path.items()))
        if not ahead:
            done.add(last)
            del path[last]
            continue
        following = ahead.pop(0)
        if following in path:
            ids = list(path)
            return ids[ids.index(following) :]
        if following not in done:
            path[following] = _open(links(known[following]), known, done)
    return ()


def _open(links: Iterable[str], known: Mapping[str, Task], done: set[str]) -> list[str]:
    return [task_id for task_id in links if task_id in known and task_id not in done]
