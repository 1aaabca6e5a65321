"""Every document of an event, in either language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitation.documents.catalogue import WORD_DOCUMENTS
from facilitation.documents.word_styles import Stamp
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.exchange.calendar import event_ics
from facilitation.exchange.checklist_sheet import checklist_xlsx
from facilitation.exchange.people_sheet import participants_xlsx
from facilitation.i18n.translator import Translator
from facilitation.services.desk import Desk

PAPERS = (*WORD_DOCUMENTS, "checklist.xlsx", "participants.xlsx", "event.ics")
"""File names of the pack, in its order: the contract of ``pack``."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes the documents."""

    desk: Desk

    def make(self, event_id: str, name: str, language: str) -> bytes:
        """One document by its file name."""
        with self.desk.reading() as work:
            record = work.record(event_id)
        return self.paper(record, name, language)

    def paper(self, record: EventRecord, name: str, language: str) -> bytes:
        """One document of an event already read."""
        translator = Translator(language)
        if name in WORD_DOCUMENTS:
            return WORD_DOCUMENTS[name](record, translator, self._stamp(record))
        if name == "checklist.xlsx":
            return checklist_xlsx(record, translator, self.desk.today())
        if name == "participants.xlsx":
            return participants_xlsx(record, translator)
        if name == "event.ics":
            return event_ics(record, language)
        raise NotFound(mark("There is no document “{name}”."), name=name)

    def pack(self, event_id: str, folder: Path, language: str) -> tuple[Path, ...]:
        """Write every document into a folder; answers the files."""
        with self.desk.reading() as work:
            record = work.record(event_id)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return tuple(self._write(folder / name, self.paper(record, name, language)) for name in PAPERS)
        except OSError as error:
            raise InvalidInput(
                mark("The folder {folder} cannot be written ({reason}). Choose another one."),
                folder=str(folder),
                reason=error.strerror or str(error),
            ) from error

    def _write(self, path: Path, data: bytes) -> Path:
        path.write_bytes(data)
        return path

    def _stamp(self, record: EventRecord) -> Stamp:
        version = record.event.version + record.agenda.version + record.guide.version
        return Stamp(version=str(version), printed_on=self.desk.today())
