"""A program in the place of LibreOffice, for what a real one does only on a bad day."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from facilitation.documents import office_pdf

MAKES_A_PDF = """
while [ "$1" != "--outdir" ]; do shift; done
out="$2"; shift 2
echo begin >> {log}
{between}
for file in "$@"; do cp {pdf} "$out/$(basename "$file" .docx).pdf"; done
echo end >> {log}
"""
HANGS = "sleep 60 &\necho $! >> {log}\nwait\n"
MAKES_NOTHING = "exit 77\n"


def a_pdf() -> bytes:
    """One empty page."""
    writer, data = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(data)
    return data.getvalue()


def put_in_place(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str, between: str = "") -> Path:
    """Let this shell script be LibreOffice; answers the file it writes its log into."""
    program, log, pdf = folder / "soffice", folder / "log", folder / "made.pdf"
    pdf.write_bytes(a_pdf())
    program.write_text("#!/bin/sh\n" + script.format(log=log, pdf=pdf, between=between), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office_pdf, "find_office", lambda: program)
    return log
