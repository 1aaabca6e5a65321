"""Deadlines for calendars: what an event's tasks and their history say, and one file to take along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.task_calendar import DueTask, PlannedTasks, Revision, concerns, due_tasks, owner_names
from facilitation.services.desk import Desk
from facilitation.storage.earlier_states import earlier_tasks
from facilitation.storage.unit_of_work import UnitOfWork

SHOWING = frozenset(
    {
        "title",
        "owner",
        "owner_role",
        "deputy",
        "offset_days",
        "pinned_on",
        "counted_from",
        "counted_from_id",
        "is_working_days",
    }
)
"""The fields of a task that decide whose calendar has it, and on which day."""


@dataclass(frozen=True, slots=True)
class TaskCalendars:
    """Makes the file of deadlines."""

    desk: Desk

    def owners(self, event_id: str, language: str) -> tuple[str, ...]:
        """Everybody who has a task or stands in for somebody: people and offices, else roles."""
        with self.desk.reading() as work:
            return owner_names(work.tasks.list_for(event_id), language)

    def make(
        self, event_id: str, language: str, *, owner: str = "", is_todo: bool = False, has_called_off: bool = True
    ) -> bytes:
        """``deadlines.ics``: of everybody, or of one owner; as days of the calendar or as things to do.

        ``has_called_off`` = also what calendars may still hold from an earlier file, as cancelled.
        """
        with self.desk.reading() as work:
            if owner:
                refuse_unknown_owner(work, event_id, owner)
            plan = planned_tasks(work, event_id, self.desk.now())
        entries = tuple(due for due in due_tasks(plan, owner) if has_called_off or not due.is_called_off)
        return _written(plan, entries, Translator(language), _Reader(owner, is_todo=is_todo))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who a calendar is for, and how they want it."""

    owner: str
    is_todo: bool
    is_subscribed: bool = False


def feed_deadlines(work: UnitOfWork, feed: CalendarFeed) -> bytes:
    """What a link to somebody's deadlines shows now: of what is gone only what it showed itself."""
    plan = planned_tasks(work, feed.event_id, feed.created_at, since=feed.created_at)
    reader = _Reader(feed.subject, feed.scope is FeedScope.TODOS, is_subscribed=True)
    return _written(plan, due_tasks(plan, feed.subject), Translator(feed.language), reader)


def _written(plan: PlannedTasks, entries: tuple[DueTask, ...], _: Translator, reader: _Reader) -> bytes:
    from facilitation.exchange.task_calendar import DeadlineCalendar, deadlines_ics  # slow to import

    title = plan.event.title.said_in(_.language)
    name = " – ".join(part for part in (_("Deadlines: {name}").format(name=title), reader.owner) if part)
    return deadlines_ics(DeadlineCalendar(plan.event, name, entries, reader.is_todo, reader.is_subscribed), _)


def planned_tasks(work: UnitOfWork, event_id: str, made_at: datetime, *, since: datetime | None = None) -> PlannedTasks:
    """An event's tasks with what the history tells of them.

    ``made_at`` stands where nothing was ever changed; ``since`` = how tasks were before that moment plays no part.
    """
    changes = work.changes.all_of(event_id, ("task", "event"))
    tasks = work.tasks.list_for(event_id)
    numbered = enumerate(reversed(changes), start=1)
    return PlannedTasks(
        event=work.events.get(event_id),
        tasks=tasks,
        earlier=earlier_tasks(tasks, changes, SHOWING, since=since),
        revisions={change.subject_id: Revision(number, change.happened_at) for number, change in numbered},
        first=Revision(0, made_at),
    )


def refuse_unknown_owner(work: UnitOfWork, event_id: str, owner: str) -> None:
    """InvalidInput where nobody of this name has a task."""
    if not owner or not any(concerns(task, owner) for task in work.tasks.list_for(event_id)):
        raise InvalidInput(mark("Nobody of this name has a task in the checklist. Choose somebody from the list."))
