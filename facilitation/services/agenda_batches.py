"""What people do with several sessions of an agenda at once; each verb is one stroke for the undo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from facilitation.domain.agenda import Agenda, Audience
from facilitation.planning.agenda_batch import (
    with_items_changed,
    with_items_placed,
    with_items_shifted,
    without_items,
)
from facilitation.services.agenda_changes import changed_agenda, refuse_with_notes, saved_agenda
from facilitation.services.desk import Desk

Ids = Collection[str]


@dataclass(frozen=True, slots=True)
class AgendaBatches:
    """What people do with the sessions they selected."""

    desk: Desk

    def place(self, event_id: str, item_ids: Ids, *, day: int, before_id: str = "") -> Agenda:
        """Put sessions before another one of a day, or at its end; they may come from any day."""
        return changed_agenda(
            self.desk,
            event_id,
            "move_item" if len(item_ids) == 1 else "move_items",
            lambda agenda: with_items_placed(agenda, item_ids, day=day, before_id=before_id),
        )

    def shift(self, event_id: str, item_ids: Ids, *, minutes: int) -> Agenda:
        """Let sessions start so many minutes later, or earlier below zero."""
        by = timedelta(minutes=minutes)
        return changed_agenda(
            self.desk, event_id, "shift_items", lambda agenda: with_items_shifted(agenda, item_ids, by=by)
        )

    def set_optional(self, event_id: str, item_ids: Ids, *, is_optional: bool) -> Agenda:
        """Mark sessions as those that may be dropped when time is lost, or as fixed."""
        return changed_agenda(
            self.desk,
            event_id,
            "edit_items",
            lambda agenda: with_items_changed(agenda, item_ids, is_optional=is_optional),
        )

    def set_audience(self, event_id: str, item_ids: Ids, audience: Audience) -> Agenda:
        """Say who may read of sessions."""
        return changed_agenda(
            self.desk, event_id, "edit_items", lambda agenda: with_items_changed(agenda, item_ids, audience=audience)
        )

    def remove(self, event_id: str, item_ids: Ids) -> Agenda:
        """Remove sessions that have no notes; where one has, all stay."""
        with self.desk.work() as work:
            before = work.agendas.get(event_id)
            refuse_with_notes(work, before, item_ids)
            after = saved_agenda(self.desk, work, "remove_items", without_items(before, item_ids), before=before)
            work.commit()
        return after
