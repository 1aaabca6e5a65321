"""The lists of an event in one workbook: running order, checklist and participants. It is for the staff."""

from __future__ import annotations

from datetime import date

from facilitation.domain.record import EventRecord
from facilitation.exchange.agenda_sheet import MethodNames, add_running_order
from facilitation.exchange.checklist_sheet import add_checklist
from facilitation.exchange.people_sheet import add_participants
from facilitation.exchange.spreadsheet import new_book, workbook_bytes
from facilitation.i18n.translator import Translator


def event_xlsx(record: EventRecord, _: Translator, today: date, methods: MethodNames) -> bytes:
    """One sheet for each list, each as in the workbook of its own."""
    book = new_book()
    add_running_order(book, record, _, methods)
    add_checklist(book, record, _, today)
    add_participants(book, record, _)
    return workbook_bytes(book, title=record.event.title.said_in(_.language), language=_.language)
