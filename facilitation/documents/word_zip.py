"""The package of a Word document as a file; pictures, which are compressed already, are only put in."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from time import localtime
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.pkgwriter import PackageWriter

BODY = "/word/document.xml"
STORED = frozenset({"png", "jpg", "jpeg", "gif"})
TOGETHER = 500
"""Pieces of the main part that are written at once."""
HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class _Writer:
    """What python-docx writes the parts of a package to; ``body`` stands for the main part, where it has no text."""

    def __init__(self, file: BytesIO, body: Sequence[str]) -> None:
        self._zip, self._body = ZipFile(file, "w", ZIP_DEFLATED), body

    def write(self, pack_uri: Any, blob: bytes) -> None:
        """Put one part in."""
        if pack_uri == BODY and self._body:
            self._write_body(pack_uri.membername)
            return
        is_picture = str(pack_uri.ext).lower() in STORED
        self._zip.writestr(pack_uri.membername, blob, ZIP_STORED if is_picture else ZIP_DEFLATED)

    def _write_body(self, name: str) -> None:
        """The main part, some of its pieces at a time: as one text it would be held three times over."""
        entry = ZipInfo(name, localtime()[:6])
        entry.compress_type = ZIP_DEFLATED
        with self._zip.open(entry, "w") as part:
            part.write(HEAD)
            for start in range(0, len(self._body), TOGETHER):
                part.write("".join(self._body[start : start + TOGETHER]).encode())

    def close(self) -> None:
        """End the file."""
        self._zip.close()


def package_bytes(document: Document, body: Sequence[str]) -> bytes:
    """The finished .docx; ``body`` = the text of the main part in pieces (none = as the document has it)."""
    package: Any = document.part.package
    for part in package.parts:
        part.before_marshal()
    data = BytesIO()
    writer, made = _Writer(data, body), cast(Any, PackageWriter)
    made._write_content_types_stream(writer, package.parts)
    made._write_pkg_rels(writer, package.rels)
    made._write_parts(writer, package.parts)
    writer.close()
    return data.getvalue()
