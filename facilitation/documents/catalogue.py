"""Every Word document by its file name: the contract of ``pack``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitation.documents.agenda_word import agenda_docx
from facilitation.documents.cafe_word import cafe_rosters_docx, table_cards_docx
from facilitation.documents.checklist_word import checklist_docx
from facilitation.documents.guide_word import guide_docx
from facilitation.documents.note_form_word import note_form_docx
from facilitation.documents.people_word import badges_docx, sign_in_docx
from facilitation.documents.proceedings_word import proceedings_docx
from facilitation.documents.running_order_word import running_order_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator

WordDocument = Callable[[EventRecord, Translator, Stamp], bytes]

WORD_DOCUMENTS: Mapping[str, WordDocument] = {
    "agenda.docx": agenda_docx,
    "running-order.docx": running_order_docx,
    "checklist.docx": checklist_docx,
    "guide.docx": guide_docx,
    "cafe-rosters.docx": cafe_rosters_docx,
    "table-cards.docx": table_cards_docx,
    "sign-in.docx": sign_in_docx,
    "badges.docx": badges_docx,
    "note-form.docx": note_form_docx,
    "proceedings.docx": proceedings_docx,
}
FOR_STAFF = frozenset({"running-order.docx", "checklist.docx", "guide.docx"})
"""Papers that stay in the team; only these may carry internal notes."""
