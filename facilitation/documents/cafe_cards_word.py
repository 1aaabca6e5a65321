"""Personal cards of the world café: everybody's table in every round, eight to a sheet, to be cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facilitation.documents.cafe_parts import (
    LONGEST_NAME,
    cafe_title,
    no_groups,
    question_of,
    seated_cafes,
)
from facilitation.documents.word_fit import LINE_HEIGHT, POINTS_PER_MM, line_count, text_height
from facilitation.documents.word_front import event_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, paragraph, table
from facilitation.documents.word_styles import CARDS, SIZES, Stamp
from facilitation.documents.word_xml import Element, element, twips
from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import rounds_text
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import table_groups, tables_by_person

CARD_WIDTH, CARD_HEIGHT = 90.0, 67.2
INDENT = 2.5
"""How far the words stand from the line to cut along, besides the edge of the cell; as in the styles of the card."""
WORDS_WIDTH = CARD_WIDTH - 10
TABLE_AT, QUESTION_AT = 14.0, 28.0
"""Where table and question begin, from the left edge of the words."""
QUESTION_WIDTH = WORDS_WIDTH - QUESTION_AT
FREE = 6.5
"""Millimetres of the height of a card that stay free: its edges and the gaps between the paragraphs."""
MOST_SEATS = 8
"""Rounds that have a line of their own; more stand one after the other."""


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of name, round and number of the table; the larger ones where there is room."""

    name: str
    seat: str
    number: str

    @property
    def size(self) -> float:
        """The points of a question."""
        return SIZES[self.seat] or 10

    def seat_height(self, lines: int) -> float:
        """Millimetres of a round with so many lines of its question."""
        first = SIZES[self.number] or 13
        return (first + max(0, lines - 1) * self.size) * LINE_HEIGHT / POINTS_PER_MM

    def lines(self, question: str) -> int:
        """Lines a question takes."""
        return line_count(question, QUESTION_WIDTH, self.size)


