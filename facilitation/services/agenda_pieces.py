"""Sessions doubled, divided and joined, and days copied, each with its pages of the guide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitation.domain.agenda import Agenda, AgendaItem
from facilitation.errors import InvalidInput, mark
from facilitation.planning.agenda_edits import day_of, item_after
from facilitation.planning.agenda_pieces import (
    Plan,
    with_day_copied,
    with_item_divided,
    with_item_joined,
    with_item_twice,
)
from facilitation.services.agenda_changes import changed_plan, refuse_with_notes
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

HAS_CAFE = mark("“{title}” has a world café of its own with questions and groups, so it stays a session by itself.")


@dataclass(frozen=True, slots=True)
class AgendaPieces:
    """What people do with whole sessions and days. Each verb is one stroke: one undo takes all of it back."""

    desk: Desk

    def duplicate(self, event_id: str, item_id: str) -> AgendaItem:
        """The session once more, right after it, with its page of the guide; answers the copy."""
        with self.desk.work() as work:
            _, after = changed_plan(
                self.desk,
                work,
                "duplicate_item",
                lambda plan: with_item_twice(plan, item_id, self.desk.new_id),
                event_id=event_id,
            )
            work.commit()
        return _next(after.agenda, item_id)

    def divide(self, event_id: str, item_id: str, *, after_minutes: int) -> AgendaItem:
        """Two sessions out of one; answers the second. Notes stay with the first."""
        at = timedelta(minutes=after_minutes)
        with self.desk.work() as work:
            _, after = changed_plan(
                self.desk,
                work,
                "divide_item",
                lambda plan: with_item_divided(plan, item_id, at=at, new_id=self.desk.new_id),
                event_id=event_id,
            )
            work.commit()
        return _next(after.agenda, item_id)

    def join(self, event_id: str, item_id: str) -> AgendaItem:
        """One session out of this one and the next; the notes of the next go with it."""
        with self.desk.work() as work:
            before, after = changed_plan(
                self.desk, work, "join_items", lambda plan: with_item_joined(plan, item_id), event_id=event_id
            )
            gone = _next(before.agenda, item_id)
            if work.cafes.get(event_id, gone.id):
                raise InvalidInput(HAS_CAFE, title=gone.title)
            self._move_notes(work, event_id, gone.id, to=item_id)
            work.commit()
        return after.agenda.item(item_id) or gone

    def copy_day(self, event_id: str, *, day: int, to: int, is_replacing: bool = False) -> Agenda:
        """A day's sessions with their pages on another day, behind those it has or instead of them."""

        def copy(plan: Plan) -> Plan:
            return with_day_copied(plan, day, to=to, is_replacing=is_replacing, new_id=self.desk.new_id)

        with self.desk.work() as work:
            before, after = changed_plan(self.desk, work, "copy_day", copy, event_id=event_id)
            if is_replacing:
                replaced = {item.id for item in day_of(before.agenda, to).items}
                refuse_with_notes(work, before.agenda, replaced)
            work.commit()
        return after.agenda

    def _move_notes(self, work: UnitOfWork, event_id: str, item_id: str, *, to: str) -> None:
        for note in work.notes.list_for(event_id):
            if note.item_id == item_id:
                saved = work.notes.save(replace(note, item_id=to))
                self.desk.note_change(work, "join_items", event_id, before=note, after=saved)


def _next(agenda: Agenda, item_id: str) -> AgendaItem:
    """The session after this one: the rules have seen to it that there is one."""
    item = item_after(agenda, item_id)
    assert item is not None
    return item
