"""The run of show: all rooms minute by minute, with what sound, interpreters and helpers see to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.documents.agenda_columns import column_texts
from facilitation.documents.running_order_word import names_text, staff_mark
from facilitation.documents.word_front import day_heading, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, Cell, Row, Run, head_row, heading, paragraph, paragraphs, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS, Agenda, Audience
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text, joined
from facilitation.i18n.formats import clock_text, minutes_text
from facilitation.i18n.labels import kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.run_of_show import Cue, run_of_show

COLUMNS = (16.0, 13.0, 64.0, 24.0, 38.0, 34.0, 32.0, 34.0, 12.0)
LARGE_COLUMNS = (31.0, 114.0, 100.0, 22.0)


def run_of_show_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """One row for every cue, in the order of the clock; each day begins a page. For the team: it has internal notes."""
    paper = Paper(record.event, _, stamp, title=_("Run of show"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    paper.add(title_block(paper))
    cues = run_of_show(record)
    if not cues:
        paper.add(nothing_yet(_("No sessions have been planned yet.")))
    for day in sorted({cue.day for cue in cues}):
        rows = list(_rows(paper, record.agenda, [cue for cue in cues if cue.day == day]))
        paper.add(heading(day_heading(record.event, day, _), page_break=day != cues[0].day))
        columns = LARGE_COLUMNS if paper.look.is_large else COLUMNS
        paper.add(table(columns, [_head(paper), *rows], title=_("Run of show of day {number}").format(number=day)))
    return paper.data()


def _head(paper: Paper) -> Row:
    _ = paper._
    if paper.look.is_large:
        return head_row((_("Time"), _("What happens"), _("Behind the scenes"), _("Ready")))
    return head_row(
        (
            _("Time"),
            _("Min."),
            _("What happens"),
            _("Room"),
            _("Lead"),
            _("Equipment"),
            _("Interpretation"),
            _("Logistics"),
            _("Ready"),
        ),
        numbers=(1,),
    )


def _rows(paper: Paper, agenda: Agenda, cues: list[Cue]) -> Iterator[Row]:
    """A cue that starts with the one above it repeats no time: the eye finds the next minute."""
    last = None
    for cue in cues:
        clock = "" if cue.starts_at == last else clock_text(cue.starts_at)
        yield _large_row(paper, agenda, cue, clock) if paper.look.is_large else _row(paper, agenda, cue, clock)
        last = cue.starts_at


def _row(paper: Paper, agenda: Agenda, cue: Cue, clock: str) -> Row:
    _ = paper._
    equipment, interpretation, logistics = (Cell(text) for _label, text in _behind(cue, _))
    cells: list[str | Cell] = [
        Cell(clock, "Clock"),
        Cell(str(int(cue.duration.total_seconds() // 60)), "Table Number"),
        Cell(blocks=tuple(_what(agenda, cue, _))),
        cue.entry.item.room,
        _lead(cue, _.language),
        equipment,
        interpretation,
        logistics,
        Cell(TICK_BOX, "Table Centre"),
    ]
    return Row(cells, fill=_fill(cue), keep_next=_has_steps(cue))


def _large_row(paper: Paper, agenda: Agenda, cue: Cue, clock: str) -> Row:
    """The same in four columns: length under the time, room and lead under what happens."""
    _ = paper._
    when = (paragraph(clock, "Clock"), paragraph(minutes_text(cue.duration), "Table Detail"))
    below = " · ".join(filter(None, (cue.entry.item.room, _lead(cue, _.language))))
    what = (*_what(agenda, cue, _), *([paragraph(below, "Table Detail")] if below else []))
    behind = [
        paragraph([Run(f"{label}: ", "Strong"), text], "Table Text") for label, text in _behind(cue, _) if text.strip()
    ]
    cells = [Cell(blocks=when), Cell(blocks=what), Cell(blocks=tuple(behind)), Cell(TICK_BOX, "Tick Box")]
    return Row(cells, fill=_fill(cue), keep_next=_has_steps(cue))


def _fill(cue: Cue) -> str:
    """The beginning of a session stands out; rests are soft."""
    return "" if cue.step else "soft" if cue.entry.item.kind in REST_KINDS else "head"


def _has_steps(cue: Cue) -> bool:
    return cue.step is None and bool(cue.sheet.steps)


def _what(agenda: Agenda, cue: Cue, _: Translator) -> Iterator[Element]:
    item, language = cue.entry.item, _.language
    title = item.title.said_in(language)
    if cue.step:
        yield from paragraphs(cue.step.what.said_in(language), "Table Text") or [paragraph("", "Table Text")]
        if cue.is_beside:
            yield paragraph(title, "Table Detail")
        return
    yield paragraph(title, "Table Item")
    yield paragraph(kind_label(item.kind, _), "Table Detail")
    for text in column_texts(agenda, item, Audience.STAFF, _):
        yield paragraph(text, "Table Text")
    yield from paragraphs(item.internal_note, "Table Text")


def _lead(cue: Cue, language: str) -> str:
    """Who leads: of a step whoever the guide names, of a session its facilitators, else its speakers."""
    if cue.step:
        return cue.step.who.said_in(language)
    item = cue.entry.item
    return names_text(item.facilitators or item.speakers)


def _behind(cue: Cue, _: Translator) -> tuple[tuple[str, str], ...]:
    """Equipment, interpretation and logistics of a session; where nobody wrote the last, what has to be there."""
    sheet, language = cue.sheet, _.language
    if cue.step:
        texts = ("", "", "")
    else:
        logistics = sheet.logistics.said_in(language) or _things(
            tuple(material.name for material in sheet.materials), _
        )
        texts = (sheet.equipment.said_in(language), sheet.interpretation.said_in(language), logistics)
    return tuple(zip((_("Equipment"), _("Interpretation"), _("Logistics")), texts, strict=True))


def _things(names: Sequence[Text], _: Translator) -> str:
    return _("Have ready: {things}").format(things=joined(names, _.language)) if names else ""
