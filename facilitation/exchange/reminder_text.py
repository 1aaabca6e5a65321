"""The words of a reminder: who is written to, the subject and the tasks with their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.task import TaskStatus
from facilitation.exchange.reminder_mail import Draft, Mailbox, one_line
from facilitation.i18n.formats import day_span_text, day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import RemindedTask, Reminder, addresses


def reminder_draft(reminder: Reminder, event: Event, _: Translator, sender: Person | None = None) -> Draft:
    """The mail to one owner, with the deputies in copy."""
    title = one_line(event.title.said_in(_.language))
    count = len(reminder.tasks)
    subject = _.plural("{count} task for “{event}”", "{count} tasks for “{event}”", count)
    return Draft(
        to=tuple(Mailbox(reminder.owner, address) for address in reminder.addresses),
        cc=tuple(_mailboxes(reminder.deputies)),
        subject=subject.format(count=count, event=title),
        text="\n".join(_lines(reminder, event, _)) + "\n",
        sender=next(iter(_mailboxes([sender] if sender else [])), None),
    )


def _mailboxes(people: Iterable[Person]) -> Iterator[Mailbox]:
    """Everybody at the first of their addresses."""
    for person in people:
        yield from (Mailbox(person.name, address) for address in addresses(person.email)[:1])


def _lines(reminder: Reminder, event: Event, _: Translator) -> Iterator[str]:
    late = [row for row in reminder.tasks if row.days_late]
    soon = [row for row in reminder.tasks if not row.days_late]
    days = day_span_text(event.starts_on, event.ends_on, _.language)
    about = " · ".join(part for part in (event.title.said_in(_.language), days, event.place) if part)
    yield _("Good day,")
    yield ""
    yield _("these tasks wait for you: {event}.").format(event=one_line(about))
    for title, rows in ((_("Late"), late), (_("In the next seven days"), soon)):
        if rows:
            yield ""
            yield title
            for row in rows:
                yield from _task(row, _)
    yield ""
    yield _("Please answer with what is done, and with what stands in the way of the rest.")


def _task(row: RemindedTask, _: Translator) -> Iterator[str]:
    task, language = row.task, _.language
    late = _.plural("{count} day late", "{count} days late", row.days_late).format(count=row.days_late)
    day = day_text(row.due_on, language, with_year=True)
    yield f"- {one_line(task.title.said_in(language))}: {day}" + (f" ({late})" if row.days_late else "")
    blocks = one_line(task.blocked_by) if task.status is TaskStatus.BLOCKED else ""
    for label, text in (
        (_("Benchmark: {text}"), task.benchmark.said_in(language)),
        (_("Blocked by: {text}"), blocks),
        (_("Deputy: {text}"), task.deputy),
    ):
        if text.strip():
            yield "  " + label.format(text=one_line(text))
