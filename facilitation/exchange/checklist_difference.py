"""A checklist that comes back: what was changed in it, field by field, and the tasks as they would be saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from facilitation.domain.event import Event
from facilitation.domain.task import Task
from facilitation.exchange.checklist_cells import ONLY_SHOWN, checklist_cells, lead_cell
from facilitation.exchange.checklist_sheet import SENT
from facilitation.exchange.due_text import due_of
from facilitation.exchange.import_preview import REFUSED, ImportRemark, ImportRow
from facilitation.exchange.table_file import RawFile, RawRow, RawTable
from facilitation.exchange.table_xlsx import cell_text
from facilitation.exchange.task_fields import TaskCells
from facilitation.exchange.task_references import TaskReferences
from facilitation.exchange.task_words import answer_label, answer_of, counted_label, counted_words, status_words
from facilitation.exchange.tasks_import import (
    DEADLINE,
    LONGEST_TITLE,
    NO_TITLE,
    NOT_A_DEADLINE,
    TITLE_TOO_LONG,
    TaskRows,
)
from facilitation.exchange.words import cleaned_lines
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.checklist_difference import (
    ChecklistDifference,
    ListedTask,
    TaskChange,
    checklist_difference,
)

CHANGED, NEW, REMOVED, GONE = "changed", "new", "removed", "gone"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a person can tick. ``change`` is the place in the difference's ``changed`` with its ``field``.

    ``before`` and ``after`` are what stands here and in the file; ``problem`` says why it cannot be taken over.
    """

    key: str
    kind: str
    title: str
    field: str = ""
    before: str = ""
    after: str = ""
    is_conflict: bool = False
    problem: ImportRemark | None = None
    number: int = 0

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken over unless a person says otherwise: nothing that would lose something of here."""
        return self.problem is None and not self.is_conflict and self.kind in (CHANGED, NEW)


@dataclass(frozen=True, slots=True)
class ChecklistReturn:
    """A returned checklist beside the one here. ``tasks`` are those of here it was compared with.

    ``is_of_another_event`` = it was sent out from another event, so that none of its rows is known here.
    """

    format: str
    difference: ChecklistDifference
    choices: tuple[Choice, ...]
    tasks: Mapping[str, Task]
    rows: TaskRows
    raw: Mapping[int, RawRow]
    new_rows: Mapping[int, ImportRow]
    is_of_another_event: bool = False

    def wanted(self, ticks: Collection[str]) -> tuple[list[Task], list[Task], list[Task]]:
        """The tasks to be saved for these ticks: changed, new and removed ones."""
        changed = [task for change in self.difference.changed if (task := self._changed(change, ticks))]
        new = [row.item for row in self.new_rows.values() if f"new·{row.row}" in ticks and isinstance(row.item, Task)]
        removed = [self.tasks[task.id] for task in self.difference.removed if f"removed·{task.id}" in ticks]
        return changed, new, removed

    def _changed(self, change: TaskChange, ticks: Collection[str]) -> Task | None:
        fields = [cell.field for cell in change.cells if f"{change.here.id}·{cell.field}" in ticks]
        if not fields:
            return None
        task = changed_task(self.tasks[change.here.id], self.raw[change.file.number], fields, self.rows)
        return task if isinstance(task, Task) else None


def is_returned(file: RawFile, mapping: Mapping[str, int]) -> bool:
    """Whether a file is a checklist of ours that comes back: it has the hidden rows or the column of ids."""
    return "id" in mapping and ("version" in mapping or any(sheet.name == SENT for sheet in file.sheets))


def returned_checklist(
    file: RawFile,
    table: RawTable,
    mapping: Mapping[str, int],
    event: Event,
    *,
    tasks: Iterable[Task],
    new_id: Callable[[], str],
    language: str,
) -> ChecklistReturn:
    """What taking a returned checklist back would change. Nothing is saved."""
    here = {task.id: task for task in tasks}
    sent_table = next((sheet.table for sheet in file.sheets if sheet.name == SENT), None)
    sent = _Sent.of(sent_table, event, language)
    say = Translator(sent.language)
    fields = [name for name in mapping if name not in ONLY_SHOWN]
    listed = [_of_row(row, mapping, say) for row in table.rows]
    difference = checklist_difference(listed, sent.tasks, _of_tasks(here.values(), event, say), fields)
    known = {row.number: row.id for row in listed if row.id in here}
    ids = {row.number: known.get(row.number) or new_id() for row in table.rows}
    ids |= {row.number: new_id() for row in difference.new}
    ids |= {change.file.number: change.here.id for change in difference.changed}
    references = TaskReferences.of_rows(table.rows, mapping, ids).with_tasks(here.values())
    rows = TaskRows(mapping, table.header, TaskCells(event, references, say))
    raw = {row.number: row for row in table.rows}
    last = max((task.position for task in here.values()), default=0)
    new = {
        row.number: rows.row(raw[row.number], ids[row.number], last + place)
        for place, row in enumerate((*difference.new, *difference.gone), start=1)
    }
    found = ChecklistReturn(table.format, difference, (), here, rows, raw, new, sent.event_id not in ("", event.id))
    return replace(found, choices=tuple(_choices(found)))


@dataclass(frozen=True, slots=True)
class _Sent:
    """The rows as they were sent out (``None`` = the file does not have them), the event and the language."""

    tasks: tuple[ListedTask, ...] | None
    event_id: str
    language: str

    @classmethod
    def of(cls, table: RawTable | None, event: Event, language: str) -> _Sent:
        """From the hidden sheet; one of another event tells only the language."""
        if table is None or not table.rows:
            return cls(None, "", language)
        mapping = {name: place for place, name in enumerate(table.header)}
        told = _cells(table.rows[0], mapping)
        language = told.get("language", "") if told.get("language") in LANGUAGES else language
        say = Translator(language)
        tasks = tuple(_of_row(row, mapping, say) for row in table.rows) if told.get("event") == event.id else None
        return cls(tasks, told.get("event", ""), language)


def _cells(row: RawRow, mapping: Mapping[str, int]) -> dict[str, str]:
    return {name: row.cells[place] for name, place in mapping.items() if 0 <= place < len(row.cells)}


def _of_row(row: RawRow, mapping: Mapping[str, int], say: Translator) -> ListedTask:
    cells = _cells(row, mapping)
    version = cells.get("version", "")
    known = {name: canonical(name, text, say) for name, text in cells.items() if name not in ONLY_SHOWN}
    return ListedTask(cells.get("id", "").strip(), known, row.number, int(version) if version.isdecimal() else None)


def _of_tasks(tasks: Iterable[Task], event: Event, say: Translator) -> list[ListedTask]:
    """The tasks of here, as a workbook would show them now."""
    by_id = {task.id: task for task in tasks}
    return [
        ListedTask(
            str(row["id"]),
            {name: canonical(name, cell_text(value), say) for name, value in row.items() if name not in ONLY_SHOWN},
            version=by_id[str(row["id"])].version,
        )
        for row in checklist_cells(by_id.values(), event, say)
    ]


def canonical(name: str, text: str, say: Translator) -> str:
    """The text of a cell in the one form it is compared in; what is not understood stays as it is."""
    plain = cleaned_lines(text)
    return FORMS[name](plain, say) if plain and name in FORMS else plain


def _day(text: str, _say: Translator) -> str:
    due = due_of(text)
    return due.day.isoformat() if due and due.day else text


def _lead(text: str, say: Translator) -> str:
    due = due_of(f"D-{text}" if text.isascii() and text.isdigit() else text)
    if due is None or due.offset is None:
        return text
    return lead_cell(due.offset, say, is_working_days=due.is_working_days)


def _status(text: str, say: Translator) -> str:
    meaning = status_words().meaning(text)
    return status_label(meaning.member, say) if meaning else text


def _answer(text: str, say: Translator) -> str:
    answer = answer_of(text)
    return text if answer is None else answer_label(answer, say)


def _counted(text: str, say: Translator) -> str:
    meaning = counted_words().meaning(text)
    return counted_label(meaning.member, say) if meaning else text


FORMS: Mapping[str, Callable[[str, Translator], str]] = {
    "due": _day,
    "done_on": _day,
    "lead": _lead,
    "status": _status,
    "reached": _answer,
    "counted": _counted,
}


def changed_task(task: Task, row: RawRow, fields: Collection[str], rows: TaskRows) -> Task | ImportRemark:
    """The task with these fields as the row has them, or why that cannot be."""
    reader = rows.reader(row)
    if "title" in fields:
        title = reader.text("title")
        if not title or len(title) > LONGEST_TITLE:
            return ImportRemark(TITLE_TOO_LONG, {"limit": LONGEST_TITLE}) if title else ImportRemark(NO_TITLE)
        task = replace(task, title=task.title.with_language(rows.cells.say.language, title))
    if deadline := frozenset(fields) & frozenset(DEADLINE):
        dated = rows.cells.with_deadline(task, reader, deadline)
        if isinstance(dated, str):
            return ImportRemark(NOT_A_DEADLINE, {"old": dated})
        task = dated
    for name in fields:
        if name not in ("title", *DEADLINE):
            task = rows.cells.with_field(task, reader, name)
    return next((remark for remark in reader.remarks if reader.leftovers), task)


def _choices(found: ChecklistReturn) -> Iterable[Choice]:
    """Everything a person can tick, in the order of the file; removed tasks last."""
    for change in found.difference.changed:
        yield from _of_change(change, found)
    for row in found.new_rows.values():
        yield _of_new(row, {gone.number for gone in found.difference.gone})
    for task in found.difference.removed:
        yield Choice(f"removed·{task.id}", REMOVED, task.title)


def _of_change(change: TaskChange, found: ChecklistReturn) -> Iterable[Choice]:
    for cell in change.cells:
        task = changed_task(found.tasks[change.here.id], found.raw[change.file.number], [cell.field], found.rows)
        yield Choice(
            f"{change.here.id}·{cell.field}",
            CHANGED,
            change.here.title,
            cell.field,
            cell.here,
            cell.file,
            cell.is_conflict,
            task if isinstance(task, ImportRemark) else None,
            change.file.number,
        )


def _of_new(row: ImportRow, gone: Collection[int]) -> Choice:
    is_refused = row.outcome == REFUSED
    title = str(row.item.title) if isinstance(row.item, Task) else " · ".join(filter(None, row.cells))[:80]
    kind = GONE if row.row in gone else NEW
    return Choice(f"new·{row.row}", kind, title, problem=row.remarks[0] if is_refused else None, number=row.row)
