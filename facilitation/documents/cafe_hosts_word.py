"""The host's sheet of the world café: who comes to the table in each round in front, how to host overleaf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from facilitation.documents.cafe_parts import (
    LONGEST_THEME,
    UNKNOWN,
    Names,
    cafe_title,
    halves,
    host_words,
    known_names,
    names_of,
    no_groups,
    question_of,
    seated_cafes,
)
from facilitation.documents.word_fit import CELL_PADDING, CELL_SIDES, text_height
from facilitation.documents.word_front import event_block, sample_mark, when_text
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, blank_lines, bullets, heading, paragraph, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import table_about
from facilitation.i18n.formats import clock_span_text, minutes_text
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import (
    CafeMoment,
    MomentKind,
    TableGroup,
    cafe_moments,
    hosts_by_table,
    table_groups,
)

WIDTH = PORTRAIT.text_width
TIMING_COLUMNS = (30.0, 22.0, WIDTH - 52.0)
MOMENT_WIDTH = TIMING_COLUMNS[-1] - CELL_SIDES
MOST_MOMENTS, LONGEST_MOMENT = 10, 130
LINE, WRITING_LINES = 9.0, 13
"""Lines for notes under a timing of no moments; each moment takes from them."""


@dataclass(frozen=True, slots=True)
class HostedTable:
    """What one host gets: the table with all its rounds and the names of who hosts it."""

    cafe: Cafe
    number: int
    hosts: tuple[str, ...]
    groups: tuple[TableGroup, ...]


def cafe_hosts_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """Two pages per table: by round the question and who comes; then timing, etiquette and what to pass on."""
    paper = Paper(record.event, _, stamp, title=_("Host’s sheet"), page=PORTRAIT)
    names = names_of(record)
    tables = list(_hosted_tables(record, names, _))
    for place, hosted in enumerate(tables):
        paper.add(_front(record, hosted, paper, page_break=place > 0), _rounds(hosted, names, _))
        paper.add(_back(cafe_moments(record, hosted.cafe), _))
    if not tables:
        paper.add(event_block(paper), no_groups(record, _))
    return paper.data()


def _hosted_tables(record: EventRecord, names: Names, _: Translator) -> Iterator[HostedTable]:
    for cafe, seating in seated_cafes(record):
        groups = table_groups(seating)
        for number in sorted(hosts_by_table(seating)):
            at_table = tuple(group for group in groups if group.table == number)
            yield HostedTable(cafe, number, tuple(host_words(seating, number, names, _)), at_table)


def _front(record: EventRecord, hosted: HostedTable, paper: Paper, *, page_break: bool) -> Iterator[Element]:
    _ = paper._
    yield heading(_("Table {number}").format(number=hosted.number), page_break=page_break)
    about = (paper.title, shortened(cafe_title(record, hosted.cafe, _), 60), when_text(paper.event, _.language))
    yield paragraph(" · ".join(about), "Detail")
    yield from sample_mark(paper.event, _)
    host = ", ".join(hosted.hosts) or "_" * 40
    yield paragraph([Run(_("Host: "), "Strong"), host], "Lead")
    if kept := table_about(hosted.cafe, hosted.number, _):
        yield paragraph(" · ".join(shortened(text, LONGEST_THEME) for text in kept), "Detail")


def _rounds(hosted: HostedTable, names: Names, _: Translator) -> Element:
    """For every round its question, and under it who sits at the table, the host first."""
    rows: list[Row] = []
    for group in hosted.groups:
        title, question = _("Round {number}").format(number=group.round), question_of(hosted.cafe, group.round, _)
        words = ": ".join(filter(None, (title, shortened(question, 200))))
        host = _round_host(hosted, group, names, _)
        rows.append(Row([Cell([Run(words, "Strong"), host], span=2)], fill="soft", keep_next=True))
        rows.append(Row(_everybody(group, names, _)))
    return table((WIDTH / 2, WIDTH / 2), rows, title=_("Who comes in each round"))


def _round_host(hosted: HostedTable, group: TableGroup, names: Names, _: Translator) -> str:
    """Who hosts the round, where hosts hand over."""
    if len(hosted.hosts) < 2 or not group.host_id:
        return ""
    return " · " + _("Host: {name}").format(name=names.get(group.host_id, UNKNOWN))


def _everybody(group: TableGroup, names: Names, _: Translator) -> list[Cell]:
    if not group.everybody:
        return [Cell(_("Nobody sits at this table in this round."), "Table Detail", span=2)]
    known = known_names(group.everybody, names)
    words = [Run(name, "Strong" if group.host_id and place == 0 else "") for place, name in enumerate(known)]
    return [Cell(blocks=tuple(paragraph([word], "Table Name") for word in part)) for part in halves(words)]


def _back(moments: Sequence[CafeMoment], _: Translator) -> Iterator[Element]:
    yield heading(_("How to host the table"), 2, page_break=True)
    moments = moments[:MOST_MOMENTS]
    if moments:
        yield paragraph(_("Timing"), "Label")
        yield _timing(moments, _)
    yield paragraph(_("At the table"), "Label")
    yield from bullets(_etiquette(_))
    yield paragraph(_("What to pass on to the next group"), "Label")
    yield from bullets(_to_pass_on(_))
    yield paragraph(_("Notes"), "Label")
    height = sum(text_height(_said(moment, _), MOMENT_WIDTH, "Table Text") + CELL_PADDING for moment in moments)
    yield blank_lines(WRITING_LINES - ceil(height / LINE), width=WIDTH, height=LINE, title=_("Notes"))


def _timing(moments: Sequence[CafeMoment], _: Translator) -> Element:
    rows = [
        Row(
            [
                Cell(clock_span_text(moment.starts_at, moment.ends_at), "Clock"),
                Cell(minutes_text(moment.ends_at - moment.starts_at)),
                Cell(_said(moment, _)),
            ]
        )
        for moment in moments
    ]
    return table(TIMING_COLUMNS, rows, title=_("Timing"))


def _said(moment: CafeMoment, _: Translator) -> str:
    """What happens in a part of the café."""
    return {
        MomentKind.STEP: shortened(moment.what.said_in(_.language), LONGEST_MOMENT),
        MomentKind.WELCOME: _("Welcome, etiquette, first question"),
        MomentKind.ROUND: _("Round {number}").format(number=moment.round),
        MomentKind.HARVEST: _("Harvest in plenary"),
    }[moment.kind]


def _etiquette(_: Translator) -> tuple[str, ...]:
    return (
        _("Welcome everybody by name, and let each say in one sentence where they come from."),
        _("Read the question aloud and leave it in sight; come back to it when the talk wanders."),
        _("Everybody speaks before somebody speaks twice; short contributions, one voice at a time."),
        _("Invite the quiet ones. Thank those who speak at length, and pass the word on."),
        _("Write and draw on the tablecloth, in the words that were said; connect what belongs together."),
        _("Two minutes before the end, ask: what is the most important thing we leave here?"),
    )


def _to_pass_on(_: Translator) -> tuple[str, ...]:
    return (
        _("One main insight of the group before, in a sentence."),
        _("One thing that surprised."),
        _("One question that stayed open. Two minutes are enough; then the new guests have the word."),
        _("Ideas are passed on, not who said them."),
    )
