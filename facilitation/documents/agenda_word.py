"""The agenda for participants: one page per day, nothing that is for the staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from facilitation.documents.agenda_columns import column_texts
from facilitation.documents.word_fit import CELL_PADDING, CELL_SIDES, line_count, text_height
from facilitation.documents.word_front import day_heading, event_block, nothing_yet, some_of
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, head_row, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, SIZES, SMALLEST, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS, Agenda, Audience
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

USUAL, WIDE_NAMES, MERGED = (28.0, 88.0, 58.0), (28.0, 64.0, 82.0), (28.0, 146.0)
"""Widths of the columns in millimetres: clock, session, who and where; in a merged table the last two are one."""
HEAD_ROOM, TITLE_LINE = 43.0, 10.0
"""Millimetres that the lines under the title, the day and the head of the table take, and a line of the title."""
MOST_AIR = 5.0
"""Millimetres a row may be taller than its words, where the page has room."""
OTHER_FONTS, OTHER_HEAD = 0.75, 18.0
"""Where the styles are a template's: the share of a page that is planned for, and millimetres more for the head."""
SAFETY = 1.02
"""The estimate of heights may be wrong by this much."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much of each item is printed: its summary, its facilitators, how many speakers, each in a line or not."""

    has_summary: bool = True
    is_one_per_line: bool = True
    has_facilitators: bool = True
    most_speakers: int = 1000
    columns: tuple[float, ...] = USUAL


TIGHT = Density(has_summary=False, is_one_per_line=False, has_facilitators=False, columns=MERGED)
DENSITIES = (
    Density(),
    Density(is_one_per_line=False),
    Density(is_one_per_line=False, columns=WIDE_NAMES),
    Density(has_summary=False, is_one_per_line=False, columns=WIDE_NAMES),
    Density(has_summary=False, is_one_per_line=False, has_facilitators=False, columns=WIDE_NAMES),
    TIGHT,
    *(replace(TIGHT, most_speakers=most) for most in (8, 6, 5, 4, 3, 2, 1, 0)),
)
"""From roomy to tight; the first that fits on a page is taken."""

Block = tuple[str, str]
"""A text and its style: measured first, then printed."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one row, ready to be measured and printed; ``columns`` are the event's own ones."""

    clock: str
    beside: str
    title: str
    summary: str
    columns: str
    who: tuple[str, ...]
    facilitators: str
    room: str
    is_rest: bool


def agenda_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The agenda of every day on a page of its own: clock, title, who and where. Items for the staff are left out."""
    paper = Paper(record.event, _, stamp, title=_("Agenda"), page=PORTRAIT)
    timed = [entry for entry in timed_items(record.agenda, record.event.starts_on) if _is_for_participants(entry)]
    agenda = record.agenda
    if not timed:
        paper.add(event_block(paper), nothing_yet(_("No sessions have been planned yet.")))
    for day in sorted({entry.day for entry in timed}):
        lines = _lines([entry for entry in timed if entry.day == day], agenda, _)
        paper.add(event_block(paper, page_break=day != timed[0].day))
        paper.add(heading(day_heading(record.event, day, _)), day_table(lines, day, paper))
    return paper.data()


def _is_for_participants(entry: TimedItem) -> bool:
    return entry.item.is_for(Audience.PARTICIPANTS)


def _lines(timed: Sequence[TimedItem], agenda: Agenda, _: Translator) -> list[Line]:
    starts = [entry.starts_at for entry in timed]
    return [
        _line(entry, agenda, _, is_beside=number > 0 and starts[number - 1] == entry.starts_at)
        for number, entry in enumerate(timed)
    ]


def _line(entry: TimedItem, agenda: Agenda, _: Translator, *, is_beside: bool) -> Line:
    item = entry.item
    leads = ", ".join(person.name for person in item.facilitators)
    return Line(
        clock=clock_span_text(entry.starts_at, entry.ends_at),
        beside=_("at the same time") if is_beside else "",
        title=item.title.said_in(_.language),
        summary=item.summary.said_in(_.language),
        columns=" · ".join(column_texts(agenda, item, Audience.PARTICIPANTS, _)),
        who=tuple(person.name for person in item.speakers),
        facilitators=_("Facilitation: {names}").format(names=leads) if leads else "",
        room=item.room.strip(),
        is_rest=item.kind in REST_KINDS,
    )


def day_table(lines: Sequence[Line], day: int, paper: Paper) -> Element:
    """The rows of one day, as roomy as one page allows."""
    _, room = paper._, _room(paper)
    fitting = (entry for entry in DENSITIES if _height(lines, entry, _) <= room)
    density = next(fitting, DENSITIES[-1])
    spare = 0.0 if paper.look.is_large else (room - _height(lines, density, _)) * 0.8
    air = max(0.0, min(MOST_AIR, spare / max(1, len(lines))))
    rows = [_row(line, density, air, _) for line in lines]
    titles = (_("Time"), _("Session"), _("Who and where"))[: len(density.columns)]
    return table(density.columns, [head_row(titles), *rows], title=_("Agenda of day {number}").format(number=day))


def _room(paper: Paper) -> float:
    """Millimetres for the rows of a day, under the head of the page; in large print a day takes several pages."""
    if paper.look.is_large:
        return inf
    title = paper.event.title.said_in(paper._.language)
    title_lines = line_count(title, PORTRAIT.text_width, SIZES["Title"] or SMALLEST)
    room = paper.page.text_height - HEAD_ROOM - title_lines * TITLE_LINE
    return (room - OTHER_HEAD) * OTHER_FONTS if paper.template else room


def _height(lines: Sequence[Line], density: Density, _: Translator) -> float:
    return sum(_row_height(_columns(line, density, _), density) for line in lines) * SAFETY


def _row_height(columns: Sequence[Sequence[Block]], density: Density) -> float:
    widths = (width - CELL_SIDES for width in density.columns)
    heights = (
        sum(text_height(text, width, style) for text, style in blocks)
        for blocks, width in zip(columns, widths, strict=True)
    )
    return max(heights) + CELL_PADDING


def _row(line: Line, density: Density, air: float, _: Translator) -> Row:
    columns = _columns(line, density, _)
    cells = [Cell(blocks=tuple(paragraph(text, style) for text, style in blocks), align="center") for blocks in columns]
    height = _row_height(columns, density) + air if air else None
    return Row(cells, height=height, fill="soft" if line.is_rest else "")


def _columns(line: Line, density: Density, _: Translator) -> list[list[Block]]:
    """The blocks of each column of a row."""
    clock = [(line.clock, "Clock"), (line.beside, "Table Detail")]
    session, who = _session(line, density), _who(line, density, _)
    columns = [clock, [*session, *who]] if density.columns == MERGED else [clock, session, who]
    return [[block for block in blocks if block[0].strip()] for blocks in columns]


def _session(line: Line, density: Density) -> list[Block]:
    title = line.title
    if density.columns == MERGED and line.room:
        title = f"{title} · {line.room}"
    summary = line.summary if density.has_summary else ""
    head = (title, "Table Text" if line.is_rest else "Table Item")
    return [head, (summary, "Table Detail"), (line.columns, "Table Detail")]


def _who(line: Line, density: Density, _: Translator) -> list[Block]:
    names = some_of(line.who, density.most_speakers, _) if density.most_speakers else ()
    details = [line.facilitators] if density.has_facilitators else []
    if density.columns != MERGED:
        details.append(line.room)
    if density.is_one_per_line:
        return [*((text, "Table Text") for text in names), *((text, "Table Detail") for text in details)]
    return [("; ".join(names), "Table Text"), (" · ".join(filter(None, details)), "Table Detail")]
