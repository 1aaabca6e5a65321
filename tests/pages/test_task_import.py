"""Bringing a checklist in on its screen: what is shown before anything is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.task import Task
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.task_minimum import QUESTION
from tests.exchange.tables import an_xlsx
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
CSV = "Lista e zyrës;;\nÇfarë;Kur;Kush\nAutobusi;30 ditë para;Zyra A\nRruga;së shpejti;\n;D-3;\n"


def with_file(data: bytes, name: str, language: str = "sq") -> AppTest:
    screen = opened_form("task_import", "import_form", language)
    screen.file_uploader("tasks_file").upload(name, data, "application/octet-stream")
    return screen.run()


def a_short_event(app: Application) -> tuple[Event, list[Task]]:
    """An event with the first three tasks of its instrument, in the order of their days."""
    event = a_new_event(app)
    for task in app.tasks.list_for(event.id)[3:]:
        app.tasks.remove(task.id)
    return event, list(app.tasks.list_for(event.id))


def sent(app: Application, event: Event, **cells: Any) -> bytes:
    """The checklist as sent out, with cells of its first sheet typed anew; row 5 is the first task."""
    book = load_workbook(BytesIO(app.papers.make(event.id, "checklist.xlsx", "sq")))
    for name, value in cells.items():
        book.worksheets[0][name] = value
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@LANGUAGES
def test_the_checklist_leads_to_it(app: Application, language: str) -> None:
    a_new_event(app)

    screen = opened("tasks", language)

    assert Translator(language)("Take in a checklist") in screen.menu_button("tasks_more").options


@LANGUAGES
def test_a_list_of_another_office_is_shown_row_by_row_and_saved_on_yes(app: Application, language: str) -> None:
    _ = Translator(language)
    event, before = a_short_event(app)

    screen = without_mistakes(with_file(CSV.encode("cp1250"), "lista.csv", language))

    (table,) = screen.dataframe
    assert list(table.value[_("Row")]) == [3, 4, 5]
    assert list(table.value[_("What becomes of it")]) == [_("repaired"), _("refused"), _("refused")]
    assert len(app.tasks.list_for(event.id)) == 3
    without_mistakes(screen.button("tasks_import_save").click().run())
    (new,) = [task for task in app.tasks.list_for(event.id) if task.id not in {task.id for task in before}]
    assert (new.title.said_in(language), new.offset_days, new.owner) == ("Autobusi", -30, "Zyra A")


def test_another_column_can_be_chosen_and_is_remembered(app: Application) -> None:
    a_short_event(app)
    data = b"Puna;Tjeter\nAutobusi;Zyra A\n"
    screen = with_file(data, "lista.csv")
    assert screen.button == [] or "tasks_import_save" not in {button.key for button in screen.button}

    screen.selectbox("tasks_column·title·Puna·Tjeter").set_value(0).run()
    screen.selectbox("tasks_column·owner·Puna·Tjeter").set_value(1).run()
    screen.button("tasks_import_save").click().run()

    again = without_mistakes(with_file(data, "lista.csv"))
    assert [again.selectbox(f"tasks_column·{name}·Puna·Tjeter").value for name in ("title", "owner")] == [0, 1]


def test_a_hidden_sheet_is_named_and_read_when_it_is_chosen(app: Application) -> None:
    a_short_event(app)
    book = load_workbook(BytesIO(an_xlsx(["Detyra"], ["Autobusi"], Vjet=[["Detyra"], ["Rruga"], ["Ura"]])))
    book["Vjet"].sheet_state = "hidden"
    content = BytesIO()
    book.save(content)

    screen = without_mistakes(with_file(content.getvalue(), "lista.xlsx", "en"))
    assert "Hidden sheets were not read: “Vjet”." in said(screen)
    assert screen.selectbox("tasks_sheet·Sheet·Vjet").options == ["Sheet", "Vjet (hidden)"]

    screen.selectbox("tasks_sheet·Sheet·Vjet").set_value("Vjet").run()
    assert list(screen.dataframe[0].value["Task"]) == ["Rruga", "Ura"]


def test_a_file_that_is_no_list_is_refused_with_a_sentence(app: Application) -> None:
    a_new_event(app)

    screen = with_file(b"%PDF-1.7", "lista.xlsx", "en")

    assert [entry.value[:40] for entry in screen.error] == ["The file “lista.xlsx” is a PDF, which hol"[:40]]


@LANGUAGES
def test_a_checklist_nobody_touched_has_nothing_to_save(app: Application, language: str) -> None:
    event, _tasks = a_short_event(app)

    screen = without_mistakes(with_file(sent(app, event), "checklist.xlsx", language))

    assert Translator(language)("No difference: the file says what stands here.") in said(screen)
    assert not screen.dataframe


@LANGUAGES
def test_every_difference_is_shown_both_ways_and_saved_on_yes_alone(app: Application, language: str) -> None:
    _ = Translator(language)
    event, tasks = a_short_event(app)
    data = sent(app, event, H5="Zyra A", H6="Zyra B", F9="Autobusi")
    app.tasks.edit(tasks[1], replace(tasks[1], owner="Zyra C"))

    screen = without_mistakes(with_file(data, "checklist.xlsx", language))

    (table,) = screen.dataframe
    owner = _("Responsible person")
    assert table.value.values.tolist() == [
        [True, tasks[0].title.sq, owner, "", "Zyra A"],
        [False, tasks[1].title.sq, _("{field} – changed here too").format(field=owner), "Zyra C", "Zyra B"],
        [True, "Autobusi", _("New task"), "", ""],
    ]
    assert [task.owner for task in app.tasks.list_for(event.id)] == [tasks[0].owner, "Zyra C", tasks[2].owner]

    without_mistakes(screen.button("tasks_return_save").click().run())

    assert [task.owner for task in app.tasks.list_for(event.id)] == ["Zyra A", "Zyra C", tasks[2].owner, ""]


def test_a_tick_decides(app: Application) -> None:
    event, tasks = a_short_event(app)
    screen = with_file(sent(app, event, H5="Zyra A", H6="Zyra B"), "checklist.xlsx")

    (editor,) = screen.data_editor
    screen.session_state[str(editor.key)] = {"edited_rows": {0: {"take": False}}, "added_rows": [], "deleted_rows": []}
    screen.run()
    without_mistakes(screen.button("tasks_return_save").click().run())

    assert [task.owner for task in app.tasks.list_for(event.id)] == [tasks[0].owner, "Zyra B", tasks[2].owner]


def test_a_checklist_of_another_event_says_so(app: Application) -> None:
    event, _tasks = a_short_event(app)
    data = sent(app, event)
    a_short_event(app)

    screen = without_mistakes(with_file(data, "checklist.xlsx", "en"))

    assert "This checklist was sent out from another event" in said(screen)


def test_a_minimum_the_file_breaks_is_asked_about_before_anything_is_saved(app: Application) -> None:
    event, (first, *_rest) = a_short_event(app)
    guarded = app.tasks.edit(first, replace(first, minimum_days=30, pinned_on=event.starts_on - timedelta(days=300)))
    data = sent(app, event, D5=event.starts_on - timedelta(days=2))

    screen = with_file(data, "checklist.xlsx", "en")
    without_mistakes(screen.button("tasks_return_save").click().run())
    assert app.tasks.get(first.id) == guarded
    (found, go_on) = screen.session_state["kept_once"][QUESTION]
    go_on()

    assert [broken.task.id for broken in found] == [first.id]
    assert app.tasks.get(first.id).pinned_on == event.starts_on - timedelta(days=2)
