"""The frame of a written volume: numbered chapters with bookmarks, captions that count, links to its registers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.word_fields import Chapter, bookmarked, caption, contents, link
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Piece, Row, run, table
from facilitation.documents.word_xml import Element

ANNEXES = "ABCDEFGH"
SHORT_RUN = 2


class Volume:
    """A paper with chapters. Chapters are numbered as they come; ``contents()`` knows those made so far."""

    def __init__(self, paper: Paper, linked: frozenset[str]) -> None:
        self.paper, self._ = paper, paper._
        self.chapters: list[Chapter] = []
        self._linked, self._numbers, self._tables, self._annexes = linked, [0, 0], 0, 0

    @property
    def language(self) -> str:
        """The language of the volume."""
        return self._.language

    def chapter(self, text: str, *, page_break: bool = False) -> Element:
        """The heading of a numbered chapter."""
        self._numbers = [self._numbers[0] + 1, 0]
        return self._heading(text, 1, str(self._numbers[0]), page_break=page_break)

    def part(self, text: str) -> Element:
        """The heading of a numbered part of the current chapter."""
        self._numbers[1] += 1
        return self._heading(text, 2, ".".join(map(str, self._numbers)))

    def annex(self, text: str) -> Element:
        """The heading of an annex, on a new page: "Annex A. List of participants"."""
        letter = ANNEXES[self._annexes]
        self._annexes += 1
        return self._heading(self._("Annex {letter}. {title}").format(letter=letter, title=text), 1, page_break=True)

    def unnumbered(self, text: str, *, level: int = 1, page_break: bool = False) -> Element:
        """The heading of a chapter, or of a part of an annex, without a number."""
        return self._heading(text, level, page_break=page_break)

    def contents(self) -> list[Element]:
        """The table of contents of the chapters made so far."""
        return contents(self._("Contents"), self.chapters)

    def captioned(
        self, text: str, columns: Sequence[float], head: Row, rows: Iterable[Row], *, note: str = ""
    ) -> list[Element]:
        """A table under its numbered caption; ``note`` goes into the alternative text."""
        self._tables += 1
        title = caption(self._("Table {number}."), self._tables, text)
        description = f"{text}. {note}" if note else text
        return [title, table(columns, [head, *rows], title=text, description=description)]

    def register_mark(self, register: str, number: int) -> list[Element]:
        """The number of a line of a register ("R3"), as the place its links lead to."""
        return bookmarked([run(f"{register}{number}")], _bookmark(register, number))

    def has_register(self, register: str) -> bool:
        """Whether a register is part of the volume."""
        return register in self._linked

    def register_links(self, register: str, numbers: Sequence[int]) -> list[Piece]:
        """ "R1, R3–R6" as links into a register; as plain words where the register is not part of the volume."""
        pieces: list[Piece] = []
        for first, last in _spans(numbers):
            if pieces:
                pieces.append(", ")
            ends = [f"{register}{number}" for number in sorted({first, last})]
            text = "–".join(ends)
            pieces.append(link(text, _bookmark(register, first)) if register in self._linked else text)
        return pieces

    def _heading(self, text: str, level: int, number: str = "", *, page_break: bool = False) -> Element:
        chapter = Chapter(text, level, f"_Toc{len(self.chapters) + 1:06}", number)
        self.chapters.append(chapter)
        return chapter.element(page_break=page_break)


def _spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers as spans (first, last): three or more in a row become one, others stand alone."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    long = [[(run[0], run[-1])] if len(run) > SHORT_RUN else [(number, number) for number in run] for run in runs]
    return [span for spans in long for span in spans]


def _bookmark(register: str, number: int) -> str:
    return f"{register}_{number}"
