"""Files of an event for other programs: workbooks to go on with, and the programme for apps and screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitation.domain.record import EventRecord
from facilitation.errors import NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.library.loader import Library
from facilitation.services.desk import Desk
from facilitation.services.papers import paper_version

FILES = ("agenda.xlsx", "running-order.xlsx", "schedule.xml", "schedule.json", "event.xlsx")
"""What can be asked for. ``event.xlsx`` holds running order, checklist and participants in one workbook."""
Maker = Callable[[EventRecord, Translator], bytes]


@dataclass(frozen=True, slots=True)
class Exports:
    """Makes the files; they are no papers and stand in no pack."""

    desk: Desk
    library: Library

    def make(self, event_id: str, name: str, language: str) -> bytes:
        """One file by its name."""
        if name not in FILES:
            raise NotFound(mark("There is no file “{name}”."), name=name)
        with self.desk.reading() as work:
            record = work.record(event_id)
        return self._maker(name)(record, Translator(language))

    def _maker(self, name: str) -> Maker:
        from facilitation.exchange.agenda_sheet import agenda_xlsx, running_order_xlsx  # slow to import
        from facilitation.exchange.event_workbook import event_xlsx
        from facilitation.exchange.schedule_json import schedule_json
        from facilitation.exchange.schedule_xml import schedule_xml

        makers: dict[str, Maker] = {
            "agenda.xlsx": agenda_xlsx,
            "running-order.xlsx": lambda record, _: running_order_xlsx(record, _, self._methods(_)),
            "schedule.xml": lambda record, _: schedule_xml(record, paper_version(record), _),
            "schedule.json": lambda record, _: schedule_json(record, paper_version(record), _),
            "event.xlsx": lambda record, _: event_xlsx(record, _, self.desk.today(), self._methods(_)),
        }
        return makers[name]

    def _methods(self, _: Translator) -> dict[str, str]:
        return {key: method.title.said_in(_.language) for key, method in self.library.methods.items()}
