"""Bringing lists in: preview first, save on yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitation.domain.person import Participation
from facilitation.domain.task import Task
from facilitation.i18n.translator import Translator
from facilitation.services.desk import Desk
from facilitation.services.people import People
from facilitation.services.tasks import Tasks

if TYPE_CHECKING:
    from facilitation.exchange.import_preview import ImportPreview, ImportRemark
    from facilitation.exchange.table_file import RawTable

__all__ = ["ImportPreview", "Imports", "RawTable", "preview_rows", "remark_text"]


def preview_rows(preview: ImportPreview, _: Translator) -> dict[str, Any]:
    """The shape of ``import --json`` (design.md section 6) in the reader's language."""
    from facilitation.exchange.import_preview import preview_json  # slow to import

    return preview_json(preview, _)


def remark_text(remark: ImportRemark, _: Translator) -> str:
    """Why a value was changed or a row refused, in the reader's language."""
    from facilitation.exchange.import_preview import remark_sentence  # slow to import

    return remark_sentence(remark, _)


@dataclass(frozen=True, slots=True)
class Imports:
    """Reads files into previews and saves what was accepted."""

    desk: Desk
    people: People
    tasks: Tasks

    def people_file(self, event_id: str, data: bytes, file_name: str, language: str) -> ImportPreview:
        """A list of participants, its columns understood by their names."""
        table, mapping = self.people.read_file(data, file_name)
        return self.people.preview(event_id, table, mapping, language)

    def tasks_file(self, event_id: str, data: bytes, file_name: str, language: str) -> ImportPreview:
        """A checklist, its columns understood by their names."""
        from facilitation.exchange.table_file import read_table  # slow to import
        from facilitation.exchange.task_words import COLUMNS
        from facilitation.exchange.tasks_import import guess_task_mapping, tasks_preview

        table = read_table(data, file_name, COLUMNS)
        with self.desk.reading() as work:
            event, existing = work.events.get(event_id), work.tasks.list_for(event_id)
        return tasks_preview(
            table,
            guess_task_mapping(table.header),
            event,
            existing=existing,
            new_id=self.desk.new_id,
            language=language,
        )

    def save(self, event_id: str, preview: ImportPreview) -> int:
        """Save every accepted row; answers how many."""
        people = [item for item in preview.items if isinstance(item, Participation)]
        tasks = [item for item in preview.items if isinstance(item, Task)]
        return self.people.save_import(event_id, people) + self.tasks.add_many(tasks)
