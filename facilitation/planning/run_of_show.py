"""The run of show: every cue of every room in the order of the clock, a session or one of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitation.domain.guide import GuideSheet, Step
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import timed_steps


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that happens at a moment (naive local time): a session begins (``step`` is None) or one of its steps.

    ``is_beside`` = other sessions run at the same time, so that the cue has to say which one it belongs to.
    """

    starts_at: datetime
    duration: timedelta
    entry: TimedItem
    sheet: GuideSheet
    step: Step | None = None
    is_beside: bool = False

    @property
    def day(self) -> int:
        """The day of the event, from 1."""
        return self.entry.day


def run_of_show(record: EventRecord) -> tuple[Cue, ...]:
    """All cues, day by day, by their start; at the same moment in the order of the agenda, a session before its steps.

    Steps keep the times that follow from their lengths, also where they run over the end of their session.
    """
    cues = list(_cues(record))
    return tuple(sorted(cues, key=lambda cue: (cue.day, cue.starts_at)))


def _cues(record: EventRecord) -> Iterator[Cue]:
    timed = timed_items(record.agenda, record.event.starts_on)
    beside = _beside(timed)
    for entry in timed:
        sheet, is_beside = record.guide.sheet(entry.item.id), entry.item.id in beside
        yield Cue(entry.starts_at, entry.item.duration, entry, sheet, is_beside=is_beside)
        for step in timed_steps(sheet, entry):
            yield Cue(step.starts_at, step.step.duration, entry, sheet, step.step, is_beside)


def _beside(timed: tuple[TimedItem, ...]) -> frozenset[str]:
    """The items that run while another one does."""
    found: set[str] = set()
    running: list[TimedItem] = []
    for entry in sorted(timed, key=lambda one: one.starts_at):
        running = [other for other in running if other.ends_at > entry.starts_at]
        if running:
            found |= {entry.item.id, *(other.item.id for other in running)}
        running.append(entry)
    return frozenset(found)
