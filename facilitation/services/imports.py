"""Bringing lists and agendas in: preview first, save on yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitation.domain.agenda import Agenda
from facilitation.domain.person import Participation
from facilitation.domain.task import Task
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_batch import with_items_inserted
from facilitation.planning.agenda_from_times import days_in_place, with_days_appended, with_rooms_added
from facilitation.planning.import_links import surest_answers
from facilitation.services.agenda_changes import changed_agenda
from facilitation.services.desk import Desk
from facilitation.services.people import People
from facilitation.services.people_files import PeopleFiles
from facilitation.services.task_files import TaskFiles
from facilitation.services.tasks import Tasks
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.exchange.agenda_session import AgendaFile
    from facilitation.exchange.import_preview import AgendaPreview, ImportPreview, ImportRemark
    from facilitation.exchange.table_file import RawTable

__all__ = ["AgendaFile", "AgendaPreview", "ImportPreview", "Imports", "RawTable", "preview_rows", "remark_text"]

MOST_DAYS = 366
"""As many as an event can have."""


def preview_rows(preview: ImportPreview, _: Translator) -> dict[str, Any]:
    """The shape of ``import --json`` (design.md section 6) in the reader's language."""
    from facilitation.exchange.import_preview import preview_json  # slow to import

    return preview_json(preview, _)


def remark_text(remark: ImportRemark, _: Translator) -> str:
    """Why a value was changed or a row refused, in the reader's language."""
    from facilitation.exchange.import_preview import remark_sentence  # slow to import

    return remark_sentence(remark, _)


def refuse_size(size: int, file_name: str) -> None:
    """Refuse a file that is too large for an agenda before it is read."""
    from facilitation.exchange.agenda_file import refuse_bytes  # slow to import

    refuse_bytes(size, file_name)


