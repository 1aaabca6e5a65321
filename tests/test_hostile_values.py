"""Five hundred values that mean harm go through fields, screens, papers and files: nothing runs, is lost or breaks."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, InvitationStatus, Person
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange.table_file import read_table
from facilitation.services import shared
from facilitation.services.application import Application, build_application
from facilitation.services.events import NewEvent
from facilitation.services.exports import FILES
from facilitation.services.paper_names import PAPERS, PEOPLE_PAPERS, PLAN_PAPERS
from facilitation.settings import Settings
from facilitation.ui.navigation import PAGES
from tests.hostile import KEPT_BY_NO_DATABASE, MARK, VALUES, plainly
from tests.pages.opened import FRAME, without_mistakes

PERSON_FIELDS = ("name", "organisation", "position", "municipality", "email", "phone", "title")
PART_FIELDS = ("note", "access_needs", "dietary_needs", "travel")
NOTE_FIELDS = ("text", "speaker", "speaker_role", "owner")
TASK_FIELDS = ("note", "owner", "deputy", "blocked_by")
Fields = dict[str, str]


@dataclass(frozen=True)
class Attacked:
    """An event in whose fields all values stand, and which value went where."""

    app: Application
    event: Event
    people: tuple[Fields, ...]
    notes: tuple[Fields, ...]
    tasks: tuple[Fields, ...]
    titles: tuple[str, ...]


def rows_of(fields: Sequence[str], values: Iterator[str], number: int) -> tuple[Fields, ...]:
    return tuple({field: next(values) for field in fields} for _ in range(number))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    path = tmp_path_factory.mktemp("hostile") / "tryeza.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{path.as_posix()}")
        settings = Settings.from_environment()
        app = build_application(settings)
        patch.setattr(shared, "_applications", {settings: app})
        yield filled(app)
        app.archives.engine.dispose()


def filled(app: Application) -> Attacked:
    """Every value in some field of a person, a note, a task, a session or the event."""
    values = iter(VALUES)
    event = app.events.create(NewEvent("regional-group", Text(sq="A", en="A"), date(2027, 5, 20)))
    about = Text(next(values), next(values))
    event = app.events.edit(
        event, replace(event, title=Text(next(values), next(values)), place=next(values), host=about, about=about)
    )
    sessions = tuple(next(values) for _ in app.agendas.get(event.id).items())
    with app.events.desk.work() as work:
        agenda = work.agendas.get(event.id)
        named = iter(sessions)
        days = tuple(
            replace(day, items=tuple(replace(item, title=Text(title := next(named), title)) for item in day.items))
            for day in agenda.days
        )
        work.agendas.save(replace(agenda, days=days))
        work.commit()
    notes, tasks = rows_of(NOTE_FIELDS, values, 20), rows_of(TASK_FIELDS, values, 20)
    for fields in notes:
        text, *_others = fields.values()
        others = {name: value for name, value in fields.items() if name != "text"}
        app.notes.add(event.id, next(item.id for _, item in agenda.items()), NoteKind.RECOMMENDATION, text, **others)
    for fields in tasks:
        added = app.tasks.add(event.id, Text(fields["note"], fields["note"]))
        app.tasks.edit(added, replace(added, **fields))  # type: ignore[arg-type]
    people: list[Fields] = []
    left = list(values)
    for start in range(0, len(left), len(PERSON_FIELDS + PART_FIELDS)):
        fields = dict(zip((*PERSON_FIELDS, *PART_FIELDS), left[start:], strict=False))
        facts: dict[str, Any] = {name: value for name, value in fields.items() if name in PERSON_FIELDS}
        person = Person("", **facts)
        part: dict[str, Any] = {name: value for name, value in fields.items() if name in PART_FIELDS}
        app.people.add(event.id, person, status=InvitationStatus.CONFIRMED, list_consent=Consent.YES, **part)
        people.append(fields)
    app.preferences.choose_event(event.id)
    return Attacked(app, event, tuple(people), notes, tasks, sessions)


def test_there_are_five_hundred_different_values() -> None:
    assert len(set(VALUES)) == len(VALUES) >= 500


def test_the_database_keeps_every_sign(attacked: Attacked) -> None:
    parts = attacked.app.people.list_for(attacked.event.id)
    notes = attacked.app.notes.list_for(attacked.event.id)

    stored = [
        {name: getattr(part.person if name in PERSON_FIELDS else part, name) for name in fields}
        for part, fields in zip(parts, attacked.people, strict=True)
    ]
    assert stored == list(attacked.people)
    said = [{**fields, "text": fields["text"].strip()} for fields in attacked.notes]
    assert [{name: getattr(note, name) for name in NOTE_FIELDS} for note in notes] == said


@pytest.mark.parametrize("value", KEPT_BY_NO_DATABASE, ids=ascii)
def test_what_no_database_keeps_is_refused_with_a_sentence(attacked: Attacked, value: str) -> None:
    app, event = attacked.app, attacked.event
    with app.events.desk.reading() as work:
        before = work.record(event.id)
    part, note, task = before.participations[0], before.notes[0], before.tasks[0]

    for change in (
        lambda: app.people.add(event.id, Person("", f"x{value}")),
        lambda: app.people.edit(part, replace(part, dietary_needs=value)),
        lambda: app.notes.add(event.id, "i", NoteKind.KEY_POINT, f"x{value}"),
        lambda: app.notes.edit(note, replace(note, speaker=value)),
        lambda: app.tasks.edit(task, replace(task, owner=value)),
        lambda: app.events.edit(before.event, replace(before.event, place=value)),
    ):
        with pytest.raises(InvalidInput, match="cannot be saved"):
            change()

    with app.events.desk.reading() as work:
        assert work.record(event.id) == before


@pytest.mark.parametrize("page", ["home", "people", "notes", "tasks", "agenda", "settings"])
def test_no_screen_breaks_and_none_takes_text_for_markup(attacked: Attacked, page: str) -> None:
    screen = AppTest.from_file(FRAME, default_timeout=60)
    screen.session_state["language"] = "en"
    screen.switch_page(f"../../{PAGES.name}/{page}.py")

    without_mistakes(screen.run())

    assert [entry.value for entry in screen.markdown if entry.proto.allow_html] == []


def test_the_panel_of_every_kind_of_person_opens(attacked: Attacked) -> None:
    screen = AppTest.from_file(FRAME, default_timeout=60)
    screen.switch_page(f"../../{PAGES.name}/people.py")
    screen.run()
    for part in attacked.app.people.list_for(attacked.event.id)[::9]:
        screen.session_state["chosen"] = {"person": part.id, "needs_view": "1"}
        without_mistakes(screen.run())

        assert screen.text_input(f"person·{part.id}·dietary_needs").value == part.dietary_needs


def parts_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        yield from ((name, file.read(name)) for name in file.namelist())


@pytest.mark.parametrize("name", [name for name in (*PAPERS, *PLAN_PAPERS, *PEOPLE_PAPERS) if name.endswith(".docx")])
def test_word_papers_open_and_no_value_becomes_a_link_or_a_field(attacked: Attacked, name: str) -> None:
    data = attacked.app.papers.make(attacked.event.id, name, "sq")

    Document(io.BytesIO(data))
    for part, content in parts_of(data):
        if part.endswith((".rels", "settings.xml")):
            assert MARK.search(content.decode()) is None
        if part.endswith(".xml"):
            root = etree.fromstring(content)
            assert [node.text for node in root.iter("{*}instrText") if MARK.search(node.text or "")] == []


def test_names_and_tasks_stand_in_word_as_they_were_typed(attacked: Attacked) -> None:
    app, event_id = attacked.app, attacked.event.id
    people, checklist = words(app, event_id, "sign-in.docx"), words(app, event_id, "checklist.docx")
    agenda, volume = words(app, event_id, "running-order.docx"), words(app, event_id, "proceedings.docx")

    assert [row["name"] for row in attacked.people if plainly(row["name"]) not in people] == []
    assert [row["note"] for row in attacked.tasks if plainly(row["note"]) not in checklist] == []
    assert [title for title in attacked.titles if plainly(title) not in agenda] == []
    assert [row["text"] for row in attacked.notes if plainly(row["text"]) not in volume] == []


def words(app: Application, event_id: str, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(app.papers.make(event_id, name, "sq"))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return plainly("".join(node.text or "" for node in root.iter("{*}t")))


def test_a_paper_of_hostile_values_is_valid_for_word(attacked: Attacked, tmp_path: Path) -> None:
    path = tmp_path / "sign-in.docx"
    path.write_bytes(attacked.app.papers.make(attacked.event.id, "sign-in.docx", "en"))

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", ["participants.xlsx", "checklist.xlsx", "event.xlsx", "agenda.xlsx"])
def test_no_value_is_a_formula_or_a_link_in_a_workbook(attacked: Attacked, name: str) -> None:
    maker = attacked.app.exports if name in FILES else attacked.app.papers
    book = load_workbook(io.BytesIO(maker.make(attacked.event.id, name, "en")))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    wrong = [cell.value for cell in cells if MARK.search(str(cell.value)) and (cell.data_type == "f" or cell.hyperlink)]
    assert wrong == []
    assert any(MARK.search(str(cell.value)) for cell in cells)


def test_the_list_of_participants_comes_back_from_excel_and_csv(attacked: Attacked) -> None:
    app, event = attacked.app, attacked.event
    workbook = read_table(app.papers.make(event.id, "participants.xlsx", "en"), "list.xlsx")
    typed = io.StringIO()
    csv.writer(typed).writerows([("Name", "Organisation"), *((row["name"], "Zyra") for row in attacked.people)])
    table = read_table(typed.getvalue().encode(), "list.csv")

    for read, column in ((workbook, "Name"), (table, "Name")):
        names = [row.cells[read.header.index(column)] for row in read.rows]
        assert [MARK.findall(str(name)) for name in names] == [MARK.findall(row["name"]) for row in attacked.people]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_calendar_holds_the_sessions_and_nothing_that_was_smuggled_in(attacked: Attacked, language: str) -> None:
    calendar: Any = Calendar.from_ical(attacked.app.papers.make(attacked.event.id, "event.ics", language))

    entries = calendar.walk("VEVENT")
    titles = [plainly(title) for title in attacked.titles]
    assert len(calendar.walk("VCALENDAR")) == 1
    assert entries
    assert [entry["SUMMARY"] for entry in entries if plainly(str(entry["SUMMARY"])) not in titles] == []
    assert not {"X-EVIL", "ATTACH"} & {name for entry in entries for name in entry}


def test_the_programme_for_apps_is_well_formed(attacked: Attacked) -> None:
    root = etree.fromstring(attacked.app.exports.make(attacked.event.id, "schedule.xml", "en"))
    facts = json.loads(attacked.app.exports.make(attacked.event.id, "schedule.json", "en"))

    assert root.findall(".//event")
    assert facts["schedule"]


def test_an_archive_brings_everything_back(attacked: Attacked) -> None:
    app, event = attacked.app, attacked.event
    copy = app.archives.open(app.archives.export(event.id))

    with app.events.desk.reading() as work:
        old, new = work.record(event.id), work.record(copy.id)
        work_names = [replace(part.person, id="") for part in new.participations]
    app.events.remove(copy.id)
    app.preferences.choose_event(event.id)
    assert work_names == [replace(part.person, id="") for part in old.participations]
    assert [note.text for note in new.notes] == [note.text for note in old.notes]
    assert [(task.title, task.owner, task.note) for task in new.tasks] == [
        (task.title, task.owner, task.note) for task in old.tasks
    ]
    assert (new.event.title, new.event.place) == (old.event.title, old.event.place)


def test_what_is_handed_to_a_person_is_a_page_without_markup_of_theirs(attacked: Attacked) -> None:
    for part in attacked.app.people.list_for(attacked.event.id)[::7]:
        pages = dict(parts_of(attacked.app.person_files.pack(part.person.id, "en")))
        page = pages["person.html"].decode()

        assert re.findall(r"<(?:script|img|svg|iframe|b)\b", page) == []
        assert json.loads(pages["person.json"])["person"]["name"] == part.person.name


def test_somebody_with_a_hostile_name_is_erased(attacked: Attacked) -> None:
    app, event = attacked.app, attacked.event
    parts = app.people.list_for(event.id)
    for part in parts[::11]:
        app.erasures.erase(part.person.id, keeps_replies=True)

    left = app.people.list_for(event.id)
    assert len(left) == len(parts)
    assert [part for part in left if part.person.name in {gone.person.name for gone in parts[::11]}] == []
