"""The rule about owners: nobody has more in a week than a week holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.record import EventRecord
from facilitation.planning.owner_load import overloads, week_loads


def owner_findings(record: EventRecord, today: date) -> tuple[Finding, ...]:
    """What the rules say about the people who do the tasks, on a day."""
    return tuple(check_load(record, today))


def check_load(record: EventRecord, today: date) -> Iterator[Finding]:
    """Nobody has more than five days of work, or more than ten tasks due, in one week (ours)."""
    for load in sorted(overloads(week_loads(record.tasks, record.event, today)), key=lambda load: load.monday):
        yield finding(
            "owner_overloaded",
            Severity.HINT,
            load.tasks[0].id,
            case="work" if load.is_too_much_work else "due",
            owner=load.owner,
            days=load.work_days,
            count=len(load.due),
            week=f"{load.monday.isoformat()}/{load.friday.isoformat()}",
        )
