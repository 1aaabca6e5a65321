"""The checklist: every task by its due day, with owner, benchmark and a box to tick."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import (
    TICK_BOX,
    TICKED_BOX,
    Cell,
    Row,
    Run,
    head_row,
    heading,
    paragraph,
    paragraphs,
    table,
)
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_days, is_overdue

COLUMNS = (16.0, 44.0, 80.0, 46.0, 49.0, 32.0)

DatedTask = tuple[date | None, Task]


def checklist_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """All tasks before, during and after the event. Late is what was open on the day of printing."""
    paper = Paper(record.event, _, stamp, title=_("Checklist"), page=LANDSCAPE)
    paper.add(title_block(paper))
    if not record.tasks:
        paper.add(nothing_yet(_("No tasks have been written down yet.")))
    else:
        paper.add(paragraph(_progress(record.tasks, _), "Lead"))
    for title, tasks in _parts(record, _):
        rows = [_row(due_on, task, paper) for due_on, task in tasks]
        if rows:
            paper.add(heading(title), table(COLUMNS, [_head(_), *rows], title=title))
    return paper.data()


def _progress(tasks: tuple[Task, ...], _: Translator) -> str:
    done = sum(task.status is TaskStatus.DONE for task in tasks)
    return _.plural("{done} of {count} task done", "{done} of {count} tasks done", len(tasks)).format(
        done=done, count=len(tasks)
    )


def _parts(record: EventRecord, _: Translator) -> Iterable[tuple[str, list[DatedTask]]]:
    event = record.event
    days = due_days(record.tasks, event)
    dated = [(days[task.id], task) for task in record.tasks]
    dated.sort(key=lambda entry: (entry[0] or date.max, entry[1].position))
    yield _("Before the event"), [entry for entry in dated if entry[0] and entry[0] < event.starts_on]
    yield _("On the days of the event"), [entry for entry in dated if entry[0] and _is_during(entry[0], event)]
    yield _("After the event"), [entry for entry in dated if entry[0] and entry[0] > event.ends_on]
    yield _("Without a deadline"), [entry for entry in dated if entry[0] is None]


def _is_during(day: date, event: Event) -> bool:
    return event.starts_on <= day <= event.ends_on


def _head(_: Translator) -> Row:
    return head_row((_("Ticked"), _("Due"), _("Task"), _("Responsible"), _("Benchmark"), _("Status")))


def _row(due_on: date | None, task: Task, paper: Paper) -> Row:
    _, language = paper._, paper._.language
    what = [paragraph(task.title.said_in(language), "Table Text"), *paragraphs(task.note, "Table Detail")]
    if task.minimum_days is not None:
        what.append(paragraph(_minimum(task.minimum_days, _), "Table Detail"))
    role = task.owner_role.said_in(language)
    who = [paragraph(text, "Table Text") for text in (task.owner, role) if text.strip()]
    return Row(
        [
            Cell(TICKED_BOX if task.status is TaskStatus.DONE else TICK_BOX, "Tick Box"),
            day_text(due_on, language, with_year=True) if due_on else _("no deadline yet"),
            Cell(blocks=tuple(what)),
            Cell(blocks=tuple(who)),
            task.benchmark.said_in(language),
            _status(due_on, task, paper),
        ]
    )


def _minimum(days: int, _: Translator) -> str:
    return _.plural(
        "At the latest {count} day before the event", "At the latest {count} days before the event", days
    ).format(count=days)


def _status(due_on: date | None, task: Task, paper: Paper) -> Cell:
    label = status_label(task.status, paper._)
    if is_overdue(task, due_on, paper.stamp.printed_on):
        return Cell([Run(paper._("Late"), "Strong"), f" · {label}"])
    return Cell(label)
