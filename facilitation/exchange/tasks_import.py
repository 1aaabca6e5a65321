"""Tasks from a spreadsheet: titles, deadlines in any usual form, owners and statuses, read, repaired or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import LANGUAGES, typed
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.due_text import Due, due_of, lead_text
from facilitation.exchange.import_preview import REFUSED, ImportPreview, ImportRow, import_row, refused
from facilitation.exchange.row_reader import UNDERSTOOD, RowReader
from facilitation.exchange.table_file import RawRow, RawTable
from facilitation.exchange.task_words import COLUMNS, status_words
from facilitation.exchange.words import folded, guessed_columns
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_day, due_days

TASK_FIELDS = tuple(COLUMNS)
LONGEST_TITLE = 500

NO_TITLE_COLUMN = mark(
    "No column with tasks is chosen. Choose the column that says what is to be done, and look again."
)
NO_TITLE = mark("The row does not say what is to be done.")
TITLE_TOO_LONG = mark("The task has more than {limit} signs. Shorten it and put the rest into the note.")
NOT_A_DEADLINE = mark(
    "“{old}” is not a deadline. Write it as 31.12.2026, as D-30 (30 days before the event), or leave it empty."
)
NOT_A_DAY = mark("Column “{column}”: “{old}” is not a date. What was written is kept in the note.")
ALREADY_LISTED = mark("“{title}” is already in the checklist with the same deadline.")
TWICE = mark("“{title}” already stands in row {row} of the file with the same deadline.")
Identity = tuple[str, date | None]


def guess_task_mapping(header: Iterable[str]) -> dict[str, int]:
    """Field to column position, as far as the column names are understood (Albanian or English)."""
    return guessed_columns(header, COLUMNS)


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
    rows = TaskRows(mapping, table.header, event, new_id, Translator(language))
    first = max((task.position + 1 for task in before), default=0)
    read = (rows.row(row, position) for position, row in enumerate(table.rows, start=first))
    return ImportPreview(table.format, tuple(_checked(row, event, listed) for row in read))


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
    """Turns rows into tasks of an event; texts are taken as written in the language of ``say``."""

    mapping: Mapping[str, int]
    header: tuple[str, ...]
    event: Event
    new_id: Callable[[], str]
    say: Translator

    def row(self, row: RawRow, position: int) -> ImportRow:
        """One row, read, repaired or – without a title or with an unreadable deadline – refused."""
        reader, unread = RowReader(row, self.mapping, self.header), ImportRow(row.number, REFUSED, cells=row.cells)
        title, due = reader.text("title"), self._due(reader)
        if not title:
            return refused(unread, NO_TITLE)
        if len(title) > LONGEST_TITLE:
            return refused(unread, TITLE_TOO_LONG, limit=LONGEST_TITLE)
        if isinstance(due, str):
            return refused(unread, NOT_A_DEADLINE, old=due)
        item = replace(self._task(reader, title, due), position=position)
        return import_row(row.number, item, remarks=tuple(reader.remarks), cells=row.cells)

    def _task(self, reader: RowReader, title: str, due: Due) -> Task:
        language = self.say.language
        task = Task(
            id=self.new_id(),
            event_id=self.event.id,
            title=typed(title, language),
            offset_days=due.offset,
            owner_role=typed(reader.text("owner_role"), language),
            owner=reader.text("owner"),
            benchmark=typed(reader.text("benchmark"), language),
            status=reader.word(
                "status", status_words(), TaskStatus.PLANNED, lambda status: status_label(status, self.say)
            ),
            done_on=self._done_on(reader),
        )
        task = replace(task, note=reader.note())
        is_counted = due.day is None or due.day == due_day(task, self.event)
        return task if is_counted else replace(task, pinned_on=due.day)

    def _due(self, reader: RowReader) -> Due | str:
        """The deadline from the columns for the lead time and the day; the text that cannot be read, as text."""
        lead, due = self._read(reader, "lead"), self._read(reader, "due")
        if isinstance(lead, str) or isinstance(due, str):
            return lead if isinstance(lead, str) else str(due)
        return Due(due.day or lead.day, lead.offset if lead.offset is not None else due.offset)

    def _read(self, reader: RowReader, field: str) -> Due | str:
        text = reader.text(field)
        is_count = field == "lead" and text.isascii() and text.isdigit()
        due = due_of(f"D-{text}" if is_count else text)
        if due is None:
            return text
        if is_count or not due.is_exact:
            reader.change(UNDERSTOOD, field, text, self._said(due))
        return due

    def _said(self, due: Due) -> str:
        return short_day_text(due.day, self.say.language) if due.day else lead_text(due.offset) or "–"

    def _done_on(self, reader: RowReader) -> date | None:
        text = reader.text("done_on")
        due = due_of(text)
        if text and (due is None or due.offset is not None):
            reader.keep("done_on", text, new="", template=NOT_A_DAY)
        return due.day if due else None
