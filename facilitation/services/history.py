"""What happened to an event, the way back, and the way forward again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.history import REDO, UNDO, Change
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.errors import FacilitationError
from facilitation.planning.volume_status import refuse_frozen
from facilitation.services.desk import Desk
from facilitation.services.merge_traces import MERGE, merge_made_again, merge_undone, undo_order
from facilitation.storage.history import made_again, undone
from facilitation.storage.unit_of_work import UnitOfWork

Step = Callable[[object | None, Change], object | None]


def _store(work: UnitOfWork, subject: str) -> Any:
    return {
        "event": work.events,
        "agenda": work.agendas,
        "guide": work.guides,
        "task": work.tasks,
        "participation": work.participations,
        "cafe": work.cafes,
        "note": work.notes,
        "proceedings": work.proceedings,
        "budget": work.budgets,
        "questionnaire": work.questionnaires,
        "reply": work.replies,
    }[subject]


def _current(work: UnitOfWork, change: Change) -> Any:
    store = _store(work, change.subject)
    if change.subject == "cafe":
        return store.get(change.event_id, change.subject_id)
    try:
        return store.get(change.subject_id)
    except FacilitationError:
        return None


def _put(work: UnitOfWork, change: Change, wanted_of: Step) -> None:
    """Save what the thing of a change is to be: as it was before the change, or after it."""
    current = _current(work, change)
    wanted: Any = wanted_of(current, change)
    store = _store(work, change.subject)
    if change.subject == "proceedings":
        wanted = wanted or ProceedingsPlan(change.event_id)
        refuse_frozen(current, wanted)
    if wanted is None and change.subject == "cafe":
        store.remove(change.event_id, change.subject_id)
    elif wanted is None:
        store.remove(change.subject_id)
    else:
        store.save(replace(wanted, version=current.version if current else 0))


@dataclass(frozen=True, slots=True)
class History:
    """Who did what, undo and redo."""

    desk: Desk

    def list_for(self, event_id: str, limit: int = 50) -> tuple[Change, ...]:
        """The newest changes first."""
        with self.desk.reading() as work:
            return work.changes.list_for(event_id, limit=limit)

    def can_undo(self, event_id: str, subject: str) -> Change | None:
        """The change the next undo of this kind of thing would take back."""
        with self.desk.reading() as work:
            return _undoable(work, event_id, subject)

    def can_redo(self, event_id: str, subject: str) -> Change | None:
        """The change the next redo would make again; none once something new was changed."""
        with self.desk.reading() as work:
            return next(iter(_redoable(work, event_id, subject)), None)

    def undo(self, event_id: str, subject: str) -> Change | None:
        """Take back the newest change of this kind of thing, with all that was saved in the same stroke."""
        with self.desk.work() as work:
            last = _undoable(work, event_id, subject)
            if last is None:
                return None
            for change in _stroke(work, last):
                _put(work, change, undone)
                merge_undone(work, change)
                self._mark(work, UNDO, change)
            work.commit()
        return last

    def redo(self, event_id: str, subject: str) -> Change | None:
        """Make the change that was undone last again, with all of its stroke."""
        with self.desk.work() as work:
            stroke = _redoable(work, event_id, subject)
            for change in stroke:
                _put(work, change, made_again)
                merge_made_again(work, change)
                self._mark(work, REDO, change)
            work.people.remove_unneeded()
            work.commit()
        return next(iter(stroke), None)

    def _mark(self, work: UnitOfWork, verb: str, change: Change) -> None:
        """Remember that a change was undone or made again, and by whom."""
        work.began_at = work.began_at or self.desk.now()
        work.changes.mark_undone(change.id, is_undone=verb == UNDO)
        row = Change(
            self.desk.new_id(), change.event_id, work.began_at, self.desk.actor, verb, change.subject, change.subject_id
        )
        work.changes.add(replace(row, after=change.id))


IRREVERSIBLE = frozenset({"create", "load_sample", "open_archive", "next_event", "finish_volume", "new_edition"})


def _undoable(work: UnitOfWork, event_id: str, subject: str) -> Change | None:
    last = work.changes.last(event_id, subject)
    return None if last is None or last.verb in IRREVERSIBLE else last


def _redoable(work: UnitOfWork, event_id: str, subject: str) -> tuple[Change, ...]:
    """The stroke a redo makes again, oldest change first; empty where anything in it was changed anew since."""
    last = work.changes.last_undone(event_id, subject)
    if last is None:
        return ()
    stroke = _stroke(work, last)[::-1]
    kinds = {(change.event_id, change.subject) for change in stroke}
    newest = [work.changes.last_undone(*each) for each in kinds]
    return stroke if all(change in stroke for change in newest) else ()


def _stroke(work: UnitOfWork, last: Change) -> tuple[Change, ...]:
    """All changes of the same save that are undone or not as ``last`` is, newest first.

    Merging two people is one stroke over all the events they take part in.
    """
    if last.verb == MERGE:
        return undo_order(work.changes.of_stroke(last))
    same: Callable[[Change], bool] = lambda change: (  # noqa: E731
        change.verb not in (UNDO, REDO)
        and (change.is_undone, change.happened_at, change.actor) == (last.is_undone, last.happened_at, last.actor)
    )
    return tuple(change for change in work.changes.list_for(last.event_id, limit=5000) if same(change))
