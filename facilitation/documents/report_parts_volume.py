"""The parts of a report that the proceedings have too: objectives, sessions, harvest, decisions and commitments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.documents import proceedings_outcomes, proceedings_people, proceedings_registers
from facilitation.documents.proceedings_registers import COMMITMENTS, RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Piece, Row, Run, bullets, head_row, paragraph, paragraphs
from facilitation.documents.word_xml import Element
from facilitation.domain.event import Objective
from facilitation.domain.text import Text
from facilitation.i18n.formats import short_day_or_dash
from facilitation.planning.attribution import Attributed
from facilitation.planning.proceedings_consulted import AskedBefore
from facilitation.planning.proceedings_content import Commitment, ObjectiveTrace, Recommendation, Said, SessionReport
from facilitation.planning.report_sources import ReportSources
from facilitation.planning.report_work import Results

OBJECTIVES = (12.0, 60.0, 62.0, 28.0)
PROPOSALS = (12.0, 82.0, 42.0, 26.0)
NOBODY = Attributed()


def goals(content: Sequence[Objective], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The objectives in words."""
    for number, goal in enumerate(content, start=1):
        yield paragraph([Run(f"{number}. ", "Strong"), goal.text.said_in(volume.language)])


def objectives(content: Sequence[ObjectiveTrace], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Each objective with the sessions that served it and what came of it."""
    _, language = volume._, volume.language
    rows = [
        Row(
            [
                str(trace.number),
                trace.text.said_in(language),
                Cell("; ".join(title.said_in(language) for title in trace.session_titles) or "–"),
                Cell(_outcome(trace, volume) or "–"),
            ]
        )
        for trace in content
    ]
    head = head_row((_("No."), _("Objective"), _("Sessions"), _("Outcome")))
    yield from volume.captioned(_("Objectives, their sessions and what came of them"), OBJECTIVES, head, rows)


def _outcome(trace: ObjectiveTrace, volume: Volume) -> list[Piece]:
    """Links into the registers of the paper; where it has none, how many there are."""
    _, pieces = volume._, list[Piece]()
    if volume.has_register(RECOMMENDATIONS):
        pieces += volume.register_links(RECOMMENDATIONS, trace.recommendations)
    elif count := len(trace.recommendations):
        pieces.append(_.plural("{count} recommendation", "{count} recommendations", count).format(count=count))
    more: list[Piece] = []
    if volume.has_register(COMMITMENTS):
        more = volume.register_links(COMMITMENTS, trace.commitments)
    elif count := len(trace.commitments):
        more.append(_.plural("{count} commitment", "{count} commitments", count).format(count=count))
    return [*pieces, *([", "] if pieces and more else []), *more]


def results(content: Results, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """What is expected, and what is counted afterwards."""
    yield from paragraphs(content.expected.said_in(volume.language))
    if content.indicators:
        yield paragraph(volume._("What is counted afterwards"), "Label")
        yield from bullets(line.said_in(volume.language) for line in content.indicators)


def consultation(content: Sequence[AskedBefore], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Every question with what was made of its answers."""
    for entry in content:
        yield paragraph([Run(entry.question.said_in(volume.language), "Strong")], "Lead")
        yield from paragraphs(entry.synthesis.said_in(volume.language))


def programme(_content: object, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """Times and titles."""
    return proceedings_people.glance(sources.volume, volume)


def sessions(content: Sequence[SessionReport], volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """A report of every session; what no register of this paper holds stands among its points."""
    told = tuple(_told(report, volume, sources) for report in content)
    return proceedings_outcomes.sessions(replace(sources.volume, sessions=told), volume)


def _told(report: SessionReport, volume: Volume, sources: ReportSources) -> SessionReport:
    if not volume.has_register(RECOMMENDATIONS):
        report = _in_points(report, sources.volume.recommendations, report.recommendations)
        report = replace(report, recommendations=())
    if not volume.has_register(COMMITMENTS):
        report = _in_points(report, sources.volume.commitments, report.commitments)
        report = replace(report, commitments=())
    return report


def _in_points(
    report: SessionReport, register: Sequence[Recommendation | Commitment], numbers: Sequence[int]
) -> SessionReport:
    texts = tuple(Said(entry.text, NOBODY) for entry in register if entry.number in numbers)
    return replace(report, key_points=(*report.key_points, *texts))


def harvest(_content: object, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """What tables brought out."""
    return proceedings_outcomes.harvest(sources.volume, volume)


def decisions(_content: object, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """The register of recommendations, then what was set aside."""
    return proceedings_registers.recommendations(sources.volume, volume)


def proposals(content: Sequence[Recommendation], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """What citizens proposed: to whom, and by when an answer is wanted."""
    _ = volume._
    rows = [
        Row(
            [
                Cell(volume.register_mark(RECOMMENDATIONS, entry.number)),
                entry.text,
                entry.addressee or "–",
                short_day_or_dash(entry.due_on, volume.language),
            ]
        )
        for entry in content
    ]
    head = head_row((_("No."), _("Proposal"), _("To whom"), _("By when")))
    yield from volume.captioned(_("Proposals"), PROPOSALS, head, rows)


def commitments(_content: object, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """Who does what by when."""
    return proceedings_registers.commitments(sources.volume, volume)


def lessons(content: Text, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The lessons written for the proceedings."""
    return paragraphs(content.said_in(volume.language))
