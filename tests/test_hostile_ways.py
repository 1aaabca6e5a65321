"""Every hostile value goes every way in and out: imports, screens, Word, workbooks and calendars lose and run none."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from facilitation.domain.consultation import Question
from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.exchange.import_preview import REFUSED, ImportPreview
from facilitation.planning.answer_checks import LONGEST_ANSWER
from facilitation.services import shared
from facilitation.services.application import Application, build_application
from facilitation.services.events import NewEvent
from facilitation.settings import Settings
from tests.forms import fill_word
from tests.hostile import MARK, VALUES, plainly
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, without_mistakes

HEADER = (
    "Name", "Title before the name", "Organisation", "Position", "Sector", "County", "Municipality", "Role",
    "Languages", "Phone", "E-mail", "Sex", "Days attended", "Photo consent", "Dietary needs", "Note",
)  # fmt: skip

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs XML 1.0 does not take."""
BYTE_ORDER = "\ufeff"
"""The library that writes calendars leaves this mark away at the beginning; nobody sees it."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    path = tmp_path_factory.mktemp("ways") / "tryeza.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRYEZA_DATABASE_URL", f"sqlite:///{path.as_posix()}")
        settings = Settings.from_environment()
        app = build_application(settings)
        patch.setattr(shared, "_applications", {settings: app})
        yield app
        app.archives.engine.dispose()


@pytest.fixture
def event(app: Application) -> Event:
    """An event of one's own, chosen on the screens."""
    event = app.events.create(NewEvent("regional-group", Text(sq="A", en="A"), date(2027, 5, 20)))
    app.preferences.choose_event(event.id)
    return event


def rows() -> tuple[tuple[str, ...], ...]:
    """All values as rows of a list; the last one is filled up with what harms nobody."""
    width = len(HEADER)
    filled = (*VALUES, *("x",) * (-len(VALUES) % width))
    return tuple(filled[start : start + width] for start in range(0, len(filled), width))


