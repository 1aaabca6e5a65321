"""Mending a plan on the day: no-shows, late comers, a lost table, from a round on. Looked at first, saved on yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.cafe.seating import AWAY_FROM_TABLES, Mending, mended
from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.person import Participation
from facilitation.errors import ChangedElsewhere, InvalidInput, mark
from facilitation.planning.cafe_changes import CardChange, card_changes
from facilitation.services.cafes import Cafes, stored_cafe
from facilitation.services.desk import Desk

__all__ = ["Mending", "Repair", "Repairs", "absent_by_attendance", "late_by_attendance"]


@dataclass(frozen=True, slots=True)
class Repair:
    """A mended plan beside the old one; ``changes`` are all who need a new card, or whose card is taken back."""

    mending: Mending
    before: Seating
    after: Seating
    changes: tuple[CardChange, ...]


def absent_by_attendance(people: Iterable[Participation], seating: Seating, day: int) -> tuple[str, ...]:
    """Who has a seat and was not ticked as present on the day (from 1); nobody before attendance was taken."""
    everybody = tuple(people)
    if not any(day in part.days_attended for part in everybody):
        return ()
    seated = seating.seated_ids
    return tuple(part.id for part in everybody if part.id in seated and day not in part.days_attended)


def late_by_attendance(people: Iterable[Participation], seating: Seating, day: int) -> tuple[str, ...]:
    """Who was ticked as present on the day and has no seat."""
    seated = seating.seated_ids
    return tuple(
        part.id
        for part in people
        if day in part.days_attended and part.id not in seated and part.role not in AWAY_FROM_TABLES
    )


@dataclass(frozen=True, slots=True)
class Repairs:
    """What people do with a plan once the day has begun."""

    desk: Desk
    cafes: Cafes

    def preview(self, event_id: str, item_id: str, mending: Mending) -> Repair:
        """The mended plan, who gets a new card, and both figures; nothing is saved."""
        with self.desk.reading() as work:
            cafe, before = stored_cafe(work, event_id, item_id)
            people = work.participations.list_for(event_id)
        if not 1 <= mending.from_round <= len(before.rounds):
            raise InvalidInput(mark("There is no round {number}."), number=mending.from_round)
        after = mended(cafe, people, before, mending)
        return Repair(mending, before, after, card_changes(before, after))

    def save(self, event_id: str, item_id: str, repair: Repair) -> Cafe:
        """Put a mended plan in use; the old one is kept among the plans."""
        with self.desk.work() as work:
            before, seating = stored_cafe(work, event_id, item_id)
            if seating != repair.before:
                raise ChangedElsewhere(subject=item_id, field="seating", mine=repair.after, theirs=seating)
            saved = work.cafes.save(self.cafes.with_plan(before, repair.after, made_for=before))
            self.desk.note_change(work, "repair_groups", event_id, before=before, after=saved)
            work.commit()
        return saved
