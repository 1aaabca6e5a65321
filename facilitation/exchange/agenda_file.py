"""Tells by its content what kind of agenda a file holds, and has it read; any other file is refused with a reason."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

from facilitation.domain.event import Event
from facilitation.errors import InvalidInput, mark
from facilitation.exchange import table_file
from facilitation.exchange.agenda_session import AgendaFile
from facilitation.exchange.agenda_tables import agenda_tables
from facilitation.exchange.calendar_import import calendar_agenda
from facilitation.exchange.schedule_json_import import json_agenda
from facilitation.exchange.schedule_xml_import import xml_agenda
from facilitation.exchange.table_csv import csv_rows, decoded
from facilitation.exchange.table_grid import Grid
from facilitation.exchange.table_xlsx import xlsx_grids
from facilitation.exchange.word_open import DAMAGED_WORD, DOCUMENT, UNREADABLE
from facilitation.exchange.word_tables import word_grids
from facilitation.exchange.workbook_guard import DAMAGED_WORKBOOK
from facilitation.exchange.zone_names import zone_named

MAXIMUM_BYTES = 20_000_000
DEFAULT_ZONE = "Europe/Tirane"
BEGINNING = 2_000
HTML = ("<!doctype html", "<html", "<table", "<head", "<body")

NOT_AN_AGENDA = mark(
    "The file “{file}” holds no agenda that can be read. Choose a schedule.xml, a schedule.json, a calendar (.ics), an"
    " Excel or CSV table, or a Word document with the agenda as a table."
)
EMPTY = mark("The file “{file}” is empty. Choose the file with the agenda.")
TOO_LARGE = mark("The file “{file}” is larger than {megabytes} MB. Keep only the agenda in it and choose it again.")
WEB_PAGE = mark(
    "The file “{file}” is a web page. Ask for the programme as schedule.xml, schedule.json or a calendar (.ics)."
)
PDF = mark("The file “{file}” is a PDF, which holds no table to read. Ask for the agenda as a Word or Excel file.")
OLD_OFFICE = mark("The file “{file}” is in an old Office format (.doc, .xls). Open it and save it as .docx or .xlsx.")
OPEN_DOCUMENT = mark("The file “{file}” is an OpenDocument file. Open it in LibreOffice and save it as .docx or .xlsx.")


def read_agenda(data: bytes, file_name: str, event: Event) -> AgendaFile:
    """The sessions or tables of a file, whatever its name says; ``InvalidInput`` tells what to do with any other."""
    _refuse_size(data, file_name)
    zone = zone_named(event.time_zone) or ZoneInfo(DEFAULT_ZONE)
    if data.startswith(b"PK"):
        return _package(data, file_name)
    if data.startswith(table_file.OLE_FILE):
        is_protected = table_file.ENCRYPTED in data
        raise InvalidInput(table_file.PROTECTED if is_protected else OLD_OFFICE, file=file_name)
    return _text_file(data, file_name, zone)


def refuse_bytes(size: int, file_name: str) -> None:
    """Refuse a file by its size, before it is read."""
    if size > MAXIMUM_BYTES:
        raise InvalidInput(TOO_LARGE, file=file_name, megabytes=MAXIMUM_BYTES // 1_000_000)


def _refuse_size(data: bytes, file_name: str) -> None:
    if not data.strip(b"\0 \t\r\n"):
        raise InvalidInput(EMPTY, file=file_name)
    refuse_bytes(len(data), file_name)


def _package(data: bytes, file_name: str) -> AgendaFile:
    """A zip: a workbook, a Word document, or something else."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except UNREADABLE as error:
        raise InvalidInput(DAMAGED_WORD if b"word/" in data else DAMAGED_WORKBOOK, file=file_name) from error
    if DOCUMENT in names:
        return AgendaFile("docx", tables=agenda_tables(word_grids(data, file_name), file_name))
    if "content.xml" in names:
        raise InvalidInput(OPEN_DOCUMENT, file=file_name)
    if "xl/workbook.bin" in names:
        raise InvalidInput(table_file.BINARY_EXCEL, file=file_name)
    if not any(name.startswith("xl/") for name in names):
        raise InvalidInput(NOT_AN_AGENDA, file=file_name)
    return AgendaFile("xlsx", tables=agenda_tables(xlsx_grids(data, file_name), file_name))


def _text_file(data: bytes, file_name: str, zone: ZoneInfo) -> AgendaFile:
    text = _text(data, file_name)
    start = text[:BEGINNING].lstrip("\ufeff \t\r\n").casefold()
    for is_this, template in ((start.startswith(HTML), WEB_PAGE), (start.startswith("%pdf"), PDF)):
        if is_this:
            raise InvalidInput(template, file=file_name)
    if start.startswith("<"):
        return xml_agenda(data, file_name, zone)
    if start.startswith("{\\rtf") or (start.startswith("[") and not start.startswith("[{")):
        raise InvalidInput(NOT_AN_AGENDA, file=file_name)
    if start.startswith(("{", "[")):
        return json_agenda(text.lstrip("\ufeff"), file_name, zone)
    if "begin:vcalendar" in start or start.startswith("begin:vevent"):
        return calendar_agenda(text, file_name, zone)
    return AgendaFile("csv", tables=agenda_tables([Grid((), csv_rows(data, file_name))], file_name))


def _text(data: bytes, file_name: str) -> str:
    try:
        return decoded(data, file_name)
    except InvalidInput as error:
        raise InvalidInput(NOT_AN_AGENDA, file=file_name) from error
