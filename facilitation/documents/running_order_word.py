"""The running order for the staff: every item with people, rooms, materials and internal notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from facilitation.documents.agenda_columns import column_texts
from facilitation.documents.word_front import day_heading, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, paragraphs, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS, Audience, Contributor
from facilitation.domain.record import EventRecord
from facilitation.domain.text import joined
from facilitation.i18n.formats import clock_span_text, minutes_text
from facilitation.i18n.labels import finding_sentence, kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.accepted import SettledFinding
from facilitation.planning.agenda_timing import TimedItem, timed_items

COLUMNS = (28.0, 17.0, 58.0, 24.0, 78.0, 62.0)
ACCEPTED_COLUMNS = (140.0, 97.0, 30.0)


def running_order_docx(
    record: EventRecord, _: Translator, stamp: Stamp, settled: Sequence[SettledFinding] = ()
) -> bytes:
    """The day hour by hour for the team, marked "for staff" on every page; gaps and overlaps are shown in minutes.

    ``settled`` are the remarks of the rules that somebody accepted; they close the paper with their reasons.
    """
    paper = Paper(record.event, _, stamp, title=_("Running order"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    paper.add(title_block(paper))
    timed = timed_items(record.agenda, record.event.starts_on)
    if not timed:
        paper.add(nothing_yet(_("No sessions have been planned yet.")))
    for day in sorted({entry.day for entry in timed}):
        rows = _rows(record, [entry for entry in timed if entry.day == day], _)
        title = _("Running order of day {number}").format(number=day)
        paper.add(heading(day_heading(record.event, day, _), page_break=day != timed[0].day))
        paper.add(table(COLUMNS, [_head(_), *rows], title=title))
    if settled:
        paper.add(heading(_("Accepted remarks")), _accepted(settled, _))
    return paper.data()


def _accepted(settled: Sequence[SettledFinding], _: Translator) -> Element:
    rows = [
        Row([Cell(finding_sentence(each.finding, _)), Cell(each.accepted.reason), Cell(each.accepted.accepted_by)])
        for each in settled
    ]
    head = head_row((_("What the rules say"), _("Why it is accepted"), _("By")))
    return table(ACCEPTED_COLUMNS, [head, *rows], title=_("Accepted remarks"))


def staff_mark(_: Translator) -> str:
    """What papers for the team carry on every page."""
    return _("FOR STAFF ONLY · do not hand out or put up")


def _head(_: Translator) -> Row:
    return head_row(
        (
            _("Time"),
            _("Actual"),
            _("Session"),
            _("Room"),
            _("People"),
            _("Materials and internal note"),
        )
    )


def _rows(record: EventRecord, timed: Sequence[TimedItem], _: Translator) -> Iterable[Row]:
    for entry in timed:
        if entry.gap_before:
            yield _gap_row(entry.gap_before, _)
        yield _row(record, entry, _)


def _gap_row(gap: timedelta, _: Translator) -> Row:
    template = _("Gap of {length} before the next item") if gap > timedelta() else _("Overlap of {length}")
    text = template.format(length=minutes_text(abs(gap)))
    return Row([Cell([Run(text, "Emphasis")], span=len(COLUMNS))], keep_next=True)


def _row(record: EventRecord, entry: TimedItem, _: Translator) -> Row:
    item, language = entry.item, _.language
    clock = clock_span_text(entry.starts_at, entry.ends_at)
    session = (
        paragraph(item.title.said_in(language), "Table Item"),
        paragraph(kind_label(item.kind, _), "Table Detail"),
    )
    return Row(
        [
            Cell(blocks=(paragraph(clock, "Clock"), paragraph(minutes_text(item.duration), "Table Detail"))),
            Cell(),
            Cell(blocks=session),
            Cell(item.room),
            Cell(blocks=_people(entry, _)),
            Cell(blocks=tuple(_materials_and_note(record, entry, _))),
        ],
        fill="soft" if item.kind in REST_KINDS else "",
    )


def _materials_and_note(record: EventRecord, entry: TimedItem, _: Translator) -> Iterable[Element]:
    for text in column_texts(record.agenda, entry.item, Audience.STAFF, _):
        yield paragraph(text, "Table Text")
    materials = record.guide.sheet(entry.item.id).materials
    if materials:
        yield paragraph(joined((material.name for material in materials), _.language), "Table Detail")
    if entry.item.internal_note.strip():
        yield from paragraphs(entry.item.internal_note, "Table Text")


def _people(entry: TimedItem, _: Translator) -> tuple[Element, ...]:
    groups = (
        (_("Speakers: {names}"), entry.item.speakers),
        (_("Facilitation: {names}"), entry.item.facilitators),
        (_("Notes: {names}"), entry.item.note_takers),
    )
    return tuple(paragraph(label.format(names=names_text(people)), "Table Text") for label, people in groups if people)


def names_text(people: Iterable[Contributor]) -> str:
    """Names with a semicolon between them, as offices carry commas of their own."""
    return "; ".join(person.name for person in people)
