"""Which session of the agenda a person in the hall means now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from facilitation.domain.agenda import NOTED_KINDS, OUTSIDE_WORK_KINDS
from facilitation.planning.agenda_timing import TimedItem


def session_now(timed: Sequence[TimedItem], now: datetime) -> TimedItem | None:
    """The session that runs at ``now`` (a naive local time); ``None`` where nobody works at all.

    Of parallel sessions it is the first working one. Between two sessions, and for the rest of the day after the
    last one, it is the one that ended last: its notes are still being written. On other days it is the first working
    session of the event.
    """
    work = [entry for entry in timed if entry.item.kind not in OUTSIDE_WORK_KINDS]
    noted_first = sorted(work, key=lambda entry: entry.item.kind not in NOTED_KINDS)
    running = [entry for entry in noted_first if entry.starts_at <= now < entry.ends_at]
    ended = [entry for entry in work if entry.ends_at <= now and entry.ends_at.date() == now.date()]
    latest = sorted(ended, key=lambda entry: entry.ends_at)[-1:]
    return next(iter((*running, *latest, *noted_first)), None)
