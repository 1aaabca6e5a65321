"""What follows from where a task stands: the day it was done, what blocks it, what holds it; its proof as a link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from facilitation.domain.task import Task, TaskStatus
from facilitation.errors import InvalidInput, mark

LONGEST_LINK = 2000
NOT_A_LINK = mark(
    "“{link}” is not a link to a page. Copy the whole address, beginning with https:// – or add the proof as a file."
)


def with_status_kept(task: Task, today: date) -> Task:
    """The task with what its status brings: done has a day, only what is blocked has something that blocks."""
    if task.status is not TaskStatus.BLOCKED and task.blocked_by:
        task = replace(task, blocked_by="")
    if task.status is not TaskStatus.DONE:
        return replace(task, done_on=None) if task.done_on else task
    return task if task.done_on else replace(task, done_on=today)


def held_by(task: Task, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The unfinished tasks this one waits for, in the order of the checklist."""
    awaited = {dependency.task_id for dependency in task.waits_for}
    return tuple(other for other in tasks if other.id in awaited and other.status is not TaskStatus.DONE)


def safe_link(typed: str) -> str:
    """A link that may be shown to be clicked: http or https to a named place, or "" for none. Raises InvalidInput."""
    link = typed.strip()
    if link and not _is_web_address(link):
        raise InvalidInput(NOT_A_LINK, link=link[:80])
    return link


def _is_web_address(link: str) -> bool:
    if len(link) > LONGEST_LINK or any(sign.isspace() or not sign.isprintable() for sign in link):
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
