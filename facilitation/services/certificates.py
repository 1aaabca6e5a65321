"""Certificates of attendance get their numbers here, once; printing them again changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.certificates import (
    certificate_number,
    certified,
    last_place,
    number_series,
    uncertified,
)
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

COUNTER = "certificates·"


@dataclass(frozen=True, slots=True)
class Certificates:
    """Issues numbers and lists those issued."""

    desk: Desk

    def register(self, event_id: str) -> tuple[Participation, ...]:
        """Who has a certificate, by number."""
        with self.desk.reading() as work:
            return certified(work.participations.list_for(event_id))

    def waiting(self, event_id: str) -> tuple[Participation, ...]:
        """Who attended and has no certificate yet."""
        with self.desk.reading() as work:
            return uncertified(work.participations.list_for(event_id))

    def issue(self, event_id: str) -> int:
        """A number for everybody who attended and has none, by name; answers how many.

        A number is never given twice, not even one that was taken back or whose owner was removed.
        """
        with self.desk.work() as work:
            event = work.events.get(event_id)
            waiting = sorted_by(
                uncertified(work.participations.list_for(event_id)), lambda part: part.person.name, "sq"
            )
            series, last = number_series(event), _last_given(work, event)
            for place, part in enumerate(waiting, start=last + 1):
                saved = work.participations.save(replace(part, certificate=certificate_number(series, place)))
                self.desk.note_change(work, "issue_certificates", event_id, before=part, after=saved)
            if waiting:
                work.preferences.put(COUNTER + series, str(last + len(waiting)))
            work.commit()
        return len(waiting)


def _last_given(work: UnitOfWork, event: Event) -> int:
    """The highest place of the month of the event, over all its events: several may share a month."""
    series = number_series(event)
    numbers = [
        part.certificate
        for other in work.events.list_all()
        if number_series(other) == series or other.id == event.id
        for part in work.participations.list_for(other.id)
    ]
    return max(last_place(numbers, series), int(work.preferences.get(COUNTER + series, "0")))
