"""Name cards for the table: a sheet of A4 for each person, folded into a tent, the same on both sides."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.documents.people_word import expected
from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import event_block, nothing_yet
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, paragraph, table
from facilitation.documents.word_styles import CARDS, SIGN_SIZES, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.person import EventRole, Participation
from facilitation.domain.record import EventRecord
from facilitation.i18n.labels import role_label
from facilitation.i18n.translator import Translator
from facilitation.planning.certificates import titled_name

SIDE, LENGTH = 90.0, 268.0
"""How high a standing side is, and how wide."""
UP_IS_RIGHT, UP_IS_LEFT = "tbRl", "btLr"
ROOM = LENGTH - 12
SIZES_OF_NAMES = tuple(size for size in SIGN_SIZES if size <= 66)
LONGEST_NAME, LONGEST_OFFICE, LONGEST_EVENT = 110, 130, 110


def name_cards_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A tent for everybody who may come: the name as large as two lines allow, office, role and event."""
    paper = Paper(record.event, _, stamp, title=_("Name cards"), page=CARDS)
    people = expected(record, _.language)
    if not people:
        paper.add(event_block(paper), nothing_yet(_("There are no participants yet, so there are no name cards.")))
        return paper.data()
    rows = [_tent(entry, paper) for entry in people]
    paper.add(table((SIDE, SIDE), rows, title=paper.title, borders="fold", is_centred=True))
    return paper.data()


def _tent(entry: Participation, paper: Paper) -> Row:
    sides = [
        Cell(blocks=tuple(_face(entry, paper)), align="center", direction=direction)
        for direction in (UP_IS_RIGHT, UP_IS_LEFT)
    ]
    return Row(sides, height=LENGTH, is_exact=True)


def _face(entry: Participation, paper: Paper) -> Iterable[Element]:
    _, person = paper._, entry.person
    name = shortened(titled_name(person), LONGEST_NAME)
    size = next((size for size in SIZES_OF_NAMES if line_count(name, ROOM, size) <= _most_lines(size)), SIGN_SIZES[-1])
    sample = _("SAMPLE") + " · " if paper.event.is_sample else ""
    title = shortened(paper.event.title.said_in(_.language), LONGEST_EVENT)
    yield paragraph([Run(sample, "Strong"), title], "Card Event")
    yield paragraph(name, f"Sign {size}")
    if person.organisation.strip():
        yield paragraph(shortened(person.organisation, LONGEST_OFFICE), "Card Question")
    if entry.role is not EventRole.PARTICIPANT:
        yield paragraph([Run(role_label(entry.role, _), "Strong")], "Card Question")


def _most_lines(size: int) -> int:
    """One line of the largest letters, two of the others: a side is 90 millimetres high."""
    return 1 if size > 47 else 2