@dataclass(frozen=True, slots=True)
class Imports:
    """Reads files into previews and saves what was accepted."""

    desk: Desk
    people: People
    people_files: PeopleFiles
    tasks: Tasks
    task_files: TaskFiles

    def people_file(self, event_id: str, data: bytes, file_name: str, language: str) -> ImportPreview:
        """A list of participants, its columns understood by their names."""
        table, mapping = self.people.read_file(data, file_name)
        return self.people.preview(event_id, table, mapping, language)

    def tasks_file(self, event_id: str, data: bytes, file_name: str, language: str) -> ImportPreview:
        """A checklist, its columns understood by their names: a list of another office, or ours that comes back."""
        return self.task_files.read_list(event_id, data, file_name, language)

    def read_agenda(self, event_id: str, data: bytes, file_name: str) -> tuple[AgendaFile, dict[str, int]]:
        """A file with an agenda, whatever its format, and its columns as far as it has any that are understood."""
        from facilitation.exchange.agenda_file import read_agenda  # slow to import
        from facilitation.exchange.agenda_tables import guessed_mapping

        with self.desk.reading() as work:
            event = work.events.get(event_id)
        file = read_agenda(data, file_name, event)
        return file, guessed_mapping(file.tables[0]) if file.tables else {}

    def read_pasted(self, event_id: str, rows: str) -> tuple[AgendaFile, dict[str, int]]:
        """The same for rows that were copied in a spreadsheet, with or without their headline."""
        from facilitation.exchange.agenda_pasted import pasted_rows  # slow to import

        return self.read_agenda(event_id, pasted_rows(rows), "rows.tsv")

    def preview_agenda(
        self, event_id: str, file: AgendaFile, language: str, chosen: Mapping[str, int] | None = None
    ) -> AgendaPreview:
        """What an agenda would bring, session by session; ``chosen`` = the columns a person named."""
        from facilitation.exchange.agenda_import import agenda_preview  # slow to import

        with self.desk.reading() as work:
            event, people = work.events.get(event_id), work.participations.list_for(event_id)
        return agenda_preview(file, chosen, event, people=people, new_id=self.desk.new_id, language=language)

    def agenda_file(self, event_id: str, data: bytes, file_name: str, language: str) -> AgendaPreview:
        """An agenda in any of the formats, its columns understood by their names."""
        file, _mapping = self.read_agenda(event_id, data, file_name)
        return self.preview_agenda(event_id, file, language)

    def with_inserted(
        self, agenda: Agenda, preview: AgendaPreview, *, day: int, after_id: str = ""
    ) -> tuple[Agenda, AgendaPreview]:
        """The agenda with the sessions of a preview of one day among those of ``day``, and the preview for there."""
        from facilitation.exchange.agenda_pasted import told_start, without_guessed_start  # slow to import

        items = tuple(item for each in preview.days for item in each.items)
        starts_at = told_start(preview)
        inserted = with_items_inserted(agenda, items, day=day, after_id=after_id, starts_at=starts_at)
        return with_rooms_added(inserted, preview.rooms), without_guessed_start(preview)

    def insert_agenda(self, event_id: str, preview: AgendaPreview, *, day: int, after_id: str = "") -> int:
        """Save the accepted sessions after another one of a day, or at its end, in one stroke; answers how many."""
        changed_agenda(
            self.desk,
            event_id,
            "paste_items",
            lambda agenda: self.with_inserted(agenda, preview, day=day, after_id=after_id)[0],
        )
        return len(preview.items)

    def save(self, event_id: str, preview: ImportPreview) -> int:
        """Save every accepted row of a list; answers how many.

        Somebody known from another event, with the same name and organisation, is linked and not made a second time.
        """
        from facilitation.exchange.checklist_return import ReturnPreview  # slow to import

        if isinstance(preview, ReturnPreview) and preview.returned is not None:
            return self.task_files.take_back(event_id, preview.returned, preview.ticks)
        tasks = [item for item in preview.items if isinstance(item, Task)]
        self.task_files.refuse_circles(event_id, tasks)
        return self._save_people(event_id, preview) + self.tasks.add_many(tasks)

    def _save_people(self, event_id: str, preview: ImportPreview) -> int:
        """Nobody is asked who is whom: only the sure answers are taken."""
        rows = {item.person.id: place for place, item in enumerate(preview.items) if isinstance(item, Participation)}
        if not rows:
            return 0
        answers = surest_answers(rows, self.people_files.matches(preview))
        return self.people_files.save(event_id, preview, answers).count

    def save_agenda(self, event_id: str, preview: AgendaPreview, *, is_replacing: bool) -> int:
        """Save the accepted sessions as further days or instead of the agenda, in one stroke; answers how many.

        The event lasts as long as its agenda afterwards. An agenda whose sessions have notes cannot be replaced.
        """
        if not preview.items:
            return 0
        with self.desk.work() as work:
            event, before = work.events.get(event_id), work.agendas.get(event_id)
            if is_replacing:
                _refuse_lost_notes(work, before)
                wanted = replace(before, days=days_in_place(preview.days, preview.first_on, event))
            else:
                wanted = with_days_appended(before, preview.days)
            if len(wanted.days) > MOST_DAYS:
                raise InvalidInput(mark("An event lasts at most {most} days."), most=MOST_DAYS)
            saved = work.agendas.save(with_rooms_added(wanted, preview.rooms))
            longer = work.events.save(replace(event, day_count=len(saved.days)))
            self.desk.note_change(work, "import_agenda", event_id, before=event, after=longer)
            self.desk.note_change(work, "import_agenda", event_id, before=before, after=saved)
            work.commit()
        return len(preview.items)


def _refuse_lost_notes(work: UnitOfWork, agenda: Agenda) -> None:
    """Notes stay with their sessions; nobody loses them by an import."""
    items = {item.id for _day, item in agenda.items()}
    count = len({note.item_id for note in work.notes.list_for(agenda.event_id)} & items)
    if count:
        raise InvalidInput(
            mark(
                "{count} session(s) of the agenda have notes, so it cannot be replaced. Add the imported days at the"
                " end instead."
            ),
            count=count,
        )
