"""Files as proofs of tasks: kept as they came, or refused in words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.event import Event
from facilitation.domain.task import Task
from facilitation.errors import InvalidInput, NotFound
from facilitation.exchange import attached_file
from facilitation.services import attachments
from facilitation.services.application import Application
from tests.documents.reading import outline

PDF = b"%PDF-1.7\n%made for a test"


@pytest.fixture
def task(app: Application, conference: Event) -> Task:
    """The first task of the conference."""
    return app.tasks.list_for(conference.id)[0]


def packed(*names: str) -> bytes:
    """A zip with empty members."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return content.getvalue()


def refusal(app: Application, task: Task, name: str, content: bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        app.attachments.add(task.event_id, task.id, name, content)
    assert app.attachments.list_for(task.event_id) == ()
    return caught.value


def test_the_hand_over_sheet_names_the_file(app: Application, task: Task) -> None:
    app.tasks.edit(task, replace(task, owner="Zyra A"))
    app.attachments.add(task.event_id, task.id, "ftesa.pdf", PDF)

    assert "ftesa.pdf" in outline(app.papers.make(task.event_id, "hand-over.docx", "en"))


def test_a_file_comes_back_as_it_was_given(app: Application, task: Task) -> None:
    kept = app.attachments.add(task.event_id, task.id, "Ftesa e nënshkruar.pdf", PDF)

    assert app.attachments.list_for(task.event_id, task.id) == (kept,)
    assert app.attachments.content(kept.id) == PDF
    assert (kept.name, kept.media_type, kept.size, kept.added_by) == (
        "Ftesa e nënshkruar.pdf",
        "application/pdf",
        len(PDF),
        "tester",
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/ftesa.pdf", "ftesa.pdf"),
        ("C:\\Users\\me\\ftesa.pdf", "ftesa.pdf"),
        ('ft"esa:\r\n1.pdf', "ft_esa___1.pdf"),
        (" .ftesa.pdf. ", "ftesa.pdf"),
        ("a" * 200 + ".pdf", "a" * 116 + ".pdf"),
        ("ftesa.PDF", "ftesa.PDF"),
        ("fte\u202esa.pdf", "ftesa.pdf"),
    ],
)
def test_a_name_is_cleaned_of_paths_and_odd_signs(app: Application, task: Task, given: str, kept: str) -> None:
    assert app.attachments.add(task.event_id, task.id, given, PDF).name == kept


@pytest.mark.parametrize("name", ["virus.exe", "page.html", "x.svg", "run.bat", "list.xlsm", "ftesa", "ftesa.pdf.js"])
def test_other_kinds_are_refused_and_the_kept_ones_named(app: Application, task: Task, name: str) -> None:
    error = refusal(app, task, name, PDF)

    assert (error.template, error.values["name"]) == (attached_file.WRONG_KIND, name)


@pytest.mark.parametrize(
    ("name", "content", "template"),
    [
        ("a.pdf", b"", attached_file.EMPTY),
        ("a.pdf", b"MZ\x90 a program", attached_file.NOT_WHAT_IT_SAYS),
        ("a.png", b"<html>", attached_file.NOT_WHAT_IT_SAYS),
        ("a.txt", b"MZ\x90\x00", attached_file.NOT_WHAT_IT_SAYS),
        ("a.txt", b"#!/bin/sh\n", attached_file.NOT_WHAT_IT_SAYS),
        ("a.docx", b"PK\x03\x04 cut off", attached_file.NOT_WHAT_IT_SAYS),
        ("a.docx", packed("word/document.xml", "word/vbaProject.bin"), attached_file.HAS_MACROS),
        ("a.odt", packed("content.xml", "Basic/Standard/Module1.xml"), attached_file.HAS_MACROS),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(
    app: Application, task: Task, name: str, content: bytes, template: str
) -> None:
    assert refusal(app, task, name, content).template == template


def test_whole_office_files_are_kept(app: Application, task: Task) -> None:
    kept = app.attachments.add(task.event_id, task.id, "lista.xlsx", packed("xl/workbook.xml"))

    assert kept.name == "lista.xlsx"


def test_a_file_over_the_limit_is_refused(app: Application, task: Task) -> None:
    error = refusal(app, task, "a.pdf", PDF + b" " * 10_000_000)

    assert (error.template, error.values) == (attached_file.TOO_LARGE, {"name": "a.pdf", "megabytes": 10})


def test_all_files_of_an_event_together_have_a_limit(
    app: Application, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES_OF_AN_EVENT", len(PDF))
    app.attachments.add(task.event_id, task.id, "a.pdf", PDF)

    with pytest.raises(InvalidInput) as caught:
        app.attachments.add(task.event_id, task.id, "b.txt", b"x")

    assert caught.value.template == attachments.NO_ROOM


def test_a_removed_task_comes_back_with_its_files(app: Application, task: Task) -> None:
    kept = app.attachments.add(task.event_id, task.id, "a.pdf", PDF)

    app.tasks.remove(task.id)
    app.history.undo(task.event_id, "task")

    assert app.attachments.list_for(task.event_id, task.id) == (kept,)
    assert app.attachments.content(kept.id) == PDF


def test_a_removed_file_is_gone_and_a_removed_event_takes_its_files_along(app: Application, task: Task) -> None:
    first = app.attachments.add(task.event_id, task.id, "a.pdf", PDF)
    second = app.attachments.add(task.event_id, task.id, "b.pdf", PDF)
    app.attachments.remove(first.id)
    app.events.remove(task.event_id)

    for file in (first, second):
        with pytest.raises(NotFound):
            app.attachments.content(file.id)


def test_a_file_needs_a_task(app: Application, task: Task) -> None:
    with pytest.raises(NotFound):
        app.attachments.add(task.event_id, "gone", "a.pdf", PDF)


def test_a_proof_that_is_no_link_is_refused_and_an_old_one_does_not_hinder(app: Application, task: Task) -> None:
    with pytest.raises(InvalidInput):
        app.tasks.edit(task, replace(task, proof="javascript:alert(1)"))
    saved = app.tasks.edit(task, replace(task, proof=" https://example.org/a "))

    assert saved.proof == "https://example.org/a"


def test_an_archive_takes_the_files_along_and_brings_them_to_the_tasks_of_the_copy(
    app: Application, task: Task
) -> None:
    app.attachments.add(task.event_id, task.id, "a.pdf", PDF)
    app.task_parts.comment(task.id, "Nënshkruar.")

    copy = app.archives.open(app.archives.export(task.event_id))

    (kept,) = app.attachments.list_for(copy.id)
    assert (kept.name, app.attachments.content(kept.id)) == ("a.pdf", PDF)
    assert app.tasks.get(kept.subject_id).title == task.title
    assert kept.subject_id != task.id
    assert len(app.attachments.list_for(task.event_id)) == 1
