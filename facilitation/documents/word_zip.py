"""The package of a Word document as a file; pictures, which are compressed already, are only put in."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from docx.document import Document
from docx.opc.pkgwriter import PackageWriter

BODY = "/word/document.xml"
STORED = frozenset({"png", "jpg", "jpeg", "gif"})
HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class _Writer:
    """What python-docx writes the parts of a package to; ``body`` stands for the part it has no text of."""

    def __init__(self, file: BytesIO, body: str) -> None:
        self._zip, self._body = ZipFile(file, "w", ZIP_DEFLATED), body

    def write(self, pack_uri: Any, blob: bytes) -> None:
        """Put one part in."""
        is_picture = str(pack_uri.ext).lower() in STORED
        content = HEAD + self._body.encode() if self._body and pack_uri == BODY else blob
        self._zip.writestr(pack_uri.membername, content, ZIP_STORED if is_picture else ZIP_DEFLATED)

    def close(self) -> None:
        """End the file."""
        self._zip.close()


def package_bytes(document: Document, body: str = "") -> bytes:
    """The finished .docx; ``body`` = the text of the main part where it was written and never parsed."""
    package: Any = document.part.package
    for part in package.parts:
        part.before_marshal()
    data = BytesIO()
    writer: Any = _Writer(data, body)
    PackageWriter._write_content_types_stream(writer, package.parts)
    PackageWriter._write_pkg_rels(writer, package.rels)
    PackageWriter._write_parts(writer, package.parts)
    writer.close()
    return data.getvalue()
