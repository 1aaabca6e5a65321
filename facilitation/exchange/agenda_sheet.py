"""The agenda as a workbook: for everybody, or the whole run of the days for the staff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.agenda import REST_KINDS, Audience, Contributor, CustomField, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import joined
from facilitation.exchange.custom_text import custom_text
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    HEADER_ROW,
    CellValue,
    SheetColumn,
    SheetText,
    add_table,
    colour_rows,
    formula_text,
    new_book,
    workbook_bytes,
)
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.labels import audience_label, kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

MethodNames = Mapping[str, str]
"""What methods are called in the language of the workbook, by id."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column and what an item says in it; ``is_printed`` = it stands on the paper too."""

    column: SheetColumn
    value: Callable[[TimedItem], CellValue]
    is_printed: bool = True


def agenda_xlsx(record: EventRecord, _: Translator) -> bytes:
    """What everybody may read, in a workbook of its own."""
    book = new_book()
    columns = [
        *_shared_columns(record.event, _),
        _summary(_, is_printed=True),
        *_custom_columns(record, Audience.PUBLIC, _),
    ]
    timed = [entry for entry in _timed(record) if entry.item.is_for(Audience.PUBLIC)]
    sheet = _add(book, _text(record.event, _("Agenda"), "", _), columns, timed, _)
    return workbook_bytes(book, title=f"{sheet.title}: {record.event.title.said_in(_.language)}", language=_.language)


def running_order_xlsx(record: EventRecord, _: Translator, methods: MethodNames) -> bytes:
    """Everything about every item, for the staff, in a workbook of its own."""
    book = new_book()
    sheet = add_running_order(book, record, _, methods)
    return workbook_bytes(book, title=f"{sheet.title}: {record.event.title.said_in(_.language)}", language=_.language)


def add_running_order(book: Workbook, record: EventRecord, _: Translator, methods: MethodNames) -> Worksheet:
    """The sheet of the staff. What is rarely needed on paper stands to the right of what is printed."""
    columns = [
        *_shared_columns(record.event, _),
        _Column(SheetColumn(_("Note-takers"), 22), lambda entry: _names(entry.item.note_takers)),
        *_plan_columns(record.event, _, methods),
        *_custom_columns(record, Audience.STAFF, _),
        _Column(SheetColumn(_("Internal note"), 34), lambda entry: entry.item.internal_note, is_printed=False),
    ]
    text = _text(record.event, _("Running order"), _("FOR STAFF ONLY · do not hand out or put up"), _)
    return _add(book, text, columns, _timed(record), _)


def _timed(record: EventRecord) -> tuple[TimedItem, ...]:
    return timed_items(record.agenda, record.event.starts_on)


def _text(event: Event, name: str, mark: str, _: Translator) -> SheetText:
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    return SheetText(
        name=name,
        title=event.title.said_in(_.language),
        subtitle=" · ".join(part for part in (span, event.place, mark) if part),
        refusal=_("Choose one of the values in the list."),
    )


def _shared_columns(event: Event, _: Translator) -> list[_Column]:
    """When, what, where and who; column A is hidden and holds the item's id."""
    kinds = tuple(kind_label(kind, _) for kind in ItemKind)
    return [
        _Column(SheetColumn("id", 6, is_hidden=True), lambda entry: entry.item.id),
        _Column(SheetColumn(_("Day"), 5), lambda entry: entry.day),
        _Column(SheetColumn(_("Date"), 11), lambda entry: event.day(entry.day)),
        _Column(SheetColumn(_("Start"), 7), lambda entry: entry.starts_at.time()),
        _Column(SheetColumn(_("End"), 8), lambda entry: entry.ends_at.time()),
        _Column(SheetColumn(_("Minutes"), 8), lambda entry: entry.item.minutes),
        _Column(SheetColumn(_("Session"), 40), lambda entry: entry.item.title.said_in(_.language)),
        _Column(SheetColumn(_("Kind"), 14, choices=kinds), lambda entry: kind_label(entry.item.kind, _)),
        _Column(SheetColumn(_("Room"), 14), lambda entry: entry.item.room),
        _Column(SheetColumn(_("Speakers"), 28), lambda entry: _names(entry.item.speakers)),
        _Column(SheetColumn(_("Facilitators"), 22), lambda entry: _names(entry.item.facilitators)),
    ]


def _summary(_: Translator, *, is_printed: bool) -> _Column:
    return _Column(SheetColumn(_("Summary"), 34), lambda entry: entry.item.summary.said_in(_.language), is_printed)


def _plan_columns(event: Event, _: Translator, methods: MethodNames) -> list[_Column]:
    """Why and how: for those who prepare."""
    objectives = {objective.id: objective.text for objective in event.objectives}
    audiences = tuple(audience_label(audience, _) for audience in Audience)

    def served(entry: TimedItem) -> str:
        found = (objectives[key] for key in entry.item.objective_ids if key in objectives)
        return joined(found, _.language, "; ")

    def method(entry: TimedItem) -> str:
        return methods.get(entry.item.method_id, entry.item.method_id)

    def readers(entry: TimedItem) -> str:
        return audience_label(Audience.STAFF if entry.item.kind is ItemKind.STAFF else entry.item.audience, _)

    return [
        _Column(SheetColumn(_("Objectives"), 34), served, is_printed=False),
        _Column(SheetColumn(_("Method"), 20), method, is_printed=False),
        _Column(SheetColumn(_("Audience"), 14, choices=audiences), readers, is_printed=False),
        _summary(_, is_printed=False),
    ]


def _custom_columns(record: EventRecord, reader: Audience, _: Translator) -> list[_Column]:
    """One column for each custom field that such a reader may see."""
    fields = [field for field in record.agenda.custom_fields if reader is Audience.STAFF or field.audience is reader]
    return [_custom_column(field, _) for field in fields]


def _custom_column(field: CustomField, _: Translator) -> _Column:
    column = SheetColumn(field.name.said_in(_.language), 18, choices=field.choices)
    return _Column(column, lambda entry: custom_text(entry.item, field, _), is_printed=False)


def _names(people: Iterable[Contributor]) -> str:
    """Names with a semicolon between them, as offices carry commas of their own."""
    return "; ".join(person.name for person in people)


def _add(
    book: Workbook, text: SheetText, columns: list[_Column], timed: Iterable[TimedItem], _: Translator
) -> Worksheet:
    rows = [[column.value(entry) for column in columns] for entry in timed]
    sheet = add_table(book, text, [column.column for column in columns], rows)
    printed = get_column_letter(sum(column.is_printed for column in columns))
    sheet.print_area = f"A1:{printed}{HEADER_ROW + max(len(rows), 1)}"
    rests = ",".join(f"$H{FIRST_ROW}={formula_text(kind_label(kind, _))}" for kind in sorted(REST_KINDS))
    colour_rows(sheet, f"OR({rests})", len(columns), font=Font(color="6B6B6B"), fill=None)
    return sheet
