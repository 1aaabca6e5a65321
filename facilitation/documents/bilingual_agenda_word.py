"""The agenda for participants in two columns: Albanian at the left, English at the right, the clock between them.

Both columns are the same rows of one agenda. What was written in one language only stands in both columns, in grey
italics with the mark of its language, so that nobody takes it for a translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitation.documents.agenda_columns import column_texts
from facilitation.documents.word_fit import CELL_PADDING, CELL_SIDES, line_count, text_height
from facilitation.documents.word_front import day_heading, nothing_yet, some_of, when_text
from facilitation.documents.word_package import LANGUAGE_TAGS, Paper
from facilitation.documents.word_parts import Cell, Row, head_row, heading, paragraph, run, table
from facilitation.documents.word_styles import PORTRAIT, SIZES, SMALLEST, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.agenda import REST_KINDS, Agenda, Audience
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items

SIDES = ("sq", "en")
"""From left to right."""
COLUMNS = (71.0, 32.0, 71.0)
HEAD_ROOM, TITLE_LINE = 42.0, 10.0
"""Millimetres of the lines under the titles with the head of the table, and of a line of a title."""
SAFETY = 1.05
"""The estimate of heights may be wrong by this much."""
MOST_NAMES = (1000, 6, 3, 0)
"""How many names a session prints, from roomy to tight."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text in one of the columns, its style, and the language it really is in."""

    text: str
    style: str
    language: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: the clock and the room, and what stands on either side."""

    clock: str
    room: str
    sides: tuple[tuple[Said, ...], ...]
    is_rest: bool


def bilingual_agenda_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """Every day on a page of its own; items for the staff are left out."""
    words = [Translator(language) for language in SIDES]
    paper = Paper(record.event, _, stamp, title=" / ".join(each("Agenda") for each in words))
    timed = [entry for entry in timed_items(record.agenda, record.event.starts_on) if _is_public(entry)]
    if not timed:
        paper.add(_front(paper, words), (nothing_yet(each("No sessions have been planned yet.")) for each in words))
    for day in sorted({entry.day for entry in timed}):
        paper.add(_front(paper, words, page_break=day != timed[0].day))
        entries = [entry for entry in timed if entry.day == day]
        paper.add(*_day(record, entries, day, words))
    return paper.data()


def _is_public(entry: TimedItem) -> bool:
    return entry.item.is_for(Audience.PARTICIPANTS)


def spoken(text: str, language: str, style: str = "") -> Element:
    """A run in a language, so that it is read and checked in it."""
    made = run(text, style)
    properties = made.child("rPr")
    if properties is None:
        properties = element("rPr")
        made.children.insert(0, properties)
    properties.children.append(element("lang", val=LANGUAGE_TAGS[language]))
    return made


def in_language(text: Text, language: str, style: str) -> Said:
    """What a text says in a language, or in the other one where it says nothing in it."""
    own = (text.en if language == "en" else text.sq).strip()
    other = "sq" if language == "en" else "en"
    return Said(own, style, language) if own else Said(text.said_in(other).strip(), style, other)


def _front(paper: Paper, words: Sequence[Translator], *, page_break: bool = False) -> Iterator[Element]:
    """Title, days and place in both languages."""
    event = paper.event
    titles = [in_language(event.title, language, "Title") for language in SIDES]
    for place, said in enumerate(dict.fromkeys(titles)):
        start = [element("pageBreakBefore")] if page_break and place == 0 else []
        yield paragraph([spoken(said.text, said.language)], "Title" if place == 0 else "Subtitle", extra=start)
    days = (spoken(when_text(event, _.language), _.language) for _ in words)
    where = f" · {event.place.strip()}" if event.place.strip() else ""
    yield paragraph([*_joined(days), where], "Subtitle")
    if event.is_sample:
        texts = (spoken(_("Sample: made up for practice"), _.language) for _ in words)
        yield paragraph(_joined(texts), "Sample Mark")


def _joined(runs: Iterable[Element]) -> list[Element | str]:
    made: list[Element | str] = []
    for each in runs:
        made += [" / ", each] if made else [each]
    return made


def _day(record: EventRecord, entries: Sequence[TimedItem], day: int, words: Sequence[Translator]) -> list[Element]:
    """Its heading, its table as roomy as one page allows, and what the marks mean."""
    event = record.event
    titles = (spoken(day_heading(event, day, _), _.language) for _ in words)
    pairs = _fitting(record, entries, words)
    name = " / ".join(_("Agenda of day {number}").format(number=day) for _ in words)
    head = head_row(("Shqip", " / ".join(_("Time") for _ in words), "English"))
    made = [heading(_joined(titles)), table(COLUMNS, [head, *(_row(pair) for pair in pairs)], title=name)]
    if any(said.language != side for pair in pairs for side, texts in _by_side(pair) for said in texts):
        made += [paragraph(_joined(_key(words)), "Detail")]
    return made


def _key(words: Sequence[Translator]) -> Iterator[Element]:
    for _ in words:
        yield spoken(_("(SQ) and (EN): written in this language only"), _.language)


def _by_side(pair: Pair) -> Iterator[tuple[str, tuple[Said, ...]]]:
    return zip(SIDES, pair.sides, strict=True)


def _fitting(record: EventRecord, entries: Sequence[TimedItem], words: Sequence[Translator]) -> list[Pair]:
    """The rows with as many words as fit on a page: first the summaries go, then names."""
    room = _room(record.event)
    pairs: list[Pair] = []
    for has_summary, most in ((True, MOST_NAMES[0]), *((False, most) for most in MOST_NAMES)):
        pairs = [_pair(entry, record.agenda, words, most, has_summary=has_summary) for entry in entries]
        if sum(map(_height, pairs)) * SAFETY <= room:
            break
    return pairs


def _room(event: Event) -> float:
    titles = (line_count(event.title.said_in(side), PORTRAIT.text_width, SIZES["Title"] or SMALLEST) for side in SIDES)
    return PORTRAIT.text_height - HEAD_ROOM - max(titles) * TITLE_LINE


def _pair(entry: TimedItem, agenda: Agenda, words: Sequence[Translator], most: int, *, has_summary: bool) -> Pair:
    sides = tuple(tuple(_side(entry, agenda, _, most, has_summary=has_summary)) for _ in words)
    clock = clock_span_text(entry.starts_at, entry.ends_at)
    return Pair(clock, entry.item.room.strip(), sides, entry.item.kind in REST_KINDS)


def _side(entry: TimedItem, agenda: Agenda, _: Translator, most: int, *, has_summary: bool) -> Iterator[Said]:
    item, language = entry.item, _.language
    yield in_language(item.title, language, "Table Text" if item.kind in REST_KINDS else "Table Item")
    if has_summary and item.summary:
        yield in_language(item.summary, language, "Table Detail")
    columns = " · ".join(column_texts(agenda, item, Audience.PARTICIPANTS, _))
    names = some_of([person.name for person in item.speakers], most, _) if most else ()
    leads = ", ".join(person.name for person in item.facilitators) if most else ""
    led = _("Facilitation: {names}").format(names=leads) if leads else ""
    for text in (columns, "; ".join(names), led):
        if text:
            yield Said(text, "Table Detail", language)


def _height(pair: Pair) -> float:
    side, narrow = COLUMNS[0] - CELL_SIDES, COLUMNS[1] - CELL_SIDES
    sides = (sum(text_height(said.text, side, said.style) for said in texts) for texts in pair.sides)
    middle = text_height(pair.clock, narrow, "Clock") + text_height(pair.room, narrow, "Table Detail")
    return max(*sides, middle) + CELL_PADDING


def _row(pair: Pair) -> Row:
    left, right = (_cell(texts, side) for side, texts in _by_side(pair))
    room = (paragraph(pair.room, "Table Detail"),) if pair.room else ()
    middle = Cell(blocks=(paragraph(pair.clock, "Clock"), *room))
    return Row([left, middle, right], fill="soft" if pair.is_rest else "")


def _cell(texts: Sequence[Said], side: str) -> Cell:
    return Cell(blocks=tuple(_shown(said, side) for said in texts))


def _shown(said: Said, side: str) -> Element:
    """A text in its column; in grey italics with its mark where it is in the other language."""
    if said.language == side:
        return paragraph([spoken(said.text, said.language)], said.style)
    words = f"{said.text} ({said.language.upper()})"
    return paragraph([spoken(words, said.language, "Emphasis")], "Table Detail")
