"""The rehearsal on paper: who leads what, what must be settled, who was trained, and the steps to practise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from facilitation.documents.running_order_word import names_text, staff_mark
from facilitation.documents.word_front import day_heading, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import (
    TICK_BOX,
    TICKED_BOX,
    Cell,
    Row,
    Run,
    bullets,
    head_row,
    heading,
    paragraph,
    paragraphs,
    spacer,
    table,
)
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, minutes_text
from facilitation.i18n.rehearsal_words import clash_sentence, long_run_sentence, trained_sentence, why_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import NO_METHODS
from facilitation.planning.hardest_steps import HardStep
from facilitation.planning.rehearsal import Leader, Rehearsal, rehearsal

LEADERS, LARGE_LEADERS = (38.0, 127.0, 57.0, 22.0, 23.0), (64.0, 92.0, 48.0, 31.0, 32.0)
OPEN_SESSIONS, LARGE_OPEN_SESSIONS = (38.0, 97.0, 45.0, 87.0), (64.0, 86.0, 45.0, 72.0)
PRACTICE = (48.0, 76.0, 84.0, 59.0)
MOST_TOGETHER, MOST_LARGE_TOGETHER = 12, 5
"""So many sessions of one person stay on a page with the name."""


def rehearsal_docx(
    record: EventRecord, _: Translator, stamp: Stamp, methods: Mapping[str, Method] = NO_METHODS
) -> bytes:
    """The sheet the facilitators go through together; ``methods`` are those of the library by id."""
    paper = Paper(record.event, _, stamp, title=_("Rehearsal of the facilitators"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    found = rehearsal(record, methods)
    paper.add(title_block(paper), _to_settle(paper, record, found))
    paper.add(_to_practise(record, found, _), _who_leads_what(paper, record, found))
    return paper.data()


def _who_leads_what(paper: Paper, record: EventRecord, found: Rehearsal) -> Iterator[Element]:
    _, is_large = paper._, paper.stamp.look.is_large
    yield heading(_("Who leads what"), page_break=bool(found.leaders))
    if not found.leaders:
        yield nothing_yet(_("The agenda names no facilitator yet."))
        return
    yield _lead(trained_sentence(found.trained_count, len(found.leaders), _))
    titles = (_("Time"), _("Facilitation and session"), _("Room"), _("Trained"), _("Length"))
    most = MOST_LARGE_TOGETHER if is_large else MOST_TOGETHER
    rows = [row for leader in found.leaders for row in _leader_rows(record, leader, most, _)]
    yield table(
        LARGE_LEADERS if is_large else LEADERS, [head_row(titles, numbers=(4,)), *rows], title=_("Who leads what")
    )


def _leader_rows(record: EventRecord, leader: Leader, most: int, _: Translator) -> Iterator[Row]:
    """The name with all minutes, then a row per session; up to ``most`` of them stay on one page."""
    box = TICKED_BOX if leader.is_trained else TICK_BOX
    total = minutes_text(timedelta(minutes=leader.minutes))
    yield Row(
        [Cell(leader.name, "Table Item", span=3), Cell(box, "Tick Box"), Cell([Run(total, "Strong")], "Table Number")],
        fill="soft",
        keep_next=True,
    )
    last = len(leader.sessions) - 1
    for place, entry in enumerate(leader.sessions):
        title, length = entry.item.title.said_in(_.language), minutes_text(entry.item.duration)
        cells: list[str | Cell] = [
            _time_cell(record, entry, _),
            title,
            entry.item.room,
            "",
            Cell(length, "Table Number"),
        ]
        yield Row(cells, keep_next=place < last < most)


def _time_cell(record: EventRecord, entry: TimedItem, _: Translator) -> Cell:
    """ "Day 1 · 09:00–10:30"; without the number when there is one day."""
    clock = Run(clock_span_text(entry.starts_at, entry.ends_at), "Strong")
    if record.event.day_count == 1:
        return Cell([clock])
    return Cell([_("Day {number}").format(number=entry.day), " · ", clock])


def _to_settle(paper: Paper, record: EventRecord, found: Rehearsal) -> Iterator[Element]:
    _ = paper._
    yield heading(_("To be settled before the event"))
    sentences = [
        *(clash_sentence(clash, _) for clash in found.clashes),
        *(long_run_sentence(run, _) for run in found.long_runs),
    ]
    yield from bullets(sentences)
    yield from _sessions(paper, record, found.unled, _("Nobody is named to lead these sessions"))
    untrained = found.untrained if found.trained_count else ()
    yield from _sessions(paper, record, untrained, _("Nobody who leads these sessions was trained"))
    if not sentences and not found.unled and not untrained:
        yield paragraph(_("Nothing: nobody is in two places, and every session is led."))


def _sessions(paper: Paper, record: EventRecord, entries: Sequence[TimedItem], title: str) -> Iterator[Element]:
    if not entries:
        return
    _, columns = paper._, LARGE_OPEN_SESSIONS if paper.stamp.look.is_large else OPEN_SESSIONS
    rows = [
        Row(
            [
                _time_cell(record, entry, _),
                entry.item.title.said_in(_.language),
                entry.item.room,
                names_text(entry.item.facilitators),
            ]
        )
        for entry in entries
    ]
    yield heading(title, 2)
    head = head_row((_("Time"), _("Session"), _("Room"), _("Facilitation")))
    yield table(columns, [head, *rows], title=title)


def _to_practise(record: EventRecord, found: Rehearsal, _: Translator) -> Iterator[Element]:
    yield heading(_("Practise these two steps"))
    if not found.hardest:
        yield nothing_yet(_("No session has steps yet."))
        return
    yield _lead(_("They have their place in the training of 180 minutes: 50 minutes, in groups of three."))
    titles = (_("Time and session"), _("Step and words to say"), _("Why"), _("Practised by"))
    rows = [_practice_row(record, step, _) for step in found.hardest]
    rows = [*(replace(row, keep_next=True) for row in rows[:-1]), *rows[-1:]]
    yield table(PRACTICE, [head_row(titles), *rows], title=_("Practise these two steps"), borders="all")
    yield spacer()


def _lead(text: str) -> Element:
    """A sentence that stays with the table below it."""
    return paragraph(text, "Lead", extra=[element("keepNext")])


def _practice_row(record: EventRecord, found: HardStep, _: Translator) -> Row:
    step, item, language = found.timed.step, found.entry.item, _.language
    clock = clock_span_text(found.timed.starts_at, found.timed.ends_at)
    when: Iterable[Element] = (
        paragraph(day_heading(record.event, found.entry.day, _), "Table Detail"),
        paragraph(clock, "Clock"),
        paragraph(item.title.said_in(language), "Table Text"),
    )
    what = (
        *paragraphs(step.what.said_in(language), "Table Item"),
        *paragraphs(step.words.said_in(language), "Table Words"),
    )
    names = names_text(item.facilitators)
    return Row([Cell(blocks=tuple(when)), Cell(blocks=what), why_sentence(found, _), names], height=24)
