"""Every Word document by its file name: the contract of ``pack``, and what a seated café adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitation.documents.agenda_word import agenda_docx
from facilitation.documents.bilingual_agenda_word import bilingual_agenda_docx
from facilitation.documents.budget_word import budget_docx
from facilitation.documents.cafe_cards_word import cafe_cards_docx
from facilitation.documents.cafe_harvest_word import cafe_harvest_docx
from facilitation.documents.cafe_hosts_word import cafe_hosts_docx
from facilitation.documents.cafe_questions_word import cafe_questions_docx
from facilitation.documents.cafe_tents_word import table_cards_docx
from facilitation.documents.cafe_word import cafe_rosters_docx
from facilitation.documents.certificate_word import certificates_docx
from facilitation.documents.checklist_word import checklist_by_owner_docx, checklist_docx
from facilitation.documents.concept_word import concept_note_docx
from facilitation.documents.facilitator_guides_word import facilitator_guides_docx
from facilitation.documents.guide_word import guide_docx
from facilitation.documents.hand_over_word import hand_over_docx
from facilitation.documents.materials_word import materials_docx
from facilitation.documents.name_cards_word import name_cards_docx
from facilitation.documents.note_form_word import note_form_docx
from facilitation.documents.people_word import badges_docx, code_sheet_docx, sign_in_docx
from facilitation.documents.pocket_cards_word import pocket_cards_docx
from facilitation.documents.proceedings_word import proceedings_docx
from facilitation.documents.rehearsal_word import rehearsal_docx
from facilitation.documents.run_of_show_word import run_of_show_docx
from facilitation.documents.running_order_word import running_order_docx
from facilitation.documents.synthesis_word import synthesis_docx
from facilitation.documents.thread_word import thread_docx
from facilitation.documents.training_plan_word import training_plan_docx
from facilitation.documents.volume_comments_word import volume_comments_docx
from facilitation.documents.wall_calendar_word import wall_calendar_docx
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
CAFE_DOCUMENTS: Mapping[str, WordDocument] = {
    "cafe-cards.docx": cafe_cards_docx,
    "cafe-hosts.docx": cafe_hosts_docx,
    "cafe-questions.docx": cafe_questions_docx,
    "cafe-harvest.docx": cafe_harvest_docx,
}
"""What more is printed for a world café."""
PLAN_DOCUMENTS: Mapping[str, WordDocument] = {
    "checklist-by-owner.docx": checklist_by_owner_docx,
    "hand-over.docx": hand_over_docx,
    "budget.docx": budget_docx,
    "wall-calendar.docx": wall_calendar_docx,
    "materials.docx": materials_docx,
    "rehearsal.docx": rehearsal_docx,
    "volume-comments.docx": volume_comments_docx,
}
"""What more is printed while an event is planned."""
GUIDE_DOCUMENTS: Mapping[str, WordDocument] = {
    "run-of-show.docx": run_of_show_docx,
    "pocket-cards.docx": pocket_cards_docx,
    "guides.docx": facilitator_guides_docx,
    "training-plan.docx": training_plan_docx,
}
"""What more is printed from the guide."""
PEOPLE_DOCUMENTS: Mapping[str, WordDocument] = {
    "name-cards.docx": name_cards_docx,
    "sign-in-codes.docx": code_sheet_docx,
    "certificates.docx": certificates_docx,
}
"""What more is printed for the people of an event."""
CONSULT_DOCUMENTS: Mapping[str, WordDocument] = {
    "concept-note.docx": concept_note_docx,
    "synthesis.docx": synthesis_docx,
    "thread.docx": thread_docx,
}
"""What is printed of the brief and the consultation; these papers leave the team."""
AGENDA_DOCUMENTS: Mapping[str, WordDocument] = {"agenda-bilingual.docx": bilingual_agenda_docx}
"""What more is printed of the agenda; it leaves the team."""
EVERY_WORD_DOCUMENT: Mapping[str, WordDocument] = {
    **WORD_DOCUMENTS,
    **CAFE_DOCUMENTS,
    **PLAN_DOCUMENTS,
    **GUIDE_DOCUMENTS,
    **PEOPLE_DOCUMENTS,
    **CONSULT_DOCUMENTS,
    **AGENDA_DOCUMENTS,
}
FOR_STAFF = frozenset({"running-order.docx", "checklist.docx", "guide.docx", *PLAN_DOCUMENTS, *GUIDE_DOCUMENTS})
"""Papers that stay in the team; only these may carry internal notes."""
