"""The brief: what the event is for, answered point by point before anything else is planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.event import Brief, BriefPoint, Event
from facilitation.domain.text import Text
from facilitation.errors import NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.brief import OpenRecommendation, brief_points, open_recommendations
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

IN_EVENT = frozenset({"about", "expected_results"})
"""Texts of the brief that stand in the event itself: one place for what every paper reads."""


@dataclass(frozen=True, slots=True)
class Briefs:
    """What organisers do with the brief; two of them may answer different points at once."""

    desk: Desk
    library: Library

    def points(self, event: Event) -> tuple[BriefPoint, ...]:
        """The start questions and prerequisites of the event's instrument, with what was answered."""
        return brief_points(event, self.library.instruments.get(event.instrument))

    def write(self, event_id: str, name: str, seen: Text, wanted: Text) -> Event:
        """Write a text of the brief: "about", "expected_results", "audience", "limits" or "builds_on"."""
        with self.desk.work() as work:
            event = work.events.get(event_id)
            holder: Event | Brief = event if name in IN_EVENT else event.brief
            text = merged(seen, wanted, getattr(holder, name), subject=event_id)
            change: dict[str, Any] = {name: text}
            after = replace(event, **change) if name in IN_EVENT else _with_brief(event, **change)
            return self._keep(work, event, after)

    def answer(self, event_id: str, seen: BriefPoint, wanted: BriefPoint) -> Event:
        """Answer a start question, or say whether a prerequisite is met; the first answer keeps all points."""
        with self.desk.work() as work:
            event = work.events.get(event_id)
            points = self.points(event)
            stored = next((point for point in points if point.id == seen.id), None)
            if stored is None:
                raise NotFound(mark("This question is no part of the brief any more."))
            after = merged(seen, wanted, stored, subject=seen.id)
            changed = tuple(after if point.id == seen.id else point for point in points)
            return self._keep(work, event, event if after == stored else _with_brief(event, points=changed))

    def still_open(self, event_id: str) -> tuple[OpenRecommendation, ...]:
        """What earlier events of the series recommended and nobody has closed."""
        with self.desk.reading() as work:
            event = work.events.get(event_id)
            if not event.series_id:
                return ()
            earlier = [e for e in work.events.list_all() if e.series_id == event.series_id and e.id != event_id]
            notes = [(entry, work.notes.list_for(entry.id)) for entry in earlier if entry.starts_on < event.starts_on]
        return open_recommendations(notes, event.starts_on)

    def _keep(self, work: UnitOfWork, before: Event, after: Event) -> Event:
        if after == before:
            return before
        saved = work.events.save(after)
        self.desk.note_change(work, "edit_brief", before.id, before=before, after=saved)
        work.commit()
        return saved


def _with_brief(event: Event, **changes: Any) -> Event:
    return replace(event, brief=replace(event.brief, **changes))
