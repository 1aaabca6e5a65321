"""The brief of an event: the questions to be answered before anything is planned, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import BriefPoint, Event
from facilitation.domain.instrument import Instrument, SourcedText
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.text import Text

START, PREREQUISITE = "start", "prerequisite"
"""What the ids of the points begin with; the place in the instrument follows."""


@dataclass(frozen=True, slots=True)
class BriefState:
    """How far a brief is: what is written of all there is to write; ``unmet`` = prerequisites judged as not met."""

    written: int
    total: int
    unmet: int

    @property
    def open(self) -> int:
        """What is still to be answered."""
        return self.total - self.written


@dataclass(frozen=True, slots=True)
class OpenRecommendation:
    """A recommendation of an earlier event that nobody has closed."""

    note: Note
    event: Event


def brief_points(event: Event, instrument: Instrument | None) -> tuple[BriefPoint, ...]:
    """The points of an event: those of its instrument as they were answered, and others that were answered before."""
    kept = {point.id: point for point in event.brief.points}
    proposed = (
        [*_points(START, instrument.start_questions), *_points(PREREQUISITE, instrument.prerequisites)]
        if (instrument)
        else []
    )
    ids = {point.id for point in proposed}
    return (*(kept.get(point.id, point) for point in proposed), *(kept[key] for key in kept if key not in ids))


def _points(kind: str, texts: Sequence[SourcedText]) -> list[BriefPoint]:
    return [
        BriefPoint(
            f"{kind}-{number}", entry.text, is_prerequisite=kind == PREREQUISITE, is_from_seed=entry.is_from_seed
        )
        for number, entry in enumerate(texts, start=1)
    ]


def is_answered(point: BriefPoint) -> bool:
    """A question needs words; a prerequisite needs a judgement."""
    return point.is_met is not None if point.is_prerequisite else bool(point.answer)


def brief_texts(event: Event) -> dict[str, Text]:
    """The texts of the brief by name. The purpose and the outcomes stand in the event itself, once."""
    brief = event.brief
    return {
        "about": event.about,
        "audience": brief.audience,
        "expected_results": event.expected_results,
        "limits": brief.limits,
        "builds_on": brief.builds_on,
    }


def brief_state(event: Event, points: Iterable[BriefPoint]) -> BriefState:
    """How far the brief is."""
    points, texts = tuple(points), brief_texts(event).values()
    written = sum(map(bool, texts)) + sum(map(is_answered, points))
    return BriefState(written, len(texts) + len(points), sum(point.is_met is False for point in points))


def open_recommendations(
    earlier: Iterable[tuple[Event, Iterable[Note]]], before: date
) -> tuple[OpenRecommendation, ...]:
    """What earlier events recommended and nobody has closed, the newest event first."""
    known = sorted(earlier, key=lambda entry: entry[0].starts_on, reverse=True)
    return tuple(
        OpenRecommendation(note, event)
        for event, notes in known
        if event.starts_on < before
        for note in notes
        if note.kind is NoteKind.RECOMMENDATION and note.done_on is None
    )
