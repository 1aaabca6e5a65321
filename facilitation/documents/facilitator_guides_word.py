"""One guide for each facilitator: only the own sessions, with what lies around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitation.documents.guide_inside_word import add_inside_page, materials_page, overview, rules_of
from facilitation.documents.guide_sheet_word import session_sheet
from facilitation.documents.running_order_word import names_text, staff_mark
from facilitation.documents.word_front import cover, nothing_yet
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Run, paragraph
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.facilitator_guide import OwnSession, facilitators_of, own_sessions
from facilitation.planning.room_plan import RoomPlan
from facilitation.planning.session_rooms import session_plans

COVER_SPACE = 1200
"""Twentieths of a point above the title: the cover has two lines more than others, also in large print."""


def facilitator_guide_docx(record: EventRecord, _: Translator, stamp: Stamp, who: str) -> bytes:
    """The guide of one facilitator, by ``Contributor.identity``; who has no session gets a sentence instead."""
    writer = _Writer(_paper(record, _, stamp, _("Facilitator’s guide")), record)
    writer.write(who, dict(facilitators_of(record)).get(who, ""))
    return writer.paper.data()


def facilitator_guides_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The guides of all facilitators in one file, each beginning on a right-hand page."""
    writer, everybody = _Writer(_paper(record, _, stamp, _("Facilitators’ guides")), record), facilitators_of(record)
    for place, (who, name) in enumerate(everybody):
        if place:
            writer.paper.begin_section("oddPage")
        writer.write(who, name)
    if not everybody:
        writer.write("", "")
    return writer.paper.data()


def _paper(record: EventRecord, _: Translator, stamp: Stamp, title: str) -> Paper:
    paper = Paper(record.event, _, stamp, title=title, page=LANDSCAPE)
    paper.header = staff_mark(_)
    return paper


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is worked out once for all facilitators."""

    timed: tuple[TimedItem, ...]
    plans: dict[str, RoomPlan]
    rules: tuple[Element, ...]


class _Writer:
    """Writes one guide after the other into a paper."""

    def __init__(self, paper: Paper, record: EventRecord) -> None:
        self.paper, self.record = paper, record
        timed, rules = timed_items(record.agenda, record.event.starts_on), tuple(rules_of(record, paper._))
        self.shared = _Shared(timed, session_plans(record), rules)

    def write(self, who: str, name: str) -> None:
        """Cover, the days with the own sessions marked, what holds throughout, the sessions, their materials."""
        paper, _ = self.paper, self.paper._
        mine = own_sessions(self.record, who) if who else ()
        paper.add(_cover(paper, name, mine))
        if not mine:
            paper.add(nothing_yet(_("This person leads no session. The agenda says who leads what.")))
            return
        own = {session.entry.item.id: session.is_lead for session in mine}
        paper.add(overview(paper, self.record, self.shared.timed, own))
        add_inside_page(paper, self.record, self.shared.rules)
        for session in mine:
            plan = self.shared.plans.get(session.entry.item.id)
            paper.add(session_sheet(paper, self.record, session.entry, plan, list(self._around(session))))
        paper.add(materials_page(paper, self._own(mine), _("Your materials"), of_whom=name))

    def _own(self, mine: tuple[OwnSession, ...]) -> EventRecord:
        """The event with the sheets of the own sessions alone."""
        ids = {session.entry.item.id for session in mine}
        sheets = tuple(sheet for sheet in self.record.guide.sheets if sheet.item_id in ids)
        return replace(self.record, guide=replace(self.record.guide, sheets=sheets))

    def _around(self, session: OwnSession) -> Iterator[Element]:
        """What people come from and go to, and who works beside the facilitator."""
        _ = self.paper._
        parts = [(_("Before you"), _short(session.before, _)), (_("After you"), _short(session.after, _))]
        if session.others:
            parts.append((_("You lead with") if session.is_lead else _("You help"), names_text(session.others)))
        words: list[str | Run] = []
        for place, (label, text) in enumerate(parts):
            words += ["   ·   " if place else "", Run(f"{label}: ", "Strong"), text]
        yield paragraph("", "Gap")
        yield paragraph(words, "Table Text", extra=[element("keepNext")])


def _short(entry: TimedItem | None, _: Translator) -> str:
    """ "10:20–10:40 Coffee break, Salla 1"."""
    if entry is None:
        return _("nothing")
    words = f"{clock_span_text(entry.starts_at, entry.ends_at)} {entry.item.title.said_in(_.language)}"
    return f"{words}, {entry.item.room}" if entry.item.room else words


def _cover(paper: Paper, name: str, mine: tuple[OwnSession, ...]) -> list[Element]:
    _ = paper._
    title, kind, *lines = cover(paper)
    title.children[0].children.append(element("spacing", before=COVER_SPACE))
    if not mine:
        return [title, kind, *lines]
    count = _.plural("{count} session", "{count} sessions", len(mine)).format(count=len(mine))
    led = sum(session.is_lead for session in mine)
    template = _("{sessions}, {led} of them as lead")
    words = template.format(sessions=count, led=led)
    return [title, kind, paragraph(name, "Cover Kind"), paragraph(words, "Cover Line"), *lines]
