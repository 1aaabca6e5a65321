"""Harvest sheets of the world café: a page to write on per table and round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from facilitation.documents.cafe_parts import Names, cafe_title, known_names, names_of, question_of
from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import event_block, nothing_yet
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Run, blank_lines, heading, paragraph
from facilitation.documents.word_styles import PORTRAIT, SIZES, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import theme_line
from facilitation.i18n.labels import attribution_label
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import TableGroup, table_groups

WIDTH = PORTRAIT.text_width
LINE = 9.0
INSIGHT_LINES, SURPRISE_LINES, PASS_ON_LINES = 10, 5, 6
FEWEST_INSIGHT_LINES = 5
LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class HarvestSheet:
    """One sheet: the café, the table in a round, and the name of the host ("" = to be written)."""

    cafe: Cafe
    group: TableGroup
    host: str


def cafe_harvest_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """For every table a sheet per round: the question, and lines for insights, surprises and what to pass on."""
    paper = Paper(record.event, _, stamp, title=_("Harvest sheet"), page=PORTRAIT)
    sheets = [sheet for cafe in record.cafes for sheet in _sheets(cafe, names_of(record))]
    for place, sheet in enumerate(sheets):
        paper.add(_page(record, sheet, paper, page_break=place > 0))
    if not sheets:
        sentence = _("The café has no question yet. Write one open question per round, then print this again.")
        paper.add(event_block(paper), nothing_yet(sentence if record.cafes else _("This event has no world café.")))
    return paper.data()


def _sheets(cafe: Cafe, names: Names) -> Iterator[HarvestSheet]:
    """Table by table, so that every host gets a pile; tables nobody sits at in a round have no sheet for it."""
    for group in sorted(_groups(cafe), key=lambda group: (group.table, group.round)):
        yield HarvestSheet(cafe, group, "".join(known_names([group.host_id] if group.host_id else [], names)))


def _groups(cafe: Cafe) -> list[TableGroup]:
    if cafe.seating:
        return [group for group in table_groups(cafe.seating) if group.everybody]
    rounds, tables = range(1, cafe.round_count + 1), range(1, cafe.table_count + 1)
    return [
        TableGroup(number, table, "", ())
        for number in rounds
        for table in tables
        if cafe.rules.has_table(number, table)
    ]


def _page(record: EventRecord, sheet: HarvestSheet, paper: Paper, *, page_break: bool) -> Iterator[Element]:
    _, group = paper._, sheet.group
    title = _("Table {table} · round {round}").format(table=group.table, round=group.round)
    yield heading(title, page_break=page_break)
    theme = shortened(theme_line(sheet.cafe, group.table, _), 60)
    about = (paper.title, shortened(cafe_title(record, sheet.cafe, _), 70), theme)
    yield paragraph(" · ".join(filter(None, about)), "Detail")
    question = shortened(question_of(sheet.cafe, group.round, _), LONGEST_QUESTION)
    lines = line_count(question, WIDTH - 10, SIZES["Question"] or 17)
    if question:
        yield paragraph(question, "Question" if lines <= 3 else "Long Question")
    yield from _facts(record, sheet, _)
    taken = ceil(max(0, lines - 1) * 7.4 / LINE)
    yield from _fields(max(FEWEST_INSIGHT_LINES, INSIGHT_LINES - taken), _)


def _facts(record: EventRecord, sheet: HarvestSheet, _: Translator) -> Iterator[Element]:
    label, present = Run(_("Host: "), "Strong"), Run(_("How many at the table: "), "Strong")
    yield paragraph([label, sheet.host or "_" * 30, "   ", present, "____"], "Form Line")
    if item := record.agenda.item(sheet.cafe.item_id):
        rule = attribution_label(item.attribution, _)
        yield paragraph([Run(_("Speakers may be shown: "), "Strong"), rule], "Form Line")


def _fields(insight_lines: int, _: Translator) -> Iterator[Element]:
    for title, count in (
        (_("Main insights"), insight_lines),
        (_("What surprised us"), SURPRISE_LINES),
        (_("What to pass on to the next group"), PASS_ON_LINES),
    ):
        yield paragraph(title, "Label")
        yield blank_lines(count, width=WIDTH, height=LINE, title=title)
