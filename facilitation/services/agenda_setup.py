"""What an agenda is planned with: rooms, further columns, absences, and findings somebody decided to live with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from facilitation.domain.agenda import Absence, AcceptedFinding, Agenda, CustomField, Room
from facilitation.domain.finding import Finding
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.accepted import with_finding_accepted, without_acceptance
from facilitation.planning.agenda_edits import with_item_changed
from facilitation.planning.agenda_setup import (
    checked_value,
    with_absence,
    with_custom_value,
    with_field,
    with_room,
    without_absence,
    without_field,
    without_room,
)
from facilitation.services.agenda_changes import Edit, changed_agenda
from facilitation.services.desk import Desk

LONGEST_ROOM_CHANGE = 120


@dataclass(frozen=True, slots=True)
class AgendaSetup:
    """Changes to what surrounds the sessions; each is one step of the agenda's undo."""

    desk: Desk

    def add_room(self, event_id: str, room: Room) -> Agenda:
        """Add a room."""
        return self._change(event_id, "edit_rooms", lambda agenda: with_room(agenda, room))

    def edit_room(self, event_id: str, name: str, room: Room) -> Agenda:
        """Change a room; a new name is taken over by its sessions."""
        return self._change(event_id, "edit_rooms", lambda agenda: with_room(agenda, room, was=name))

    def remove_room(self, event_id: str, name: str) -> Agenda:
        """Take a room out of the list."""
        return self._change(event_id, "edit_rooms", lambda agenda: without_room(agenda, name))

    def set_room_change(self, event_id: str, minutes: int) -> Agenda:
        """Set how many minutes people need from one room to the next."""
        if not 0 <= minutes <= LONGEST_ROOM_CHANGE:
            template = mark("Changing rooms takes from 0 to {most} minutes; {minutes} is not possible.")
            raise InvalidInput(template, most=LONGEST_ROOM_CHANGE, minutes=minutes)
        return self._change(
            event_id, "edit_rooms", lambda agenda: replace(agenda, room_change=timedelta(minutes=minutes))
        )

    def add_field(self, event_id: str, field: CustomField) -> Agenda:
        """Add a column of one's own to the agenda."""
        return self._change(
            event_id, "edit_columns", lambda agenda: with_field(agenda, replace(field, id=self.desk.new_id()))
        )

    def edit_field(self, event_id: str, field: CustomField) -> Agenda:
        """Change a column."""
        return self._change(event_id, "edit_columns", lambda agenda: with_field(agenda, field))

    def remove_field(self, event_id: str, field_id: str) -> Agenda:
        """Remove a column with all that sessions say in it; one undo brings both back."""
        return self._change(event_id, "edit_columns", lambda agenda: without_field(agenda, field_id))

    def fill_field(self, event_id: str, item_id: str, field_id: str, value: str) -> Agenda:
        """Say something about a session in a column."""

        def fill(agenda: Agenda) -> Agenda:
            item = agenda.item(item_id)
            if item is None:
                raise NotFound(mark("This session was removed by somebody else. Nothing was changed."))
            kept = checked_value(agenda, field_id, value)
            return with_item_changed(agenda, with_custom_value(item, field_id, kept))

        return self._change(event_id, "edit_item", fill)

    def mark_absent(self, event_id: str, absence: Absence) -> Agenda:
        """Keep that somebody cannot be there for a while."""
        return self._change(event_id, "edit_absences", lambda agenda: with_absence(agenda, absence))

    def unmark_absent(self, event_id: str, absence: Absence) -> Agenda:
        """They can be there after all."""
        return self._change(event_id, "edit_absences", lambda agenda: without_absence(agenda, absence))

    def accept(self, event_id: str, found: Finding, reason: str) -> Agenda:
        """Live with a finding, for a reason that the staff's copy prints."""
        entry = AcceptedFinding(found.code, found.subject, reason, self.desk.actor, self.desk.now())
        return self._change(event_id, "accept_finding", lambda agenda: with_finding_accepted(agenda, entry))

    def reopen(self, event_id: str, accepted: AcceptedFinding) -> Agenda:
        """Take an acceptance back."""
        take_back = partial(without_acceptance, code=accepted.code, subject=accepted.subject)
        return self._change(event_id, "reopen_finding", take_back)

    def _change(self, event_id: str, verb: str, edit: Edit) -> Agenda:
        return changed_agenda(self.desk, event_id, verb, edit)
