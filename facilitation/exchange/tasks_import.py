"""Tasks from a spreadsheet: titles, deadlines in any usual form, owners and statuses, read, repaired or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import LANGUAGES
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.import_preview import REFUSED, ImportPreview, ImportRow, import_row, refused
from facilitation.exchange.row_reader import RowReader
from facilitation.exchange.table_file import RawRow, RawTable
from facilitation.exchange.task_fields import TaskCells
from facilitation.exchange.task_references import TaskReferences
from facilitation.exchange.task_words import COLUMNS, ROW_COLUMNS
from facilitation.exchange.words import folded, guessed_columns
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_day, due_days

TASK_FIELDS = tuple(COLUMNS)
DEADLINE = ("due", "lead", "counted")
LONGEST_TITLE = 500

NO_TITLE_COLUMN = mark(
    "No column with tasks is chosen. Choose the column that says what is to be done, and look again."
)
NO_TITLE = mark("The row does not say what is to be done.")
TITLE_TOO_LONG = mark("The task has more than {limit} signs. Shorten it and put the rest into the note.")
NOT_A_DEADLINE = mark(
    "“{old}” is not a deadline. Write it as 31.12.2026, as D-30 (30 days before the event), or leave it empty."
)
ALREADY_LISTED = mark("“{title}” is already in the checklist with the same deadline.")
TWICE = mark("“{title}” already stands in row {row} of the file with the same deadline.")
Identity = tuple[str, date | None]


def guess_task_mapping(header: Iterable[str]) -> dict[str, int]:
    """Field to column position, as far as the column names are understood (Albanian or English)."""
    return guessed_columns(header, COLUMNS | ROW_COLUMNS)


def tasks_preview(
    table: RawTable,
    mapping: Mapping[str, int],
    event: Event,
    *,
    existing: Iterable[Task],
    new_id: Callable[[], str],
    language: str,
) -> ImportPreview:
    """What the table would bring; ``InvalidInput`` only when no column holds the tasks. Nothing is saved.

    A task with the same title and due day as an ``existing`` one or an earlier row is refused.
    """
    if "title" not in mapping:
        raise InvalidInput(NO_TITLE_COLUMN)
    before = tuple(existing)
    days = due_days(before, event)
    listed = {identity: 0 for task in before for identity in _identities(task, days[task.id])}
    ids = {row.number: new_id() for row in table.rows}
    references = TaskReferences.of_rows(table.rows, mapping, ids).with_tasks(before)
    reading = TaskRows(mapping, table.header, TaskCells(event, references, Translator(language)))
    first = max((task.position + 1 for task in before), default=0)
    rows = [reading.row(row, ids[row.number], place) for place, row in enumerate(table.rows, start=first)]
    return ImportPreview(table.format, tuple(_checked(row, event, listed) for row in _unpinned(rows, event)))


def _unpinned(rows: Sequence[ImportRow], event: Event) -> list[ImportRow]:
    """The rows, where a task that counts from another one is not pinned to the very day it is counted to."""
    tasks = [row.item for row in rows if isinstance(row.item, Task)]
    free = {task.id: replace(task, pinned_on=None) for task in tasks if task.counted_from is CountedFrom.TASK}
    days = due_days([free.get(task.id, task) for task in tasks], event)
    return [
        replace(row, item=free[row.item.id])
        if isinstance(row.item, Task) and row.item.id in free and days[row.item.id] == row.item.pinned_on
        else row
        for row in rows
    ]


def _identities(task: Task, due_on: date | None) -> set[Identity]:
    """Title in each language it has, with the due day."""
    return {(folded(task.title.said_in(language)), due_on) for language in LANGUAGES}


def _checked(row: ImportRow, event: Event, listed: dict[Identity, int]) -> ImportRow:
    """The row, refused where the same task is listed already (row 0 = before the import)."""
    if not isinstance(row.item, Task):
        return row
    first = min(listed.setdefault(identity, row.row) for identity in _identities(row.item, due_day(row.item, event)))
    if first == row.row:
        return row
    title = str(row.item.title)
    return refused(row, TWICE, title=title, row=first) if first else refused(row, ALREADY_LISTED, title=title)


@dataclass(frozen=True, slots=True)
class TaskRows:
    """Turns rows into tasks of an event; texts are taken as written in the language of the cells' reader."""

    mapping: Mapping[str, int]
    header: tuple[str, ...]
    cells: TaskCells

    def row(self, row: RawRow, task_id: str, position: int) -> ImportRow:
        """One row, read, repaired or – without a title or with an unreadable deadline – refused."""
        reader, unread = self.reader(row), ImportRow(row.number, REFUSED, cells=row.cells)
        title = reader.text("title")
        blank = Task(task_id, self.cells.event.id, self.cells.typed(title), None, position=position)
        due = self.cells.with_deadline(blank, reader, frozenset(DEADLINE))
        if not title:
            return refused(unread, NO_TITLE)
        if len(title) > LONGEST_TITLE:
            return refused(unread, TITLE_TOO_LONG, limit=LONGEST_TITLE)
        if isinstance(due, str):
            return refused(unread, NOT_A_DEADLINE, old=due)
        item = self.cells.with_fields(
            due, reader, [field for field in TASK_FIELDS if field not in ("title", *DEADLINE)]
        )
        return import_row(row.number, item, remarks=tuple(reader.remarks), cells=row.cells)

    def reader(self, row: RawRow) -> RowReader:
        """What reads the cells of a row."""
        return RowReader(row, self.mapping, self.header)
