"""Word files as PDF by LibreOffice: with a profile of its own, one conversion at a time, stopped at a limit."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from facilitation.errors import FacilitationError, mark

LIMIT = 300.0
"""Seconds after which a conversion is stopped; 285 pages take about 10."""
_EXPORT = ",".join(
    f'"{name}":{{"type":"boolean","value":"true"}}'
    for name in ("UseTaggedPDF", "ExportBookmarksToPDFDestination", "ExportBookmarks")
)
FILTER = f"pdf:writer_pdf_Export:{{{_EXPORT}}}"
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_ONE_AT_A_TIME = Lock()
_RUNNING: set[subprocess.Popen[bytes]] = set()


class NoOffice(FacilitationError):
    """LibreOffice is not on this computer."""

    def __init__(self) -> None:
        super().__init__(
            mark(
                "LibreOffice was not found on this computer, so no PDF can be made here. Open the Word file and choose "
                "“Save as”, PDF."
            )
        )


class NoPdf(FacilitationError):
    """LibreOffice was there and made no PDF."""


def find_office() -> Path | None:
    """LibreOffice's program: on the path, or where its installer puts it."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    usual = (Path(place) for place in _USUAL_PLACES)
    return Path(on_path) if on_path else next((place for place in usual if place.is_file()), None)


def pdf_of(paper: bytes, *, limit: float = LIMIT, begun: Callable[[], None] = lambda: None) -> bytes:
    """The tagged PDF of one Word file."""
    return pdfs_of([paper], limit=limit, begun=begun)[0]


def pdfs_of(papers: Sequence[bytes], *, limit: float = LIMIT, begun: Callable[[], None] = lambda: None) -> list[bytes]:
    """The tagged PDFs of Word files in their order, made in one start of LibreOffice (1.3 s for a small paper).

    Waits until a conversion already running is over, then says ``begun``. Raises NoOffice, or NoPdf where it failed
    or took longer than ``limit`` seconds.
    """
    office = find_office()
    if office is None:
        raise NoOffice
    with _ONE_AT_A_TIME, TemporaryDirectory(prefix="tryeza-pdf-") as name:
        begun()
        folder = Path(name)
        for number, paper in enumerate(papers):
            (folder / f"{number}.docx").write_bytes(paper)
        _convert(office, folder, len(papers), limit)
        made = [folder / f"{number}.pdf" for number in range(len(papers))]
        if not all(path.is_file() for path in made):
            raise NoPdf(
                mark("LibreOffice could not make the PDF. Try again, or open the Word file and choose “Save as”, PDF.")
            )
        return [path.read_bytes() for path in made]


def _convert(office: Path, folder: Path, count: int, limit: float) -> None:
    """Run LibreOffice over the files; what runs too long is ended with all it started."""
    profile = f"-env:UserInstallation={Path(_profile().name).as_uri()}"
    files = [str(folder / f"{number}.docx") for number in range(count)]
    switches = ("--headless", "--norestore", "--nolockcheck", "--convert-to", FILTER, "--outdir", str(folder))
    process = subprocess.Popen(
        [str(office), profile, *switches, *files],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _RUNNING.add(process)
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        _end(process)
        _drop_profile()  # what was ended in the middle may have left it broken
        raise NoPdf(
            mark(
                "The PDF was not ready after {minutes} min and was stopped. Try again, or open the Word file and "
                "choose “Save as”, PDF."
            ),
            minutes=max(round(limit / 60), 1),
        ) from None
    finally:
        _end(process)
        _RUNNING.discard(process)


@atexit.register
def _end_all() -> None:
    """No LibreOffice stays behind when the program is closed in the middle of a conversion."""
    for process in tuple(_RUNNING):
        _end(process)
    if _profile.cache_info().currsize:
        _drop_profile()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with its children: ``soffice`` is only a script that starts the program."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@cache
def _profile() -> TemporaryDirectory[str]:
    """The profile of this process: never that of the person, whose LibreOffice may be open. Gone with the process."""
    return TemporaryDirectory(prefix="tryeza-office-", ignore_cleanup_errors=True)


def _drop_profile() -> None:
    _profile().cleanup()
    _profile.cache_clear()


def pages_of_bookmarks(pdf: bytes, bookmarks: Iterable[str]) -> Mapping[str, int]:
    """On which page (from 1) each bookmark of the Word file stands; those the PDF does not know are left out."""
    from pypdf import PdfReader  # only where a PDF was made

    reader = PdfReader(BytesIO(pdf))
    places = reader.named_destinations
    named = {bookmark: places.get(f"/{_escaped(bookmark)}") for bookmark in bookmarks}
    pages = {bookmark: reader.get_destination_page_number(place) for bookmark, place in named.items() if place}
    return {bookmark: page + 1 for bookmark, page in pages.items() if page is not None and page >= 0}


def _escaped(bookmark: str) -> str:
    """The name LibreOffice gives a bookmark in the PDF: "_Toc000001" becomes "5FToc000001"."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"{ord(sign):02X}" for sign in bookmark)


Convert = Callable[[bytes], bytes]
"""Makes the PDF of one Word file: ``pdf_of``, or what a test puts in its place."""