def as_csv(lines: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([HEADER, *lines])
    return written.getvalue().encode()


def as_xlsx(lines: Sequence[Sequence[str]]) -> bytes:
    """As another program writes it: text cells, signs that XML forbids as "_x0001_"."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEADER)
    for number, line in enumerate(lines, start=2):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type = FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", value), "s"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


FORMATS = {"list.csv": as_csv, "list.xlsx": as_xlsx}


def lost(preview: ImportPreview, parts: Sequence[Participation]) -> list[str]:
    """The marks found neither in what was saved nor in what the preview said of a cell before."""
    seen = [str(part) for part in parts]
    for row in preview.rows:
        seen += [str(row.cells)] if row.outcome == REFUSED else [str(remark) for remark in row.remarks]
    found = set(MARK.findall("\n".join(seen)))
    return [mark for value in VALUES for mark in MARK.findall(value) if mark not in found]


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_loses_no_value_and_breaks_at_none(app: Application, event: Event, name: str) -> None:
    preview = app.imports.people_file(event.id, FORMATS[name](rows()), name, "en")

    saved = app.imports.save(event.id, preview)

    parts = app.people.list_for(event.id)
    assert (saved, preview.refused + saved) == (len(parts), len(preview.rows))
    assert saved > len(rows()) // 2
    assert lost(preview, parts) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_on_the_screen_shows_the_values_as_text_and_saves_them(
    app: Application, event: Event, name: str
) -> None:
    screen = opened_form("people_import", "import_form", "en")

    screen.file_uploader("people_file").upload(name, FORMATS[name](rows()), "text/csv").run()

    assert screen.dataframe
    assert [entry.value for entry in without_mistakes(screen).markdown if entry.proto.allow_html] == []
    without_mistakes(screen.button("people_import_save").click().run())
    assert app.people.list_for(event.id)


def test_filled_forms_come_back_with_every_value(app: Application, event: Event) -> None:
    told = [FORBIDDEN.sub("", value) for value in VALUES if len(value) <= LONGEST_ANSWER]
    questions = tuple(Question(f"t{place}", Text("Pse?", "Why?")) for place in range(len(told)))
    asked = app.consultations.add(event.id, title=Text("A", "A"), questions=questions)
    typed = {f"q:t{place}": value for place, value in enumerate(told)}
    word = fill_word(app.form_imports.form(asked.id, "sq", "docx"), typed)
    book = filled_book(app.form_imports.form(asked.id, "en", "xlsx"), typed)

    read = app.form_imports.read(asked.id, [("a.docx", word), ("b.xlsx", book)])

    assert [form.remarks for form in read] == [(), ()]
    assert app.form_imports.save(asked.id, read) == 2
    for reply in app.consultations.replies(asked.id):
        assert [plainly(answer.text) for answer in reply.answers] == [plainly(value) for value in told]


def filled_book(data: bytes, typed: Mapping[str, str]) -> bytes:
    """The workbook with text, and no formula, in the column of answers."""
    book = load_workbook(io.BytesIO(data))
    for row in book.worksheets[0].iter_rows(min_row=5):
        if (key := str(row[0].value or "")) in typed:
            row[2].value, row[2].data_type = typed[key], "s"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_what_is_typed_on_a_screen_is_kept_sign_for_sign(app: Application, event: Event) -> None:
    part = app.people.add(event.id, Person("", "Zyra A"))
    screen = opened("people", "en")
    screen.session_state["chosen"] = {"person": part.id}
    typed = "\n".join(VALUES)

    without_mistakes(screen.run().text_area(f"person·{part.id}·note").set_value(typed).run())

    assert app.people.list_for(event.id)[0].note == typed.strip()
    assert fresh_note(part) == typed.strip()


def fresh_note(part: Participation) -> str:
    """The field as another visit finds it."""
    screen: AppTest = opened("people", "en")
    screen.session_state["chosen"] = {"person": part.id}
    return str(without_mistakes(screen.run()).text_area(f"person·{part.id}·note").value)


@pytest.fixture(scope="module")
def planned(app: Application) -> Event:
    """An event with a task for each value."""
    event = app.events.create(NewEvent("regional-group", Text(sq="B", en="B"), date(2027, 5, 20)))
    app.tasks.add_many(Task(f"t{place}", event.id, Text(value, value), -30) for place, value in enumerate(VALUES))
    return event


def test_word_shows_every_value_and_makes_a_field_or_a_link_of_none(app: Application, planned: Event) -> None:
    with zipfile.ZipFile(io.BytesIO(app.papers.make(planned.id, "checklist.docx", "en"))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
        others = "".join(
            file.read(name).decode() for name in file.namelist() if name.endswith((".rels", "settings.xml"))
        )

    shown = plainly("".join(node.text or "" for node in root.iter("{*}t")))
    assert [value for value in VALUES if plainly(value) not in shown] == []
    assert [node.text for node in root.iter("{*}instrText") if MARK.search(node.text or "")] == []
    assert MARK.search(others) is None


def test_a_workbook_holds_every_value_as_text(app: Application, planned: Event) -> None:
    book = load_workbook(io.BytesIO(app.papers.make(planned.id, "checklist.xlsx", "en")))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    marked = [cell for cell in cells if MARK.search(str(cell.value))]
    shown = "\n".join(plainly(str(cell.value)) for cell in marked)
    assert [value for value in VALUES if plainly(value) not in shown] == []
    assert [cell.value for cell in marked if cell.data_type != "s" or cell.hyperlink] == []


@pytest.mark.parametrize("is_todo", [False, True])
def test_a_calendar_says_every_value_and_takes_none_for_a_line_of_its_own(
    app: Application, planned: Event, is_todo: bool
) -> None:
    calendar: Any = Calendar.from_ical(app.task_calendars.make(planned.id, "en", is_todo=is_todo))

    entries = calendar.walk("VTODO" if is_todo else "VEVENT")
    shown = {plainly(str(entry["SUMMARY"])).replace(BYTE_ORDER, "") for entry in entries}
    assert [value for value in VALUES if plainly(value).replace(BYTE_ORDER, "") not in shown] == []
    assert len(calendar.walk("VCALENDAR")) == 1
    assert not {"X-EVIL", "ATTACH"} & {name for entry in (calendar, *entries) for name in entry}
