"""The training of an event's facilitators: the library's three hours, on the day the checklist has for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from facilitation.domain.event import Event
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.planning.agenda_under_check import identities
from facilitation.planning.deadlines import due_days

TRAINING = "facilitators-training"
"""The key of the instrument of the library that the plan follows (180 minutes, domain.md 3.5)."""
DAYS_BEFORE = 3
"""Without a line in the checklist the training is so many days before the event (domain.md 3.3)."""


def training_of(record: EventRecord, instrument: Instrument, methods: Mapping[str, Method]) -> EventRecord:
    """The training as an event of its own, for all who facilitate or take notes (at least the usual number).

    It has the event's title, host and languages, so that its papers carry them; nothing of it is stored.
    """
    event, numbers = record.event, count(1)
    team = len(team_of(record))
    training = Event(
        id=event.id,
        instrument=TRAINING,
        title=event.title,
        starts_on=training_day(record),
        day_count=1,
        place=event.place,
        host=event.host,
        expected_people=team or instrument.typical_people,
        languages=event.languages,
        is_sample=event.is_sample,
    )
    parts = event_parts(training, instrument, methods, lambda: f"training-{next(numbers)}")
    guide = replace(parts.guide, elements=())
    return EventRecord(event=parts.event, agenda=parts.agenda, guide=guide)


def training_day(record: EventRecord) -> date:
    """The day of the checklist's line "training"; without one, three days before the event."""
    due = due_days(record.tasks, record.event)
    days = (due.get(task.id) for task in record.tasks if task.rule == "training")
    return next((day for day in days if day), record.event.starts_on - timedelta(days=DAYS_BEFORE))


def team_of(record: EventRecord) -> dict[str, str]:
    """All who facilitate or take notes, by identity: they are trained together (domain.md 3.5)."""
    return identities(
        person for _day, item in record.agenda.items() for person in (*item.facilitators, *item.note_takers)
    )
