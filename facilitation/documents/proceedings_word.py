"""The proceedings: lays out what ``planning.proceedings_outline`` has put together, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from facilitation.documents.proceedings_outcomes import (
    COMMITMENTS,
    RECOMMENDATIONS,
    commitments,
    harvest,
    next_steps,
    recommendations,
    sessions,
)
from facilitation.documents.proceedings_people import full_agenda, glance, participant_list, participation
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.volume_mark import marked_volume
from facilitation.documents.word_front import cover, nothing_yet, when_and_where
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Piece, Row, Run, head_row, paragraph, paragraphs, said
from facilitation.documents.word_styles import BOOK, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import section_label
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_content import ObjectiveTrace, Proceedings
from facilitation.planning.proceedings_outline import proceedings

OBJECTIVES = (12.0, 54.0, 68.0, 28.0)
MAIN_RECOMMENDATIONS = 5
ON_NEW_PAGE = frozenset({Section.SUMMARY, Section.SESSIONS})
ANNEXES = frozenset({Section.PARTICIPANT_LIST, Section.FULL_AGENDA})


def proceedings_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """The written volume with the sections the organiser chose. Internal notes are not in its content at all."""
    content = proceedings(record, stamp.printed_on)
    paper = Paper(record.event, _, stamp, title=_("Proceedings of the event"), page=BOOK)
    chosen = set(content.sections)
    registers = {Section.RECOMMENDATIONS: RECOMMENDATIONS, Section.COMMITMENTS: COMMITMENTS}
    volume = Volume(paper, frozenset(mark for section, mark in registers.items() if section in chosen))
    imprint = list(_imprint(content, volume)) if Section.IMPRINT in chosen else []
    body = [list(_section(content, section, volume)) for section in content.sections if section is not Section.IMPRINT]
    paper.add(cover(paper), marked_volume(paper, content.plan), imprint, volume.contents(), *body)
    return paper.data()


def _section(content: Proceedings, section: Section, volume: Volume) -> Iterable[Element]:
    """The heading, what a person wrote, then the computed part; a sentence where both are empty."""
    title = section_label(section, volume._)
    is_annex = section in ANNEXES
    yield volume.annex(title) if is_annex else volume.chapter(title, page_break=section in ON_NEW_PAGE)
    blocks = [*paragraphs(content.text(section).said_in(volume.language)), *_computed(content, section, volume)]
    yield from blocks or [nothing_yet(volume._("Nothing has been written down for this part."))]


def _computed(content: Proceedings, section: Section, volume: Volume) -> Iterable[Element]:
    part = PARTS.get(section)
    return part(content, volume) if part else ()


def _imprint(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Who made the volume, with whose support, and whose views it holds."""
    _, imprint, language = volume._, content.imprint, volume.language
    yield volume.unnumbered(section_label(Section.IMPRINT, _), page_break=True)
    yield paragraph([said(imprint.title, language, "Strong")])
    yield paragraph(when_and_where(volume.paper.event, language))
    if imprint.host:
        yield _named(_("Published by"), imprint.host.said_in(language))
    yield _named(_("Made on"), day_text(imprint.made_on, language, with_year=True, with_weekday=False))
    if imprint.donors:
        yield _named(_("Supported by"), imprint.donors.said_in(language))
    yield from paragraphs(content.text(Section.IMPRINT).said_in(language))
    yield paragraph(
        _(
            "The views in this volume are those of the people who took part. They are not necessarily those of the "
            "publisher or of the donors."
        )
    )
    yield paragraph(
        _(
            "Names and details of beneficiaries have been left out. Speakers are shown as the rule of each session "
            "allows, exact words only with the speaker’s consent."
        )
    )
    if imprint.is_sample:
        yield paragraph([Run(_("This is a sample. "), "Strong"), imprint.sources_note.said_in(language)])


def _named(label: str, text: str) -> Element:
    return paragraph([Run(f"{label}: ", "Strong"), text])


def _summary(content: Proceedings, volume: Volume) -> Iterable[Element]:
    main = content.recommendations[:MAIN_RECOMMENDATIONS]
    if main:
        yield paragraph(volume._("Main recommendations"), "Label")
    for entry in main:
        yield paragraph([entry.text, " (", *volume.register_links(RECOMMENDATIONS, [entry.number]), ")"], "List Bullet")


def _background(content: Proceedings, volume: Volume) -> Iterable[Element]:
    _, background, language = volume._, content.background, volume.language
    yield from paragraphs(background.about.said_in(language))
    if background.objectives:
        yield volume.part(_("Objectives"))
        yield from _objectives(background.objectives, volume)
    if background.expected_results:
        yield volume.part(_("Expected results"))
        yield from paragraphs(background.expected_results.said_in(language))
    if background.consultation:
        yield volume.part(_("How the participants were consulted"))
    for entry in background.consultation:
        yield paragraph([Run(entry.question.said_in(language), "Strong")], "Lead")
        yield from paragraphs(entry.synthesis.said_in(language) or _("The answers have not been summed up."))


def _objectives(objectives: Iterable[ObjectiveTrace], volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    rows = [
        Row(
            [
                str(trace.number),
                trace.text.said_in(language),
                Cell("; ".join(title.said_in(language) for title in trace.session_titles)),
                Cell(_outcome(trace, volume)),
            ]
        )
        for trace in objectives
    ]
    head = head_row((_("No."), _("Objective"), _("Sessions"), _("Outcome")))
    yield from volume.captioned(_("Objectives, their sessions and what came of them"), OBJECTIVES, head, rows)


def _outcome(trace: ObjectiveTrace, volume: Volume) -> list[Piece]:
    links = volume.register_links(RECOMMENDATIONS, trace.recommendations)
    more = volume.register_links(COMMITMENTS, trace.commitments)
    return [*links, *([", "] if links and more else []), *more]


PARTS: Mapping[Section, Callable[[Proceedings, Volume], Iterable[Element]]] = {
    Section.SUMMARY: _summary,
    Section.BACKGROUND: _background,
    Section.PARTICIPATION: participation,
    Section.AGENDA: glance,
    Section.SESSIONS: sessions,
    Section.HARVEST: harvest,
    Section.RECOMMENDATIONS: recommendations,
    Section.COMMITMENTS: commitments,
    Section.NEXT_STEPS: next_steps,
    Section.PARTICIPANT_LIST: participant_list,
    Section.FULL_AGENDA: full_agenda,
}
