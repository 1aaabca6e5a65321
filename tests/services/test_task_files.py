"""Checklists as files: what is remembered, what is saved on yes, and one undo for all of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import checklist_return
from facilitation.exchange.checklist_difference import ChecklistReturn
from facilitation.services.application import Application
from facilitation.services.task_circles import WAITING
from facilitation.services.task_files import CHANGED_MEANWHILE
from tests.exchange.tables import a_csv


def tasks_of(app: Application, event: Event) -> dict[str, Task]:
    return {task.title.sq: task for task in app.tasks.list_for(event.id)}


@pytest.fixture
def event(app: Application, conference: Event) -> Event:
    """An event with three tasks."""
    for task in app.tasks.list_for(conference.id):
        app.tasks.remove(task.id)
    for title in ("Ftesat", "Salla", "Menyja"):
        app.tasks.add(conference.id, Text(sq=title), offset_days=-30)
    return conference


def sent(app: Application, event: Event, **cells: Any) -> bytes:
    """The checklist as sent out, with cells of the first sheet typed anew; row 5 is the first task."""
    book = load_workbook(BytesIO(app.papers.make(event.id, "checklist.xlsx", "sq")))
    for name, value in cells.items():
        book.worksheets[0][name] = value
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def returned(app: Application, event: Event, data: bytes) -> ChecklistReturn:
    file = app.task_files.read(data, "checklist.xlsx")
    table = file.sheet(file.best)
    return app.task_files.difference(event.id, file, table, app.task_files.columns(table), "sq")


def test_nothing_is_saved_before_yes_and_one_undo_takes_all_of_it_back(app: Application, event: Event) -> None:
    before = app.tasks.list_for(event.id)
    found = returned(app, event, sent(app, event, H5="Zyra A", J6="E përfunduar", F9="Përkthyesit", A7="", F7=""))
    removed = {choice.key for choice in found.choices if choice.kind == "removed"}
    assert app.tasks.list_for(event.id) == before

    ticks = {choice.key for choice in found.choices if choice.is_ticked} | removed
    count = app.task_files.take_back(event.id, found, ticks)

    after = tasks_of(app, event)
    assert (count, sorted(after)) == (4, ["Ftesat", "Përkthyesit", "Salla"])
    assert after["Ftesat"].owner == "Zyra A"
    assert (after["Salla"].status, after["Salla"].done_on) == (TaskStatus.DONE, app.overviews.today())
    app.history.undo(event.id, "task")
    assert [replace(task, version=0) for task in app.tasks.list_for(event.id)] == [
        replace(task, version=0) for task in before
    ]


def test_removed_rows_are_removed_only_when_they_are_ticked(app: Application, event: Event) -> None:
    found = returned(app, event, sent(app, event, A7="", F7=""))

    assert [(choice.kind, choice.is_ticked) for choice in found.choices if choice.problem is None] == [
        ("removed", False)
    ]
    app.task_files.take_back(event.id, found, {choice.key for choice in found.choices if choice.is_ticked})
    assert len(app.tasks.list_for(event.id)) == 3


def test_a_task_that_was_changed_while_a_person_looked_is_not_overwritten(app: Application, event: Event) -> None:
    found = returned(app, event, sent(app, event, H5="Zyra A", H6="Zyra A"))
    salla = tasks_of(app, event)["Salla"]
    app.tasks.edit(salla, replace(salla, owner="Zyra B"))

    with pytest.raises(InvalidInput) as caught:
        app.task_files.take_back(event.id, found, {choice.key for choice in found.choices})

    assert caught.value.template == CHANGED_MEANWHILE
    assert {task.owner for task in app.tasks.list_for(event.id)} == {"", "Zyra B"}


def test_tasks_that_would_wait_for_one_another_are_refused_with_their_names(app: Application, event: Event) -> None:
    found = returned(app, event, sent(app, event, N5="2", N6="1"))

    with pytest.raises(InvalidInput) as caught:
        app.task_files.take_back(event.id, found, {choice.key for choice in found.choices})

    assert caught.value.template == WAITING
    assert not any(task.waits_for for task in app.tasks.list_for(event.id))


def test_a_list_whose_tasks_count_from_one_another_is_refused_as_a_whole(app: Application, event: Event) -> None:
    data = a_csv("Nr;Detyra;Pret për", "1;Autobusi;2", "2;Rruga;1")
    preview = app.imports.tasks_file(event.id, data, "lista.csv", "sq")

    with pytest.raises(InvalidInput) as caught:
        app.imports.save(event.id, preview)

    assert caught.value.template == WAITING


def test_columns_a_person_chose_are_remembered_for_the_same_names(app: Application) -> None:
    data = a_csv("Çfarë;Dikush;id", "Ftesat;Zyra A;7")
    table = app.task_files.read(data, "lista.csv").sheet("")
    assert app.task_files.columns(table) == {"title": 0, "id": 2}

    app.preferences.keep_columns(table.header, {"title": 0, "owner": 1})

    assert app.task_files.columns(table) == {"title": 0, "owner": 1, "id": 2}
    assert app.preferences.columns(("Tjetër",)) == {}


def test_the_list_of_rows_takes_all_but_clashes_and_removed_tasks(app: Application, event: Event) -> None:
    data = sent(app, event, H5="Zyra A", H6="Zyra A", A7="", F7="", F9="Përkthyesit", M9="3 Menyja", E9="D+2")
    salla = tasks_of(app, event)["Salla"]
    app.tasks.edit(salla, replace(salla, owner="Zyra B"))

    preview = app.imports.tasks_file(event.id, data, "checklist.xlsx", "sq")

    assert [(row.row, row.outcome, [remark.template for remark in row.remarks][:1]) for row in preview.rows] == [
        (5, "read", [checklist_return.TAKEN]),
        (6, "refused", [checklist_return.CLASHES]),
        (7, "refused", ["The row does not say what is to be done."]),
        (9, "read", []),
        (0, "read", [checklist_return.KEPT]),
    ]
    assert app.imports.save(event.id, preview) == 2
    after = tasks_of(app, event)
    assert (after["Ftesat"].owner, after["Salla"].owner) == ("Zyra A", "Zyra B")
    assert (after["Përkthyesit"].counted_from, after["Përkthyesit"].counted_from_id) == (
        CountedFrom.TASK,
        after["Menyja"].id,
    )
