"""The desk at the door: who comes in and goes out, people nobody expected, and the paper sheet typed in afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from facilitation.domain.person import CheckIn, Consent, EventRole, InvitationStatus, Participation, Person
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.attendance import checks_on, is_inside, with_check, without_check
from facilitation.planning.badge_code import owner_of_code
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

NO_BADGE = mark("Nobody on the list has this badge. Type three letters of the name or office instead.")


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody at the door; ``since`` = they were in (or out) already from then on, so nothing was written."""

    part: Participation
    since: datetime | None = None
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person as the signed sheet of a day says."""

    participation_id: str
    is_present: bool
    photo: Consent
    list: Consent


@dataclass(frozen=True, slots=True)
class CheckIns:
    """Keeps every coming and going with its time; who comes in attends the day."""

    desk: Desk

    def come_in(self, event_id: str, participation_id: str, day: int) -> Passed:
        """Somebody came in; a second time while they are inside changes nothing."""
        return self._pass(event_id, participation_id, day, is_out=False)

    def go_out(self, event_id: str, participation_id: str, day: int) -> Passed:
        """Somebody left; who is not inside cannot leave."""
        return self._pass(event_id, participation_id, day, is_out=True)

    def take_back(self, participation_id: str, check_id: str) -> Participation:
        """Remove one coming or going that was a mistake."""
        with self.desk.work() as work:
            part = work.participations.get(participation_id)
            after = without_check(part, check_id)
            saved = self._save(work, "take_back_check_in", part, after) if after != part else part
            work.commit()
        return saved

    def walk_in(self, event_id: str, person: Person, role: EventRole, day: int) -> Participation:
        """Somebody nobody expected: on the list and checked in, in one stroke."""
        if not person.name.strip():
            raise InvalidInput(
                mark("The person has no name. Write the name, or the office if the name must not appear.")
            )
        person = replace(person, id=person.id or self.desk.new_id())
        part = Participation(self.desk.new_id(), event_id, person, role, InvitationStatus.CONFIRMED)
        with self.desk.work() as work:
            _refuse_other_days(work, event_id, day)
            saved = work.participations.save(with_check(part, self._check(day, is_out=False)))
            self.desk.note_change(work, "walk_in", event_id, after=saved)
            work.commit()
        return saved

    def by_badge(self, event_id: str, typed: str) -> Participation:
        """Whose badge a scanner read: the address of the phone page, or the code at its end."""
        with self.desk.reading() as work:
            tokens = {link.token: link.participation_id for link in work.phone_links.open_for(event_id)}
            owner = owner_of_code(typed, tokens)
            people = {part.id: part for part in work.participations.list_for(event_id)}
        if owner not in people:
            raise NotFound(NO_BADGE)
        return people[owner]

    def type_sheet(self, event_id: str, day: int, lines: Iterable[SheetLine]) -> int:
        """Take over a signed sheet in one stroke; answers how many people changed."""
        wanted, count = {line.participation_id: line for line in lines}, 0
        with self.desk.work() as work:
            _refuse_other_days(work, event_id, day)
            for part in work.participations.list_for(event_id):
                after = self._as_signed(part, wanted[part.id], day) if part.id in wanted else part
                if after != part:
                    self._save(work, "type_sheet", part, after)
                    count += 1
            work.commit()
        return count

    def _pass(self, event_id: str, participation_id: str, day: int, *, is_out: bool) -> Passed:
        with self.desk.work() as work:
            _refuse_other_days(work, event_id, day)
            part = work.participations.get(participation_id)
            checks = checks_on(part, day)
            if is_inside(part, day) is not is_out:
                return Passed(part, checks[-1].at if checks else None, is_new=False)
            verb = "check_out" if is_out else "check_in"
            saved = self._save(work, verb, part, with_check(part, self._check(day, is_out=is_out)))
            work.commit()
        return Passed(saved)

    def _check(self, day: int, *, is_out: bool) -> CheckIn:
        return CheckIn(self.desk.new_id(), day, self.desk.now().replace(microsecond=0, tzinfo=None), is_out)

    def _as_signed(self, part: Participation, line: SheetLine, day: int) -> Participation:
        days = set(part.days_attended) | {day} if line.is_present else set(part.days_attended) - {day}
        is_answered = (line.photo, line.list) != (part.photo_consent, part.list_consent)
        return replace(
            part,
            days_attended=tuple(sorted(days)),
            photo_consent=line.photo,
            list_consent=line.list,
            consented_on=self.desk.today() if is_answered else part.consented_on,
        )

    def _save(self, work: UnitOfWork, verb: str, before: Participation, after: Participation) -> Participation:
        saved = work.participations.save(after)
        self.desk.note_change(work, verb, before.event_id, before=before, after=saved)
        return saved


def _refuse_other_days(work: UnitOfWork, event_id: str, day: int) -> None:
    if not 1 <= day <= work.events.get(event_id).day_count:
        raise InvalidInput(mark("The event has no day {day}. Choose one of its days."), day=str(day))
