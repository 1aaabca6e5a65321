"""The shape of a file in ``agendas/checklists/``; its lines are those of an instrument."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from facilitation.domain.checklist import Checklist
from facilitation.library.file_parts import FileModel, Needed, TextFile, text_of
from facilitation.library.task_format import TaskFile


class ChecklistFile(FileModel):
    """One file of ``agendas/checklists/``."""

    title: TextFile
    purpose: Needed = None
    source: Needed = None
    tasks: Annotated[list[TaskFile], Field(min_length=1)]

    def checklist(self, key: str) -> Checklist:
        """The checklist as the program knows it."""
        return Checklist(
            key=key,
            title=self.title.text(),
            tasks=tuple(task.task() for task in self.tasks),
            purpose=text_of(self.purpose),
            source=text_of(self.source),
        )
