"""The next event of a series from the last one, with what was promised."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.series import Series
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.planning.commitments import OpenCommitment
from facilitation.planning.next_event import ProposedDay, continued, proposed_day, with_commitments
from facilitation.planning.series_rhythm import duty_of, standings
from facilitation.services.commitments import promises
from facilitation.services.desk import Desk
from facilitation.services.events import refuse_far_day, save_record
from facilitation.services.series import events_of
from facilitation.services.templates import carry_template


@dataclass(frozen=True, slots=True)
class NextEventProposal:
    """What is shown before the next event is made. ``people`` = how many can be invited again."""

    last: Event
    day: ProposedDay
    commitments: tuple[OpenCommitment, ...]
    people: int


@dataclass(frozen=True, slots=True)
class NextEvent:
    """What a person states. ``carried`` = the note ids of the promises to take along.

    ``is_from_instrument`` takes agenda, guide and checklist from the library instead of the last event.
    """

    last_id: str
    starts_on: date
    title: Text
    carried: Collection[str] = ()
    keeps_people: bool = True
    is_from_instrument: bool = False


@dataclass(frozen=True, slots=True)
class NextEvents:
    """Makes the next event."""

    desk: Desk
    library: Library

    def proposal(self, last_id: str) -> NextEventProposal:
        """Day, promises and people for an event that follows this one; nothing is saved."""
        today = self.desk.today()
        with self.desk.reading() as work:
            last = work.events.get(last_id)
            events = events_of(work, last.series_id) if last.series_id else (last,)
            series = work.series.get(last.series_id) if last.series_id else None
            return NextEventProposal(
                last=last,
                day=proposed_day(_due_after(series, events, last, today), last, today),
                commitments=promises(work, events),
                people=sum(not part.person.is_coded for part in work.participations.list_for(last_id)),
            )

    def create(self, wanted: NextEvent) -> Event:
        """Make the next event in one stroke: plan, people to invite again, and the promises taken along."""
        from facilitation.exchange.archive import as_copy  # slow to import

        refuse_far_day(wanted.starts_on)
        if not wanted.title:
            raise InvalidInput(mark("The event has no title. Write one; it stands on every document."))
        with self.desk.work() as work:
            last = work.record(wanted.last_id)
            persons = frozenset(part.person.id for part in last.participations)
            copy = as_copy(last, self.desk.new_id, kept=persons)
            made = continued(copy, wanted.starts_on, wanted.title, keeps_people=wanted.keeps_people)
            made = self._from_instrument(made) if wanted.is_from_instrument else made
            events = events_of(work, last.event.series_id) if last.event.series_id else (last.event,)
            taken = [entry for entry in promises(work, events) if entry.note_id in wanted.carried]
            event = save_record(work, with_commitments(made, taken, self.desk.new_id))
            carry_template(self.desk, work, wanted.last_id, event.id)
            self.desk.note_change(work, "next_event", event.id, after=event)
            work.commit()
        return event

    def _from_instrument(self, made: EventRecord) -> EventRecord:
        """Agenda, guide, checklist and cafés as the library has them; facts, rooms, people and budget stay."""
        instrument = self.library.instruments.get(made.event.instrument)
        if instrument is None:
            raise NotFound(
                mark("This kind of event is not in the library any more. Take the plan of the last event instead.")
            )
        bare = replace(made.event, objectives=(), day_count=instrument.day_count)
        parts = event_parts(bare, instrument, self.library.methods, self.desk.new_id)
        agenda = replace(parts.agenda, rooms=made.agenda.rooms, room_change=made.agenda.room_change)
        return replace(made, event=parts.event, agenda=agenda, guide=parts.guide, tasks=parts.tasks, cafes=parts.cafes)


def _due_after(series: Series | None, events: tuple[Event, ...], last: Event, today: date) -> date | None:
    """When the duty that ``last`` meets falls due after it, be it held or only planned."""
    duty = duty_of(series, last) if series else None
    if series is None or duty is None:
        return None
    seen_from = max(today, last.starts_on)
    return next(found.due_on for found in standings(series, events, seen_from) if found.duty.id == duty.id)
