"""Only the changed pages of the guide, behind a list of what to put in and what to take out."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.documents.guide_inside_word import add_inside_page, materials_page, overview
from facilitation.documents.guide_sheet_word import session_sheet
from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import cover, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, Cell, Row, bullets, head_row, heading, paragraph, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.rehearsal_words import page_change, part_change
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.guide_changes import GuideChanges, PageChange
from facilitation.planning.session_rooms import session_plans

COLUMNS, LARGE_COLUMNS = (17.0, 18.0, 32.0, 140.0, 60.0), (22.0, 22.0, 50.0, 123.0, 50.0)


def guide_changes_docx(record: EventRecord, _: Translator, stamp: Stamp, changes: GuideChanges) -> bytes:
    """The pages of the guide that differ from an older print; ``changes`` says which they are."""
    paper = Paper(record.event, _, stamp, title=_("Facilitators’ guide"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    timed, plans = timed_items(record.agenda, record.event.starts_on), session_plans(record)
    paper.add(_to_exchange(paper, changes))
    if "cover" in changes.parts:
        paper.add(_new_cover(paper))
    if "throughout" in changes.parts:
        add_inside_page(paper, record)
    if "glance" in changes.parts:
        paper.add(overview(paper, record, timed))
    for entry in timed:
        if entry.item.id in changes.item_ids:
            paper.add(session_sheet(paper, record, entry, plans.get(entry.item.id)))
    if "materials" in changes.parts:
        paper.add(materials_page(paper, record, _("Materials for the whole event")))
    return paper.data()


def _to_exchange(paper: Paper, changes: GuideChanges) -> Iterator[Element]:
    """A list to tick off while the pages of the older print are exchanged."""
    _, columns = paper._, LARGE_COLUMNS if paper.stamp.look.is_large else COLUMNS
    yield from title_block(paper)
    yield heading(_("Only what changed"))
    if not changes:
        yield nothing_yet(_("No page has changed."))
        return
    yield paragraph(_("Put these pages in the place of the old ones, and throw the old ones away."), "Lead")
    yield from bullets(part_change(name, _) for name in changes.parts)
    if changes.pages:
        titles = (_("Ready"), _("Day"), _("Time"), _("Session"), _("What"))
        rows = [_row(change, _) for change in changes.pages]
        yield table(columns, [head_row(titles), *rows], title=_("Pages to exchange"))


def _new_cover(paper: Paper) -> list[Element]:
    """The cover behind the list, on a page of its own."""
    paper.begin_section("nextPage")
    return cover(paper)


def _row(change: PageChange, _: Translator) -> Row:
    entry = change.entry
    return Row(
        [
            Cell(TICK_BOX, "Tick Box"),
            str(entry.day),
            Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock"),
            entry.item.title.said_in(_.language),
            page_change(change.what, _),
        ]
    )
