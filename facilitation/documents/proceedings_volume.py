"""The frame of a written volume: numbered chapters with bookmarks, captions that count, links to its registers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.chart_pictures import Drawing, size_mm
from facilitation.documents.word_fields import Chapter, bookmarked, caption, contents, link, reference
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Piece, Row, Run, paragraph, run, said, table
from facilitation.documents.word_xml import Element, text_element
from facilitation.domain.text import Text

ANNEXES = "ABCDEFGH"
SHORT_RUN = 2
TABLE, FIGURE = "Table", "Figure"
"""The sequences Word counts captions by; their names are the same in every language."""
RESULT = 3
"""Which run of a field shows its result."""
_REFERENCE = "_Ref_{}"


class Volume:
    """A paper with chapters. Chapters are numbered as they come; ``contents()`` knows those made so far."""

    def __init__(self, paper: Paper, linked: frozenset[str]) -> None:
        self.paper, self._ = paper, paper._
        self.chapters: list[Chapter] = []
        self._linked, self._numbers, self._annexes = linked, [0, 0], 0
        self._counts = {TABLE: 0, FIGURE: 0}
        self._labels: dict[str, str] = {}
        self._mentions: list[tuple[str, list[Element]]] = []
        self._drawn: list[tuple[Element, Drawing, int, str]] = []

    @property
    def language(self) -> str:
        """The language of the volume."""
        return self._.language

    def chapter(self, text: str | Text, *, page_break: bool = False) -> Element:
        """The heading of a numbered chapter."""
        self._numbers = [self._numbers[0] + 1, 0]
        return self._heading(text, 1, str(self._numbers[0]), page_break=page_break)

    def part(self, text: str | Text) -> Element:
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
        """The table of contents of the chapters made so far; every table and figure has its number by now."""
        self._fill_mentions()
        self._fill_pictures()
        return contents(self._("Contents"), self.chapters)

    def captioned(
        self, text: str, columns: Sequence[float], head: Row, rows: Iterable[Row], *, note: str = "", name: str = ""
    ) -> list[Element]:
        """A table under its numbered caption; ``note`` goes into the alternative text, ``name`` is for ``mention``."""
        title = self._caption(TABLE, self._("Table {number}."), text, name)
        description = f"{text}. {note}" if note else text
        return [title, table(columns, [head, *rows], title=text, description=description)]

    def figure(self, text: str, picture: Element, *, name: str = "") -> list[Element]:
        """A picture (a run) under its numbered caption; ``name`` is for ``mention``."""
        return [self._caption(FIGURE, self._("Figure {number}."), text, name), paragraph([picture])]

    def drawn_figure(self, text: str, drawing: Drawing, number: int, alt: str, *, name: str = "") -> list[Element]:
        """A figure whose picture is still being drawn: ``contents`` waits for it and puts it in."""
        place = paragraph([])
        self._drawn.append((place, drawing, number, alt))
        return [self._caption(FIGURE, self._("Figure {number}."), text, name), place]

    def mention(self, name: str) -> list[Element]:
        """ "Table 3" as a cross-reference, before or after the table; nothing where the volume has no such table.

        ``contents`` fills it in.
        """
        pieces = reference(_REFERENCE.format(name), "")
        self._mentions.append((name, pieces))
        return pieces

    def footnote(self, text: str) -> Element:
        """The raised number of a footnote."""
        return self.paper.footnote(text)

    def _caption(self, sequence: str, template: str, text: str, name: str) -> Element:
        self._counts[sequence] += 1
        number = self._counts[sequence]
        name = name or f"{sequence}{number}"
        self._labels[name] = template.split("{number}", 1)[0] + str(number)
        return caption(template, number, text, sequence=sequence, bookmark=_REFERENCE.format(name))

    def _fill_mentions(self) -> None:
        for name, pieces in self._mentions:
            if label := self._labels.get(name):
                pieces[RESULT].children.append(text_element(label))
            else:
                for piece in pieces:
                    piece.children.clear()
        self._mentions = []

    def _fill_pictures(self) -> None:
        for place, drawing, number, alt in self._drawn:
            png = drawing.pictures()[number]
            if png is None:
                words = self._("The picture could not be drawn. The tables say the same.")
                place.children.append(run(words, "Muted"))
            else:
                place.children.append(self.paper.picture(png, size_mm(png), alt))
        self._drawn = []

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

    def _heading(self, text: str | Text, level: int, number: str = "", *, page_break: bool = False) -> Element:
        words = said(text, self.language) if isinstance(text, Text) else Run(text)
        chapter = Chapter(words.text, level, f"_Toc{len(self.chapters) + 1:06}", number, words.language)
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
