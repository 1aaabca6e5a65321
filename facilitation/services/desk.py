"""What every service works with: the unit of work, the clock, fresh ids and the name of who acts."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from facilitation.storage.history import change_of
from facilitation.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def fresh_id() -> str:
    """A new id: 12 hexadecimal signs, random."""
    return uuid.uuid4().hex[:12]


@dataclass(frozen=True, slots=True)
class Desk:
    """The only things a service may reach outside its arguments."""

    work: UnitOfWorkFactory
    now: Callable[[], datetime]
    actor: str
    new_id: Callable[[], str] = fresh_id

    def reading(self) -> UnitOfWork:
        """A unit of work that only looks: it waits for nobody."""
        return self.work.reading()

    def today(self) -> date:
        """The day it is."""
        return self.now().date()

    def note_change(
        self, work: UnitOfWork, verb: str, event_id: str, *, before: object = None, after: object = None
    ) -> None:
        """Write one row of history for a change; the log gets verb and ids only."""
        work.began_at = work.began_at or self.now()
        work.changes.add(
            change_of(
                before,
                after,
                event_id=event_id,
                verb=verb,
                actor=self.actor,
                at=work.began_at,
                new_id=self.new_id,
            )
        )
        logger.info("%s event=%s", verb, event_id)

    def note_additions(self, work: UnitOfWork, verb: str, event_id: str, things: Iterable[object]) -> None:
        """Write down many things that came in one stroke; the log gets verb and count only."""
        at = work.began_at = work.began_at or self.now()
        changes = [
            change_of(None, thing, event_id=event_id, verb=verb, actor=self.actor, at=at, new_id=self.new_id)
            for thing in things
        ]
        work.changes.add_all(changes)
        logger.info("%s event=%s count=%s", verb, event_id, len(changes))

    def note_new(self, work: UnitOfWork, verb: str, things: Sequence[tuple[Any, datetime]]) -> None:
        """Write the history of many new things of events, each with a time of its own: each is undone on its own."""
        work.changes.add_all(
            change_of(None, thing, event_id=thing.event_id, verb=verb, actor=self.actor, at=moment, new_id=self.new_id)
            for thing, moment in things
        )
        for event_id in sorted({thing.event_id for thing, _ in things}):
            logger.info("%s event=%s count=%s", verb, event_id, len(things))
