"""A file is known by its content; the samples come in whole, and nothing else harms anybody."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import (
    agenda_file,
    agenda_tables,
    schedule_json_import,
    table_file,
    word_open,
    workbook_guard,
)
from facilitation.exchange.agenda_file import read_agenda, refuse_bytes
from facilitation.exchange.import_preview import AgendaPreview
from facilitation.settings import ROOT
from tests.builders import A_MONDAY, an_event
from tests.exchange.agendas import a_word_file, an_entry, an_ics, read
from tests.exchange.tables import an_xlsx

SAMPLES = ROOT / "agendas" / "samples" / "imports"
FILES = sorted(SAMPLES.iterdir())
FORMATS = {
    "schedule.xml": "frab-xml",
    "schedule.json": "schedule-json",
    "calendar.ics": "ics",
    "run-of-show.xlsx": "xlsx",
    "run-of-show.csv": "csv",
    "agenda.docx": "docx",
}
DIRECTOR = Contributor("Drejtore, Bashkia Elbasan")
DELEGATE = Contributor("Përfaqësuese, Zyra e Punësimit, Shkodër")
COORDINATOR = Contributor("Koordinatore, Drejtoria Rajonale, Elbasan")


def an_item(kind: ItemKind, minutes: int, title: str, room: str, **fields: object) -> AgendaItem:
    item = AgendaItem("", kind, Text(sq=title), timedelta(minutes=minutes), room=room)
    return replace(item, **fields)  # type: ignore[arg-type]


DAYS = (
    AgendaDay(
        time(9),
        (
            an_item(ItemKind.REGISTRATION, 30, "Regjistrimi dhe kafe", "Holli"),
            an_item(ItemKind.OPENING, 15, "Hapja e takimit", "Salla A", speakers=(DIRECTOR,)),
            an_item(
                ItemKind.PANEL,
                60,
                "Paneli: shërbimet për familjet",
                "Salla A",
                speakers=(DELEGATE,),
                facilitators=(COORDINATOR,),
                summary=Text(sq="Si u vijnë shërbimet familjeve në fshat, dhe çfarë pengon."),
            ),
            an_item(ItemKind.BREAK, 15, "Pushim kafeje", "Holli"),
            an_item(
                ItemKind.WORKING_GROUPS,
                90,
                "Punë në grupe: veriu",
                "Salla A",
                facilitators=(COORDINATOR,),
                parallel="id-10",
            ),
            an_item(ItemKind.WORKING_GROUPS, 90, "Punë në grupe: jugu", "Salla B", parallel="id-10"),
            an_item(ItemKind.MEAL, 60, "Drekë", "Restoranti", pinned_start=time(13)),
        ),
    ),
    AgendaDay(
        time(9),
        (
            an_item(
                ItemKind.WORLD_CAFE,
                60,
                "World café: çfarë bëjmë së bashku",
                "Salla A",
                facilitators=(COORDINATOR,),
            ),
            an_item(ItemKind.EVALUATION, 30, "Vlerësimi i takimit", "Salla A"),
        ),
    ),
)
"""What every sample says; a calendar has no word for facilitators."""


def bare(days: tuple[AgendaDay, ...], *, has_facilitators: bool) -> tuple[AgendaDay, ...]:
    """The days without ids, and without what a calendar cannot say."""

    def said(item: AgendaItem) -> AgendaItem:
        return replace(item, id="", facilitators=item.facilitators if has_facilitators else ())

    return tuple(replace(day, items=tuple(map(said, day.items))) for day in days)


def a_zip(**members: bytes) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return content.getvalue()


def claiming(data: bytes, size: int) -> bytes:
    """The same package whose directory says that its first member unpacks to so many bytes."""
    place = data.index(b"PK\x01\x02")
    return data[: place + 24] + struct.pack("<I", size) + data[place + 28 :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_comes_in_whole(path: Path) -> None:
    preview = read(path.read_bytes(), name="no name that helps")

    has_facilitators = path.name != "calendar.ics"
    assert bare(preview.days, has_facilitators=has_facilitators) == bare(DAYS, has_facilitators=has_facilitators)
    assert (preview.format, preview.read, preview.repaired, preview.refused) == (FORMATS[path.name], 9, 0, 0)
    assert preview.first_on == A_MONDAY
    assert [room.name for room in preview.rooms] == ["Holli", "Salla A", "Salla B", "Restoranti"]


def test_there_is_a_sample_of_every_format() -> None:
    assert {path.name for path in FILES} == set(FORMATS)


def test_a_json_programme_says_how_many_people_fit_into_a_room() -> None:
    rooms = read((SAMPLES / "schedule.json").read_bytes()).rooms

    assert rooms == (Room("Holli"), Room("Salla A", 60), Room("Salla B", 25), Room("Restoranti"))


@pytest.mark.parametrize(
    ("data", "template"),
    [
        (b"", agenda_file.EMPTY),
        (b" \r\n\0\0", agenda_file.EMPTY),
        (b"x" * 20_000_001, agenda_file.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, agenda_file.NOT_AN_AGENDA),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, agenda_file.NOT_AN_AGENDA),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", agenda_file.PDF),
        (b"<!DOCTYPE html><html><body>09:00</body></html>", agenda_file.WEB_PAGE),
        (b"\xef\xbb\xbf\n<HTML lang=sq>", agenda_file.WEB_PAGE),
        (b"{\\rtf1\\ansi 09:00}", agenda_file.NOT_AN_AGENDA),
        (b"[1, 2, 3]", agenda_file.NOT_AN_AGENDA),
        (b'[{"title": "x"}]', schedule_json_import.OTHER_JSON),
        (b"[project]\nname = 1\n", agenda_file.NOT_AN_AGENDA),
        (b"nje letra pa tabele", agenda_tables.NO_TABLE),
        (table_file.OLE_FILE + bytes(600), agenda_file.OLD_OFFICE),
        (table_file.OLE_FILE + bytes(600) + table_file.ENCRYPTED, table_file.PROTECTED),
        (b"PK\x03\x04 and no more", workbook_guard.DAMAGED_WORKBOOK),
        (a_zip(**{"picture.png": b"x"}), agenda_file.NOT_AN_AGENDA),
        (a_zip(**{"content.xml": b"x"}), agenda_file.OPEN_DOCUMENT),
        (a_zip(**{"xl/workbook.bin": b"x"}), table_file.BINARY_EXCEL),
        (a_zip(**{"xl/workbook.xml": b"x"}), workbook_guard.DAMAGED_WORKBOOK),
        (claiming(a_zip(**{"xl/worksheets/sheet1.xml": b"x"}), 3_000_000_000), workbook_guard.UNPACKS_TOO_LARGE),
        (claiming(a_zip(**{"word/document.xml": b"x"}), 3_000_000_000), word_open.UNPACKS_TOO_LARGE),
        (an_xlsx(["Emri"], ["Zyra A"]), agenda_tables.NO_TABLE),
        (a_word_file("Letër"), agenda_tables.NO_TABLE),
    ],
    ids=[
        *(
            "empty",
            "blank",
            "large",
            "png",
            "jpeg",
            "pdf",
            "web page",
            "web page in capitals",
            "rtf",
            "list of numbers",
        ),
        *("list of objects", "settings", "letter", "old office", "password", "half a zip", "zip", "open document"),
        *("binary workbook", "no workbook", "workbook of 3 GB", "document of 3 GB", "people", "letter in word"),
    ],
)
def test_any_other_file_is_refused_with_its_reason(data: bytes, template: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(data)

    assert caught.value.template == template
    assert "{" not in str(caught.value)


def test_a_file_can_be_refused_by_its_size_before_it_is_read() -> None:
    refuse_bytes(20_000_000, "axhenda")
    with pytest.raises(InvalidInput) as caught:
        refuse_bytes(3_000_000_000, "axhenda")

    assert str(caught.value).startswith("The file “axhenda” is larger than 20 MB.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_sample_that_was_cut_off_is_refused_or_read_as_far_as_it_goes(path: Path, part: float) -> None:
    data = path.read_bytes()

    preview = read_or_none(data[: int(len(data) * part)])

    assert preview is None or (path.suffix in (".csv", ".ics") and len(preview.items) <= 9)


def read_or_none(data: bytes) -> AgendaPreview | None:
    """The preview, or nothing where the file is refused; any other error fails the test."""
    try:
        return read(data)
    except InvalidInput:
        return None


BEGINNINGS = (
    b"", b"PK\x03\x04", b"<schedule>", b"<?xml version='1.0' encoding='utf-16'?><schedule><event>", b'{"days": [',
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:", b"Koha;Seanca;Min\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0",
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_no_bytes_whatever_raise_another_error(beginning: bytes, rest: bytes) -> None:
    read_or_none(beginning + rest)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_sample_damaged_anywhere_raises_another_error(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([path.read_bytes() for path in FILES])))
    for _number in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))

    read_or_none(bytes(content))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=10), min_size=4, max_size=4), max_size=8))
def test_no_cells_whatever_raise_another_error(rows: list[list[str]]) -> None:
    lines = [";".join(cell.replace(";", ",").replace('"', "'") for cell in row) for row in rows]

    read_or_none("\n".join(["Koha;Kohëzgjatja;Seanca;Dita", *lines]).encode("utf-8", "ignore"))


FACTS = st.sampled_from(
    [
        *("09:00", "24:00", "25:61", "99:99", "-1", "", "x", "1e999", "PT0S", "00:00", "\u200b", "Hapja", "0001-01-01"),
        *("2027-05-17T09:00:00+02:00", "2027-05-17T09:00:00Z", "9999-12-31T23:59:00Z", "2099-12-31T23:59:00Z"),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.fixed_dictionaries(dict.fromkeys(("date", "start", "duration", "end", "title", "room"), FACTS)))
def test_no_facts_of_a_session_whatever_raise_another_error(facts: dict[str, str]) -> None:
    session = "".join(f"<{name}>{text}</{name}>" for name, text in facts.items())

    preview = read(
        f'<schedule><day date="2027-05-17"><event id="Konferenca kombëtare">{session}</event></day></schedule>'
    )
    assert len(preview.rows) == 1


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(["DTSTART", "DTSTART;TZID=Europe/London", "DTSTART;TZID=../etc", "DTSTART;VALUE=DATE"]),
    st.from_regex(r"\d{0,8}T?\d{0,6}Z?", fullmatch=True),
    st.from_regex(r"(FREQ=(DAILY|WEEKLY|YEARLY)|COUNT=\d{0,6}|INTERVAL=\d{0,4}|UNTIL=\d{0,8}|;){0,5}", fullmatch=True),
)
def test_no_times_of_an_entry_whatever_raise_another_error(name: str, start: str, rule: str) -> None:
    read_or_none(an_ics(an_entry(start="", end=start, rrule=rule) + f"\n{name}:{start}").encode())


def test_the_name_of_a_file_says_nothing() -> None:
    file = read_agenda((SAMPLES / "schedule.xml").read_bytes(), "agenda.xlsx", an_event())

    assert file.format == "frab-xml"
