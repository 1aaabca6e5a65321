"""What happened to an event, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.history import Change
from facilitation.errors import FacilitationError
from facilitation.services.desk import Desk
from facilitation.storage.history import undone
from facilitation.storage.unit_of_work import UnitOfWork


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
    }[subject]


def _current(work: UnitOfWork, change: Change) -> Any:
    store = _store(work, change.subject)
    if change.subject == "cafe":
        return store.get(change.event_id, change.subject_id)
    try:
        return store.get(change.subject_id)
    except FacilitationError:
        return None


def _restore(work: UnitOfWork, change: Change) -> None:
    current = _current(work, change)
    earlier: Any = undone(current, change)
    store = _store(work, change.subject)
    if earlier is None and change.subject == "cafe":
        store.remove(change.event_id, change.subject_id)
    elif earlier is None:
        store.remove(change.subject_id)
    else:
        store.save(replace(earlier, version=current.version if current else 0))


@dataclass(frozen=True, slots=True)
class History:
    """Who did what, and undo."""

    desk: Desk

    def list_for(self, event_id: str, limit: int = 50) -> tuple[Change, ...]:
        """The newest changes first."""
        with self.desk.reading() as work:
            return work.changes.list_for(event_id, limit=limit)

    def can_undo(self, event_id: str, subject: str) -> Change | None:
        """The change the next undo of this kind of thing would take back."""
        with self.desk.reading() as work:
            return _undoable(work, event_id, subject)

    def undo(self, event_id: str, subject: str) -> Change | None:
        """Take back the newest change of this kind of thing, with all that was saved in the same stroke."""
        with self.desk.work() as work:
            last = _undoable(work, event_id, subject)
            if last is None:
                return None
            for change in _stroke(work, last):
                _restore(work, change)
                work.changes.mark_undone(change.id)
            work.commit()
        return last


IRREVERSIBLE = frozenset({"create", "load_sample", "open_archive"})


def _undoable(work: UnitOfWork, event_id: str, subject: str) -> Change | None:
    last = work.changes.last(event_id, subject)
    return None if last is None or last.verb in IRREVERSIBLE else last


def _stroke(work: UnitOfWork, last: Change) -> tuple[Change, ...]:
    """All changes of the same save, newest first."""
    same: Callable[[Change], bool] = lambda change: (  # noqa: E731
        not change.is_undone and (change.happened_at, change.actor) == (last.happened_at, last.actor)
    )
    return tuple(change for change in work.changes.list_for(last.event_id, limit=5000) if same(change))
