"""The agenda for participants: one page per day, nothing that is for the staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitation.documents.word_fit import CELL_PADDING, CELL_SIDES, line_count, text_height
from facilitation.documents.word_front import day_heading, event_block, nothing_yet, some_of
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, SIZES, SMALLEST, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

USUAL, WIDE_NAMES = (28.0, 88.0, 58.0), (28.0, 58.0, 88.0)
"""Widths of the columns in millimetres: clock, session, who and where."""
HEAD_ROOM, TITLE_LINE = 43.0, 10.0
"""Millimetres that the lines under the title, the day and the head of the table take, and a line of the title."""
MOST_AIR = 5.0
"""Millimetres a row may be taller than its words, where the page has room."""
SAFETY = 1.06
"""The estimate of heights may be wrong by this much."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much of each item is printed: its summary, its facilitators, how many speakers, each in a line or not."""

    has_summary: bool = True
    is_one_per_line: bool = True
    has_facilitators: bool = True
    most_speakers: int = 1000
    title_style: str = "Table Item"
    columns: tuple[float, float, float] = USUAL


TIGHT = Density(has_summary=False, is_one_per_line=False, has_facilitators=False, columns=WIDE_NAMES)
DENSITIES = (
    Density(),
    Density(is_one_per_line=False),
    Density(is_one_per_line=False, columns=WIDE_NAMES),
    Density(has_summary=False, is_one_per_line=False, columns=WIDE_NAMES),
    TIGHT,
    replace(TIGHT, title_style="Table Text"),
    replace(TIGHT, title_style="Table Text", most_speakers=4),
    replace(TIGHT, title_style="Table Text", most_speakers=2),
    replace(TIGHT, title_style="Table Text", most_speakers=0),
)
"""From roomy to tight; the first that fits on a page is taken."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one row, ready to be measured and printed."""

    clock: str
    beside: str
    title: str
    summary: str
    who: tuple[str, ...]
    facilitators: str
    room: str
    is_rest: bool


def agenda_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The agenda of every day on a page of its own: clock, title, who and where. Items for the staff are left out."""
    paper = Paper(record.event, _, stamp, title=_("Agenda"), page=PORTRAIT)
    timed = [entry for entry in timed_items(record.agenda, record.event.starts_on) if _is_public(entry)]
    if not timed:
        paper.add(event_block(paper), nothing_yet(_("No sessions have been planned yet.")))
    for day in sorted({entry.day for entry in timed}):
        lines = _lines([entry for entry in timed if entry.day == day], _)
        paper.add(event_block(paper, page_break=day != timed[0].day))
        paper.add(heading(day_heading(record.event, day, _)), day_table(lines, day, paper))
    return paper.data()


def _is_public(entry: TimedItem) -> bool:
    return entry.item.kind is not ItemKind.STAFF


def _lines(timed: Sequence[TimedItem], _: Translator) -> list[Line]:
    starts = [entry.starts_at for entry in timed]
    return [
        _line(entry, _, is_beside=number > 0 and starts[number - 1] == entry.starts_at)
        for number, entry in enumerate(timed)
    ]


def _line(entry: TimedItem, _: Translator, *, is_beside: bool) -> Line:
    item = entry.item
    leads = ", ".join(person.name for person in item.facilitators)
    return Line(
        clock=clock_span_text(entry.starts_at, entry.ends_at),
        beside=_("at the same time") if is_beside else "",
        title=item.title.said_in(_.language),
        summary=item.summary.said_in(_.language),
        who=tuple(person.name for person in item.speakers),
        facilitators=_("Facilitation: {names}").format(names=leads) if leads else "",
        room=item.room.strip(),
        is_rest=item.kind in REST_KINDS,
    )


def day_table(lines: Sequence[Line], day: int, paper: Paper) -> Element:
    """The rows of one day, as roomy as one page allows."""
    _, room = paper._, _room(paper)
    density = next((entry for entry in DENSITIES if _height(lines, entry, _) <= room), DENSITIES[-1])
    air = max(0.0, min(MOST_AIR, (room - _height(lines, density, _)) * 0.8 / max(1, len(lines))))
    rows = [_row(line, density, air, _) for line in lines]
    titles = (_("Time"), _("Session"), _("Who and where"))
    return table(density.columns, [head_row(titles), *rows], title=_("Agenda of day {number}").format(number=day))


def _room(paper: Paper) -> float:
    """Millimetres for the rows of a day, under the head of the page."""
    title = paper.event.title.said_in(paper._.language)
    title_lines = line_count(title, PORTRAIT.text_width, SIZES["Title"] or SMALLEST)
    return PORTRAIT.text_height - HEAD_ROOM - title_lines * TITLE_LINE


def _row(line: Line, density: Density, air: float, _: Translator) -> Row:
    title = [paragraph(line.title, "Table Text" if line.is_rest else density.title_style)]
    if density.has_summary and line.summary:
        title += [paragraph(part, "Table Detail") for part in line.summary.split("\n") if part.strip()]
    who = [paragraph(text, "Table Text") for text in _who(line, density, _)]
    who += [paragraph(text, "Table Detail") for text in _details(line, density)]
    clock = [paragraph(line.clock, "Clock")]
    if line.beside:
        clock.append(paragraph([Run(line.beside, "Muted")], "Table Text"))
    cells = [Cell(blocks=tuple(blocks), align="center") for blocks in (clock, title, who)]
    return Row(cells, height=_row_height(line, density, _) + air if air else None, fill="soft" if line.is_rest else "")


def _who(line: Line, density: Density, _: Translator) -> Sequence[str]:
    names = some_of(line.who, density.most_speakers, _) if density.most_speakers else ()
    return names if density.is_one_per_line or not names else ("; ".join(names),)


def _details(line: Line, density: Density) -> Sequence[str]:
    parts = [part for part in (line.facilitators if density.has_facilitators else "", line.room) if part]
    return parts if density.is_one_per_line or not parts else (" · ".join(parts),)


def _height(lines: Sequence[Line], density: Density, _: Translator) -> float:
    return sum(_row_height(line, density, _) for line in lines) * SAFETY


def _row_height(line: Line, density: Density, _: Translator) -> float:
    clock_width, title_width, who_width = (width - CELL_SIDES for width in density.columns)
    clock = text_height(line.clock, clock_width, "Clock") + text_height(line.beside, clock_width, "Table Text")
    title = text_height(line.title, title_width, density.title_style)
    if density.has_summary:
        title += text_height(line.summary, title_width, "Table Detail")
    who = sum(text_height(text, who_width, "Table Text") for text in _who(line, density, _))
    who += sum(text_height(text, who_width, "Table Detail") for text in _details(line, density))
    return max(clock, title, who) + CELL_PADDING
