"""The rosters of the world café: who sits where in which round, by table and by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.cafe_parts import (
    LONGEST_THEME,
    UNKNOWN,
    Names,
    cafe_title,
    halves,
    known_names,
    names_of,
    no_groups,
    question_of,
)
from facilitation.documents.word_front import title_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import table_about
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import TableGroup, table_groups, tables_by_person

ROSTER_COLUMNS, SAID_COLUMNS = (20.0, 52.0, 51.0, 51.0), (42.0, 44.0, 44.0, 44.0)
PERSON_COLUMN, WIDEST_ROUND = 100.0, 24.0


def cafe_rosters_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """For every café: the tables of each round, then every person's tables by name."""
    paper = Paper(record.event, _, stamp, title=_("World café: who sits where"), page=PORTRAIT)
    paper.add(title_block(paper))
    names = names_of(record)
    if not record.cafes:
        paper.add(no_groups(record, _))
    for number, cafe in enumerate(record.cafes):
        paper.add(heading(cafe_title(record, cafe, _), page_break=number > 0))
        paper.add(no_groups(record, _) if cafe.seating is None else _rosters(cafe, cafe.seating, names, _))
    return paper.data()


def _rosters(cafe: Cafe, seating: Seating, names: Names, _: Translator) -> Iterable[Element]:
    groups = table_groups(seating)
    for number in range(1, len(seating.rounds) + 1):
        yield heading(_("Round {number}").format(number=number), 2, page_break=number > 1)
        if question := question_of(cafe, number, _):
            yield paragraph(question, "Lead")
        yield _round_table(cafe, [group for group in groups if group.round == number and group.everybody], names, _)
    yield heading(_("Everybody’s tables"), 2, page_break=True)
    yield _person_table(seating, names, _)


def _round_table(cafe: Cafe, groups: Sequence[TableGroup], names: Names, _: Translator) -> Element:
    titles = (Cell(_("Table"), "Table Head"), Cell(_("Host"), "Table Head"))
    head = Row([*titles, Cell(_("Participants"), "Table Head", span=2)], is_head=True, fill="head")
    title = _("Tables of round {number}").format(number=groups[0].round if groups else 0)
    return table(_columns(cafe), [head, *(_table_row(cafe, group, names, _) for group in groups)], title=title)


def _columns(cafe: Cafe) -> tuple[float, ...]:
    """The widths; the tables get more where a theme or a language stands beside their numbers."""
    is_said = any(cafe.rules.themes) or (cafe.seating is not None and any(cafe.seating.table_languages))
    return SAID_COLUMNS if is_said else ROSTER_COLUMNS


def _table_row(cafe: Cafe, group: TableGroup, names: Names, _: Translator) -> Row:
    host = names.get(group.host_id, UNKNOWN) if group.host_id else ""
    columns = [
        Cell(blocks=tuple(paragraph(text, "Table Name") for text in part))
        for part in halves(known_names(group.guest_ids, names))
    ]
    about = (paragraph(shortened(text, LONGEST_THEME), "Table Detail") for text in table_about(cafe, group.table, _))
    number = Cell(blocks=(paragraph(str(group.table), "Box Value"), *about))
    return Row([number, Cell([Run(host, "Strong")]), *columns])


def _person_table(seating: Seating, names: Names, _: Translator) -> Element:
    tables = tables_by_person(seating)
    people = sorted_by(tables, lambda entry: names.get(entry, UNKNOWN), _.language)
    count = len(seating.rounds)
    width = min(WIDEST_ROUND, (PORTRAIT.text_width - PERSON_COLUMN) / max(1, count))
    titles = [_("Round {number}").format(number=number) for number in range(1, count + 1)]
    rows = [
        Row([names.get(person, UNKNOWN), *(Cell(str(place or "–"), "Table Centre") for place in tables[person])])
        for person in people
    ]
    return table(
        (PERSON_COLUMN, *[width] * count), [head_row([_("Name"), *titles]), *rows], title=_("Everybody’s tables")
    )
