"""Deadlines as a calendar (iCalendar, RFC 5545): entries of whole days, or a list of things to do."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from icalendar import Component, Todo
from icalendar import Event as Entry

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.exchange.calendar import MARGIN, calendar_head
from facilitation.exchange.time_zone import event_zone, time_zone_component
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import owner_of
from facilitation.planning.task_calendar import DueTask

ONE_DAY = timedelta(days=1)
NOON = time(12)
TODO_STATUS = {
    TaskStatus.PLANNED: "NEEDS-ACTION",
    TaskStatus.BLOCKED: "NEEDS-ACTION",
    TaskStatus.IN_PROGRESS: "IN-PROCESS",
    TaskStatus.DONE: "COMPLETED",
}
ALMOST = 99
"""Programs take 100 per cent for done; as long as a task is not, its points do not say so."""


@dataclass(frozen=True, slots=True)
class DeadlineCalendar:
    """What a calendar of deadlines says. ``is_todo`` = as things to do; ``is_subscribed`` = programs read it again."""

    event: Event
    name: str
    entries: tuple[DueTask, ...]
    is_todo: bool = False
    is_subscribed: bool = False


def deadlines_ics(content: DeadlineCalendar, _: Translator) -> bytes:
    """The calendar as a file; it depends on nothing but the plan, so the same plan gives the same bytes."""
    event = content.event
    calendar = calendar_head(event, _line(content.name), _.language, is_subscribed=content.is_subscribed)
    days = [entry.due_on for entry in content.entries] or [event.starts_on]
    zone = event_zone(event.time_zone)
    calendar.add_component(time_zone_component(zone, min(days) - MARGIN, max(days) + MARGIN))
    for due in content.entries:
        calendar.add_component(_todo(due, event, _) if content.is_todo else _entry(due, event, _))
    data: bytes = calendar.to_ical()
    return data


def _entry(due: DueTask, event: Event, _: Translator) -> Entry:
    """A day in the calendar. It keeps nobody busy and rings no bell: who wants a reminder sets one."""
    entry = Entry()
    title = _line(due.task.title.said_in(_.language))
    _add_common(entry, due, event, _)
    entry.add("uid", f"task-{due.task.id}@{event.id}.tryeza")
    is_done = due.task.status is TaskStatus.DONE
    _add_text(entry, "summary", _("Done: {title}").format(title=title) if is_done else title, _)
    entry.add("status", "CANCELLED" if due.is_called_off else "CONFIRMED")
    entry.add("dtstart", due.due_on)
    entry.add("dtend", due.due_on + ONE_DAY)
    entry.add("transp", "TRANSPARENT")
    return entry


def _todo(due: DueTask, event: Event, _: Translator) -> Todo:
    """A thing to do, under an identifier of its own: the same program may hold the entry as well."""
    todo, task = Todo(), due.task
    _add_common(todo, due, event, _)
    todo.add("uid", f"todo-{task.id}@{event.id}.tryeza")
    _add_text(todo, "summary", _line(task.title.said_in(_.language)), _)
    todo.add("status", "CANCELLED" if due.is_called_off else TODO_STATUS[task.status])
    todo.add("due", due.due_on)
    percent = percent_complete(task)
    if percent is not None:
        todo.add("percent-complete", percent)
    if task.done_on is not None and task.status is TaskStatus.DONE and not due.is_called_off:
        # The standard wants a moment in UTC; at noon of the event's zone it is the same day for every reader near it.
        done_at = datetime.combine(task.done_on, NOON, event_zone(event.time_zone))
        todo.add("completed", done_at.astimezone(UTC))
    return todo


def percent_complete(task: Task) -> int | None:
    """How much of a task is done: by its points, 100 where it is done; None where nothing says so."""
    if task.status is TaskStatus.DONE:
        return 100
    if not task.points:
        return None
    return min(ALMOST, 100 * sum(point.is_done for point in task.points) // len(task.points))


def _add_common(entry: Component, due: DueTask, event: Event, _: Translator) -> None:
    """What entries and things to do have alike."""
    changed_at = due.revision.changed_at.astimezone(UTC).replace(microsecond=0)
    entry.add("dtstamp", changed_at)
    entry.add("last-modified", changed_at)
    entry.add("sequence", due.revision.number)
    categories = (_("Deadline"), _line(event.title.said_in(_.language)))
    entry.add("categories", [category for category in categories if category])
    _add_text(entry, "description", _description(due, event, _), _)


def _add_text(entry: Component, name: str, text: str, _: Translator) -> None:
    entry.add(name, text, parameters={"LANGUAGE": _.language})


def _description(due: DueTask, event: Event, _: Translator) -> str:
    """Who answers for the task, what must have come of it, and what stands in its way; internal notes stay inside."""
    task = due.task
    waits_for = "; ".join(_line(title.said_in(_.language)) for title in due.waits_for)
    is_done = task.status is TaskStatus.DONE and task.done_on is not None
    done_on = day_text(task.done_on, _.language, with_year=True) if is_done and task.done_on else ""
    facts = (
        (_("Owner: {name}"), owner_of(task).said_in(_.language)),
        (_("Deputy: {name}"), task.deputy),
        (_("Benchmark: {text}"), task.benchmark.said_in(_.language)),
        (_("Waits for: {titles}"), waits_for),
        (_("Blocked by: {text}"), task.blocked_by if task.status is TaskStatus.BLOCKED else ""),
        (_("Done on {day}"), done_on),
    )
    lines = [_said(sentence, value) for sentence, value in facts if value.strip()]
    return "\n".join((*lines, _line(event.title.said_in(_.language))))


def _said(sentence: str, value: str) -> str:
    """The sentence with its one place filled."""
    return sentence.format_map(dict.fromkeys(("name", "text", "titles", "day"), _line(value)))


def _line(text: str) -> str:
    """The text on one line, without the control signs the standard forbids; marks of direction stay."""
    allowed = (sign for sign in text if sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cs"))
    return " ".join("".join(allowed).split())
