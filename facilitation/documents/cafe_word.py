"""Papers of the world café: who sits where in which round, and a card for every table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import event_block, nothing_yet, title_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, table
from facilitation.documents.word_styles import CARDS, PORTRAIT, SIZES, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator

ROSTER_COLUMNS = (20.0, 52.0, 51.0, 51.0)
PERSON_COLUMN, WIDEST_ROUND = 100.0, 24.0
CARD_WIDTH, CARD_HEIGHT = 180.0, 134.4
CARD_ROOM_LINES = 8
"""Lines of questions that fit on a card in the large size."""

Names = dict[str, str]


def cafe_rosters_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """For every café: the tables of each round, then every person's tables by name."""
    paper = Paper(record.event, _, stamp, title=_("World café: who sits where"), page=PORTRAIT)
    paper.add(title_block(paper))
    names = {entry.id: entry.person.name for entry in record.participations}
    if not record.cafes:
        paper.add(nothing_yet(_("This event has no world café.")))
    for number, cafe in enumerate(record.cafes):
        paper.add(heading(cafe_title(record, cafe, _), page_break=number > 0))
        if cafe.seating is None:
            paper.add(
                nothing_yet(
                    _("The groups have not been made yet. Make them on the screen “World café”, then print this again.")
                )
            )
        else:
            paper.add(_rosters(cafe, cafe.seating, names, _))
    return paper.data()


def cafe_title(record: EventRecord, cafe: Cafe, _: Translator) -> str:
    """The title of the session the café belongs to."""
    item = record.agenda.item(cafe.item_id)
    return item.title.said_in(_.language) if item else _("World café")


def _rosters(cafe: Cafe, seating: Seating, names: Names, _: Translator) -> Iterable[Element]:
    for number, sitting in enumerate(seating.rounds, start=1):
        yield heading(_("Round {number}").format(number=number), 2, page_break=number > 1)
        if number <= cafe.round_count and cafe.questions[number - 1]:
            yield paragraph(cafe.questions[number - 1].said_in(_.language), "Lead")
        yield _round_table(number, sitting, seating, names, _)
    yield heading(_("Everybody’s tables"), 2, page_break=True)
    yield _person_table(seating, names, _)


def _round_table(number: int, sitting: Round, seating: Seating, names: Names, _: Translator) -> Element:
    rows = [
        Row(
            [
                Cell(_("Table"), "Table Head"),
                Cell(_("Host"), "Table Head"),
                Cell(_("Participants"), "Table Head", span=2),
            ],
            is_head=True,
            fill="head",
        )
    ]
    for place, ids in enumerate(sitting.tables):
        host = seating.hosts[place] if place < len(seating.hosts) else ""
        guests = [names.get(entry, "?") for entry in ids if entry != host]
        half = (len(guests) + 1) // 2
        columns = [
            Cell(blocks=tuple(paragraph(text, "Table Name") for text in part))
            for part in (guests[:half], guests[half:])
        ]
        rows.append(Row([Cell(str(place + 1), "Box Value"), Cell([Run(names.get(host, ""), "Strong")]), *columns]))
    title = _("Tables of round {number}").format(number=number)
    return table(ROSTER_COLUMNS, rows, title=title)


def _person_table(seating: Seating, names: Names, _: Translator) -> Element:
    tables = _tables_by_person(seating)
    people = sorted_by(tables, lambda entry: names.get(entry, "?"), _.language)
    count = len(seating.rounds)
    width = min(WIDEST_ROUND, (PORTRAIT.text_width - PERSON_COLUMN) / max(1, count))
    titles = [_("Round {number}").format(number=number) for number in range(1, count + 1)]
    rows = [
        Row(
            [
                names.get(person, "?"),
                *(Cell(str(tables[person].get(number, "–")), "Table Centre") for number in range(count)),
            ]
        )
        for person in people
    ]
    return table(
        (PERSON_COLUMN, *[width] * count), [head_row([_("Name"), *titles]), *rows], title=_("Everybody’s tables")
    )


def _tables_by_person(seating: Seating) -> dict[str, dict[int, int]]:
    """For every person the table number by round (from 0)."""
    tables: dict[str, dict[int, int]] = {}
    for number, sitting in enumerate(seating.rounds):
        for place, ids in enumerate(sitting.tables, start=1):
            for person in ids:
                tables.setdefault(person, {})[number] = place
    return tables


def table_cards_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """Two cards to a sheet, to be cut: the number of the table, and the questions of all rounds."""
    paper = Paper(record.event, _, stamp, title=_("Table cards"), page=CARDS)
    rows = [row for cafe in record.cafes for row in _cards(record, cafe, paper)]
    if rows:
        paper.add(table((CARD_WIDTH,), rows, title=paper.title, borders="cut", is_centred=True))
    else:
        paper.add(event_block(paper), nothing_yet(_("This event has no world café, so there are no table cards.")))
    return paper.data()


def _cards(record: EventRecord, cafe: Cafe, paper: Paper) -> Iterable[Row]:
    _ = paper._
    questions = [text.said_in(_.language) for text in cafe.questions if text]
    line = " · ".join((shortened(record.event.title.said_in(_.language), 80), cafe_title(record, cafe, _)))
    lines = sum(line_count(question, CARD_WIDTH - 12, SIZES["Card Question"] or 16) for question in questions)
    style = "Card Question" if lines <= CARD_ROOM_LINES else "Card Small Question"
    for number in range(1, cafe.table_count + 1):
        blocks = [
            paragraph(line, "Card Event"),
            *([paragraph([Run(_("SAMPLE"), "Strong")], "Card Event")] if paper.event.is_sample else []),
            paragraph(_("Table"), "Card Event"),
            paragraph(str(number), "Card Number"),
            *(paragraph(_question(place, text, questions), style) for place, text in enumerate(questions, start=1)),
        ]
        yield Row([Cell(blocks=tuple(blocks), align="center")], height=CARD_HEIGHT)


def _question(place: int, text: str, questions: Sequence[str]) -> str:
    return f"{place}. {text}" if len(questions) > 1 else text
