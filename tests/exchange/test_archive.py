"""An event in one file: nothing is lost on the way, nothing foreign or damaged comes in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.record import EventRecord
from facilitation.domain.series import Series
from facilitation.errors import InvalidInput
from facilitation.exchange import archive
from facilitation.exchange.archive import archive_bytes, as_copy, read_archive
from tests.builders import a_duty, a_record, a_series, a_task, an_event, counted_ids
from tests.exchange.records import a_full_record, records


def a_zip(**members: bytes | str) -> bytes:
    """A zip with members of any content; ``__`` in a name is a dot."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "."), data)
    return content.getvalue()


def an_archive_of(record_json: bytes, **manifest: Any) -> bytes:
    """An archive with any record text and a right hash, its manifest changed as wished."""
    whole = {
        "format": archive.FORMAT,
        "format_version": archive.FORMAT_VERSION,
        "program": "0.1.0",
        "sha256": hashlib.sha256(record_json).hexdigest(),
    }
    return a_zip(manifest__json=json.dumps(whole | manifest), record__json=record_json)


def the_json(record: EventRecord) -> dict[str, Any]:
    """The record as it stands in its archive."""
    with ZipFile(BytesIO(archive_bytes(record))) as packed:
        content: dict[str, Any] = json.loads(packed.read(archive.RECORD))
    return content


def refusal(data: bytes) -> InvalidInput:
    """The error a file is refused with."""
    with pytest.raises(InvalidInput) as caught:
        read_archive(data)
    return caught.value


def read_or_refused(data: bytes) -> EventRecord | None:
    """The record, or nothing where the file is refused; any other error fails the test."""
    try:
        return read_archive(data)
    except InvalidInput:
        return None


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records())
def test_every_record_comes_back_as_it_was(record: EventRecord) -> None:
    assert read_archive(archive_bytes(record)) == record


def test_the_same_record_gives_the_same_bytes() -> None:
    assert archive_bytes(a_full_record()) == archive_bytes(a_full_record())


def test_the_manifest_names_format_version_program_and_hash() -> None:
    with ZipFile(BytesIO(archive_bytes(a_full_record()))) as packed:
        names = packed.namelist()
        manifest = json.loads(packed.read(archive.MANIFEST))
        digest = hashlib.sha256(packed.read(archive.RECORD)).hexdigest()

    assert names == ["manifest.json", "record.json"]
    assert manifest == {"format": "tryeza-event", "format_version": 2, "program": "0.1.0", "sha256": digest}


@pytest.mark.parametrize(
    ("data", "template"),
    [
        pytest.param(b"", archive.NOT_AN_ARCHIVE, id="empty"),
        pytest.param(b"Emri;Organizata\n", archive.NOT_AN_ARCHIVE, id="a list"),
        pytest.param(a_zip(word__xml="x"), archive.NOT_AN_ARCHIVE, id="another zip"),
        pytest.param(a_zip(manifest__json='{"tables": 9}'), archive.A_BACKUP, id="another manifest"),
        pytest.param(a_zip(manifest__json="[]"), archive.A_BACKUP, id="a list as manifest"),
        pytest.param(a_zip(manifest__json="{"), archive.DAMAGED, id="broken manifest"),
        pytest.param(a_zip(manifest__json='{"format": "tryeza-event"}'), archive.DAMAGED, id="no version"),
        pytest.param(an_archive_of(b"{}", sha256="0" * 64), archive.DAMAGED, id="wrong hash"),
        pytest.param(an_archive_of(b"{}", format_version=archive.FORMAT_VERSION + 1), archive.NEWER, id="newer format"),
        pytest.param(an_archive_of(b"{}"), archive.BAD_VALUE, id="no event"),
        pytest.param(an_archive_of(b"\xff"), archive.BAD_VALUE, id="no JSON"),
    ],
)
def test_a_file_that_is_no_whole_archive_is_refused(data: bytes, template: str) -> None:
    assert refusal(data).template == template


def test_a_missing_record_is_damage() -> None:
    manifest = {"format": archive.FORMAT, "format_version": 1, "sha256": "0"}

    assert refusal(a_zip(manifest__json=json.dumps(manifest))).template == archive.DAMAGED


def test_a_newer_archive_says_which_program_made_it() -> None:
    assert refusal(an_archive_of(b"{}", format_version=9, program="7.2.0")).values == {"program": "7.2.0"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_on", "yesterday"),
        ("day_count", 0),
        ("day_count", "many"),
        ("time_zone", "Europe/Tirana"),
        ("time_zone", "../../etc/passwd"),
        ("id", ""),
        ("title", None),
    ],
)
def test_a_value_that_cannot_be_used_is_named(field: str, value: object) -> None:
    content = the_json(a_full_record())
    content["event"][field] = value

    error = refusal(an_archive_of(json.dumps(content).encode()))

    assert (error.template, error.values) == (archive.BAD_VALUE, {"field": f"event.{field}"})