LOOKS = (
    Look("Seat Name", "Seat", "Seat Number"),
    Look("Seat Long Name", "Seat", "Seat Number"),
    Look("Seat Name", "Seat Small", "Seat Small Number"),
    Look("Seat Long Name", "Seat Small", "Seat Small Number"),
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One round on somebody's card; ``table`` is None where they sit at none."""

    round: int
    table: int | None
    question: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose card it is, with their seats and the tables they host."""

    entry: Participation
    seats: tuple[Seat, ...]
    hosted: tuple[str, ...]


def cafe_cards_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """Eight cards to a sheet, by name: who it is, and for every round the table and its question."""
    paper = Paper(record.event, _, stamp, title=_("Personal cards"), page=CARDS)
    cells = [
        Cell(blocks=tuple(_card(holder, _heading(record, cafe, paper), _)))
        for cafe, seating in seated_cafes(record)
        for holder in _holders(record, cafe, seating, _)
    ]
    if not cells:
        paper.add(event_block(paper), no_groups(record, _))
        return paper.data()
    pairs = zip(cells[::2], [*cells[1::2], Cell()], strict=False)
    rows = [Row(pair, height=CARD_HEIGHT, is_exact=True) for pair in pairs]
    paper.add(table((CARD_WIDTH, CARD_WIDTH), rows, title=paper.title, borders="cut", is_centred=True))
    return paper.data()


def _heading(record: EventRecord, cafe: Cafe, paper: Paper) -> str:
    """The event; with several cafés the one the card is for."""
    title = cafe_title(record, cafe, paper._) if len(record.cafes) > 1 else paper.event.title.said_in(paper._.language)
    return _cut(title, 1)


def _holders(record: EventRecord, cafe: Cafe, seating: Seating, _: Translator) -> Iterator[Holder]:
    """Everybody with a seat who is still on the list, by name."""
    tables = tables_by_person(seating)
    questions = [question_of(cafe, number, _) for number in range(1, len(seating.rounds) + 1)]
    hosted = _hosted(seating)
    people = [entry for entry in record.participations if entry.id in tables]
    for entry in sorted_by(people, lambda entry: entry.person.name, _.language):
        numbered = enumerate(zip(tables[entry.id], questions, strict=True), start=1)
        seats = tuple(Seat(number, place, question) for number, (place, question) in numbered)
        yield Holder(entry, seats, tuple(_duties(hosted.get(entry.id, {}), len(seats), _)))


def _hosted(seating: Seating) -> dict[str, dict[int, list[int]]]:
    """The tables everybody hosts, each with its rounds."""
    found: dict[str, dict[int, list[int]]] = {}
    for group in table_groups(seating):
        found.setdefault(group.host_id, {}).setdefault(group.table, []).append(group.round)
    return found


def _duties(hosted: Mapping[int, Sequence[int]], round_count: int, _: Translator) -> Iterator[str]:
    """ "3" where somebody hosts a table in all rounds, "3 (round 2)" where they hand over."""
    for number, rounds in hosted.items():
        yield str(number) if len(rounds) == round_count else f"{number} ({rounds_text(rounds, _)})"


def _card(holder: Holder, heading: str, _: Translator) -> Iterator[Element]:
    name, office = shortened(holder.entry.person.name, LONGEST_NAME), _office(holder.entry)
    host = _("Host of table {tables}").format(tables=", ".join(holder.hosted)) if holder.hosted else ""
    taken = FREE + sum(text_height(text, WORDS_WIDTH, "Seat Office") for text in (heading, office, host, "1"))
    look = _look(name, holder.seats, CARD_HEIGHT - taken)
    yield paragraph(heading, "Seat Head")
    yield paragraph(name, look.name)
    yield from [paragraph(office, "Seat Office")] if office else []
    yield from [paragraph([Run(host, "Strong")], "Seat Office")] if host else []
    yield from _seats(holder.seats, look, CARD_HEIGHT - taken - text_height(name, WORDS_WIDTH, look.name), _)


def _look(name: str, seats: tuple[Seat, ...], room: float) -> Look:
    """The first look in which name and whole questions have room; the smallest where none has."""
    for look in LOOKS:
        height = sum(look.seat_height(look.lines(seat.question)) for seat in seats)
        if text_height(name, WORDS_WIDTH, look.name) + height <= room:
            return look
    return LOOKS[-1]


def _office(entry: Participation) -> str:
    """Position and organisation, without what the name says already."""
    person = entry.person
    said = person.name.casefold()
    parts = (part.strip() for part in (person.position, person.organisation))
    return _cut(" · ".join(part for part in parts if part and part.casefold() not in said), 2)


def _seats(seats: tuple[Seat, ...], look: Look, room: float, _: Translator) -> Iterator[Element]:
    """A line per round with as much of its question as there is room for."""
    if len(seats) > MOST_SEATS:
        pairs = ((_("Round {number}").format(number=seat.round), str(seat.table or "–")) for seat in seats)
        yield paragraph(" · ".join(map(":\u00a0".join, pairs)), "Seat")
        return
    stops = [element("tab", val="left", pos=twips(INDENT + at)) for at in (TABLE_AT, QUESTION_AT)]
    tabs = element("tabs", *stops)
    indent = element("ind", left=twips(INDENT + QUESTION_AT), hanging=twips(QUESTION_AT))
    yield paragraph("\t".join((_("Round"), _("Table"), _("Question"))), "Seat Titles", extra=[tabs])
    for seat, lines in zip(seats, _shared_lines(seats, look, room), strict=True):
        number = Run(str(seat.table or "–"), look.number)
        question = _cut(seat.question, lines, width=QUESTION_WIDTH, size=look.size)
        yield paragraph((f"{seat.round}\t", number, "\t", question), look.seat, extra=[tabs, indent])


def _shared_lines(seats: tuple[Seat, ...], look: Look, room: float) -> list[int]:
    """How many lines each question gets: one, and more in turn while there is room and need."""
    lines, wanted = [1] * len(seats), [look.lines(seat.question) for seat in seats]
    for _turn in range(max(wanted)):
        for place in range(len(seats)):
            more = [count + (number == place) for number, count in enumerate(lines)]
            if lines[place] < wanted[place] and sum(map(look.seat_height, more)) <= room:
                lines = more
    return lines


@lru_cache(maxsize=1000)
def _cut(text: str, lines: int, *, width: float = WORDS_WIDTH, size: float = 10) -> str:
    """The text, shortened until it has room in so many lines."""
    length = len(text)
    while line_count(shortened(text, length), width, size) > lines:
        length -= max(1, length // 20)
    return shortened(text, length)
