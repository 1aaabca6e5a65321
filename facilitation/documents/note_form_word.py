"""The blank note form for paper: one sheet, front and back, for every session that is noted (domain.md 3.5)."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from facilitation.documents.running_order_word import names_text
from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import when_and_where
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, Cell, Row, Run, blank_lines, head_row, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import NOTED_KINDS
from facilitation.domain.event import Sector
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import attribution_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

WIDTH = PORTRAIT.text_width
FRONT_ROWS, BACK_ROWS = 7, 5
CONTRIBUTION_HEIGHT, LINE = 17.5, 9.0
LINE_ROOM = 6.0
CONTRIBUTIONS = (15.0, 26.0, 65.0, 38.0, 12.0, 18.0)
ACTIONS = (92.0, 48.0, 34.0)


def note_form_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A form per noted session with what is known filled in; one without a session where none is planned yet."""
    paper = Paper(record.event, _, stamp, title=_("Note form"), page=PORTRAIT)
    noted = [entry for entry in timed_items(record.agenda, record.event.starts_on) if entry.item.kind in NOTED_KINDS]
    for number, entry in enumerate(noted or [None]):
        paper.add(_front(record, entry, paper, page_break=number > 0), _back(_))
    return paper.data()


def _front(record: EventRecord, entry: TimedItem | None, paper: Paper, *, page_break: bool) -> Iterable[Element]:
    _, language = paper._, paper._.language
    title = entry.item.title.said_in(language) if entry else paper.title
    yield heading(title, page_break=page_break)
    about = (paper.title, paper.event.title.said_in(language), when_and_where(paper.event, language))
    yield paragraph(" · ".join(about), "Detail")
    yield _facts(entry, _)
    question = record.guide.sheet(entry.item.id).question.said_in(language) if entry else ""
    yield paragraph([Run(_("Question put to the group: "), "Strong"), question or "_" * 60], "Form Line")
    if entry:
        rule = attribution_label(entry.item.attribution, _)
        yield paragraph([Run(_("Speakers may be shown: "), "Strong"), rule], "Form Line")
    yield paragraph(_("How many were present"), "Label")
    yield _present(_)
    yield paragraph(_("What was said"), "Label")
    yield _contributions(FRONT_ROWS - ceil(_extra_lines(title, question, entry) * LINE_ROOM / CONTRIBUTION_HEIGHT), _)
    yield paragraph(
        _("Kind: I idea · P good practice · G gap · R recommendation · C commitment · Q question · L parking lot"),
        "Detail",
    )


def _extra_lines(title: str, question: str, entry: TimedItem | None) -> int:
    """Lines the head takes beyond the usual ones, so that the front stays one page."""
    item = entry.item if entry else None
    names = [names_text(people) for people in (item.facilitators, item.note_takers)] if item else []
    lines = [line_count(title, WIDTH, 16), line_count(question, WIDTH - 50, 11) - 1]
    lines += [line_count(text, 63, 10) for text in names]
    return sum(max(0, count - 1) for count in lines)


def _facts(entry: TimedItem | None, _: Translator) -> Element:
    item = entry.item if entry else None
    day = day_text(entry.starts_at.date(), _.language, with_year=True) if entry else ""
    planned = clock_span_text(entry.starts_at, entry.ends_at) if entry else ""
    pairs = (
        ((_("Day"), day), (_("Planned"), planned)),
        ((_("Actual start"), ""), (_("Actual end"), "")),
        ((_("Facilitation"), names_text(item.facilitators) if item else ""), (_("Room"), item.room if item else "")),
        ((_("Note-taker"), names_text(item.note_takers) if item else ""), (_("Table or group"), "")),
    )
    rows = [
        Row([cell for label, text in pair for cell in (Cell(label, "Table Head"), text)], height=7) for pair in pairs
    ]
    return table((30.0, 67.0, 32.0, WIDTH - 129.0), rows, title=_("Session"), borders="all")


def _present(_: Translator) -> Element:
    sectors = tuple(Sector)
    half = len(sectors) // 2
    rows = [
        Row([f"{sector_label(sector, _)}: ____" for sector in part], height=7)
        for part in (sectors[:half], sectors[half:])
    ]
    return table((WIDTH / half,) * half, rows, title=_("How many were present"), borders="all")


def _contributions(count: int, _: Translator) -> Element:
    titles = (_("Time"), _("Speaker"), _("Exact words, in the language spoken"), _("In short"), _("Kind"), _("Quote?"))
    choice = Cell("\n".join(" ".join((TICK_BOX, word)) for word in (_("yes"), _("no"))))
    rows = [Row([Cell()] * 5 + [choice], height=CONTRIBUTION_HEIGHT) for _row in range(count)]
    return table(CONTRIBUTIONS, [head_row(titles), *rows], title=_("What was said"), borders="all")


def _back(_: Translator) -> Iterable[Element]:
    yield heading(_("Overleaf: what came of it"), 2, page_break=True)
    yield paragraph(_("What was said, continued"), "Label")
    yield _contributions(BACK_ROWS, _)
    yield paragraph(_("Decisions"), "Label")
    yield _lines(3, _("Decisions"))
    yield paragraph(_("Who does what by when"), "Label")
    yield _actions(_)
    yield paragraph(_("Unclear, asked back"), "Label")
    yield _lines(2, _("Unclear, asked back"))
    yield paragraph(_("Numbers of the photos of flipcharts"), "Label")
    yield _lines(1, _("Numbers of the photos of flipcharts"))


def _actions(_: Translator) -> Element:
    rows = [Row([Cell()] * len(ACTIONS), height=LINE) for _row in range(4)]
    titles = (_("What (begin with a verb)"), _("Responsible"), _("By when"))
    return table(ACTIONS, [head_row(titles), *rows], title=_("Who does what by when"), borders="all")


def _lines(count: int, title: str) -> Element:
    return blank_lines(count, width=WIDTH, height=LINE, title=title)
