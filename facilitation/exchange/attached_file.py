"""Files people keep with an event: which kinds, how large, and that a file is what its name says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from facilitation.errors import InvalidInput, mark

MAXIMUM_BYTES = 10_000_000
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "odt": f"{OPEN_DOCUMENT}.text",
    "ods": f"{OPEN_DOCUMENT}.spreadsheet",
    "odp": f"{OPEN_DOCUMENT}.presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
    "eml": "message/rfc822",
}
"""The kinds that are kept, by the ending of the name. None of them is a program."""
BEGINNINGS: Mapping[str, bytes] = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), b"PK\x03\x04"),
}
PACKED = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})

TOO_LARGE = mark("“{name}” is larger than {megabytes} MB. Keep a smaller copy, or a link to where it lies.")
EMPTY = mark("“{name}” is empty. Choose the file again.")
WRONG_KIND = mark("“{name}” cannot be kept here. Kept are: {kinds}.")
NOT_WHAT_IT_SAYS = mark(
    "“{name}” is not what its ending says, or it is damaged. Save it again and choose the new file."
)
HAS_MACROS = mark("“{name}” holds macros, that is small programs. Save it without them and choose the new file.")
PATH_SIGNS = re.compile(r"[\\/]+")
UNUSABLE_SIGNS = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def checked_file(name: str, content: bytes) -> tuple[str, str]:
    """The name without any path, and the media type, of a file that may be kept. Raises InvalidInput."""
    cleaned = clean_name(name)
    ending = ending_of(cleaned)
    if ending not in MEDIA_TYPES:
        raise InvalidInput(WRONG_KIND, name=cleaned, kinds=", ".join(MEDIA_TYPES))
    if not content:
        raise InvalidInput(EMPTY, name=cleaned)
    if len(content) > MAXIMUM_BYTES:
        raise InvalidInput(TOO_LARGE, name=cleaned, megabytes=MAXIMUM_BYTES // 1_000_000)
    if not _fits(ending, content):
        raise InvalidInput(NOT_WHAT_IT_SAYS, name=cleaned)
    if ending in PACKED:
        _refuse_macros(cleaned, content)
    return cleaned, MEDIA_TYPES[ending]


def clean_name(name: str) -> str:
    """The last part of a name, without signs a folder or a header could stumble over; its ending stays."""
    last = PATH_SIGNS.split(unicodedata.normalize("NFC", name).strip())[-1]
    printable = "".join(sign for sign in UNUSABLE_SIGNS.sub("_", last) if sign.isprintable())
    whole = printable.strip(" .") or "_"
    path = PurePosixPath(whole)
    return path.stem[: LONGEST_NAME - len(path.suffix)] + path.suffix


def ending_of(name: str) -> str:
    """The ending of a name in small letters, without the dot ("" = none)."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def _fits(ending: str, content: bytes) -> bool:
    """Whether a file begins as its kind does; plain text has no zero bytes."""
    if ending in BEGINNINGS:
        return content.startswith(BEGINNINGS[ending])
    return b"\x00" not in content and not content.startswith((b"MZ", b"#!"))


def _refuse_macros(name: str, content: bytes) -> None:
    """Look only at the list of what is packed: nothing is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = [entry.lower() for entry in packed.namelist()]
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InvalidInput(NOT_WHAT_IT_SAYS, name=name) from error
    if any(entry.endswith("vbaproject.bin") or entry.startswith(("basic/", "scripts/")) for entry in names):
        raise InvalidInput(HAS_MACROS, name=name)
