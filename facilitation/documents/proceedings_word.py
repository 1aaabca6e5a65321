"""The proceedings: lays out what ``planning.proceedings_outline`` has put together, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from facilitation.documents.proceedings_annexes import photos, thread_annex
from facilitation.documents.proceedings_background import background
from facilitation.documents.proceedings_evaluation import evaluation
from facilitation.documents.proceedings_front import acronyms, imprint, summary
from facilitation.documents.proceedings_outcomes import harvest, sessions
from facilitation.documents.proceedings_people import full_agenda, glance, participant_list, participation
from facilitation.documents.proceedings_registers import (
    COMMITMENTS,
    RECOMMENDATIONS,
    commitments,
    next_steps,
    recommendations,
)
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.volume_mark import marked_volume
from facilitation.documents.word_front import cover, nothing_yet
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import paragraphs
from facilitation.documents.word_styles import BOOK, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.proceedings import ANNEXES, Section
from facilitation.domain.record import EventRecord
from facilitation.errors import mark
from facilitation.i18n.labels import section_title
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_acronyms import other_lines
from facilitation.planning.proceedings_content import Proceedings
from facilitation.planning.proceedings_outline import proceedings
from facilitation.planning.proceedings_source import NOTHING_MORE, Known

NOTHING: Mapping[Section, str] = {
    Section.ACRONYMS: mark("The texts use no short form that needs an explanation."),
    Section.PHOTOS: mark("There are no photos of flipcharts."),
}
"""What stands in a part that is empty for a reason of its own."""
FILLED_LATER = frozenset({Section.PARTICIPATION})
"""Sections with pictures that are still being drawn, and with mentions of tables."""
ON_NEW_PAGE = frozenset({Section.SUMMARY, Section.SESSIONS})


def proceedings_docx(record: EventRecord, _: Translator, stamp: Stamp, known: Known = NOTHING_MORE) -> bytes:
    """The written volume with the sections the organiser chose. Internal notes are not in its content at all."""
    content = proceedings(record, stamp.printed_on, known)
    paper = Paper(record.event, _, stamp, title=_("Proceedings of the event"), page=BOOK)
    chosen = set(content.sections)
    registers = {Section.RECOMMENDATIONS: RECOMMENDATIONS, Section.COMMITMENTS: COMMITMENTS}
    volume = Volume(paper, frozenset(mark for section, mark in registers.items() if section in chosen))
    front = list(imprint(content, volume)) if Section.IMPRINT in chosen else []
    body = [
        _kept(paper, section, _section(content, section, volume, record))
        for section in content.sections
        if section is not Section.IMPRINT
    ]
    paper.add(cover(paper), marked_volume(paper, content.plan), front, volume.contents(), *body)
    return paper.data()


def _kept(paper: Paper, section: Section, blocks: Iterable[Element]) -> list[Element]:
    """The blocks of a section; of a long one only its text, but what is filled in at the end has to wait for it."""
    return list(blocks) if section in FILLED_LATER else paper.held(blocks)


def _section(content: Proceedings, section: Section, volume: Volume, record: EventRecord) -> Iterable[Element]:
    """The heading, what a person wrote, then the computed part; a sentence where both are empty."""
    yield _heading(content, section, volume)
    computed = _computed(content, section, volume, record)
    blocks = [*paragraphs(_written(content, section, volume)), *computed]
    nothing = NOTHING.get(section, mark("Nothing has been written down for this part."))
    yield from blocks or [nothing_yet(volume._(nothing))]


def _heading(content: Proceedings, section: Section, volume: Volume) -> Element:
    title = section_title(content.plan, section, volume._)
    if section in ANNEXES:
        return volume.annex(title)
    if section is Section.ACRONYMS:
        return volume.unnumbered(title)
    return volume.chapter(title, page_break=section in ON_NEW_PAGE)


def _written(content: Proceedings, section: Section, volume: Volume) -> str:
    """What a person typed; lines that explain a short form stand in the table of them."""
    text = content.text(section).said_in(volume.language)
    return other_lines(text) if section is Section.ACRONYMS else text


def _computed(content: Proceedings, section: Section, volume: Volume, record: EventRecord) -> Iterable[Element]:
    if section is Section.THREAD:
        return thread_annex(content, record, volume)
    part = PARTS.get(section)
    return part(content, volume) if part else ()


PARTS: Mapping[Section, Callable[[Proceedings, Volume], Iterable[Element]]] = {
    Section.ACRONYMS: acronyms,
    Section.SUMMARY: summary,
    Section.BACKGROUND: background,
    Section.PARTICIPATION: participation,
    Section.AGENDA: glance,
    Section.SESSIONS: sessions,
    Section.HARVEST: harvest,
    Section.RECOMMENDATIONS: recommendations,
    Section.COMMITMENTS: commitments,
    Section.EVALUATION: evaluation,
    Section.NEXT_STEPS: next_steps,
    Section.PARTICIPANT_LIST: participant_list,
    Section.FULL_AGENDA: full_agenda,
    Section.PHOTOS: photos,
}
