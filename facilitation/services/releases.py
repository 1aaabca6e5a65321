"""Versions of the plan: what has gone out, and what was changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.agenda import Audience
from facilitation.domain.record import EventRecord
from facilitation.domain.release import Release
from facilitation.errors import InvalidInput, mark
from facilitation.planning.agenda_diff import Difference, is_same_plan, plan_differences
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

NOTHING_NEW = mark("Nothing was changed since version {number}, so there is nothing to release.")
NO_SESSIONS = mark("The agenda has no session yet. Add the first one, then release a version.")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Releases:
    """What people do with versions of the plan."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Release, ...]:
        """The released versions of an event, the newest first."""
        with self.desk.reading() as work:
            return work.releases.list_for(event_id)

    def release(self, event_id: str, *, name: str, note: str) -> Release:
        """Keep the plan as it is now under the next number; ``note`` says in public words what changed."""
        with self.desk.work() as work:
            plan, earlier = _plan(work, event_id), work.releases.list_for(event_id)
            self._refuse_useless(work, plan, earlier)
            release = Release(
                self.desk.new_id(),
                event_id,
                number=earlier[0].number + 1 if earlier else 1,
                name=" ".join(name.split())[:LONGEST_NAME],
                note=note.strip(),
                released_at=self.desk.now(),
                released_by=self.desk.actor,
            )
            work.releases.add(release, plan)
            self.desk.note_change(work, "release", event_id, after=release)
            work.commit()
        return release

    def _refuse_useless(self, work: UnitOfWork, plan: EventRecord, earlier: tuple[Release, ...]) -> None:
        if not any(True for _ in plan.agenda.items()):
            raise InvalidInput(NO_SESSIONS)
        if earlier and is_same_plan(work.releases.record(earlier[0].id), plan):
            raise InvalidInput(NOTHING_NEW, number=earlier[0].number)

    def plan(self, release_id: str) -> EventRecord:
        """The plan as it was in a version: event, agenda and guide."""
        with self.desk.reading() as work:
            return work.releases.record(release_id)

    def published(self, event_id: str) -> EventRecord:
        """What is public now: the newest version, or the plan itself where none was released yet."""
        with self.desk.reading() as work:
            newest = next(iter(work.releases.list_for(event_id)), None)
            return work.releases.record(newest.id) if newest else _plan(work, event_id)

    def changes_since(self, release_id: str, reader: Audience = Audience.STAFF) -> tuple[Difference, ...]:
        """What was changed in the plan since a version."""
        with self.desk.reading() as work:
            release = work.releases.get(release_id)
            return plan_differences(work.releases.record(release_id), _plan(work, release.event_id), reader)

    def changes_in(self, release_id: str, reader: Audience = Audience.STAFF) -> tuple[Difference, ...]:
        """What a version changed against the one before it; nothing for the first."""
        with self.desk.reading() as work:
            release = work.releases.get(release_id)
            older = [each for each in work.releases.list_for(release.event_id) if each.number < release.number]
            if not older:
                return ()
            before, after = (work.releases.record(each.id) for each in (older[0], release))
            return plan_differences(before, after, reader)


def _plan(work: UnitOfWork, event_id: str) -> EventRecord:
    """What a version keeps. People, absences, tasks and notes stay out: they can be corrected and withdrawn later."""
    agenda = replace(work.agendas.get(event_id), absences=())
    return EventRecord(work.events.get(event_id), agenda, work.guides.get(event_id))
