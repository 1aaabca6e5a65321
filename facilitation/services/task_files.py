"""Checklists that come in as files: lists of other offices, and our own workbook that comes back changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitation.domain.task import Task, TaskStatus
from facilitation.errors import InvalidInput, mark
from facilitation.services.commitments import keep_commitment
from facilitation.services.desk import Desk
from facilitation.services.preferences import Preferences
from facilitation.services.task_circles import refuse_any_circle
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.exchange.checklist_difference import ChecklistReturn, Choice
    from facilitation.exchange.import_preview import ImportPreview
    from facilitation.exchange.table_file import RawFile, RawTable

__all__ = ["ChecklistReturn", "Choice", "ImportPreview", "RawFile", "RawTable", "TaskFiles", "field_names"]

VERB, HIDDEN = "take_back_tasks", ("id", "version", "no")
CHANGED_MEANWHILE = mark(
    "The checklist was changed here while you looked at the differences. Nothing was saved. Choose the file again and"
    " look once more."
)


def field_names() -> Mapping[str, str]:
    """The columns a checklist can fill, as a person reads them (to be translated)."""
    from facilitation.exchange.task_words import FIELD_NAMES  # slow to import

    return FIELD_NAMES


@dataclass(frozen=True, slots=True)
class TaskFiles:
    """Reads checklists into previews, and saves what was accepted in one stroke."""

    desk: Desk
    preferences: Preferences

    def read(self, data: bytes, file_name: str) -> RawFile:
        """All lists in a file."""
        from facilitation.exchange.table_file import read_file  # slow to import
        from facilitation.exchange.task_words import COLUMNS

        return read_file(data, file_name, COLUMNS)

    def columns(self, table: RawTable) -> dict[str, int]:
        """Which column holds what: as this person chose for the same column names, else by the names themselves."""
        from facilitation.exchange.tasks_import import guess_task_mapping  # slow to import

        kept = self.preferences.columns(table.header)
        guessed = guess_task_mapping(table.header)
        return {name: place for name, place in guessed.items() if name in HIDDEN} | kept if kept else guessed

    def is_returned(self, file: RawFile, mapping: Mapping[str, int]) -> bool:
        """Whether a file is a checklist of ours that comes back."""
        from facilitation.exchange.checklist_difference import is_returned  # slow to import

        return is_returned(file, mapping)

    def preview(self, event_id: str, table: RawTable, mapping: Mapping[str, int], language: str) -> ImportPreview:
        """What a list of another office would bring, row by row; nothing is saved."""
        from facilitation.exchange.tasks_import import tasks_preview  # slow to import

        with self.desk.reading() as work:
            event, existing = work.events.get(event_id), work.tasks.list_for(event_id)
        return tasks_preview(table, mapping, event, existing=existing, new_id=self.desk.new_id, language=language)

    def difference(
        self, event_id: str, file: RawFile, table: RawTable, mapping: Mapping[str, int], language: str
    ) -> ChecklistReturn:
        """What taking a returned checklist back would change; nothing is saved."""
        from facilitation.exchange.checklist_difference import returned_checklist  # slow to import

        with self.desk.reading() as work:
            event, tasks = work.events.get(event_id), work.tasks.list_for(event_id)
        return returned_checklist(file, table, mapping, event, tasks=tasks, new_id=self.desk.new_id, language=language)

    def read_list(self, event_id: str, data: bytes, file_name: str, language: str) -> ImportPreview:
        """A file as a preview of rows, whichever of the two it is, its columns understood by their names."""
        from facilitation.exchange.checklist_return import return_preview  # slow to import

        file = self.read(data, file_name)
        table = file.sheet(file.best)
        mapping = self.columns(table)
        if not self.is_returned(file, mapping):
            return self.preview(event_id, table, mapping, language)
        return return_preview(self.difference(event_id, file, table, mapping, language), language)

    def take_back(self, event_id: str, returned: ChecklistReturn, ticks: Collection[str]) -> int:
        """Save the ticked differences in one stroke; answers how many tasks were touched.

        Raises InvalidInput where one of them was changed here since the difference was shown.
        """
        changed, new, removed = returned.wanted(ticks)
        with self.desk.work() as work:
            stored = {task.id: task for task in work.tasks.list_for(event_id)}
            for task in (*changed, *removed):
                if task.id not in stored or stored[task.id].version != task.version:
                    raise InvalidInput(CHANGED_MEANWHILE)
            gone = {task.id for task in removed}
            after = stored | {task.id: task for task in (*changed, *new)}
            refuse_any_circle(task for task in after.values() if task.id not in gone)
            for task in (*changed, *new):
                self._save(work, self._with_done_day(task), stored.get(task.id))
            for task in removed:
                work.tasks.remove(task.id)
                self.desk.note_change(work, VERB, event_id, before=task)
            work.commit()
        return len(changed) + len(new) + len(removed)

    def refuse_circles(self, event_id: str, added: Iterable[Task]) -> None:
        """Refuse new tasks that would wait for, or count from, one another in a circle."""
        with self.desk.reading() as work:
            refuse_any_circle((*work.tasks.list_for(event_id), *added))

    def _save(self, work: UnitOfWork, task: Task, before: Task | None) -> None:
        saved = work.tasks.save(task)
        self.desk.note_change(work, VERB, task.event_id, before=before, after=saved)
        if before:
            keep_commitment(self.desk, work, before, saved)

    def _with_done_day(self, task: Task) -> Task:
        if task.status is TaskStatus.DONE:
            return task if task.done_on else replace(task, done_on=self.desk.today())
        return replace(task, done_on=None)
