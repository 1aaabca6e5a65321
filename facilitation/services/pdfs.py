"""Papers as PDF, made in the background: how far each is, and the files once they are there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.errors import FacilitationError
from facilitation.services.papers import Papers

if TYPE_CHECKING:
    from facilitation.documents.page_numbers import Numbered

logger = logging.getLogger(__name__)
Key = tuple[str, str, str, PrintLook]
"""Event, name of the Word paper, language, and how it is printed."""
WORD = ".docx"
MOST_KEPT = 6
"""Runs that stay in memory until somebody fetched their files: a few megabytes each."""


class PdfStage(StrEnum):
    """How far a paper is."""

    WAITING = "waiting"
    LAYING_OUT = "laying_out"
    NUMBERING = "numbering"


class PdfRun:
    """One paper on its way to a PDF, in a thread of its own; ``files`` or ``error`` once it is over."""

    def __init__(self, paper: bytes) -> None:
        self.stage = PdfStage.WAITING
        self.files: Numbered | None = None
        self.error: Exception | None = None
        self.began_at = monotonic()
        self._thread = Thread(target=self._run, args=(paper,), name="pdf", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the files are there, or could not be made."""
        return not self._thread.is_alive()

    @property
    def seconds(self) -> int:
        """How long it has taken until now."""
        return int(monotonic() - self.began_at)

    def wait(self, seconds: float) -> bool:
        """Wait until the run is over, at most so long; answers whether it is."""
        self._thread.join(seconds)
        return self.is_over

    def _run(self, paper: bytes) -> None:
        try:
            self.files = made_pdf(paper, self._begun)
        except FacilitationError as error:
            self.error = error
        except Exception as error:
            logger.exception("making a PDF failed")
            self.error = error

    def _begun(self) -> None:
        is_first = self.stage is PdfStage.WAITING
        self.stage = PdfStage.LAYING_OUT if is_first else PdfStage.NUMBERING


@dataclass(frozen=True, slots=True)
class Pdfs:
    """Makes PDFs of the Word papers, one at a time for the whole process."""

    papers: Papers
    _runs: dict[Key, PdfRun] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def is_possible(self) -> bool:
        """Whether LibreOffice is on this computer."""
        from facilitation.documents.office_pdf import find_office  # documents are imported late

        return find_office() is not None

    def start(self, event_id: str, name: str, language: str, look: PrintLook = USUAL) -> PdfRun:
        """Begin to make the PDF of a Word paper as it is now; one of it that runs already is answered instead."""
        from facilitation.documents.office_pdf import NoOffice

        if not self.is_possible():
            raise NoOffice
        key = (event_id, name, language, look)
        with self._lock:
            known = self._runs.get(key)
            if known is not None and not known.is_over:
                return known
        paper = self.papers.make(event_id, name, language, look)
        with self._lock:
            self._runs.pop(key, None)
            self._runs[key] = run = PdfRun(paper)
            self._forget_the_oldest()
        return run

    def _forget_the_oldest(self) -> None:
        over = [key for key, run in self._runs.items() if run.is_over]
        for key in over[: max(len(self._runs) - MOST_KEPT, 0)]:
            del self._runs[key]

    def current(self, event_id: str, name: str, language: str, look: PrintLook = USUAL) -> PdfRun | None:
        """The run of this paper that was begun last and is not forgotten."""
        return self._runs.get((event_id, name, language, look))

    def forget(self, event_id: str, name: str) -> None:
        """Somebody wants this paper as it is now: what was made of it before is not kept."""
        with self._lock:
            for key, run in tuple(self._runs.items()):
                if key[:2] == (event_id, name) and run.is_over:
                    del self._runs[key]

    def beside(self, files: Iterable[Path]) -> tuple[Path, ...]:
        """Write a PDF beside each Word file, and page numbers into those with contents; answers the new files."""
        from facilitation.documents.office_pdf import pdfs_of
        from facilitation.documents.page_numbers import contents_of

        papers = {path: path.read_bytes() for path in files if path.suffix == WORD}
        with_contents = [path for path, data in papers.items() if contents_of(data)]
        plain = [path for path in papers if path not in with_contents]
        made = dict(zip(plain, pdfs_of([papers[path] for path in plain]) if plain else (), strict=True))
        for path in with_contents:
            both = made_pdf(papers[path])
            path.write_bytes(both.docx)
            made[path] = both.pdf
        return tuple(_written(path.with_suffix(".pdf"), made[path]) for path in papers)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def made_pdf(paper: bytes, begun: Callable[[], None] = lambda: None) -> Numbered:
    """The PDF of a Word file, and the file with page numbers where it has contents; takes seconds."""
    from facilitation.documents.office_pdf import pdf_of
    from facilitation.documents.page_numbers import numbered

    return numbered(paper, lambda docx: pdf_of(docx, begun=begun))
