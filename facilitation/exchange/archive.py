"""One event as one file: written the same way every time, read back only when it is whole and ours."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any, TypeVar
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zoneinfo import available_timezones

from pydantic import TypeAdapter, ValidationError

from facilitation import __version__
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, mark
from facilitation.exchange import archive_files
from facilitation.exchange.archive_files import member_name, unpacked_files
from facilitation.planning.series_checks import refuse_unusable

FORMAT = "tryeza-event"
FORMAT_VERSION = 3
"""3 = with files (only where there are some); 2 = with released versions and the further fields of the agenda."""
WITHOUT_FILES = 2
MANIFEST, RECORD = "manifest.json", "record.json"
MAXIMUM_BYTES = 100_000_000
MAXIMUM_UNPACKED_BYTES = 200_000_000
MADE_AT = (1980, 1, 1, 0, 0, 0)
KEPT_IDS = frozenset({"method_id", "series_id", "from_note_id"})
"""They name something outside the event: in the library, in its series, in an earlier event."""
ID_LISTS = frozenset({"hosts", "tables"})
"""Participation ids in fields whose names do not say so (``Seating.hosts``, ``Round.tables``)."""

DAMAGED = archive_files.DAMAGED
NOT_AN_ARCHIVE = mark("This file is not an event archive of Tryeza. Choose a file made with “Export as archive”.")
A_BACKUP = mark(
    "This file holds something else than one event, perhaps a backup of the whole database."
    " Restore a backup with “python -m facilitation restore”."
)
TOO_LARGE = mark("The archive is too large to be opened (more than {megabytes} MB).")
NEWER = mark(
    "The archive was made with a newer Tryeza (version {program}). Install that version and open the file there."
)
BAD_VALUE = mark("The archive holds a value that cannot be used, in “{field}”. Export the event again.")
Anything = TypeVar("Anything")


@cache
def _adapter() -> TypeAdapter[EventRecord]:
    return TypeAdapter(EventRecord)


@dataclass(frozen=True, slots=True)
class Archived:
    """An event as it lay in an archive, with the content of its files by the id of the attachment."""

    record: EventRecord
    files: Mapping[str, bytes]


def archive_bytes(record: EventRecord, files: Mapping[str, bytes] = {}) -> bytes:
    """The event as a zip of manifest, record and one member for each file; the same event gives the same bytes.

    ``files`` holds the content of every one of ``record.attachments`` by its id.
    """
    content = _adapter().dump_json(record, indent=1)
    members = {member_name(file): files[file.id] for file in record.attachments}
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION if members else WITHOUT_FILES,
        "program": __version__,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    if members:
        manifest["files"] = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    packed = BytesIO()
    with ZipFile(packed, "w", compresslevel=9) as archive:
        first = {MANIFEST: json.dumps(manifest, indent=1).encode(), RECORD: content}
        for name, data in (first | members).items():
            archive.writestr(_entry(name), data)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    """A member without the moment and the machine it was made on."""
    entry = ZipInfo(name, MADE_AT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def read_archive(data: bytes) -> EventRecord:
    """The event in an archive without the content of its files; ``InvalidInput`` for any other file."""
    return read_whole_archive(data).record


def read_whole_archive(data: bytes) -> Archived:
    """The event in an archive, with the ids it was written with; ``InvalidInput`` for any other file."""
    if len(data) > MAXIMUM_BYTES:
        raise InvalidInput(TOO_LARGE, megabytes=MAXIMUM_BYTES // 1_000_000)
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if MANIFEST not in names:
                raise InvalidInput(NOT_AN_ARCHIVE)
            manifest = _manifest(_unpacked(archive, MANIFEST))
            content = _unpacked(archive, RECORD) if RECORD in names else b""
            if hashlib.sha256(content).hexdigest() != manifest["sha256"]:
                raise InvalidInput(DAMAGED)
            record = _record(content)
            return Archived(record, unpacked_files(archive, record, manifest["files"]))
    except BadZipFile as error:
        raise InvalidInput(DAMAGED if data[:2] == b"PK" else NOT_AN_ARCHIVE) from error
    except (zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise InvalidInput(DAMAGED) from error


def _unpacked(archive: ZipFile, name: str) -> bytes:
    """A member, never more of it than the limit: the size in the directory may lie."""
    with archive.open(name) as member:
        content = member.read(MAXIMUM_UNPACKED_BYTES + 1)
    if len(content) > MAXIMUM_UNPACKED_BYTES:
        raise InvalidInput(TOO_LARGE, megabytes=MAXIMUM_UNPACKED_BYTES // 1_000_000)
    return content


def _manifest(content: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(DAMAGED) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise InvalidInput(A_BACKUP)
    version = manifest.get("format_version")
    if not isinstance(version, int) or version < 1:
        raise InvalidInput(DAMAGED)
    if version > FORMAT_VERSION:
        raise InvalidInput(NEWER, program=manifest.get("program", "?"))
    hashes = manifest.get("files", {})
    if not isinstance(hashes, dict):
        raise InvalidInput(DAMAGED)
    return {"sha256": str(manifest.get("sha256")), "files": hashes}


def _record(content: bytes) -> EventRecord:
    try:
        record = _adapter().validate_json(content)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InvalidInput(BAD_VALUE, field=where or RECORD) from error
    for field in _wrong_fields(record):
        raise InvalidInput(BAD_VALUE, field=field)
    return replace(record, photos=())  # pictures travel as files: nothing else counts as one


def _wrong_fields(record: EventRecord) -> Iterator[str]:
    """Fields whose values have the right type and still cannot be stored together."""
    event = record.event
    if not event.id:
        yield "event.id"
    if not 1 <= event.day_count <= 366:
        yield "event.day_count"
    if event.time_zone not in available_timezones():
        yield "event.time_zone"
    if any(item.duration.total_seconds() < 0 for _, item in record.agenda.items()):
        yield "agenda.days.items.duration"
    yield from _wrong_series(record)
    yield from _foreign_parts(record)
    yield from _repeated_ids(record)


def _wrong_series(record: EventRecord) -> Iterator[str]:
    if record.series is None:
        return
    if record.series.id != record.event.series_id:
        yield "series.id"
    try:
        refuse_unusable(record.series)
    except InvalidInput:
        yield "series.duties"


def _foreign_parts(record: EventRecord) -> Iterator[str]:
    """Parts that say they belong to another event."""
    owners = {
        "agenda": {record.agenda.event_id},
        "guide": {record.guide.event_id},
        "tasks": {task.event_id for task in record.tasks},
        "participations": {entry.event_id for entry in record.participations},
        "cafes": {cafe.event_id for cafe in record.cafes},
        "notes": {note.event_id for note in record.notes},
        "proceedings": {record.proceedings.event_id} - {""},
        "budget": {record.budget.event_id} - {""},
        "questionnaires": {entry.event_id for entry in record.questionnaires},
        "replies": {entry.event_id for entry in record.replies},
        "releases": {kept.release.event_id for kept in record.releases},
        "attachments": {file.event_id for file in record.attachments},
    }
    yield from (f"{name}.event_id" for name, ids in owners.items() if ids - {record.event.id})


def _repeated_ids(record: EventRecord) -> Iterator[str]:
    ids = {
        "agenda.days.items.id": [item.id for _, item in record.agenda.items()],
        "tasks.id": [task.id for task in record.tasks],
        "participations.id": [entry.id for entry in record.participations],
        "participations.person.id": [entry.person.id for entry in record.participations],
        "notes.id": [note.id for note in record.notes],
        "cafes.item_id": [cafe.item_id for cafe in record.cafes],
        "guide.sheets.item_id": [sheet.item_id for sheet in record.guide.sheets],
        "releases.id": [kept.release.id for kept in record.releases],
        "releases.number": [str(kept.release.number) for kept in record.releases],
        "questionnaires.id": [entry.id for entry in record.questionnaires],
        "replies.id": [entry.id for entry in record.replies],
        "budget.lines.id": [line.id for line in record.budget.lines],
        "attachments.id": [file.id for file in record.attachments],
        "event.objectives.id": [objective.id for objective in record.event.objectives],
    }
    for field, values in ids.items():
        if any(count > 1 or not value for value, count in Counter(values).items()):
            yield field


def as_copy(record: EventRecord, new_id: Callable[[], str], *, kept: Collection[str] = ()) -> EventRecord:
    """The same event as a new one: fresh ids everywhere (an old id always becomes the same new one), versions 0.

    Ids in ``kept`` stay: persons, who may come to many events.
    """
    fresh: dict[str, str] = {}

    def renewed(old: str) -> str:
        if old and old not in fresh:
            fresh[old] = old if old in kept else new_id()
        return fresh.get(old, "")

    series = replace(record.series, version=0) if record.series else None
    return replace(_copied(replace(record, series=None), renewed), series=series)


def _copied(value: Anything, renewed: Callable[[str], str]) -> Anything:
    """``value`` with the ids in it renewed; fields are told by their names (design.md section 4: ``…_id``)."""
    if isinstance(value, tuple):
        return tuple(_copied(part, renewed) for part in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if field.name == "version":
            changes[field.name] = 0
        elif _holds_ids(field.name):
            changes[field.name] = _renewed_ids(part, renewed)
        else:
            changes[field.name] = _copied(part, renewed)
    return replace(value, **changes)


def _holds_ids(name: str) -> bool:
    return name in ID_LISTS or ((name == "id" or name.endswith(("_id", "_ids"))) and name not in KEPT_IDS)


def _renewed_ids(ids: Any, renewed: Callable[[str], str]) -> Any:
    if isinstance(ids, tuple):
        return tuple(_renewed_ids(part, renewed) for part in ids)
    return renewed(ids)
