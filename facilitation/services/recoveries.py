"""Winning back lost time: the proposal first, then the change of agenda and guide in one stroke."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.agenda import Agenda
from facilitation.domain.guide import Guide
from facilitation.errors import InvalidInput, mark
from facilitation.library.loader import Library
from facilitation.planning.agenda_recovery import RecoveryPlan, TimeLost, recovery_plan, with_recovery
from facilitation.planning.guide_outline import scaled_steps
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

MOST_MINUTES = 480


@dataclass(frozen=True, slots=True)
class Recoveries:
    """What people do when a day runs late."""

    desk: Desk
    library: Library

    def propose(self, event_id: str, lost: TimeLost) -> RecoveryPlan:
        """The least painful way to win the time back; nothing is changed."""
        if not 1 <= lost.minutes <= MOST_MINUTES:
            raise InvalidInput(
                mark("Type how many minutes to win back, from 1 to {most}; {minutes} is not possible."),
                most=MOST_MINUTES,
                minutes=lost.minutes,
            )
        with self.desk.reading() as work:
            return self._plan(work, event_id, lost)

    def recover(self, event_id: str, lost: TimeLost, seen: RecoveryPlan) -> Agenda:
        """Carry a proposal out, with the steps of shortened sessions; refused where the agenda has changed since."""
        with self.desk.work() as work:
            before, guide = work.agendas.get(event_id), work.guides.get(event_id)
            plan = self._plan(work, event_id, lost)
            if plan != seen:
                raise InvalidInput(mark("The agenda was changed in the meantime. Look at the new proposal first."))
            saved = work.agendas.save(with_recovery(before, plan))
            self.desk.note_change(work, "win_time", event_id, before=before, after=saved)
            fitted = _with_steps_fitted(guide, before, saved)
            if fitted != guide:
                self.desk.note_change(work, "win_time", event_id, before=guide, after=work.guides.save(fitted))
            work.commit()
        return saved

    def _plan(self, work: UnitOfWork, event_id: str, lost: TimeLost) -> RecoveryPlan:
        noted = frozenset(note.item_id for note in work.notes.list_for(event_id))
        return recovery_plan(_with_noted_kept(work.agendas.get(event_id), noted), lost, self.library.methods)


def _with_noted_kept(agenda: Agenda, noted: frozenset[str]) -> Agenda:
    """The agenda in which no session with notes may be dropped."""
    days = (
        replace(
            day,
            items=tuple(replace(item, is_optional=item.is_optional and item.id not in noted) for item in day.items),
        )
        for day in agenda.days
    )
    return replace(agenda, days=tuple(days))


def _with_steps_fitted(guide: Guide, before: Agenda, after: Agenda) -> Guide:
    """The guide in which the steps of shortened sessions fill their new time."""
    lengths = {item.id: item.duration for _, item in after.items()}
    shortened = {item.id for _, item in before.items() if lengths.get(item.id, item.duration) != item.duration}
    sheets = tuple(
        replace(sheet, steps=scaled_steps(sheet.steps, lengths[sheet.item_id])) if sheet.item_id in shortened else sheet
        for sheet in guide.sheets
    )
    return replace(guide, sheets=sheets)
