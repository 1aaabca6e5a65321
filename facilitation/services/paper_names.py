"""The file names of all documents, and which of them have something to say for an event."""

from __future__ import annotations

from facilitation.domain.event import Brief
from facilitation.domain.record import EventRecord
from facilitation.planning.certificates import certified
from facilitation.services.anonymity import VOLUME, is_withheld

PAPERS = (
    "agenda.docx",
    "running-order.docx",
    "checklist.docx",
    "guide.docx",
    "cafe-rosters.docx",
    "table-cards.docx",
    "sign-in.docx",
    "badges.docx",
    "note-form.docx",
    "proceedings.docx",
    "checklist.xlsx",
    "participants.xlsx",
    "event.ics",
)
"""File names of the pack, in its order: the contract of ``pack``."""
CAFE_PAPERS = ("cafe-cards.docx", "cafe-hosts.docx", "cafe-questions.docx", "cafe-harvest.docx")
"""What a pack holds besides where the groups of a world café were made."""
PLAN_PAPERS = (
    "checklist-by-owner.docx",
    "hand-over.docx",
    "budget.docx",
    "wall-calendar.docx",
    "materials.docx",
    "rehearsal.docx",
    "volume-comments.docx",
    "budget.xlsx",
)
"""Papers of the planning, offered on its screens; a pack holds those that have something to say."""
PACKED_GUIDE_PAPERS = ("run-of-show.docx", "pocket-cards.docx")
"""Papers of the guide that a pack holds where they have something to say."""
GUIDE_PAPERS = (*PACKED_GUIDE_PAPERS, "guides.docx", "training-plan.docx")
"""Papers of the guide, offered on its screen."""
PEOPLE_PAPERS = ("name-cards.docx", "sign-in-codes.docx", "certificates.docx")
"""Papers for the people of an event, offered on their screen; a pack holds those that have something to say."""
AGENDA_PAPERS = ("agenda-bilingual.docx",)
"""Offered beside the agenda; no pack holds it, since a pack is in one language."""
CONSULT_PAPERS = ("concept-note.docx", "synthesis.docx", "thread.docx")
"""Papers of the brief and the consultation, offered on their screen; a pack holds those that have something to say."""
KNOWN_PAPERS = frozenset(
    (*PAPERS, *CAFE_PAPERS, *PLAN_PAPERS, *GUIDE_PAPERS, *PEOPLE_PAPERS, *CONSULT_PAPERS, *AGENDA_PAPERS)
)
RELEASE_PAPERS = ("agenda.docx", "running-order.docx", "guide.docx", "event.ics")
"""What a released version can be printed as again."""


def papers_of(record: EventRecord) -> tuple[str, ...]:
    """The file names of the pack of an event, in its order; a volume that waits for answers is left out."""
    cafe = CAFE_PAPERS if any(cafe.seating for cafe in record.cafes) else ()
    offered = (*PLAN_PAPERS, *PACKED_GUIDE_PAPERS, *PEOPLE_PAPERS, *CONSULT_PAPERS)
    others = (name for name in offered if _has_content(record, name))
    return tuple(name for name in (*PAPERS, *cafe, *others) if name != VOLUME or not is_withheld(record))


def _has_content(record: EventRecord, name: str) -> bool:
    """Whether a paper of the planning, for the people or of the consultation would say anything."""
    if name in PEOPLE_PAPERS:
        return _concerns_somebody(record, name)
    if name in CONSULT_PAPERS:
        return _concerns_consultation(record, name)
    if name in PACKED_GUIDE_PAPERS:
        return any(sheet.steps or sheet.question for sheet in record.guide.sheets)
    if name.startswith("budget."):
        return bool(record.budget.lines)
    if name == "wall-calendar.docx":
        return bool(record.tasks)
    if name == "rehearsal.docx":
        return any(item.facilitators for _, item in record.agenda.items())
    if name == "volume-comments.docx":
        return bool(record.proceedings.comments)
    if name == "materials.docx":
        return any(sheet.materials for sheet in record.guide.sheets)
    return any(task.owner.strip() for task in record.tasks)


def _concerns_somebody(record: EventRecord, name: str) -> bool:
    if name == "certificates.docx":
        return bool(certified(record.participations))
    is_by_code = name == "sign-in-codes.docx"
    return any(part.person.is_coded is is_by_code for part in record.participations)


def _concerns_consultation(record: EventRecord, name: str) -> bool:
    """Whether there is a brief, an answer or a theme to print."""
    if name == "concept-note.docx":
        return record.event.brief != Brief()
    if name == "synthesis.docx":
        return any(reply.given_at for reply in record.replies)
    return any(asked.themes for asked in record.questionnaires)
