"""One change of an agenda: load, edit, save, note it in the history."""

from __future__ import annotations

from collections.abc import Callable

from facilitation.domain.agenda import Agenda
from facilitation.services.desk import Desk

Edit = Callable[[Agenda], Agenda]


def changed_agenda(desk: Desk, event_id: str, verb: str, edit: Edit) -> Agenda:
    """The agenda as it is stored after ``edit``; an edit that changes nothing leaves no trace."""
    with desk.work() as work:
        before = work.agendas.get(event_id)
        after = edit(before)
        if after == before:
            return before
        saved = work.agendas.save(after)
        desk.note_change(work, verb, event_id, before=before, after=saved)
        work.commit()
    return saved
