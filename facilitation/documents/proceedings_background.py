"""The part of the proceedings about why and how: context, objectives, and how the actors were consulted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.documents.proceedings_registers import COMMITMENTS, RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_front import some_of
from facilitation.documents.word_parts import Cell, Piece, Row, Run, head_row, paragraph, paragraphs
from facilitation.documents.word_xml import Element, element
from facilitation.domain.text import Text
from facilitation.i18n.formats import share_text
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_consulted import ReplyFigures, ThemeMade
from facilitation.planning.proceedings_content import Background, ObjectiveTrace, Proceedings
from facilitation.planning.small_cells import small_text

OBJECTIVES = (12.0, 50.0, 72.0, 28.0)
THEMES = (44.0, 20.0, 48.0, 50.0)
MOST_SESSIONS = 8
"""More of them make a row as high as a page in large print; the matrix of the thread has them all."""


def background(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Context and purpose, the objectives and what came of them, the consultation and what was made of it."""
    _, found, language = volume._, content.background, volume.language
    yield from paragraphs(found.about.said_in(language))
    if found.objectives:
        yield volume.part(_("Objectives"))
        yield from _objectives(found.objectives, volume)
    if found.expected_results:
        yield volume.part(_("Expected results"))
        yield from paragraphs(found.expected_results.said_in(language))
    if found.consultation or found.replies:
        yield volume.part(_("How the participants were consulted"))
        yield from _consultation(found, volume)


def _objectives(objectives: Iterable[ObjectiveTrace], volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    rows = [
        Row(
            [
                str(trace.number),
                trace.text.said_in(language),
                "; ".join(some_of([title.said_in(language) for title in trace.session_titles], MOST_SESSIONS, _)),
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


def _consultation(found: Background, volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    if found.replies:
        yield paragraph(_replies_text(found.replies, _))
    for entry in found.consultation:
        yield paragraph([Run(entry.question.said_in(language), "Strong")], "Lead", extra=[element("keepNext")])
        if entry.answers:
            count = _.plural("{count} answer", "{count} answers", entry.answers).format(count=entry.answers)
            yield paragraph(count, "Detail", extra=[element("keepNext")])
        yield from paragraphs(entry.synthesis.said_in(language) or _("The answers have not been summed up."))
    if found.replies and found.replies.themes:
        yield from _themes(found.replies.themes, volume)


def _replies_text(replies: ReplyFigures, _: Translator) -> str:
    """How many were asked before the event and how many answered."""
    parts = []
    if replies.asked:
        template = _.plural(
            "{asked} person was asked before the event, {answered} answered ({share}).",
            "{asked} people were asked before the event, {answered} answered ({share}).",
            replies.asked,
        )
        share = share_text(replies.answered / replies.asked, _.language)
        parts.append(template.format(asked=replies.asked, answered=replies.answered, share=share))
    if replies.unlinked:
        template = _.plural(
            "{count} reply came through the open form.", "{count} replies came through the open form.", replies.unlinked
        )
        parts.append(template.format(count=replies.unlinked))
    return " ".join(parts)


def _themes(themes: Iterable[ThemeMade], volume: Volume) -> Iterable[Element]:
    _ = volume._
    rows = [
        Row(
            [
                Cell(theme.title.said_in(volume.language), "Table Item"),
                Cell(small_text(theme.replies), "Table Number"),
                _lines(theme.objectives, _("Not an objective of this event"), _),
                _lines(theme.session_titles, _("No session"), _),
            ]
        )
        for theme in themes
    ]
    head = head_row((_("Theme"), _("Replies"), _("Objectives"), _("Sessions")), numbers=(1,))
    yield from volume.captioned(_("Themes of the answers and what was made of them"), THEMES, head, rows)
    if any(theme.replies is None for theme in themes):
        yield paragraph(_("<5 = fewer than five replies."), "Detail")


def _lines(texts: Sequence[Text], nothing: str, _: Translator) -> Cell:
    said = some_of(tuple(dict.fromkeys(text.said_in(_.language) for text in texts)), MOST_SESSIONS, _)
    return Cell(blocks=tuple(paragraph(text, "Table Name") for text in said or (nothing,)))
