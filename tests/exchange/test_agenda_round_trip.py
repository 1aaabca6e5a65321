"""What leaves as a file comes back as the same agenda, in every format that has both ways."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Contributor, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import typed
from facilitation.exchange.agenda_file import read_agenda
from facilitation.exchange.agenda_import import agenda_preview
from facilitation.exchange.agenda_sheet import agenda_xlsx, running_order_xlsx
from facilitation.exchange.calendar import event_ics
from facilitation.exchange.event_workbook import event_xlsx
from facilitation.exchange.schedule_json import schedule_json
from facilitation.exchange.schedule_xml import schedule_xml
from facilitation.exchange.spreadsheet import HEADER_ROW
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.agenda_timing import timed_items
from tests.builders import EVENT_ID, a_record, a_task, an_event, counted_ids, some_participations

Write = Callable[[EventRecord, Translator], bytes]


def agenda_csv(record: EventRecord, _: Translator) -> bytes:
    """The table of the workbook as a spreadsheet program saves it for others."""
    sheet = load_workbook(BytesIO(agenda_xlsx(record, _))).worksheets[0]
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    for row in sheet.iter_rows(min_row=HEADER_ROW, min_col=2, values_only=True):
        writer.writerow([f"{value:%H:%M}" if isinstance(value, time) else _as_typed(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _as_typed(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, datetime) else "" if value is None else str(value)


FORMATS: dict[str, Write] = {
    "schedule.xml": lambda record, _: schedule_xml(record, "1", _),
    "schedule.json": lambda record, _: schedule_json(record, "1", _),
    "event.ics": lambda record, _: event_ics(record, _.language),
    "agenda.xlsx": agenda_xlsx,
    "agenda.csv": agenda_csv,
    "running-order.xlsx": lambda record, _: running_order_xlsx(record, _, {}),
    "event.xlsx": lambda record, _: event_xlsx(record, _, date(2027, 1, 11), {}),
}
WITH_ALL_ROLES = frozenset({"running-order.xlsx", "event.xlsx"})
WITH_FACILITATORS = WITH_ALL_ROLES | {"agenda.xlsx", "agenda.csv"}


@dataclass(frozen=True)
class Shown:
    """What people see of an item."""

    starts_at: datetime
    minutes: int
    title: str
    kind: ItemKind
    room: str
    speakers: tuple[str, ...]
    facilitators: tuple[str, ...]
    note_takers: tuple[str, ...]
    summary: str


def shown(agenda: Agenda, starts_on: date, language: str) -> list[Shown]:
    """Every item in the order of its start."""
    found = [
        Shown(
            entry.starts_at,
            entry.item.minutes,
            entry.item.title.said_in(language),
            entry.item.kind,
            entry.item.room,
            _names(entry.item.speakers),
            _names(entry.item.facilitators),
            _names(entry.item.note_takers),
            entry.item.summary.said_in(language),
        )
        for entry in timed_items(agenda, starts_on)
    ]
    return sorted(found, key=lambda item: (item.starts_at, item.room, item.title))


def _names(people: Iterable[Contributor]) -> tuple[str, ...]:
    return tuple(person.name for person in people)


def read_back(data: bytes, name: str, event: Event, language: str) -> list[Shown]:
    """The agenda an import would bring into the same event; nothing of it may be refused."""
    file = read_agenda(data, name, event)
    preview = agenda_preview(file, None, event, people=(), new_id=counted_ids(), language=language)
    assert [row.cells for row in preview.rows if row.outcome == "refused"] == []
    return shown(Agenda(EVENT_ID, preview.days), preview.first_on or event.starts_on, language)


def as_written(record: EventRecord, name: str, language: str) -> list[Shown]:
    """What a format can say of the agenda."""
    items = shown(record.agenda, record.event.starts_on, language)
    if name not in WITH_ALL_ROLES:
        items = [replace(item, note_takers=()) for item in items]
    if name not in WITH_FACILITATORS:
        items = [replace(item, facilitators=()) for item in items]
    return items


LETTERS = "aëbcçdefghijklmnopqrstuvwxyzËÇAST"
TITLES = st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=1, max_size=4).map(" ".join)
TEXTS = st.just("") | TITLES
OFFICES = (
    "Përfaqësuese, Zyra e Punësimit, Shkodër",
    "Kryetare, Bashkia Elbasan",
    "Specialiste, Drejtoria e Shëndetit",
    "Qendra e Gruas",
)
PEOPLE = st.lists(st.sampled_from(OFFICES), max_size=2, unique=True).map(
    lambda names: tuple(Contributor(name) for name in names)
)
ROOMS = ("Salla A", "Salla B", "Oborri")
MINUTES = st.integers(1, 24).map(lambda fives: timedelta(minutes=5 * fives))


@st.composite
def blocks(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    """One item, or several beside each other in rooms of their own."""
    rooms = draw(st.lists(st.sampled_from(ROOMS), min_size=1, max_size=3, unique=True))
    is_alone = len(rooms) == 1
    group = "" if is_alone else draw(st.sampled_from(["g1", "g2"]))
    return tuple(
        AgendaItem(
            id="",
            kind=draw(st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.STAFF])),
            title=typed(draw(TITLES), "sq"),
            duration=draw(MINUTES),
            parallel=group,
            room=draw(st.sampled_from([room, ""])) if is_alone else room,
            speakers=draw(PEOPLE),
            facilitators=draw(PEOPLE),
            note_takers=draw(PEOPLE),
            summary=typed(draw(TEXTS), "sq"),
        )
        for room in rooms
    )


@st.composite
def plans(draw: st.DrawFn) -> EventRecord:
    """An event of up to three days, each with sessions; some start at a pinned time after a gap."""
    ids, days = count(1), []
    for _number in range(draw(st.integers(1, 3))):
        found = draw(st.lists(blocks(), min_size=1, max_size=4))
        items = [replace(item, id=f"item-{next(ids)}", parallel=_group(item, n)) for n, block in enumerate(found)
                 for item in block]  # fmt: skip
        if draw(st.booleans()):
            items[-1] = replace(items[-1], pinned_start=time(21), parallel="")
        days.append(AgendaDay(draw(st.sampled_from([time(8), time(9, 15), time(10, 30)])), tuple(items)))
    event = an_event(day_count=len(days), starts_on=draw(st.dates(date(2026, 1, 1), date(2030, 12, 31))))
    return a_record(event=event, agenda=Agenda(EVENT_ID, tuple(days)))


def _group(item: AgendaItem, number: int) -> str:
    return f"{item.parallel}-{number}" if item.parallel else ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(record=plans())
def test_an_exported_agenda_is_imported_as_the_same(record: EventRecord, name: str, language: str) -> None:
    data = FORMATS[name](record, Translator(language))

    assert read_back(data, name, record.event, language) == as_written(record, name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agenda_is_found_in_a_workbook_beside_other_lists(language: str) -> None:
    items = tuple(AgendaItem(f"item-{n}", ItemKind.PANEL, typed(f"Paneli i {n}-të", "sq"), timedelta(minutes=30))
                  for n in range(3))  # fmt: skip
    record = a_record(items=items, tasks=tuple(a_task(f"task-{n}") for n in range(9)),
                      participations=some_participations(20))  # fmt: skip

    data = FORMATS["event.xlsx"](record, Translator(language))

    assert read_back(data, "event.xlsx", record.event, language) == as_written(record, "event.xlsx", language)
