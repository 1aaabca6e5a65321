"""Minutes, reports, a charter, a memorandum: lays out what ``planning.report_outline`` has put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitation.documents import (
    report_parts_meeting,
    report_parts_parties,
    report_parts_series,
    report_parts_training,
    report_parts_volume,
    report_parts_work,
)
from facilitation.documents.proceedings_registers import COMMITMENTS, RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import cover, nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Run, paragraph, paragraphs
from facilitation.documents.word_styles import BOOK, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.volume_outline import PartSource, VolumeOutline
from facilitation.i18n.translator import Translator
from facilitation.planning.report_outline import Report, ReportPart, report
from facilitation.planning.report_sources import ReportSources

LONG = 90
"""Paragraphs and tables from which on a paper gets a cover and a table of contents."""
REGISTERS = {
    PartSource.DECISIONS: RECOMMENDATIONS,
    PartSource.PROPOSALS: RECOMMENDATIONS,
    PartSource.COMMITMENTS: COMMITMENTS,
}
Layout = Callable[[Any, Volume, ReportSources], Iterable[Element]]


def report_docx(outline: VolumeOutline, sources: ReportSources, _: Translator, stamp: Stamp) -> bytes:
    """One volume with the parts that go in. ``sources`` hold only what may leave where the volume leaves the team."""
    content = report(outline, sources)
    paper = Paper(sources.event, _, stamp, title=outline.title.said_in(_.language), page=BOOK)
    if not outline.leaves_the_team:
        paper.header = staff_mark(_)
    volume = Volume(paper, _registers(content))
    body = [block for part in content.printed for block in _part(part, sources, volume)]
    if len(body) > LONG:
        _on_new_page(body[0])
        paper.add(cover(paper), volume.contents(), body)
    else:
        paper.add(title_block(paper), body or [nothing_yet(_("Every part of this paper was left out."))])
    return paper.data()


def _registers(content: Report) -> frozenset[str]:
    """The registers that are printed, so that their numbers become links."""
    sources = {part.outline.source for part in content.printed}
    return frozenset(mark for source, mark in REGISTERS.items() if source in sources)


def _part(part: ReportPart, sources: ReportSources, volume: Volume) -> Iterable[Element]:
    """The heading, what a person wrote, then the computed part; a sentence where both are empty."""
    _, source = volume._, part.outline.source
    yield volume.chapter(part.outline.title.said_in(volume.language))
    words = part.text.said_in(volume.language)
    blocks = list(_clauses(words, _) if source is PartSource.CLAUSES else paragraphs(words))
    if source and part.content:
        blocks += LAYOUTS[source](part.content, volume, sources)
    yield from blocks or [nothing_yet(_("Nothing has been written down for this part."))]


def _clauses(words: str, _: Translator) -> Iterable[Element]:
    """Each line as a numbered clause."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        yield paragraph([Run(_("Article {number}.").format(number=number), "Strong"), f" {line}"], "Lead")


def _on_new_page(heading: Element) -> None:
    """The first chapter begins after the table of contents."""
    heading.children[0].children.insert(1, element("pageBreakBefore"))


LAYOUTS: Mapping[PartSource, Layout] = {
    PartSource.FACTS: report_parts_meeting.facts,
    PartSource.ATTENDANCE: report_parts_meeting.attendance,
    PartSource.COMPOSITION: report_parts_meeting.composition,
    PartSource.GOALS: report_parts_volume.goals,
    PartSource.OBJECTIVES: report_parts_volume.objectives,
    PartSource.RESULTS: report_parts_volume.results,
    PartSource.CONSULTATION: report_parts_volume.consultation,
    PartSource.PROGRAMME: report_parts_volume.programme,
    PartSource.DISCUSSION: report_parts_volume.sessions,
    PartSource.SESSIONS: report_parts_volume.sessions,
    PartSource.HARVEST: report_parts_volume.harvest,
    PartSource.DECISIONS: report_parts_volume.decisions,
    PartSource.PROPOSALS: report_parts_volume.proposals,
    PartSource.COMMITMENTS: report_parts_volume.commitments,
    PartSource.LESSONS: report_parts_volume.lessons,
    PartSource.EARLIER: report_parts_series.earlier,
    PartSource.MEETINGS: report_parts_series.meetings,
    PartSource.INDICATORS: report_parts_series.indicators,
    PartSource.NEXT_DATES: report_parts_series.next_dates,
    PartSource.DUTIES: report_parts_series.duties,
    PartSource.MEASURES: report_parts_work.measures,
    PartSource.ACTIVITIES: report_parts_work.activities,
    PartSource.OPEN_TASKS: report_parts_work.open_tasks,
    PartSource.ROLES: report_parts_work.roles,
    PartSource.PROBLEMS: report_parts_work.problems,
    PartSource.BUDGET: report_parts_work.budget,
    PartSource.BUDGET_LINES: report_parts_work.budget_lines,
    PartSource.FUNDING: report_parts_work.funding,
    PartSource.FILES: report_parts_work.files,
    PartSource.TRAINING: report_parts_training.training,
    PartSource.HOURS: report_parts_training.hours,
    PartSource.EVALUATION: report_parts_training.evaluation,
    PartSource.CONTACTS: report_parts_parties.contacts,
    PartSource.PARTIES: report_parts_parties.parties,
    PartSource.SIGNATURES: report_parts_parties.signatures,
    PartSource.APPROVAL: report_parts_parties.signers,
    PartSource.HANDOVER: report_parts_parties.signers,
}
"""How each source is laid out; clauses are only words."""