def test_parts_of_another_event_are_refused() -> None:
    record = a_record(tasks=(a_task(event_id="event-2"),))

    assert refusal(archive_bytes(record)).values == {"field": "tasks.event_id"}


@pytest.mark.parametrize(
    ("series", "field"),
    [(a_series(id="another"), "series.id"), (a_series(a_duty(every_days=0)), "series.duties")],
    ids=["another series", "a rhythm of no days"],
)
def test_a_series_that_cannot_be_worked_with_is_refused(series: Series, field: str) -> None:
    record = a_record(event=an_event(series_id="series-1"), series=series)

    with pytest.raises(InvalidInput) as found:
        read_archive(archive_bytes(record))

    assert found.value.values["field"] == field


def test_a_copy_stays_in_its_series() -> None:
    record = a_record(event=an_event(series_id="series-1"), series=a_series(a_duty(), version=4))

    copy = as_copy(read_archive(archive_bytes(record)), counted_ids())

    assert (copy.event.series_id, copy.series) == ("series-1", a_series(a_duty()))


def test_an_id_used_twice_is_refused() -> None:
    record = a_record(tasks=(a_task(), a_task()))

    assert refusal(archive_bytes(record)).values == {"field": "tasks.id"}


def test_a_zip_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAXIMUM_UNPACKED_BYTES", 100_000)

    error = refusal(an_archive_of(b" " * 1_000_000))

    assert error.template == archive.TOO_LARGE


def test_a_file_too_large_to_be_an_archive_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAXIMUM_BYTES", 10)

    assert refusal(b"PK" * 6).template == archive.TOO_LARGE


@settings(deadline=None)
@given(st.data())
def test_a_damaged_archive_is_read_as_it_was_or_refused(data: st.DataObject) -> None:
    whole = bytearray(archive_bytes(a_full_record()))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))

    assert read_or_refused(bytes(whole[:cut])) in (None, a_full_record())


def test_a_copy_has_new_ids_that_still_point_to_each_other() -> None:
    copy = as_copy(a_full_record(), counted_ids("new"))

    item, sheet, cafe = copy.agenda.days[0].items[0], copy.guide.sheets[0], copy.cafes[0]
    first, second = copy.participations
    assert cafe.seating is not None
    owners: list[Any] = [
        copy.agenda,
        copy.guide,
        *copy.tasks,
        *copy.participations,
        *copy.cafes,
        *copy.notes,
        copy.proceedings,
    ]
    assert {owner.event_id for owner in owners} == {copy.event.id}
    assert item.objective_ids == (copy.event.objectives[0].id,)
    assert {sheet.item_id, cafe.item_id, copy.notes[0].item_id} == {item.id}
    assert (item.speakers[0].person_id, item.note_takers[0].person_id) == (first.person.id, second.person.id)
    assert cafe.host_ids == cafe.seating.hosts == (first.id,)
    assert cafe.seating.rounds[0].tables == ((first.id, second.id),)


def test_a_copy_shares_no_id_with_the_original() -> None:
    original = json.dumps(the_json(a_full_record()))
    copy = as_copy(a_full_record(), counted_ids("new"))

    text = json.dumps(the_json(copy))

    old_ids = ["event-1", "item-1", "objective-1", "person-1", "participation-1", "step-1", "task-1", "note-1"]
    assert [old for old in old_ids if f'"{old}"' not in original] == []
    assert [old for old in old_ids if f'"{old}"' in text] == []


def test_a_copy_starts_at_version_0_and_keeps_everything_else() -> None:
    record = a_full_record()

    copy = as_copy(record, counted_ids("new"))

    parts: list[Any] = [
        copy.event,
        copy.agenda,
        copy.guide,
        *copy.tasks,
        *copy.participations,
        *copy.cafes,
        *copy.notes,
    ]
    assert {part.version for part in (*parts, copy.proceedings)} == {0}
    assert replace(copy.event, id="", objectives=()) == replace(record.event, id="", objectives=(), version=0)
    assert copy.agenda.days[0].items[0].method_id == "world-cafe"
    assert copy.agenda.days[0].items[0].facilitators == record.agenda.days[0].items[0].facilitators


def test_a_copy_of_a_copy_can_be_read_back() -> None:
    copy = as_copy(a_record(event=an_event(objectives=["a", "b"])), counted_ids())

    assert read_archive(archive_bytes(copy)) == copy
