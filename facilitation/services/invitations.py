"""Invitations: waves, answers, who pays, substitutes and quotas; each verb is one stroke for the undo."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event, Quota
from facilitation.domain.person import InvitationStatus, Participation, Payer
from facilitation.errors import InvalidInput, mark
from facilitation.planning.invitation_checks import in_wave, next_wave, with_status
from facilitation.planning.quotas import with_quota, without_quota
from facilitation.planning.substitutes import refuse_circle, same_office, with_roles_taken_over
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

Ids = Collection[str]
NAMELESS = mark("The substitute has no name. Write the name, or the office if the name must not appear.")


@dataclass(frozen=True, slots=True)
class Invitations:
    """What people do with the invitations of an event. Somebody gone from the list is passed over."""

    desk: Desk

    def send_wave(self, event_id: str, ids: Ids, wave: int = 0, on: date | None = None) -> int:
        """Note that people were invited in a wave (0 = the next one); answers how many were."""
        with self.desk.reading() as work:
            number = wave or next_wave(work.participations.list_for(event_id))
        day = on or self.desk.today()
        return self._change(event_id, ids, "invite_wave", lambda part: in_wave(part, number, day))

    def answer(self, event_id: str, ids: Ids, status: InvitationStatus) -> int:
        """Note what people answered, today."""
        today = self.desk.today()
        return self._change(event_id, ids, "answer_invitation", lambda part: with_status(part, status, today))

    def let_pay(self, event_id: str, ids: Ids, payer: Payer) -> int:
        """Note who bears the costs of people."""
        return self._change(event_id, ids, "choose_payer", lambda part: replace(part, pays=payer))

    def add_substitute(self, participation_id: str, name: str, *, takes_roles: bool) -> Participation:
        """A new person of the same office in the place of somebody who cannot come."""
        if not name.strip():
            raise InvalidInput(NAMELESS)
        with self.desk.work() as work:
            old = work.participations.get(participation_id)
            person = same_office(old.person, self.desk.new_id(), name)
            new = Participation(self.desk.new_id(), old.event_id, person, old.role, substitute_for_id=old.id)
            saved = work.participations.save(replace(new, pays=old.pays, travel=old.travel, nights=old.nights))
            self.desk.note_change(work, "substitute", old.event_id, after=saved)
            self._make_way(work, old, saved, takes_roles=takes_roles)
            work.commit()
        return saved

    def name_substitute(self, participation_id: str, substitute_id: str, *, takes_roles: bool) -> Participation:
        """Somebody on the list comes in the place of somebody who cannot."""
        with self.desk.work() as work:
            old, new = work.participations.get(participation_id), work.participations.get(substitute_id)
            refuse_circle(new, old.id, work.participations.list_for(old.event_id))
            saved = work.participations.save(replace(new, substitute_for_id=old.id))
            self.desk.note_change(work, "substitute", old.event_id, before=new, after=saved)
            self._make_way(work, old, saved, takes_roles=takes_roles)
            work.commit()
        return saved

    def _make_way(self, work: UnitOfWork, old: Participation, new: Participation, *, takes_roles: bool) -> None:
        """Who is replaced has declined; on request their parts in the agenda go over."""
        gone = with_status(old, InvitationStatus.DECLINED, self.desk.today())
        if gone != old:
            declined = work.participations.save(gone)
            self.desk.note_change(work, "substitute", old.event_id, before=old, after=declined)
        agenda = work.agendas.get(old.event_id)
        wanted = with_roles_taken_over(agenda, old, new) if takes_roles else agenda
        if wanted != agenda:
            saved = work.agendas.save(wanted)
            self.desk.note_change(work, "substitute", old.event_id, before=agenda, after=saved)

    def set_quota(self, event_id: str, quota: Quota) -> Event:
        """Ask for a least share of a group, or change it."""
        return self._edit_event(event_id, lambda event: with_quota(event, quota))

    def drop_quota(self, event_id: str, quota: Quota) -> Event:
        """Ask for it no more."""
        return self._edit_event(event_id, lambda event: without_quota(event, quota))

    def _edit_event(self, event_id: str, change: Callable[[Event], Event]) -> Event:
        with self.desk.work() as work:
            event = work.events.get(event_id)
            wanted = change(event)
            if wanted == event:
                return event
            saved = work.events.save(wanted)
            self.desk.note_change(work, "edit_quotas", event_id, before=event, after=saved)
            work.commit()
        return saved

    def _change(self, event_id: str, ids: Ids, verb: str, change: Callable[[Participation], Participation]) -> int:
        """Change people as they are stored now, in one stroke; answers how many changed."""
        count = 0
        with self.desk.work() as work:
            for part in work.participations.list_for(event_id):
                after = change(part) if part.id in ids else part
                if after != part:
                    saved = work.participations.save(after)
                    self.desk.note_change(work, verb, event_id, before=part, after=saved)
                    count += 1
            work.commit()
        return count
