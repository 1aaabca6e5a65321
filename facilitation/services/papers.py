"""Every document of an event, in either language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.calendar_items import earlier_items
from facilitation.services.desk import Desk

PAPERS = (
    "agenda.docx",
    "running-order.docx",
    "checklist.docx",
    "guide.docx",
    "cafe-rosters.docx",
    "table-cards.docx",
    "sign-in.docx",
    "badges.docx",
    "note-form.docx",
    "proceedings.docx",
    "checklist.xlsx",
    "participants.xlsx",
    "event.ics",
)
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
        if name not in PAPERS:
            raise NotFound(mark("There is no document “{name}”."), name=name)
        return self._maker(name)(record, Translator(language))

    def _maker(self, name: str) -> Callable[[EventRecord, Translator], bytes]:
        # Imported when the first paper is asked for: the first screen must not wait half a second for python-docx.
        from facilitation.documents.catalogue import WORD_DOCUMENTS
        from facilitation.documents.word_styles import Stamp
        from facilitation.exchange.calendar import event_ics
        from facilitation.exchange.checklist_sheet import checklist_xlsx
        from facilitation.exchange.people_sheet import participants_xlsx

        today = self.desk.today()
        if name in WORD_DOCUMENTS:
            return lambda record, _: WORD_DOCUMENTS[name](record, _, Stamp(paper_version(record), today))
        return {
            "checklist.xlsx": lambda record, _: checklist_xlsx(record, _, today),
            "participants.xlsx": participants_xlsx,
            "event.ics": lambda record, _: event_ics(record, _.language, earlier=self._released_items(record.event.id)),
        }[name]

    def _released_items(self, event_id: str) -> tuple[TimedItem, ...]:
        """What went out in any version: a calendar calls off what is gone since."""
        with self.desk.reading() as work:
            return earlier_items(work.releases.records(event_id))

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


def paper_version(record: EventRecord) -> str:
    """The version printed in the footers; it grows with every change of event, agenda or guide."""
    return str(record.event.version + record.agenda.version + record.guide.version)
