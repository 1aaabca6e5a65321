"""What each cell of a checklist makes of a task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.domain.text import Text, typed
from facilitation.errors import mark
from facilitation.exchange.due_text import Due, due_of, lead_text
from facilitation.exchange.row_reader import UNDERSTOOD, RowReader
from facilitation.exchange.task_references import TaskReferences
from facilitation.exchange.task_words import answer_label, answer_of, counted_label, counted_words, status_words
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_day

NOT_A_DAY = mark("Column “{column}”: “{old}” is not a date. What was written is kept in the note.")
NOT_A_TASK = mark("Column “{column}”: there is no task “{old}”. What was written is kept in the note.")
TEXTS = ("owner", "deputy", "blocked_by", "proof")


@dataclass(frozen=True, slots=True)
class TaskCells:
    """Reads the cells of an event's checklist in the language of ``say``."""

    event: Event
    references: TaskReferences
    say: Translator

    def typed(self, text: str) -> Text:
        """What somebody typed in the language of the file."""
        return typed(text, self.say.language)

    def with_fields(self, task: Task, reader: RowReader, fields: Iterable[str]) -> Task:
        """The task with what the cells of these fields say; the note last, as it takes what fits nowhere."""
        wanted = [field for field in fields if field != "note"]
        for field in wanted:
            task = READERS[field](self, task, reader) if field in READERS else self._with_text(task, reader, field)
        return replace(task, note=reader.note())

    def with_field(self, task: Task, reader: RowReader, field: str) -> Task:
        """The task with what one cell says, and nothing else of the row."""
        if field == "note":
            return replace(task, note=reader.lines("note"))
        return READERS[field](self, task, reader) if field in READERS else self._with_text(task, reader, field)

    def _with_text(self, task: Task, reader: RowReader, field: str) -> Task:
        if field in TEXTS:
            return _replaced(task, field, reader.text(field))
        before: Text = getattr(task, field)
        return _replaced(task, field, before.with_language(self.say.language, reader.text(field)))

    def with_deadline(self, task: Task, reader: RowReader, fields: frozenset[str]) -> Task | str:
        """The task with the deadline of these cells: day, lead time, what it counts from.

        The text that cannot be read, as text. A new lead time without a new day frees the task from the old day.
        """
        lead = self._read(reader, "lead") if "lead" in fields else Due()
        due = self._read(reader, "due") if fields & {"due", "lead"} else Due(task.pinned_on)
        if isinstance(lead, str) or isinstance(due, str):
            return lead if isinstance(lead, str) else str(due)
        counted = self._counted(task, reader) if "counted" in fields else task
        found = self._with_lead(counted, lead, due, is_new="lead" in fields)
        is_old_day = "due" not in fields and found.offset_days is not None and "lead" in fields
        day = None if is_old_day else due.day or lead.day
        free = replace(found, pinned_on=None)
        return free if day is None or day == due_day(free, self.event) else replace(free, pinned_on=day)

    def _with_lead(self, task: Task, lead: Due, due: Due, *, is_new: bool) -> Task:
        told = lead if lead.offset is not None else due
        if told.offset is not None:
            return replace(task, offset_days=told.offset, is_working_days=told.is_working_days)
        return replace(task, offset_days=None, is_working_days=False) if is_new else task

    def _counted(self, task: Task, reader: RowReader) -> Task:
        text = reader.text("counted")
        meaning = counted_words().meaning(text) if text else None
        if not text or meaning is not None:
            if meaning is not None and not meaning.is_exact:
                reader.change(UNDERSTOOD, "counted", text, counted_label(meaning.member, self.say))
            counted_from = meaning.member if meaning else CountedFrom.EVENT
            return replace(task, counted_from=counted_from, counted_from_id="")
        if found := self.references.task_id(text):
            return replace(task, counted_from=CountedFrom.TASK, counted_from_id=found)
        reader.keep("counted", text, new="", template=NOT_A_TASK)
        return task

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

    def status(self, task: Task, reader: RowReader) -> Task:
        """Where the task stands."""
        label: Callable[[TaskStatus], str] = lambda status: status_label(status, self.say)  # noqa: E731
        return replace(task, status=reader.word("status", status_words(), TaskStatus.PLANNED, label))

    def reached(self, task: Task, reader: RowReader) -> Task:
        """Whether the benchmark was reached."""
        text = reader.text("reached")
        answer = answer_of(text)
        if text and answer is None:
            reader.keep("reached", text, new=answer_label(None, self.say))
        return replace(task, is_reached=answer)

    def done_on(self, task: Task, reader: RowReader) -> Task:
        """The day it was finished."""
        text = reader.text("done_on")
        due = due_of(text)
        if text and (due is None or due.offset is not None):
            reader.keep("done_on", text, new="", template=NOT_A_DAY)
        day: date | None = due.day if due else None
        return replace(task, done_on=day)

    def waits(self, task: Task, reader: RowReader) -> Task:
        """What must be finished before."""
        found: list[Dependency] = []
        for part in self.references.dependencies(reader.lines("waits")):
            if isinstance(part, str):
                reader.keep("waits", part, new="", template=NOT_A_TASK)
            elif part.task_id != task.id:
                found.append(part)
        return replace(task, waits_for=tuple(dict.fromkeys(found)))


def _replaced(task: Task, field: str, value: str | Text) -> Task:
    changes: dict[str, Any] = {field: value}
    return replace(task, **changes)


READERS: Mapping[str, Callable[[TaskCells, Task, RowReader], Task]] = {
    "status": TaskCells.status,
    "reached": TaskCells.reached,
    "done_on": TaskCells.done_on,
    "waits": TaskCells.waits,
}
