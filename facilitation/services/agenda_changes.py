"""One change of an agenda, alone or together with its guide: load, edit, save, note it in the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from facilitation.domain.agenda import Agenda
from facilitation.errors import InvalidInput, mark
from facilitation.planning.agenda_pieces import Plan
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

Edit = Callable[[Agenda], Agenda]

HAS_NOTES = mark(
    "“{title}” has {count} note(s), so it stays and nothing was removed. Remove its notes first if it never took place."
)


def changed_agenda(desk: Desk, event_id: str, verb: str, edit: Edit) -> Agenda:
    """The agenda as it is stored after ``edit``; an edit that changes nothing leaves no trace."""
    with desk.work() as work:
        before = work.agendas.get(event_id)
        after = saved_agenda(desk, work, verb, edit(before), before=before)
        work.commit()
    return after


def saved_agenda(desk: Desk, work: UnitOfWork, verb: str, after: Agenda, *, before: Agenda) -> Agenda:
    """The same inside an open unit of work."""
    if after == before:
        return before
    saved = work.agendas.save(after)
    desk.note_change(work, verb, before.event_id, before=before, after=saved)
    return saved


def changed_plan(
    desk: Desk, work: UnitOfWork, verb: str, edit: Callable[[Plan], Plan], *, event_id: str
) -> tuple[Plan, Plan]:
    """Agenda and guide before and after ``edit``, saved as one stroke of an open unit of work."""
    before = Plan(work.agendas.get(event_id), work.guides.get(event_id))
    after = edit(before)
    agenda = saved_agenda(desk, work, verb, after.agenda, before=before.agenda)
    guide = before.guide
    if after.guide != before.guide:
        guide = work.guides.save(after.guide)
        desk.note_change(work, verb, event_id, before=before.guide, after=guide)
    return before, Plan(agenda, guide)


def refuse_with_notes(work: UnitOfWork, agenda: Agenda, item_ids: Collection[str]) -> None:
    """Sessions that were written about stay: raise ``InvalidInput`` for the first of these that has notes."""
    counts = Counter(note.item_id for note in work.notes.list_for(agenda.event_id))
    for _, item in agenda.items():
        if item.id in item_ids and counts[item.id]:
            raise InvalidInput(HAS_NOTES, title=item.title, count=counts[item.id])
