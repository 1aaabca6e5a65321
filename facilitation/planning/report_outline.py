"""A volume put together: its parts in order, what was typed for each, what the record computes, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitation.domain.proceedings import ProceedingsPlan, Section, VolumePart
from facilitation.domain.text import Text
from facilitation.domain.volume_outline import OutlinePart, PartSource, VolumeOutline
from facilitation.planning import report_meeting, report_parties, report_series, report_training, report_work
from facilitation.planning.proceedings_consulted import AskedBefore
from facilitation.planning.report_sources import ReportSources

Content = object
"""What a source computes; false where it has nothing to say."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part of a volume as it stands."""

    outline: OutlinePart
    text: Text
    content: Content
    is_left_out: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed and nothing is computed."""
        return not self.text and not self.content

    @property
    def is_missing(self) -> bool:
        """Whether a complete volume would have more here."""
        return self.outline.is_required and self.is_empty and not self.is_left_out


@dataclass(frozen=True, slots=True)
class Report:
    """A whole volume. ``parts`` are all of them, those left out too; lay out ``printed``."""

    outline: VolumeOutline
    parts: tuple[ReportPart, ...]

    @property
    def printed(self) -> tuple[ReportPart, ...]:
        """The parts that go in."""
        return tuple(part for part in self.parts if not part.is_left_out)

    @property
    def missing(self) -> tuple[ReportPart, ...]:
        """The parts that are required and empty."""
        return tuple(part for part in self.parts if part.is_missing)

    @property
    def has_own_words(self) -> bool:
        """Whether somebody has begun to write it."""
        return any(part.text for part in self.parts)


def stored_part(plan: ProceedingsPlan, paper: str, part: str) -> VolumePart:
    """What was typed and chosen for a part; an empty one where nothing was."""
    found = (entry for entry in plan.parts if (entry.paper, entry.part) == (paper, part))
    return next(found, VolumePart(paper, part, Text()))


def report(outline: VolumeOutline, sources: ReportSources) -> Report:
    """The volume as it stands."""
    plan = sources.record.proceedings
    return Report(outline, tuple(_part(outline.key, part, plan, sources) for part in outline.parts))


def _part(paper: str, part: OutlinePart, plan: ProceedingsPlan, sources: ReportSources) -> ReportPart:
    stored = stored_part(plan, paper, part.key)
    content = COMPUTED[part.source](sources) if part.source else None
    return ReportPart(part, stored.text, content, stored.is_left_out)


def _consultation(sources: ReportSources) -> tuple[AskedBefore, ...]:
    return tuple(entry for entry in sources.volume.background.consultation if entry.synthesis)


def _discussion(sources: ReportSources) -> Content:
    """Every session, those without notes too, where any has some."""
    return sources.volume.sessions if _sessions(sources) else ()


def _sessions(sources: ReportSources) -> Content:
    """The sessions of which there is something to tell; what was only set aside stands with the decisions."""
    return tuple(
        entry
        for entry in sources.volume.sessions
        if entry.key_points or entry.quotes or entry.questions or entry.recommendations or entry.commitments
    )


def _harvest(sources: ReportSources) -> Content:
    return tuple(cafe for cafe in sources.volume.harvest if cafe.themes or any(r.tables for r in cafe.rounds))


def _decisions(sources: ReportSources) -> Content:
    return sources.volume.recommendations or sources.volume.parking_lot


def _programme(sources: ReportSources) -> Content:
    return tuple(day for day in sources.volume.agenda if day.lines)


COMPUTED: Mapping[PartSource, Callable[[ReportSources], Content]] = {
    PartSource.FACTS: report_meeting.facts,
    PartSource.ATTENDANCE: report_meeting.attendance,
    PartSource.COMPOSITION: report_meeting.composition,
    PartSource.GOALS: lambda sources: sources.event.objectives,
    PartSource.OBJECTIVES: lambda sources: sources.volume.background.objectives,
    PartSource.RESULTS: report_work.results,
    PartSource.CONSULTATION: _consultation,
    PartSource.PROGRAMME: _programme,
    PartSource.DISCUSSION: _discussion,
    PartSource.SESSIONS: _sessions,
    PartSource.HARVEST: _harvest,
    PartSource.DECISIONS: _decisions,
    PartSource.PROPOSALS: lambda sources: sources.volume.recommendations,
    PartSource.COMMITMENTS: lambda sources: sources.volume.commitments,
    PartSource.EARLIER: report_series.earlier,
    PartSource.MEASURES: report_work.measures,
    PartSource.ACTIVITIES: report_work.activities,
    PartSource.OPEN_TASKS: report_work.open_tasks,
    PartSource.PROBLEMS: report_work.problems,
    PartSource.BUDGET: report_work.money,
    PartSource.BUDGET_LINES: report_work.money,
    PartSource.FUNDING: report_work.money,
    PartSource.INDICATORS: report_series.indicators,
    PartSource.MEETINGS: report_series.meetings,
    PartSource.NEXT_DATES: report_series.next_dates,
    PartSource.DUTIES: report_series.duties,
    PartSource.CONTACTS: report_parties.contacts,
    PartSource.ROLES: report_work.roles,
    PartSource.FILES: report_work.files,
    PartSource.LESSONS: lambda sources: sources.record.proceedings.text(Section.LESSONS),
    PartSource.TRAINING: report_training.training,
    PartSource.HOURS: report_training.hours,
    PartSource.EVALUATION: report_training.evaluation,
    PartSource.CLAUSES: lambda _sources: None,
    PartSource.PARTIES: report_parties.parties,
    PartSource.SIGNATURES: report_parties.parties,
    PartSource.APPROVAL: report_parties.approval,
    PartSource.HANDOVER: report_parties.handover_signers,
}
