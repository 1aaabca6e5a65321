"""The facilitators' guide: what holds throughout, then one sheet per session, then all materials added up."""

from __future__ import annotations

from facilitation.documents.guide_inside_word import add_inside_page, materials_page, overview
from facilitation.documents.guide_sheet_word import has_sheet, session_sheet
from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import cover
from facilitation.documents.word_package import Paper
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.session_rooms import session_plans


def guide_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The guide on landscape A4, for the team: it may carry internal notes."""
    paper = Paper(record.event, _, stamp, title=_("Facilitators’ guide"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    timed, plans = timed_items(record.agenda, record.event.starts_on), session_plans(record)
    paper.add(cover(paper))
    add_inside_page(paper, record)
    paper.add(overview(paper, record, timed))
    for entry in timed:
        if has_sheet(record.guide.sheet(entry.item.id)):
            paper.add(session_sheet(paper, record, entry, plans.get(entry.item.id)))
    paper.add(materials_page(paper, record, _("Materials for the whole event")))
    return paper.data()
