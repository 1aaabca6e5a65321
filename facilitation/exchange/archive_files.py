"""The files of an event inside its archive: each a member of its own, taken out only when it is whole and allowed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from zipfile import ZipFile

from facilitation.domain.attachment import Attachment
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.attached_file import MAXIMUM_BYTES, MOST_BYTES_OF_AN_EVENT, checked_file

FOLDER = "files"
DAMAGED = mark("The archive is damaged: it was cut off or changed after it was made. Ask for the file again.")
TOO_MUCH = mark("The files in the archive have more than {megabytes} MB together. Export the event with fewer files.")
MISLABELLED = mark("The archive holds a file “{name}” that is not as it is described. Export the event again.")


def member_name(file: Attachment) -> str:
    """The name a file has inside the archive: its own name may be that of another one too."""
    return f"{FOLDER}/{file.id}"


def unpacked_files(archive: ZipFile, record: EventRecord, hashes: Mapping[str, Any]) -> dict[str, bytes]:
    """The content of every file of the event by its id. Raises InvalidInput where one is missing, changed or forbidden.

    Members nobody describes are left alone; nothing is written anywhere.
    """
    names = set(archive.namelist())
    if sum(file.size for file in record.attachments) > MOST_BYTES_OF_AN_EVENT:
        raise InvalidInput(TOO_MUCH, megabytes=MOST_BYTES_OF_AN_EVENT // 1_000_000)
    found = {}
    for file in record.attachments:
        name = member_name(file)
        if name not in names:
            raise InvalidInput(DAMAGED)
        content = _content(archive, name)
        if hashlib.sha256(content).hexdigest() != hashes.get(name) or len(content) != file.size:
            raise InvalidInput(DAMAGED)
        if checked_file(file.name, content) != (file.name, file.media_type):
            raise InvalidInput(MISLABELLED, name=file.name)
        found[file.id] = content
    return found


def _content(archive: ZipFile, name: str) -> bytes:
    """A member, never more of it than one file may have: the size in the directory may lie."""
    with archive.open(name) as member:
        content = member.read(MAXIMUM_BYTES + 1)
    if len(content) > MAXIMUM_BYTES:
        raise InvalidInput(DAMAGED)
    return content
