"""The checklist on paper: as a whole by due day, and owner by owner, each task with a box to tick."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.documents.task_cells import (
    TaskLine,
    benchmark_cell,
    done_of,
    due_cell,
    responsible_cell,
    status_cell,
    task_cell,
    task_lines,
    tick_cell,
)
from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, head_row, heading, paragraph, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import owner_of

COLUMNS = (16.0, 44.0, 80.0, 46.0, 49.0, 32.0)
OWNER_COLUMNS = (16.0, 44.0, 87.0, 46.0, 36.0, 38.0)


def checklist_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """All tasks before, during and after the event. Late is what was open on the day of printing."""
    paper = Paper(record.event, _, stamp, title=_("Checklist"), page=LANDSCAPE)
    paper.add(title_block(paper))
    lines = task_lines(record, stamp.printed_on)
    if not lines:
        paper.add(nothing_yet(_("No tasks have been written down yet.")))
    else:
        paper.add(paragraph(_progress(lines, _), "Lead"))
    for title, part in _parts(record, lines, _):
        rows = [_row(line, paper) for line in part]
        if rows:
            paper.add(heading(title), table(COLUMNS, [_head(_), *rows], title=title))
    return paper.data()


def checklist_by_owner_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A page for every person, office or role with their tasks, to be given to them."""
    paper = Paper(record.event, _, stamp, title=_("Checklist by owner"), page=LANDSCAPE)
    paper.add(title_block(paper))
    if not record.tasks:
        paper.add(nothing_yet(_("No tasks have been written down yet.")))
    for place, (owner, lines) in enumerate(_owners(record, stamp, _)):
        paper.add(_owner_part(owner, lines, paper, page_break=place > 0))
    return paper.data()


def _progress(lines: list[TaskLine], _: Translator) -> str:
    """How many tasks are done, late and blocked."""
    late = sum(line.days_late > 0 for line in lines)
    words = _.plural("{count} task is late", "{count} tasks are late", late).format(count=late)
    return " · ".join([done_of(lines, _), *([words] if late else [])])


def _parts(record: EventRecord, lines: list[TaskLine], _: Translator) -> Iterable[tuple[str, list[TaskLine]]]:
    first, last = record.event.starts_on, record.event.ends_on
    yield _("Before the event"), [line for line in lines if line.due_on and line.due_on < first]
    yield _("On the days of the event"), [line for line in lines if line.due_on and first <= line.due_on <= last]
    yield _("After the event"), [line for line in lines if line.due_on and line.due_on > last]
    yield _("Without a deadline"), [line for line in lines if line.due_on is None]


def _head(_: Translator) -> Row:
    return head_row((_("Ticked"), _("Due"), _("Task"), _("Responsible"), _("Benchmark"), _("Status")))


def _row(line: TaskLine, paper: Paper) -> Row:
    _ = paper._
    return Row(
        [
            tick_cell(line),
            due_cell(line, _),
            task_cell(line, _),
            responsible_cell(line.task, _),
            benchmark_cell(line.task, _),
            status_cell(line, paper),
        ]
    )


def _owners(record: EventRecord, stamp: Stamp, _: Translator) -> list[tuple[Text, list[TaskLine]]]:
    """The owners by name with their tasks; those of nobody last."""
    groups: dict[Text, list[TaskLine]] = {}
    for line in task_lines(record, stamp.printed_on):
        groups.setdefault(owner_of(line.task), []).append(line)
    named = [owner for owner in groups if owner]
    order = sorted_by(named, lambda owner: owner.said_in(_.language), _.language)
    return [(owner, groups[owner]) for owner in (*order, *(owner for owner in groups if not owner))]


def _owner_part(owner: Text, lines: list[TaskLine], paper: Paper, *, page_break: bool) -> list[Element]:
    _ = paper._
    name = owner.said_in(_.language) or _("Without an owner")
    facts = [_progress(lines, _)]
    if owner and not any(line.task.owner for line in lines):
        facts.append(_("role without a person yet"))
    rows = [_owner_row(line, paper) for line in lines]
    return [
        heading(name, page_break=page_break),
        paragraph(" · ".join(facts), "Lead"),
        table(OWNER_COLUMNS, [_owner_head(_), *rows], title=name),
    ]


def _owner_head(_: Translator) -> Row:
    return head_row((_("Ticked"), _("Due"), _("Task"), _("Benchmark"), _("Deputy"), _("Status")))


def _owner_row(line: TaskLine, paper: Paper) -> Row:
    _ = paper._
    return Row(
        [
            tick_cell(line),
            due_cell(line, _),
            task_cell(line, _),
            benchmark_cell(line.task, _),
            Cell(line.task.deputy),
            status_cell(line, paper),
        ]
    )
