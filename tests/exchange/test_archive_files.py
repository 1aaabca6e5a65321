"""Files inside the archive of an event: they come back byte for byte, or the archive is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from facilitation.domain.attachment import Attachment
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.exchange import archive, archive_files, attached_file
from facilitation.exchange.archive import archive_bytes, as_copy, read_archive, read_whole_archive
from tests.builders import EVENT_ID, a_record, a_task, counted_ids

PDF, NOTE = b"%PDF-1.7 made for a test", "Proces-verbali është nënshkruar.\n".encode()
Members = dict[str, bytes]


def a_file(file_id: str, name: str, content: bytes) -> Attachment:
    media_type = attached_file.MEDIA_TYPES[name.rpartition(".")[2]]
    moment = datetime(2027, 3, 1, 12, 30)
    return Attachment(file_id, EVENT_ID, "task", "task-1", name, media_type, len(content), moment, "tester")


def a_record_with_files() -> tuple[EventRecord, Members]:
    """A task with two proofs of the same name, and their content."""
    files = (a_file("file-1", "ftesa.pdf", PDF), a_file("file-2", "shënime.txt", NOTE))
    return a_record(tasks=(a_task(),), attachments=files), {"file-1": PDF, "file-2": NOTE}


def changed(change: Callable[[Members], object]) -> bytes:
    """The archive with its members changed by hand."""
    with ZipFile(BytesIO(archive_bytes(*a_record_with_files()))) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members)
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return content.getvalue()


def refusal(data: bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        read_whole_archive(data)
    return caught.value


def test_files_come_back_with_the_event() -> None:
    record, files = a_record_with_files()

    archived = read_whole_archive(archive_bytes(record, files))

    assert (archived.record, archived.files) == (record, files)
    assert archive_bytes(record, files) == archive_bytes(record, files)


def test_only_an_archive_with_files_asks_for_a_program_that_knows_them() -> None:
    def manifest(data: bytes) -> dict[str, Any]:
        with ZipFile(BytesIO(data)) as packed:
            found: dict[str, Any] = json.loads(packed.read(archive.MANIFEST))
        return found

    with_files = manifest(archive_bytes(*a_record_with_files()))
    without = manifest(archive_bytes(a_record()))

    assert (with_files["format_version"], sorted(with_files["files"])) == (3, ["files/file-1", "files/file-2"])
    assert (without["format_version"], "files" in without) == (2, False)
    assert read_archive(archive_bytes(a_record())) == a_record()


def test_a_copy_has_files_of_its_own_that_belong_to_its_own_task() -> None:
    copy = as_copy(a_record_with_files()[0], counted_ids("new"))

    assert {file.subject_id for file in copy.attachments} == {copy.tasks[0].id}
    assert {file.event_id for file in copy.attachments} == {copy.event.id}
    assert not {file.id for file in copy.attachments} & {"file-1", "file-2"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda members: members.pop("files/file-1"), id="missing"),
        pytest.param(lambda members: members.update({"files/file-1": PDF + b"!"}), id="longer"),
        pytest.param(lambda members: members.update({"files/file-1": PDF[::-1]}), id="changed"),
        pytest.param(lambda members: members.update({"files/file-1": b"%" * 10_000_001}), id="endless"),
        pytest.param(
            lambda members: members.update({"manifest.json": members["manifest.json"].replace(b'"files/', b'"other/')}),
            id="without hash",
        ),
        pytest.param(
            lambda members: members.update(
                {"manifest.json": json.dumps(json.loads(members["manifest.json"]) | {"files": [1]}).encode()}
            ),
            id="hashes that are none",
        ),
    ],
)
def test_damaged_files_are_refused(change: Callable[[Members], object]) -> None:
    assert refusal(changed(change)).template == archive.DAMAGED


def test_members_nobody_describes_are_left_alone() -> None:
    data = changed(lambda members: members.update({"../../evil.exe": b"MZ", "files/other": b"x"}))

    assert read_whole_archive(data).files == {"file-1": PDF, "file-2": NOTE}


@pytest.mark.parametrize(
    ("facts", "content", "template"),
    [
        ({"name": "ftesa.exe"}, b"MZ", attached_file.WRONG_KIND),
        ({"name": "../ftesa.pdf"}, PDF, archive_files.MISLABELLED),
        ({"media_type": "text/html"}, PDF, archive_files.MISLABELLED),
        ({}, b"<script>", attached_file.NOT_WHAT_IT_SAYS),
        ({"event_id": "event-2"}, PDF, archive.BAD_VALUE),
    ],
)
def test_files_that_could_not_be_kept_by_hand_are_refused(facts: dict[str, Any], content: bytes, template: str) -> None:
    file = replace(a_file("file-1", "ftesa.pdf", content), **facts)
    record = a_record(tasks=(a_task(),), attachments=(file,))

    assert refusal(archive_bytes(record, {"file-1": content})).template == template


def test_files_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_files, "MOST_BYTES_OF_AN_EVENT", len(PDF))

    assert refusal(archive_bytes(*a_record_with_files())).template == archive_files.TOO_MUCH
