"""The facilitators' guide: what holds throughout, then one sheet per session, then all materials added up."""

from __future__ import annotations

from facilitation.documents.guide_changes_word import change_page
from facilitation.documents.guide_inside_word import add_inside_page, materials_page, overview
from facilitation.documents.guide_sheet_word import has_sheet, session_sheet
from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import cover
from facilitation.documents.word_package import Paper
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.guide_changes import GuideChanges
from facilitation.planning.session_rooms import session_plans


def guide_docx(record: EventRecord, _: Translator, stamp: Stamp, changes: GuideChanges | None = None) -> bytes:
    """The guide on landscape A4, for the team: it may carry internal notes.

    With ``changes`` only the pages that differ from an older print, behind a page that says where they belong.
    """
    paper = Paper(record.event, _, stamp, title=_("Facilitators’ guide"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    timed, plans = timed_items(record.agenda, record.event.starts_on), session_plans(record)
    paper.add(cover(paper) if changes is None else change_page(paper, changes))
    if changes is None or changes.front:
        add_inside_page(paper, record)
        paper.add(overview(paper, record, timed))
    for entry in timed:
        item_id = entry.item.id
        if has_sheet(record.guide.sheet(item_id)) and (changes is None or item_id in changes.item_ids):
            paper.add(session_sheet(paper, record, entry, plans.get(item_id)))
    if changes is None or changes.materials:
        paper.add(materials_page(paper, record, _("Materials for the whole event")))
    return paper.data()
