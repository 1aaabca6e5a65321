"""The agenda: add, edit, move and remove its items, and take a step back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta

from facilitation.domain.agenda import Agenda, AgendaItem, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.exchange.clock_text import length_of
from facilitation.planning.agenda_edits import (
    with_day_start,
    with_item_added,
    with_item_changed,
    with_item_moved,
    with_item_on_day,
    without_item,
)
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.session_now import session_now
from facilitation.services.agenda_changes import changed_agenda
from facilitation.services.desk import Desk
from facilitation.services.merging import merged

LONGEST_ITEM = timedelta(hours=24)


def _refuse_unusable(item: AgendaItem) -> None:
    if not item.title:
        raise InvalidInput(mark("The session has no title. Write one; it stands in the agenda."))
    if not timedelta(minutes=1) <= item.duration <= LONGEST_ITEM:
        raise InvalidInput(
            mark("A session lasts from 1 minute to 24 hours; {minutes} minutes is not possible."), minutes=item.minutes
        )
    if not timedelta() <= item.questions <= item.duration:
        raise InvalidInput(mark("The time for questions must lie between 0 minutes and the length of the session."))


@dataclass(frozen=True, slots=True)
class Agendas:
    """What people do with an agenda."""

    desk: Desk

    def get(self, event_id: str) -> Agenda:
        """The agenda of an event."""
        with self.desk.reading() as work:
            return work.agendas.get(event_id)

    def plan(self, event_id: str) -> EventRecord:
        """What work on the agenda needs: event, agenda, guide and people; the rest of the record is left empty."""
        with self.desk.reading() as work:
            return EventRecord(
                event=work.events.get(event_id),
                agenda=work.agendas.get(event_id),
                guide=work.guides.get(event_id),
                participations=work.participations.list_for(event_id),
            )

    def item_now(self, record: EventRecord) -> str:
        """The id of the session people in the hall are in ("" = the agenda has none to work in)."""
        entry = session_now(timed_items(record.agenda, record.event.starts_on), self.desk.now())
        return entry.item.id if entry else ""

    def add_item(
        self, event_id: str, *, day: int, kind: ItemKind, title: Text, minutes: int, after_id: str = ""
    ) -> AgendaItem:
        """Add a session after another one, or at the end of a day."""
        item = AgendaItem(self.desk.new_id(), kind, title, timedelta(minutes=minutes))
        _refuse_unusable(item)
        self._change(event_id, "add_item", lambda agenda: with_item_added(agenda, item, day=day, after_id=after_id))
        return item

    def edit_item(self, event_id: str, seen: AgendaItem, wanted: AgendaItem) -> AgendaItem:
        """Change a session. ``seen`` is how it was before the person's eyes."""
        _refuse_unusable(wanted)

        def edit(agenda: Agenda) -> Agenda:
            stored = agenda.item(seen.id)
            if stored is None:
                raise NotFound(mark("This session was removed by somebody else. Nothing was changed."))
            return with_item_changed(agenda, merged(seen, wanted, stored, subject=seen.id))

        after = self._change(event_id, "edit_item", edit)
        return after.item(seen.id) or wanted

    def rewrite(self, event_id: str, seen: AgendaItem, *, title: Text, length: str) -> AgendaItem:
        """Change title and length as they were typed in the list: "45", "1h20"."""
        duration = length_of(length, "min")
        if duration is None:
            raise InvalidInput(
                mark("“{text}” is not a length. Write minutes, such as 45, or hours and minutes, such as 1h20."),
                text=length,
            )
        return self.edit_item(event_id, seen, replace(seen, title=title, duration=duration))

    def move_item(self, event_id: str, item_id: str, *, by: int) -> Agenda:
        """Move a session up (-1) or down (+1) within its day."""
        return self._change(event_id, "move_item", lambda agenda: with_item_moved(agenda, item_id, by=by))

    def move_to_day(self, event_id: str, item_id: str, *, day: int) -> Agenda:
        """Move a session to the end of another day."""
        return self._change(event_id, "move_item", lambda agenda: with_item_on_day(agenda, item_id, day=day))

    def start_day(self, event_id: str, *, day: int, starts_at: time) -> Agenda:
        """Set when a day begins."""
        return self._change(event_id, "start_day", lambda agenda: with_day_start(agenda, day, starts_at))

    def set_parallel(self, event_id: str, item_id: str, *, is_parallel: bool) -> Agenda:
        """Let a session start together with the one before it, or after it again."""
        return self._change(event_id, "edit_item", lambda agenda: self._with_parallel(agenda, item_id, is_parallel))

    def _with_parallel(self, agenda: Agenda, item_id: str, is_parallel: bool) -> Agenda:
        for day in agenda.days:
            for before, item in zip((None, *day.items), day.items, strict=False):
                if item.id != item_id:
                    continue
                if not is_parallel:
                    return with_item_changed(agenda, replace(item, parallel=""))
                if before is None:
                    raise InvalidInput(
                        mark("The first session of a day has none before it to run beside. Move it down first.")
                    )
                group = before.parallel or self.desk.new_id()
                agenda = with_item_changed(agenda, replace(before, parallel=group))
                return with_item_changed(agenda, replace(item, parallel=group))
        raise NotFound(mark("This session was removed by somebody else. Nothing was changed."))

    def remove_item(self, event_id: str, item_id: str) -> Agenda:
        """Remove a session that has no notes; its page of the guide waits for an undo."""
        with self.desk.reading() as work:
            count = sum(note.item_id == item_id for note in work.notes.list_for(event_id))
        if count:
            raise InvalidInput(
                mark("This session has {count} note(s), so it stays. Remove its notes first if it never took place."),
                count=count,
            )
        return self._change(event_id, "remove_item", lambda agenda: without_item(agenda, item_id))

    def _change(self, event_id: str, verb: str, edit: Callable[[Agenda], Agenda]) -> Agenda:
        return changed_agenda(self.desk, event_id, verb, edit)
